"""What can be done with invitations."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import Invitation, InvitationDraft, InvitationLook, Outcome
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at, one_off

NOBODY = 99
TODAY = date(2026, 11, 21)
ANA = InvitationDraft(contact_id=1, sent_on=TODAY)
Verb = Callable[[Journal], object]


@dataclass(frozen=True)
class ZonedClock:
    """A clock that stands, in the zone of the machine."""

    moment: datetime

    def now(self) -> datetime:
        """Local time, without a zone."""
        return self.moment.astimezone().replace(tzinfo=None)

    def utc(self) -> datetime:
        """The moment in UTC."""
        return self.moment


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the zone of the machine until the test is over."""

    def set_to(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_to
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana and Bo, by their ids 1 and 2, and Riverside, which meets on Tuesdays."""
    for name in ("Ana", "Bo"):
        journal.contacts.add(ContactDraft(name=name))
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS, "People who ring back.")


def tuesday(journal: Journal, day: str = "2026-11-24") -> Occasion:
    """Riverside's meeting of a day."""
    return journal.meetings.occasion(1, date.fromisoformat(day))


def invited(journal: Journal, draft: InvitationDraft = ANA, day: str = "2026-11-24") -> int:
    """An invitation to Riverside."""
    return journal.invitations.send(draft, tuesday(journal, day))


def listed(journal: Journal, look: InvitationLook) -> list[Invitation]:
    """The invitations a look is at."""
    pages = journal.invitations.pages(look)
    found = list(pages.page(0, 99))
    assert pages.total == len(found)
    return found


def test_an_invitation_is_read_back_with_its_meeting(journal: Journal) -> None:
    invitation = invited(journal)
    meeting = journal.meetings.occasion(1, date(2026, 11, 24)).meeting_id
    assert meeting is not None
    assert journal.invitations.get(invitation) == Invitation(
        id=invitation,
        contact_id=1,
        sent_on=TODAY,
        outcome=Outcome.PENDING,
        name="Ana",
        meeting_id=meeting,
        start="2026-11-24T07:00",
        group_id=1,
        title="Riverside",
        voided=False,
        answered=False,
        statement="People who ring back.",
    )
    assert [one.day for one in journal.today().coming][:1] == [date(2026, 11, 24)]


def test_it_may_be_to_a_one_off(journal: Journal) -> None:
    invitation = journal.invitations.send(ANA, one_off("2026-12-01T08:00"))
    found = journal.invitations.get(invitation)
    assert (found.title, found.group_id, found.statement) == ("Breakfast", None, "")


def test_the_statement_in_force_when_it_was_sent_is_kept(journal: Journal, clock: SetClock) -> None:
    before = invited(journal, replace(ANA, sent_on=TODAY - timedelta(days=1)))
    first = invited(journal, replace(ANA, contact_id=2))
    clock.moment += timedelta(days=1)
    journal.groups.state_value(1, "Printers who pay.")
    second = invited(journal, replace(ANA, sent_on=date(2026, 11, 22)), "2026-12-01")
    said = [journal.invitations.get(one).statement for one in (before, first, second)]
    assert said == ["", "People who ring back.", "Printers who pay."]


@pytest.mark.parametrize(
    ("name", "stated_at"),
    [("JST-9", "2026-11-21T16:00"), ("PST8", "2026-11-23T03:00"), ("UTC0", "2026-11-22T00:00")],
)
def test_a_statement_is_in_force_from_the_local_day_it_was_written_on(
    journal: Journal, zone: Callable[[str], None], name: str, stated_at: str
) -> None:
    zone(name)
    clock = ZonedClock(datetime.fromisoformat(stated_at).replace(tzinfo=UTC))
    with closing(Journal.open(journal.path, clock=clock)) as there:
        there.groups.state_value(1, "Printers who pay.")
        sent = [replace(ANA, contact_id=one, sent_on=date(2026, 11, 20 + one)) for one in (1, 2)]
        said = [there.invitations.get(invited(there, one)).statement for one in sent]
    assert clock.now().date() == date(2026, 11, 22)
    assert said == ["People who ring back.", "Printers who pay."]


def test_the_next_meeting_is_offered(journal: Journal) -> None:
    assert journal.invitations.next_of(1).start == at("2026-11-24T07:00")
    assert journal.invitations.next_of(1, date(2026, 12, 8)).start == at("2026-12-08T07:00")
    bare = journal.groups.join(GroupDraft(name="Chamber"))
    with pytest.raises(InvalidError, match="No meeting of Chamber is planned"):
        journal.invitations.next_of(bare)
    with pytest.raises(NotFoundError, match="This group is no longer"):
        journal.invitations.next_of(NOBODY)


@pytest.mark.parametrize(
    ("sent_on", "day", "field", "sentence"),
    [
        (TODAY, "2026-11-17", "meeting", "The meeting on Tue 17 Nov 2026, 07:00 has begun"),
        (date(2026, 11, 18), "2026-11-17", "meeting", "The meeting on Tue 17 Nov 2026"),
        (
            date(2026, 11, 22),
            "2026-11-24",
            "sent_on",
            "Sun 22 Nov 2026 is still to come; note it once it is sent.",
        ),
    ],
)
def test_nobody_is_invited_too_late_or_tomorrow(
    journal: Journal, sent_on: date, day: str, field: str, sentence: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        invited(journal, replace(ANA, sent_on=sent_on), day)
    assert refused.value.fields[field].startswith(sentence)
    assert listed(journal, InvitationLook()) == []


def test_one_that_was_sent_in_time_can_be_noted_later(journal: Journal) -> None:
    invitation = invited(journal, replace(ANA, sent_on=date(2026, 11, 17)), "2026-11-17")
    assert journal.invitations.get(invitation).start == "2026-11-17T07:00"


def test_nobody_is_invited_to_a_meeting_today_once_it_has_begun(
    journal: Journal, clock: SetClock
) -> None:
    clock.moment = at("2026-11-24T06:59")
    invited(journal, replace(ANA, sent_on=clock.moment.date()))
    clock.moment = at("2026-11-24T07:00")
    with pytest.raises(InvalidError, match="has begun already"):
        invited(journal, InvitationDraft(contact_id=2, sent_on=clock.moment.date()))


def test_nobody_is_invited_twice_or_to_what_was_called_off(journal: Journal) -> None:
    invited(journal)
    with pytest.raises(InvalidError, match="invited to this meeting already"):
        invited(journal)
    journal.meetings.call_off(tuesday(journal, "2026-12-01"))
    with pytest.raises(InvalidError, match=r"Riverside, Tue 1 Dec was called off"):
        invited(journal, day="2026-12-01")
    assert len(listed(journal, InvitationLook())) == 1


def test_an_invitation_is_answered_once(journal: Journal) -> None:
    invitation = invited(journal, replace(ANA, sent_on=date(2026, 11, 10)), "2026-11-17")
    journal.invitations.answer(invitation, Outcome.CAME)
    journal.invitations.answer(invitation, Outcome.CAME)
    for other in (Outcome.NO_SHOW, Outcome.DECLINED):
        with pytest.raises(InvalidError, match="answered already: came"):
            journal.invitations.answer(invitation, other)
    journal.invitations.reopen(invitation)
    journal.invitations.answer(invitation, Outcome.NO_SHOW)
    found = journal.invitations.get(invitation)
    assert (found.outcome, found.answered) == (Outcome.NO_SHOW, True)
    journal.undo()
    assert journal.invitations.get(invitation).outcome is Outcome.PENDING


def test_only_an_answer_is_taken_back(journal: Journal) -> None:
    invitation = invited(journal, replace(ANA, sent_on=date(2026, 11, 10)), "2026-11-17")
    with pytest.raises(InvalidError, match="Ana to Riverside isn't answered yet"):
        journal.invitations.reopen(invitation)
    there = (AttendanceDraft(contact_id=1, name="Ana"),)
    journal.meetings.reflect(tuesday(journal, "2026-11-17"), STEADY, there)
    with pytest.raises(InvalidError, match="Ana is among those who were there"):
        journal.invitations.reopen(invitation)


def test_only_a_refusal_is_known_before_the_meeting(journal: Journal) -> None:
    invitation = invited(journal)
    for outcome in (Outcome.CAME, Outcome.NO_SHOW):
        with pytest.raises(InvalidError, match="has not begun"):
            journal.invitations.answer(invitation, outcome)
        with pytest.raises(InvalidError, match="has not begun"):
            invited(journal, replace(ANA, contact_id=2, outcome=outcome))
    with pytest.raises(InvalidError, match="Pending is no answer"):
        journal.invitations.answer(invitation, Outcome.PENDING)
    journal.invitations.answer(invitation, Outcome.DECLINED)
    assert journal.invitations.get(invitation).outcome is Outcome.DECLINED


def test_who_was_there_has_come(journal: Journal) -> None:
    invitation = invited(journal, replace(ANA, sent_on=date(2026, 11, 10)), "2026-11-17")
    there = (AttendanceDraft(contact_id=1, name="Ana"),)
    journal.meetings.reflect(tuesday(journal, "2026-11-17"), STEADY, there)
    found = journal.invitations.get(invitation)
    assert (found.outcome, found.answered) == (Outcome.CAME, False)
    with pytest.raises(InvalidError, match="Ana is among those who were there"):
        journal.invitations.answer(invitation, Outcome.NO_SHOW)
    journal.meetings.miss(tuesday(journal, "2026-11-17"))
    assert journal.invitations.get(invitation).outcome is Outcome.PENDING


def test_an_answer_stands_before_who_was_there(journal: Journal) -> None:
    invitation = invited(journal, replace(ANA, sent_on=date(2026, 11, 10)), "2026-11-17")
    journal.invitations.answer(invitation, Outcome.DECLINED)
    there = (AttendanceDraft(contact_id=1, name="Ana"),)
    journal.meetings.reflect(tuesday(journal, "2026-11-17"), STEADY, there)
    assert journal.invitations.get(invitation).outcome is Outcome.DECLINED


def test_a_meeting_that_is_called_off_voids_it(journal: Journal) -> None:
    invitation = invited(journal)
    journal.meetings.call_off(tuesday(journal))
    assert journal.invitations.get(invitation).voided
    with pytest.raises(InvalidError, match="Riverside was called off, so it asks for no answer"):
        journal.invitations.answer(invitation, Outcome.DECLINED)
    assert listed(journal, InvitationLook(voided=False)) == []


def test_one_that_is_withdrawn_is_gone_until_it_is_undone(journal: Journal) -> None:
    invitation = invited(journal)
    before = journal.invitations.get(invitation)
    journal.invitations.withdraw(invitation)
    with pytest.raises(NotFoundError, match="This invitation is no longer in the journal"):
        journal.invitations.get(invitation)
    journal.undo()
    assert journal.invitations.get(invitation) == before


def test_it_goes_with_its_contact_and_with_its_meeting(journal: Journal) -> None:
    invitation = invited(journal)
    before = journal.invitations.get(invitation)
    deletions: tuple[Verb, ...] = (
        lambda journal: journal.contacts.delete(1),
        lambda journal: journal.meetings.delete(before.meeting_id),
        lambda journal: journal.groups.delete(1),
    )
    for delete in deletions:
        delete(journal)
        assert listed(journal, InvitationLook()) == []
        journal.undo()
        assert journal.invitations.get(invitation) == before


@pytest.mark.parametrize(
    ("look", "found"),
    [
        (InvitationLook(), [4, 2, 1, 3]),
        (InvitationLook(outcomes=(Outcome.PENDING,)), [2, 1]),
        (InvitationLook(outcomes=(Outcome.CAME, Outcome.DECLINED)), [4, 3]),
        (InvitationLook(outcomes=(Outcome.PENDING,), until=TODAY), []),
        (InvitationLook(contact_id=2), [2, 3]),
        (InvitationLook(group_id=1), [2, 1, 3]),
        (InvitationLook(meeting_id=1), [2, 1]),
        (InvitationLook(meeting_id=1, contact_id=1), [1]),
        (InvitationLook(until=date(2026, 11, 17)), [3]),
    ],
)
def test_they_are_listed_by_meeting_and_narrowed(
    journal: Journal, look: InvitationLook, found: list[int]
) -> None:
    invited(journal)
    invited(journal, replace(ANA, contact_id=2))
    long_ago = InvitationDraft(contact_id=2, sent_on=date(2026, 11, 2))
    invited(journal, long_ago, "2026-11-10")
    there = (AttendanceDraft(contact_id=2, name="Bo"),)
    journal.meetings.reflect(tuesday(journal, "2026-11-10"), STEADY, there)
    declined = replace(ANA, outcome=Outcome.DECLINED)
    journal.invitations.send(declined, one_off("2026-12-01T08:00"))
    assert [one.id for one in listed(journal, look)] == found
    assert [one.id for one in journal.invitations.pages(look).page(1, 1)] == found[1:2]


@pytest.mark.parametrize(
    ("look", "found", "waiting", "coming"),
    [
        (InvitationLook(), [2, 1, 4, 5, 3, 6], 2, 2),
        (InvitationLook(contact_id=1), [1, 4], 1, 1),
        (InvitationLook(outcomes=(Outcome.DECLINED,)), [3], 0, 0),
        (InvitationLook(words="riv"), [2, 1, 4, 6], 2, 1),
        (InvitationLook(words="bo river"), [2, 6], 1, 0),
        (InvitationLook(words="break"), [5, 3], 0, 1),
        (InvitationLook(words="iver"), [], 0, 0),
        (InvitationLook(words="?!"), [2, 1, 4, 5, 3, 6], 2, 2),
    ],
)
def test_an_inquiry_begins_with_those_that_can_be_answered(
    journal: Journal, look: InvitationLook, found: list[int], waiting: int, coming: int
) -> None:
    long_ago = replace(ANA, sent_on=date(2026, 11, 2))
    invited(journal, long_ago, "2026-11-10")
    invited(journal, replace(long_ago, contact_id=2), "2026-11-17")
    declined = replace(ANA, contact_id=2, outcome=Outcome.DECLINED)
    journal.invitations.send(declined, one_off("2026-12-01T08:00"))
    invited(journal)
    journal.contacts.add(ContactDraft(name="Li"))
    journal.invitations.send(replace(ANA, contact_id=3), one_off("2026-12-01T09:00"))
    invited(journal, replace(long_ago, contact_id=2), "2026-11-03")
    journal.meetings.call_off(tuesday(journal, "2026-11-03"))
    inquiry = journal.invitations.inquiry(look)
    assert [one.id for one in inquiry.page(0, 99)] == found
    assert [one.id for one in inquiry.page(1, 1)] == found[1:2]
    assert (inquiry.total, inquiry.waiting, inquiry.coming) == (len(found), waiting, coming)
    assert sorted(one.id for one in listed(journal, look)) == sorted(found)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        (lambda journal: invited(journal, replace(ANA, contact_id=NOBODY)), "contact"),
        (lambda journal: journal.invitations.answer(NOBODY, Outcome.CAME), "invitation"),
        (lambda journal: journal.invitations.reopen(NOBODY), "invitation"),
        (lambda journal: journal.invitations.withdraw(NOBODY), "invitation"),
    ],
)
def test_who_or_what_is_not_there_is_named(journal: Journal, verb: Verb, noun: str) -> None:
    with pytest.raises(NotFoundError, match=f"This {noun} is no longer in the journal"):
        verb(journal)


@pytest.mark.parametrize(
    ("verb", "named"),
    [
        (
            lambda journal: invited(journal, replace(ANA, contact_id=2)),
            "Invited Bo to Riverside, Tue 24 Nov",
        ),
        (
            lambda journal: journal.invitations.answer(1, Outcome.DECLINED),
            "Ana, invited to Riverside: declined",
        ),
        (
            lambda journal: journal.invitations.withdraw(1),
            "Withdrew the invitation of Ana to Riverside",
        ),
    ],
)
def test_a_step_is_named_for_whom_it_is(journal: Journal, verb: Verb, named: str) -> None:
    invited(journal)
    verb(journal)
    step = journal.last_step()
    assert step is not None
    assert step.label == named


def test_undoing_an_invitation_takes_the_meeting_made_for_it_back(journal: Journal) -> None:
    journal.meetings.add(MeetingDraft(start=at("2026-11-25T08:00"), title="Fair"))
    invited(journal)
    journal.undo()
    assert tuesday(journal).meeting_id is None
