"""What typed words may mean when a meeting is asked for: one listed, a group's, or a one-off."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from netjournal.errors import InvalidError
from netjournal.model.draft import Draft, occasion_of
from netjournal.model.group import GroupLine
from netjournal.model.occasion import Occasion
from netjournal.text import clean_line, fold
from netjournal.when import read_moment, say_day, say_range

MOST = 10
"""How many are offered for typed words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen from."""

    now: datetime
    occasions: tuple[Occasion, ...] = ()
    """Meetings without a reflection, newest first."""
    drafts: tuple[Draft, ...] = ()
    """Half-filled reflections, newest first."""
    groups: tuple[GroupLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A meeting chosen: listed, or of a group on a day, or a one-off at a moment."""

    label: str
    hint: str = ""
    occasion: Occasion | None = None
    draft_id: str | None = None
    """The draft to go on with, if one was chosen."""
    group_id: int | None = None
    when: date | datetime | None = None
    title: str = ""


def picks(choices: Choices, typed: str) -> tuple[Pick, ...]:
    """What the typed words may mean, likeliest first."""
    words = fold(typed).split()
    listed = [pick for pick in _listed(choices) if _fits(words, f"{pick.label} {pick.hint}")]
    return tuple([*listed, *_at_a_moment(choices, typed)][:MOST]) if words else tuple(listed)


def _listed(choices: Choices) -> Iterator[Pick]:
    today = choices.now.date()
    for draft in choices.drafts:
        occasion = occasion_of(draft.subject)
        if occasion is not None:
            label = _label(occasion, today)
            yield Pick(label=label, hint="draft kept", occasion=occasion, draft_id=draft.id)
    for occasion in choices.occasions:
        yield Pick(
            label=_label(occasion, today), hint=_distance(occasion, today), occasion=occasion
        )


def _at_a_moment(choices: Choices, typed: str) -> Iterator[Pick]:
    found = _name_and_moment(typed, choices.now)
    if found is None:
        return
    name, when = found
    said = _said(when, choices.now.date())
    for group in choices.groups:
        if _fits(fold(name).split(), group.name):
            yield Pick(label=f"{group.name} · {said}", group_id=group.id, when=when)
    if name and isinstance(when, datetime):
        yield Pick(label=f"{clean_line(name)} · {said}", hint="one-off", when=when, title=name)


def _name_and_moment(typed: str, now: datetime) -> tuple[str, date | datetime] | None:
    """The longest ending that says when, and the words before it."""
    words = clean_line(typed).split()
    for place in range(len(words)):
        try:
            return " ".join(words[:place]), read_moment(" ".join(words[place:]), now)
        except InvalidError:
            continue
    return None


def _fits(words: list[str], text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _label(occasion: Occasion, today: date) -> str:
    return f"{occasion.name} · {say_range(occasion.start, occasion.duration_minutes, today)}"


def _said(when: date | datetime, today: date) -> str:
    return say_range(when, None, today) if isinstance(when, datetime) else say_day(when, today)


def _distance(occasion: Occasion, today: date) -> str:
    days = (today - occasion.day).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
