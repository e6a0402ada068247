"""A day typed in natural words, and beneath it how they are understood."""

from contextlib import suppress
from datetime import date

from textual.widgets import Input

from netjournal.errors import InvalidError
from netjournal.ui.widgets.field import Field, Line
from netjournal.when import (
    Prefer,
    read_coming_date,
    read_date,
    read_recent_date,
    say_day,
    say_distance,
)


class DayField(Field):
    """A field for a day such as "yesterday", "fri" or "in 2 weeks"; left blank it is no day."""

    def __init__(
        self,
        label: str,
        name: str,
        today: date,
        *,
        prefer: Prefer | None,
        day: date | None = None,
        hint: str = "",
    ) -> None:
        """`prefer` is where a weekday is looked for; `day` is the day to begin with.

        None looks back, except that a date may be one of the next two months. "future" looks
        ahead, except that a date may be one of the last two.
        """
        self._line = Line(_said(day, today), id=name, placeholder=hint)
        super().__init__(label, self._line)
        self._field = name
        self._today = today
        self._prefer = prefer

    @property
    def day(self) -> date | None:
        """The day typed; InvalidError, under the field's name, when it can't be read."""
        try:
            return self._read(self._line.value, self._today)
        except InvalidError as problem:
            raise InvalidError({self._field: str(problem)}) from None

    @property
    def needed(self) -> date:
        """The day typed; InvalidError also when there is none."""
        day = self.day
        if day is None:
            raise InvalidError({self._field: "Say the day, such as today or last tue."})
        return day

    def retold(self, typed: str, day: date) -> str:
        """A day typed on another day, said so that it is the same today."""
        try:
            return typed if day == self._today else _said(self._read(typed, day), self._today)
        except InvalidError:
            return typed

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says which day is understood."""
        event.stop()
        understood = ""
        with suppress(InvalidError):
            if (day := self.day) is not None:
                understood = self.understood(day)
        self.say(understood)

    def understood(self, day: date) -> str:
        """What is said beneath of the day typed."""
        return f"= {say_day(day, self._today)}, {say_distance(day, self._today)}"

    def read(self, typed: str, today: date) -> date:
        """The day that is meant by words typed on the day `today`."""
        if self._prefer is None:
            return read_recent_date(typed, today)
        if self._prefer == "future":
            return read_coming_date(typed, today)
        return read_date(typed, today)

    def _read(self, typed: str, today: date) -> date | None:
        return self.read(typed, today) if typed.strip() else None


def _said(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return "today" if day == today else say_day(day)
