"""Chooses which people a list is narrowed to: a facet, a group, a tag, or several of these."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Resize
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input

from netjournal.model.contact import ContactChoices, Look
from netjournal.text import fold
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

_FRAME = 5
"""Lines around the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """A line of the dialog: what a list can be narrowed to."""

    kind: str
    name: str
    count: int | None
    chosen: bool
    """Whether the list is narrowed to it now."""
    look: Look
    """What is looked at once it is chosen; of one that is chosen already, without it."""


def narrowings(choices: ContactChoices, look: Look) -> Iterator[Narrowing]:
    """The lines of the dialog; a choice leaves those of another kind as they are."""
    everyone = replace(look, facet=None, group_id=None, tag=None)
    yield Narrowing(kind="", name="everyone", count=None, chosen=look == everyone, look=everyone)
    for facet, count in choices.facets:
        chosen = facet is look.facet
        then = replace(look, facet=None if chosen else facet)
        yield Narrowing(kind="", name=facet, count=count, chosen=chosen, look=then)
    for group in choices.groups:
        chosen = group.id == look.group_id
        then = replace(look, group_id=None if chosen else group.id)
        yield Narrowing(kind="group", name=group.name, count=group.count, chosen=chosen, look=then)
    for tag in choices.tags:
        chosen = look.tag is not None and fold(tag.tag) == fold(look.tag)
        then = replace(look, tag=None if chosen else tag.tag)
        yield Narrowing(kind="tag", name=tag.tag, count=tag.count, chosen=chosen, look=then)


class Words(Line):
    """The words that find a line; Enter takes the one under the cursor."""

    BINDINGS = [
        Binding("enter", "submit", "Choose", id="facets.choose", tooltip="Narrow the list to it"),
    ]


class FacetsDialog(ModalScreen[Narrowing | None]):
    """Lists facets, groups and tags, each with its people counted; typing finds one of many."""

    DEFAULT_CSS = """
    FacetsDialog {
        align: center middle;
        .facets {
            width: 60;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 2;
            background: $panel;
            border: round $primary;
            border-title-color: $text-primary;
        }
        KeyLine { dock: none; padding: 0; background: transparent; }
    }
    """
    AUTO_FOCUS = "Words"
    BINDINGS = [
        Binding("escape", "leave", "Cancel", id="facets.leave", tooltip="Leave the list as it is"),
        Binding("down", "move(1)", "Down", show=False, id="facets.down", tooltip="Next line"),
        Binding("up", "move(-1)", "Up", show=False, id="facets.up", tooltip="Line before"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="facets.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="facets.page_up"),
    ]

    table: query_one[Table[Narrowing]] = query_one("Table", Table)

    def __init__(self, choices: ContactChoices, look: Look) -> None:
        """`look` is what the list is of now."""
        super().__init__()
        self._all = tuple(narrowings(choices, look))

    def compose(self) -> ComposeResult:
        """The words that find a line, the lines, the keys."""
        with Vertical(classes="facets") as frame:
            frame.border_title = "Show"
            yield Words(placeholder="type to search")
            table = Table(_COLUMNS, lambda line: (line.kind, line.name))
            table.can_focus = False
            table.nothing = "Nothing here is called that."
            yield table
            yield KeyLine()

    def on_mount(self) -> None:
        """Lists everything there is to choose."""
        self._list("")

    def on_resize(self, event: Resize) -> None:
        """Makes the frame as high as its lines, or as the screen."""
        self.table.styles.height = min(len(self._all) + 1, max(event.size.height - _FRAME, 2))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self._list(event.value)

    def action_leave(self) -> None:
        """Takes none."""
        self.dismiss(None)

    def action_move(self, lines: int) -> None:
        """Moves the cursor while words can be typed."""
        self.table.action_move(lines)

    def action_page(self, pages: int) -> None:
        """Moves the cursor by what is seen at once."""
        self.table.action_page(pages)

    @on(Input.Submitted)
    @on(Table.Opened)
    def _choose(self) -> None:
        if (line := self.table.row) is not None:
            self.dismiss(line)

    def _list(self, words: str) -> None:
        wanted = fold(words).split()
        found = tuple(
            line
            for line in self._all
            if all(f" {word}" in f" {fold(f'{line.kind} {line.name}')}" for word in wanted)
        )
        self.table.show(Rows(len(found), lambda first, count: found[first : first + count]))


_COLUMNS: tuple[Column[Narrowing], ...] = (
    Column("", lambda line: "●" if line.chosen else "", width=1),
    Column("", lambda line: line.name),
    Column("", lambda line: line.kind, width=5, muted=True),
    Column(
        "people",
        lambda line: "" if line.count is None else f"{line.count:,}",
        width=7,
        right=True,
        muted=True,
    ),
)
