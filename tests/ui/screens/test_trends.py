"""Trends: chosen, moved over, opened."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.widgets import Static

from netjournal.journal.journal import Journal
from netjournal.model.group import GroupDraft, Status
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import ReflectionDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.screens.meetings import MeetingsScreen
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.screens.trends import TrendsScreen
from netjournal.ui.widgets.charts.chart import Bands, Heat
from netjournal.ui.widgets.filter_line import FilterLine
from tests.entries import at
from tests.ui.conftest import press, settle

GOOD = ReflectionDraft(energy=5, confidence=5, pushiness=1)


def reflect(journal: Journal, day: date, draft: ReflectionDraft, group: int | None) -> None:
    """Reflects on a meeting in the morning of a day."""
    start = at(f"{day}T07:00")
    journal.meetings.reflect(
        Occasion(start=start, group_id=group, meeting_id=None, name="x"), draft
    )


@pytest.fixture
def stale(journal: Journal) -> int:
    """A group that gets worse each week, and one that is fine."""
    stale = journal.groups.join(GroupDraft(name="Stale [/]"))
    fine = journal.groups.join(GroupDraft(name="Fine"))
    for week in range(8):
        day = date(2026, 9, 29) + timedelta(weeks=week)
        worse = week // 2
        sour = ReflectionDraft(
            energy=5 - worse, confidence=4 - worse, pushiness=1 + worse, energy_before=5
        )
        reflect(journal, day, sour, stale)
        reflect(journal, day + timedelta(days=1), GOOD, fine)
    return stale


def trends(app: NetjournalApp) -> TrendsScreen:
    """The screen."""
    assert isinstance(app.screen, TrendsScreen)
    return app.screen


def said(app: NetjournalApp, name: str) -> str:
    """What a line of it says."""
    return str(app.screen.query_one(name, Static).render())


def listed(app: NetjournalApp) -> list[str]:
    """What the list of groups says."""
    table = trends(app).table
    return [table.render_line(y).text for y in range(1, table.size.height)]


async def test_without_a_reflection_it_says_what_to_press(app: NetjournalApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6")
        assert "Press r" in said(app, ".empty Static")
        assert not trends(app).bands.region
        await press(pilot, "left", "enter", "w", "m", "a")
        assert isinstance(app.screen, TrendsScreen)
        await press(pilot, "r")
        assert any(isinstance(screen, ReflectScreen) for screen in app.screen_stack)


async def test_one_reflection_is_shown_and_said_to_be_one(
    app: NetjournalApp, journal: Journal
) -> None:
    reflect(journal, date(2026, 11, 17), GOOD, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6")
        assert said(app, "#outlook").startswith("One reflection so far")
        assert said(app, "#readout").startswith("16–22 Nov 2026  n=1  Energy 5.0")
        await press(pilot, "left", "right")
        assert trends(app).bands.cursor == 0


async def test_where_a_group_is_heading_is_said_with_its_n(app: NetjournalApp, stale: int) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6")
        everything, fine, bad = listed(app)[:3]
        assert "All groups" in everything
        assert "n=8 all three steady" in fine
        assert "▼" in bad
        assert "▲" in bad
        assert "n=8 energy down, confidence down, pushiness up" in bad
        assert said(app, "#outlook") == (
            "▼ Stale [/]: energy and confidence fall, pushiness rises (n=8)"
        )
        await press(pilot, "j", "j")
        assert said(app, ".what") == "Stale [/]"
        assert said(app, "#outlook") == (
            "energy down, confidence down, pushiness up over the last 8 meetings (n=8)"
            " · −1.5 energy a meeting (n=8)"
        )


async def test_a_narrow_list_cuts_off_words_and_no_number(app: NetjournalApp, stale: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6")
        (bad,) = (line for line in listed(app) if "Stale" in line)
        assert "n=8 energy down" in bad
        assert bad.rstrip().endswith("…")


async def test_the_cursor_reads_out_the_values(app: NetjournalApp, stale: int) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6", "G")
        assert said(app, "#readout") == (
            "16–22 Nov 2026  n=1  Energy 5.0 → 2.0 tired  Confidence 1.0 shaken  "
            "Pushiness 4.0 pressing"
        )
        await press(pilot, *["left"] * 9)
        assert said(app, "#readout").startswith("28 Sep – 4 Oct 2026  n=1  Energy 5.0 → 5.0")
        await press(pilot, "m")
        assert said(app, "#readout").startswith("Sep 2026  n=1")
        await press(pilot, "w")
        assert said(app, "#readout").startswith("28 Sep – 4 Oct 2026")


async def test_the_cursor_returns_to_the_latest_after_a_group_that_has_none_of_its_days(
    app: NetjournalApp, journal: Journal, stale: int
) -> None:
    gone = journal.groups.join(GroupDraft(name="Gone", status=Status.LEFT))
    reflect(journal, date(2026, 8, 4), GOOD, gone)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6", "G")
        assert said(app, "#readout").startswith("3–9 Aug 2026")
        await press(pilot, "k")
        assert said(app, ".what") == "Stale [/]"
        assert said(app, "#readout").startswith("16–22 Nov 2026")
        await press(pilot, "left", "left", "j", "k")
        assert said(app, "#readout").startswith("2–8 Nov 2026")


async def test_weeks_without_a_reflection_say_so_and_how_to_look_further_back(
    app: NetjournalApp, journal: Journal, stale: int
) -> None:
    gone = journal.groups.join(GroupDraft(name="Gone"))
    for month in (2, 3, 4, 5):
        reflect(journal, date(2026, month, 3), GOOD, gone)
    further = "No reflections in 26 weeks; - looks further back, a at all time"
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6")
        (line,) = (each for each in listed(app) if "Gone" in each)
        assert "n=4 all three steady, until 3 May 2026" in line
        names = [each.split()[0] for each in listed(app)]
        await press(pilot, *["j"] * names.index("Gone"))
        assert said(app, ".what") == "Gone"
        assert (
            said(app, "#outlook") == "all three steady over the 4 meetings until 3 May 2026 (n=4)"
        )
        assert said(app, "#readout") == further
        await press(pilot, "enter")
        assert isinstance(app.screen, TrendsScreen)
        assert [each.message for each in app._notifications] == [further]
        await press(pilot, "minus")
        assert said(app, "#outlook") == "all three steady over the last 4 meetings (n=4)"
        assert said(app, "#readout").startswith("27 Apr – 3 May 2026  n=1")


async def test_a_group_that_was_left_is_no_warning(
    app: NetjournalApp, journal: Journal, stale: int
) -> None:
    journal.groups.revise(stale, GroupDraft(name="Stale [/]", status=Status.LEFT))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6")
        assert said(app, "#outlook") == "16 reflections"


async def test_the_calendar_lies_under_the_days_of_the_bands(
    app: NetjournalApp, stale: int
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6")
        bands, heat = app.screen.query_one(Bands), app.screen.query_one(Heat)
        dates = bands.render_line(bands.size.height - 1).text.replace("▲", " ")
        above = heat.render_line(0).text.replace("Energy", "      ")
        assert dates.rstrip() == above.rstrip()
        assert bands.region.x == heat.region.x


async def test_a_narrow_line_leaves_the_words_out(app: NetjournalApp, stale: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6", "G")
        assert said(app, "#readout").endswith("Energy 5.0 → 2.0  Confidence 1.0  Pushiness 4.0")
        assert said(app, "#outlook") == (
            "energy down, confidence down, pushiness up (n=8) · −1.5 energy a meeting (n=8)"
        )


async def test_a_very_narrow_line_leaves_the_names_out_and_no_value(
    app: NetjournalApp, stale: int
) -> None:
    async with app.run_test(size=(50, 20)) as pilot:
        await press(pilot, "6", "G")
        assert said(app, "#readout") == "16–22 Nov 2026  n=1  E 5.0 → 2.0  C 1.0  P 4.0"


async def test_spans_and_steps_are_chosen(app: NetjournalApp, journal: Journal, stale: int) -> None:
    reflect(journal, date(2025, 3, 1), GOOD, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6")
        seen = [said(app, ".over")]
        for key in (
            "minus",
            "minus",
            "minus",
            "m",
            "plus",
            "a",
            "equals_sign",
            "plus",
            "plus",
            "w",
        ):
            await press(pilot, key)
            seen.append(said(app, ".over"))
        assert [each.removeprefix("○ before  ") for each in seen] == [
            "26 weeks by week",
            "52 weeks by week",
            "all time by week",
            "all time by week",
            "all time by month",
            "52 weeks by month",
            "all time by month",
            "52 weeks by month",
            "26 weeks by month",
            "12 weeks by month",
            "12 weeks by week",
        ]


def counted(app: NetjournalApp) -> str:
    """What Meetings says at its filter."""
    return str(app.screen.query_one(FilterLine).query_one(Static).render())


async def test_enter_lists_the_meetings_under_the_cursor_and_esc_goes_back(
    app: NetjournalApp, stale: int
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "6", "G", "left", "left")
        under = said(app, "#readout")
        await press(pilot, "enter")
        screen = app.screen
        assert isinstance(screen, MeetingsScreen)
        assert counted(app) == "1 meeting · Stale [/], 2–8 Nov 2026 · esc for Trends"
        assert screen.record is not None
        assert f"{screen.record.start.date()}" == "2026-11-03"
        await press(pilot, "enter")
        assert screen.has_class("-open")
        await press(pilot, "escape")
        assert screen.within is not None, "the first esc closes the meeting"
        await press(pilot, "escape")
        assert said(app, ".what") == "Stale [/]"
        assert said(app, "#readout") == under
        await press(pilot, "4")
        assert counted(app) == "16 meetings · newest first"
        await press(pilot, "6", "g", "enter")
        assert counted(app).startswith("2 meetings")


@pytest.mark.parametrize("size", [(80, 24), (120, 39)])
async def test_a_low_window_shows_the_calendar_in_the_bands_place(
    app: NetjournalApp, stale: int, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "6")
        bands, heat = app.screen.query_one(Bands), app.screen.query_one(Heat)
        assert (bool(bands.region), bool(heat.region)) == (True, False)
        await press(pilot, "c")
        assert (bool(bands.region), bool(heat.region)) == (False, True)
        await press(pilot, "c")
        assert (bool(bands.region), bool(heat.region)) == (True, False)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert (bool(bands.region), bool(heat.region)) == (True, True)


async def test_a_new_reflection_is_drawn_at_once(
    app: NetjournalApp, journal: Journal, stale: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6", "G")
        journal.meetings.reflect(
            journal.meetings.occasion(stale, date(2026, 11, 17)), replace(GOOD, energy=4)
        )
        await app.desk.read(lambda door: door.poll())
        await settle(pilot)
        assert "Energy 4.0" in said(app, "#readout")


async def test_a_group_that_is_gone_gives_way_to_all(
    app: NetjournalApp, journal: Journal, stale: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6", "G")
        journal.groups.delete(stale)
        await app.desk.read(lambda door: door.poll())
        await settle(pilot)
        assert said(app, ".what") in ("All groups", "Fine")
        assert not any("Stale" in line for line in listed(app))


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (200, 60)])
async def test_it_fits_small_and_large_windows(
    app: NetjournalApp, stale: int, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "6", "left", "c")
        assert trends(app).table.region
