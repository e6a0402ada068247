"""The line at the bottom: the keys that do something here."""

from collections.abc import Iterator, Mapping

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget


class KeyLine(Widget):
    """Shows as many of the screen's keys as fit; a click presses one."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 1;
        color: $text-muted;
        background: $panel;
    }
    """

    def __init__(self, named: Mapping[str, str] | None = None) -> None:
        """`named` gives bindings, by id, the name they have just here."""
        super().__init__()
        self._named = named or {}
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follows what is focused, since each widget adds keys of its own."""
        self.screen.bindings_updated_signal.subscribe(self, self._renew)

    def render(self) -> RenderResult:
        """The keys, and `?` always, for it leads to all others."""
        shown = list(self._active())
        last = [entry for entry in shown if entry[2].id == "help"]
        others = [entry for entry in shown if entry[2].id != "help"]
        room = self.content_size.width - sum(map(_width, last))
        line = Content("")
        self._places = []
        for entry in others:
            if len(line) + _width(entry) > room:
                break
            line = self._add(line, entry)
        for entry in last:
            line = self._add(line, entry)
        return line

    def on_click(self, event: Click) -> None:
        """Presses the key under the pointer."""
        for first, last, key in self._places:
            if first <= event.x - self.styles.padding.left < last:
                self.app.simulate_key(key)

    def _add(self, line: Content, entry: tuple[str, str, Binding]) -> Content:
        key, what, binding = entry
        self._places.append((len(line), len(line) + _width(entry) - 2, binding.key))
        return line + Content.styled(key, "$footer-key-foreground bold") + Content(f" {what}  ")

    def _renew(self, _screen: Screen[object]) -> None:
        # Told many times before the first frame; what is active is only worked out to be drawn.
        self.refresh()

    def _active(self) -> Iterator[tuple[str, str, Binding]]:
        named: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in named:
                named.add(binding.action)
                name = self._named.get(binding.id or "", binding.description)
                yield self.app.get_key_display(binding), name, binding


def _width(entry: tuple[str, str, Binding]) -> int:
    return len(entry[0]) + len(entry[1]) + 3
