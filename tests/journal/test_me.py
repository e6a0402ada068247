"""What can be done with what I say of myself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netjournal.errors import InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.me import Me, MeDraft
from tests.conftest import SetClock

SAID = MeDraft(
    classification="Notary",
    natural_partners=("Estate agent", "Tax adviser"),
    why="Nobody should lose their home over a form",
    good_referral="Whoever buys their first house",
    habits=("Arrive early", "Write the same day"),
    pitch="I read the small print, so that you needn't.",
)


def test_at_first_all_is_blank(journal: Journal) -> None:
    assert journal.me.get() == Me()


def test_what_is_said_is_read_back(journal: Journal, clock: SetClock) -> None:
    journal.me.revise(SAID)
    me = journal.me.get()
    assert all(getattr(me, name) == getattr(SAID, name) for name in SAID.__dataclass_fields__)
    assert [(pitch.text, pitch.stated_at) for pitch in me.pitches] == [(SAID.pitch, clock.utc())]


def test_saying_nothing_leaves_no_trace(journal: Journal) -> None:
    journal.me.revise(MeDraft(why=" \n", habits=("", " "), pitch=" "))
    assert journal.me.get() == Me()
    assert journal.last_step() is None


def test_lists_keep_each_line_once(journal: Journal) -> None:
    partners = (" Estate\tagent ", "", "ESTATE AGENT", "Tax adviser")
    journal.me.revise(replace(SAID, natural_partners=partners, habits=()))
    me = journal.me.get()
    assert me.natural_partners == ("Estate agent", "Tax adviser")
    assert me.habits == ()


def test_another_pitch_is_a_new_version(journal: Journal, clock: SetClock) -> None:
    journal.me.revise(SAID)
    clock.moment += timedelta(days=30)
    journal.me.revise(replace(SAID, pitch="I keep families in their homes."))
    me = journal.me.get()
    assert me.pitch == "I keep families in their homes."
    assert [pitch.text for pitch in me.pitches] == [me.pitch, SAID.pitch]
    assert me.pitches[0].stated_at - me.pitches[1].stated_at == timedelta(days=30)


def test_versions_of_one_second_keep_their_order(journal: Journal) -> None:
    for pitch in ("one", "two", "three"):
        journal.me.revise(MeDraft(pitch=pitch))
    assert [pitch.text for pitch in journal.me.get().pitches] == ["three", "two", "one"]


@pytest.mark.parametrize("pitch", [SAID.pitch, f" {SAID.pitch}\n", "", " "])
def test_the_same_pitch_or_none_is_no_new_version(journal: Journal, pitch: str) -> None:
    journal.me.revise(SAID)
    journal.me.revise(replace(SAID, why="Because", pitch=pitch))
    me = journal.me.get()
    assert (me.why, me.pitch, len(me.pitches)) == ("Because", SAID.pitch, 1)


def test_what_was_said_can_be_blanked(journal: Journal) -> None:
    journal.me.revise(SAID)
    journal.me.revise(MeDraft())
    me = journal.me.get()
    assert replace(me, pitch="", pitches=()) == Me()
    assert me.pitch == SAID.pitch


def test_each_step_is_undone_and_done_again(journal: Journal) -> None:
    journal.me.revise(SAID)
    first = journal.me.get()
    journal.me.revise(replace(SAID, why="Because", pitch="Another"))
    second = journal.me.get()
    assert journal.undo().label == "Changed what you say of yourself"
    assert journal.me.get() == first
    journal.undo()
    assert journal.me.get() == Me()
    journal.redo()
    journal.redo()
    assert journal.me.get() == second


def test_what_is_too_long_is_refused(journal: Journal) -> None:
    for draft, field in (
        (MeDraft(classification="x" * 10_001), "classification"),
        (MeDraft(why="x" * 65_537), "why"),
        (MeDraft(pitch="x" * 65_537), "pitch"),
    ):
        with pytest.raises(InvalidError) as refused:
            journal.me.revise(draft)
        assert set(refused.value.fields) == {field}
    assert journal.me.get() == Me()


def test_what_is_said_is_found_by_its_words(journal: Journal) -> None:
    journal.me.revise(SAID)
    assert [hit.title for hit in journal.search("small print").hits] == ["Me"]
