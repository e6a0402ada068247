"""A figure: many times of something of ours, taken in turns with those of its floor."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median, quantiles

Measure = Callable[[], float]
"""Does something once and says how long it took, or how much."""


@dataclass(frozen=True, slots=True)
class Samples:
    """What was measured: ours, and the floor's."""

    ours: tuple[float, ...]
    floor: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Samples of one thing and of the floor it stands on, with what they should be."""

    what: str
    samples: Samples
    against: str
    """What the floor is."""
    unit: str = "ms"
    at_most: float | None = None
    """The goal for the median."""
    nearly_all_at_most: float | None = None
    """The goal for 95 of 100."""
    times_at_most: float | None = None
    """The goal for the median as a multiple of the floor's."""

    @property
    def ours(self) -> float:
        """Our median."""
        return median(self.samples.ours)

    @property
    def floor(self) -> float:
        """The floor's median."""
        return median(self.samples.floor)

    @property
    def nearly_all(self) -> float:
        """What 95 of 100 of ours don't exceed."""
        ours = self.samples.ours
        return quantiles(ours, n=20, method="inclusive")[-1] if len(ours) > 1 else ours[0]

    @property
    def ratio(self) -> float:
        """Our median as a multiple of the floor's."""
        return self.ours / self.floor

    @property
    def goal(self) -> str:
        """The goals in words."""
        goals = {
            f"≤ {{}} {self.unit}": self.at_most,
            f"95 % ≤ {{}} {self.unit}": self.nearly_all_at_most,
            "≤ {} ×": self.times_at_most,
        }
        return ", ".join(words.format(f"{most:g}") for words, most in goals.items() if most)

    @property
    def met(self) -> bool:
        """Whether every goal is reached."""
        goals = (
            (self.ours, self.at_most),
            (self.nearly_all, self.nearly_all_at_most),
            (self.ratio, self.times_at_most),
        )
        return all(most is None or measured <= most for measured, most in goals)

    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        return (
            self.what,
            f"{self.ours:.1f} {self.unit}",
            f"{self.nearly_all:.1f} {self.unit}",
            f"{self.against}: {self.floor:.1f} {self.unit}",
            f"{self.ratio:.2f} ×",
            self.goal,
            "yes" if self.met else "**no**",
        )


HEADINGS = ("what", "median", "95 %", "floor", "ratio", "goal", "met")
"""The head of the table."""


def by_turns(rounds: int, ours: Measure, floor: Measure) -> Samples:
    """Samples of both, taken in turns, so that both meet the same moods of the machine.

    A first round isn't counted: it finds cold caches.
    """
    pairs = [(ours(), floor()) for _ in range(rounds + 1)][1:]
    return Samples(tuple(mine for mine, _ in pairs), tuple(least for _, least in pairs))


def milliseconds(began: float, ended: float) -> float:
    """The time between two moments of the performance counter."""
    return (ended - began) * 1000


def table(figures: Iterable[Figure]) -> Iterator[str]:
    """The lines of a Markdown table, each as soon as its figure is there."""
    yield _line(HEADINGS)
    yield _line("---" for _ in HEADINGS)
    for figure in figures:
        yield _line(figure.cells())


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
