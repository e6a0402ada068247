"""What is derived about a contact, held against what is recorded of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.insights.depth import depth
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft, ContactLine
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction, ReferralDraft
from tests.conftest import NOON, SetClock
from tests.entries import STEADY

TODAY = NOON.date()


@dataclass(frozen=True)
class Met:
    """A meeting they were at, and whether we talked."""

    day: date
    talked: bool | None
    fate: str
    """Empty where it was held and not missed by me."""


@dataclass(frozen=True)
class Touch:
    """An interaction with them."""

    day: date
    kind: InteractionKind


@dataclass(frozen=True)
class ToDo:
    """A follow-up for them."""

    due: date | None
    done: bool


@dataclass(frozen=True)
class Passed:
    """A referral they gave or got."""

    day: date
    direction: Direction


Recorded = list[Met | Touch | ToDo | Passed]

FATES = ("cancelled", "missed")
DAYS = st.dates(TODAY - timedelta(days=99), TODAY - timedelta(days=1))
KINDS = st.sampled_from([kind for kind in InteractionKind if kind != "introduction"])
RECORDS = st.lists(
    st.builds(Met, DAYS, st.sampled_from([True, False, None]), st.sampled_from(["", *FATES]))
    | st.builds(Touch, DAYS, KINDS)
    | st.builds(ToDo, st.none() | DAYS, st.booleans())
    | st.builds(Passed, DAYS, st.sampled_from(Direction)),
    max_size=5,
)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal to which every example adds one contact, so that all are among others."""
    journal = Journal.open(tmp_path_factory.mktemp("crowd") / "journal.db", clock=SetClock(NOON))
    yield journal
    journal.close()


@settings(max_examples=25)
@given(RECORDS, st.booleans())
def test_a_contacts_facts_are_what_the_records_say(
    crowd: Journal, records: Recorded, has_why: bool
) -> None:
    contact_id = crowd.contacts.add(ContactDraft(name="Ana", why="Her press." if has_why else ""))
    for record in records:
        put(crowd, contact_id, record)
    agrees(crowd.contacts.card(contact_id).line, records, has_why)


NUMBERS = count()


def put(journal: Journal, contact_id: int, record: Met | Touch | ToDo | Passed) -> None:
    """Records something about a contact."""
    match record:
        case Met():
            meet(journal, contact_id, record)
        case Touch(day, kind):
            draft = InteractionDraft(kind=kind, day=day, contact_ids=(contact_id,))
            journal.interactions.add(draft)
        case Passed(day, direction):
            referral = ReferralDraft(direction=direction, day=day, partner_id=contact_id)
            journal.referrals.add(referral)
        case ToDo(due, done):
            done_on = TODAY if done else None
            journal.follow_ups.add(
                FollowUpDraft(contact_id=contact_id, what="Ring", due=due, done_on=done_on)
            )


def meet(journal: Journal, contact_id: int, met: Met) -> None:
    start = NOON.replace(year=met.day.year, month=met.day.month, day=met.day.day)
    name = f"Breakfast {next(NUMBERS)}"
    occasion = Occasion(start=start, group_id=None, meeting_id=None, name=name)
    cancelled, missed = (met.fate == fate for fate in FATES)
    fate = MeetingDraft(start=start, title=name, cancelled=cancelled, missed=missed)
    there = AttendanceDraft(contact_id=contact_id, name="Ana", talked=met.talked)
    reflected = journal.meetings.reflect(occasion, STEADY, (there,))
    journal.meetings.revise(reflected.meeting_id, fate)


def agrees(line: ContactLine, records: Recorded, has_why: bool) -> None:
    met = [one for one in records if isinstance(one, Met) and not one.fate]
    touches = [one for one in records if isinstance(one, Touch)]
    referrals = [one for one in records if isinstance(one, Passed)]
    found = depth(
        talked=any(one.talked for one in met) or bool(touches),
        why=has_why,
        one_to_one=any(one.kind is InteractionKind.ONE_TO_ONE for one in touches),
        referral=bool(referrals),
        seen=bool(met),
    )
    assert (line.depth, line.has_why) == (found.rung, has_why)
    assert line.times_met == len(met)
    assert line.last_seen == latest(one.day for one in met)
    assert line.last_touch == latest(
        [one.day for one in met if one.talked]
        + [one.day for one in touches]
        + [one.day for one in referrals]
    )
    dues = [one.due for one in records if isinstance(one, ToDo) and one.due and not one.done]
    assert line.next_due == (f"{min(dues)}" if dues else None)


def latest(days: Iterable[date]) -> str | None:
    last = max(days, default=None)
    return f"{last}" if last else None
