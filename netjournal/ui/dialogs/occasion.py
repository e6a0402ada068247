"""Which meeting? Picked from a list, or typed: a group and a date, or a one-off with its title."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from netjournal.errors import InvalidError
from netjournal.model.draft import Draft, occasion_of
from netjournal.model.group import GroupLine
from netjournal.model.occasion import Occasion
from netjournal.text import clean_line, fold, visible
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.when import read_moment, say_day, say_range

_MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen from."""

    now: datetime
    occasions: tuple[Occasion, ...] = ()
    """Meetings without a reflection, newest first."""
    drafts: tuple[Draft, ...] = ()
    """Half-filled reflections, newest first."""
    groups: tuple[GroupLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A meeting chosen: listed, or of a group on a day, or a one-off at a moment."""

    label: str
    hint: str = ""
    occasion: Occasion | None = None
    draft_id: str | None = None
    """The draft to go on with, if one was chosen."""
    group_id: int | None = None
    when: date | datetime | None = None
    title: str = ""


def picks(choices: Choices, typed: str) -> tuple[Pick, ...]:
    """What the typed words may mean, likeliest first."""
    words = fold(typed).split()
    listed = [pick for pick in _listed(choices) if _fits(words, f"{pick.label} {pick.hint}")]
    return tuple([*listed, *_at_a_moment(choices, typed)][:_MOST]) if words else tuple(listed)


class Picks(Widget):
    """The meetings to pick from, one a line, the marked one to be taken by Enter."""

    DEFAULT_CSS = """
    Picks { height: auto; max-height: 14; }
    """

    found: reactive[tuple[Pick, ...]] = reactive(tuple[Pick, ...], layout=True)
    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """One was clicked."""

    @property
    def pick(self) -> Pick | None:
        """The one pointed at."""
        return self.found[self.cursor] if self.cursor < len(self.found) else None

    def render(self) -> Content:
        """A line each, as many as fit around the one pointed at."""
        if not self.found:
            return Content.styled(
                "No meeting fits. Add a day, such as “last thu 7am”.", "$text-muted"
            )
        first = self._first()
        shown = range(first, min(first + _MOST, len(self.found)))
        return Content("\n").join(self._line(place) for place in shown)

    def move(self, by: int) -> None:
        """Points at another one, going round."""
        if self.found:
            self.cursor = (self.cursor + by) % len(self.found)

    def on_click(self, event: events.Click) -> None:
        """Chooses the one under the mouse."""
        place = event.y + self._first()
        if place < len(self.found):
            self.cursor = place
            self.post_message(self.Chosen())

    def _first(self) -> int:
        return max(0, self.cursor - _MOST + 1)

    def _line(self, place: int) -> Content:
        pick = self.found[place]
        mark, style = ("›", "bold $text-primary") if place == self.cursor else (" ", "")
        hint = (f"  {visible(pick.hint)}", "$text-muted")
        return Content.assemble((f"{mark} {visible(pick.label)}", style), hint)


class Words(Line):
    """The words that say which meeting; Enter takes the one they mean."""

    BINDINGS = [
        Binding(
            "enter",
            "screen.choose",
            "Choose",
            id="occasion.choose",
            tooltip="Take this meeting",
        ),
    ]


class OccasionDialog(ModalScreen[Pick | None]):
    """Asks which meeting is meant; returns the choice, or None."""

    DEFAULT_CSS = """
    OccasionDialog {
        align: center middle;
        .occasion {
            width: 72;
            max-width: 100%;
            height: auto;
            padding: 1 2 0 2;
            background: $panel;
            border: round $primary;
            border-title-color: $text-primary;
        }
        Picks { margin-top: 1; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
        .occasion--hint { color: $text-muted; margin-top: 1; }
    }
    """
    AUTO_FOCUS = "Words"
    BINDINGS = [
        Binding("down", "move(1)", "Next", id="occasion.next", show=False),
        Binding("up", "move(-1)", "Previous", id="occasion.previous", show=False),
        Binding("escape", "leave", "Cancel", id="occasion.leave", tooltip="Choose none"),
    ]

    _picks = query_one(Picks)
    _words = query_one(Words)

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The words typed, and the meetings they may mean."""
        with Vertical(classes="occasion") as frame:
            frame.border_title = "Which meeting?"
            yield Words(placeholder="a name, a day: “riverside last thu 7am” …")
            yield Picks()
            yield Static("A title with a day and a time makes a one-off.", classes="occasion--hint")
            yield KeyLine()

    def on_mount(self) -> None:
        """Shows what there is before anything is typed."""
        self.on_input_changed()

    def on_input_changed(self) -> None:
        """Shows what the words may mean."""
        self._picks.cursor = 0
        self._picks.found = picks(self._choices, self._words.value)

    def on_picks_chosen(self) -> None:
        """Takes the meeting clicked."""
        self.action_choose()

    def action_choose(self) -> None:
        """Takes the meeting pointed at."""
        if self._picks.pick is not None:
            self.dismiss(self._picks.pick)

    def action_move(self, by: int) -> None:
        """Points at another meeting."""
        self._picks.move(by)

    def action_leave(self) -> None:
        """Takes none."""
        self.dismiss(None)


def _listed(choices: Choices) -> Iterator[Pick]:
    today = choices.now.date()
    for draft in choices.drafts:
        occasion = occasion_of(draft.subject)
        if occasion is not None:
            label = _label(occasion, today)
            yield Pick(label=label, hint="draft kept", occasion=occasion, draft_id=draft.id)
    for occasion in choices.occasions:
        yield Pick(
            label=_label(occasion, today), hint=_distance(occasion, today), occasion=occasion
        )


def _at_a_moment(choices: Choices, typed: str) -> Iterator[Pick]:
    found = _name_and_moment(typed, choices.now)
    if found is None:
        return
    name, when = found
    said = _said(when, choices.now.date())
    for group in choices.groups:
        if _fits(fold(name).split(), group.name):
            yield Pick(label=f"{group.name} · {said}", group_id=group.id, when=when)
    if name and isinstance(when, datetime):
        yield Pick(label=f"{clean_line(name)} · {said}", hint="one-off", when=when, title=name)


def _name_and_moment(typed: str, now: datetime) -> tuple[str, date | datetime] | None:
    """The longest ending that says when, and the words before it."""
    words = clean_line(typed).split()
    for place in range(len(words)):
        try:
            return " ".join(words[:place]), read_moment(" ".join(words[place:]), now)
        except InvalidError:
            continue
    return None


def _fits(words: list[str], text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _label(occasion: Occasion, today: date) -> str:
    return f"{occasion.name} · {say_range(occasion.start, occasion.duration_minutes, today)}"


def _said(when: date | datetime, today: date) -> str:
    return say_range(when, None, today) if isinstance(when, datetime) else say_day(when, today)


def _distance(occasion: Occasion, today: date) -> str:
    days = (today - occasion.day).days
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
