"""Options that take an amount."""

from decimal import Decimal

import click

from netjournal.amounts import read_amount
from netjournal.errors import InvalidError


def amount(_: click.Context, option: click.Parameter, words: str | None) -> Decimal | None:
    """Reads an amount of money, or of hours, as people type it."""
    try:
        return None if words is None else read_amount(words)
    except InvalidError as problem:
        raise InvalidError({option.name or "": str(problem)}) from None


def amounts(
    context: click.Context, option: click.Parameter, every: tuple[str, ...]
) -> tuple[Decimal, ...]:
    """Reads as many amounts as there are."""
    read = (amount(context, option, words) for words in every)
    return tuple(one for one in read if one is not None)
