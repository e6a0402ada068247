"""The versions of why a group is worth others' time."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.give_and_get import Invited
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft, Outcome
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at

Verb = Callable[[], object]


@pytest.fixture
def mill(journal: Journal, clock: SetClock) -> int:
    """A group with three versions, of 1, 6 and 11 November."""
    clock.moment = at("2026-11-01T10:00")
    group = journal.groups.join(GroupDraft(name="Mill"), TUESDAYS, "First.")
    for said in ("Second.", "Third."):
        clock.moment += timedelta(days=5)
        journal.groups.state_value(group, said)
    clock.moment = at("2026-11-21T12:00")
    return group


def invite(
    journal: Journal, group: int, name: str, sent: str, day: str, outcome: Outcome | None = None
) -> int:
    """Sends an invitation to the meeting of a day."""
    who = journal.contacts.add(ContactDraft(name=name))
    invitation = journal.invitations.send(
        InvitationDraft(contact_id=who, sent_on=date.fromisoformat(sent)),
        journal.meetings.occasion(group, date.fromisoformat(day)),
    )
    if outcome is not None:
        journal.invitations.answer(invitation, outcome)
    return invitation


def said(journal: Journal, group: int) -> list[str]:
    return [one.text for one in journal.groups.values(group)]


def test_the_versions_are_listed_newest_first_with_their_day(journal: Journal, mill: int) -> None:
    journal.groups.join(GroupDraft(name="Rotary"), None, "Other.")
    found = journal.groups.values(mill)
    assert [(one.text, one.stated_at.date().day) for one in found] == [
        ("Third.", 11),
        ("Second.", 6),
        ("First.", 1),
    ]
    assert [one.invited for one in found] == [Invited()] * 3


def test_each_says_what_became_of_the_invitations_sent_with_it(journal: Journal, mill: int) -> None:
    invite(journal, mill, "Ana", "2026-11-02", "2026-11-03", Outcome.CAME)
    invite(journal, mill, "Bo", "2026-11-03", "2026-11-10", Outcome.NO_SHOW)
    invite(journal, mill, "Cy", "2026-11-07", "2026-11-17", Outcome.DECLINED)
    invite(journal, mill, "Di", "2026-11-12", "2026-11-17")
    invite(journal, mill, "Ed", "2026-11-12", "2026-11-24")
    called_off = journal.meetings.occasion(mill, date(2026, 12, 1))
    invite(journal, mill, "Flo", "2026-11-12", "2026-12-01")
    journal.meetings.call_off(called_off)
    third, second, first = journal.groups.values(mill)
    assert first.invited == Invited(sent=2, came=1, no_show=1)
    assert second.invited == Invited(sent=1, declined=1)
    assert third.invited == Invited(sent=2, pending_past=1)
    there = journal.meetings.occasion(mill, date(2026, 11, 17))
    di = journal.contacts.meant("Di").id
    journal.meetings.reflect(there, STEADY, (AttendanceDraft(contact_id=di, name="Di"),))
    assert journal.groups.values(mill)[0].invited == Invited(sent=2, came=1)


def test_a_version_is_put_right_and_keeps_its_day(journal: Journal, mill: int) -> None:
    newest = journal.groups.values(mill)[0]
    journal.groups.correct_value(newest.id, " Better. ")
    assert said(journal, mill) == ["Better.", "Second.", "First."]
    assert journal.groups.values(mill)[0].stated_at == newest.stated_at
    assert journal.groups.get(mill).value_statement == "Better."
    assert journal.undo().label == "Corrected why Mill is worth it"
    assert said(journal, mill)[0] == "Third."


def test_what_went_out_with_a_deleted_version_went_out_with_the_one_before(
    journal: Journal, mill: int
) -> None:
    invite(journal, mill, "Ana", "2026-11-02", "2026-11-03", Outcome.CAME)
    invite(journal, mill, "Cy", "2026-11-07", "2026-11-17", Outcome.DECLINED)
    _, second, first = journal.groups.values(mill)
    journal.groups.delete_value(second.id)
    assert said(journal, mill) == ["Third.", "First."]
    assert journal.groups.values(mill)[1].invited == Invited(sent=2, came=1, declined=1)
    journal.groups.delete_value(first.id)
    assert said(journal, mill) == ["Third."]
    assert journal.groups.values(mill)[0].invited == Invited()
    journal.undo()
    assert journal.undo().label == "Deleted why Mill is worth it"
    assert [one.invited.sent for one in journal.groups.values(mill)] == [0, 1, 1]


@pytest.mark.parametrize("text", ["", " \n ", "\x1b"])
def test_a_blank_version_is_refused(journal: Journal, mill: int, text: str) -> None:
    newest = journal.groups.values(mill)[0].id
    verbs: tuple[Verb, ...] = (
        lambda: journal.groups.correct_value(newest, text),
        lambda: journal.groups.state_value(mill, text),
    )
    for verb in verbs:
        with pytest.raises(InvalidError) as refused:
            verb()
        assert refused.value.fields == {
            "value_statement": "The value statement is empty; write one."
        }


def test_one_too_long_is_refused_at_its_field(journal: Journal, mill: int) -> None:
    newest = journal.groups.values(mill)[0].id
    verbs: tuple[Verb, ...] = (
        lambda: journal.groups.correct_value(newest, "x" * 65_537),
        lambda: journal.groups.state_value(mill, "x" * 65_537),
    )
    for verb in verbs:
        with pytest.raises(InvalidError) as refused:
            verb()
        assert refused.value.fields == {
            "value_statement": "Value statement is longer than 65,536 characters; shorten it."
        }


def test_a_version_that_is_gone_is_said_to_be(journal: Journal, mill: int) -> None:
    verbs: tuple[Verb, ...] = (
        lambda: journal.groups.correct_value(99, "x"),
        lambda: journal.groups.delete_value(99),
        lambda: journal.groups.values(99),
    )
    for verb in verbs:
        with pytest.raises(NotFoundError, match="no longer in the journal"):
            verb()
