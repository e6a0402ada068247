"""A schedule as a person types it, and the schedule those words amount to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from netjournal.errors import InvalidError, JournalError
from netjournal.model.rule_words import rule_in_words
from netjournal.model.schedule import Schedule, check, first_date, rule_from_words
from netjournal.when import read_duration, read_nearest_date, read_time, say_day, say_time

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleWords:
    """What is typed in the schedule's fields; nothing at all is no schedule."""

    rule: str = ""
    start_time: str = ""
    duration_minutes: str = ""
    anchor: str = ""
    """A date it meets on; left blank, its next one."""

    @classmethod
    def of(cls, schedule: Schedule | None) -> "ScheduleWords":
        """A schedule in words that are read as the same schedule."""
        if schedule is None:
            return cls()
        return cls(
            rule=_rule_words(schedule),
            start_time=say_time(schedule.start_time),
            duration_minutes=str(schedule.duration_minutes or ""),
            anchor=say_day(schedule.anchor),
        )

    def read(self, today: date) -> Schedule | None:
        """The schedule meant; InvalidError says at which fields it can't be understood."""
        if not any(
            map(str.strip, (self.rule, self.start_time, self.duration_minutes, self.anchor))
        ):
            return None
        wrong: dict[str, str] = {}
        rule = _tried("rule", wrong, lambda: _rule(self.rule))
        start_time = _tried("start_time", wrong, lambda: _start_time(self.start_time))
        minutes = _tried("duration_minutes", wrong, lambda: _minutes(self.duration_minutes))
        anchor = _tried("anchor", wrong, lambda: self._anchor(rule, today))
        if wrong or rule is None or start_time is None or anchor is None:
            raise InvalidError(wrong)
        return Schedule(
            rule=rule, anchor=anchor, start_time=start_time, duration_minutes=minutes or None
        )

    def _anchor(self, rule: str | None, today: date) -> date:
        if self.anchor.strip():
            anchor = read_nearest_date(self.anchor, today)
            if rule is not None:
                check(rule, anchor)
            return anchor
        return first_date(rule, today) if rule is not None else today


def _rule_words(schedule: Schedule) -> str:
    words = rule_in_words(schedule.rule, schedule.anchor)
    try:
        return words if rule_from_words(words) == schedule.rule else schedule.rule
    except InvalidError:
        return schedule.rule


def _rule(words: str) -> str:
    if not words.strip():
        raise InvalidError({"rule": "Say when it meets, such as every second Thursday."})
    return rule_from_words(words)


def _start_time(words: str) -> time:
    if not words.strip():
        raise InvalidError({"start_time": "Say when it starts, such as 07:00."})
    return read_time(words)


def _minutes(words: str) -> int:
    return read_duration(words) if words.strip() else 0


def _tried(field: str, wrong: dict[str, str], read: Callable[[], T]) -> T | None:
    """What `read` returns, or None with its sentence noted in `wrong` at the field."""
    try:
        return read()
    except JournalError as problem:
        wrong[field] = str(problem)
        return None
