"""A day and a time typed in natural words, and beneath them how they are understood."""

from contextlib import suppress
from datetime import date, datetime, time

from textual.widgets import Input

from netjournal.errors import InvalidError
from netjournal.ui.widgets.field import Field, Line
from netjournal.when import read_moment, say_range

_END_OF_DAY = time(23, 59)


class MomentField(Field):
    """A field for a moment such as "yesterday 18:30"."""

    def __init__(self, label: str, name: str, now: datetime, *, moment: datetime | None) -> None:
        """`moment` is the one to begin with."""
        self._line = Line(_said(moment), id=name, placeholder="yesterday 18:30")
        super().__init__(label, self._line)
        self._field = name
        self._now = now

    @property
    def moment(self) -> datetime:
        """The moment typed; InvalidError, under the field's name, when it can't be read."""
        try:
            moment = read_moment(self._line.value, self._now)
        except InvalidError as problem:
            raise InvalidError({self._field: str(problem)}) from None
        if isinstance(moment, datetime):
            return moment
        raise InvalidError({self._field: "Say the time as well, such as yesterday 18:30."})

    def retold(self, typed: str, day: date) -> str:
        """A moment typed on another day, said so that it is the same today."""
        if day == self._now.date():
            return typed
        with suppress(InvalidError):
            moment = read_moment(typed, datetime.combine(day, _END_OF_DAY))
            if isinstance(moment, datetime):
                return _said(moment)
        return typed

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says which moment is understood."""
        event.stop()
        understood = ""
        with suppress(InvalidError):
            understood = f"= {say_range(self.moment)}"
        self.say(understood)


def _said(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
