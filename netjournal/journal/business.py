"""What can be done with closed business."""

from datetime import date
from decimal import Decimal

from netjournal.amounts import say_amount
from netjournal.errors import InvalidError
from netjournal.journal.ledger import Ledger
from netjournal.model.business import Business, BusinessDraft
from netjournal.store import business, referrals
from netjournal.when import say_day


class ClosedBusiness:
    """The amounts that were invoiced, and what brought them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def close(self, draft: BusinessDraft) -> int:
        """Notes closed business; gives its id. A referral may bring it several times.

        A referral that was still open is won by it. Raises InvalidError for an amount that isn't
        one, and for a day to come.
        """
        refuse_uninvoiced(draft, self._ledger.clock.now().date())
        with self._ledger.change(_label("Closed", draft)) as writing:
            added = business.add(writing.session, draft, writing.utc)
            if draft.referral_id is not None:
                referrals.win(writing.session, draft.referral_id)
            return added

    def revise(self, business_id: int, draft: BusinessDraft) -> None:
        """Changes what is said of closed business; InvalidError as when closing it."""
        refuse_uninvoiced(draft, self._ledger.clock.now().date())
        with self._ledger.change(_label("Changed", draft)) as writing:
            business.change(writing.session, business_id, draft)

    def delete(self, business_id: int) -> None:
        """Removes closed business."""
        with self._ledger.change(_label("Deleted", self.get(business_id))) as writing:
            business.remove(writing.session, business_id)

    def get(self, business_id: int) -> Business:
        """Closed business; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return business.get(session, business_id)

    def of(self, referral_id: int) -> tuple[Business, ...]:
        """What a referral brought, oldest first."""
        with self._ledger.read() as session:
            return business.of_referral(session, referral_id)

    def all(self) -> tuple[Business, ...]:
        """All closed business, oldest first."""
        with self._ledger.read() as session:
            return business.every(session)


def refuse_uninvoiced(draft: BusinessDraft, today: date) -> None:
    """Raises InvalidError for business of a day to come."""
    if draft.day > today:
        sentence = f"{say_day(draft.day)} is still to come; note it once it is invoiced."
        raise InvalidError({"day": sentence})


def _label(verb: str, draft: BusinessDraft) -> str:
    # The table refuses what is no amount, but only after the step has its name.
    match draft.amount:
        case Decimal() as amount:
            return f"{verb} business of {say_amount(amount)}"
        case other:
            return f"{verb} business of {other}"
