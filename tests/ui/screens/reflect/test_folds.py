"""The folds of the form: invitations, referrals and follow-ups noted with the reflection."""

from datetime import date, datetime

import pytest
from textual.widgets import Static

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.invitation import InvitationDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.widgets.answers import Answers
from netjournal.ui.widgets.entry_list import EntryList
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.whom import Whom
from tests.ui.conftest import StandingClock
from tests.ui.screens.reflect.conftest import LAST, begin, press, saved

pytestmark = pytest.mark.usefixtures("riverside")


def invite(journal: Journal, clock: StandingClock, *contacts: str) -> None:
    """Invites new contacts to the group's latest meeting before it was."""
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-11-12T09:00")
    for name in contacts:
        draft = InvitationDraft(
            contact_id=journal.contacts.add(ContactDraft(name=name)), sent_on=date(2026, 11, 12)
        )
        journal.invitations.send(draft, journal.meetings.occasion(1, LAST))
    clock.moment = now


def outcomes(journal: Journal) -> dict[str, str]:
    """What became of the invitations, by whom they were to."""
    pages = journal.invitations.pages()
    return {one.name: str(one.outcome) for one in pages.page(0, pages.total)}


def folds(form: ReflectScreen) -> str:
    """The row of folds as it is drawn."""
    return form.sheet.folds.render().plain


