"""A kind of option that takes one of the values the journal knows."""

from collections.abc import Iterable
from enum import StrEnum

import click


class OneOf(click.Choice[StrEnum]):
    """Takes the values of an enumeration, or some of them, in any case, and gives its member."""

    def __init__(self, values: Iterable[StrEnum]) -> None:
        super().__init__(values, case_sensitive=False)

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Values are typed; click would have members' names typed."""
        return str(choice).casefold()
