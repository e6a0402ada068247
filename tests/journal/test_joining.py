"""Joining a group, trying something there, and leaving it."""

from datetime import date
from decimal import Decimal

import pytest

from netjournal.errors import ConflictError, InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.group import Commitment, GroupDraft, Period, Sincerity, Status
from netjournal.model.joining import AskedInto, DueLookBack, ExperimentDraft, Joining
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at

TODAY = date(2026, 11, 21)
JOINING = Joining(
    joined_on=date(2026, 11, 20),
    commitment=Commitment.ALL_IN,
    motive="To refer.",
    interest=5,
    dues=Decimal("120.50"),
    dues_period=Period.QUARTER,
    fee=Decimal(12),
    willing_hours=Decimal("7.5"),
)


@pytest.fixture
def mill(journal: Journal) -> int:
    """A group I was asked into."""
    draft = GroupDraft(
        name="Mill",
        status=Status.CANDIDATE,
        sincerity=Sincerity.BOOSTING,
        asked_on=date(2026, 11, 3),
        purpose="Referrals",
        notes="Parking behind",
    )
    return journal.groups.join(draft, TUESDAYS, "People who ring back.", inviter="Ana Ruiz")


def test_joining_says_what_i_promise_and_leaves_the_rest(journal: Journal, mill: int) -> None:
    before = journal.groups.get(mill)
    journal.groups.accept(mill, JOINING)
    group = journal.groups.get(mill)
    assert (group.status, group.joined_on) == (Status.MEMBER, date(2026, 11, 20))
    assert (group.commitment, group.motive, group.interest) == (Commitment.ALL_IN, "To refer.", 5)
    assert (group.dues, group.dues_period, group.fee) == (
        Decimal("120.50"),
        Period.QUARTER,
        Decimal(12),
    )
    assert group.willing_hours == Decimal("7.5")
    for field in ("purpose", "notes", "invited_by", "sincerity", "asked_on", "schedules"):
        assert getattr(group, field) == getattr(before, field) is not None
    assert journal.undo().label == "Joined Mill"
    assert journal.groups.get(mill) == before


def test_a_group_is_tried_out_and_then_joined_but_not_twice(journal: Journal, mill: int) -> None:
    journal.groups.accept(mill, Joining(status=Status.TRIAL, joined_on=TODAY))
    step = journal.last_step()
    assert step is not None
    assert step.label == "Tried out Mill"
    journal.groups.accept(mill, JOINING)
    with pytest.raises(ConflictError, match="member of Mill already"):
        journal.groups.accept(mill, JOINING)


def test_who_left_can_join_again(journal: Journal, mill: int) -> None:
    journal.groups.accept(mill, JOINING)
    journal.groups.leave(mill)
    journal.groups.accept(mill, JOINING)
    group = journal.groups.get(mill)
    assert (group.status, group.left_on) == (Status.MEMBER, None)


