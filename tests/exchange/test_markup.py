"""HTML and SVG in which nothing that was written acts."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.markup import Markup, element, together
from netjournal.text import harmless


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        (
            "</script><script>alert(1)</script>",
            "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
        ),
        ('"><img src=x onerror=y>', "&quot;&gt;&lt;img src=x onerror=y&gt;"),
        ("it's & <b>", "it&#x27;s &amp; &lt;b&gt;"),
        ("a\x1b[2J\u202eb\ufffec\x00", "a[2Jbc"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_what_was_written_is_escaped_as_text_and_as_attribute(written: str, safe: str) -> None:
    assert element("p", written) == f"<p>{safe}</p>"
    assert element("p", title=written) == f'<p title="{safe}"></p>'


def test_markup_stays_markup_once() -> None:
    inner = element("b", "<")
    assert element("p", inner, "&") == "<p><b>&lt;</b>&amp;</p>"
    assert together((inner, "<")) == "<b>&lt;</b>&lt;"
    assert isinstance(together((inner,)), Markup)


def test_attributes_are_named_as_html_names_them() -> None:
    assert element("rect", class_="s0", stroke_width=1.0, x=2 / 3, y=None) == (
        '<rect class="s0" stroke-width="1" x="0.67"/>'
    )


@given(st.text())
def test_any_text_is_well_formed_xml_that_says_the_same(text: str) -> None:
    read = ElementTree.fromstring(element("p", element("b", text), title=text))
    shown = "\n".join(map(harmless, text.split("\n")))
    said = "".join(each for each in shown if not _nobody(each))
    assert "".join(read.itertext()) == said


def _nobody(character: str) -> bool:
    """Whether it is one of the code points that are no characters."""
    code = ord(character)
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
