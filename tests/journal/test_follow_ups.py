"""What can be done with follow-ups."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import Fit, FollowUp, FollowUpDraft
from tests.conftest import SetClock

NOBODY = 99
TODAY = date(2026, 11, 21)
DECK = FollowUpDraft(contact_id=1, what="Send the deck", due=date(2026, 11, 27), fit=Fit.GOOD)
Verb = Callable[[Journal], object]


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana and Bo, by their ids 1 and 2."""
    for name in ("Ana", "Bo"):
        journal.contacts.add(ContactDraft(name=name))


def what(follow_ups: tuple[FollowUp, ...]) -> list[str]:
    """What is to be done."""
    return [follow_up.what for follow_up in follow_ups]


def next_due(journal: Journal, name: str = "Ana") -> str | None:
    """When the next follow-up of a contact is due, as the list of contacts has it."""
    lines = {line.name: line for line in journal.contacts.pages().page(0, 9)}
    return lines[name].next_due


def test_a_follow_up_is_read_back_as_it_was_said(journal: Journal) -> None:
    found = journal.follow_ups.get(journal.follow_ups.add(DECK))
    assert all(getattr(found, name) == getattr(DECK, name) for name in DECK.__dataclass_fields__)
    assert (found.name, found.added_on, found.done_on, found.answered) == ("Ana", TODAY, None, None)


def test_it_may_be_due_some_day_or_have_been_due_long_ago(journal: Journal) -> None:
    some_day = journal.follow_ups.add(replace(DECK, due=None, fit=None))
    long_ago = journal.follow_ups.add(replace(DECK, due=date(2025, 1, 1)))
    assert journal.follow_ups.get(some_day).due is None
    assert journal.follow_ups.get(long_ago).due == date(2025, 1, 1)
    assert next_due(journal) == "2025-01-01"


def test_a_revised_follow_up_has_what_was_said_last(journal: Journal) -> None:
    follow_up = journal.follow_ups.add(DECK)
    journal.follow_ups.revise(follow_up, FollowUpDraft(contact_id=2, what=" Call\n", due=TODAY))
    found = journal.follow_ups.get(follow_up)
    assert (found.name, found.what, found.due, found.fit) == ("Bo", "Call", TODAY, None)
    assert found.added_on == TODAY
    assert (next_due(journal), next_due(journal, "Bo")) == (None, "2026-11-21")
    journal.undo()
    assert journal.follow_ups.get(follow_up).what == "Send the deck"


def test_a_deleted_follow_up_is_gone_until_it_is_undone(journal: Journal) -> None:
    follow_up = journal.follow_ups.add(DECK)
    before = journal.follow_ups.get(follow_up)
    journal.follow_ups.delete(follow_up)
    with pytest.raises(NotFoundError, match="This follow-up is no longer in the journal"):
        journal.follow_ups.get(follow_up)
    journal.undo()
    assert journal.follow_ups.get(follow_up) == before


def test_one_that_is_done_is_done_today_unless_said(journal: Journal) -> None:
    today = journal.follow_ups.add(DECK)
    earlier = journal.follow_ups.add(DECK)
    journal.follow_ups.done(today)
    journal.follow_ups.done(earlier, False, date(2026, 11, 19))
    assert journal.follow_ups.get(today).done_on == TODAY
    assert journal.follow_ups.get(today).answered is None
    assert journal.follow_ups.get(earlier).done_on == date(2026, 11, 19)
    assert journal.follow_ups.get(earlier).answered is False
    assert next_due(journal) is None


def test_whether_they_answered_can_be_said_later(journal: Journal, clock: SetClock) -> None:
    follow_up = journal.follow_ups.add(DECK)
    journal.follow_ups.done(follow_up)
    clock.moment += timedelta(days=3)
    journal.follow_ups.done(follow_up, True)
    assert journal.follow_ups.get(follow_up).done_on == TODAY
    journal.follow_ups.done(follow_up, on=date(2026, 11, 20))
    found = journal.follow_ups.get(follow_up)
    assert (found.done_on, found.answered) == (date(2026, 11, 20), True)


def test_one_that_is_reopened_is_open_and_unanswered(journal: Journal) -> None:
    follow_up = journal.follow_ups.add(DECK)
    before = journal.follow_ups.get(follow_up)
    journal.follow_ups.done(follow_up, True)
    journal.follow_ups.reopen(follow_up)
    assert journal.follow_ups.get(follow_up) == before
    assert next_due(journal) == "2026-11-27"


def test_one_that_is_put_off_is_due_then(journal: Journal) -> None:
    follow_up = journal.follow_ups.add(replace(DECK, due=None))
    journal.follow_ups.snooze(follow_up, date(2026, 12, 4))
    assert journal.follow_ups.get(follow_up).due == date(2026, 12, 4)
    journal.follow_ups.snooze(follow_up, TODAY)
    assert journal.follow_ups.get(follow_up).due == TODAY


def test_what_is_done_or_past_is_not_put_off(journal: Journal) -> None:
    follow_up = journal.follow_ups.add(DECK)
    with pytest.raises(InvalidError, match="Fri 20 Nov 2026 has passed"):
        journal.follow_ups.snooze(follow_up, date(2026, 11, 20))
    journal.follow_ups.done(follow_up)
    with pytest.raises(InvalidError, match="is done; reopen it first"):
        journal.follow_ups.snooze(follow_up, date(2026, 12, 4))
    assert journal.follow_ups.get(follow_up).due == DECK.due