@pytest.mark.parametrize(
    ("joining", "field"),
    [
        (Joining(joined_on=TODAY, interest=6), "interest"),
        (Joining(joined_on=TODAY, dues=Decimal("1.005")), "dues"),
        (Joining(joined_on=TODAY, dues=Decimal(-1)), "dues"),
        (Joining(joined_on=TODAY, willing_hours=Decimal(-1)), "willing_hours"),
    ],
)
def test_what_cannot_be_promised_is_refused_at_its_field(
    journal: Journal, mill: int, joining: Joining, field: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        journal.groups.accept(mill, joining)
    assert set(refused.value.fields) == {field}
    assert journal.groups.get(mill).status is Status.CANDIDATE


def test_leaving_sets_the_day_and_keeps_what_is_recorded(journal: Journal, mill: int) -> None:
    journal.groups.accept(mill, JOINING)
    occasion = journal.meetings.occasion(mill, date(2026, 11, 17))
    journal.meetings.reflect(occasion, STEADY, ())
    journal.groups.leave(mill, date(2026, 11, 20))
    group = journal.groups.get(mill)
    assert (group.status, group.left_on) == (Status.LEFT, date(2026, 11, 20))
    assert group.motive == "To refer."
    (line,) = journal.groups.lines()
    assert (line.meetings, line.next_start) == (1, None)
    assert journal.today().coming == ()
    assert journal.undo().label == "Left Mill"
    assert journal.groups.get(mill).status is Status.MEMBER


def test_without_a_day_one_leaves_today_and_a_candidate_is_declined(
    journal: Journal, mill: int
) -> None:
    journal.groups.leave(mill)
    group = journal.groups.get(mill)
    assert (group.status, group.left_on) == (Status.LEFT, TODAY)
    assert journal.groups.asked_into() == AskedInto(boosting=1)
    assert journal.undo().label == "Declined Mill"


def test_leaving_is_refused_with_a_sentence(journal: Journal, mill: int) -> None:
    journal.groups.accept(mill, JOINING)
    with pytest.raises(InvalidError, match="Sun 22 Nov 2026 is to come") as refused:
        journal.groups.leave(mill, date(2026, 11, 22))
    assert set(refused.value.fields) == {"left_on"}
    with pytest.raises(InvalidError, match="It was joined on Fri 20 Nov 2026; say a day from"):
        journal.groups.leave(mill, date(2026, 11, 19))
    journal.groups.leave(mill, TODAY)
    with pytest.raises(ConflictError, match="You left Mill on Sat 21 Nov 2026 already"):
        journal.groups.leave(mill)
    with pytest.raises(NotFoundError):
        journal.groups.leave(99)


def test_a_group_that_was_left_without_a_day_plans_nothing(journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Mill", status=Status.LEFT), TUESDAYS)
    assert journal.groups.lines()[0].next_start is None


def test_what_became_of_being_asked_is_counted(journal: Journal, mill: int) -> None:
    journal.groups.join(GroupDraft(name="Own"))
    journal.groups.join(GroupDraft(name="Rotary", interest=2), inviter="Ana Ruiz")
    seen = journal.groups.join(GroupDraft(name="Club", status=Status.LEFT), inviter="Bo")
    assert journal.groups.asked_into() == AskedInto(boosting=1, unsaid=2, accepted=1, reluctant=1)
    occasion = journal.meetings.occasion(seen, date(2026, 11, 17))
    journal.meetings.reflect(occasion, STEADY, ())
    assert journal.groups.asked_into().accepted == 2


def test_an_experiment_wants_a_look_back_once_it_is_over(
    journal: Journal, clock: SetClock, mill: int
) -> None:
    other = journal.groups.join(GroupDraft(name="Rotary"))
    trying = ExperimentDraft(
        experiment="All in until December",
        experiment_from=date(2026, 9, 1),
        experiment_until=date(2026, 11, 30),
    )
    journal.groups.experiment(mill, trying)
    journal.groups.experiment(other, ExperimentDraft(experiment_until=date(2026, 11, 10)))
    assert [one.group for one in journal.groups.look_backs()] == ["Rotary"]
    clock.moment = at("2026-11-30T23:59")
    assert [line.name for line in journal.groups.lines() if line.look_back] == ["Rotary"]
    clock.moment = at("2026-12-01T00:00")
    rotary, found = journal.groups.look_backs()
    assert rotary.group == "Rotary"
    assert found == DueLookBack(
        group_id=mill,
        group="Mill",
        experiment="All in until December",
        experiment_from=date(2026, 9, 1),
        experiment_until=date(2026, 11, 30),
    )
    journal.groups.experiment(
        mill,
        ExperimentDraft(
            experiment="All in until December",
            experiment_until=date(2026, 11, 30),
            experiment_outcome="It paid.",
        ),
    )
    assert [one.group for one in journal.groups.look_backs()] == ["Rotary"]
    assert journal.groups.get(mill).purpose == "Referrals"
    assert journal.undo().label == "Changed the experiment with Mill"
    assert len(journal.groups.look_backs()) == 2


def test_an_experiment_that_ends_before_it_begins_is_refused(journal: Journal, mill: int) -> None:
    backward = ExperimentDraft(experiment_from=TODAY, experiment_until=date(2026, 11, 1))
    with pytest.raises(InvalidError) as refused:
        journal.groups.experiment(mill, backward)
    assert set(refused.value.fields) == {"experiment_until"}
