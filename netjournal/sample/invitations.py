"""The invitations of the sample life: who came, who didn't, and who is still to answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from random import Random

from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.sample.cast import Beyond, Cast
from netjournal.sample.events import Story
from netjournal.sample.fates import ALL_IN, LEFT, STALE, THRIVING, TRIAL, Fate
from netjournal.sample.outsiders import TOWN
from netjournal.sample.sample import SampleInvitation, SampleMeeting, SampleStatement

_EVENING = time(19)
_LEAD = (2, 12)
"""So many days before a meeting I invite to it."""
_UNSAID = 0.25
"""How often nobody says of a guest that they came, who was there."""
_NO_SHOW, _DECLINED = Outcome.NO_SHOW, Outcome.DECLINED


@dataclass(frozen=True, slots=True)
class _Inviting:
    """How I invited to a group with one version of its value statement."""

    fate: Fate
    version: int
    every: int
    """One in so many of the guests of that time came because of me; 0: none did."""
    away: tuple[Outcome, ...]
    """What became of those who stayed away."""


_INVITING = (
    _Inviting(ALL_IN, 0, 1, (_NO_SHOW, _DECLINED, _NO_SHOW, _DECLINED, _NO_SHOW)),
    _Inviting(ALL_IN, 1, 1, (_DECLINED, _NO_SHOW)),
    _Inviting(ALL_IN, 2, 1, (_DECLINED,)),
    _Inviting(STALE, 0, 2, (_DECLINED, _NO_SHOW, _NO_SHOW)),
    _Inviting(STALE, 1, 0, (_NO_SHOW, _DECLINED, _NO_SHOW)),
    _Inviting(THRIVING, 0, 3, (_NO_SHOW, _DECLINED, _DECLINED, _NO_SHOW, _DECLINED, _NO_SHOW)),
    _Inviting(THRIVING, 1, 1, (_DECLINED,)),
    _Inviting(TRIAL, 0, 2, (_DECLINED, _NO_SHOW)),
    _Inviting(LEFT, 0, 0, (_DECLINED, _NO_SHOW, _DECLINED)),
)


def invitations(
    random: Random,
    cast: Cast,
    told: Sequence[Story],
    statements: Sequence[Sequence[SampleStatement]],
    meetings: Sequence[SampleMeeting],
) -> list[SampleInvitation]:
    """All of them, in the order they were sent; the statements are those of each story's group."""
    found = list(_special(cast, told, statements, meetings))
    away = cycle([cast.contact((Beyond.TOWN, place)) for place in range(len(found), TOWN)])
    for story in told:
        asking = _Asking(random, story, statements[story.id - 1], meetings)
        for inviting in _INVITING:
            if inviting.fate is story.fate:
                found += asking.came(inviting)
                found += asking.stayed_away(inviting, away)
    return sorted(found, key=lambda each: (each.added_at, each.meeting_id))


class _Asking:
    """Invites to the meetings of one group that were held."""

    def __init__(
        self,
        random: Random,
        story: Story,
        statements: Sequence[SampleStatement],
        meetings: Sequence[SampleMeeting],
    ) -> None:
        self._random = random
        self._story = story
        self._statements = statements
        self._first = statements[0].stated_at.date()
        self._sent = [
            (meeting, self._before(meeting.draft.start.date()))
            for meeting in meetings
            if meeting.draft.group_id == story.id and meeting.attendances
        ]

    def came(self, inviting: _Inviting) -> Iterator[SampleInvitation]:
        """The invitations of guests, to the first meeting that each was seen at."""
        members = inviting.fate.regulars + inviting.fate.borrowed[1]
        guests = self._story.seats[members :: inviting.every] if inviting.every else ()
        for seat in guests:
            meeting, sent_on = next(
                (meeting, sent_on)
                for meeting, sent_on in self._sent
                if any(there.contact_id == seat.contact for there in meeting.attendances)
            )
            if self._holds(inviting.version, sent_on):
                said = Outcome.PENDING if self._random.random() < _UNSAID else Outcome.CAME
                yield self._invited(seat.contact, meeting, sent_on, said)

    def stayed_away(self, inviting: _Inviting, people: Iterator[int]) -> Iterator[SampleInvitation]:
        """The invitations of others, spread over the time of that version."""
        some = [each for each in self._sent if self._holds(inviting.version, each[1])]
        for place, outcome in enumerate(inviting.away if some else ()):
            meeting, sent_on = some[len(some) * place // len(inviting.away)]
            yield self._invited(next(people), meeting, sent_on, outcome)

    def _before(self, day: date) -> date:
        """When I invited to the meeting of a day: once I had said why, if that is possible."""
        sent_on = day - timedelta(days=self._random.randint(*_LEAD))
        return max(sent_on, min(self._first, day))

    def _holds(self, version: int, day: date) -> bool:
        return in_force(self._statements, day) == self._statements[version].id

    def _invited(
        self, contact: int, meeting: SampleMeeting, sent_on: date, outcome: Outcome
    ) -> SampleInvitation:
        statement = in_force(self._statements, sent_on)
        return _invitation(contact, meeting, sent_on, outcome, statement)


def _special(
    cast: Cast,
    told: Sequence[Story],
    statements: Sequence[Sequence[SampleStatement]],
    meetings: Sequence[SampleMeeting],
) -> Iterator[SampleInvitation]:
    """One that is void, those still to be answered, and one to come that was declined."""
    guild = next(story.id for story in told if story.fate is ALL_IN)
    its = [meeting for meeting in meetings if meeting.draft.group_id == guild]
    void = [meeting for meeting in its if meeting.draft.cancelled][-1]
    passed = [meeting for meeting in its if meeting.reflection][-1]
    waiting = [meeting for meeting in meetings if _is_open(meeting)]
    wanted = [
        (void, Outcome.PENDING),
        (passed, Outcome.PENDING),
        *((meeting, Outcome.PENDING) for meeting in waiting),
        (waiting[-1], _DECLINED),
    ]
    for place, (meeting, outcome) in enumerate(wanted):
        day = min(meeting.draft.start.date(), cast.today) - timedelta(days=3 + place)
        group = meeting.draft.group_id
        statement = in_force(statements[group - 1], day) if group else None
        contact = cast.contact((Beyond.TOWN, place))
        yield _invitation(contact, meeting, day, outcome, statement)


def _is_open(meeting: SampleMeeting) -> bool:
    """Whether it is still to be held, or to be told of."""
    draft = meeting.draft
    return not (meeting.reflection or draft.cancelled or draft.missed)


def in_force(statements: Sequence[SampleStatement], day: date) -> int | None:
    """The version that holds on a day."""
    stated = [each.id for each in statements if each.stated_at.date() <= day]
    return stated[-1] if stated else None


def _invitation(
    contact: int, meeting: SampleMeeting, sent_on: date, outcome: Outcome, statement: int | None
) -> SampleInvitation:
    draft = InvitationDraft(contact_id=contact, sent_on=sent_on, outcome=outcome)
    added_at = datetime.combine(sent_on, _EVENING, UTC)
    return SampleInvitation(added_at, draft, meeting.id, statement)
