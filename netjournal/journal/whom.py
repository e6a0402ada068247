"""Whom words mean: a contact who is known, or someone new."""

from collections.abc import Sequence

from sqlmodel import Session

from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.model.contact import ContactDraft, ContactMatch
from netjournal.store import contacts, whom
from netjournal.store.store import Writing
from netjournal.text import clean_line, fold

_MOST_NAMED = 8
"""How many of those that words fit are named."""


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


def contact_meant(session: Session, words: str) -> ContactMatch:
    """The only contact some words fit: a name, a part of one, or with it of the organisation.

    Raises NotFoundError when they fit nobody, and AmbiguousError when they fit several.
    """
    fits = whom.fitting(session, words, _MOST_NAMED + 1)
    if len(fits) == 1:
        return fits[0]
    said = f"“{clean_line(words)}”"
    if not fits:
        raise NotFoundError(f"There is no contact whose name holds {said}.")
    named = tuple(map(_introduced, fits[:_MOST_NAMED]))
    raise AmbiguousError(f"{said} fits {_several(fits, named)}. {_advice(fits)}", named)


def _several(fits: Sequence[ContactMatch], named: Sequence[str]) -> str:
    if len(fits) > len(named):
        return f"more than {len(named)} contacts, such as {'; '.join(named)}"
    return f"{len(fits)} contacts: {'; '.join(named)}"


def _advice(fits: Sequence[ContactMatch]) -> str:
    if len({(fold(one.name), fold(one.organisation)) for one in fits}) == 1:
        return "Open the app to choose which one is meant."
    return "Type more of the name, or the organisation too."


def _introduced(match: ContactMatch) -> str:
    return f"{match.name} ({match.organisation})" if match.organisation else match.name
