"""The first look: Today as the last change left it, read before the journal itself is loaded."""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import starmap
from pathlib import Path
from typing import Any

from netjournal.model.today import (
    TodayFollowUp,
    TodayInputs,
    TodayInvitation,
    TodayMeeting,
    TodayPrep,
)
from netjournal.store import first_look as kept

GOOD_FOR = timedelta(days=14)
"""How long after its writing a first look still covers the days Today shows."""


def first_look(path: Path, today: date) -> TodayInputs | None:
    """What Today is made from, or None when it isn't there, is stale or can't be read."""
    found = kept.read(path, _dated)
    if found is None:
        return None
    inputs, written_on = found
    return inputs if timedelta(0) <= today - written_on <= GOOD_FOR else None


def encode(inputs: TodayInputs) -> str:
    """The inputs as JSON: each record a list, its fields in their order."""
    return json.dumps(inputs, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> TodayInputs:
    """The inputs from JSON; ValueError or TypeError when it isn't theirs."""
    found = TodayInputs(*json.loads(text))
    return found._replace(
        meetings=_meetings(found.meetings),
        older_waiting=tuple(found.older_waiting),
        latest=_meetings(found.latest),
        invitations=tuple(starmap(TodayInvitation, found.invitations)),
        follow_ups=tuple(starmap(TodayFollowUp, found.follow_ups)),
        prep=tuple(TodayPrep(group, no_why, tuple(met)) for group, no_why, met in found.prep),
        weeks=tuple((first, n, e, c, p) for first, n, e, c, p in found.weeks),
    )


def _dated(text: str, written_on: str) -> tuple[TodayInputs, date]:
    return decode(text), date.fromisoformat(written_on)


def _meetings(rows: Iterable[Iterable[Any]]) -> tuple[TodayMeeting, ...]:
    meetings = tuple(starmap(TodayMeeting, rows))
    for meeting in meetings:
        datetime.fromisoformat(meeting.start)
    return meetings
