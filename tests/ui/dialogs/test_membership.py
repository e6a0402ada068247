"""The forms for a place in a group, and for its end."""

from datetime import date
from typing import Any

import pytest

from netjournal.model.contact import ContactMatch
from netjournal.model.membership import Membership, MembershipDraft
from netjournal.ui.dialogs.membership import EndDialog, MembershipDialog
from netjournal.ui.widgets.whom import Named, Offer
from tests.ui.dialogs.filling import filled

TODAY = date(2026, 11, 18)
ANA = Named(1, "Ana [/] Ruiz")
BO = ContactMatch(id=2, name="Bo Li", organisation="")
RIVERSIDE = Named(3, "Riverside")
ROTARY = Named(4, "Rotary")
CHAIR = Membership(
    id=5,
    contact_id=1,
    name="Ana [/] Ruiz",
    group_id=3,
    group="Riverside",
    role="Chair",
    classification="Notary",
    since=date(2024, 3, 1),
)


def find(typed: str, offer: Offer) -> None:
    """Finds Bo, by the letter they begin with."""
    offer((BO,) if typed.startswith("b") else ())


async def test_someone_gets_a_place_in_a_group_named_in_part() -> None:
    dialog = MembershipDialog(TODAY, person=ANA, groups=(RIVERSIDE, ROTARY))
    given, seen = await filled(
        dialog, *"river", "tab", *"Chair", "tab", *"Notary", "tab", *"1 mar 2024", "enter"
    )
    assert given == [
        MembershipDraft(
            contact_id=1,
            group_id=3,
            role="Chair",
            classification="Notary",
            since=date(2024, 3, 1),
        )
    ]
    assert "A group of Ana [/] Ruiz" in seen


async def test_a_group_gets_a_member_found_by_typing() -> None:
    dialog = MembershipDialog(TODAY, group=RIVERSIDE, find=find)
    given, seen = await filled(dialog, "b", "enter", "enter")
    assert given == [MembershipDraft(contact_id=2, group_id=3)]
    assert "A member of Riverside" in seen


async def test_who_and_where_may_both_be_known() -> None:
    given, seen = await filled(MembershipDialog(TODAY, person=ANA, group=ROTARY), "enter")
    assert given == [MembershipDraft(contact_id=1, group_id=4)]
    assert "Ana [/] Ruiz in Rotary" in seen


async def test_one_is_changed_with_what_it_was_before() -> None:
    dialog = MembershipDialog(TODAY, membership=CHAIR)
    given, seen = await filled(dialog, *("tab",) * 3, *"yesterday", "enter")
    assert given == [
        MembershipDraft(
            contact_id=1,
            group_id=3,
            role="Chair",
            classification="Notary",
            since=date(2024, 3, 1),
            until=date(2026, 11, 17),
        )
    ]
    assert "= Fri 1 Mar 2024, " in seen


@pytest.mark.parametrize(
    ("dialog", "keys", "sentence"),
    [
        (lambda: MembershipDialog(TODAY, person=ANA), ("enter",), "Say which group"),
        (
            lambda: MembershipDialog(TODAY, person=ANA, groups=(RIVERSIDE, ROTARY)),
            ("r", "enter"),
            "That could be Riverside, Rotary.",
        ),
        (lambda: MembershipDialog(TODAY, group=ROTARY, find=find), ("ctrl+s",), "Name one person"),
        (
            lambda: MembershipDialog(TODAY, group=ROTARY, find=find),
            ("x", "ctrl+s"),
            "Enter takes a name",
        ),
        (
            lambda: MembershipDialog(TODAY, person=ANA, group=ROTARY),
            ("tab", "tab", *"soon", "enter"),
            "isn't a day I can read",
        ),
    ],
)
async def test_what_cannot_be_read_is_refused(
    dialog: Any, keys: tuple[str, ...], sentence: str
) -> None:
    given, seen = await filled(dialog(), *keys)
    assert given == []
    assert sentence in seen


async def test_it_ends_today_unless_another_day_is_said() -> None:
    given, seen = await filled(EndDialog(TODAY, CHAIR), "enter")
    assert given == [TODAY]
    assert "Ana [/] Ruiz leaves Riverside" in seen
    given, _ = await filled(EndDialog(TODAY, CHAIR), *("backspace",) * 5, *"30 jun", "enter")
    assert given == [date(2026, 6, 30)]
