"""Reads amounts of money as people type them, and says them."""

import re
from decimal import Decimal

from netjournal.errors import InvalidError

_CURRENCY = re.compile(r"^[€$£¥₹]\s*|\s*[€$£¥₹]$")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_THOUSANDS = re.compile(
    r"(?P<whole>[+-]?[1-9][0-9]{0,2}(?P<by>[,.' \u2019\u00a0\u202f])[0-9]{3}"
    r"(?:(?P=by)[0-9]{3})*)(?:(?!(?P=by))[.,](?P<part>[0-9]+))?"
)
_LONGEST = 30


def read_amount(words: str) -> Decimal:
    """The amount that "12.50", "12,50", "1,200", "1 200.00" or "€ 1.200,50" mean.

    InvalidError says in its field `amount` what can be typed.
    """
    text = _CURRENCY.sub("", words.strip())[: _LONGEST + 1]
    if len(text) > _LONGEST or not (grouped := _THOUSANDS.fullmatch(text)):
        if len(text) <= _LONGEST and _PLAIN.fullmatch(text):
            return Decimal(text.replace(",", "."))
        raise _refused(text, "isn't an amount")
    whole, part = grouped["whole"], grouped["part"]
    # With a comma three digits are thousands, for nobody writes 1,200 for 1.2.
    if grouped["by"] == "." and whole.count(".") == 1 and part is None:
        raise _refused(text, "has three decimals, or is meant without the point")
    return Decimal(".".join(filter(None, (re.sub("[^0-9+-]", "", whole), part))))


def say_amount(amount: Decimal, currency: str = "") -> str:
    """An amount with decimals only where it has any, after its currency if that is known."""
    decimals = 0 if amount == amount.to_integral_value() else 2
    return f"{currency} {amount:,.{decimals}f}".strip()


def _refused(text: str, why: str) -> InvalidError:
    shown = f"{text[: _LONGEST - 1]}…" if len(text) > _LONGEST else text
    return InvalidError({"amount": f"“{shown}” {why}; type it such as 1200 or 12.50."})
