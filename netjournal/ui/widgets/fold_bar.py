"""Folds named on a line or two; each opens a part of a form that is closed until it is wanted."""

from collections.abc import Mapping

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_GAP = "  "


class FoldBar(Widget, can_focus=True):
    """Left and right point at a fold, Enter or space opens or closes it."""

    DEFAULT_CSS = """
    FoldBar { height: auto; color: $text-muted; }
    """
    BINDINGS = [
        Binding("left,h", "point(-1)", "Left", show=False),
        Binding("right,l", "point(1)", "Right", show=False),
        Binding("enter,space", "press", "Open", id="folds.open", tooltip="Open or close this part"),
    ]

    cursor: reactive[int] = reactive(0)
    unfolded: reactive[frozenset[str]] = reactive(frozenset[str]())
    hints: reactive[Mapping[str, str]] = reactive(dict[str, str], layout=True)
    """What stands beside a fold's title, such as how much is in it."""

    class Pressed(Message):
        """A fold is to be opened or closed."""

        def __init__(self, fold: str) -> None:
            super().__init__()
            self.fold = fold

    def __init__(self, folds: Mapping[str, str]) -> None:
        """`folds` maps each fold's name to its title."""
        super().__init__()
        self._folds = dict(folds)

    def render(self) -> Content:
        """The titles, an arrow showing which are open, as many a line as fit."""
        return Content("\n").join(
            Content(_GAP).join(
                Content.styled(self._title(fold), self._style(fold)) for fold in line
            )
            for line in self._lines(self.size.width)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the titles take."""
        return len(self._lines(width))

    def action_point(self, by: int) -> None:
        """Points at another fold."""
        self.cursor = (self.cursor + by) % len(self._folds)

    def action_press(self) -> None:
        """Asks to open or close the fold pointed at."""
        self.post_message(self.Pressed(list(self._folds)[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """Opens or closes the fold under the mouse."""
        lines = self._lines(self.size.width)
        end = 0
        for fold in lines[event.y] if event.y < len(lines) else ():
            end += len(self._title(fold)) + len(_GAP)
            if event.x < end:
                self.cursor = list(self._folds).index(fold)
                self.action_press()
                break

    def on_focus(self) -> None:
        """Shows which fold is pointed at."""
        self.refresh()

    def on_blur(self) -> None:
        """No fold is pointed at any more."""
        self.refresh()

    def _title(self, fold: str) -> str:
        hint = self.hints.get(fold)
        title = f"{self._folds[fold]} ({hint})" if hint else self._folds[fold]
        return f"{'▾' if fold in self.unfolded else '▸'} {title}"

    def _style(self, fold: str) -> str:
        pointed = self.has_focus and fold == list(self._folds)[self.cursor]
        return "reverse" if pointed else ""

    def _lines(self, width: int) -> list[list[str]]:
        """The folds by the lines they stand on."""
        lines: list[list[str]] = [[]]
        taken = 0
        for fold in self._folds:
            taken += len(self._title(fold)) + len(_GAP)
            if lines[-1] and taken - len(_GAP) > width:
                lines.append([])
                taken = len(self._title(fold)) + len(_GAP)
            lines[-1].append(fold)
        return lines
