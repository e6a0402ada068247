"""The benchmarks measure what they say; how fast it is nobody asserts here."""

from pathlib import Path

import pytest

from tests.benchmarks.__main__ import main
from tests.benchmarks.figure import Figure, Samples, by_turns, table

SLOW = Figure(
    what="start",
    samples=Samples(ours=(10.0, 30.0, 20.0), floor=(9.0, 10.0, 11.0)),
    against="a bare app",
    times_at_most=1.5,
)


def test_a_figure_compares_medians() -> None:
    assert (SLOW.ours, SLOW.floor, SLOW.ratio) == (20.0, 10.0, 2.0)
    assert SLOW.nearly_all == pytest.approx(29.0)


@pytest.mark.parametrize(
    ("goals", "met"),
    [
        ({}, True),
        ({"at_most": 20}, True),
        ({"at_most": 19.9}, False),
        ({"nearly_all_at_most": 29}, True),
        ({"nearly_all_at_most": 28}, False),
        ({"times_at_most": 2}, True),
        ({"times_at_most": 1.9, "at_most": 20}, False),
    ],
)
def test_every_goal_has_to_be_reached(goals: dict[str, float], met: bool) -> None:
    figure = Figure(what="start", samples=SLOW.samples, against="a bare app", **goals)  # type: ignore[arg-type]
    assert figure.met is met


def test_a_table_says_what_was_measured_and_what_was_wanted() -> None:
    head, rule, row = table([SLOW])
    assert head.count("|") == rule.count("|") == row.count("|")
    assert row == (
        "| start | 20.0 ms | 29.0 ms | a bare app: 10.0 ms | 2.00 × | ≤ 1.5 × | **no** |"
    )


def test_both_are_measured_by_turns_and_the_first_round_is_left_out() -> None:
    order: list[str] = []

    def measured(name: str) -> float:
        order.append(name)
        return len(order)

    samples = by_turns(2, lambda: measured("ours"), lambda: measured("floor"))
    assert order == ["ours", "floor"] * 3
    assert samples == Samples(ours=(3, 5), floor=(4, 6))


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("lists", 13),
        ("duplicates", 1),
        ("give", 2),
        ("save", 2),
        ("trends", 2),
        ("week", 4),
        ("groups", 3),
        ("report", 1),
        ("search", 1),
    ],
)
def test_a_benchmark_runs(
    name: str, figures: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([name, "--rounds", "1", "--many", "40", "--folder", str(tmp_path)])
    _, _, *rows = capsys.readouterr().out.splitlines()
    assert len(rows) == figures
    assert not any(tmp_path.iterdir())
