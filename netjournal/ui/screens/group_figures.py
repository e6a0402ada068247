"""The figures of a group as lines of its page: what it costs, who sits there, who asked."""

from collections.abc import Iterator

from textual.content import Content

from netjournal.amounts import say_amount
from netjournal.insights.trend_words import tenths
from netjournal.model.cost import Cost, in_cents
from netjournal.model.joining import AskedInto
from netjournal.model.seats import Seat, Seats
from netjournal.text import visible

SEAT_LABEL = 10
"""The cells of the word before a line of `seat_lines`."""
_MOST_SEATS = 8
"""How many professions are named before the rest is only counted."""


def cost_lines(cost: Cost, currency: str) -> Iterator[Content]:
    """Hours and money a month, with what they rest on."""
    if cost.hours.value is not None:
        rest = "meeting or one-to-one" if cost.hours.n == 1 else "meetings and one-to-ones"
        hours = f"{tenths(cost.hours.value)} hours, from {cost.hours.n} {rest} in 90 days"
        yield Content(hours)
    parts = (("dues", cost.dues), ("fees", cost.fees), ("time", cost.time))
    known = [(name, amount) for name, amount in parts if amount]
    if cost.total and known:
        of_it = " · ".join(f"{name} {say_amount(in_cents(amount))}" for name, amount in known)
        said = say_amount(in_cents(cost.total), currency)
        yield Content(f"{said}: {of_it}" if len(known) > 1 else f"{said} {known[0][0]}")


def seat_lines(seats: Seats) -> Iterator[Content]:
    """Who sits for my profession, which partners are there or missing, and who else sits."""
    if seats.rivals:
        yield _line("Mine", ", ".join(map(visible, seats.rivals)), "$text-warning")
    if seats.partners:
        yield _line("Partners", ", ".join(map(_held, seats.partners)), "$text-success")
    if seats.missing:
        yield _line("Missing", ", ".join(map(visible, seats.missing)), "$text-muted")
    if seats.taken:
        names = [_held(seat) for seat in seats.taken]
        more = len(names) - _MOST_SEATS
        listed = ", ".join(names[:_MOST_SEATS]) + (f" and {more} more" if more > 0 else "")
        unsaid = f"; {seats.unsaid} unsaid" if seats.unsaid else ""
        yield _line("Taken", f"{listed} ({seats.known}{unsaid})")


def asked_lines(asked: AskedInto) -> Iterator[Content]:
    """How often someone asked me into a group, how that felt, and what came of it."""
    if not asked.total:
        return
    felt = (
        (asked.sincere, "sincere"),
        (asked.boosting, "boosting"),
        (asked.unsaid, "unsaid"),
    )
    yield Content(f"{asked.total} so far: {', '.join(f'{n} {word}' for n, word in felt if n)}")
    little = f", {asked.reluctant} at an interest of 2 or less" if asked.reluctant else ""
    yield Content(f"{asked.accepted or 'none'} joined{little}")


def _held(seat: Seat) -> str:
    return f"{visible(seat.profession)} ({', '.join(map(visible, seat.members))})"


def _line(label: str, words: str, style: str = "") -> Content:
    return Content.assemble((label.ljust(SEAT_LABEL), "$text-muted"), (words, style))
