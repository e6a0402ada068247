"""How well habits are kept."""

from fractions import Fraction

from netjournal.insights.habits import adherence
from netjournal.model.figure import Figure
from netjournal.model.review import Habit

CALLS, EARLY = "Two calls", "Arrive early"


def test_it_is_the_weeks_ticked_of_those_reviewed() -> None:
    assert adherence([CALLS, EARLY], [[CALLS], [], [CALLS.upper(), EARLY]], [EARLY]) == (
        Habit(text=CALLS, ticked=False, adherence=Figure(Fraction(2, 3), 3), weeks_ticked=2),
        Habit(text=EARLY, ticked=True, adherence=Figure(Fraction(1, 3), 3), weeks_ticked=1),
    )


def test_two_weeks_are_too_few() -> None:
    (habit,) = adherence([CALLS], [[CALLS], [CALLS]], [])
    assert (habit.adherence, habit.weeks_ticked) == (Figure(None, 2), 2)


def test_one_renamed_keeps_its_history_under_its_old_name() -> None:
    weeks = [["Calls"], ["Calls"], [CALLS]]
    renamed, old = adherence([CALLS], weeks, ["Calls"])
    assert (renamed.text, renamed.weeks_ticked, renamed.ticked) == (CALLS, 1, False)
    assert (old.text, old.weeks_ticked, old.ticked, old.current) == ("Calls", 2, True, False)
    assert [habit.text for habit in adherence([CALLS], weeks, [CALLS])] == [CALLS]
