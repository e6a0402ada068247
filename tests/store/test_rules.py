"""The tables' rules: what breaks one is refused with a sentence for its field."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from netjournal.errors import ConflictError, InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import Client, ContactDraft, Referable, Successful
from netjournal.model.group import (
    Commitment,
    GroupDraft,
    Kind,
    Period,
    Rescheduled,
    Sincerity,
    Status,
)
from netjournal.model.meeting import MeetingDraft
from netjournal.model.reflection import Done
from netjournal.model.schedule import Schedule
from netjournal.store import reflections
from tests.entries import STEADY, TUESDAYS, at, fill, one_off, present
from tests.store.damage import content

LONG_LINE = "x" * 10_001
LONG_TEXT = "x" * 65_537
START = at("2026-11-20T08:00")
Verb = Callable[[Journal], object]


def contact(**fields: Any) -> Verb:
    """Adding a contact."""
    return lambda journal: journal.contacts.add(ContactDraft(**{"name": "Ana", **fields}))


def group(**fields: Any) -> Verb:
    """Joining a group."""
    return lambda journal: journal.groups.join(GroupDraft(**{"name": "Riverside", **fields}))


def schedule(**fields: Any) -> Verb:
    """Joining a group that meets so."""
    return lambda journal: journal.groups.join(
        GroupDraft(name="Riverside"), replace(TUESDAYS, **fields)
    )


def meeting(**fields: Any) -> Verb:
    """Adding a meeting."""
    return lambda journal: journal.meetings.add(MeetingDraft(**{"start": START, **fields}))


def reflection(**fields: Any) -> Verb:
    """Reflecting on a meeting."""
    return lambda journal: journal.meetings.reflect(
        one_off("2026-11-20T08:00"), replace(STEADY, **fields)
    )


def there(**fields: Any) -> Verb:
    """Reflecting on a meeting where someone was."""
    someone = AttendanceDraft(**{"name": "Ana", **fields})
    return lambda journal: journal.meetings.reflect(one_off("2026-11-20T08:00"), STEADY, (someone,))


@pytest.mark.parametrize(
    ("verb", "field", "sentence"),
    [
        (contact(name=""), "name", "Name is empty; type one."),
        (contact(name=" \x1b\n "), "name", "Name is empty"),
        (contact(name=LONG_LINE), "name", "Name is longer than 10,000 characters"),
        (contact(organisation=LONG_LINE), "organisation", "Organisation is longer"),
        (contact(why=LONG_TEXT), "why", "Why is longer than 65,536 characters"),
        (contact(notes=LONG_TEXT), "notes", "Notes is longer"),
        (contact(cadence_days=0), "cadence_days", "Cadence days can't be less than 1"),
        (contact(cadence_days=3_651), "cadence_days", "can't be more than 3650"),
        (contact(client="enemy"), "client", "is one of 'never', 'prospect', 'client' or 'past'"),
        (contact(tags=(LONG_LINE,)), "tags", "longer"),
        (group(name="\u202e"), "name", "Name is empty"),
        (group(interest=0), "interest", "Interest goes from 1 to 5; 0 is outside"),
        (group(interest=6), "interest", "6 is outside"),
        (group(interest="many"), "interest", "isn't a whole number"),
        (group(size=-1), "size", "Size can't be less than 0"),
        (group(travel_minutes=10_081), "travel_minutes", "Travel minutes can't be more than"),
        (group(dues=Decimal("-0.01")), "dues", "Dues can't be less than 0"),
        (group(dues=Decimal("1.001")), "dues", "Dues has more than two decimals"),
        (group(fee=Decimal("0.005")), "fee", "Fee has more than two decimals"),
        (group(fee=Decimal("NaN")), "fee", "Fee "),
        (group(willing_hours=Decimal("1e10")), "willing_hours", "can't be more than"),
        (group(dues="a lot"), "dues", "Dues isn't a number"),
        (
            group(joined_on=date(2026, 2, 1), left_on=date(2026, 1, 31)),
            "left_on",
            "Left on is before the day it was joined.",
        ),
        (
            group(experiment_from=date(2026, 2, 1), experiment_until=date(2026, 1, 31)),
            "experiment_until",
            "Experiment until is before the experiment begins.",
        ),
        (group(joined_on=date(1026, 2, 1)), "joined_on", "can't be less than 1900-01-01"),
        (schedule(rule="FREQ=SECONDLY"), "rule", ""),
        (schedule(rule="every blue moon"), "rule", ""),
        (schedule(rule="FREQ=WEEKLY;INTERVAL=0"), "rule", ""),
        (schedule(rule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "rule", "no date"),
        (schedule(duration_minutes=0), "duration_minutes", "can't be less than 1"),
        (meeting(cancelled=True, missed=True), "missed", "called off can't have been missed"),
        (meeting(duration_minutes=0), "duration_minutes", "can't be less than 1"),
        (meeting(headcount=-1), "headcount", "can't be less than 0"),
        (meeting(title=LONG_LINE), "title", "longer"),
        (reflection(energy=0), "energy", "Energy goes from 1 to 5; 0 is outside."),
        (reflection(confidence=6), "confidence", "Confidence goes from 1 to 5; 6 is outside."),
        (reflection(pushiness=-1), "pushiness", "Pushiness goes from 1 to 5; -1 is outside."),
        (reflection(energy=None), "energy", "Energy is missing"),
        (reflection(energy=2.5), "energy", "isn't a whole number"),
        (reflection(energy_before=6), "energy_before", "Energy before goes from 1 to 5"),
        (reflection(opportunities=-1), "opportunities", "can't be less than 0"),
        (reflection(notes=LONG_TEXT), "notes", "Notes is longer"),
        (reflection(gives=("x" * 40_000, "y" * 40_000)), "gives", "Gives is longer"),
        (there(name=""), "name", "Name is empty"),
        (there(note=LONG_TEXT), "note", "Note is longer"),
    ],
)
def test_what_breaks_a_rule_is_refused_and_nothing_saved(
    journal: Journal, path: Path, verb: Verb, field: str, sentence: str
) -> None:
    before = content(path)
    with pytest.raises(InvalidError) as refusal:
        verb(journal)
    assert list(refusal.value.fields) == [field]
    assert sentence in refusal.value.fields[field]
    assert refusal.value.fields[field].endswith(".")
    assert content(path) == before


def test_every_broken_rule_is_named(journal: Journal) -> None:
    with pytest.raises(InvalidError) as refusal:
        group(name="", interest=9, dues=Decimal("0.001"))(journal)
    assert set(refusal.value.fields) == {"name", "interest", "dues"}
    assert all(sentence in str(refusal.value) for sentence in refusal.value.fields.values())


@pytest.mark.parametrize(
    "verb",
    [
        contact(cadence_days=3_650, why="x" * 65_536, name="x" * 10_000),
        group(interest=5, dues=Decimal("0.10"), size=100_000),
        group(joined_on=date(2026, 1, 1), left_on=date(2026, 1, 1)),
        schedule(duration_minutes=7 * 24 * 60),
        meeting(headcount=0),
        reflection(energy=1, confidence=5, opportunities=0),
    ],
)
def test_what_just_keeps_the_rules_is_saved(journal: Journal, verb: Verb) -> None:
    verb(journal)
    assert journal.last_step() is not None


def test_revising_keeps_the_rules_too(journal: Journal, path: Path) -> None:
    fill(journal)
    before = content(path)
    revisions: list[tuple[Callable[[], object], str]] = [
        (lambda: journal.contacts.revise(1, ContactDraft(name="")), "name"),
        (lambda: journal.groups.revise(1, GroupDraft(name="A", interest=6)), "interest"),
        (
            lambda: journal.meetings.revise(1, MeetingDraft(start=START, headcount=-1)),
            "headcount",
        ),
        (lambda: journal.meetings.note(1, LONG_TEXT), "notes"),
    ]
    for verb, field in revisions:
        with pytest.raises(InvalidError) as refusal:
            verb()
        assert list(refusal.value.fields) == [field]
    assert content(path) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE contacts SET name = ''",
        "UPDATE contacts SET client = 'NEVER'",
        "UPDATE contacts SET cadence_days = 0",
        "UPDATE contact_details SET kind = 'fax'",
        "UPDATE contact_details SET value = ''",
        "UPDATE groups SET name = ''",
        "UPDATE groups SET status = 'MEMBER'",
        "UPDATE groups SET interest = 6",
        "UPDATE groups SET joined_on = '2026-01-02', left_on = '2026-01-01'",
        "UPDATE schedules SET duration_minutes = 0",
        "UPDATE meetings SET cancelled = 1, missed = 1",
        "UPDATE meetings SET start = '2026-11-20T08:00:00' WHERE id = 1",
        "UPDATE meetings SET start = '2026-02-30T08:00' WHERE id = 1",
        "UPDATE meetings SET start = '2026-11-03T07:00' WHERE id = 2",
        "UPDATE reflections SET energy = 0",
        "UPDATE reflections SET opportunities = -1",
        "UPDATE reflections SET meeting_id = 1 WHERE meeting_id = 2",
        "UPDATE attendances SET contact_id = 999",
        "INSERT INTO attendances (meeting_id, contact_id, note) VALUES (1, 1, '')",
        "UPDATE interactions SET kind = 'dream'",
        "INSERT INTO interaction_contacts (interaction_id, contact_id, position) VALUES (1, 1, 1)",
        "UPDATE interaction_contacts SET contact_id = 999",
        "UPDATE follow_ups SET what = ''",
        "UPDATE follow_ups SET fit = 'superb'",
        "UPDATE follow_ups SET answered = 1",
        "UPDATE referrals SET level = 6",
        "UPDATE referrals SET status = 'WON'",
        "UPDATE referrals SET direction = 'sideways'",
        "UPDATE referrals SET prospect_id = partner_id",
        "UPDATE referrals SET source_id = id",
        "UPDATE business SET amount = 0",
        "UPDATE business SET origin = 'cold'",
        "UPDATE business SET referral_id = 999",
        "UPDATE invitations SET outcome = 'maybe'",
        "INSERT INTO invitations (meeting_id, contact_id, sent_on, outcome) "
        "SELECT meeting_id, contact_id, sent_on, outcome FROM invitations",
    ],
)
def test_the_file_itself_refuses_what_breaks_a_rule(filled: Path, statement: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)


def test_what_the_file_refuses_is_a_conflict(journal: Journal, path: Path) -> None:
    before = content(path)
    with pytest.raises(ConflictError), journal._store.write("An id nobody has") as writing:
        reflections.put_roster(writing.session, 999, [(999, AttendanceDraft(name="Ana"))])
    assert content(path) == before


def test_two_contacts_may_share_a_name_and_two_groups_may_not(journal: Journal) -> None:
    contact()(journal)
    contact()(journal)
    assert journal.contacts.count() == 2
    group()(journal)
    with pytest.raises(InvalidError, match="already a group named RÍVERSIDE"):
        group(name=" RÍVERSIDE ")(journal)
    other = journal.groups.join(GroupDraft(name="Chamber"))
    with pytest.raises(InvalidError, match="already a group"):
        journal.groups.revise(other, GroupDraft(name="riverside"))
    journal.groups.revise(other, GroupDraft(name="CHAMBER"))


def test_values_are_kept_as_they_are_said(journal: Journal, path: Path) -> None:
    journal.contacts.add(
        ContactDraft(
            name="Ana",
            successful=Successful.UNSURE,
            client=Client.PAST,
            could_refer=Referable.NOT_YET,
        )
    )
    journal.groups.join(
        GroupDraft(
            name="Riverside",
            kind=Kind.REFERRAL,
            status=Status.TRIAL,
            commitment=Commitment.ALL_IN,
            sincerity=Sincerity.BOOSTING,
            dues=Decimal("120.50"),
            dues_period=Period.QUARTER,
            fee=Decimal("0.07"),
            willing_hours=Decimal("6.5"),
            joined_on=date(2026, 1, 31),
        ),
        Schedule(rule="FREQ=WEEKLY", anchor=date(2026, 11, 17), start_time=time(7, 5)),
    )
    journal.meetings.reflect(
        one_off("2026-11-20T08:00"),
        replace(STEADY, gives=("a lead", "time"), planned_work="x", planned_done=Done.PARTLY),
        present("Li"),
    )

    def kept(query: str) -> tuple[Any, ...]:
        with closing(sqlite3.connect(path)) as connection:
            (row,) = connection.execute(query).fetchall()
            return tuple(row)

    assert kept("SELECT successful, client, could_refer FROM contacts WHERE id = 1") == (
        "unsure",
        "past",
        "not yet",
    )
    assert kept("SELECT kind, status, commitment, sincerity, dues_period FROM groups") == (
        "referral",
        "trial",
        "all in",
        "boosting",
        "quarter",
    )
    amounts = kept("SELECT dues, fee, willing_hours FROM groups")
    assert (amounts, [type(amount) for amount in amounts]) == ((12050, 7, 650), [int] * 3)
    assert kept("SELECT joined_on, added_on FROM groups") == ("2026-01-31", "2026-11-21")
    assert kept("SELECT start_time FROM schedules") == ("07:05",)
    assert kept("SELECT start FROM meetings") == ("2026-11-20T08:00",)
    assert kept("SELECT gives, planned_done, written_at FROM reflections") == (
        "a lead\ntime",
        "partly",
        "2026-11-21T12:00:00Z",
    )
    found = journal.groups.get(1)
    assert (found.dues, found.fee, found.willing_hours) == (
        Decimal("120.50"),
        Decimal("0.07"),
        Decimal("6.5"),
    )
    assert (found.kind, found.commitment) == (Kind.REFERRAL, Commitment.ALL_IN)
    assert journal.meetings.get(1).start == START


@pytest.mark.parametrize(
    "verb",
    [
        lambda journal: journal.contacts.get(9),
        lambda journal: journal.contacts.card(9),
        lambda journal: journal.contacts.revise(9, ContactDraft(name="Ana")),
        lambda journal: journal.contacts.archive(9),
        lambda journal: journal.contacts.delete(9),
        lambda journal: journal.groups.get(9),
        lambda journal: journal.groups.revise(9, GroupDraft(name="A")),
        lambda journal: journal.groups.reschedule(
            9, Rescheduled(schedule=TUESDAYS, applies_from=None)
        ),
        lambda journal: journal.groups.state_value(9, "Worth it"),
        lambda journal: journal.groups.delete(9),
        lambda journal: journal.meetings.get(9),
        lambda journal: journal.meetings.revise(9, MeetingDraft(start=START)),
        lambda journal: journal.meetings.note(9, "x"),
        lambda journal: journal.meetings.answer_planned_work(9, Done.YES),
        lambda journal: journal.meetings.delete(9),
        lambda journal: journal.meetings.occasion(9),
        lambda journal: journal.drafts.take("gone", "new"),
    ],
)
def test_what_is_not_there_is_said_to_be_gone(journal: Journal, path: Path, verb: Verb) -> None:
    with pytest.raises(NotFoundError, match="no longer"):
        verb(journal)
    assert journal.last_step() is None
