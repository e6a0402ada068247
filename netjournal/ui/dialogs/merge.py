"""Shows two contacts side by side before they become one, and asks whose word counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Static

from netjournal.model.merge import MergeField, MergePreview, Pick
from netjournal.text import visible
from netjournal.ui.dialogs.contact_fields import FIRST, REST
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

_FRAME = 12
"""Lines around the fields at most."""
_LABELS = {field.name: field.label for field in (*FIRST, *REST)}
_CHOSEN, _OPEN = "●", "○"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of two contacts."""

    same: bool
    """Whether they are one person; else they are two."""
    picks: Mapping[str, Pick]
    """Whose word counts, by field, where it isn't as usual."""


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A field of the two, and whose word counts in it."""

    field: MergeField
    pick: Pick

    @property
    def can_be_picked(self) -> bool:
        """Whether there is something to choose."""
        return len(self.field.picks) > 1

    def side(self, side: Pick) -> str:
        """What one of them says, with a sign when it counts."""
        said = self.field.kept if side is Pick.KEPT else self.field.gone
        counts = self.pick in (side, Pick.BOTH)
        return f"{_CHOSEN if counts else _OPEN} {said}" if said else ""

    def turned(self, by: int) -> "MergeLine":
        """The line with another pick, going round."""
        picks = self.field.picks
        return replace(self, pick=picks[(picks.index(self.pick) + by) % len(picks)])


class MergeDialog(ModalScreen[Verdict | None]):
    """Two contacts field by field; arrows pick, ctrl+s makes them one."""

    DEFAULT_CSS = """
    MergeDialog {
        align: center middle;
        .merge {
            width: 100;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 1 2 0 2;
            background: $panel;
            border: round $primary;
            border-title-color: $text-primary;
        }
        .merge--whole { height: auto; max-height: 4; margin: 1 0 0 0; color: $text-muted; }
        .merge--moves { height: auto; margin: 1 0 0 0; }
        .merge--obstacle { height: auto; margin: 1 0 0 0; color: $text-error; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
        &.-short .merge { padding: 0 2; }
        &.-short .merge--whole { max-height: 2; }
        &.-short .merge--moves, &.-short KeyLine { margin: 0; }
    }
    """
    AUTO_FOCUS = "Table"
    BINDINGS = [
        Binding("ctrl+s", "merge", "Merge", id="merge.merge", tooltip="Make them one contact"),
        Binding(
            "left,h",
            "pick(-1)",
            "Pick back",
            show=False,
            id="merge.before",
            tooltip="Let the one before count",
        ),
        Binding(
            "right,l,space",
            "pick(1)",
            "Pick",
            show=False,
            id="merge.next",
            tooltip="Let the other count, or both",
        ),
        Binding("x", "apart", "Not the same", id="merge.apart", tooltip="They are two people"),
        Binding("escape", "leave", "Leave", id="merge.leave", tooltip="Leave them as they are"),
    ]

    table: query_one[Table[MergeLine]] = query_one("Table", Table)
    whole = query_one(".merge--whole", Static)

    def __init__(self, preview: MergePreview) -> None:
        super().__init__()
        self._preview = preview
        self._lines = [MergeLine(field, field.usual) for field in preview.fields]

    def compose(self) -> ComposeResult:
        """The fields, the one under the cursor in full, what moves, and what is in the way."""
        preview = self._preview
        with Vertical(classes="merge") as frame:
            names = (visible(one.name) for one in (preview.gone, preview.kept))
            frame.border_title = Content(" into ".join(names))
            yield Table(self._columns(), lambda line: line.field.name)
            yield Static(markup=False, classes="merge--whole")
            yield Static(moving(preview), markup=False, classes="merge--moves")
            if preview.obstacle:
                obstacle = f"✗ {visible(preview.obstacle)}"
                yield Static(obstacle, markup=False, classes="merge--obstacle")
            yield KeyLine({"list.open": "Pick"})

    def on_mount(self) -> None:
        """Shows the fields."""
        self._show()

    def on_resize(self, event: Resize) -> None:
        """Makes the frame as high as its fields, or as the screen."""
        room = max(event.size.height - _FRAME, 3)
        self.table.styles.height = min(len(self._lines) + 1, room)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to merge only who can be one person, and to pick where there is a choice."""
        if action == "merge":
            return not self._preview.obstacle
        return super().check_action(action, parameters)

    def action_pick(self, by: int) -> None:
        """Lets another side's word count in the field under the cursor."""
        at = self.table.cursor
        if self._lines and self._lines[at].can_be_picked:
            self._lines[at] = self._lines[at].turned(by)
            self._show()

    def action_merge(self) -> None:
        """Decides that they are one person."""
        picks = {
            line.field.name: line.pick for line in self._lines if line.pick is not line.field.usual
        }
        self.dismiss(Verdict(True, picks))

    def action_apart(self) -> None:
        """Decides that they are two."""
        self.dismiss(Verdict(False, {}))

    def action_leave(self) -> None:
        """Decides nothing."""
        self.dismiss(None)

    @on(Table.Opened)
    def _turn(self) -> None:
        self.action_pick(1)

    @on(Table.Highlighted)
    def _show_whole(self, event: Table.Highlighted[MergeLine]) -> None:
        if event.row is not None:
            self.whole.update("\n".join(in_full(event.row)))

    def _show(self) -> None:
        lines = tuple(self._lines)
        self.table.show(Rows(len(lines), lambda first, count: lines[first : first + count]))

    def _columns(self) -> tuple[Column[MergeLine], ...]:
        kept, gone = (visible(one.name) for one in (self._preview.kept, self._preview.gone))
        return (
            Column("", lambda line: _LABELS.get(line.field.name, line.field.name), width=14),
            Column(f"stays: {kept}", lambda line: line.side(Pick.KEPT)),
            Column(f"goes: {gone}", lambda line: line.side(Pick.GONE)),
        )


def in_full(line: MergeLine) -> Iterator[str]:
    """What a field will say, as far as there is room, and what it won't."""
    field = line.field
    if not line.can_be_picked and not (field.kept and field.gone):
        yield visible(field.kept or field.gone)
        return
    for said, side in ((field.kept, Pick.KEPT), (field.gone, Pick.GONE)):
        counts = line.pick in (side, Pick.BOTH)
        yield f"{_CHOSEN if counts else _OPEN} {visible(said) or '—'}"


def moving(preview: MergePreview) -> str:
    """What comes to who stays, in words."""
    moved = ", ".join(f"{count:,} {noun}" for noun, count in preview.gone_has.counts())
    if not moved:
        return f"Nothing else is recorded of {_other(preview)}."
    return f"Moves to {visible(preview.kept.name)}: {moved}."


def _other(preview: MergePreview) -> str:
    kept, gone = (visible(one.name) for one in (preview.kept, preview.gone))
    return gone if gone != kept else "the other"
