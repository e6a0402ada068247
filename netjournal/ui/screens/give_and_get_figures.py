"""The figures of Give & get, and behind each the rows it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from netjournal.model.change import Noun
from netjournal.model.evidence import Evidence
from netjournal.model.evidence import Part as Sort
from netjournal.model.invitation import Outcome
from netjournal.text import fold, visible
from netjournal.ui.screens.give_and_get_lines import FigureLine, figure_lines
from netjournal.ui.screens.give_and_get_view import Asked, Row, Told, View
from netjournal.ui.screens.give_and_get_words import TITLE, became, counted, money, number, pending
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.sheet import Part
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.ui.desk import Desk

_TITLE_MOST = 44
"""Cells of a figure's title above its rows: a value statement is longer than the window."""
_DAYS = (Sort.LAG, Sort.DAYS_TO_FIRST)


class FiguresView(View[FigureLine, FigureLine]):
    """All figures, one a line."""

    title = "Figures"
    empty = Content.from_markup(
        "[b]What you give and what you get will be counted here,[/b]\n"
        "each figure with what it rests on.\n\n"
        "Press [b $text-accent]n[/] to note a referral, [b $text-accent]i[/] to invite someone."
    )
    nothing = "No figure is called so.\nEsc in the filter lists all."

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._lines: tuple[FigureLine, ...] = ()

    def columns(self) -> tuple[Column[FigureLine], ...]:
        """What it is about, the figure, what it rests on."""
        return (
            Column("About", lambda line: line.about, width=11, muted=True),
            Column("Figure", lambda line: line.saying.name, share=3),
            Column("", lambda line: line.saying.value, width=11, right=True),
            Column("n", _n, width=6, right=True, muted=True),
        )

    def load(self, journal: "Journal", asked: Asked) -> Told[FigureLine]:
        """The figures whose names hold the words."""
        every = figure_lines(journal.give_and_get(), self.currency)
        self._lines = every
        words = fold(asked.words)
        lines = tuple(line for line in every if words in fold(line.title))
        said = f"{counted(len(lines), 'figure')} · ⏎ lists what one rests on"
        return Told((self.title, asked), _rows(lines), len(lines), False, said)

    def fetch(self, _: "Journal", record: int) -> FigureLine:
        """A figure."""
        return self._lines[record]

    def parts(self, record: FigureLine) -> Sequence[Part]:
        """What it is and what it means."""
        rests = (f"  {record.rests}", "$text-muted")
        return (
            Part(Content.styled(visible(record.title), "bold $text-primary")),
            Part(Content.assemble((record.saying.value, "bold"), rests), joined=True),
            Part(Content(visible(record.saying.meaning)), joined=True),
        )


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A row behind a figure, and its place among them."""

    id: int
    evidence: Evidence


class EvidenceView(View[EvidenceLine, EvidenceLine]):
    """The rows one figure rests on."""

    empty = Content.from_markup(
        "[b]Nothing that is recorded goes into this figure.[/b]\n\n"
        "[b $text-accent]esc[/] goes back to the figures."
    )
    title = "Behind"
    nothing = "Nothing here fits.\nEsc in the filter takes its words away."

    def __init__(self, desk: "Desk", figure: FigureLine, words: str = "") -> None:
        """`words` are what the figures were narrowed to, to go back to."""
        super().__init__(desk)
        self.figure = figure
        self.words = words
        self._lines: tuple[EvidenceLine, ...] = ()

    def columns(self) -> tuple[Column[EvidenceLine], ...]:
        """When, who, about what, and the number that goes in."""
        today = self.today
        said: tuple[Column[EvidenceLine], ...] = (
            Column("What", _what, width=20, hidden_below=84, muted=True),
            Column(self._number_title, self._number, width=12, right=True),
        )
        if self._lines and self._lines[0].evidence.noun is Noun.INVITATION:
            said = (Column("Came?", lambda line: _became(line.evidence, today), width=11),)
        return (
            Column("When", lambda line: short_day(line.evidence.day, today), 11, muted=True),
            Column("Who", lambda line: line.evidence.name, share=3),
            Column("About", lambda line: line.evidence.about, share=3, hidden_below=56),
            *said,
        )

    def load(self, journal: "Journal", asked: Asked) -> Told[EvidenceLine]:
        """The rows that hold the words."""
        rows = self.figure.saying.behind.read(journal)
        self._lines = tuple(EvidenceLine(at, each) for at, each in enumerate(rows))
        words = fold(asked.words)
        found = tuple(line for line in self._lines if not words or words in _held(line.evidence))
        title = Content(visible(self.figure.title)).truncate(_TITLE_MOST, ellipsis=True)
        said = f"{counted(len(found), 'row')} behind {title} · esc back"
        return Told((self.title, self.figure.id, asked), _rows(found), len(found), not rows, said)

    def fetch(self, _: "Journal", record: int) -> EvidenceLine:
        """A row."""
        return self._lines[record]

    def parts(self, record: EvidenceLine) -> Sequence[Part]:
        """The row in words."""
        one, figure = record.evidence, self.figure
        what = _became(one, self.today) if one.noun is Noun.INVITATION else Content(_what(record))
        facts = (
            ("What", what),
            ("Who", Content(visible(one.name))),
            ("About", Content(visible(one.about))),
            ("When", Content(say_day(one.day, self.today))),
            (self._number_title or "Number", Content(self._number(record))),
        )
        return (
            Part(Content.styled(visible(figure.title), "bold $text-primary")),
            Part(Content.styled(f"{figure.saying.value}  {figure.rests}".strip(), "$text-muted")),
            Part(Content.styled("This row", TITLE), tuple(fact for fact in facts if fact[1])),
            Part(Content.styled("⏎ opens it", "$text-muted")),
        )

    @property
    def _number_title(self) -> str:
        behind = self.figure.saying.behind.part
        if behind in _DAYS:
            return "Days"
        if self._lines and self._lines[0].evidence.noun is Noun.BUSINESS:
            return f"Amount {self.currency}".strip()
        if self._lines and self._lines[0].evidence.noun is Noun.REFERRAL:
            return "Level"
        return "Counts"

    def _number(self, line: EvidenceLine) -> str:
        one = line.evidence
        if one.number is None:
            return ""
        return money(one.number) if one.noun is Noun.BUSINESS else number(one.number)


def _rows(lines: tuple[Row, ...]) -> Rows[Row]:
    return Rows(len(lines), lambda first, size: lines[first : first + size])


def _n(line: FigureLine) -> str:
    return "" if line.saying.n is None else f"{line.saying.n:,}"


def _what(line: EvidenceLine) -> str:
    one = line.evidence
    return " ".join(filter(None, (one.noun.value, visible(one.state))))


def _became(one: Evidence, today: date) -> Content:
    """What became of an invitation; its meeting has a day only."""
    if one.state == Outcome.PENDING:
        return pending(waits=one.day <= today)
    if one.state in tuple(Outcome):
        return became(Outcome(one.state))
    return Content.styled(visible(one.state), "$text-muted")


def _held(one: Evidence) -> str:
    return fold(f"{one.name} {one.about} {one.state}")
