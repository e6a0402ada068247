"""The conditions of a query that hold only where something is asked for."""

from collections.abc import Mapping, Sequence
from typing import Any


def stated(conditions: Mapping[str, tuple[str, object]]) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The conditions whose value is known, and those values by name.

    A condition comes with the name and the value of what it compares; None: isn't asked for.
    """
    known = {condition: named for condition, named in conditions.items() if named[1] is not None}
    return tuple(known), dict(known.values())


def where(conditions: Sequence[str]) -> str:
    """What a query ends with so that all conditions hold; nothing if there are none."""
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""
