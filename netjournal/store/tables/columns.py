"""How values are kept in columns, and the rules that fields of many tables share."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from sqlalchemy import Dialect, Integer, String
from sqlalchemy import Enum as EnumType
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field

from netjournal.text import clean, clean_line

LONGEST_LINE = 10_000
LONGEST_TEXT = 65_536


class WallClock(TypeDecorator[datetime]):
    """A local date and time without a zone, kept to the minute as `YYYY-MM-DDTHH:MM`."""

    impl = String(16)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat("T", "minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class WallTime(TypeDecorator[time]):
    """A local time of day, kept to the minute as `HH:MM`."""

    impl = String(5)
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat("minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)


class UtcStamp(TypeDecorator[datetime]):
    """A moment of record in UTC, kept to the second as `YYYY-MM-DDTHH:MM:SSZ`."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Hundredths(TypeDecorator[Decimal]):
    """A decimal with two places, kept exactly as a whole number of hundredths."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value * 100)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)


def choice(values: type[StrEnum], name: str) -> EnumType:
    """A column type that keeps an enum by its values, guarded by a CHECK of that name."""
    return EnumType(
        values,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


def _not_too_long(limit: int) -> Any:
    def check(text: str) -> str:
        if len(text) > limit:
            message = f"is longer than {limit:,} characters; shorten it"
            raise ValueError(message)
        return text

    return AfterValidator(check)


def _not_blank(text: str) -> str:
    if not text:
        message = "is empty; type one"
        raise ValueError(message)
    return text


def _cents(value: Decimal | None) -> Decimal | None:
    if value is not None and value != round(value, 2):
        message = "has more than two decimals"
        raise ValueError(message)
    return value


def _five_steps(value: int) -> int:
    if not 1 <= value <= 5:
        message = f"goes from 1 to 5; {value} is outside"
        raise ValueError(message)
    return value


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


def _cleaned_line(value: Any) -> Any:
    return clean_line(value) if isinstance(value, str) else value


def _joined_lines(value: Any) -> Any:
    return "\n".join(map(clean_line, value)) if isinstance(value, tuple) else value


Line = Annotated[str, BeforeValidator(_cleaned_line), _not_too_long(LONGEST_LINE)]
"""One line of text, cleaned; may be empty."""
Name = Annotated[Line, AfterValidator(_not_blank)]
"""One line of text that says something."""
Text = Annotated[str, BeforeValidator(_cleaned), _not_too_long(LONGEST_TEXT)]
"""Text of any number of lines, cleaned; may be empty."""
Lines = Annotated[Text, BeforeValidator(_joined_lines)]
"""Short lines, kept one below the other."""
FiveSteps = Annotated[int, AfterValidator(_five_steps)]
"""A rating from 1 to 5."""
Count = Annotated[int, Field(ge=0, le=100_000)]
Minutes = Annotated[int, Field(ge=0, le=7 * 24 * 60)]
Amount = Annotated[Decimal, Field(ge=0, le=1_000_000_000), AfterValidator(_cents)]
"""An amount of money, or of hours, with at most two decimals."""
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2200, 12, 31))]
