"""The reflection form against a real journal: each flow, key by key."""

import os
import signal
import sqlite3
from datetime import date, datetime, time
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft
from netjournal.model.meeting import Meeting, MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done, ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.desk import Desk
from netjournal.ui.dialogs.occasion import OccasionDialog
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.widgets.answers import Answers
from netjournal.ui.widgets.entry_list import EntryList
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.whom import Whom
from tests.ui.conftest import StandingClock, settle

TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU",
    anchor=date(2026, 11, 17),
    start_time=time(7),
    duration_minutes=90,
)
LAST = date(2026, 11, 17)
BEFORE = date(2026, 11, 10)
NAMES = ("Ana Ruiz", "Jo March", "Li Wei", "Zoë Ünal")

pytestmark = pytest.mark.usefixtures("riverside")


@pytest.fixture
def riverside(journal: Journal, clock: StandingClock) -> int:
    """A group that met yesterday and, with four people, a week before that."""
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-11-01T09:00")
    group = journal.groups.join(GroupDraft(name="BNI Riverside"), TUESDAYS)
    clock.moment = now
    ratings = ReflectionDraft(energy=3, confidence=3, pushiness=3)
    there = tuple(AttendanceDraft(name=name) for name in NAMES)
    journal.meetings.reflect(journal.meetings.occasion(group, BEFORE), ratings, there)
    journal.meetings.miss(journal.meetings.occasion(group, date(2026, 11, 3)))
    return group


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys; a text of several words or letters marked by a quote is typed."""
    for key in keys:
        if key.startswith("'"):
            await pilot.press(*("space" if letter == " " else letter for letter in key[1:]))
        else:
            await pilot.press(key)
        await settle(pilot)


async def begin(pilot: Pilot[None], journal: Journal, day: date = LAST) -> ReflectScreen:
    """Opens the form on the group's meeting on a day."""
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, NetjournalApp)
    form = ReflectScreen(app.desk, journal.meetings.occasion(1, day))
    await app.push_screen(form)
    await settle(pilot)
    return form


def saved(journal: Journal, day: date = LAST) -> Meeting:
    """What is recorded of the group's meeting on a day."""
    meeting = journal.meetings.form(journal.meetings.occasion(1, day)).meeting
    assert meeting is not None
    return meeting


def names(meeting: Meeting) -> list[str]:
    return [person.name for person in meeting.attendances]


async def test_three_digits_and_enter_save_from_today(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "r", "4", "3", "1", "enter")
        assert not isinstance(app.screen, ReflectScreen)
    reflection = saved(journal).reflection
    assert reflection is not None
    assert (reflection.energy, reflection.confidence, reflection.pushiness) == (4, 3, 1)
    assert reflection.energy_before is None
    assert reflection.opportunities is None
    assert saved(journal).attendances == ()
    assert saved(journal).pitched is None
    assert journal.drafts.kept() == ()


