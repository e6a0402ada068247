"""A blank screen, for privacy."""

from textual import events
from textual.screen import Screen


class BlankScreen(Screen[None]):
    """Shows nothing until the next key or click."""

    def render(self) -> str:
        """Nothing at all."""
        return ""

    def on_key(self, event: events.Key) -> None:
        """Returns to what was shown; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self) -> None:
        """Returns to what was shown."""
        self.dismiss()
