"""`netjournal me`."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.me import MeDraft
from tests.cli.conftest import Command, documented

SAID = MeDraft(
    classification="Notary",
    natural_partners=("Estate agent", "Tax adviser"),
    why="Nobody should lose\ntheir home \x1b[31m",
    habits=("Arrive early",),
    pitch="I read the small print.",
)


def test_what_is_said_is_printed(netjournal: Command, journal: Journal) -> None:
    journal.me.revise(SAID)
    assert netjournal("me").out.splitlines() == [
        "My why",
        "  Nobody should lose",
        "  their home [31m",
        "My pitch (version 1, since Sat 21 Nov)",
        "  I read the small print.",
        "Profession",
        "  Notary",
        "Natural partners",
        "  Estate agent",
        "  Tax adviser",
        "Habits",
        "  Arrive early",
    ]


def test_nothing_yet(netjournal: Command, journal: Journal) -> None:
    assert journal.me.get().why == ""
    outcome = netjournal("me")
    assert (outcome.code, outcome.out) == (0, "")
    assert "netjournal me edit" in outcome.err


def test_its_json_is_as_documented(netjournal: Command, journal: Journal) -> None:
    journal.me.revise(MeDraft(pitch="First"))
    journal.me.revise(SAID)
    printed = netjournal("me", "--json").json
    assert set(printed) <= documented("me")
    assert set(printed["pitches"][0]) <= documented("me")
    assert printed["natural_partners"] == ["Estate agent", "Tax adviser"]
    assert printed["pitch"] == SAID.pitch
    assert printed["pitches"] == [
        {"stated_on": "2026-11-21", "text": SAID.pitch},
        {"stated_on": "2026-11-21", "text": "First"},
    ]


def test_only_what_is_named_is_changed(netjournal: Command, journal: Journal) -> None:
    journal.me.revise(SAID)
    outcome = netjournal("me", "edit", "--profession", "Lawyer", "--habit", "a", "--habit", "b")
    assert "  Lawyer\n" in outcome.out
    me = journal.me.get()
    assert (me.classification, me.habits) == ("Lawyer", ("a", "b"))
    assert (me.natural_partners, me.pitch) == (SAID.natural_partners, SAID.pitch)
    assert len(me.pitches) == 1


def test_a_text_can_be_read_in_and_another_pitch_is_a_new_version(
    netjournal: Command, journal: Journal
) -> None:
    journal.me.revise(SAID)
    netjournal("me", "edit", "--pitch", "-", typed="I keep homes.\n")
    assert [pitch.text for pitch in journal.me.get().pitches] == ["I keep homes.", SAID.pitch]


def test_a_text_can_be_blanked(netjournal: Command, journal: Journal) -> None:
    journal.me.revise(SAID)
    netjournal("me", "edit", "--why", "")
    assert journal.me.get().why == ""


@pytest.mark.parametrize(("words", "code"), [((), 2), (("--why", "x" * 70_000), 1)])
def test_what_cannot_be_changes_nothing(
    netjournal: Command, journal: Journal, words: tuple[str, ...], code: int
) -> None:
    assert netjournal("me", "edit", *words).code == code
    assert journal.last_step() is None
