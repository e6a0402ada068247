"""Builds a page of text about one thing, line by line."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from netjournal.text import harmless, visible
from netjournal.when import say_day


class Page:
    """A page that leaves out whatever is blank."""

    def __init__(self, title: str, below: str = "") -> None:
        self._blocks = [
            Content("\n").join(
                [
                    Content.styled(visible(title), "bold $text-primary"),
                    *([Content.styled(visible(below), "$text-muted")] if below else []),
                ]
            )
        ]

    def facts(self, *facts: tuple[str, str | Content | None]) -> "Page":
        """Labels beside their values."""
        shown = [(label, value) for label, value in facts if value]
        width = max((len(label) for label, _ in shown), default=0)
        return self._add(
            Content.assemble((label.ljust(width + 2), "$text-muted"), _as_line(value))
            for label, value in shown
        )

    def words(self, title: str, text: str) -> "Page":
        """A person's own words, under a title."""
        return self.lines(title, [as_text(text)] if text.strip() else [])

    def lines(self, title: str, lines: Iterable[Content]) -> "Page":
        """Lines under a title."""
        shown = list(lines)
        if shown:
            self._add([Content.styled(title, "bold $text-accent"), *shown])
        return self

    def content(self) -> Content:
        """The page, a blank line between its blocks."""
        return Content("\n\n").join(self._blocks)

    def _add(self, lines: Iterable[Content]) -> "Page":
        if block := list(lines):
            self._blocks.append(Content("\n").join(block))
        return self


def short_day(day: date, today: date) -> str:
    """A day in at most eleven cells: its weekday this year, its year before."""
    said = say_day(day, today)
    return said if day.year == today.year else said.split(" ", 1)[1]


def as_text(text: str) -> Content:
    """A person's own words, line by line."""
    return Content("\n".join(harmless(line) for line in text.split("\n")))


def _as_line(value: str | Content | None) -> Content:
    return value if isinstance(value, Content) else Content(visible(value or ""))
