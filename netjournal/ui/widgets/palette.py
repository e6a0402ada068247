"""The styles that content names, looked up once for each theme."""

from collections.abc import Hashable, Sequence

from rich.segment import Segment
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

_MOST_MET = 256


class Palette:
    """Turns content into segments in a widget's theme, knowing each style it met before."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[str, Style] = {}
        self._met: dict[Hashable, list[Segment]] = {}

    def forget(self) -> None:
        """Looks everything up anew: the theme is another one."""
        self._styles.clear()
        self._met.clear()

    def segments(
        self, content: Content, base: Style, width: int | None = None
    ) -> Sequence[Segment]:
        """The content in its styles, on top of `base`; cut or filled to a width, if one is given.

        What was met lately isn't set again: in a list, little but names differs.
        """
        # Contents of one text are equal whatever their styles.
        key = (content.plain, tuple(content.spans), base, width)
        met = self._met.get(key)
        if met is None:
            if len(self._met) == _MOST_MET:
                self._met.clear()
            met = self._met[key] = self._set(content, base, width)
        return met

    def _set(self, content: Content, base: Style, width: int | None) -> list[Segment]:
        if width is not None:
            content = content.truncate(width, ellipsis=True, pad=True)
        rendered = content.render(base, "", self._parsed)
        return [Segment(text, style.rich_style) for text, style in rendered]

    def _parsed(self, style: str | Style) -> Style:
        if isinstance(style, Style):
            return style
        if (known := self._styles.get(style)) is None:
            known = Style.parse(style, self._widget.app.theme_variables)
            self._styles[style] = known
        return known
