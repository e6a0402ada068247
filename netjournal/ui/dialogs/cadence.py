"""Asks how often to be in touch with several people, or with those who have a tag."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.suggester import SuggestFromList

from netjournal.errors import InvalidError
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.field import Field, Line


@dataclass(frozen=True, slots=True)
class CadenceChange:
    """How often to be in touch from now on."""

    days: int | None
    """Days between touches; None takes back what was said."""
    tag: str
    """For those who have it; empty: for the people the form was opened for."""


class CadenceDialog(FormDialog[CadenceChange]):
    """A form for a number of days; the tags there are complete what is typed."""

    FORM = "cadence"

    def __init__(self, whom: str, known: Sequence[str]) -> None:
        """`whom` is a name, or how many people."""
        super().__init__()
        self.heading = f"How often to be in touch with {whom}"
        self.about = {"whom": whom}
        self._whom = whom
        self._known = known

    def fields(self) -> ComposeResult:
        """The days, and the tag if it is for all who have one."""
        yield Field("Days between", Line(id="days", placeholder="two touches; blank: as usual"))
        line = Line(id="tag", placeholder=f"blank: {self._whom}")
        line.suggester = SuggestFromList(self._known, case_sensitive=False)
        yield Field("All tagged", line)

    def draft(self) -> CadenceChange:
        """What was chosen."""
        days = self.text("days").strip()
        if days and not days.isdecimal():
            raise InvalidError({"days": f"{days} isn't a number of days, such as 60."})
        return CadenceChange(int(days) if days else None, self.text("tag").strip())
