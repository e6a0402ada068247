"""What can be done with closed business."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.business import Business, BusinessDraft, Origin
from netjournal.model.contact import ContactDraft
from netjournal.model.referral import Direction, ReferralDraft, ReferralStatus

NOBODY = 99
TODAY = date(2026, 11, 21)
INVOICE = BusinessDraft(amount=Decimal("1250.50"), day=date(2026, 11, 19), referral_id=1)
COLD = BusinessDraft(amount=Decimal(300), day=TODAY, client_id=1, origin=Origin.COLD)


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana and Bo, by their ids 1 and 2, and a referral from Ana about Bo."""
    for name in ("Ana", "Bo"):
        journal.contacts.add(ContactDraft(name=name))
    journal.referrals.add(
        ReferralDraft(
            direction=Direction.RECEIVED, day=date(2026, 11, 1), partner_id=1, prospect_id=2
        )
    )


def test_it_is_read_back_as_it_was_said(journal: Journal) -> None:
    for said, client in ((INVOICE, "Bo"), (COLD, "Ana"), (replace(COLD, client_id=None), "")):
        found = journal.business.get(journal.business.close(said))
        wanted = {name: getattr(said, name) for name in said.__dataclass_fields__}
        assert {name: getattr(found, name) for name in wanted} == wanted
        assert found.client == client


def test_a_referral_brings_several_amounts(journal: Journal) -> None:
    amounts = [Decimal("0.10"), Decimal("0.20"), Decimal("1250.50")]
    for at, amount in enumerate(amounts):
        journal.business.close(replace(INVOICE, amount=amount, day=date(2026, 11, 20 - at)))
    journal.business.close(COLD)
    assert [one.amount for one in journal.business.of(1)] == amounts[::-1]
    assert journal.referrals.get(1).business == Decimal("1250.80")
    assert [one.day.day for one in journal.business.all()] == [18, 19, 20, 21]


@pytest.mark.parametrize(
    ("before", "after"),
    [("passed", "won"), ("contacted", "won"), ("won", "won"), ("lost", "lost")],
)
def test_an_open_referral_is_won_by_what_it_brought(
    journal: Journal, before: str, after: str
) -> None:
    journal.referrals.move(1, ReferralStatus(before))
    journal.business.close(COLD)
    assert journal.referrals.get(1).status == before
    journal.business.close(INVOICE)
    assert journal.referrals.get(1).status == after
    journal.undo()
    assert (journal.referrals.get(1).status, journal.business.of(1)) == (before, ())


def test_the_client_said_counts_before_the_prospect(journal: Journal) -> None:
    business = journal.business.close(replace(INVOICE, client_id=1))
    assert journal.business.get(business).client == "Ana"


def test_it_is_revised_deleted_and_brought_back(journal: Journal) -> None:
    business = journal.business.close(INVOICE)
    journal.business.revise(business, COLD)
    found = journal.business.get(business)
    assert found == Business(
        id=business, amount=Decimal(300), day=TODAY, client_id=1, origin=Origin.COLD, client="Ana"
    )
    journal.business.delete(business)
    with pytest.raises(NotFoundError, match="This business is no longer in the journal"):
        journal.business.get(business)
    journal.undo()
    assert journal.business.get(business) == found


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"amount": "twelve"}, "amount", "Amount isn't a number."),
        ({"amount": None}, "amount", "Amount isn't a number."),
        ({"amount": Decimal("NaN")}, "amount", "Amount isn't a number."),
        ({"amount": Decimal("Infinity")}, "amount", "Amount isn't a number."),
        ({"amount": Decimal("1.005")}, "amount", "Amount has more than two decimals."),
        ({"amount": Decimal(0)}, "amount", "Amount is 0; type what was invoiced."),
        ({"amount": Decimal(-5)}, "amount", "Amount can't be less than 0."),
        ({"amount": Decimal(10) ** 10}, "amount", "Amount can't be more than"),
        ({"origin": Origin.COLD}, "origin", "Origin stays empty where a referral brought it."),
        (
            {"day": date(2026, 11, 22)},
            "day",
            "Sun 22 Nov 2026 is still to come; note it once it is invoiced.",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    journal: Journal, said: dict[str, Any], field: str, sentence: str
) -> None:
    standing = journal.business.close(INVOICE)
    draft = replace(INVOICE, **said)
    for verb in (
        lambda: journal.business.close(draft),
        lambda: journal.business.revise(standing, draft),
    ):
        with pytest.raises(InvalidError) as refused:
            verb()
        assert refused.value.fields[field].startswith(sentence)
    assert journal.business.all() == (journal.business.get(standing),)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        (lambda journal: journal.business.close(replace(COLD, client_id=NOBODY)), "contact"),
        (lambda journal: journal.business.close(replace(INVOICE, referral_id=NOBODY)), "referral"),
        (lambda journal: journal.business.revise(NOBODY, COLD), "business"),
        (lambda journal: journal.business.delete(NOBODY), "business"),
    ],
)
def test_who_or_what_is_not_there_is_named(
    journal: Journal, verb: Callable[[Journal], object], noun: str
) -> None:
    with pytest.raises(NotFoundError, match=f"This {noun} is no longer in the journal"):
        verb(journal)


def test_a_deleted_client_leaves_what_they_paid(journal: Journal) -> None:
    business = journal.business.close(COLD)
    journal.contacts.delete(1)
    assert journal.business.get(business) == Business(
        id=business, amount=Decimal(300), day=TODAY, origin=Origin.COLD
    )


def test_a_step_is_named_for_the_amount(journal: Journal) -> None:
    business = journal.business.close(INVOICE)
    labels = [journal.last_step()]
    journal.business.revise(business, COLD)
    labels.append(journal.last_step())
    journal.business.delete(business)
    labels.append(journal.last_step())
    assert [step and step.label for step in labels] == [
        "Closed business of 1,250.50",
        "Changed business of 300",
        "Deleted business of 300",
    ]
