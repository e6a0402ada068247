"""Drafts: half-filled forms that outlive their program."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from tests.conftest import SetClock
from tests.entries import STEADY, one_off, present


def test_two_forms_on_one_meeting_keep_two_drafts(journal: Journal) -> None:
    for form in ("one", "two"):
        journal.drafts.keep(form, "reflection", "1|2026-11-17T07:00|Riverside", f'"{form}"')
    assert [draft.body for draft in journal.drafts.kept()] == ['"one"', '"two"']
    journal.drafts.drop("one")
    assert [draft.id for draft in journal.drafts.kept()] == ["two"]
    journal.drafts.drop("one")


def test_a_form_keeps_its_latest_state(journal: Journal, clock: SetClock) -> None:
    journal.drafts.keep("one", "contact", "", '"A"')
    clock.moment += timedelta(seconds=2)
    journal.drafts.keep("one", "contact", "Ana", '"Ana"')
    (draft,) = journal.drafts.kept()
    assert (draft.id, draft.form, draft.subject, draft.body) == ("one", "contact", "Ana", '"Ana"')
    assert draft.saved_at == clock.utc()


def test_drafts_are_listed_newest_first_and_by_form(journal: Journal, clock: SetClock) -> None:
    for number, form in enumerate(("contact", "reflection", "contact")):
        journal.drafts.keep(f"{number}", form, "", "{}")
        clock.moment += timedelta(minutes=1)
    assert [draft.id for draft in journal.drafts.kept()] == ["2", "1", "0"]
    assert [draft.id for draft in journal.drafts.kept("contact")] == ["2", "0"]
    assert journal.drafts.kept("group") == ()


def test_a_draft_outlives_its_program(journal: Journal, path: Path) -> None:
    journal.drafts.keep("one", "contact", "", '"Zoë 👩‍👩‍👧"')
    again = Journal.open(path)
    assert [draft.body for draft in again.drafts.kept()] == ['"Zoë 👩‍👩‍👧"']
    again.close()


def test_a_draft_moves_to_the_form_that_takes_it(journal: Journal) -> None:
    journal.drafts.keep("old", "contact", "Ana", '"Ana"')
    (kept,) = journal.drafts.kept()
    assert journal.drafts.take("old", "new") == replace(kept, id="new")
    assert journal.drafts.kept() == (replace(kept, id="new"),)
    with pytest.raises(NotFoundError):
        journal.drafts.take("old", "newer")


def test_saving_ends_the_draft_and_undo_does_not_bring_it_back(journal: Journal) -> None:
    for form in ("one", "two"):
        journal.drafts.keep(form, "reflection", "", "{}")
    journal.meetings.reflect(one_off("2026-11-20T08:00"), STEADY, draft_id="one")
    assert [draft.id for draft in journal.drafts.kept()] == ["two"]
    journal.undo()
    assert [draft.id for draft in journal.drafts.kept()] == ["two"]


def test_a_save_that_is_refused_keeps_the_draft(journal: Journal) -> None:
    journal.drafts.keep("one", "reflection", "", "{}")
    for said, roster in ((replace(STEADY, energy=9), None), (STEADY, present(""))):
        with pytest.raises(InvalidError):
            journal.meetings.reflect(one_off("2026-11-20T08:00"), said, roster, draft_id="one")
    assert [draft.id for draft in journal.drafts.kept()] == ["one"]


def test_drafts_are_no_steps(journal: Journal) -> None:
    journal.drafts.keep("one", "contact", "", "{}")
    journal.drafts.take("one", "two")
    journal.drafts.drop("two")
    assert journal.last_step() is None
