"""What can be done with contacts."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from netjournal.errors import InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import (
    Client,
    ContactDraft,
    ContactLine,
    Facet,
    Look,
    Order,
    Referable,
)
from netjournal.model.group import GroupDraft
from tests.conftest import NOON, SetClock
from tests.entries import STEADY, TUESDAYS, one_off, present

FULL = ContactDraft(
    name="Ana Ruiz",
    organisation="Ruiz & Sons",
    role="Owner",
    emails=("ana@ruiz.example", "a@home.example"),
    phones=("+34 600", "+34 700"),
    links=("https://ruiz.example",),
    location="Sevilla",
    classification="Printer",
    why="Her father's press.",
    good_referral="Publishers",
    tags=("print", "north"),
    client=Client.PROSPECT,
    could_refer=Referable.YES,
    re_evaluate=True,
    cadence_days=30,
    notes="Runs.\nAsks.",
)


def names(lines: tuple[ContactLine, ...]) -> list[str]:
    """The names on lines."""
    return [line.name for line in lines]


def test_a_contact_is_read_back_as_they_were_said(journal: Journal) -> None:
    contact = journal.contacts.get(journal.contacts.add(FULL))
    assert all(getattr(contact, name) == getattr(FULL, name) for name in FULL.__dataclass_fields__)


def test_a_revised_contact_has_what_was_said_last(journal: Journal) -> None:
    ana = journal.contacts.add(FULL)
    journal.contacts.revise(
        ana, ContactDraft(name="Ana", emails=("new@ruiz.example",), tags=("north", " ", "north"))
    )
    contact = journal.contacts.get(ana)
    assert (contact.name, contact.emails, contact.phones) == ("Ana", ("new@ruiz.example",), ())
    assert (contact.tags, contact.why, contact.client) == (("north",), "", None)


def test_archived_contacts_are_on_a_list_of_their_own(journal: Journal) -> None:
    ana, _ = journal.contacts.add(FULL), journal.contacts.add(ContactDraft(name="Bo"))
    journal.contacts.archive(ana)
    assert names(journal.contacts.pages().page(0, 9)) == ["Bo"]
    assert names(journal.contacts.pages(Look(facet=Facet.ARCHIVED)).page(0, 9)) == ["Ana Ruiz"]
    assert names(journal.contacts.pages(Look(words="ana")).page(0, 9)) == []
    assert names(journal.contacts.pages(Look(words="ana", facet=Facet.ARCHIVED)).page(0, 9)) == [
        "Ana Ruiz"
    ]
    counts = [
        journal.contacts.count(Look(words=words, facet=Facet.ARCHIVED))
        for words in ("", "ana", "bo")
    ]
    assert counts == [1, 1, 0]
    assert journal.contacts.match("ana") == ()
    assert journal.today().contacts == 1
    journal.contacts.archive(ana, False)
    assert journal.contacts.count() == 2


def test_deleting_a_contact_takes_them_from_meetings_alone(journal: Journal) -> None:
    reflected = journal.meetings.reflect(
        one_off("2026-11-20T08:00"), STEADY, present("Ana Ruiz", "Bo")
    )
    journal.contacts.delete(1)
    meeting = journal.meetings.get(reflected.meeting_id)
    assert [there.name for there in meeting.attendances] == ["Bo"]
    assert journal.meetings.pages("ruiz").total == 0


def test_a_card_shows_where_we_met_newest_first(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    ana = journal.contacts.add(FULL)
    for occasion, talked, note in (
        (journal.meetings.occasion(group, date(2026, 11, 10)), True, "Talked about paper."),
        (one_off("2026-11-18T08:00"), None, ""),
        (one_off("2026-11-02T08:00", "Fair"), False, ""),
    ):
        there = AttendanceDraft(contact_id=ana, name="Ana", talked=talked, note=note)
        journal.meetings.reflect(occasion, STEADY, (there,))
    missed = one_off("2026-11-19T08:00", "Missed")
    journal.meetings.reflect(missed, STEADY, (AttendanceDraft(contact_id=ana, name="Ana"),))
    journal.meetings.miss(
        type(missed)(start=missed.start, group_id=None, meeting_id=4, name=missed.name)
    )
    card = journal.contacts.card(ana)
    assert [(one.start, one.title, one.talked, one.note) for one in card.encounters] == [
        ("2026-11-18T08:00", "Breakfast", None, ""),
        ("2026-11-10T07:00", "Riverside", True, "Talked about paper."),
        ("2026-11-02T08:00", "Fair", False, ""),
    ]
    assert (card.line.times_met, card.line.last_seen, card.line.last_touch) == (
        3,
        "2026-11-18",
        "2026-11-10",
    )
    assert card.line.groups == ("Riverside",)
    assert (card.contact.why, card.line.emails) == (FULL.why, FULL.emails)
    assert len(journal.contacts.card(ana, encounters=1).encounters) == 1


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal of contacts of whom many are alike in some respect, only to be read."""
    journal = Journal.open(tmp_path_factory.mktemp("many") / "journal.db", clock=SetClock(NOON))
    chance = random.Random(7)
    for number in range(53):
        journal.contacts.add(
            ContactDraft(
                name=chance.choice(["Ana", "Élan", "Zoe", "bo", "Ébo"]) + f" {number % 11:02}",
                organisation=chance.choice(["", "Alpha", "beta"]),
            )
        )
    for day in range(1, 6):
        roster = tuple(
            AttendanceDraft(contact_id=contact, name="known")
            for contact in chance.sample(range(1, 54), 12)
        )
        journal.meetings.reflect(one_off(f"2026-11-{day:02}T08:00"), STEADY, roster)
    yield journal
    journal.close()


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("size", [1, 7, 60])
def test_every_way_through_a_list_is_in_one_order(many: Journal, order: Order, size: int) -> None:
    pages = many.contacts.pages(Look(order=order))
    assert (pages.total, pages.shown) == (53, 53)
    whole = pages.page(0, 53)
    forward = [line for first in range(0, 53, size) for line in pages.page(first, size)]
    assert forward == list(whole)
    assert len({line.id for line in whole}) == 53
    for first in (0, 20, 26, 27, 45, 52, 53, 90):
        assert pages.page(first, size) == whole[first : first + size]


