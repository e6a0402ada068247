"""The styles that content names, looked up once for each theme."""

from rich.segment import Segment
from textual.content import Content
from textual.style import Style
from textual.widget import Widget


class Palette:
    """Turns content into segments in a widget's theme, knowing each style it met before."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[str, Style] = {}

    def forget(self) -> None:
        """Looks everything up anew: the theme is another one."""
        self._styles.clear()

    def segments(self, content: Content, base: Style) -> list[Segment]:
        """The content in its styles, on top of `base`."""
        rendered = content.render(base, "", self._parsed)
        return [Segment(text, style.rich_style) for text, style in rendered]

    def _parsed(self, style: str | Style) -> Style:
        if isinstance(style, Style):
            return style
        if (known := self._styles.get(style)) is None:
            known = Style.parse(style, self._widget.app.theme_variables)
            self._styles[style] = known
        return known
