"""Asks for a contact, or for one section of theirs."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from textual.app import ComposeResult

from netjournal.model.contact import Contact, ContactDraft
from netjournal.ui.dialogs.contact_fields import FIRST, REST, SECTIONS, Section
from netjournal.ui.dialogs.draft_field import DraftField, read_all
from netjournal.ui.dialogs.form import FormDialog

_NO_DAY = date.min
"""No field of a contact is a day, so none is read by what day it is."""


class ContactDialog(FormDialog[ContactDraft]):
    """The fields of a contact; only the name is needed."""

    def __init__(self, contact: Contact | None = None) -> None:
        """With a contact, edits it."""
        super().__init__()
        self._old = draft_of(contact) if contact else ContactDraft(name="")
        self.heading = contact.name if contact else "New contact"

    def fields(self) -> ComposeResult:
        """What one mostly wants to note of a person."""
        yield from (field.shown(self._old) for field in FIRST)

    def more(self) -> ComposeResult:
        """The rest of the profile."""
        yield from (field.shown(self._old) for field in REST)

    def draft(self) -> ContactDraft:
        """The contact as typed."""
        return replace(self._old, **_values((*FIRST, *REST), self))


class SectionDialog(FormDialog[ContactDraft]):
    """The fields of one section of a contact; all else of them stays."""

    AUTO_FOCUS = "Field Line, Field Paragraph, Field Choice"

    def __init__(self, contact: Contact, section: Section) -> None:
        super().__init__()
        self._old = draft_of(contact)
        self._section = section
        self.heading = f"{contact.name}: {section.lower()}"

    def fields(self) -> ComposeResult:
        """The section's fields."""
        yield from (field.shown(self._old) for field in SECTIONS[self._section])

    def draft(self) -> ContactDraft:
        """The contact with the section as typed."""
        return replace(self._old, **_values(SECTIONS[self._section], self))


def draft_of(contact: Contact) -> ContactDraft:
    """Only what a person said of a contact, without what the journal added."""
    return ContactDraft(**{one.name: getattr(contact, one.name) for one in fields(ContactDraft)})


def _values(draft_fields: tuple[DraftField, ...], form: FormDialog[ContactDraft]) -> dict[str, Any]:
    return read_all(draft_fields, form.text, _NO_DAY)
