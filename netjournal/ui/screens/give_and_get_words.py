"""What Give & get says of single things: a direction, how warm, how far, what became of it."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from textual.content import Content

from netjournal.amounts import say_amount
from netjournal.model.cost import in_cents
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Totals
from netjournal.model.invitation import Invitation, Outcome
from netjournal.model.referral import LEVELS, Direction, Referral, ReferralStatus
from netjournal.text import visible

TITLE = "bold $text-accent"
ARROWS = {Direction.GIVEN: "→", Direction.RECEIVED: "←"}
TO = {Direction.GIVEN: "to", Direction.RECEIVED: "from"}
_STATUSES = {
    ReferralStatus.PASSED: ("○", "$text-primary"),
    ReferralStatus.CONTACTED: ("◐", "$text-accent"),
    ReferralStatus.WON: ("✓", "$text-success"),
    ReferralStatus.LOST: ("✗", "$text-muted"),
}
_OUTCOMES = {
    Outcome.CAME: ("✓", "$text-success"),
    Outcome.NO_SHOW: ("✗", "$text-error"),
    Outcome.DECLINED: ("–", "$text-muted"),
}


@cache
def warmth(level: int | None) -> Content:
    """How warm a referral was: a full pip for each level up to its own; nothing when unknown."""
    if level is None:
        return Content("")
    cold = "○" * (len(LEVELS) - level)
    return Content.assemble(("●" * level, "$text-accent"), (cold, "$text-muted"))


@cache
def status(value: ReferralStatus) -> Content:
    """How far a referral has come: a sign and the word."""
    sign, style = _STATUSES[value]
    return Content.styled(f"{sign} {value}", style)


def status_sign(value: ReferralStatus) -> Content:
    """The sign alone."""
    return Content.styled(*_STATUSES[value])


def partner(referral: Referral) -> Content:
    """Which way a referral went, and whose it is."""
    return Content.assemble(
        (ARROWS[referral.direction], "$text-muted"), " ", visible(referral.partner)
    )


def waits(invitation: Invitation, now: datetime) -> bool:
    """Whether an invitation can be answered: its meeting has begun."""
    begun = datetime.fromisoformat(invitation.start) <= now
    return begun and not invitation.voided and invitation.outcome is Outcome.PENDING


def outcome(invitation: Invitation, now: datetime) -> Content:
    """What became of an invitation: a sign and the word."""
    if invitation.voided:
        return Content.styled("called off", "$text-muted")
    if invitation.outcome is Outcome.PENDING:
        return pending(waits=waits(invitation, now))
    return became(invitation.outcome)


def pending(*, waits: bool) -> Content:
    """That nobody knows yet what became of an invitation, and whether it `waits` for an answer."""
    if waits:
        return Content.styled("? pending", "$text-warning")
    return Content.styled("○ to come", "$text-primary")


def became(value: Outcome) -> Content:
    """An outcome: a sign and the word."""
    sign, style = _OUTCOMES[value]
    return Content.styled(f"{sign} {value}", style)


def meeting_day(invitation: Invitation) -> date:
    """The day of an invitation's meeting."""
    return datetime.fromisoformat(invitation.start).date()


def counted(count: int, one: str, several: str = "") -> str:
    """So many of something."""
    return f"1 {one}" if count == 1 else f"{count:,} {several or one + 's'}"


def share(value: Fraction) -> str:
    """A share as whole per cent, rounded half up."""
    return f"{_rounded(value * 100, '1')} %"


def number(value: Fraction, decimals: int = 0) -> str:
    """A number with so many decimals, rounded half up; without any where it is whole."""
    places = decimals if value.denominator > 1 else 0
    return f"{_rounded(value, str(Decimal(1).scaleb(-places))):,}"


def money(value: Fraction) -> str:
    """An amount rounded half up to cents."""
    return say_amount(in_cents(value))


def totals(figures: Totals, currency: str) -> Content:
    """What it all comes to, in a line; first what waits for an answer."""
    waiting, exchange = figures.invited.pending_past, figures.exchange
    business = say_amount(figures.business, currency) if figures.business else ""
    said = (
        Content.styled(f"{waiting:,} to answer" if waiting else "", "$text-warning"),
        _labelled(f"{exchange.given:,}", "given"),
        _labelled(f"{exchange.received:,}", "received"),
        _labelled(business, "closed"),
        _labelled(rate(figures.show_rate) if figures.invited.sent else "", "came"),
    )
    return Content(" · ").join(each for each in said if each)


def rate(figure: Figure) -> str:
    """A share with what it rests on, or that this is too few."""
    said = "too few" if figure.value is None else share(figure.value)
    return f"{said} of {figure.n:,}"


def last_invited(days: int | None) -> str:
    """How long ago the last invitation was sent."""
    match days:
        case None:
            return "nobody yet"
        case 0:
            return "today"
        case 1:
            return "yesterday"
        case _:
            return f"{days:,} days ago"


def _labelled(value: str, label: str) -> Content:
    return Content.assemble(value, (f" {label}", "$text-muted")) if value else Content("")


def _rounded(value: Fraction, step: str) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(step), ROUND_HALF_UP)