def test_each_order_orders(many: Journal) -> None:
    columns = ("sort_name", "sort_organisation", "sort_groups", "depth", "last_touch", "next_due")
    with closing(sqlite3.connect(many.path)) as connection:
        rows = connection.execute(f"SELECT contact_id, {', '.join(columns)} FROM contact_facts")
        facts = {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows}

    def keys(order: Order, column: str) -> list[Any]:
        return [
            facts[line.id][column] for line in many.contacts.pages(Look(order=order)).page(0, 53)
        ]

    def falling(values: list[Any]) -> list[Any]:
        """Those that are unknown last."""
        return sorted(values, key=lambda value: (value is not None, value or 0), reverse=True)

    assert keys(Order.NAME, "sort_name") == sorted(keys(Order.NAME, "sort_name"))
    organisations = keys(Order.ORGANISATION, "sort_organisation")
    assert organisations == sorted(organisations, key=lambda name: (not name, name))
    groups = keys(Order.GROUPS, "sort_groups")
    assert groups == sorted(groups, key=lambda name: (not name, name))
    depths = keys(Order.DEPTH, "depth")
    assert depths == falling(depths)
    touches = keys(Order.LAST_TOUCH, "last_touch")
    assert touches == sorted(touches, key=lambda day: day or "", reverse=True)
    dues = keys(Order.NEXT_DUE, "next_due")
    assert dues == sorted(dues, key=lambda day: (day is None, day or ""))


@pytest.mark.parametrize("order", Order)
def test_a_filtered_list_has_the_order_of_the_whole(many: Journal, order: Order) -> None:
    whole = many.contacts.pages(Look(order=order)).page(0, 53)
    filtered = many.contacts.pages(Look(words="ana", order=order))
    expected = tuple(line for line in whole if line.name.startswith("Ana"))
    assert (
        filtered.total == filtered.shown == len(expected) == many.contacts.count(Look(words="ana"))
    )
    assert filtered.page(0, 53) == expected
    assert filtered.page(2, 3) == expected[2:5]


@pytest.fixture
def known(journal: Journal) -> Journal:
    """A journal with people whose names are misspelt."""
    for name in ("Seán O'Brien", "Zoë Müller", "Ana Ruiz", "Anabel Cruz", "李伟", "Ana"):
        journal.contacts.add(ContactDraft(name=name))
    return journal


@pytest.mark.parametrize(
    ("typed", "likeliest"),
    [
        ("sean", "Seán O'Brien"),
        ("obrien", "Seán O'Brien"),
        ("zoe mul", "Zoë Müller"),
        ("muler", "Zoë Müller"),
        ("anna ruiz", "Ana Ruiz"),
        ("ruiz an", "Ana Ruiz"),
        ("ana", "Ana"),
        ("ANABEL", "Anabel Cruz"),
        ("李", "李伟"),
    ],
)
def test_whoever_is_meant_is_offered_first(known: Journal, typed: str, likeliest: str) -> None:
    assert known.contacts.match(typed)[0].name == likeliest


def test_as_many_are_offered_as_asked_for_and_no_stranger(known: Journal) -> None:
    assert [one.name for one in known.contacts.match("ana", 3)] == [
        "Ana",
        "Ana Ruiz",
        "Anabel Cruz",
    ]
    assert len(known.contacts.match("ana", 2)) == 2
    assert known.contacts.match("xylophone") == known.contacts.match(" \x1b") == ()


def test_whoever_was_just_added_or_renamed_is_offered(known: Journal) -> None:
    assert known.contacts.match("theodora") == ()
    added = known.contacts.add(ContactDraft(name="Theodora", organisation="Press"))
    (match,) = known.contacts.match("theodora")
    assert (match.id, match.organisation) == (added, "Press")
    known.contacts.revise(added, ContactDraft(name="Wilhelmina"))
    assert known.contacts.match("theodora") == ()
    known.undo()
    assert known.contacts.match("theodora")[0].id == added


def test_a_detail_that_cannot_be_kept_is_refused_under_its_own_name(journal: Journal) -> None:
    endless = "x" * 10_001
    with pytest.raises(InvalidError) as refused:
        journal.contacts.add(ContactDraft(name="Ana", tags=("roof", endless)))
    assert set(refused.value.fields) == {"tags"}
    ana = journal.contacts.add(ContactDraft(name="Ana", phones=("1",)))
    with pytest.raises(InvalidError) as refused:
        journal.contacts.revise(ana, ContactDraft(name="Ana", phones=(endless,)))
    assert set(refused.value.fields) == {"phones"}
    assert journal.contacts.get(ana).phones == ("1",)
