"""What every form shares: what is wrong is said at its field, until it is put right."""

from collections.abc import Sequence
from datetime import date

from textual.app import App

from netjournal.errors import InvalidError, NotFoundError
from netjournal.model.contact import ContactMatch
from netjournal.ui.dialogs.referral import ReferralDialog, ReferralsOffer
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.whom import Named, Offer
from tests.ui.test_app import shown

TODAY = date(2026, 11, 18)
ANA = Named(1, "Ana Ruiz")


def find(_: str, offer: Offer) -> None:
    """Finds Bo, whatever is typed."""
    offer((ContactMatch(id=2, name="Bo Li", organisation=""),))


def find_referrals(_: Sequence[int], offer: ReferralsOffer) -> None:
    """Finds none."""
    offer(())


class Asking(App[None]):
    """Opens the form of a referral."""

    def __init__(self, partner: Named | None = None) -> None:
        super().__init__()
        self.dialog = ReferralDialog(TODAY, find, find_referrals, partner=partner)

    def on_mount(self) -> None:
        """Opens it."""
        self.push_screen(self.dialog)

    def refused(self) -> set[str | None]:
        """The fields that say what is wrong with them."""
        return {
            field.control.id for field in self.dialog.query(Field) if "-refused" in field.classes
        }


async def test_a_refusal_goes_once_its_field_is_put_right() -> None:
    app = Asking()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("ctrl+s")
        assert app.refused() == {"direction", "partner_id"}
        await pilot.press("g")
        assert app.refused() == {"partner_id"}
        assert "Say which way" not in shown(app)
        await pilot.press("tab", "b")
        assert app.refused() == set()


async def test_a_refusal_stays_while_something_else_is_changed() -> None:
    app = Asking()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("ctrl+s", "tab", "tab", "4")
        assert app.refused() == {"direction", "partner_id"}


async def test_a_name_still_typed_is_refused_until_it_is_taken() -> None:
    app = Asking()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("g", "tab", "b", "ctrl+s")
        assert "Enter takes a name" in shown(app)
        await pilot.press("enter")
        assert app.refused() == set()
        assert "Enter takes a name" not in shown(app)


async def test_what_the_journal_says_of_one_field_goes_with_any_change() -> None:
    app = Asking(ANA)
    async with app.run_test(size=(90, 30)) as pilot:
        app.dialog.refuse(InvalidError({"source_id": "It would come out of itself."}))
        await pilot.press("shift+tab", "shift+tab", "l")
        assert app.refused() == set()
        app.dialog.refuse(InvalidError({"source_id": "Out of itself.", "day": "Still to come."}))
        app.dialog.query_one("#level").focus()
        await pilot.press("4")
        assert app.refused() == {"source_id", "day"}
        app.dialog.query_one("#day").focus()
        await pilot.press("backspace")
        assert app.refused() == {"source_id"}


async def test_what_is_said_of_the_whole_form_goes_with_any_change() -> None:
    app = Asking(ANA)
    async with app.run_test(size=(90, 30)) as pilot:
        app.dialog.refuse(NotFoundError("It is gone."))
        await pilot.pause()
        assert "It is gone." in shown(app)
        app.dialog.query_one("#note").focus()
        await pilot.press("x")
        assert "It is gone." not in shown(app)


async def test_enter_in_a_field_for_one_name_takes_it_and_leads_on() -> None:
    app = Asking()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("g", "tab", "b", "enter", "4")
        assert app.dialog.chosen("level") == "4"
        assert "type another name instead" in shown(app)
