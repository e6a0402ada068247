"""The two lines above the lists of Give & get: what it all comes to, and the views."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

_MARKS = {True: ("▌", "bold $text-accent"), False: (" ", "$text-muted")}
_GAP = "  "


class Head(Widget):
    """Names the views and marks the one shown; a click shows another."""

    DEFAULT_CSS = """
    Head { height: 2; padding: 0 1; }
    """

    class Chosen(Message):
        """A view's name was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles
        self._shown = 0
        self._totals = Content("")

    def show(self, place: int) -> None:
        """Marks a view, by its place."""
        self._shown = place
        self.refresh()

    def tell(self, totals: Content) -> None:
        """Says what it all comes to."""
        self._totals = totals
        self.refresh()

    def render(self) -> RenderResult:
        """Both lines, cut at the edge."""
        width = self.content_size.width
        tabs = Content(_GAP).join(
            Content.styled(label, _MARKS[place == self._shown][1])
            for place, label in enumerate(self._labels())
        )
        return Content("\n").join(
            (self._totals.truncate(width, ellipsis=True), tabs.truncate(width, ellipsis=True))
        )

    def on_click(self, event: Click) -> None:
        """Shows the view under the pointer."""
        at = event.x - self.styles.padding.left
        for place, label in enumerate(self._labels()):
            if event.y == 1 and 0 <= at < len(label):
                self.post_message(self.Chosen(place))
            at -= len(label) + len(_GAP)

    def _labels(self) -> Sequence[str]:
        return [_MARKS[place == self._shown][0] + title for place, title in enumerate(self._titles)]
