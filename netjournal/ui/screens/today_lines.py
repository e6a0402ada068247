"""The lines Today is read in: its sections in their order, and as much of each as fits."""

from collections.abc import Collection, Hashable, Sequence
from typing import NamedTuple

from textual.content import Content

from netjournal.model.occasion import Occasion
from netjournal.model.today import Today
from netjournal.text import visible
from netjournal.ui.screens.today_rows import (
    INDENT,
    Coming,
    Invitation,
    Invited,
    More,
    Older,
    Section,
    Strip,
    Subject,
    ToReview,
    Waiting,
    away,
    draw,
    heading,
    invitation,
)
from netjournal.ui.widgets.agenda import Line

FEWEST = 3
"""How many lines a section shows at least, if it has them."""

_ASKING = frozenset({Section.WAITING, Section.ANSWERS, Section.DUE})
"""The sections that want something."""
_WELCOME = (
    "netjournal takes a minute after each meeting: how it left you, who was there, what followed. "
    "Over the months it shows which groups are worth your time, and what that rests on.",
    "All of it stays in one file on this computer.",
    "To look around in a sample journal first, leave and type: netjournal demo",
)


class TodayReading(NamedTuple):
    """Today, and the meetings whose reflections were begun but not saved."""

    today: Today
    kept: tuple[Occasion, ...] = ()


def today_lines(
    reading: TodayReading, width: int, height: int, opened: Collection[Section] = ()
) -> list[Line]:
    """The lines for that much room; sections in `opened` are shown whole."""
    sections = {section: subjects for section in Section if (subjects := _about(section, reading))}
    if not (sections or reading.today.groups):
        return _welcome(width)
    fewest = _fitting(tuple(map(len, sections.values())), height)
    lines = [] if _asks(sections) else [Line(_calm(reading.today)), Line("")]
    for section, subjects in sections.items():
        room = len(subjects) if section in opened else fewest
        lines.append(Line(heading(section, width - INDENT)))
        lines += [_line(subject, width, reading) for subject in _cut(subjects, section, room)]
        lines.append(Line(""))
    return lines[:-1]


def _welcome(width: int) -> list[Line]:
    lines = [Line(Content.styled("Welcome", "bold $text-primary")), Line("")]
    for sentence in _WELCOME:
        lines += map(Line, Content(sentence).wrap(width))
        lines.append(Line(""))
    return lines + [Line(invitation(invited), invited) for invited in Invitation]


def _about(section: Section, reading: TodayReading) -> tuple[Subject, ...]:
    today = reading.today
    match section:
        case Section.WAITING:
            return _waiting(reading)
        case Section.ANSWERS:
            older = today.older_invitations
            return (
                *today.invitations,
                *today.planned_work,
                *((Older(older, invitations=True),) if older else ()),
            )
        case Section.DUE:
            review = (ToReview(today.to_review),) if today.to_review else ()
            return *review, *today.follow_ups
        case Section.COMING:
            return _coming(today)
        case Section.STRIP:
            return _strip(today)
        case Section.LATEST:
            return today.latest


def _waiting(reading: TodayReading) -> tuple[Subject, ...]:
    today = reading.today
    known = {_identity(occasion) for occasion in today.waiting}
    begun = {_identity(occasion) for occasion in reading.kept}
    elsewhere = (occasion for occasion in reading.kept if _identity(occasion) not in known)
    return (
        *(Waiting(occasion, _identity(occasion) in begun) for occasion in today.waiting),
        *(Waiting(occasion, True) for occasion in elsewhere),
        *((Older(today.older_waiting),) if today.older_waiting else ()),
    )


def _coming(today: Today) -> tuple[Coming, ...]:
    # The first look of an empty journal says nothing of them.
    prep = today.prep or (None,) * len(today.coming)
    out = today.out or (0,) * len(today.coming)
    return tuple(map(Coming, today.coming, prep, out))


def _strip(today: Today) -> tuple[Subject, ...]:
    """The ratings, and when I last invited someone: nothing before there is a week to show."""
    if not any(today.strip):
        return ()
    ratings = (
        Strip(place, tuple(week and week[place] for week in today.strip)) for place in range(3)
    )
    return *ratings, Invited(today.days_since_invited)


def _identity(occasion: Occasion) -> Hashable:
    return occasion.start, occasion.group_id or occasion.name


def _asks(sections: Collection[Section]) -> bool:
    return not _ASKING.isdisjoint(sections)


def _fitting(counts: Sequence[int], height: int) -> int:
    """The most lines every section may have so that all fit, but not below the fewest."""
    for room in range(max(counts, default=0), FEWEST, -1):
        # A heading and a blank line go with each section, and a line for the rest of a cut one.
        if sum(2 + min(count, room) + (count > room) for count in counts) <= height:
            return room
    return FEWEST


def _cut(subjects: tuple[Subject, ...], section: Section, room: int) -> tuple[Subject, ...]:
    """The subjects that get a line; those that don't are counted, older meetings stay last."""
    older = tuple(subject for subject in subjects if isinstance(subject, Older))
    others = subjects[: len(subjects) - len(older)]
    # A line that counts a single one would take as much room and say less.
    if len(others) <= room + 1:
        return subjects
    return *others[:room], More(section, len(others) - room), *older


def _calm(today: Today) -> Content:
    if not today.coming:
        return Content("Nothing waits for you.")
    soonest = today.coming[0]
    distance = away(soonest.day, today.now.date())
    return Content(f"Nothing waits for you. Next is {visible(soonest.name)}, {distance}.")


def _line(subject: Subject, width: int, reading: TodayReading) -> Line:
    drawn = draw(subject, width - INDENT, reading.today.now.date())
    return Line(drawn.pad_left(INDENT), subject)
