"""What is shown when the terminal is too small to show anything."""

from textual import events
from textual.screen import Screen


class SmallScreen(Screen[None]):
    """Asks for more room, and goes by itself when there is enough."""

    DEFAULT_CSS = """
    SmallScreen { align: center middle; padding: 0 1; text-align: center; }
    """

    def __init__(self, smallest: tuple[int, int]) -> None:
        super().__init__()
        self._smallest = smallest

    def render(self) -> str:
        """One sentence."""
        width, height = self._smallest
        return f"netjournal needs {width}×{height}; please enlarge the window."

    def on_resize(self, event: events.Resize) -> None:
        """Goes when there is enough room."""
        width, height = self._smallest
        if event.size.width >= width and event.size.height >= height and self.is_current:
            self.dismiss()
