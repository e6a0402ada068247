"""Filling a journal: every row keeps the rules, nothing of it is in the history, all is derived."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netjournal.errors import ConflictError, NotFoundError
from netjournal.journal.filling import rows
from netjournal.journal.first_look import first_look
from netjournal.journal.journal import Journal
from netjournal.model.change import Change, Noun
from netjournal.model.contact import ContactDraft
from netjournal.sample.crowd import crowd
from netjournal.sample.life import life
from netjournal.sample.sample import Sample
from netjournal.store.rules import valid
from netjournal.store.tables import RECORDED

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "sample",
    [life(1, TODAY), life(7, date(2027, 3, 1)), crowd(TODAY, contacts=50, meetings=50)],
    ids=["life", "another life", "crowd"],
)
def test_every_row_keeps_the_rules_of_its_table(sample: Sample) -> None:
    for row_type, row in rows(sample):
        assert {"id", *row} == set(row_type.model_fields)
        ruled = valid(row_type, row).model_dump()
        assert {name: ruled[name] for name in row} == row


def test_a_life_has_rows_in_every_table() -> None:
    assert {row_type for row_type, _ in rows(life(1, TODAY))} == set(RECORDED)


def test_what_was_filled_in_can_be_read(journal: Journal) -> None:
    journal.fill(life(1, TODAY))
    assert len(journal.groups.lines()) == 7
    assert journal.today().contacts == 163
    circle = journal.groups.named("circle")
    assert circle.value_statement == "People I know and like."


def test_contacts_and_notes_are_found(journal: Journal) -> None:
    sample = life(1, TODAY)
    journal.fill(sample)
    someone = next(iter(sample.contacts)).draft.name
    (found,) = journal.contacts.match(someone, 1)
    assert found.name == someone


def test_it_leaves_no_step_and_a_first_look(journal: Journal, path: Path) -> None:
    journal.fill(life(1, TODAY))
    assert journal.last_step() is None
    with pytest.raises(NotFoundError):
        journal.undo()
    look = first_look(path, TODAY)
    assert look is not None
    assert look.groups == 7


def test_whoever_listens_is_told(journal: Journal) -> None:
    heard: list[Change] = []
    journal.changes.subscribe(heard.append)
    journal.fill(life(1, TODAY))
    assert heard[0].nouns == frozenset(Noun)


def test_a_journal_that_holds_something_is_left_as_it_is(journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    with pytest.raises(ConflictError):
        journal.fill(life(1, TODAY))
    assert journal.today().contacts == 1
    assert not journal.groups.lines()


def test_a_sample_that_breaks_off_leaves_nothing(journal: Journal) -> None:
    sample = life(1, TODAY)
    (first, *others) = sample.meetings
    twice = replace(sample, meetings=[first, first, *others])
    with pytest.raises(ConflictError):
        journal.fill(twice)
    assert journal.today().contacts == 0


def test_nothing_refers_to_what_is_not_there(journal: Journal, path: Path) -> None:
    journal.fill(life(1, TODAY))
    journal.close()
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
