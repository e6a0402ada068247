"""The figures of give and get as lines: each with what it rests on and what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjournal.amounts import say_amount
from netjournal.model.evidence import Evidence, Part
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import (
    GiveAndGet,
    GroupExchange,
    SourceBusiness,
    StatementInvited,
)
from netjournal.ui.screens.give_and_get_words import counted, last_invited, money, number, share

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_TOO_FEW = "too few"
_OUTSIDE = "Outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """The rows a figure rests on, as the journal is asked for them."""

    part: Part
    group_id: int | None = None
    source: str | None = None
    statement_id: int | None = None

    def read(self, journal: "Journal") -> tuple[Evidence, ...]:
        """Reads them; runs in a thread."""
        return journal.evidence(
            self.part,
            group_id=self.group_id,
            source=self.source,
            statement_id=self.statement_id,
        )


@dataclass(frozen=True, slots=True)
class Saying:
    """A figure in words, before it has its place."""

    name: str
    value: str
    meaning: str
    behind: Behind
    n: int | None = None
    """How many it was worked out from; None: it is a plain count or sum."""
    of: str = ""
    """What those are."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as a line of the list."""

    id: int
    about: str
    saying: Saying

    @property
    def title(self) -> str:
        """What it is about, and what it says of that."""
        return f"{self.about} · {self.saying.name}"

    @property
    def rests(self) -> str:
        """What it was worked out from."""
        said = self.saying
        return "" if said.n is None else f"of {counted(said.n, said.of)}"


def figure_lines(figures: GiveAndGet, currency: str) -> tuple[FigureLine, ...]:
    """All figures, by what they are about."""
    money = f" {currency}" if currency else ""
    by_subject = (
        ("Referrals", _referrals(figures)),
        ("Warmth", _warmth(figures)),
        ("Given, got", map(_exchange, figures.groups)),
        ("First after", _firsts(figures.groups)),
        (f"Business{money}", _business(figures)),
        (f"Brought{money}", _credited(figures.groups)),
        ("Came back", _came_back(figures)),
        ("Invitations", _invitations(figures)),
        ("Show rate", _show_rates(figures)),
        ("Asks, gives", _asks(figures)),
    )
    said = [(about, saying) for about, sayings in by_subject for saying in sayings]
    return tuple(FigureLine(at, about, saying) for at, (about, saying) in enumerate(said))


def _referrals(figures: GiveAndGet) -> Iterator[Saying]:
    given, received = figures.exchange.given, figures.exchange.received
    yield Saying("Given", f"{given:,}", "Referrals I passed on.", Behind(part=Part.GIVEN))
    yield Saying("Received", f"{received:,}", "Passed to me.", Behind(part=Part.RECEIVED))
    yield _figure(
        "Per contact met",
        figures.per_contact_met,
        "Referrals either way for each person I met at a meeting.",
        Part.PER_CONTACT_MET,
        "contact",
        decimals=2,
    )
    yield _figure(
        "Days to one back",
        figures.lag,
        "From the first referral given to a partner to the first got from them on that day or "
        "later, the median. Partners who gave none back are left out.",
        Part.LAG,
        "partner",
    )


def _warmth(figures: GiveAndGet) -> Iterator[Saying]:
    meaning = "The median level, 1 to 5, of those that say theirs."
    yield _figure("Given", figures.heat_given, meaning, Part.HEAT_GIVEN, "level")
    yield _figure("Received", figures.heat_received, meaning, Part.HEAT_RECEIVED, "level")


def _exchange(group: GroupExchange) -> Saying:
    return Saying(
        group.group or _OUTSIDE,
        f"{group.exchange.given:,}, {group.exchange.received:,}",
        "Referrals given and received through the group: that of the first in their chain, or "
        "else those the partner and I were both in.",
        Behind(part=Part.GROUP, group_id=group.group_id),
    )


def _firsts(groups: tuple[GroupExchange, ...]) -> Iterator[Saying]:
    for group in groups:
        if group.days_to_first is not None:
            yield Saying(
                group.group,
                "1 day" if group.days_to_first == 1 else f"{group.days_to_first:,} days",
                "From joining to the first referral received through the group.",
                Behind(part=Part.DAYS_TO_FIRST, group_id=group.group_id),
            )


