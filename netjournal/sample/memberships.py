"""The places of people in the groups of the sample life, those given up included."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from netjournal.model.contact import ContactDraft
from netjournal.model.group import Kind
from netjournal.model.membership import MembershipDraft
from netjournal.sample.events import Story
from netjournal.sample.rosters import Seat

_LONGEST = 2_600
"""Days before I joined."""
_TRIED = timedelta(days=28)
"""How long a guest comes before joining."""
_UNKNOWN = 0.2
"""For so many it isn't known since when."""


def memberships(
    random: Random, told: Sequence[Story], known: Sequence[ContactDraft], today: date
) -> list[MembershipDraft]:
    """Those of all groups."""
    return [draft for story in told for draft in _of(random, story, known, today)]


def _of(
    random: Random, story: Story, known: Sequence[ContactDraft], today: date
) -> Iterator[MembershipDraft]:
    fate = story.fate
    belonging = fate.regulars + fate.borrowed[1]
    for place, seat in enumerate(story.seats):
        role = fate.roles[place] if place < len(fate.roles) else ""
        if place < belonging:
            # Whoever has a membership somewhere is a member nowhere without one.
            borrowed = place >= fate.regulars
            if fate.enrolled or borrowed or role:
                since = _before(random, story, today)
                yield _membership(story, seat, known, role, since, _ended(story, seat))
        elif fate.enrolled and seat.last >= 1:
            since = min(_day(story, seat.first) + _TRIED, today - timedelta(days=1))
            yield _membership(story, seat, known, role, since, None)


def _membership(
    story: Story,
    seat: Seat,
    known: Sequence[ContactDraft],
    role: str,
    since: date | None,
    until: date | None,
) -> MembershipDraft:
    # Where there is one seat for each profession, it is written down.
    seats = story.fate.group.kind is Kind.REFERRAL
    return MembershipDraft(
        contact_id=seat.contact,
        group_id=story.id,
        role=role,
        classification=known[seat.contact - 1].classification if seats else "",
        since=since,
        until=until,
    )


def _before(random: Random, story: Story, today: date) -> date | None:
    days = story.fate.joined + random.randint(0, _LONGEST)
    return None if random.random() < _UNKNOWN else today - timedelta(days=days)


def _ended(story: Story, seat: Seat) -> date | None:
    return _day(story, seat.last) if seat.last < 1 else None


def _day(story: Story, share: float) -> date:
    """The day a share of the way through what is told of a group."""
    first, last = story.starts[0], story.starts[-1]
    return (first + (last - first) * share).date()