async def test_enter_on_the_empty_name_line_takes_those_of_last_time(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        suggested = len(form.sheet.entered.present.people)
        await press(pilot, "4", "3", "1", "tab")
        assert form.sheet.entered.present.roster() is None
        await press(pilot, "enter")
        assert len(form.sheet.entered.present.roster() or ()) == suggested > 0
        await press(pilot, "ctrl+s")
    assert len(saved(journal).attendances) == suggested


async def test_digits_typed_at_once_answer_one_rating_each(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        for digit in "431":
            app.simulate_key(digit)
        await settle(pilot)
        entered = form.sheet.entered
        assert (entered.energy, entered.confidence, entered.pushiness) == (4, 3, 1)


async def test_the_usual_roster_two_changes_and_a_note_take_sixteen_keys_at_most(
    app: NetjournalApp, journal: Journal
) -> None:
    keys = ["r", "4", "3", "1", "a", "tab"]
    keys += ["'li", "enter", "'Maya Brook", "enter", "ctrl+n", "'short and sweet", "ctrl+s"]
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert not isinstance(app.screen, ReflectScreen)
    assert sum(not key.startswith("'") for key in keys) <= 16
    assert names(saved(journal)) == ["Ana Ruiz", "Jo March", "Maya Brook", "Zoë Ünal"]
    reflection = saved(journal).reflection
    assert reflection is not None
    assert reflection.notes == "short and sweet"


async def test_a_suggested_roster_counts_only_once_it_is_taken(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        assert form.sheet.roster.present.suggests
        assert form.sheet.entered.present.roster() is None
        await press(pilot, "a")
        taken = form.sheet.entered.present.roster()
        assert taken is not None
        assert [person.name for person in taken] == list(NAMES)


async def test_a_blank_rating_is_named_where_it_is_missing(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "ctrl+s")
        assert app.screen is form
        assert form.focused is form.sheet.query_one("#confidence")
        await press(pilot, "3", "1", "ctrl+s")
        assert app.screen is not form
    assert saved(journal).reflection is not None


async def test_every_field_is_saved(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "5", "4", "2", "b", "3", "p")
        form.sheet.query_one("#opportunities").focus()
        await press(pilot, "'0", "enter", "'31", "enter", "tab")
        await press(pilot, "'intro for Li", "enter", "'a book", "tab", "'a florist", "tab")
        await press(pilot, "'a lead", "enter", "'n", "tab", "left", "enter")
        await press(pilot, "'offer for Ana", "tab", "'p", "ctrl+s")
        assert app.screen is not form
    meeting, reflection = saved(journal), saved(journal).reflection
    assert reflection is not None
    assert (meeting.pitched, meeting.headcount) == (True, 31)
    assert reflection.energy_before == 3
    assert reflection.opportunities == 0
    assert reflection.gives == ("intro for Li", "a book")
    assert reflection.asks == ("a florist",)
    assert reflection.received == "a lead"
    assert reflection.quick_fix is False
    assert reflection.planned_work == "offer for Ana"
    assert reflection.planned_done is Done.PARTLY


async def test_more_is_said_of_one_person(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "a", "tab", "tab", "right", "enter", "'owes me a call")
        await press(pilot, "shift+tab", "'y", "ctrl+s")
    people = {person.name: person for person in saved(journal).attendances}
    assert people["Jo March"].note == "owes me a call"
    assert people["Jo March"].heard_pitch is True
    assert people["Jo March"].talked is None
    assert people["Ana Ruiz"].note == ""


async def test_a_known_contact_from_elsewhere_is_found_by_typing(
    app: NetjournalApp, journal: Journal
) -> None:
    known = journal.contacts.add(ContactDraft(name="Ümit Demir", organisation="Demir Ltd"))
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "tab", "'umit", "enter", "ctrl+s")
    assert known in {person.contact_id for person in saved(journal).attendances}
    assert names(saved(journal)) == ["Ana Ruiz", "Jo March", "Li Wei", "Ümit Demir", "Zoë Ünal"]


async def test_a_half_typed_name_is_never_dropped_silently(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "tab", "'Hal", "ctrl+s")
        assert app.screen is form
        assert form.focused is form.sheet.roster.name_line
        assert form.sheet.roster.typed == "Hal"


async def test_an_unreadable_count_is_refused_at_its_field(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1")
        form.sheet.query_one("#opportunities").focus()
        await press(pilot, "'two", "ctrl+s")
        assert app.screen is form
        assert form.focused is form.sheet.query_one("#opportunities")


async def test_a_recorded_reflection_opens_filled_in_and_keeps_its_people(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal, BEFORE)
        assert form.sheet.entered.energy == 3
        await press(pilot, "5", "ctrl+s")
    meeting = saved(journal, BEFORE)
    assert meeting.reflection is not None
    assert (meeting.reflection.energy, meeting.reflection.confidence) == (5, 3)
    assert names(meeting) == list(NAMES)


async def test_visiting_saves_and_keeps_nothing(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "tab", "tab", "ctrl+n", "escape")
        assert not isinstance(app.screen, ReflectScreen)
    assert journal.drafts.kept() == ()
    assert journal.meetings.form(journal.meetings.occasion(1, LAST)).meeting is None


async def test_leaving_keeps_a_draft_and_opening_takes_it_up_whole(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "a", "tab", "'Hal", "ctrl+n", "'half", "escape")
        assert len(journal.drafts.kept("reflection")) == 1
        form = await begin(pilot, journal)
        entered = form.sheet.entered
        assert (entered.energy, entered.confidence, entered.pushiness) == (4, 3, None)
        assert (entered.notes, entered.name) == ("half", "Hal")
        assert entered.present.counts


async def test_a_draft_can_be_left_aside_and_taken_up_again(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "escape")
        form = await begin(pilot, journal)
        await press(pilot, "ctrl+z")
        assert form.sheet.entered.energy is None
        await press(pilot, "ctrl+z")
        assert form.sheet.entered.energy == 4
        await press(pilot, "ctrl+z", "escape")
    assert journal.drafts.kept() == ()


async def test_an_unreadable_draft_is_left_alone(app: NetjournalApp, journal: Journal) -> None:
    journal.drafts.keep("odd", "reflection", "1|2026-11-17T07:00|BNI Riverside", "{“")
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        assert form.sheet.entered.energy is None
        await press(pilot, "escape")
    assert [draft.id for draft in journal.drafts.kept()] == ["odd"]


async def test_the_draft_is_kept_while_one_types(app: NetjournalApp, journal: Journal) -> None:
    now = 0.0
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        form.keeper.clock = lambda: now
        await press(pilot, "4")
        now = 0.3
        form.keeper.look()
        await settle(pilot)
        assert journal.drafts.kept() == ()
        now = 0.4
        form.keeper.look()
        await settle(pilot)
        (draft,) = journal.drafts.kept()
        assert '"energy": 4' in draft.body


async def test_a_signal_keeps_what_is_entered_and_leaves(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        form.keeper.clock = lambda: 0.0
        await press(pilot, "4", "2")
        os.kill(os.getpid(), signal.SIGTERM)
        await settle(pilot)
    assert app.return_code == 128 + signal.SIGTERM
    (draft,) = journal.drafts.kept("reflection")
    assert '"confidence": 2' in draft.body


async def test_a_refused_save_keeps_the_form_and_can_be_tried_again(
    app: NetjournalApp, journal: Journal, path: Path
) -> None:
    future = Occasion(
        start=datetime.fromisoformat("2026-11-24T07:00"),
        group_id=1,
        meeting_id=None,
        name="BNI Riverside",
    )
    async with app.run_test() as pilot:
        await settle(pilot)
        form = ReflectScreen(app.desk, future)
        await app.push_screen(form)
        await settle(pilot)
        await press(pilot, "4", "3", "1", "enter")
        assert app.screen is form
        assert form.sheet.entered.energy == 4
        assert len(journal.drafts.kept()) == 1
        await press(pilot, "ctrl+g", "'riverside 17 nov", "enter", "ctrl+s")
        assert app.screen is not form
    assert saved(journal).reflection is not None
    assert journal.drafts.kept() == ()


async def test_a_locked_journal_keeps_the_form(
    app: NetjournalApp, journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1")
        with sqlite3.connect(path, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, "enter")
            assert app.screen is form
            assert form.sheet.entered.energy == 4
            other.execute("ROLLBACK")
        other.close()
        await press(pilot, "enter")
        assert app.screen is not form
    assert saved(journal).reflection is not None


async def test_another_meeting_takes_along_what_is_entered(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "5", "ctrl+g", "'book fair yesterday 6pm", "enter")
        assert app.screen is form
        assert form.occasion is not None
        assert (form.occasion.name, form.occasion.group_id) == ("book fair", None)
        assert form.sheet.entered.energy == 5
        assert form.sheet.entered.present.people == ()
        form.sheet.query_one("#confidence").focus()
        await press(pilot, "4", "1", "enter")
    lines = journal.meetings.pages().page(0, 9)
    assert ("book fair", "2026-11-17T18:00", 5) in {(x.name, x.start, x.energy) for x in lines}


async def test_without_a_meeting_the_only_likely_one_is_taken(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "3", "r")
        assert isinstance(app.screen, ReflectScreen)
        assert app.screen.occasion is not None
        assert app.screen.occasion.start == datetime.fromisoformat("2026-11-17T07:00")


async def test_without_a_likely_meeting_it_asks_and_esc_closes(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS)
    async with app.run_test() as pilot:
        await press(pilot, "3", "r")
        assert isinstance(app.screen, OccasionDialog)
        await press(pilot, "escape")
        assert not isinstance(app.screen, ReflectScreen | OccasionDialog)


async def test_a_draft_of_a_recorded_one_off_goes_back_to_it(
    app: NetjournalApp, journal: Journal
) -> None:
    start = datetime.fromisoformat("2026-11-17T18:00")
    meeting = journal.meetings.add(MeetingDraft(start=start, title="Book fair"))
    occasion = Occasion(start=start, group_id=None, meeting_id=meeting, name="Book fair")
    async with app.run_test() as pilot:
        await settle(pilot)
        await app.push_screen(ReflectScreen(app.desk, occasion))
        await press(pilot, "4", "3", "escape", "3", "r")
        assert isinstance(app.screen, OccasionDialog)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReflectScreen)
        assert app.screen.sheet.entered.energy == 4
        form = app.screen
        form.sheet.query_one("#pushiness").focus()
        await press(pilot, "1", "enter")
    assert journal.meetings.get(meeting).reflection is not None


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
async def test_hostile_names_show_and_do_nothing(
    app: NetjournalApp, desk: Desk, journal: Journal, size: tuple[int, int]
) -> None:
    hostile = ("Bob [/]", "[@click=app.quit]x[/]", "\x1b[2Jboom", "\u202eevil", "王小明", "🙂 ü")
    there = tuple(AttendanceDraft(name=name) for name in hostile)
    journal.meetings.reflect(
        journal.meetings.occasion(1, BEFORE),
        ReflectionDraft(energy=3, confidence=3, pushiness=3),
        there,
    )
    async with app.run_test(size=size) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "a", "4", "3", "1", "tab", "'[", "down", "up", "enter", "tab", "enter")
        form.sheet.roster.people.focus()
        form.sheet.roster.people.scroll_visible(animate=False, top=True, immediate=True)
        await settle(pilot)
        await pilot.click(form.sheet.roster.people, offset=(3, 0))
        await press(pilot, "ctrl+s")
        assert app.is_running
    assert saved(journal).reflection is not None


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
    first = ["r", "g", "tab", "'ana", "enter", "tab", "4"]
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", *first)
        assert form.focused is form.sheet.query_one("#referrals-prospect", Whom).line
        await press(pilot, "'Tom Hale", "enter", "tab", "'a roof", "enter")
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
        await press(pilot, "4", "3", "1", "f", "'ana", "enter", "tab", "'ring her", "enter")
        await press(pilot, "'fri", "enter", "'Hal Moss", "enter", "tab", "'a book", "ctrl+s")
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
        await press(pilot, "4", "3", "1", "r", "g", "tab", "'ana", "enter", "tab", "tab")
        await press(pilot, "'ana", "enter", "tab", "'one", "enter", "r", "tab", "'Zed")
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
        await press(pilot, "4", "3", "1", "f", "'ana", "enter", "tab", "'a", "tab", "enter")
        await press(pilot, "'li", "enter", "tab", "'b", "tab", "enter")
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
