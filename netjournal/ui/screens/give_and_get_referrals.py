"""The referrals of Give & get: those that are open first, and all there is to say of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from textual.content import Content

from netjournal.amounts import say_amount
from netjournal.model.business import Business
from netjournal.model.change import Noun
from netjournal.model.referral import (
    LEVELS,
    OPEN,
    Direction,
    Referral,
    ReferralLook,
    ReferralStatus,
)
from netjournal.text import visible
from netjournal.ui.screens.give_and_get_chain import Link, links
from netjournal.ui.screens.give_and_get_view import Asked, Told, View
from netjournal.ui.screens.give_and_get_words import (
    TITLE,
    TO,
    counted,
    partner,
    status,
    status_sign,
    warmth,
)
from netjournal.ui.screens.person import Record
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import as_text, short_day
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.sheet import Part
from netjournal.when import say_day, say_distance

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_LOOKS = {
    "": ReferralLook(),
    "open": ReferralLook(statuses=OPEN),
    "given": ReferralLook(direction=Direction.GIVEN),
    "received": ReferralLook(direction=Direction.RECEIVED),
    "won": ReferralLook(statuses=(ReferralStatus.WON,)),
    "lost": ReferralLook(statuses=(ReferralStatus.LOST,)),
}


@dataclass(frozen=True, slots=True)
class WholeReferral:
    """A referral with its chain and the business it brought."""

    referral: Referral
    chain: tuple[Referral, ...]
    """All that came out of the chain's first, oldest first."""
    business: tuple[Business, ...]
    """Oldest first."""

    @property
    def id(self) -> int:
        """The referral's."""
        return self.referral.id


class ReferralsView(View[Referral, WholeReferral]):
    """Referrals as a pipeline."""

    title = "Referrals"
    kinds = tuple(kind for kind in _LOOKS if kind)
    empty = Content.from_markup(
        "[b]The referrals you give and receive will be listed here,[/b]\n"
        "with how warm they were, how far they have come and what came of them.\n\n"
        "Press [b $text-accent]n[/] to note the first one."
    )

    def columns(self) -> tuple[Column[Referral], ...]:
        """Whose, about whom, how warm, how far, when, and what it brought."""
        today = self.today
        return (
            Column("To, from", partner, share=3),
            Column("About", lambda one: one.prospect, share=3, hidden_below=66),
            Column("Level", lambda one: warmth(one.level), width=5, hidden_below=34),
            Column("Status", lambda one: status(one.status), width=11),
            Column(
                "Passed", lambda one: short_day(one.day, today), 11, hidden_below=56, muted=True
            ),
            Column("Group", lambda one: one.group, share=2, hidden_below=96, muted=True),
            Column("Spin-offs", _spin_offs, width=9, right=True, hidden_below=120, muted=True),
            Column(self._business_title, _business, width=14, right=True, hidden_below=76),
        )

    def load(self, journal: "Journal", asked: Asked) -> Told[Referral]:
        """The pipeline, or what of it is asked for."""
        pipeline = journal.referrals.pipeline(replace(_LOOKS[asked.kind], words=asked.words))
        rows = Rows(pipeline.total, pipeline.page)
        said = counted(pipeline.total, "referral")
        what = asked.kind or f"{pipeline.open:,} open, first"
        return Told(
            (self.title, asked),
            rows,
            pipeline.total,
            not (pipeline.total or asked.narrows),
            f"{said} · {what}",
        )

    def fetch(self, journal: "Journal", record: int) -> WholeReferral:
        """A referral, whole."""
        with journal.moment():
            return WholeReferral(
                journal.referrals.get(record),
                journal.referrals.chain(record),
                journal.business.of(record),
            )

    def parts(self, record: WholeReferral) -> Sequence[Part]:
        """What it is, what was noted, what came out of it, what it brought."""
        return (
            *self._head(record.referral),
            *self._business(record),
            *self._chain(record),
        )

    @property
    def _business_title(self) -> str:
        return f"Business {self.currency}".strip()

    def _head(self, one: Referral) -> Iterator[Part]:
        day = f"{say_day(one.day, self.today)}, {say_distance(one.day, self.today)}"
        title = f"Referral {TO[one.direction]} {visible(one.partner)}"
        yield Part(
            Content.assemble((title, "bold $text-primary"), "\n", (day, "$text-muted")),
            subject=Record(Noun.CONTACT, one.partner_id),
        )
        facts = (
            ("Status", status(one.status)),
            ("Level", _level(one.level)),
            ("Group", Content(visible(one.group))),
        )
        shown = tuple(fact for fact in facts if fact[1])
        if one.prospect_id is None:
            yield Part(Content(""), shown, joined=True)
        else:
            # As wide as the longest label, for it is one of them.
            about = Content.assemble(("About   ", "$text-muted"), visible(one.prospect))
            yield Part(about, shown, Record(Noun.CONTACT, one.prospect_id))
        if one.note.strip():
            yield Part(Content("\n").join([Content.styled("Note", TITLE), as_text(one.note)]))

    def _business(self, record: WholeReferral) -> Iterator[Part]:
        if not record.business:
            none = "none closed yet; b notes an amount"
            yield _titled("Business", none)
            return
        total = sum((each.amount for each in record.business), Decimal(0))
        said = f"{counted(len(record.business), 'amount')}, {say_amount(total, self.currency)}"
        yield _titled("Business", said)
        amounts = [say_amount(each.amount) for each in record.business]
        width = max(map(len, amounts))
        for each, amount in zip(record.business, amounts, strict=True):
            day = short_day(each.day, self.today).ljust(13)
            line = Content.assemble(
                (day, "$text-muted"),
                amount.rjust(width),
                (f"  {visible(each.client)}", "$text-muted"),
            )
            yield Part(line, subject=Record(Noun.BUSINESS, each.id), joined=True)

    def _chain(self, record: WholeReferral) -> Iterator[Part]:
        if len(record.chain) == 1:
            yield _titled("Chain", "nothing came out of it yet; s notes what does")
            return
        yield _titled("Chain", counted(len(record.chain), "referral"))
        drawn = links(record.chain, record.id)
        for link in drawn:
            here = link.referral.id == record.id
            yield Part(
                self._link(link, here),
                subject=None if here else Record(Noun.REFERRAL, link.referral.id),
                joined=True,
            )
        if len(drawn) < len(record.chain):
            more = f"and {len(record.chain) - len(drawn):,} more"
            yield Part(Content.styled(more, "$text-muted"), joined=True)

    def _link(self, link: Link, here: bool) -> Content:
        one = link.referral
        about = f" about {visible(one.prospect)}" if one.prospect else ""
        brought = f"  {say_amount(one.business, self.currency)}" if one.business else ""
        return Content.assemble(
            (link.rails, "$text-muted"),
            status_sign(one.status),
            " ",
            (partner(one) + about).stylize("bold" if here else ""),
            (brought, "$text-success"),
            (f"  {short_day(one.day, self.today)}", "$text-muted"),
        )


def _titled(title: str, said: str) -> Part:
    return Part(Content.assemble((title, TITLE), "  ", (said, "$text-muted")))


def _level(level: int | None) -> Content:
    if level is None:
        return Content.styled("not said; + says it", "$text-muted")
    return Content.assemble(warmth(level), f" {level} {LEVELS[level - 1]}")


def _spin_offs(one: Referral) -> str:
    return str(one.spin_offs or "")


def _business(one: Referral) -> str:
    return "" if one.business is None else say_amount(one.business)
