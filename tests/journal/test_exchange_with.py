"""What went either way with one contact: by the partner, business by the referral's direction."""

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netjournal.journal.journal import Journal
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.referral import ContactExchange, Direction, ReferralDraft

DAY = date(2026, 11, 2)
NOTHING = ContactExchange(given=0, received=0, brought=None, gave=None)


def passed(
    journal: Journal, direction: Direction, partner: int, *amounts: str, about: int | None = None
) -> None:
    """A referral with the business it brought."""
    draft = ReferralDraft(direction=direction, day=DAY, partner_id=partner, prospect_id=about)
    referral_id = journal.referrals.add(draft)
    for amount in amounts:
        journal.business.close(
            BusinessDraft(amount=Decimal(amount), day=DAY, referral_id=referral_id)
        )


def test_it_goes_by_the_partner_and_unrecorded_business_is_unknown(journal: Journal) -> None:
    ana, bo = (journal.contacts.add(ContactDraft(name=name)) for name in ("Ana", "Bo"))
    assert journal.referrals.exchange_with(ana) == NOTHING
    passed(journal, Direction.GIVEN, ana, about=bo)
    passed(journal, Direction.RECEIVED, ana, "12.50", "100")
    passed(journal, Direction.RECEIVED, ana, "7.25", about=bo)
    passed(journal, Direction.RECEIVED, ana)
    passed(journal, Direction.RECEIVED, bo, "1000")
    journal.business.close(BusinessDraft(amount=Decimal(5), day=DAY, client_id=ana))
    assert journal.referrals.exchange_with(ana) == ContactExchange(
        given=1, received=3, brought=Decimal("119.75"), gave=None
    )
    assert journal.referrals.exchange_with(bo) == ContactExchange(
        given=0, received=1, brought=Decimal(1000), gave=None
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(Direction), st.lists(st.integers(1, 10**6), max_size=3)),
        max_size=6,
    )
)
def test_every_amount_counts_once(
    journal: Journal, dealings: list[tuple[Direction, list[int]]]
) -> None:
    partner = journal.contacts.add(ContactDraft(name="Ana"))
    for direction, cents in dealings:
        passed(journal, direction, partner, *(str(Decimal(one) / 100) for one in cents))
    found = journal.referrals.exchange_with(partner)
    for direction, count, business in (
        (Direction.GIVEN, found.given, found.gave),
        (Direction.RECEIVED, found.received, found.brought),
    ):
        amounts = [cents for way, cents in dealings if way is direction]
        every = [Decimal(one) / 100 for cents in amounts for one in cents]
        assert count == len(amounts)
        assert business == (sum(every) if every else None)
