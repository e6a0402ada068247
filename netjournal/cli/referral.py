"""`netjournal referral`: notes business passed either way, and how far it has come."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from netjournal.amounts import say_amount
from netjournal.cli.amount import amounts
from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past
from netjournal.cli.session import Session, journal_option
from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.model.business import BusinessDraft
from netjournal.model.referral import (
    LEVELS,
    OPEN,
    Direction,
    Referral,
    ReferralDraft,
    ReferralLook,
    ReferralStatus,
)
from netjournal.text import clean_line, fold, visible
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_LONGEST = 40
"""How much of a note is said of one of several referrals."""


@click.group()
def referral() -> None:
    """Note the business you pass to others and they to you, and what becomes of it.

    WHO is any part of a contact's name that fits no other, in quotes where it has a blank.
    """


@referral.command()
@click.argument("who")
@click.option("--given/--received", default=None, help="Which way it went; it has to be said.")
@click.option("--about", "prospect", default="", metavar="NAME", help="Whom it is about.")
@click.option("--level", type=int, metavar="1-5", help="How warm: 5 is introduced in person.")
@click.option("--status", type=OneOf(ReferralStatus), help="How far it has come; else passed.")
@click.option("--group", metavar="GROUP", help="The group it went through.")
@click.option("--on", "day", callback=day_past, metavar="DATE", help="When; else today.")
@click.option("--out-of", "source", metavar="WHO", help="With whom the one was it came out of.")
@click.option("--note", default="", metavar="TEXT", help="More of it; - reads it in.")
@journal_option
@click.pass_obj
def add(
    session: Session,
    /,
    who: str,
    given: bool | None,
    prospect: str,
    status: ReferralStatus | None,
    group: str | None,
    day: date | None,
    source: str | None,
    note: str,
    **said: Any,
) -> None:
    """Note a referral given to WHO, or received from them.

    Someone named by --about whom the journal doesn't know yet becomes a contact.
    """
    if given is None:
        raise click.UsageError("Say which way it went: --given or --received.")
    today = session.clock.now().date()
    note = sys.stdin.read() if note == "-" else note
    with session.writing() as journal:
        partner = journal.contacts.meant(who).id
        known = journal.contacts.named(prospect)
        # Words that mean the partner mean nobody new.
        same = bool(fold(prospect)) and fold(prospect) == fold(who)
        draft = ReferralDraft(
            direction=Direction.GIVEN if given else Direction.RECEIVED,
            day=day or today,
            partner_id=partner,
            prospect_id=partner if same else None,
            group_id=journal.groups.named(group).id if group else None,
            status=status or ReferralStatus.PASSED,
            source_id=_meant(journal, source, (), today).id if source else None,
            note=note,
            **said,
        )
        about = "" if same else prospect
        added = journal.referrals.get(journal.referrals.add(draft, prospect=about))
    new = " (new)" if added.prospect and not known else ""
    click.echo(visible(" · ".join((f"Noted: {_named(added)}{new}", *_more(added, today)))))


@referral.command()
@click.argument("who")
@click.argument("status", type=OneOf(ReferralStatus))
@click.argument("words", nargs=-1)
@click.option(
    "--amount",
    "brought",
    multiple=True,
    callback=amounts,
    metavar="AMOUNT",
    help="Business it brought; can be repeated.",
)
@click.option("--on", "day", callback=day_past, metavar="DATE", help="When that was; else today.")
@journal_option
@click.pass_obj
def move(
    session: Session,
    who: str,
    status: ReferralStatus,
    words: tuple[str, ...],
    brought: tuple[Decimal, ...],
    day: date | None,
) -> None:
    """Note how far a referral with WHO, or about them, has come: passed, contacted, won or lost.

    WORDS of its note, of its day, or of whom it is with, about or through, say which where there
    are several. Each --amount is business of its own, for clients who come back.
    """
    if day is not None and not brought:
        raise click.UsageError("--on is the day of an --amount.")
    if brought and status is not ReferralStatus.WON:
        raise click.UsageError("What brought an --amount is won: say so, or leave it out.")
    today = session.clock.now().date()
    with session.changing() as journal:
        meant = _meant(journal, who, words, today)
        closed = (BusinessDraft(amount=amount, day=day or today) for amount in brought)
        journal.referrals.move(meant.id, status, *closed)
        now = journal.referrals.get(meant.id)
    so_far = () if now.business is None else (f"brought {say_amount(now.business)} in all",)
    click.echo(visible(" · ".join((f"{now.status.capitalize()}: {_named(now)}", *so_far))))


def _meant(journal: "Journal", who: str, words: Sequence[str], today: date) -> Referral:
    """The only referral with or about someone that holds the words, open ones before settled."""
    whom = journal.contacts.meant(who)
    pages = journal.referrals.pages(ReferralLook(contact_id=whom.id))
    wanted = fold(" ".join(words))
    holding = [one for one in pages.page(0, pages.total) if wanted in _words(one)]
    fits = [one for one in holding if one.status in OPEN] or holding
    if not fits:
        raise NotFoundError(f"There is no such referral with {whom.name}, or about them.")
    # Those of which the same is said are as good as one another; the latest comes first.
    if len({(_words(one), one.level) for one in fits}) > 1:
        said = tuple(", ".join(_told(one, today)) for one in fits)
        raise AmbiguousError(
            f"There are {len(said)} such referrals: {'; '.join(said)}. "
            "Type some words of the one that is meant, or its day.",
            said,
        )
    return fits[0]


def _words(one: Referral) -> str:
    days = (say_day(one.day), one.day.isoformat())
    said = (one.direction, one.partner, one.prospect, one.group, one.note, *days)
    return fold(" ".join(filter(None, said)))


def _told(one: Referral, today: date) -> Iterator[str]:
    """What tells a referral from others with the same people."""
    yield _named(one)
    yield say_day(one.day, today)
    if one.group:
        yield one.group
    if one.note:
        first = clean_line(one.note)
        yield f"“{first[: _LONGEST - 1]}…”" if len(first) > _LONGEST else f"“{first}”"


def _named(one: Referral) -> str:
    joined = "to" if one.direction is Direction.GIVEN else "from"
    about = f" about {one.prospect}" if one.prospect else ""
    return f"referral {one.direction} {joined} {one.partner}{about}"


def _more(one: Referral, today: date) -> Iterator[str]:
    yield say_day(one.day, today)
    if one.level is not None:
        yield f"level {one.level}, {LEVELS[one.level - 1]}"
    if one.status is not ReferralStatus.PASSED:
        yield one.status
    if one.group:
        yield one.group
    if one.source_id is not None:
        yield "out of another"
    if one.note:
        yield "with a note"
