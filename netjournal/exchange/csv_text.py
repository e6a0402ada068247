"""Rows as comma-separated values that a spreadsheet shows and never runs."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from netjournal.text import clean

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NEGATIVE = re.compile(r"-\d+(\.\d+)?")


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Headings and rows, a line each; what a tuple holds is in one cell, by semicolons.

    A cell that would be taken for a formula begins with an apostrophe instead.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else value
    if not isinstance(text, str):
        return text
    text = clean(text)
    return f"'{text}" if text.startswith(_FORMULA) and not _NEGATIVE.fullmatch(text) else text
