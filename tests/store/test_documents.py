"""Documents: every record is found by its words as they are now, last written first."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.change import Noun
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.me import MeDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.sample.life import life
from netjournal.store import derived
from tests.entries import STEADY, TUESDAYS, at, one_off, present
from tests.store.damage import content

TODAY = date(2026, 11, 21)
CALL = InteractionDraft(kind=InteractionKind.CALL, day=TODAY, contact_ids=(1,))


def found(journal: Journal, words: str) -> list[tuple[Noun, str]]:
    """What words find, each by its noun and its title."""
    return [(hit.noun, hit.title) for hit in journal.search(words).hits]


def documents(path: Path) -> list[tuple[object, ...]]:
    """Every document, by its id."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT d.id, d.noun, record_id, title, words FROM documents d "
            "LEFT JOIN document_words w ON w.rowid = d.id ORDER BY d.id"
        ).fetchall()


@pytest.fixture
def ana(journal: Journal) -> Journal:
    """A journal that knows Ana."""
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    return journal


@pytest.mark.parametrize(
    "field",
    [
        "organisation",
        "role",
        "location",
        "classification",
        "why",
        "good_referral",
        "goals",
        "accomplishments",
        "interests",
        "networks",
        "skills",
        "how_met",
        "notes",
    ],
)
def test_a_contact_is_found_by_every_word_on_their_card(ana: Journal, field: str) -> None:
    said: dict[str, Any] = {"name": "Ana Ruiz", field: "about kites"}
    ana.contacts.revise(1, ContactDraft(**said))
    assert found(ana, "kites") == [(Noun.CONTACT, "Ana Ruiz")]


@pytest.mark.parametrize("field", ["emails", "phones", "links", "tags"])
def test_a_contact_is_found_by_what_they_have_several_of(ana: Journal, field: str) -> None:
    said: dict[str, Any] = {"name": "Ana Ruiz", field: ("1", "kites.x")}
    ana.contacts.revise(1, ContactDraft(**said))
    assert found(ana, "kites") == [(Noun.CONTACT, "Ana Ruiz")]


@pytest.mark.parametrize(
    "field", ["purpose", "motive", "experiment", "experiment_outcome", "notes"]
)
def test_a_group_is_found_by_what_is_said_of_it(journal: Journal, field: str) -> None:
    said: dict[str, Any] = {"name": "Riverside", field: "kites"}
    journal.groups.join(GroupDraft(**said), TUESDAYS)
    assert found(journal, "kites") == found(journal, "river") == [(Noun.GROUP, "Riverside")]


def test_a_group_is_found_by_each_of_its_value_statements(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS, "People who ring back.")
    journal.groups.state_value(group, "Kites.")
    assert found(journal, "ring") == found(journal, "kites") == [(Noun.GROUP, "Riverside")]


@pytest.mark.parametrize("field", ["notes", "received", "planned_work", "gives", "asks"])
def test_a_meeting_is_found_by_its_reflection(journal: Journal, field: str) -> None:
    said: dict[str, Any] = {field: ("kites",) if field in ("gives", "asks") else "kites"}
    journal.meetings.reflect(one_off("2026-11-02T08:00"), replace(STEADY, **said))
    [hit] = journal.search("kites").hits
    assert (hit.noun, hit.title, hit.day) == (Noun.MEETING, "Breakfast", "2026-11-02")


def test_a_meeting_is_found_by_what_was_noted_of_someone_there(journal: Journal) -> None:
    there = AttendanceDraft(name="Ana Ruiz", note="builds kites")
    journal.meetings.reflect(one_off("2026-11-02T08:00"), STEADY, (there, *present("Li Wei")))
    assert found(journal, "ana kites") == [(Noun.MEETING, "Breakfast")]
    assert found(journal, "li") == [(Noun.CONTACT, "Li Wei")]


