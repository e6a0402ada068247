"""The review: a week read in one pass, answered where it stands, and written down."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import Commitment, GroupDraft
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.me import MeDraft
from netjournal.model.reflection import Done, ReflectionDraft
from netjournal.model.review import Kept, ReviewDraft
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.file import FileDialog
from netjournal.ui.dialogs.interaction import InteractionDialog
from netjournal.ui.dialogs.review import ReviewDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.meetings import MeetingsScreen
from netjournal.ui.screens.review import ReviewScreen
from tests.ui.conftest import StandingClock, settle

TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU", anchor=date(2026, 11, 17), start_time=time(7), duration_minutes=90
)
RATED = ReflectionDraft(energy=4, confidence=3, pushiness=1, planned_work="Two proposals")
HABITS = ("Write to three people", "Walk first", "Ask before offering")


@pytest.fixture
def week(journal: Journal, clock: StandingClock) -> dict[str, int]:
    """A week with something of everything; today is its Wednesday, 18 November."""
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-10-20T12:00")
    group = journal.groups.join(
        GroupDraft(name="Riverside", commitment=Commitment.ALL_IN), TUESDAYS
    )
    clock.moment = datetime.fromisoformat("2026-11-16T12:00")
    ana = journal.contacts.add(ContactDraft(name="Ana Ruiz", good_referral="School heads"))
    bo = journal.contacts.add(ContactDraft(name="Bo Lind"))
    invitation = journal.invitations.send(
        InvitationDraft(contact_id=bo, sent_on=date(2026, 11, 16)),
        journal.invitations.next_of(group),
    )
    clock.moment = now
    there = (AttendanceDraft(name="Ana Ruiz", contact_id=ana, talked=True),)
    for day in ("2026-10-27", "2026-11-03", "2026-11-10", "2026-11-17"):
        occasion = journal.meetings.occasion(group, date.fromisoformat(day))
        rated = RATED if day == "2026-11-17" else replace(RATED, planned_work="")
        journal.meetings.reflect(occasion, rated, there)
    follow_up = journal.follow_ups.add(
        FollowUpDraft(contact_id=bo, what="Send the deck", due=date(2026, 11, 17))
    )
    journal.me.revise(MeDraft(habits=HABITS))
    journal.reviews.put(ReviewDraft(week=date(2026, 11, 9), intention="Ask about schools"))
    return {"ana": ana, "bo": bo, "invitation": invitation, "follow_up": follow_up}


async def review(app: NetjournalApp, pilot: Pilot[Any]) -> ReviewScreen:
    """The screen, this week on it."""
    await settle(pilot)
    await pilot.press("7")
    await settle(pilot)
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def words(screen: ReviewScreen) -> str:
    """All its lines."""
    return "\n".join(line.content.plain.rstrip() for line in screen.lines.lines)


def go_to(screen: ReviewScreen, said: str) -> None:
    """Points at the first line that says so."""
    screen.lines._go(
        next(
            place
            for place, line in enumerate(screen.lines.lines)
            if said in line.content.plain and line.subject is not None
        )
    )


@pytest.mark.usefixtures("week")
async def test_the_week_is_read_in_one_pass(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await review(app, pilot)
        said = words(screen)
        headings = (
            "Week 47 of 2026 · Mon 16 Nov to Sun 22 Nov 2026  not over yet",
            "What happened",
            "Meetings",
            "Did they come? Did it get done?",
            "To do this week",
            "One thing to give before any ask",
            "For depth this week",
            "Habits",
            "Your review",
        )
        places = [said.index(heading) for heading in headings]
        assert places == sorted(places)
        assert "1 meeting · 1 person · 0 one-to-ones" in said
        assert "invitations 1 sent, 0 came" in said
        # Three reflections before: energy 4 each.
        assert "before 4.0 (n=3)" in said
        assert "Intention before  Ask about schools  kept?" in said


@pytest.mark.usefixtures("week")
async def test_three_ticks_and_an_intention_take_few_keys(
    app: NetjournalApp, journal: Journal
) -> None:
    keys = ["7", "e", "space", "space", "space", "tab", "tab", "ctrl+s"]
    assert len(keys) <= 10
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        for key in keys[:-1]:
            await pilot.press(key)
            await settle(pilot)
        await pilot.press(*"Rest")
        await pilot.press(keys[-1])
        await settle(pilot)
        written = journal.reviews.get(date(2026, 11, 18))
        assert written is not None
        assert (written.habits, written.intention) == (HABITS, "Rest")
        assert isinstance(app.screen, ReviewScreen)
        assert "reviewed" in words(app.screen)
        await pilot.press("u")
        await settle(pilot)
        assert journal.reviews.get(date(2026, 11, 18)) is None


@pytest.mark.usefixtures("week")
async def test_the_intention_before_is_said_to_be_kept_and_the_note_written(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await review(app, pilot)
        await pilot.press("e")
        await settle(pilot)
        assert isinstance(app.screen, ReviewDialog)
        await pilot.press("tab", "p", "tab", "tab", *"Calm")
        await pilot.press("enter", *"week", "ctrl+s")
        await settle(pilot)
        written = journal.reviews.get(date(2026, 11, 18))
        assert written is not None
        assert (written.kept, written.note, written.habits) == (Kept.PARTLY, "Calm\nweek", ())
        assert isinstance(app.screen, ReviewScreen)
        assert "Calm" in words(app.screen)


@pytest.mark.usefixtures("week")
async def test_a_half_written_review_is_kept(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await review(app, pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("space", "tab", "tab", *"Rest", "escape")
        await settle(pilot)
        assert app.screen is screen
        assert "draft kept" in words(screen)
        assert journal.reviews.get(date(2026, 11, 18)) is None
        await pilot.press("e")
        await settle(pilot)
        dialog = app.screen
        assert isinstance(dialog, ReviewDialog)
        assert (dialog.text("intention"), dialog._ticks.ticked) == ("Rest", HABITS[:1])


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("y", Outcome.CAME), ("x", Outcome.NO_SHOW), ("c", Outcome.DECLINED)],
)
async def test_did_they_come_is_answered_with_one_key(
    app: NetjournalApp, journal: Journal, week: dict[str, int], key: str, outcome: Outcome
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await review(app, pilot)
        go_to(screen, "Bo Lind came?")
        await pilot.press(key)
        await settle(pilot)
        assert journal.invitations.get(week["invitation"]).outcome is outcome
        assert "Bo Lind came?" not in words(screen)


async def test_planned_work_and_follow_ups_are_answered_with_one_key(
    app: NetjournalApp, journal: Journal, week: dict[str, int]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await review(app, pilot)
        go_to(screen, "Two proposals")
        await pilot.press("p")
        await settle(pilot)
        (line,) = journal.meetings.pages().page(0, 1)
        reflection = journal.meetings.get(line.id).reflection
        assert reflection is not None
        assert reflection.planned_done is Done.PARTLY
        go_to(screen, "Send the deck")
        await pilot.press("x")
        await settle(pilot)
        done = journal.follow_ups.get(week["follow_up"])
        assert (done.done_on, done.answered) == (date(2026, 11, 18), False)


async def test_a_step_for_depth_becomes_a_follow_up(
    app: NetjournalApp, journal: Journal, week: dict[str, int]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await review(app, pilot)
        go_to(screen, "Ask why they do what they do")
        await pilot.press("a")
        await settle(pilot)
        (planned,) = journal.follow_ups.of(week["ana"])
        assert planned.what == "Ask why they do what they do"
        go_to(screen, "planned")
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(app.screen, InteractionDialog)


@pytest.mark.parametrize(
    ("said", "screen"),
    [
        ("Riverside", MeetingsScreen),
        ("Send the deck", ContactsScreen),
        ("nothing from you yet", ContactsScreen),
    ],
)
@pytest.mark.usefixtures("week")
async def test_enter_opens_what_a_line_is_about(
    app: NetjournalApp, said: str, screen: type[object]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        go_to(await review(app, pilot), said)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, screen)


@pytest.mark.usefixtures("week")
async def test_weeks_and_quarters_are_walked_through(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await review(app, pilot)
        await pilot.press("left")
        await settle(pilot)
        assert "Week 46 of 2026" in words(screen)
        assert "Ask about schools" in words(screen)
        assert "0 of 1 week\n" in words(screen)
        await pilot.press("left")
        await settle(pilot)
        # Older weeks ask for nothing.
        assert "Week 45 of 2026" in words(screen)
        assert "To do this week" not in words(screen)
        await pilot.press("t", "right", "right")
        await settle(pilot)
        assert "Week 49 of 2026" in words(screen)
        assert "still to come" in words(screen)
        await pilot.press("e")
        await settle(pilot)
        assert app.screen is screen
        await pilot.press("t", "v")
        await settle(pilot)
        assert "Quarter 4 of 2026 · Thu 1 Oct to Thu 31 Dec 2026" in words(screen)
        assert "The week of Mon 9 Nov" in words(screen)
        await pilot.press("e", "v")
        await settle(pilot)
        assert "Week 47 of 2026" in words(screen)


@pytest.mark.usefixtures("week")
async def test_enter_goes_from_a_quarter_to_the_week_of_what_was_written(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await review(app, pilot)
        await pilot.press("v")
        await settle(pilot)
        # A quarter's habits are only to be read.
        go_to(screen, HABITS[0])
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is screen
        go_to(screen, "Ask about schools")
        await pilot.press("enter")
        await settle(pilot)
        assert "Week 46 of 2026" in words(screen)
    assert journal.reviews.get(date(2026, 10, 1)) is None


@pytest.mark.usefixtures("week")
async def test_what_was_written_is_read_whole(app: NetjournalApp, journal: Journal) -> None:
    intention = "Ask three people about the school that opens in the old brewery by the river"
    note = f"{'A long and calm week. ' * 20}The end.\n\nOr nearly."
    journal.reviews.put(ReviewDraft(week=date(2026, 11, 16), intention=intention, note=note))
    async with app.run_test(size=(60, 20)) as pilot:
        screen = await review(app, pilot)
        said = " ".join(words(screen).split())
        assert intention in said
        assert " ".join(note.split()) in said
        await pilot.press("G")
        await settle(pilot)
        lines = screen.lines
        assert "Or nearly." in lines.lines[lines.cursor or 0].content.plain
        assert lines.scroll_offset.y + lines.size.height >= len(lines.lines)


@pytest.mark.usefixtures("week")
async def test_what_happened_is_never_cut_off(app: NetjournalApp) -> None:
    async with app.run_test(size=(44, 20)) as pilot:
        screen = await review(app, pilot)
        said = words(screen)
        assert "invitations 1 sent, 0 came" in said
        happened = said[: said.index("Meetings")].splitlines()[3:5]
        assert max(map(len, happened)) <= 40


@pytest.mark.usefixtures("week")
async def test_a_review_can_be_deleted(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await review(app, pilot)
        await pilot.press("left", "d", "y")
        await settle(pilot)
        assert journal.reviews.get(date(2026, 11, 9)) is None


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_an_empty_journal_has_a_calm_week(
    app: NetjournalApp, journal: Journal, size: tuple[int, int]
) -> None:
    assert journal.groups.lines() == ()
    async with app.run_test(size=size) as pilot:
        screen = await review(app, pilot)
        assert "Nothing is recorded of it." in words(screen)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press(*"Rest", "ctrl+s")
        await settle(pilot)
        assert "Intention  Rest" in words(screen)


async def test_the_week_between_the_years_has_one_number(
    app: NetjournalApp, clock: StandingClock
) -> None:
    clock.moment = datetime.fromisoformat("2027-01-01T12:00")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await review(app, pilot)
        assert "Week 53 of 2026 · Mon 28 Dec 2026 to Sun 3 Jan 2027" in words(screen)
        await pilot.press("right")
        await settle(pilot)
        assert "Week 1 of 2027" in words(screen)


@pytest.mark.usefixtures("week")
async def test_a_review_found_by_its_words_is_opened(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+f", *"schools")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert "Week 46 of 2026" in words(app.screen)


@pytest.mark.usefixtures("week")
async def test_the_week_is_written_into_a_file(
    app: NetjournalApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "review-2026-W47.md"
    async with app.run_test(size=(100, 30)) as pilot:
        await review(app, pilot)
        await pilot.press("w", "ctrl+s")
        await settle(pilot)
        lines = file.read_text().splitlines()
        assert lines[0] == "# Week 47 of 2026, Mon 16 Nov to Sun 22 Nov 2026"
        assert "## What happened" in lines
        assert [each.message for each in app._notifications] == [f"Wrote {file}."]
        file.write_text("mine")
        await pilot.press("w", "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, FileDialog)
        assert file.read_text() == "mine"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert file.read_text().splitlines() == lines


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", "Name a file."), ("none/there.md", "There is no folder"), (".", "is a folder")],
)
@pytest.mark.usefixtures("week")
async def test_a_file_that_cant_be_written_is_said_at_the_field(
    app: NetjournalApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    async with app.run_test(size=(100, 30)) as pilot:
        await review(app, pilot)
        await pilot.press("w", "ctrl+u", *typed, "ctrl+s")
        await settle(pilot)
        assert isinstance(app.screen, FileDialog)
        assert sentence in str(app.screen.query_one(".field--problem").render())
    assert {path.name for path in set(tmp_path.iterdir()) - before} <= {"journal.db-journal"}
