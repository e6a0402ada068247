"""The first look: read by plain sqlite3, it gives the same Today as the journal does."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from netjournal.insights.today import today
from netjournal.journal.first_look import decode, encode, first_look
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft, Rescheduled
from netjournal.model.meeting import LogEntry, MeetingDraft
from netjournal.model.reflection import Done
from netjournal.model.today import Today
from tests.conftest import SetClock
from tests.entries import TUESDAYS, at, fill, one_off

VERBS: tuple[Callable[[Journal], object], ...] = (
    lambda journal: journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS),
    lambda journal: journal.groups.revise(1, GroupDraft(name="Riverside “é” 👩‍👩‍👧")),
    lambda journal: journal.groups.reschedule(
        1, Rescheduled(schedule=None, applies_from=date(2026, 11, 24))
    ),
    lambda journal: journal.groups.state_value(1, "Worth it."),
    lambda journal: journal.contacts.add(ContactDraft(name="Zoe")),
    lambda journal: journal.contacts.archive(1),
    lambda journal: journal.meetings.log(
        one_off("2026-11-20T18:00"), LogEntry(energy=1, confidence=1, pushiness=1, met=("Zoe",))
    ),
    lambda journal: journal.meetings.add(MeetingDraft(start=at("2026-11-25T18:00"), title="Fair")),
    lambda journal: journal.meetings.revise(1, MeetingDraft(start=at("2026-11-19T18:00"))),
    lambda journal: journal.meetings.call_off(journal.meetings.occasion(2, date(2026, 11, 24))),
    lambda journal: journal.meetings.answer_planned_work(2, Done.YES),
    lambda journal: journal.meetings.note(2, "Anew"),
    lambda journal: journal.meetings.delete(2),
    lambda journal: journal.contacts.delete(2),
    lambda journal: journal.groups.delete(1),
    lambda journal: journal.undo(),
    lambda journal: journal.undo(),
    lambda journal: journal.redo(),
)


def looked(path: Path, clock: SetClock) -> Today | None:
    """Today, as the first look has it."""
    inputs = first_look(path, clock.now().date())
    return None if inputs is None else today(inputs, clock.now())


def test_after_every_verb_it_gives_the_same_today(
    journal: Journal, path: Path, clock: SetClock
) -> None:
    assert looked(path, clock) is None
    fill(journal)
    for verb in VERBS:
        verb(journal)
        journal.poll()
        seen = looked(path, clock)
        assert seen is not None
        assert seen == journal.today()


def test_for_two_weeks_it_gives_the_same_today_without_being_written_again(
    journal: Journal, path: Path, clock: SetClock
) -> None:
    fill(journal)
    journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS)
    journal.poll()
    start = clock.moment
    seen: list[Today | None] = []
    for hours in range(0, 24 * 15, 5):
        clock.moment = start + timedelta(hours=hours)
        seen.append(looked(path, clock))
    for hours, then in zip(range(0, 24 * 15, 5), seen, strict=True):
        clock.moment = start + timedelta(hours=hours)
        if clock.moment.date() <= start.date() + timedelta(days=14):
            assert then == journal.today()
        else:
            assert then is None


def test_it_is_of_no_use_before_its_own_day(journal: Journal, path: Path, clock: SetClock) -> None:
    fill(journal)
    clock.moment -= timedelta(days=1)
    assert looked(path, clock) is None


def test_it_is_ignored_once_the_journal_has_changed(
    journal: Journal, path: Path, clock: SetClock
) -> None:
    fill(journal)
    with journal._store.write("unseen") as writing:
        writing.session.connection().exec_driver_sql("DELETE FROM reflections")
    assert looked(path, clock) is None
    journal.today()
    assert looked(path, clock) == journal.today()


@pytest.mark.parametrize(
    "garbling",
    [
        "UPDATE first_look SET version = 999",
        "UPDATE first_look SET revision = revision - 1",
        "UPDATE first_look SET inputs = ''",
        "UPDATE first_look SET inputs = '[]'",
        "UPDATE first_look SET inputs = '{}'",
        "UPDATE first_look SET inputs = json_set(inputs, '$[2]', 5)",
        "UPDATE first_look SET inputs = 'null'",
        "UPDATE first_look SET inputs = substr(inputs, 1, 50)",
        "UPDATE first_look SET inputs = json_remove(inputs, '$[2][0][0]')",
        "UPDATE first_look SET inputs = replace(inputs, '2026-11-17T', '2026-13-17T')",
        "UPDATE first_look SET inputs = x'ff00'",
        "UPDATE first_look SET inputs = CAST(x'ff' AS TEXT)",
        "UPDATE first_look SET written_on = 'today'",
        "UPDATE first_look SET written_on = 5",
        "DELETE FROM first_look",
        "DROP TABLE first_look",
        "PRAGMA user_version = 999",
        "PRAGMA application_id = 1",
    ],
)
def test_what_is_stale_or_garbled_is_ignored(filled: Path, clock: SetClock, garbling: str) -> None:
    assert looked(filled, clock) is not None
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(garbling)
        connection.commit()
    assert looked(filled, clock) is None


def test_where_no_journal_is_there_is_nothing_to_look_at(path: Path, clock: SetClock) -> None:
    assert looked(path, clock) is None
    path.touch()
    assert looked(path, clock) is None
    assert path.stat().st_size == 0


def test_what_is_encoded_is_decoded_the_same(journal: Journal) -> None:
    fill(journal)
    inputs = journal._ledger.today_inputs()
    assert inputs.meetings
    assert inputs.latest
    assert decode(encode(inputs)) == inputs


def test_it_is_read_without_the_heavy_libraries(
    journal: Journal, path: Path, clock: SetClock
) -> None:
    fill(journal)
    journal.poll()
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from netjournal.journal.first_look import first_look\n"
        "assert first_look(Path(sys.argv[1]), date(2026, 11, 21)) is not None\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'pydantic', 'dateutil', 'alembic', 'click'}\n"
        "print(heavy & set(sys.modules) or 'light')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], check=True, capture_output=True, text=True
    )
    assert done.stdout == "light\n"


def test_a_change_is_kept_for_the_next_look_and_at_closing(
    journal: Journal, path: Path, clock: SetClock
) -> None:
    fill(journal)
    journal.poll()
    assert looked(path, clock) is not None
    journal.contacts.add(ContactDraft(name="Zoe"))
    assert looked(path, clock) is None
    journal.poll()
    assert looked(path, clock) == journal.today()
    journal.contacts.add(ContactDraft(name="Max"))
    expected = journal.today().contacts
    journal.contacts.add(ContactDraft(name="Eva"))
    journal.close()
    seen = looked(path, clock)
    assert seen is not None
    assert seen.contacts == expected + 1
