"""What can be done with closed business."""

from datetime import date

from netjournal.errors import InvalidError
from netjournal.journal.ledger import Ledger
from netjournal.model.business import Business, BusinessDraft
from netjournal.store import business
from netjournal.when import say_day


class ClosedBusiness:
    """The amounts that were invoiced, and what brought them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def close(self, draft: BusinessDraft) -> int:
        """Notes closed business; gives its id. A referral may bring it several times.

        Raises InvalidError for an amount that isn't one, and for a day to come.
        """
        refuse_uninvoiced(draft, self._ledger.clock.now().date())
        with self._ledger.change(f"Closed business of {draft.amount}") as writing:
            return business.add(writing.session, draft, writing.utc)

    def revise(self, business_id: int, draft: BusinessDraft) -> None:
        """Changes what is said of closed business; InvalidError as when closing it."""
        refuse_uninvoiced(draft, self._ledger.clock.now().date())
        with self._ledger.change(f"Changed business of {draft.amount}") as writing:
            business.change(writing.session, business_id, draft)

    def delete(self, business_id: int) -> None:
        """Removes closed business."""
        label = f"Deleted business of {self.get(business_id).amount}"
        with self._ledger.change(label) as writing:
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
