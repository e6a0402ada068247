"""The form for an interaction."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from netjournal.model.contact import ContactMatch
from netjournal.model.interaction import Interaction, InteractionDraft, InteractionKind
from netjournal.ui.dialogs.interaction import InteractionDialog
from netjournal.ui.widgets.whom import Named
from tests.ui.test_app import shown

TODAY = date(2026, 11, 18)
ANA = Named(1, "Ana Ruiz")
GROUPS = (Named(7, "BNI Riverside"), Named(8, "Mill Club"), Named(9, "Mill Road Traders"))
INTRODUCTION = Interaction(
    id=4,
    kind=InteractionKind.INTRODUCTION,
    day=date(2026, 3, 2),
    contact_ids=(1, 2),
    names=("Ana Ruiz", "Li Wei"),
    minutes=30,
    group_id=8,
    group="Mill Club",
    asked=False,
    partnering=True,
    note="over lunch\nat the mill",
)


def find(typed: str, then: Callable[[tuple[ContactMatch, ...]], None]) -> None:
    """Knows one person besides Ana."""
    then((ContactMatch(id=2, name="Li Wei", organisation=""),) if typed else ())


async def filled(*keys: str, **options: Any) -> tuple[InteractionDraft | None, str]:
    """The draft some keys make, and what is seen before the last of them."""
    app: App[None] = App()
    given: list[InteractionDraft | None] = []
    async with app.run_test(size=(90, 40)) as pilot:
        await app.push_screen(
            InteractionDialog(TODAY, find, groups=GROUPS, **options), given.append
        )
        await typed(pilot, *keys[:-1])
        seen = shown(app)
        await typed(pilot, *keys[-1:])
        return (given[0] if given else None), seen + shown(app)


async def typed(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, waiting after each."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_a_letter_and_a_key_note_a_call_of_today() -> None:
    draft, _ = await filled("c", "ctrl+s", people=(ANA,))
    assert draft == InteractionDraft(kind=InteractionKind.CALL, day=TODAY, contact_ids=(1,))


async def test_everything_can_be_said() -> None:
    keys = ("i", "tab", *["backspace"] * 5, *"tue", "tab", *"li", "enter", "tab", *"at lunch")
    rest = ("tab", *"1h15", "tab", "y", "tab", "n", "tab", *"river", "ctrl+s")
    draft, seen = await filled(*keys, *rest, people=(ANA,))
    assert draft == InteractionDraft(
        kind=InteractionKind.INTRODUCTION,
        day=date(2026, 11, 17),
        contact_ids=(1, 2),
        minutes=75,
        group_id=7,
        asked=True,
        partnering=False,
        note="at lunch",
    )
    assert "= Tue 17 Nov, yesterday" in seen
    assert "= BNI Riverside" in seen


async def test_saved_untouched_it_stays_as_it_was() -> None:
    draft, seen = await filled("ctrl+s", interaction=INTRODUCTION)
    assert draft == InteractionDraft(
        kind=InteractionKind.INTRODUCTION,
        day=date(2026, 3, 2),
        contact_ids=(1, 2),
        minutes=30,
        group_id=8,
        asked=False,
        partnering=True,
        note="over lunch\nat the mill",
    )
    assert "Ana Ruiz, Li Wei" in seen


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ((), "Say what it was"),
        (("c", "tab", "x"), "isn't a day I can read"),
        (("c", "tab", *["backspace"] * 5), "Say the day"),
        (("c", "tab", "tab", "z"), "Enter takes a name"),
        (("c", "tab", "tab", "tab", "tab", *"long"), "isn't a duration"),
        (("c", *["tab"] * 7, *"mill"), "That could be Mill Club, Mill Road Traders."),
        (("c", *["tab"] * 7, *"chess"), "None of your groups is called so."),
    ],
)
async def test_what_cannot_be_read_is_refused_at_its_field(
    keys: tuple[str, ...], sentence: str
) -> None:
    draft, seen = await filled(*keys, "ctrl+s", people=(ANA,))
    assert draft is None
    assert sentence in seen


async def test_leaving_asks_first_once_someone_was_added() -> None:
    _, seen = await filled("tab", "tab", *"li", "enter", "escape", people=(ANA,))
    assert "Leave without saving?" in seen
    _, seen = await filled("escape", people=(ANA,))
    assert "Leave without saving?" not in seen
