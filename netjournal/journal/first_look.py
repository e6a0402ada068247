"""The first look: Today as the last change left it, read before the journal itself is loaded."""

import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path

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
    """The inputs as JSON."""
    return json.dumps(asdict(inputs), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> TodayInputs:
    """The inputs from JSON; ValueError, TypeError or KeyError when it isn't theirs."""
    fields = json.loads(text)
    return TodayInputs(
        groups=fields["groups"],
        contacts=fields["contacts"],
        meetings=_meetings(fields["meetings"]),
        older_waiting=tuple(fields["older_waiting"]),
        latest=_meetings(fields["latest"]),
        invitations=tuple(TodayInvitation(**each) for each in fields["invitations"]),
        older_invitations=fields["older_invitations"],
        follow_ups=tuple(TodayFollowUp(**each) for each in fields["follow_ups"]),
        prep=tuple(
            TodayPrep(**{**each, "to_meet": tuple(each["to_meet"])}) for each in fields["prep"]
        ),
        week_begins=fields["week_begins"],
        weeks=tuple((first, n, e, c, p) for first, n, e, c, p in fields["weeks"]),
        last_invited=fields["last_invited"],
        reviewed=fields["reviewed"],
    )


def _dated(text: str, written_on: str) -> tuple[TodayInputs, date]:
    return decode(text), date.fromisoformat(written_on)


def _meetings(rows: list[dict[str, object]]) -> tuple[TodayMeeting, ...]:
    meetings = tuple(TodayMeeting(**row) for row in rows)  # type: ignore[arg-type]
    for meeting in meetings:
        datetime.fromisoformat(meeting.start)
    return meetings
