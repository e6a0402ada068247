"""The app: its areas, its global keys, its themes, and what frames every screen."""

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.binding import Binding
from textual.worker import Worker

from netjournal.errors import JournalError, PreferencesError
from netjournal.insights.today import today
from netjournal.journal.first_look import first_look
from netjournal.model.change import Noun
from netjournal.ui.areas import AREAS, Area, tabs
from netjournal.ui.desk import Desk
from netjournal.ui.journal_app import JournalApp
from netjournal.ui.screens.area import AreaScreen

if TYPE_CHECKING:
    from netjournal.model.change import Step
    from netjournal.ui.screens.search import Search

_POLL_SECONDS = 1.0
_SMALLEST = (40, 12)


class NetjournalApp(JournalApp[None]):
    """The journal on the whole terminal."""

    # The first screen's rules come along, or all would be parsed again when it is mounted.
    CSS_PATH = ["app.tcss", "screens/today.tcss"]
    DEFAULT_MODE = "today"
    BINDINGS = [
        *(area.binding() for area in AREAS),
        Binding("r", "reflect", "Reflect", id="reflect", tooltip="Reflect on a meeting"),
        Binding("u", "undo", "Undo", show=False, id="undo", tooltip="Take back the last change"),
        Binding("ctrl+r", "redo", "Redo", show=False, id="redo", tooltip="Make it again"),
        Binding("question_mark", "help", "Help", id="help", tooltip="All keys of this screen"),
        Binding(
            "ctrl+p",
            "commands",
            "Commands",
            show=False,
            id="commands",
            tooltip="Find any command by its name",
        ),
        Binding(
            "ctrl+f",
            "search",
            "Search",
            id="search",
            # In a filter it would otherwise delete a word.
            priority=True,
            tooltip="Find anything you wrote",
        ),
        Binding("ctrl+t", "theme", "Theme", show=False, id="theme", tooltip="Choose the colours"),
        Binding(
            "ctrl+b",
            "blank",
            "Blank the screen",
            show=False,
            id="blank",
            priority=True,
            tooltip="Hide everything from who looks over your shoulder",
        ),
        Binding("q", "quit", "Quit", id="quit", tooltip="Leave netjournal"),
    ]
    # On other screens digits are ratings, and undo would act behind a form's back.
    _IN_AREAS = frozenset({"area", "reflect", "search", "undo", "redo", "quit"})
    _AT_ONCE = frozenset({"area", "quit", "blank", "help_quit"})
    """What waits for nothing that is still being read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._searched: Search | None = None
        for area in AREAS:
            self.add_mode(area.name, partial(self._screen_of, area))

    def opened(self) -> None:
        """Looks for what other programs write, from now on."""
        self.set_interval(_POLL_SECONDS, self._poll)

    async def refused(self, problem: JournalError) -> None:
        """Says why the journal stays closed."""
        from netjournal.ui.screens.closed import ClosedScreen

        await self.push_screen(ClosedScreen(str(problem)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switches the keys of the areas off wherever something is filled in."""
        if action in self._IN_AREAS:
            return bool(self.screen_stack) and isinstance(self.screen, AreaScreen)
        return super().check_action(action, parameters)

    def too_early(self, key: str) -> bool:
        """Whether an area has yet to show what a key may be about."""
        return isinstance(self.screen, AreaScreen) and self.screen.awaits(key)

    def at_once(self, key: str) -> bool:
        """Whether a key goes elsewhere, whatever is still being read here."""
        active = self.screen.active_bindings.get(key)
        action = active.binding.action.partition("(")[0] if active else ""
        return key == "escape" or action in self._AT_ONCE

    def on_resize(self) -> None:
        """Says so kindly when nothing can be shown in so small a terminal."""
        # Textual takes note of the new size only after this.
        self.call_later(self._ask_for_room)

    @on(AreaScreen.Came)
    def _look_again(self) -> None:
        self._keys.look_again()

    def on_app_focus(self) -> None:
        """Looks for what other programs wrote meanwhile."""
        self._poll()

    def notify(self, message: str, **options: Any) -> None:
        """Says something; the latest word takes the place of the one before."""
        self.clear_notifications()
        super().notify(message, **options)

    def action_area(self, name: str) -> None:
        """Opens an area."""
        self.switch_mode(name)

    async def action_open_record(self, area: str, record: int) -> None:
        """Opens one record in its area."""
        await self.switch_mode(area)
        if isinstance(self.screen, AreaScreen):
            self.screen.open_record(record)

    async def action_open_part(self, area: str, record: int, noun: str, part: int) -> None:
        """Opens something that belongs to a record in its area."""
        await self.switch_mode(area)
        if isinstance(self.screen, AreaScreen):
            self.screen.open_part(record, Noun(noun), part)

    def action_undo(self) -> None:
        """Takes back the last change; asks first when an earlier run made it."""
        self._at_area().read(lambda journal: journal.last_step(), self._undo, lane="undo")

    def action_redo(self) -> None:
        """Makes again what was taken back."""
        self._at_area().act(
            lambda journal: journal.redo(),
            lambda step: self.notify(f"Again: {step.label}", markup=False),
        )

    def action_reflect(self) -> None:
        """Opens the reflection form for the meeting pointed at, or lets the form find one."""
        from netjournal.ui.screens.reflect import ReflectScreen

        self.push_screen(ReflectScreen(self.desk, self._at_area().occasion()))

    def action_help(self) -> None:
        """Lists every key that does something here."""
        from netjournal.ui.commands import commands
        from netjournal.ui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog(commands(self.screen)))

    def action_commands(self) -> None:
        """Finds any command by its name."""
        from netjournal.ui.commands import commands

        self.search_commands(
            [
                (
                    f"{command.title}  ({command.keys})",
                    partial(self.run_action, command.action, command.node),
                    command.tooltip,
                )
                for command in commands(self.screen)
            ]
        )

    def action_search(self) -> None:
        """Finds anything by its words, taking up the search before."""
        from netjournal.ui.screens.search import SearchScreen

        self.push_screen(SearchScreen(self.desk, self._searched), self._found)

    def action_theme(self) -> None:
        """Chooses the colours, which are remembered."""
        self.search_commands(
            [(name, partial(self._choose_theme, name)) for name in sorted(self.available_themes)],
            placeholder="Search for themes…",
        )

    def action_blank(self) -> None:
        """Hides everything until the next key."""
        from netjournal.ui.screens.blank import BlankScreen

        if not isinstance(self.screen, BlankScreen):
            self.push_screen(BlankScreen())

    async def action_quit(self) -> None:
        """Leaves, once every save asked for is done."""
        await self.desk.settled()
        self.exit()

    def _ask_for_room(self) -> None:
        if self.size.width >= _SMALLEST[0] and self.size.height >= _SMALLEST[1]:
            return
        from netjournal.ui.screens.small import SmallScreen

        if not any(isinstance(screen, SmallScreen) for screen in self.screen_stack):
            self.push_screen(SmallScreen(_SMALLEST))

    def _screen_of(self, area: Area) -> AreaScreen[Any]:
        screen = self._today() if area.name == self.DEFAULT_MODE else area.load()(self.desk)
        screen.tabs = tabs(area.name)
        # Its rules are parsed as it is made; Textual would parse and apply all of them again.
        screen._css_update_count = self._css_update_count
        return screen

    def _today(self) -> AreaScreen[Any]:
        from netjournal.ui.screens.today import TodayScreen

        now = self.desk.clock.now()
        inputs = first_look(self.desk.path, now.date())
        return TodayScreen(self.desk, TodayScreen.first(today(inputs, now)) if inputs else None)

    def _poll(self) -> None:
        # Not a coroutine: one that gives way before it began would never be awaited.
        _worker: Worker[None] = self.run_worker(self._polled, group="poll", exclusive=True)

    async def _polled(self) -> None:
        try:
            await self.desk.read(lambda journal: journal.poll())
        except JournalError:
            # Whoever holds the journal now will let go; the next look comes in a second.
            return

    def _choose_theme(self, name: str) -> None:
        self.theme = name
        self.run_worker(self._remember_theme(name), group="preferences")

    async def _remember_theme(self, name: str) -> None:
        try:
            await self.desk.remember_theme(name)
        except PreferencesError as problem:
            self.notify(str(problem), severity="error", markup=False)

    async def _found(self, search: "Search | None") -> None:
        from netjournal.ui.screens.search import place

        self._searched = search
        if search is not None and search.chosen is not None:
            await self.run_action(place(search.chosen))

    def _at_area(self) -> AreaScreen[Any]:
        assert isinstance(self.screen, AreaScreen)
        return self.screen

    def _undo(self, step: "Step | None") -> None:
        if step is None:
            self.notify("There is nothing to undo.", markup=False)
        elif step.this_run:
            self._take_back()
        else:
            self._at_area().confirm(
                "Undo this?",
                self._take_back,
                yes="Undo",
                detail=f"{step.label}, before today's run",
            )

    def _take_back(self) -> None:
        self._at_area().act(
            lambda journal: journal.undo(),
            lambda step: self.notify(f"Undone: {step.label}", markup=False),
        )