async def test_each_pending_invitation_is_answered_in_one_key(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    invite(journal, clock, "Bo Lind", "Cy Ames", "Di Ford", "Ed Hill")
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        assert "Invitations (4 pending)" in folds(form)
        await press(pilot, "4", "3", "1", "i", "y", "x", "c")
        assert "Invitations (1 pending)" in folds(form)
        await press(pilot, "enter")
        assert app.screen is not form
    assert sorted(outcomes(journal).values()) == ["came", "declined", "no-show", "pending"]
    journal.undo()
    assert set(outcomes(journal).values()) == {"pending"}
    assert journal.meetings.form(journal.meetings.occasion(1, LAST)).meeting is not None


async def test_who_is_ticked_has_come_by_that(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    invite(journal, clock, "Bo Lind")
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "tab", "'Bo Lind", "enter")
        assert "Invitations (1)" in folds(form)
        form.sheet.folds.focus()
        await press(pilot, "right", "right", "enter")
        answers = form.sheet.query_one(Answers)
        assert "came, as they were there" in str(answers.render())
        assert not answers.can_focus
        await press(pilot, "ctrl+s")
    assert outcomes(journal) == {"Bo Lind": "came"}


async def test_an_answer_can_be_taken_back_before_it_is_saved(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    invite(journal, clock, "Bo Lind")
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "i", "y", "backspace")
        assert "(1 pending)" in folds(form)
        assert form.sheet.entered.noted is None
        await press(pilot, "escape")
    assert journal.drafts.kept() == ()


async def test_someone_is_invited_to_the_next_meeting(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "i", "'Maya Brook", "enter", "'ana", "enter", "ctrl+s")
    (ana, maya) = sorted(
        journal.invitations.pages().page(0, 9), key=lambda invitation: invitation.name
    )
    assert (ana.name, maya.name) == ("Ana Ruiz", "Maya Brook")
    assert {ana.start, maya.start} == {"2026-11-24T07:00"}
    assert {ana.sent_on, maya.sent_on} == {LAST}


async def test_a_referral_takes_eight_keys_at_most_and_several_are_noted(
    app: NetjournalApp, journal: Journal
) -> None:
    first = ["r", "g", "tab", "'ana", "enter", "4"]
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", *first)
        assert form.focused is form.sheet.query_one("#referrals-prospect", Whom).line
        await press(pilot, "'Tom Hale", "enter", "'a roof", "enter")
        await press(pilot, "r", "tab", "'jo", "enter", "ctrl+s")
        assert app.screen is not form
    assert sum(not key.startswith("'") for key in (*first, "ctrl+s")) <= 8
    got, given = journal.referrals.pages().page(0, 9)
    assert (given.direction, given.partner, given.level) == ("given", "Ana Ruiz", 4)
    assert (given.prospect, given.note, given.day) == ("Tom Hale", "a roof", LAST)
    assert (got.direction, got.partner, got.level) == ("received", "Jo March", None)
    assert given.meeting_id == got.meeting_id == saved(journal).id


async def test_follow_ups_are_due_on_natural_days(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "f", "'ana", "enter", "'ring her", "enter")
        await press(pilot, "'fri", "enter", "'Hal Moss", "enter", "'a book", "ctrl+s")
    ring, book = journal.follow_ups.open()
    assert (ring.name, ring.what, ring.due) == ("Ana Ruiz", "ring her", date(2026, 11, 20))
    assert (book.name, book.what, book.due) == ("Hal Moss", "a book", None)


async def test_the_folds_are_kept_in_the_draft_whole(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    invite(journal, clock, "Bo Lind")
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "i", "y", "r", "g", "tab", "'ana", "enter", "'half")
        form.sheet.folds.focus()
        await press(pilot, "f", "'Ha", "tab", "'ring", "tab", "'tomorrow")
        before = form.sheet.entered
        await press(pilot, "escape")
        assert len(journal.drafts.kept("reflection")) == 1
        clock.moment = datetime.fromisoformat("2026-11-20T09:30")
        form = await begin(pilot, journal)
        after = form.sheet.entered
        assert before.noted is not None
        assert after.noted is not None
        assert after.noted.answers == before.noted.answers
        assert after.noted.referrals == before.noted.referrals
        (follow_up,) = after.noted.follow_ups
        assert (follow_up.contact.typed, follow_up.due_day) == ("Ha", date(2026, 11, 19))
        assert {"invitations", "referrals", "follow_ups"} <= form.sheet.folds.unfolded
        assert form.sheet.query_one("#follow_ups-due", Line).value == "Thu 19 Nov 2026"
        await press(pilot, "ctrl+z")
        assert form.sheet.entered.noted is None
        await press(pilot, "ctrl+z")
        assert form.sheet.entered == after


async def test_what_is_recorded_is_shown_and_not_doubled(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "a", "r", "g", "tab", "'ana", "enter", "ctrl+s")
        form = await begin(pilot, journal)
        assert "Referrals (1)" in folds(form)
        await press(pilot, "r")
        known = form.sheet.query_one(".entries--known", Static)
        assert str(known.content) == "✓ given to Ana Ruiz · passed"
        assert form.sheet.entered.noted is None
        form.sheet.query_one("#energy").focus()
        await press(pilot, "5", "ctrl+s")
    assert journal.referrals.pages().total == 1


async def test_an_error_in_a_fold_opens_it_at_its_field(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "r", "g", "tab", "'ana", "enter", "tab")
        await press(pilot, "'ana", "enter", "'one", "enter", "r", "tab", "'Zed")
        await press(pilot, "ctrl+s")
        assert app.screen is form
        assert form.focused is form.sheet.query_one("#referrals-partner", Whom).line
        await press(pilot, "enter")
        form.sheet.folds.focus()
        await press(pilot, "left", "left", "left", "enter")
        assert "referrals" not in form.sheet.folds.unfolded
        await press(pilot, "ctrl+s")
        assert app.screen is form
        assert "referrals" in form.sheet.folds.unfolded
        prospect = form.sheet.query_one("#referrals-prospect", Whom)
        assert form.focused is prospect.line
        assert form.sheet.query_one("#referrals-note", Line).value == "one"
        await press(pilot, "backspace", "ctrl+s")
        assert app.screen is not form
    assert [one.partner for one in journal.referrals.pages().page(0, 9)] == ["Zed", "Ana Ruiz"]


async def test_an_entry_is_taken_out_of_the_list(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "f", "'ana", "enter", "'a", "tab", "enter")
        await press(pilot, "'li", "enter", "'b", "tab", "enter")
        form.sheet.query_one(EntryList).focus()
        await press(pilot, "k", "k", "enter")
        assert form.sheet.query_one("#follow_ups-what", Line).value == "a"
        form.sheet.query_one(EntryList).focus()
        await press(pilot, "d", "ctrl+s")
    assert [one.name for one in journal.follow_ups.open()] == ["Li Wei"]


async def test_the_folds_stay_unbuilt_until_they_are_opened(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    invite(journal, clock, "Bo Lind")
    async with app.run_test(size=(80, 24)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3")
        assert not form.sheet.query(Answers)
        await press(pilot, "i", "escape")
        assert len(journal.drafts.kept()) == 1


async def test_answers_stay_behind_when_it_was_another_meeting(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    invite(journal, clock, "Bo Lind")
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "i", "y", "ctrl+g", "'book fair yesterday 6pm", "enter")
        assert form.sheet.entered.noted is None
        await press(pilot, "ctrl+s")
        assert app.screen is not form
    assert outcomes(journal) == {"Bo Lind": "pending"}


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_hostile_text_in_the_folds_shows_and_does_nothing(
    app: NetjournalApp, journal: Journal, clock: StandingClock, size: tuple[int, int]
) -> None:
    invite(journal, clock, "[@click=app.quit]x[/]", "Bob [/]", "\u202eevil")
    async with app.run_test(size=size) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "i", "y", "y", "tab", "'[/] x", "enter", "tab")
        form.sheet.folds.focus()
        await press(pilot, "r", "g", "tab", "'[b", "tab", "tab", "tab", "'[/]", "enter")
        form.sheet.query_one(EntryList).focus()
        await press(pilot, "k", "ctrl+s")
        assert app.is_running
        assert app.screen is form
