"""Markdown in which what a person wrote stays what they wrote."""

import re
from collections.abc import Iterable, Iterator, Sequence

from netjournal.text import harmless, visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#!$^])")
_AT_START = re.compile(r"^(\d*)([-+=.):])")


def escaped(text: str) -> str:
    """A line of text in which Markdown and HTML find nothing to act on."""
    # Only at the beginning of a line these make a list or a heading.
    return _AT_START.sub(r"\1\\\2", _within(text))


def paragraph(text: str) -> str:
    """Text of several lines, broken where the person did."""
    lines = (escaped(line) for line in harmless_lines(text))
    return "  \n".join(line for line in lines if line)


def document(title: str, sections: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """The lines of a page: a title, and sections of short lines, each of them one of a list."""
    yield f"# {escaped(title)}"
    for heading, lines in sections:
        yield from ("", f"## {escaped(heading)}", "")
        yield from (f"- {escaped(line)}" for line in lines)


def facts(title: str, said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of a page about one thing: its name, and what is known of it."""
    yield f"# {escaped(title)}"
    yield ""
    yield from (f"- {escaped(label)}: {_cell(text)}" for label, text in said if text)


def heading(text: str) -> Iterator[str]:
    """The lines of a heading within a page."""
    yield from ("", f"## {escaped(text)}", "")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; what has several lines keeps them within its cell."""
    yield _row(map(_within, headings))
    yield _row("---" for _ in headings)
    yield from (_row(map(_cell, row)) for row in rows)


def harmless_lines(text: str) -> list[str]:
    """The lines of a text, each without what could act on a terminal."""
    return [harmless(line) for line in text.split("\n")]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return "<br>".join(filter(None, map(_within, harmless_lines(text))))


def _within(text: str) -> str:
    """Text that something stands before in its line."""
    return _SPECIAL.sub(r"\\\1", visible(text).strip())
