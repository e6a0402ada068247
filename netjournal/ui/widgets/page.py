"""Builds a page of text about one thing, line by line."""

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from netjournal.text import harmless, visible
from netjournal.when import say_day


class Page:
    """A page that leaves out whatever is blank."""

    def __init__(self, title: str, below: str = "") -> None:
        self._lines: list[tuple[Content, int]] = []
        self._add(Content.styled(visible(title), "bold $text-primary"))
        if below:
            self._lines.append((Content.styled(visible(below), "$text-muted"), 0))

    def facts(self, *facts: tuple[str, str | Content | None]) -> "Page":
        """Labels beside their values."""
        shown = [(label, value) for label, value in facts if value]
        width = max((len(label) for label, _ in shown), default=0)
        lines = (
            Content.assemble((label.ljust(width + 2), "$text-muted"), _as_line(value))
            for label, value in shown
        )
        return self._add(*lines, hang=width + 2)

    def words(self, title: str, text: str) -> "Page":
        """A person's own words, under a title."""
        return self.lines(title, [as_text(text)] if text.strip() else [])

    def lines(self, title: str, lines: Iterable[Content], *, hang: int = 0) -> "Page":
        """Lines under a title; long ones hang in by so many cells."""
        shown = list(lines)
        if shown:
            self._add(Content.styled(title, "bold $text-accent"), *shown, hang=hang)
        return self

    def content(self) -> Content:
        """The page, a blank line between its blocks."""
        # Today takes its days from here, and its first frame shows no page.
        from netjournal.ui.widgets.hanging import Hanging

        return Hanging(self._lines)

    def _add(self, *block: Content, hang: int = 0) -> "Page":
        if block:
            blank = [(Content(""), 0)] if self._lines else []
            self._lines += [*blank, *((line, hang) for line in block)]
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
