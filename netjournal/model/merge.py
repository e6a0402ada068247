"""Merging two contacts that are one person: what is said of them afterwards, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from netjournal.errors import InvalidError
from netjournal.model.contact import Contact, ContactDraft
from netjournal.text import fold


class Pick(StrEnum):
    """Whose word counts where two contacts are merged."""

    KEPT = "kept"
    """Of the one merged into."""
    GONE = "gone"
    """Of the one that ends."""
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeField:
    """What two contacts say in one field; at least one of them says something."""

    name: str
    """The draft's field."""
    kept: str
    """In words; likewise `gone`."""
    gone: str
    picks: tuple[Pick, ...]
    """What can be picked, first what is unless another is; only one where nothing differs, or
    where nothing need be lost."""

    @property
    def usual(self) -> Pick:
        """What is picked unless another is."""
        return self.picks[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """How many records of each sort a contact has."""

    meetings: int
    interactions: int
    follow_ups: int
    referrals: int
    business: int
    invitations: int
    memberships: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(getattr(self, field.name) for field in fields(self))

    def counts(self) -> Iterator[tuple[str, int]]:
        """Each sort of which there are some, named for so many."""
        for field in fields(self):
            if count := getattr(self, field.name):
                yield _noun(field.name, count), count


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What merging one contact into another would do."""

    kept: Contact
    gone: Contact
    fields: tuple[MergeField, ...]
    """Those in which something is said, in the order of a contact's draft."""
    kept_has: Holdings
    gone_has: Holdings
    obstacle: str
    """Why they can't be one person, as a sentence; empty: nothing is in the way."""

    def field(self, name: str) -> MergeField | None:
        """One field; None when neither says anything there."""
        return next((one for one in self.fields if one.name == name), None)


_TEXTS = frozenset(
    {
        "why",
        "good_referral",
        "goals",
        "accomplishments",
        "interests",
        "networks",
        "skills",
        "how_met",
    }
)
"""Texts of any length, which can stand one below the other."""
_LISTS = frozenset({"emails", "phones", "links", "tags"})
_NAMES = tuple(field.name for field in fields(ContactDraft))


def merge_fields(kept: Contact, gone: Contact) -> tuple[MergeField, ...]:
    """What two contacts say, field by field."""
    found = []
    for name in _NAMES:
        ours, theirs = getattr(kept, name), getattr(gone, name)
        if name != "archived" and (ours or theirs):
            found.append(
                MergeField(
                    name=name,
                    kept=in_words(name, ours),
                    gone=in_words(name, theirs),
                    picks=_picks(name, ours, theirs),
                )
            )
    return tuple(found)


def united(kept: Contact, gone: Contact, picks: Mapping[str, Pick]) -> ContactDraft:
    """What is said of two contacts once they are one; a field not picked is as usual.

    Lists are united, notes of both are kept, and what only one of them says stays. Raises
    InvalidError for what can't be picked.
    """
    _refuse_picks(merge_fields(kept, gone), picks)
    said = {
        name: _united(name, getattr(kept, name), getattr(gone, name), picks.get(name))
        for name in _NAMES
    }
    return ContactDraft(**said)


def merged(preview: MergePreview, draft: ContactDraft) -> str:
    """What merging did, in a sentence that tells the two apart by what they were called."""
    kept, gone = preview.kept.name, preview.gone.name
    named = "" if draft.name == kept else f", now {draft.name}"
    return f"Merged {gone} into {kept}{named}"


def in_words(name: str, value: Any) -> str:
    """A value of a contact's field as text; empty when nothing is said."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case tuple():
            return ", ".join(value)
        case int():
            return f"every {value} days" if name == "cadence_days" else str(value)
        case _:
            return str(value)


def _noun(name: str, count: int) -> str:
    if name == "business":
        return "closed business"
    nouns = name.replace("_", "-")
    return nouns if count > 1 else nouns.removesuffix("s")


def _picks(name: str, kept: Any, gone: Any) -> tuple[Pick, ...]:
    if name in _LISTS or name in ("notes", "re_evaluate"):
        return (Pick.BOTH,)
    if not gone or kept == gone:
        return (Pick.KEPT,)
    if not kept:
        return (Pick.GONE,)
    return (Pick.BOTH, Pick.KEPT, Pick.GONE) if name in _TEXTS else (Pick.KEPT, Pick.GONE)


def _united(name: str, kept: Any, gone: Any, pick: Pick | None) -> Any:
    if name == "archived":
        return kept and gone
    match pick or _picks(name, kept, gone)[0]:
        case Pick.KEPT:
            return kept
        case Pick.GONE:
            return gone
    if name in _LISTS:
        distinct: dict[str, str] = {}
        for value in (*kept, *gone):
            distinct.setdefault(_same(name, value), value)
        return tuple(distinct.values())
    return kept or gone if isinstance(kept, bool) else _joined(kept, gone)


def _same(name: str, value: str) -> str:
    """What two entries of a list have in common that say the same."""
    if name == "phones":
        return "".join(sign for sign in value if sign.isdigit() or sign == "+") or value
    return value if name == "links" else fold(value)


def _joined(kept: str, gone: str) -> str:
    """Both texts, one below the other, unless one holds the other."""
    if gone in kept:
        return kept
    return gone if kept in gone else f"{kept}\n\n{gone}"


def _refuse_picks(found: tuple[MergeField, ...], picks: Mapping[str, Pick]) -> None:
    options = {one.name: one.picks for one in found}
    wrong = {
        name: f"{name.replace('_', ' ').capitalize()} can't be picked so here; leave it out."
        for name, pick in picks.items()
        if pick not in options.get(name, ())
    }
    if wrong:
        raise InvalidError(wrong)
