"""Asks which tag several people get, or lose."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.suggester import SuggestFromList

from netjournal.errors import InvalidError
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field, Line

_GIVE, _TAKE_OFF = "give", "take off"


@dataclass(frozen=True, slots=True)
class TagChange:
    """What happens to a tag."""

    tag: str
    on: bool
    """Whether people get it; else they lose it."""


class TagDialog(FormDialog[TagChange]):
    """A form for a tag; the tags there are complete what is typed."""

    FORM = "tag"

    def __init__(self, whom: str, known: Sequence[str]) -> None:
        """`whom` is a name, or how many people."""
        super().__init__()
        self.heading = f"Tag {whom}"
        self.about = {"whom": whom}
        self._known = known

    def fields(self) -> ComposeResult:
        """The tag, and whether they get it."""
        line = Line(id="tag", placeholder="→ takes what is suggested")
        line.suggester = SuggestFromList(self._known, case_sensitive=False)
        yield Field("Tag", line)
        yield Field("", Choice((_GIVE, _TAKE_OFF), blank=False, id="on").with_value(_GIVE))

    def draft(self) -> TagChange:
        """What is to happen."""
        tag = self.text("tag").strip()
        if not tag:
            raise InvalidError({"tag": "Type a tag, such as investor."})
        return TagChange(tag, self.chosen("on") == _GIVE)
