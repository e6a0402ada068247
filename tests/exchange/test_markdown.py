"""Markdown in which what a person wrote stays what they wrote."""

import pytest

from netjournal.exchange.markdown import document, escaped, facts, paragraph, table


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("Ana-Maria wrote, at 3.5%.", "Ana-Maria wrote, at 3.5%."),
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("+ nor this", "\\+ nor this"),
        ("1. nor this", "1\\. nor this"),
        ("12) nor this", "12\\) nor this"),
        ("=====", "\\====="),
        ("*bold* _it_ `code` ~~no~~", "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~"),
        ("[click](http://x)", "\\[click\\](http://x)"),
        ("![x](y)", "\\!\\[x\\](y)"),
        ("<script>&amp;", "\\<script\\>\\&amp;"),
        ("a | b \\ c", "a \\| b \\\\ c"),
        ("  four\x1b[2J\u202e", "four\\[2J"),
        ("one\ntwo", "one two"),
    ],
)
def test_nothing_in_a_line_acts(written: str, safe: str) -> None:
    assert escaped(written) == safe


def test_a_paragraph_breaks_where_the_person_did() -> None:
    assert paragraph("one\n\n    - two\n\x07three") == "one  \n\\- two  \nthree"


def test_a_document_has_a_title_and_lists() -> None:
    assert list(document("A *b*", [("First", ["x", "# y"])])) == [
        "# A \\*b\\*",
        "",
        "## First",
        "",
        "- x",
        "- \\# y",
    ]


def test_a_table_keeps_lines_within_cells_and_bars_out() -> None:
    assert list(table(("A|b", "C"), [("one\n\n# two", "0.5"), ("<br> | \x1b", "-1")])) == [
        "| A\\|b | C |",
        "| --- | --- |",
        "| one<br>\\# two | 0.5 |",
        "| \\<br\\> \\| | -1 |",
    ]


def test_facts_are_a_list_without_what_isnt_known() -> None:
    assert list(facts("- Ana", [("Why", ""), ("Notes", "one\n*two*")])) == [
        "# \\- Ana",
        "",
        "- Notes: one<br>\\*two\\*",
    ]
