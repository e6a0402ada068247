"""The fields of a contact's form, held against what a contact is."""

from dataclasses import fields

from netjournal.model.contact import ContactDraft
from netjournal.ui.dialogs.contact_fields import FIRST, REST, SECTIONS


def test_the_form_and_the_sections_each_hold_every_field_once() -> None:
    needed = {field.name for field in fields(ContactDraft)} - {"archived"}
    form = [field.name for field in (*FIRST, *REST)]
    sections = [field.name for section in SECTIONS.values() for field in section]
    assert sorted(form) == sorted(sections) == sorted(needed)
