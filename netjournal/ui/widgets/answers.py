"""Did they come? The invitations to a meeting, each answered by one key."""

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from netjournal.model.invitation import Invitation, Outcome
from netjournal.text import visible
from netjournal.ui.widgets.noted import pending
from netjournal.ui.widgets.present import Present

_OUTCOMES = (Outcome.CAME, Outcome.NO_SHOW, Outcome.DECLINED)
_NAME_WIDTH = 24


class Answers(Widget, can_focus=True):
    """One invitation a line: those that wait first; who was there has come by that."""

    DEFAULT_CSS = """
    Answers { height: auto; color: $text-muted; }
    """
    BINDINGS = [
        Binding("y", "answer('came')", "Came", id="answers.came", tooltip="They came"),
        Binding(
            "x",
            "answer('no-show')",
            "No-show",
            id="answers.no_show",
            tooltip="They said yes and didn't come",
        ),
        Binding(
            "c", "answer('declined')", "Declined", id="answers.declined", tooltip="They declined"
        ),
        Binding("backspace,delete", "answer('')", "Blank", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
    ]

    given: reactive[dict[int, str]] = reactive(dict[int, str], layout=True)
    """What is answered here: of an invitation, by id, its outcome."""
    cursor: reactive[int] = reactive(0)

    class Changed(Message):
        """Another answer is given."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: tuple[Invitation, ...] = ()
        self._settled: tuple[Invitation, ...] = ()

    def ask(self, invitations: tuple[Invitation, ...], present: Present) -> None:
        """Shows the invitations to a meeting at which those people were."""
        self._waiting = pending(invitations, present)
        self._settled = tuple(one for one in invitations if one not in self._waiting)
        self.cursor = min(self.cursor, max(0, len(self._waiting) - 1))
        if not self._waiting and self.screen.focused is self:
            # The keys of the form are heard only while the focus is somewhere in it.
            self.screen.focus_next()
        self.can_focus = bool(self._waiting)
        self.refresh(layout=True)

    def render(self) -> Content:
        """A line each."""
        if not self._waiting and not self._settled:
            return Content("No one was invited to this meeting.")
        lines = [self._asked(place) for place in range(len(self._waiting))]
        return Content("\n").join((*lines, *map(self._told, self._settled)))

    def action_answer(self, outcome: str) -> None:
        """Answers the invitation pointed at and goes on to the next without an answer."""
        if not self._waiting:
            return
        one = self._waiting[self.cursor]
        others = {number: said for number, said in self.given.items() if number != one.id}
        self.given = {**others, one.id: outcome} if outcome else others
        if outcome:
            self._go_on()
        self.post_message(self.Changed())

    def action_move(self, by: int) -> None:
        """Points at another one; past the ends, on to the next field."""
        aim = self.cursor + by
        if 0 <= aim < len(self._waiting):
            self.cursor = aim
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_click(self, event: events.Click) -> None:
        """Gives the answer under the mouse."""
        if event.y < len(self._waiting):
            self.cursor = event.y
            if outcome := event.style.meta.get("outcome"):
                self.action_answer(outcome)

    def on_focus(self) -> None:
        """Shows which one is pointed at."""
        self.refresh()

    def on_blur(self) -> None:
        """None is pointed at any more."""
        self.refresh()

    def _go_on(self) -> None:
        count = len(self._waiting)
        after = [(self.cursor + step) % count for step in range(1, count)]
        unanswered = (place for place in after if self._waiting[place].id not in self.given)
        self.cursor = next(unanswered, self.cursor)

    def _asked(self, place: int) -> Content:
        one = self._waiting[place]
        pointed = self.has_focus and place == self.cursor
        mark, style = ("›", "bold $text-primary") if pointed else (" ", "")
        name = (f"{mark} {self._named(one)} ", style)
        return Content.assemble(name, *(self._choice(one, outcome) for outcome in _OUTCOMES))

    def _choice(self, one: Invitation, outcome: Outcome) -> Content:
        chosen = self.given.get(one.id) == outcome
        shown = (
            Content.styled(f"[{outcome}]", "bold $foreground")
            if chosen
            else Content(f" {outcome} ")
        )
        return shown.stylize(Style.from_meta({"outcome": str(outcome)}))

    def _told(self, one: Invitation) -> Content:
        said = str(one.outcome) if one.answered else "came, as they were there"
        return Content(f"  {self._named(one)}  {said}")

    def _named(self, one: Invitation) -> str:
        names = [visible(each.name) for each in (*self._waiting, *self._settled)]
        return set_cell_size(visible(one.name), min(max(map(cell_len, names)), _NAME_WIDTH))
