"""The last gate before the terminal: no character leaves that could act on it."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from netjournal.text import harmless


class Gate(LineFilter):
    """Takes control characters and direction overrides out of every line that is drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments, with harmless text."""
        # Nearly every line is printable throughout, which is far cheaper to find out.
        if all(text.isprintable() for text, _, _ in segments):
            return segments
        return [
            segment if segment.control else Segment(harmless(segment.text), segment.style)
            for segment in segments
        ]
