"""Asks for an amount that was invoiced, and what brought it."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult

from netjournal.model.business import Business, BusinessDraft, Origin
from netjournal.model.referral import Referral
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.referral import ReferralsFinder, lines_of, named
from netjournal.ui.dialogs.refusals import Refusals, one_named
from netjournal.ui.widgets.amount_field import AmountField
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.one_of_many import OneOfMany
from netjournal.ui.widgets.whom import Finder, Named, Whom


class BusinessDialog(FormDialog[BusinessDraft]):
    """A form for new business, of a referral or of another source, or for some to change."""

    FORM = "business"

    def __init__(
        self,
        today: date,
        find: Finder,
        find_referrals: ReferralsFinder,
        *,
        currency: str = "",
        referral: Referral | None = None,
        business: Business | None = None,
    ) -> None:
        """`referral` is what brought it, if that is known; `business` is what to change."""
        super().__init__()
        self._today = today
        self._find = find
        self._find_referrals = find_referrals
        self._currency = currency
        self._referral = referral
        self._old = business
        self.heading = _heading(referral, business)
        self.about = _about(referral, business)

    def fields(self) -> ComposeResult:
        """How much, when, from whom, and what brought it."""
        old = self._old
        amount = old.amount if old else None
        self._amount = AmountField("Amount", "amount", amount=amount, currency=self._currency)
        yield self._amount
        day = old.day if old else self._today
        self._day = DayField("Invoiced", "day", self._today, prefer="past", day=day)
        yield self._day
        client = (Named(old.client_id, old.client),) if old and old.client_id else ()
        self._client = Whom(client, alone=True, id="client_id")
        yield Field("Client", self._client)
        self._brought = OneOfMany(
            self._lines(()), none="no referral with or about them", id="referral_id"
        )
        if self._referral is not None:
            self._brought.with_value(str(self._referral.id))
        yield Field("Brought by", self._brought)
        origin = Choice(tuple(Origin), id="origin").with_value(old.origin if old else None)
        yield Field("  or else", origin)

    def draft(self) -> BusinessDraft:
        """The business as typed; InvalidError names every field that can't be read."""
        wrong = Refusals()
        amount = wrong.read(lambda: self._amount.needed)
        day = wrong.read(lambda: self._day.needed)
        client = one_named(self._client, wrong)
        wrong.end()
        assert amount is not None
        assert day is not None
        brought, origin = self._brought.value, self.chosen("origin")
        return BusinessDraft(
            amount=amount,
            day=day,
            client_id=client.id if client else None,
            referral_id=int(brought) if brought else None,
            origin=Origin(origin) if origin else None,
        )

    def on_mount(self) -> None:
        """Offers the referrals that may have brought it, now and whenever the client changes."""
        super().on_mount()
        self.watch(self._client, "value", self._find_sources, init=False)
        self._find_sources()

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds who may be meant."""
        self._find(event.words, lambda matches: event.whom.offer(event.words, matches))

    def _find_sources(self) -> None:
        clients = [client.id for client in self._client.value]
        self._find_referrals(clients, lambda found: self._brought.offer(self._lines(found)))

    def _lines(self, found: Sequence[Referral]) -> dict[str, str]:
        known = (self._referral,) if self._referral else ()
        return dict(lines_of((*known, *found), self._today))


def _heading(referral: Referral | None, old: Business | None) -> str:
    if old is not None:
        return f"Business with {old.client}" if old.client else "Business"
    return f"Business of the referral {named(referral)}" if referral else "Closed business"


def _about(referral: Referral | None, old: Business | None) -> dict[str, int | str]:
    if old is not None:
        return {"business_id": old.id}
    return {"referral_id": referral.id} if referral else {}
