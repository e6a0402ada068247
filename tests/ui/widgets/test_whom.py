"""Choosing contacts by their names."""

from textual.app import App, ComposeResult
from textual.getters import query_one
from textual.widgets import Input

from netjournal.model.contact import ContactMatch
from netjournal.ui.widgets.whom import Named, Whom
from tests.ui.test_app import shown

ANA = Named(1, "Ana Ruiz")
KNOWN = (
    ContactMatch(id=1, name="Ana Ruiz", organisation="Roofing"),
    ContactMatch(id=2, name="Anders Ek", organisation=""),
    ContactMatch(id=3, name="Li Wei [/] 陈", organisation=""),
)


class Asking(App[None]):
    """The chooser by itself, over three contacts."""

    whom = query_one(Whom)
    slow = False
    entered = 0

    def __init__(self, *chosen: Named) -> None:
        super().__init__()
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The chooser."""
        yield Whom(self._chosen)

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds whoever's name begins so."""
        if not self.slow:
            self.answer(event.words)

    def answer(self, words: str) -> None:
        """Offers the matches of some words."""
        fitting = [one for one in KNOWN if one.name.lower().startswith(words.lower())]
        self.whom.offer(words, fitting)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Counts the times Enter was passed on."""
        self.entered += 1


def chosen(app: Asking) -> list[int]:
    """The ids of those chosen."""
    return [named.id for named in app.whom.value]


async def test_enter_takes_the_one_pointed_at_and_a_second_may_follow() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("tab", *"an", "down", "enter", *"li", "enter")
        assert chosen(app) == [2, 3]
        assert "Anders Ek, Li Wei [/] 陈" in shown(app)
        assert app.whom.typed == ""
        assert app.entered == 0


async def test_nobody_is_offered_twice() -> None:
    app = Asking(ANA)
    async with app.run_test() as pilot:
        await pilot.press("tab", *"an", "enter")
        assert chosen(app) == [1, 2]


async def test_enter_in_an_empty_line_is_passed_on() -> None:
    app = Asking(ANA)
    async with app.run_test() as pilot:
        await pilot.press("tab", "enter")
        assert app.entered == 1


async def test_backspace_in_an_empty_line_takes_the_last_out() -> None:
    app = Asking(ANA, Named(2, "Anders Ek"))
    async with app.run_test() as pilot:
        await pilot.press("tab", "l", "backspace")
        assert chosen(app) == [1, 2]
        await pilot.press("backspace")
        assert chosen(app) == [1]
        await pilot.press("backspace", "backspace")
        assert chosen(app) == []


async def test_a_name_nobody_has_says_so_and_stays() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("tab", *"zoe", "enter")
        assert "no contact has this name" in shown(app)
        assert (chosen(app), app.whom.typed) == ([], "zoe")


async def test_enter_before_the_matches_came_takes_the_first_of_them() -> None:
    app = Asking()
    app.slow = True
    async with app.run_test() as pilot:
        await pilot.press("tab", *"an", "enter")
        assert chosen(app) == []
        app.answer("a")
        assert chosen(app) == []
        app.answer("an")
        assert chosen(app) == [1]