@pytest.mark.parametrize(
    ("draft", "field", "sentence"),
    [
        (replace(DECK, what=" \n"), "what", "What is empty; type one."),
        (replace(DECK, what="x" * 10_001), "what", "What is longer"),
        (replace(DECK, due=date(2201, 1, 1)), "due", "Due can't be more than 2200-12-31."),
        (replace(DECK, answered=True), "answered", "Answered is known only once it is done."),
        (
            replace(DECK, done_on=date(2026, 11, 22)),
            "done_on",
            "Sun 22 Nov 2026 is still to come; leave it open until then.",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    journal: Journal, draft: FollowUpDraft, field: str, sentence: str
) -> None:
    standing = journal.follow_ups.add(DECK)
    for verb in (
        lambda: journal.follow_ups.add(draft),
        lambda: journal.follow_ups.revise(standing, draft),
    ):
        with pytest.raises(InvalidError) as refused:
            verb()
        assert refused.value.fields[field].startswith(sentence)
    assert journal.follow_ups.open() == (journal.follow_ups.get(standing),)


def test_none_is_done_in_the_future(journal: Journal) -> None:
    follow_up = journal.follow_ups.add(DECK)
    with pytest.raises(InvalidError, match="Sun 22 Nov 2026 is still to come"):
        journal.follow_ups.done(follow_up, on=date(2026, 11, 22))
    assert journal.follow_ups.get(follow_up).done_on is None


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        (lambda journal: journal.follow_ups.add(replace(DECK, contact_id=NOBODY)), "contact"),
        (lambda journal: journal.follow_ups.revise(NOBODY, DECK), "follow-up"),
        (lambda journal: journal.follow_ups.done(NOBODY), "follow-up"),
        (lambda journal: journal.follow_ups.reopen(NOBODY), "follow-up"),
        (lambda journal: journal.follow_ups.snooze(NOBODY, TODAY), "follow-up"),
        (lambda journal: journal.follow_ups.delete(NOBODY), "follow-up"),
    ],
)
def test_who_or_what_is_not_there_is_named(journal: Journal, verb: Verb, noun: str) -> None:
    with pytest.raises(NotFoundError, match=f"This {noun} is no longer in the journal"):
        verb(journal)


@pytest.fixture
def several(journal: Journal) -> Journal:
    """Follow-ups of every sort, noted in no order."""
    for contact_id, said, due, done_on in (
        (1, "some day", None, None),
        (2, "later", date(2026, 12, 24), None),
        (1, "overdue", date(2026, 11, 1), None),
        (1, "done early", date(2026, 11, 30), date(2026, 11, 2)),
        (1, "today", TODAY, None),
        (1, "done late", None, date(2026, 11, 20)),
        (1, "some day too", None, None),
    ):
        journal.follow_ups.add(
            FollowUpDraft(contact_id=contact_id, what=said, due=due, done_on=done_on)
        )
    return journal


def test_the_open_ones_come_soonest_due_first(several: Journal) -> None:
    assert what(several.follow_ups.open()) == [
        "overdue",
        "today",
        "later",
        "some day",
        "some day too",
    ]


def test_those_due_by_a_day_leave_out_what_is_due_some_day(several: Journal) -> None:
    assert what(several.follow_ups.open(TODAY)) == ["overdue", "today"]
    assert what(several.follow_ups.open(date(2026, 10, 31))) == []


def test_all_of_them_have_the_latest_done_last(several: Journal) -> None:
    assert what(several.follow_ups.all()) == [
        *what(several.follow_ups.open()),
        "done late",
        "done early",
    ]


def test_those_of_a_contact_have_the_latest_done_last(several: Journal) -> None:
    assert what(several.follow_ups.of(1)) == [
        "overdue",
        "today",
        "some day",
        "some day too",
        "done late",
        "done early",
    ]
    assert what(several.follow_ups.of(2)) == ["later"]
    assert several.follow_ups.of(NOBODY) == ()


def test_a_deleted_contact_takes_their_follow_ups_along(several: Journal) -> None:
    several.contacts.delete(1)
    assert what(several.follow_ups.open()) == ["later"]
    several.undo()
    assert len(several.follow_ups.open()) == 5


@pytest.mark.parametrize(
    ("verb", "named"),
    [
        (lambda journal: journal.follow_ups.add(DECK), "Noted a follow-up for Ana"),
        (lambda journal: journal.follow_ups.revise(1, DECK), "Changed a follow-up for Ana"),
        (lambda journal: journal.follow_ups.done(1), "Did a follow-up for Bo"),
        (lambda journal: journal.follow_ups.snooze(1, TODAY), "Put off a follow-up for Bo"),
        (lambda journal: journal.follow_ups.delete(1), "Deleted a follow-up for Bo"),
        (lambda journal: journal.follow_ups.reopen(2), "Reopened a follow-up for Ana"),
    ],
)
def test_a_step_is_named_for_whom_it_is(journal: Journal, verb: Verb, named: str) -> None:
    journal.follow_ups.add(FollowUpDraft(contact_id=2, what="Call"))
    journal.follow_ups.add(FollowUpDraft(contact_id=1, what="Write", done_on=TODAY))
    verb(journal)
    step = journal.last_step()
    assert step is not None
    assert step.label == named