def _business(figures: GiveAndGet) -> Iterator[Saying]:
    yield Saying(
        "In all",
        say_amount(figures.business),
        "All closed business that came to me; what referrals I gave brought others isn't mine.",
        Behind(part=Part.BUSINESS),
    )
    for each in figures.sources:
        yield Saying(
            _named(each),
            say_amount(each.amount),
            "What this source brought me.",
            Behind(part=Part.SOURCE, source=each.source),
        )


def _credited(groups: tuple[GroupExchange, ...]) -> Iterator[Saying]:
    for group in groups:
        if group.credited:
            yield Saying(
                group.group or _OUTSIDE,
                money(group.credited),
                "What referrals through the group brought me; that of several groups is split "
                "evenly.",
                Behind(part=Part.CREDITED, group_id=group.group_id),
            )


def _came_back(figures: GiveAndGet) -> Iterator[Saying]:
    yield _share(
        "All clients",
        figures.retention,
        "Clients with business on two days or more, of all clients.",
        Behind(part=Part.RETENTION),
        "client",
    )
    for each in figures.sources:
        yield _share(
            _named(each),
            each.retention,
            "Of the clients whose first business came so: those with business on two days or more.",
            Behind(part=Part.SOURCE_RETENTION, source=each.source),
            "client",
        )


def _invitations(figures: GiveAndGet) -> Iterator[Saying]:
    invited = figures.invited
    for name, count, part, meaning in (
        ("Sent", invited.sent, Part.SENT, "All but those to meetings that were called off."),
        ("To answer", invited.pending_past, Part.PENDING_PAST, "Did they come?"),
        ("Came", invited.came, Part.CAME, "Said so, or among those who were there."),
        ("No-show", invited.no_show, Part.NO_SHOW, "Invited, and didn't come."),
        ("Declined", invited.declined, Part.DECLINED, "Said no."),
    ):
        yield Saying(name, f"{count:,}", meaning, Behind(part=part))
    for name, count, part, meaning in (
        ("Came again", figures.returned, Part.RETURNED, "Guests who came to the group again."),
        ("Joined", figures.joined, Part.JOINED, "Guests who became members of the group."),
    ):
        yield Saying(name, f"{count:,}", meaning, Behind(part=part), figures.came, "guest")
    yield Saying(
        "Last sent",
        last_invited(figures.days_since_invited),
        "When I last invited someone.",
        Behind(part=Part.DAYS_SINCE_INVITED),
    )


def _show_rates(figures: GiveAndGet) -> Iterator[Saying]:
    yield _share(
        "All",
        figures.show_rate,
        "Who came, of all invitations with an outcome.",
        Behind(part=Part.SHOW_RATE),
        "outcome",
    )
    yield from map(_by_statement, figures.statements)


def _by_statement(each: StatementInvited) -> Saying:
    said = f"“{each.statement}”" if each.statement else "no reason written"
    while_ = "I put it so" if each.statement else "no reason was written"
    return _share(
        f"{each.group or 'One-offs'}: {said}",
        each.show_rate,
        f"Who came, of those invited to {each.group or 'one-offs'} while {while_}.",
        Behind(part=Part.STATEMENT, statement_id=each.statement_id, group_id=each.group_id),
        "outcome",
    )


def _asks(figures: GiveAndGet) -> Iterator[Saying]:
    asked = "Asks of people, and those in reflections."
    gave = "Referrals given, introductions, and what reflections note as given."
    yield Saying("Asks", f"{figures.asks:,}", asked, Behind(part=Part.ASKS))
    yield Saying("Gives", f"{figures.gives:,}", gave, Behind(part=Part.GIVES))
    yield _figure(
        "Asks per give",
        figures.asks_per_give,
        "How many asks there are for each give.",
        Part.ASKS_PER_GIVE,
        "give",
        decimals=2,
    )


def _named(each: SourceBusiness) -> str:
    return "Unknown" if each.source is None else str(each.source).capitalize()


def _figure(
    name: str, figure: Figure, meaning: str, part: Part, of: str, decimals: int = 1
) -> Saying:
    said = _TOO_FEW if figure.value is None else number(figure.value, decimals)
    return Saying(name, said, meaning, Behind(part=part), figure.n, of)


def _share(name: str, figure: Figure, meaning: str, behind: Behind, of: str) -> Saying:
    said = _TOO_FEW if figure.value is None else share(figure.value)
    return Saying(name, said, meaning, behind, figure.n, of)
