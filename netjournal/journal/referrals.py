"""What can be done with referrals."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from netjournal.errors import InvalidError
from netjournal.journal.business import refuse_uninvoiced
from netjournal.journal.ledger import Ledger
from netjournal.journal.whom import contact_named_or_new
from netjournal.model.business import BusinessDraft
from netjournal.model.referral import (
    EVERY_REFERRAL,
    ContactExchange,
    Direction,
    Pipeline,
    Referral,
    ReferralDraft,
    ReferralLook,
    ReferralPages,
    ReferralStatus,
)
from netjournal.store import business, card, contacts, referrals
from netjournal.store.store import Label, Writing
from netjournal.text import clean_line, fold
from netjournal.when import say_day

_TO = {Direction.GIVEN: "to", Direction.RECEIVED: "from"}


class Referrals:
    """The business I passed to others, and they to me."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, draft: ReferralDraft, *, prospect: str = "", partner: str = "") -> int:
        """Notes a referral given or received; gives its id.

        `prospect` names whom it is about; a name the journal doesn't know becomes a contact.
        `partner` likewise names whose it is, in the place of the draft's.
        Raises InvalidError for a day to come, and when the partner is the prospect.
        """
        self._refuse_future(draft.day)
        with self._ledger.change(_label("Noted", draft, partner)) as writing:
            draft = _between(writing, draft, partner, prospect)
            return referrals.add(writing.session, draft, writing.utc)

    def revise(
        self, referral_id: int, draft: ReferralDraft, *, prospect: str = "", partner: str = ""
    ) -> None:
        """Changes what is said of a referral; InvalidError also when it would come out of itself.

        `prospect` and `partner` name whom it is about and whose it is, as in `add`.
        """
        self._refuse_future(draft.day)
        with self._ledger.change(_label("Changed", draft, partner)) as writing:
            draft = _between(writing, draft, partner, prospect)
            referrals.change(writing.session, referral_id, draft)

    def move(self, referral_id: int, status: ReferralStatus, *brought: BusinessDraft) -> None:
        """Says how far a referral has come, and notes the business it `brought` meanwhile.

        Raises InvalidError for an amount that isn't one, and for a day to come.
        """
        self._amend(referral_id, f"Moved to {status}:", *brought, status=status)

    def rate(self, referral_id: int, level: int | None) -> None:
        """Says how warm a referral was, 1 to 5; None no longer says it."""
        self._amend(referral_id, "Said how warm was", level=level)

    def delete(self, referral_id: int) -> None:
        """Removes a referral; what came out of it stays, and so does the business it brought."""
        with self._ledger.change(_label("Deleted", self.get(referral_id))) as writing:
            referrals.remove(writing.session, referral_id)

    def get(self, referral_id: int) -> Referral:
        """A referral; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return referrals.get(session, referral_id)

    def chain(self, referral_id: int) -> tuple[Referral, ...]:
        """The whole chain of a referral, oldest first; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return referrals.chain(session, referral_id)

    def exchange_with(self, contact_id: int) -> ContactExchange:
        """What went either way between me and a contact."""
        with self._ledger.read() as session:
            return card.exchange(session, contact_id)

    def pages(self, look: ReferralLook = EVERY_REFERRAL) -> ReferralPages:
        """The referrals a look is at, newest first."""
        with self._ledger.read() as session:
            total = referrals.count(session, look)

        def page(first: int, size: int) -> tuple[Referral, ...]:
            with self._ledger.glance() as session:
                return referrals.stretch(session, look, first, size)

        return ReferralPages(total=total, page=page)

    def pipeline(self, look: ReferralLook = EVERY_REFERRAL) -> Pipeline:
        """The referrals a look is at, those that aren't settled first, each part newest first."""
        with self._ledger.read() as session:
            ids, still_open = referrals.pipeline(session, look)

        def page(first: int, size: int) -> tuple[Referral, ...]:
            with self._ledger.glance() as session:
                return referrals.these(session, ids[first : first + size])

        return Pipeline(total=len(ids), page=page, open=still_open)

    def _amend(self, referral_id: int, verb: str, *brought: BusinessDraft, **said: Any) -> None:
        for closed in brought:
            refuse_uninvoiced(closed, self._ledger.clock.now().date())
        referral = self.get(referral_id)
        stood = {field.name: getattr(referral, field.name) for field in fields(ReferralDraft)}
        draft = replace(ReferralDraft(**stood), **said)
        with self._ledger.change(_label(verb, draft)) as writing:
            referrals.change(writing.session, referral_id, draft)
            for closed in brought:
                named = replace(closed, referral_id=referral_id)
                business.add(writing.session, named, writing.utc)

    def _refuse_future(self, day: date) -> None:
        if day > self._ledger.clock.now().date():
            sentence = f"{say_day(day)} is still to come; note it once it is passed."
            raise InvalidError({"day": sentence})


def _between(writing: Writing, draft: ReferralDraft, partner: str, prospect: str) -> ReferralDraft:
    """A draft with those in it who were named."""
    if clean_line(partner):
        draft = replace(draft, partner_id=contact_named_or_new(writing, partner))
    if clean_line(prospect):
        # Someone added just now isn't found by name before the transaction ends.
        same = fold(prospect) == fold(partner)
        about = draft.partner_id if same else contact_named_or_new(writing, prospect)
        draft = replace(draft, prospect_id=about)
    return draft


def _label(verb: str, draft: ReferralDraft, partner: str = "") -> Label:
    """A label that names a referral by its partner."""
    if clean_line(partner):
        return f"{verb} a referral {_TO[draft.direction]} {clean_line(partner)}"

    def named(session: Session) -> str:
        partner = contacts.get(session, draft.partner_id).name
        return f"{verb} a referral {_TO[draft.direction]} {partner}"

    return named
