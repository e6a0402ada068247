"""The columns of the list of contacts."""

from dataclasses import replace
from datetime import date

from textual.content import Content

from netjournal.model.contact import ContactLine, Look, Order
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pips import depth

_UP, _DOWN = "▲", "▼"
_DAY = 13
"""Cells of a day and the sign after it."""
_WITH_LITTLE_ROOM = {Order.NAME, Order.DEPTH, Order.LAST_TOUCH}
"""Sorted by these, the list shows all three of them however narrow it is."""


def contact_columns(today: date, look: Look) -> tuple[Column[ContactLine], ...]:
    """A contact as one row; the column that the list is sorted by is always shown."""
    columns: dict[Order, Column[ContactLine]] = {
        Order.NAME: Column("Name", lambda line: line.name, share=3),
        Order.ORGANISATION: Column(
            "Organisation", lambda line: line.organisation, share=2, hidden_below=58
        ),
        Order.GROUPS: Column(
            "Groups", lambda line: ", ".join(line.groups), share=2, hidden_below=92, muted=True
        ),
        Order.DEPTH: Column("Depth", lambda line: depth(line.depth), width=5),
        Order.LAST_TOUCH: Column(
            "Last touch",
            lambda line: _last_touch(line, today),
            width=_DAY,
            hidden_below=40 if look.order in _WITH_LITTLE_ROOM else 58,
            muted=True,
        ),
        Order.NEXT_DUE: Column(
            "Follow-up", lambda line: _next_due(line, today), width=_DAY, hidden_below=70
        ),
    }
    by = columns[look.order]
    # Only the narrowest column lacks room for the sign.
    columns[look.order] = replace(
        by,
        sign=_DOWN if look.falling else _UP,
        hidden_below=0,
        width=by.width and max(by.width, len(by.title) + 2),
    )
    tags: Column[ContactLine] = Column(
        "Tags", lambda line: ", ".join(line.tags), hidden_below=124, muted=True
    )
    return (*columns.values(), tags)


def order_of(title: str) -> Order | None:
    """The order of a column, by its title; None when the list can't be sorted by it."""
    return _ORDERS.get(title)


_ORDERS = {
    "Name": Order.NAME,
    "Organisation": Order.ORGANISATION,
    "Groups": Order.GROUPS,
    "Depth": Order.DEPTH,
    "Last touch": Order.LAST_TOUCH,
    "Follow-up": Order.NEXT_DUE,
}


def _last_touch(line: ContactLine, today: date) -> str | Content:
    if line.last_touch is None:
        return ""
    day = short_day(date.fromisoformat(line.last_touch), today)
    return Content.styled(f"{day} !", "$text-warning") if line.quiet else day


def _next_due(line: ContactLine, today: date) -> str | Content:
    if line.next_due is None:
        return ""
    due = date.fromisoformat(line.next_due)
    day = short_day(due, today)
    if due > today:
        return day
    return Content.styled(f"{day} !", "$text-error" if due < today else "$text-warning")
