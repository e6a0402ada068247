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
_LONGEST = 60
"""How many characters of what was typed are said back."""


def contact_named(session: Session, name: str) -> int | None:
    """The contact of a name, whatever its case and accents; AmbiguousError when it is several.

    What stands in brackets behind the name tells those apart who share it.
    """
    found = whom.named(session, name)
    if not found:
        _refuse_brackets(session, name, strictly=False)
        return None
    if len(found) > 1:
        named = told_apart(session, found[:_MOST_NAMED])
        joined = ": " if len(named) == len(found) else ", such as "
        raise AmbiguousError(
            f"{len(found)} contacts are named {_quoted(name)}{joined}{'; '.join(named)}. "
            "Write the one who is meant as they stand here.",
            named,
        )
    return found[0].id


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
    said = _quoted(words)
    if not fits:
        _refuse_brackets(session, words, strictly=True)
        raise NotFoundError(f"There is no contact whose name holds {said}.")
    named = told_apart(session, fits[:_MOST_NAMED])
    raise AmbiguousError(f"{said} fits {_several(fits, named)}. {_advice(fits)}", named)


def told_apart(session: Session, fits: Sequence[ContactMatch]) -> tuple[str, ...]:
    """Each of some contacts as words that mean no other of them, nor any other of their name.

    That is the name, with the organisation in brackets, or nothing in them; or, where that isn't
    enough, the how-manieth of the name was noted.
    """
    return tuple(_introduced(one, whom.named(session, one.name)) for one in fits)


def _introduced(one: ContactMatch, namesakes: Sequence[ContactMatch]) -> str:
    if len(namesakes) > 1:
        alike = [each for each in namesakes if fold(each.organisation) == fold(one.organisation)]
        told = one.organisation if len(alike) == 1 else f"{namesakes.index(one) + 1}"
        return f"{one.name} ({told})"
    return f"{one.name} ({one.organisation})" if one.organisation else one.name


def _several(fits: Sequence[ContactMatch], named: Sequence[str]) -> str:
    if len(fits) > len(named):
        return f"more than {len(named)} contacts, such as {'; '.join(named)}"
    return f"{len(fits)} contacts: {'; '.join(named)}"


def _advice(fits: Sequence[ContactMatch]) -> str:
    if len({fold(one.name) for one in fits}) < len(fits):
        return "Type the one who is meant as they stand here, in quotes."
    return "Type more of the name, or the organisation too."


def _quoted(words: str) -> str:
    said = clean_line(words)
    return f"“{said[: _LONGEST - 1]}…”" if len(said) > _LONGEST else f"“{said}”"


def _refuse_brackets(session: Session, name: str, *, strictly: bool) -> None:
    """Raises NotFoundError for brackets that tell none of a known name apart.

    Unless `strictly`, words in them may be part of a new name where only one has the known one.
    """
    for who, within in whom.in_brackets(clean_line(name)):
        known = whom.named(session, who)
        meant = strictly or len(known) > 1 or not within or within.isdecimal()
        if known and meant:
            named = "; ".join(told_apart(session, known[:_MOST_NAMED]))
            raise NotFoundError(f"No contact is {_quoted(name)}; there is {named}.")
