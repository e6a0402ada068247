"""Hits: the words around what was found, in one line."""

import pytest

from netjournal.model.change import Noun
from netjournal.model.search import Hit


def hit(snippet: str) -> Hit:
    """A hit in somebody's notes; the words found stand between asterisks."""
    parts = enumerate(snippet.split("*"))
    stretches = tuple((text, place % 2 == 1) for place, text in parts if text)
    return Hit(
        noun=Noun.CONTACT, record_id=1, heading=(("Ana", False),), day=None, snippet=stretches
    )


@pytest.mark.parametrize(
    ("snippet", "most", "around"),
    [
        ("Flies\nred *kites*", None, "Flies · red *kites*"),
        ("Flies\nred *kites*", 12, "Flies · red *kites*"),
        ("Flies\nred *kites*", 11, "…red *kites*"),
        ("Flies big red *kites* far", 9, "…big red *kites* far"),
        ("Unbroken,*kites*", 4, "…*kites*"),
        ("*kites* that are red", 3, "*kites* that are red"),
        ("Nothing of it here", 3, "Nothing of it here"),
        ("\x1b[5m a\u202eb *kites*", None, "[5m ab *kites*"),
        ("", 3, ""),
    ],
)
def test_so_little_comes_before_the_first_word_that_it_is_seen(
    snippet: str, most: int | None, around: str
) -> None:
    assert hit(snippet).around(most) == hit(around).snippet
