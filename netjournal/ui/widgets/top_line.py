"""The line at the top: the program's name, the areas, and today's date."""

from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from netjournal.journal.clock import Clock

_MARK = {True: "▌", False: " "}
"""Before the area shown: colour alone would not tell it everywhere."""


@dataclass(frozen=True, slots=True)
class Tab:
    """An area as the line at the top names it."""

    name: str
    key: str
    title: str
    active: bool = False


class TopLine(Widget):
    """Names the areas with their keys and marks the one shown; a click opens one."""

    COMPONENT_CLASSES = {"top-line--name", "top-line--active"}
    DEFAULT_CSS = """
    TopLine {
        dock: top;
        height: 1;
        padding: 0 1;
        color: $text-muted;
        background: $panel;
        .top-line--name { color: $primary; text-style: bold; }
        .top-line--active { color: $text-primary; background: $primary-muted; text-style: bold; }
        /* Sixteen colours have no muted one to put a word of the same hue on. */
        &:ansi .top-line--active { background: transparent; }
    }
    """

    def __init__(self, tabs: tuple[Tab, ...], clock: Clock, *, sample: bool = False) -> None:
        """Says so when the journal is a `sample`."""
        super().__init__()
        self._tabs = tabs
        self._clock = clock
        self._titles = ("netjournal · sample", "sample") if sample else ("netjournal",)
        self._places: list[tuple[int, int, str]] = []

    def render(self) -> RenderResult:
        """The line, as much of it as fits."""
        width = self.content_size.width
        tabs = _labelled(self._tabs, short=False)
        if (space := width - sum(len(label) for label, _ in tabs)) < 0:
            tabs = _labelled(self._tabs, short=True)
        date = f"{self._clock.now():%a} {self._clock.now().day} {self._clock.now():%b}"
        name = self._title(space, len(date))
        line = Content.styled(name, self.get_visual_style("top-line--name", partial=True))
        line += Content("  " if name else "")
        active = self.get_visual_style("top-line--active", partial=True)
        self._places = []
        for label, tab in tabs:
            first = len(line)
            line += Content.styled(label, active if tab.active else "")
            self._places.append((first, len(line), tab.name))
        gap = width - len(line) - len(date)
        return line + Content(" " * gap + date) if gap >= 2 else line

    async def on_click(self, event: Click) -> None:
        """Opens the area under the pointer."""
        for first, last, name in self._places:
            if first <= event.x - self.styles.padding.left < last:
                await self.run_action(f"app.area('{name}')")

    def _title(self, space: int, date: int) -> str:
        """The longest title that leaves room for the date, else the shortest if it fits alone."""
        for title in self._titles:
            if len(title) + 2 + 2 + date <= space:
                return title
        return self._titles[-1] if space >= len(self._titles[-1]) + 2 else ""


def _labelled(tabs: tuple[Tab, ...], *, short: bool) -> list[tuple[str, Tab]]:
    """The areas with what the line says of each: its key, and its title or the first word of it."""
    titles = (tab.title.split()[0] if short else tab.title for tab in tabs)
    return [
        (f"{_MARK[tab.active]}{tab.key} {title} ", tab)
        for tab, title in zip(tabs, titles, strict=True)
    ]
