"""A page of HTML that needs nothing else: no script, no network, no other file."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from netjournal.exchange.markup import Markup, element

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser lets the page load: nothing."""


def page(title: str, *body: str) -> str:
    """The page, with its style within it."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content="netjournal"),
        element("title", title),
        element("style", _style()),
    )
    whole = element("html", head, element("body", element("main", *body)), lang="en")
    return f"<!DOCTYPE html>\n{whole}\n"


def section(heading: str, *body: str, class_: str | None = None) -> Markup:
    """A part under its heading."""
    return element("section", element("h2", heading), *body, class_=class_)


def figure(caption: str, drawing: Markup) -> Markup:
    """A chart with what it says."""
    return element("figure", element("figcaption", caption), drawing)


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = ()
) -> Markup:
    """A table; `numbers` are the places of the columns that hold numbers."""

    def cells(name: str, row: Sequence[str]) -> Markup:
        return element(
            "tr",
            *(
                element(
                    *(name, cell),
                    class_="number" if place in numbers else None,
                    # Names may be written from right to left.
                    dir=None if place in numbers else "auto",
                )
                for place, cell in enumerate(row)
            ),
        )

    head = element("thead", cells("th", headings))
    return element("table", head, element("tbody", *(cells("td", row) for row in rows)))


def written(text: str) -> Markup:
    """What a person wrote, broken into lines where they did."""
    return element("p", text, class_="written", dir="auto")


def listed(items: Iterable[str]) -> Markup:
    """A list, an item a line."""
    return element("ul", *(element("li", item, dir="auto") for item in items))


def _style() -> Markup:
    return Markup(Path(__file__).with_name("report.css").read_text(encoding="utf-8"))
