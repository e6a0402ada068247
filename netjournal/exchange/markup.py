"""HTML and SVG, in which whatever isn't markup already is escaped."""

import re
from collections.abc import Iterable
from html import escape

from netjournal.text import harmless

_EMPTY = frozenset({"meta", "br", "rect", "circle", "line", "polyline"})
# Neither HTML nor XML has these, not even escaped.
_LAST_OF_PLANES = "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_NO_CHARACTERS = re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]")


class Markup(str):
    """Text that is HTML or SVG; any other is what somebody wrote."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: object) -> Markup:
    """An element; `class_` is its class, `stroke_width` its stroke-width, and None leaves one out.

    Children that aren't Markup, and all attributes, are escaped.
    """
    opening = "".join(
        f' {attribute.rstrip("_").replace("_", "-")}="{_escaped(_number(value))}"'
        for attribute, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY and not children:
        return Markup(f"<{name}{opening}/>")
    return Markup(f"<{name}{opening}>{together(children)}</{name}>")


def together(children: Iterable[str]) -> Markup:
    """Several pieces as one."""
    return Markup(
        "".join(each if isinstance(each, Markup) else _escaped(each) for each in children)
    )


def _escaped(text: str) -> str:
    """Text in which line ends stay, and nothing else acts on anything."""
    lines = (_NO_CHARACTERS.sub("", harmless(line)) for line in text.split("\n"))
    return escape("\n".join(lines))


def _number(value: object) -> str:
    """A value of an attribute; numbers with no more than two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
