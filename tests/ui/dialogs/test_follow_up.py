"""The forms for a follow-up: to note it, to put it off, to say how it ended."""

from datetime import date

import pytest

from netjournal.model.follow_up import Fit, FollowUp, FollowUpDraft
from netjournal.ui.dialogs.answered import AnsweredDialog, Finished
from netjournal.ui.dialogs.follow_up import FollowUpDialog, SnoozeDialog
from netjournal.ui.widgets.whom import Named
from tests.ui.dialogs.filling import filled

TODAY = date(2026, 11, 18)
ANA = Named(1, "Ana Ruiz")
OPEN = FollowUp(
    id=3,
    contact_id=1,
    name="Ana Ruiz",
    what="send the plan",
    due=date(2026, 11, 9),
    fit=Fit.UNSURE,
    added_on=date(2026, 11, 1),
)
DONE = FollowUp(
    id=3,
    contact_id=1,
    name="Ana Ruiz",
    what="send the plan",
    done_on=date(2026, 11, 12),
    answered=False,
    added_on=date(2026, 11, 1),
)


async def test_what_is_to_be_done_and_until_when() -> None:
    given, seen = await filled(
        FollowUpDialog(TODAY, ANA), *"call her", "tab", *"fri", "tab", "g", "ctrl+s"
    )
    assert given == [
        FollowUpDraft(contact_id=1, what="call her", due=date(2026, 11, 20), fit=Fit.GOOD)
    ]
    assert "Follow up with Ana Ruiz" in seen


async def test_it_may_wait_for_some_day() -> None:
    given, _ = await filled(FollowUpDialog(TODAY, ANA), *"call her", "enter")
    assert given == [FollowUpDraft(contact_id=1, what="call her")]


async def test_one_due_in_the_past_is_taken_and_said_to_be_past() -> None:
    given, seen = await filled(FollowUpDialog(TODAY, ANA, OPEN))
    assert given == []
    assert "= Mon 9 Nov, 9 days ago" in seen
    given, _ = await filled(FollowUpDialog(TODAY, ANA, OPEN), "ctrl+s")
    assert given == [
        FollowUpDraft(contact_id=1, what="send the plan", due=date(2026, 11, 9), fit=Fit.UNSURE)
    ]


async def test_only_one_that_is_done_asks_how_it_ended() -> None:
    _, seen = await filled(FollowUpDialog(TODAY, ANA, OPEN))
    assert "They answered" not in seen
    given, seen = await filled(
        FollowUpDialog(TODAY, ANA, DONE), "tab", "tab", "tab", "tab", "y", "ctrl+s"
    )
    assert "They answered" in seen
    assert given == [
        FollowUpDraft(contact_id=1, what="send the plan", done_on=date(2026, 11, 12), answered=True)
    ]


async def test_a_day_that_cannot_be_read_is_refused() -> None:
    given, seen = await filled(FollowUpDialog(TODAY, ANA), "x", "tab", *"soon", "enter")
    assert given == []
    assert "isn't a day I can read" in seen


async def test_it_is_put_off_to_a_day_in_words() -> None:
    given, seen = await filled(SnoozeDialog(TODAY, OPEN), *"in 2 weeks", "enter")
    assert given == [date(2026, 12, 2)]
    assert "send the plan" in seen
    given, seen = await filled(SnoozeDialog(TODAY, OPEN), "enter")
    assert given == []
    assert "Say the day" in seen


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("y", Finished(True)),
        ("n", Finished(False)),
        ("enter", Finished(None)),
        ("escape", None),
    ],
)
async def test_one_key_says_whether_they_answered(key: str, answer: Finished | None) -> None:
    given, seen = await filled(AnsweredDialog("meet [/] Bob"), key)
    assert given == [answer]
    assert "Done: meet [/] Bob" in seen
