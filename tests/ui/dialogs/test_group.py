"""The form about a group: what it asks, what it makes of the answers, how it refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from textual.app import App
from textual.widgets import Input

from netjournal.errors import InvalidError
from netjournal.model.contact import ContactMatch
from netjournal.model.group import Commitment, Group, GroupDraft, Kind, Period, Sincerity, Status
from netjournal.model.schedule import Schedule
from netjournal.ui.dialogs.group import GroupChange, GroupDialog
from netjournal.ui.dialogs.group_fields import plain_draft
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.whom import Named, Whom

NOW = datetime.fromisoformat("2026-11-18T09:30")
TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU",
    anchor=date(2026, 11, 17),
    start_time=time(7),
    duration_minutes=90,
)
FULL = Group(
    id=1,
    added_on=date(2026, 1, 1),
    schedules=(TUESDAYS,),
    name="Riverside [/]",
    kind=Kind.REFERRAL,
    purpose="Referrals among people who know each other",
    interest=4,
    status=Status.MEMBER,
    commitment=Commitment.ALL_IN,
    invited_by=7,
    sincerity=Sincerity.SINCERE,
    joined_on=date(2025, 3, 4),
    left_on=date(2026, 11, 1),
    travel_minutes=40,
    preparation_minutes=15,
    size=24,
    dues=Decimal("450.50"),
    dues_period=Period.YEAR,
    fee=Decimal("12"),
    willing_hours=Decimal("8.5"),
    motive="Clients nearby",
    experiment="all in until March",
    experiment_from=date(2026, 10, 1),
    experiment_until=date(2027, 3, 1),
    experiment_outcome="too early\nto say",
    notes="Parking behind\nthe mill",
)


class Asking(App[None]):
    """The form by itself."""

    def __init__(self, group: Group | None = None) -> None:
        super().__init__()
        inviter = Named(7, "Ana [/]") if group and group.invited_by else None
        self.dialog = GroupDialog(NOW, self.find, group, inviter)
        self.given: list[GroupChange | None] = []

    def find(self, typed: str, offer: Callable[[tuple[ContactMatch, ...]], None]) -> None:
        """Knows Li Wei and nobody else."""
        known = ContactMatch(id=8, name="Li Wei", organisation="")
        offer((known,) if known.name.startswith(typed) else ())

    def on_mount(self) -> None:
        """Opens the form."""
        self.push_screen(self.dialog, self.given.append)

    def type(self, name: str, words: str) -> None:
        """Types into a field."""
        self.dialog.query_one(f"#{name}", Input).value = words

    def refused(self) -> dict[str, str]:
        """The sentences that stand at the fields."""
        return {
            field.control.id or "": str(field.query_one(".field--problem").render())
            for field in self.dialog.query(Field)
            if field.has_class("-refused")
        }


async def test_a_new_group_is_named_and_scheduled_by_the_keyboard_alone() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Mill", "tab", *"tuesdays", "tab", *"0700", "tab", *"90", "enter")
        (change,) = app.given
    assert change == GroupChange(
        draft=GroupDraft(name="Mill"),
        schedule=replace(TUESDAYS, anchor=date(2026, 11, 24)),
        rescheduled=True,
        applies_from=None,
        value_statement="",
    )


async def test_a_name_alone_is_enough() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Mill", "ctrl+s")
        (change,) = app.given
    assert change is not None
    assert change.schedule is None
    assert not change.rescheduled


async def test_who_asked_me_in_is_found_by_name() -> None:
    app = Asking(FULL)
    async with app.run_test(size=(120, 60)) as pilot:
        app.dialog.query_one(Whom).focus()
        await pilot.press(*"Li", "ctrl+s")
        assert app.refused() == {"invited_by": "✗ Enter takes this name; or empty the line."}
        await pilot.press("enter", "ctrl+s")
        (change,) = app.given
    assert change is not None
    assert change.draft == replace(plain_draft(FULL), invited_by=8)


async def test_what_is_said_of_a_group_comes_back_unchanged() -> None:
    app = Asking(FULL)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("ctrl+s")
        (change,) = app.given
    assert change is not None
    assert change.draft == plain_draft(FULL)
    assert type(change.draft) is GroupDraft
    assert change.schedule == TUESDAYS
    assert not change.rescheduled


async def test_everything_that_cannot_be_read_is_said_at_its_field() -> None:
    app = Asking(FULL)
    wrong = {
        "rule": "now and then",
        "start_time": "late",
        "joined_on": "once",
        "size": "many",
        "dues": "little",
        "travel_minutes": "far",
    }
    async with app.run_test(size=(120, 60)) as pilot:
        for name, words in wrong.items():
            app.type(name, words)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.given == []
        assert set(app.refused()) == set(wrong)
        assert str(app.dialog.schedule.preview.content) == ""
        assert app.dialog.query_one("#size", Line).value == "many"


async def test_a_name_in_use_is_refused_with_all_that_was_typed_in_place() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        app.dialog.submit = lambda _: app.dialog.refuse(InvalidError({"name": "It is in use."}))
        await pilot.press(*"Mill", "tab", *"tuesdays", "tab", *"7", "ctrl+s")
        await pilot.pause()
        assert list(app.refused()) == ["name"]
        assert "It is in use." in app.refused()["name"]
        assert app.dialog.text("rule") == "tuesdays"
        assert "every Tuesday" in str(app.dialog.schedule.preview.content)
        assert app.focused is app.dialog.query_one("#name")


async def test_the_other_fields_are_folded_until_they_are_wanted() -> None:
    app = Asking()
    async with app.run_test(size=(80, 24)) as pilot:
        purpose = app.dialog.query_one("#purpose", Line)
        await pilot.pause()
        assert not purpose.region
        await pilot.press(*"Mill", "ctrl+o", *"Referrals", "ctrl+s")
        (change,) = app.given
    assert change is not None
    assert change.draft.purpose == "Referrals"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_the_form_fits_any_terminal(size: tuple[int, int]) -> None:
    app = Asking(FULL)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        frame = app.dialog.query_one(".form").region
        assert frame.width <= size[0]
        assert frame.height <= size[1]
        assert app.dialog.query_one("#name", Line).region.width >= 10
