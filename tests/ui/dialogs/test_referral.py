"""The form for a referral: few keys, someone new, its source, what it refuses."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from netjournal.model.contact import ContactMatch
from netjournal.model.referral import Direction, Referral, ReferralDraft, ReferralStatus
from netjournal.ui.dialogs.referral import Noted, ReferralDialog, ReferralsOffer
from netjournal.ui.widgets.whom import Named, Offer
from tests.ui.dialogs.filling import filled

TODAY = date(2026, 11, 18)
ANA = Named(1, "Ana [/] Ruiz")
BO = ContactMatch(id=2, name="Bo Li", organisation="Bakery")
RIVERSIDE = Named(3, "Riverside")
EARLIER = Referral(
    id=7,
    direction=Direction.RECEIVED,
    day=date(2025, 3, 4),
    partner_id=1,
    partner="Ana [/] Ruiz",
    prospect_id=2,
    prospect="Bo Li",
    level=4,
    group_id=3,
    note="he bakes",
    meeting_id=9,
)
OTHER = Referral(
    id=8, direction=Direction.GIVEN, day=date(2025, 5, 6), partner_id=1, partner="Ana [/] Ruiz"
)


def find(typed: str, offer: Offer) -> None:
    """Finds Bo, by the letter they begin with."""
    offer((BO,) if typed.startswith("b") else ())


def find_referrals(people: Sequence[int], offer: ReferralsOffer) -> None:
    """Finds those with Ana."""
    offer((EARLIER, OTHER) if ANA.id in people else ())


def form(**given: Any) -> ReferralDialog:
    """The form, with one group to choose from."""
    return ReferralDialog(TODAY, find, find_referrals, groups=(RIVERSIDE,), **given)


async def test_with_the_partner_known_it_takes_a_letter_a_digit_and_ctrl_s() -> None:
    given, seen = await filled(form(partner=ANA), "r", "tab", "tab", "5", "ctrl+s")
    draft = ReferralDraft(direction=Direction.RECEIVED, day=TODAY, partner_id=1, level=5)
    assert given == [Noted(draft)]
    assert "A referral: Ana [/] Ruiz" in seen
    assert "1 details passed on … 5 introduced in person" in seen


async def test_the_partner_is_found_by_typing() -> None:
    given, _ = await filled(form(), "g", "tab", "b", "enter", "2", "ctrl+s")
    draft = ReferralDraft(direction=Direction.GIVEN, day=TODAY, partner_id=2, level=2)
    assert given == [Noted(draft)]


async def test_a_level_is_said_in_words() -> None:
    _, seen = await filled(form(partner=ANA), "tab", "tab", "3")
    assert "= testimonial" in seen


async def test_it_may_be_about_someone_known() -> None:
    given, _ = await filled(form(partner=ANA), "g", *("tab",) * 3, "b", "enter", "ctrl+s")
    assert given[0].draft.prospect_id == 2
    assert given[0].prospect == ""


async def test_it_may_be_about_someone_new_and_says_so() -> None:
    keys = ("g", *("tab",) * 3, *"Kim Novak", "enter")
    given, seen = await filled(form(partner=ANA), *keys)
    assert given == []
    assert "(new contact)" in seen
    given, _ = await filled(form(partner=ANA), *keys, "ctrl+s")
    assert given == [
        Noted(
            ReferralDraft(direction=Direction.GIVEN, day=TODAY, partner_id=1), prospect="Kim Novak"
        )
    ]


async def test_the_partner_may_be_new_too() -> None:
    given, _ = await filled(form(), "g", "tab", *"Kim", "enter", "ctrl+s")
    assert [(one.partner, one.draft.partner_id) for one in given] == [("Kim", 0)]


async def test_the_rest_can_be_said() -> None:
    keys = (*("tab",) * 4, *("backspace",) * 5, *"yesterday", "tab", "w", "tab", *"river")
    given, _ = await filled(form(partner=ANA), "g", *keys, "tab", "down", "tab", *"warm", "ctrl+s")
    assert given == [
        Noted(
            ReferralDraft(
                direction=Direction.GIVEN,
                day=date(2026, 11, 17),
                partner_id=1,
                group_id=3,
                status=ReferralStatus.WON,
                source_id=7,
                note="warm",
            )
        )
    ]


async def test_what_it_came_out_of_is_among_those_of_its_people() -> None:
    dialog = form()
    _, seen = await filled(dialog)
    assert "no other with or about them" in seen
    _, seen = await filled(form(partner=ANA))
    assert "none of 2; ↓ ↑ choose one" in seen
    _, seen = await filled(form(partner=ANA), *("tab",) * 7, "down", "down")
    assert "given to Ana [/] Ruiz, Tue 6 May 2025" in seen


async def test_a_spin_off_begins_with_its_source() -> None:
    given, seen = await filled(form(source=OTHER, partner=ANA), "r", "ctrl+s")
    assert given[0].draft.source_id == 8
    assert "Out of the referral given to Ana [/] Ruiz" in seen


async def test_a_changed_one_keeps_what_is_left_alone() -> None:
    given, seen = await filled(form(referral=EARLIER), "tab", "tab", "1", "ctrl+s")
    assert given == [
        Noted(
            ReferralDraft(
                direction=Direction.RECEIVED,
                day=date(2025, 3, 4),
                partner_id=1,
                prospect_id=2,
                group_id=3,
                meeting_id=9,
                level=1,
                note="he bakes",
            )
        )
    ]
    assert "The referral received from Ana [/] Ruiz about Bo Li" in seen


async def test_one_is_no_source_of_itself() -> None:
    _, seen = await filled(form(referral=EARLIER))
    assert "none of 1; ↓ ↑ choose one" in seen


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (("ctrl+s",), "Say which way it went"),
        (("tab", "backspace", "ctrl+s"), "Say whom you gave it to"),
        ((*("tab",) * 4, *("backspace",) * 5, *"soon", "ctrl+s"), "isn't a day I can read"),
        ((*("tab",) * 3, *"bo", "ctrl+s"), "Enter takes a name"),
        ((*("tab",) * 6, *"zz", "ctrl+s"), "None of your groups is called so."),
    ],
)
async def test_what_is_missing_or_unreadable_is_refused_at_its_field(
    keys: tuple[str, ...], sentence: str
) -> None:
    given, seen = await filled(form(partner=ANA), *keys)
    assert given == []
    assert sentence in seen
