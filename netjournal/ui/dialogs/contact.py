"""Asks for a contact, or for one section of theirs."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from netjournal.model.contact import Contact, ContactDraft
from netjournal.model.reach import doubts
from netjournal.ui.dialogs.contact_fields import FIRST, REACH, REST, SECTIONS, Section
from netjournal.ui.dialogs.draft_field import DraftField, read_all
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.field import Field

_DOUBTED = {field.name: field for field in REACH}
_NO_DAY = date.min
"""No field of a contact is a day, so none is read by what day it is."""


class _ContactForm(FormDialog[ContactDraft]):
    """Says of what looks mistyped that it does, and takes it all the same."""

    _old: ContactDraft

    def on_mount(self) -> None:
        """Says it of what is recorded."""
        for name in _DOUBTED:
            self._doubt(name)

    @on(Input.Blurred)
    def _doubt_left(self, event: Input.Blurred) -> None:
        if event.input.id in _DOUBTED:
            self._doubt(event.input.id)

    def _doubt(self, name: str) -> None:
        for field in self.query(Field):
            if field.control.id == name and not field.has_class("-refused"):
                typed: dict[str, Any] = {name: _DOUBTED[name].read(self.text(name), _NO_DAY)}
                field.say(doubts(replace(self._old, **typed)).get(name, ""))


class ContactDialog(_ContactForm):
    """The fields of a contact; only the name is needed."""

    FORM = "contact"

    def __init__(self, contact: Contact | None = None) -> None:
        """With a contact, edits it."""
        super().__init__()
        self._old = draft_of(contact) if contact else ContactDraft(name="")
        self.heading = contact.name if contact else "New contact"
        self.about = {"contact_id": contact.id} if contact else {}

    def fields(self) -> ComposeResult:
        """What one mostly wants to note of a person."""
        yield from (field.shown(self._old) for field in FIRST)

    def more(self) -> ComposeResult:
        """The rest of the profile."""
        yield from (field.shown(self._old) for field in REST)

    def draft(self) -> ContactDraft:
        """The contact as typed."""
        return replace(self._old, **_values((*FIRST, *REST), self))


class SectionDialog(_ContactForm):
    """The fields of one section of a contact; all else of them stays."""

    FORM = "section of a contact"
    AUTO_FOCUS = "Field Line, Field Paragraph, Field Choice"

    def __init__(self, contact: Contact, section: Section) -> None:
        super().__init__()
        self._old = draft_of(contact)
        self._section = section
        self.heading = f"{contact.name}: {section.lower()}"
        self.about = {"contact_id": contact.id, "section": section.name}

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