def test_a_meeting_is_found_by_its_group_its_title_and_its_place(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    start = at("2026-11-02T08:00")
    journal.meetings.add(MeetingDraft(start=start, title="Fair", place="Mill", group_id=group))
    assert found(journal, "river fair mill") == [(Noun.MEETING, "Riverside")]
    journal.meetings.add(MeetingDraft(start=start, place="Quay"))
    assert found(journal, "quay") == [(Noun.MEETING, "One-off")]


def test_an_interaction_is_found_by_its_kind_its_note_and_all_it_was_with(ana: Journal) -> None:
    ana.contacts.add(ContactDraft(name="Li Wei"))
    ana.interactions.add(replace(CALL, contact_ids=(2, 1), note="About kites."))
    [hit] = ana.search("call kites ana li").hits
    assert (hit.noun, hit.title) == (Noun.INTERACTION, "Li Wei, Ana Ruiz")
    assert (hit.day, hit.contact_id) == ("2026-11-21", 2)


@pytest.mark.parametrize(
    ("due", "done_on", "day"),
    [
        (date(2026, 11, 30), None, "2026-11-30"),
        (date(2026, 11, 30), date(2026, 11, 20), "2026-11-20"),
        (None, None, "2026-11-21"),
    ],
)
def test_a_follow_up_is_found_by_what_is_to_be_done(
    ana: Journal, due: date | None, done_on: date | None, day: str
) -> None:
    ana.follow_ups.add(FollowUpDraft(contact_id=1, what="Send kites", due=due, done_on=done_on))
    [hit] = ana.search("kites ana").hits
    assert (hit.noun, hit.title, hit.contact_id, hit.day) == (Noun.FOLLOW_UP, "Ana Ruiz", 1, day)


def test_a_referral_is_found_by_whom_it_is_about_its_group_and_its_note(ana: Journal) -> None:
    group = ana.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    said = ReferralDraft(
        direction=Direction.GIVEN, day=TODAY, partner_id=1, group_id=group, note="Builds kites."
    )
    ana.referrals.add(said, prospect="Li Wei")
    [hit] = ana.search("referral given li river kites").hits
    assert (hit.noun, hit.title, hit.contact_id) == (Noun.REFERRAL, "Ana Ruiz", 1)
    assert hit.day == f"{TODAY}"
    ana.contacts.revise(2, ContactDraft(name="Zoe"))
    ana.groups.revise(group, GroupDraft(name="Quayside"))
    assert found(ana, "zoe quay kites") == [(Noun.REFERRAL, "Ana Ruiz")]
    ana.contacts.delete(2)
    assert found(ana, "zoe") == []


def test_i_am_found_by_what_i_say_of_myself(journal: Journal) -> None:
    journal.me.revise(MeDraft(why="Kites.", pitch="I print."))
    assert found(journal, "kites print") == [(Noun.ME, "Me")]
    journal.undo()
    assert found(journal, "kites") == []


def test_a_contact_is_found_by_their_places_in_groups(ana: Journal) -> None:
    group = ana.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    ana.memberships.add(MembershipDraft(contact_id=1, group_id=group, role="treasurer"))
    assert found(ana, "ana river treas") == [(Noun.CONTACT, "Ana Ruiz")]
    ana.groups.revise(group, GroupDraft(name="Hillside"))
    assert found(ana, "ana hill") == [(Noun.CONTACT, "Ana Ruiz")]
    ana.memberships.delete(1)
    assert found(ana, "treas") == []


def test_what_was_written_last_is_found_first(ana: Journal) -> None:
    ana.contacts.revise(1, ContactDraft(name="Ana Ruiz", notes="Kites."))
    ana.contacts.add(ContactDraft(name="Li Wei", notes="Kites."))
    ana.interactions.add(replace(CALL, note="Kites."))
    nouns = [(Noun.INTERACTION, "Ana Ruiz"), (Noun.CONTACT, "Li Wei"), (Noun.CONTACT, "Ana Ruiz")]
    assert found(ana, "kites") == nouns
    ana.contacts.revise(1, ContactDraft(name="Ana Ruiz", notes="More kites."))
    assert found(ana, "kites") == [nouns[2], *nouns[:2]]
    ana.undo()
    assert found(ana, "kites") == [nouns[2], *nouns[:2]]


def test_what_only_repeats_a_name_keeps_its_place(ana: Journal, path: Path) -> None:
    group = ana.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    ana.meetings.add(MeetingDraft(start=at("2026-11-02T08:00"), group_id=group))
    ana.interactions.add(replace(CALL, group_id=group, note="Kites."))
    ana.follow_ups.add(FollowUpDraft(contact_id=1, what="Send kites"))
    before = documents(path)
    ana.groups.revise(group, GroupDraft(name="Hillside"))
    ana.contacts.revise(1, ContactDraft(name="Anna Maier"))
    after = documents(path)
    assert [row[1:3] for row in after[:3]] == [row[1:3] for row in before[2:]]
    assert [row[1] for row in after] == ["meeting", "interaction", "follow-up", "group", "contact"]
    assert found(ana, "riverside") == found(ana, "ruiz") == []
    assert {noun for noun, _ in found(ana, "anna")} == {
        Noun.CONTACT,
        Noun.INTERACTION,
        Noun.FOLLOW_UP,
    }
    assert {noun for noun, _ in found(ana, "hillside")} == {
        Noun.GROUP,
        Noun.MEETING,
        Noun.INTERACTION,
    }


def test_what_others_lose_by_a_deletion_keeps_its_place(ana: Journal) -> None:
    ana.meetings.reflect(
        one_off("2026-11-02T08:00"), STEADY, (AttendanceDraft(contact_id=1, name="Ana Ruiz"),)
    )
    ana.contacts.add(ContactDraft(name="Li Wei", notes="Breakfast."))
    ana.contacts.delete(1)
    assert found(ana, "ana") == []
    assert found(ana, "breakfast") == [(Noun.CONTACT, "Li Wei"), (Noun.MEETING, "Breakfast")]


def test_what_is_deleted_is_found_no_more_until_that_is_undone(ana: Journal, path: Path) -> None:
    ana.interactions.add(replace(CALL, note="Kites."))
    ana.follow_ups.add(FollowUpDraft(contact_id=1, what="Send kites"))
    ana.contacts.delete(1)
    assert documents(path) == []
    ana.undo()
    assert len(found(ana, "ana")) == 3


def test_a_change_of_no_word_writes_no_document(ana: Journal, path: Path) -> None:
    ana.contacts.add(ContactDraft(name="Li Wei"))
    before = documents(path)
    ana.contacts.archive(1)
    assert documents(path) == before


def test_derived_anew_each_document_keeps_its_place(ana: Journal, path: Path) -> None:
    ana.contacts.add(ContactDraft(name="Li Wei"))
    ana.interactions.add(CALL)
    ana.contacts.revise(1, ContactDraft(name="Anna Ruiz"))
    before = documents(path)
    with ana._store.keep() as session:
        derived.refresh_all(session.connection())
    assert documents(path) == before


def test_what_the_index_lost_is_found_again_once_it_is_derived_anew(ana: Journal) -> None:
    ana.interactions.add(CALL)
    with ana._store.keep() as session:
        connection = session.connection()
        connection.exec_driver_sql("DELETE FROM documents")
        connection.exec_driver_sql(
            "INSERT INTO documents (id, noun, record_id) VALUES (7, 'meeting', 7)"
        )
    assert found(ana, "ana") == []
    with ana._store.keep() as session:
        derived.refresh_all(session.connection())
    assert found(ana, "ana") == [(Noun.INTERACTION, "Ana Ruiz"), (Noun.CONTACT, "Ana Ruiz")]


def test_what_is_filled_in_is_found_by_when_it_was_written(journal: Journal, path: Path) -> None:
    journal.fill(life(1, TODAY))
    days = [hit.day for hit in journal.search("riverside").hits if hit.noun is Noun.MEETING]
    assert len(days) > 10
    assert days == sorted(days, key=str, reverse=True)
    assert len(content(path, "document_words")["document_words"]) == len(documents(path))
