"""What tests of the reflection form share: a group that met, and keys."""

from datetime import date, datetime, time

import pytest
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import Meeting
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.screens.reflect import ReflectScreen
from tests.ui.conftest import StandingClock, settle

TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU",
    anchor=date(2026, 11, 17),
    start_time=time(7),
    duration_minutes=90,
)
LAST = date(2026, 11, 17)
BEFORE = date(2026, 11, 10)
NAMES = ("Ana Ruiz", "Jo March", "Li Wei", "Zoë Ünal")


@pytest.fixture
def riverside(journal: Journal, clock: StandingClock) -> int:
    """A group that met yesterday and, with four people, a week before that."""
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-11-01T09:00")
    group = journal.groups.join(GroupDraft(name="BNI Riverside"), TUESDAYS)
    clock.moment = now
    ratings = ReflectionDraft(energy=3, confidence=3, pushiness=3)
    there = tuple(AttendanceDraft(name=name) for name in NAMES)
    journal.meetings.reflect(journal.meetings.occasion(group, BEFORE), ratings, there)
    journal.meetings.miss(journal.meetings.occasion(group, date(2026, 11, 3)))
    return group


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys; a text of several words or letters marked by a quote is typed."""
    for key in keys:
        if key.startswith("'"):
            await pilot.press(*("space" if letter == " " else letter for letter in key[1:]))
        else:
            await pilot.press(key)
        await settle(pilot)


async def begin(pilot: Pilot[None], journal: Journal, day: date = LAST) -> ReflectScreen:
    """Opens the form on the group's meeting on a day."""
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, NetjournalApp)
    form = ReflectScreen(app.desk, journal.meetings.occasion(1, day))
    await app.push_screen(form)
    await settle(pilot)
    return form


def saved(journal: Journal, day: date = LAST) -> Meeting:
    """What is recorded of the group's meeting on a day."""
    meeting = journal.meetings.form(journal.meetings.occasion(1, day)).meeting
    assert meeting is not None
    return meeting


def names(meeting: Meeting) -> list[str]:
    return [person.name for person in meeting.attendances]
