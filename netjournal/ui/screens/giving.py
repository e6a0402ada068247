"""The forms about referrals and business, and what saving each does in the journal."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from netjournal.amounts import say_amount
from netjournal.model.business import Business, BusinessDraft
from netjournal.model.referral import OPEN, Referral, ReferralLook
from netjournal.text import visible
from netjournal.ui.screens.asking import Screen, delete, finder, groups_of, note, say, today
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.ui.dialogs.referral import ReferralsFinder, ReferralsOffer

_MOST_SOURCES = 200
"""How many referrals of a person are offered as what another came out of, the latest."""


def note_referral(
    screen: Screen,
    partner: Named | None = None,
    *,
    group: Named | None = None,
    source: Referral | None = None,
    then: Callable[[int], None] | None = None,
) -> None:
    """Asks for a referral given or received, and notes it; `then` is given its id."""
    from netjournal.ui.dialogs.referral import ReferralDialog

    def ask(groups: tuple[Named, ...]) -> None:
        dialog = ReferralDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            partner=partner,
            group=group,
            groups=groups,
            source=source,
        )
        note(
            screen,
            dialog,
            lambda journal, noted: journal.referrals.add(
                noted.draft, prospect=noted.prospect, partner=noted.partner
            ),
            then,
        )

    screen.read(groups_of, ask, lane="form")


def change_referral(screen: Screen, referral_id: int) -> None:
    """Asks what is different about a referral."""
    from netjournal.ui.dialogs.referral import ReferralDialog

    def ask(found: tuple[Referral, Referral | None, tuple[Named, ...]]) -> None:
        referral, source, groups = found
        dialog = ReferralDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            groups=groups,
            source=source,
            referral=referral,
        )
        screen.ask(
            dialog,
            lambda journal, noted: journal.referrals.revise(
                referral_id, noted.draft, prospect=noted.prospect, partner=noted.partner
            ),
        )

    def read(journal: "Journal") -> tuple[Referral, Referral | None, tuple[Named, ...]]:
        with journal.moment():
            referral = journal.referrals.get(referral_id)
            source_id = referral.source_id
            source = journal.referrals.get(source_id) if source_id is not None else None
            return referral, source, groups_of(journal)

    screen.read(read, ask, lane="form")


def delete_referral(screen: Screen, referral_id: int) -> None:
    """Deletes a referral, once that was confirmed."""
    from netjournal.ui.dialogs.referral import named

    def ask(referral: Referral) -> None:
        day = say_day(referral.day, today(screen))
        delete(
            screen,
            f"Delete the referral {visible(named(referral))}, {day}?",
            lambda journal: journal.referrals.delete(referral_id),
            detail=_what_stays(referral),
        )

    screen.read(lambda journal: journal.referrals.get(referral_id), ask, lane="form")


def close_business(screen: Screen, referral_id: int | None = None) -> None:
    """Asks for an amount that was invoiced, of a referral if one is named, and notes it."""
    from netjournal.ui.dialogs.business import BusinessDialog

    def ask(referral: Referral | None) -> None:
        dialog = BusinessDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            currency=screen.desk.preferences.currency,
            referral=referral,
        )
        screen.ask(dialog, _close, lambda done: say(screen, done))

    if referral_id is None:
        ask(None)
    else:
        screen.read(lambda journal: journal.referrals.get(referral_id), ask, lane="form")


def _close(journal: "Journal", draft: BusinessDraft) -> str:
    """Notes business, and says what else that means or where it is found again."""
    brought = draft.referral_id
    was_open = brought is not None and journal.referrals.get(brought).status in OPEN
    journal.business.close(draft)
    if was_open:
        return "Noted, and the referral is won; u takes both back"
    where = "" if brought else "; ⏎ on Business in Figures lists it"
    return f"Noted{where}; u takes it back"


def change_business(screen: Screen, business_id: int) -> None:
    """Asks what is different about closed business."""
    from netjournal.ui.dialogs.business import BusinessDialog

    def ask(found: tuple[Business, Referral | None]) -> None:
        business, referral = found
        dialog = BusinessDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            currency=screen.desk.preferences.currency,
            referral=referral,
            business=business,
        )
        screen.ask(dialog, lambda journal, draft: journal.business.revise(business_id, draft))

    def read(journal: "Journal") -> tuple[Business, Referral | None]:
        with journal.moment():
            business = journal.business.get(business_id)
            brought = business.referral_id
            return business, journal.referrals.get(brought) if brought is not None else None

    screen.read(read, ask, lane="form")


def delete_business(screen: Screen, business_id: int) -> None:
    """Deletes closed business, once that was confirmed."""

    def ask(business: Business) -> None:
        amount = say_amount(business.amount, screen.desk.preferences.currency)
        client = f" with {visible(business.client)}" if business.client else ""
        delete(
            screen,
            f"Delete the business of {amount}{client}, {say_day(business.day, today(screen))}?",
            lambda journal: journal.business.delete(business_id),
            detail="The referral that brought it stays." if business.referral_id else "",
        )

    screen.read(lambda journal: journal.business.get(business_id), ask, lane="form")


def _referrals_finder(screen: Screen) -> "ReferralsFinder":
    """Finds the referrals with or about some contacts."""
    return partial(_find_referrals, screen)


def _find_referrals(screen: Screen, people: Sequence[int], offer: "ReferralsOffer") -> None:
    def read(journal: "Journal") -> tuple[Referral, ...]:
        with journal.moment():
            looks = (ReferralLook(contact_id=person) for person in people)
            found = [
                one
                for look in looks
                for one in journal.referrals.pages(look).page(0, _MOST_SOURCES)
            ]
        return tuple({one.id: one for one in found}.values())

    screen.read(read, offer, lane="sources")


def _what_stays(referral: Referral) -> str:
    if referral.business is not None:
        return "What came out of it stays, and so does the business it brought."
    return "What came out of it stays." if referral.spin_offs else "u takes it back."
