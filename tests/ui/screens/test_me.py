"""Me: what I stand for, part by part, each edited in place."""

from datetime import date, timedelta

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.me import Me, MeDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.me import FIELDS, MeDialog
from netjournal.ui.screens.me import MeScreen, me_parts
from tests.ui.conftest import StandingClock, press
from tests.ui.test_app import shown

TODAY = date(2026, 11, 18)
SAID = MeDraft(
    classification="Notary",
    natural_partners=("Estate agent", "Tax adviser"),
    why="Nobody should lose [/] their home",
    good_referral="First-time buyers",
    habits=("Arrive early, leave late", "Write the same day"),
    pitch="I read the small print.",
)


def words(app: NetjournalApp) -> str:
    """The words on the screen, in one line."""
    return " ".join(shown(app).split())


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_at_first_every_part_invites(app: NetjournalApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "M")
        assert isinstance(app.screen, MeScreen)
        for field in FIELDS:
            assert field.label in words(app)
            assert field.hint in words(app)
        assert "M Me" in words(app)
        await press(pilot, "1")
        assert "M Me" not in words(app)


async def test_what_is_said_is_shown(app: NetjournalApp, journal: Journal) -> None:
    journal.me.revise(SAID)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "M")
        seen = words(app)
        assert "Nobody should lose [/] their home" in seen
        assert "Arrive early, leave late" in seen
        assert "version 1, since Wed 18 Nov" in seen


@pytest.mark.parametrize("opening", ["e", "enter"])
async def test_a_part_is_said_in_place(app: NetjournalApp, journal: Journal, opening: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "M", "j", "j", opening)
        assert isinstance(app.screen, MeDialog)
        await press(pilot, *"Home buyers", "ctrl+s")
        assert journal.me.get() == Me(good_referral="Home buyers")
        assert "Home buyers" in words(app)
        await press(pilot, "u")
        assert journal.me.get() == Me()
        assert "Home buyers" not in words(app)


async def test_saving_the_form_untouched_changes_nothing(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.me.revise(SAID)
    before = journal.me.get()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "M", "e", "ctrl+s")
        assert isinstance(app.screen, MeScreen)
        assert journal.me.get() == before


async def test_another_pitch_leaves_the_one_before_beneath(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    journal.me.revise(SAID)
    clock.moment += timedelta(days=14)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "M", "j", "e", "f7", *"I keep homes.", "ctrl+s")
        assert [pitch.text for pitch in journal.me.get().pitches] == ["I keep homes.", SAID.pitch]
        seen = words(app)
        assert "version 2, since Wed 2 Dec" in seen
        assert f"Earlier pitches Wed 18 Nov {SAID.pitch}" in seen


def test_parts_without_words_are_blank_and_can_be_acted_on() -> None:
    parts = me_parts(Me(why="Because"), TODAY)
    assert [part.subject for part in parts] == [field.name for field in FIELDS]
    assert [part.blank for part in parts] == [False, True, True, True, True, True]
