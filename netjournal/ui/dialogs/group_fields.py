"""The fields of a group's form: how each is typed, read and said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from textual.widget import Widget

from netjournal.errors import InvalidError, JournalError
from netjournal.model.group import Commitment, GroupDraft, Kind, Period, Sincerity, Status
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Line, Paragraph
from netjournal.when import read_duration, read_nearest_date, say_day

Reader = Callable[[str, date], object]
"""Turns what was typed, never blank, into a value; today is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupField:
    """One field of the form; `name` is the draft's."""

    name: str
    label: str
    read: Reader = lambda typed, _: typed
    words: tuple[str, ...] = ()
    """The words to choose from, if it isn't typed."""
    hint: str = ""
    long: bool = False
    """Whether it takes several lines."""
    blank: object = ""
    """The value of a field left blank."""

    def control(self, draft: GroupDraft) -> Widget:
        """The widget it is entered with, showing the draft's value."""
        said = _said(getattr(draft, self.name))
        if self.words:
            needed = self.blank is not None
            return Choice(self.words, blank=not needed, id=self.name).with_value(said or None)
        if self.long:
            return Paragraph(said, id=self.name, placeholder=self.hint)
        return Line(said, id=self.name, placeholder=self.hint)


def read_all(
    group_fields: Iterable[GroupField], typed: Callable[[GroupField], str], today: date
) -> dict[str, object]:
    """The values of all fields by name; InvalidError names each that can't be read."""
    values: dict[str, object] = {}
    wrong: dict[str, str] = {}
    for field in group_fields:
        text = typed(field)
        try:
            values[field.name] = field.read(text, today) if text.strip() else field.blank
        except JournalError as problem:
            wrong[field.name] = str(problem)
    if wrong:
        raise InvalidError(wrong)
    return values


def plain_draft(group: GroupDraft) -> GroupDraft:
    """Only what the draft of a group holds, without what the journal added."""
    return GroupDraft(**{field.name: getattr(group, field.name) for field in fields(GroupDraft)})


def _said(value: object) -> str:
    match value:
        case None:
            return ""
        case date():
            return say_day(value)
        case _:
            return str(value)


def _whole(typed: str, _: date) -> int:
    digits = typed.strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= 9:
        return int(digits)
    raise InvalidError({"number": f"“{digits}” isn't a whole number, such as 24."})


def _amount(typed: str, _: date) -> Decimal:
    try:
        return Decimal(typed.strip().replace(",", "."))
    except InvalidOperation:
        raise InvalidError({"amount": "Type an amount, such as 45 or 12.50."}) from None


def _minutes(typed: str, _: date) -> int:
    return 0 if typed.strip() == "0" else read_duration(typed)


def _words(choices: type[StrEnum]) -> tuple[str, ...]:
    return tuple(choice.value for choice in choices)


NAME = GroupField(name="name", label="Name", hint="BNI Riverside")
STANDING = (
    GroupField(
        name="kind", label="Kind", words=_words(Kind), read=lambda typed, _: Kind(typed), blank=None
    ),
    GroupField(
        name="status",
        label="Status",
        words=_words(Status),
        read=lambda typed, _: Status(typed),
        blank=Status.MEMBER,
    ),
    GroupField(
        name="commitment",
        label="Commitment",
        words=_words(Commitment),
        read=lambda typed, _: Commitment(typed),
        blank=None,
    ),
)
"""Where I stand with it."""

REST = (
    GroupField(name="purpose", label="Purpose", hint="what it is for"),
    GroupField(
        name="interest",
        label="My interest",
        words=tuple("12345"),
        read=_whole,
        blank=None,
    ),
    GroupField(name="motive", label="Why I joined"),
    GroupField(
        name="sincerity",
        label="Being asked felt",
        words=_words(Sincerity),
        read=lambda typed, _: Sincerity(typed),
        blank=None,
    ),
    GroupField(
        name="joined_on", label="Joined on", read=read_nearest_date, hint="3 Mar 2025", blank=None
    ),
    GroupField(name="left_on", label="Left on", read=read_nearest_date, blank=None),
    GroupField(name="size", label="Members", read=_whole, hint="24", blank=None),
    GroupField(
        name="travel_minutes",
        label="Travel",
        read=_minutes,
        hint="40 min, there and back",
        blank=None,
    ),
    GroupField(
        name="preparation_minutes",
        label="Preparation",
        read=_minutes,
        hint="15 min a meeting",
        blank=None,
    ),
    GroupField(name="dues", label="Dues", read=_amount, hint="45", blank=None),
    GroupField(
        name="dues_period",
        label="  for each",
        words=_words(Period),
        read=lambda typed, _: Period(typed),
        blank=None,
    ),
    GroupField(name="fee", label="Fee a meeting", read=_amount, hint="12.50", blank=None),
    GroupField(
        name="willing_hours", label="Hours I'd give", read=_amount, hint="8 a month", blank=None
    ),
    GroupField(name="experiment", label="Experiment", hint="all in until March"),
    GroupField(name="experiment_from", label="  from", read=read_nearest_date, blank=None),
    GroupField(name="experiment_until", label="  until", read=read_nearest_date, blank=None),
    GroupField(name="experiment_outcome", label="  how it went", long=True),
    GroupField(name="notes", label="Notes", long=True),
)
"""What can be said of it later, or never."""
