"""How a contact can be reached, and what of it looks mistyped."""

import re
from collections.abc import Callable, Sequence

from netjournal.model.contact import ContactDraft
from netjournal.text import clean_line

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+")
_PHONE = re.compile(r"(\+?[\d\s()./\-\u2010-\u2015]+?)\s*((x|ext\.?|#)\s*\d+)?", re.IGNORECASE)
_DIGITS = range(3, 16)
_EMAILS = ("email addresses", "an email address")
_PHONES = ("phone numbers", "a phone number")


def doubts(draft: ContactDraft) -> dict[str, str]:
    """What looks mistyped, as a sentence per field; it is kept as typed all the same."""
    found = {
        "emails": _doubt(draft.emails, _is_an_email, _EMAILS),
        "phones": _doubt(draft.phones, _is_a_phone, _PHONES),
    }
    return {field: sentence for field, sentence in found.items() if sentence}


def _doubt(values: Sequence[str], looks_right: Callable[[str], bool], what: tuple[str, str]) -> str:
    odd = [value for value in map(clean_line, values) if value and not looks_right(value)]
    if not odd:
        return ""
    named = ", ".join(f"“{value}”" for value in odd)
    if len(odd) > 1:
        return f"{named} don't look like {what[0]}; they are kept as typed."
    return f"{named} doesn't look like {what[1]}; it is kept as typed."


def _is_an_email(text: str) -> bool:
    return _EMAIL.fullmatch(text) is not None


def _is_a_phone(text: str) -> bool:
    number = _PHONE.fullmatch(text)
    return number is not None and sum(map(str.isdigit, number[1])) in _DIGITS
