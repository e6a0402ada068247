"""Whom a name means: a contact of that name, or someone new."""

from sqlmodel import Session

from netjournal.errors import AmbiguousError
from netjournal.model.contact import ContactDraft
from netjournal.store import contacts
from netjournal.store.store import Writing
from netjournal.text import clean_line


def contact_named(session: Session, name: str) -> int | None:
    """The contact of a name, whatever its case and accents; AmbiguousError when it is several."""
    found = contacts.named(session, name)
    if len(found) > 1:
        raise AmbiguousError(
            f"{len(found)} contacts are named “{clean_line(name)}”. Open the app to choose which "
            "one is meant, or give one of them another name.",
            tuple(map(str, found)),
        )
    return found[0] if found else None


def contact_named_or_new(writing: Writing, name: str) -> int:
    """The contact of a name, added if there is none."""
    known = contact_named(writing.session, name)
    if known is not None:
        return known
    return contacts.add(writing.session, ContactDraft(name=name), writing.utc)
