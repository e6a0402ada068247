"""Every look at the contacts, against what is said of each of them, one by one."""

import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from sqlmodel import Session

from netjournal.insights.cadence import quiet
from netjournal.journal import contact_pages
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import Card, ContactDraft, Facet, Look, Order
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.membership import MembershipDraft
from netjournal.model.schedule import Schedule
from netjournal.preferences import Preferences
from netjournal.store import contact_list
from netjournal.store.looks import Condition
from netjournal.text import fold
from tests.conftest import NOON, SetClock
from tests.entries import STEADY, TUESDAYS, at

PEOPLE = 60
TODAY = NOON.date()
WORDS = ("", "ana", "e", "press north")
COLUMNS = {
    Order.NAME: "sort_name",
    Order.ORGANISATION: "sort_organisation",
    Order.GROUPS: "sort_groups",
    Order.DEPTH: "depth",
    Order.LAST_TOUCH: "last_touch",
    Order.NEXT_DUE: "next_due",
}
DAILY = Schedule(rule="FREQ=DAILY", anchor=date(2024, 1, 1), start_time=TUESDAYS.start_time)


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal in which chance said things of people, only to be read."""
    path = tmp_path_factory.mktemp("looks") / "journal.db"
    journal = Journal.open(path, clock=SetClock(NOON), preferences=Preferences(cadence_days=40))
    chance = random.Random(11)
    groups = [journal.groups.join(GroupDraft(name=name), DAILY) for name in ("Lake", "Éclat")]
    for number in range(PEOPLE):
        journal.contacts.add(_someone(chance, number))
    journal.contacts.set_tag_cadence("north", 10)
    journal.contacts.set_tag_cadence("PRESS", 25)
    _gather(journal, chance, groups)
    for contact_id in range(1, PEOPLE + 1):
        _tend(journal, chance, contact_id, groups)
    yield journal
    journal.close()


def _someone(chance: random.Random, number: int) -> ContactDraft:
    return ContactDraft(
        name=f"{chance.choice(['Ana', 'Élan', 'Zoe', 'bo'])} {number % 7}",
        organisation=chance.choice(["", "Alpha", "beta", "Press"]),
        why=chance.choice(["", "", "To build."]),
        tags=tuple(chance.sample(["North", "Pressé", "press", "élite"], chance.randrange(3))),
        re_evaluate=chance.random() < 0.2,
        archived=chance.random() < 0.2,
        cadence_days=chance.choice([None, None, 5, 60]),
    )


def _gather(journal: Journal, chance: random.Random, groups: list[int]) -> None:
    for days in (1, 30, 364, 365, 500):
        day = TODAY - timedelta(days=days)
        for group in groups:
            roster = tuple(
                AttendanceDraft(
                    contact_id=one, name="known", talked=chance.choice([None, True, False])
                )
                for one in chance.sample(range(1, PEOPLE + 1), 9)
            )
            journal.meetings.reflect(journal.meetings.occasion(group, day), STEADY, roster)


def _tend(journal: Journal, chance: random.Random, contact_id: int, groups: list[int]) -> None:
    if chance.random() < 0.6:
        journal.interactions.add(
            InteractionDraft(
                kind=chance.choice([InteractionKind.ONE_TO_ONE, InteractionKind.CALL]),
                day=TODAY - timedelta(days=chance.choice([4, 5, 6, 10, 11, 25, 26, 40, 41, 61])),
                contact_ids=(contact_id,),
            )
        )
    if chance.random() < 0.4:
        due = chance.choice([None, TODAY - timedelta(days=3), TODAY, TODAY + timedelta(days=1)])
        journal.follow_ups.add(FollowUpDraft(contact_id=contact_id, what="Call", due=due))
    if chance.random() < 0.4:
        until = chance.choice([None, TODAY, TODAY - timedelta(days=1)])
        journal.memberships.add(
            MembershipDraft(contact_id=contact_id, group_id=chance.choice(groups), until=until)
        )


@pytest.fixture(scope="module")
def cards(journal: Journal) -> list[Card]:
    """Everyone's card."""
    return [journal.contacts.card(contact_id) for contact_id in range(1, PEOPLE + 1)]


def _is_quiet(card: Card) -> bool:
    tags = {"north": 10, "press": 25}
    of_tags = [tags[fold(tag)] for tag in card.contact.tags if fold(tag) in tags]
    wanted = card.contact.cadence_days or min(of_tags, default=40)
    touched = card.line.last_touch and date.fromisoformat(card.line.last_touch)
    return quiet(card.line.depth, card.contact.archived, touched or None, wanted, TODAY)


FACETS: dict[Facet, Callable[[Card], bool]] = {
    Facet.QUIET: _is_quiet,
    Facet.NO_WHY: lambda card: not card.contact.why,
    Facet.DUE: lambda card: card.line.next_due is not None and card.line.next_due <= f"{TODAY}",
    Facet.RE_EVALUATE: lambda card: card.contact.re_evaluate,
    Facet.ARCHIVED: lambda _: True,
}


def _fits(card: Card, look: Look, groups: dict[int, str]) -> bool:
    contact = card.contact
    said = fold(" ".join((contact.name, contact.organisation, *contact.tags, contact.notes)))
    return (
        contact.archived == (look.facet is Facet.ARCHIVED)
        and (look.facet is None or FACETS[look.facet](card))
        and (look.tag is None or fold(look.tag) in map(fold, contact.tags))
        and (look.group_id is None or groups[look.group_id] in card.line.groups)
        and all(f" {word}" in f" {said}" for word in look.words.split())
    )


@pytest.mark.parametrize("facet", [None, *Facet])
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("tag", [None, "PRESSE", "nobody's"])
def test_a_look_is_at_whoever_it_fits(
    journal: Journal, cards: list[Card], facet: Facet | None, words: str, tag: str | None
) -> None:
    names = {line.id: line.name for line in journal.groups.lines()}
    for group_id in (None, *names):
        look = Look(words=words, facet=facet, tag=tag, group_id=group_id)
        expected = {card.contact.id for card in cards if _fits(card, look, names)}
        pages = journal.contacts.pages(look)
        assert {line.id for line in pages.page(0, PEOPLE)} == expected
        assert pages.total == pages.shown == journal.contacts.count(look) == len(expected)


@pytest.mark.parametrize("facet", [None, Facet.NO_WHY, Facet.QUIET])
@pytest.mark.parametrize("order", Order)
def test_what_is_not_known_comes_last_either_way(
    journal: Journal, facts: dict[int, dict[str, Any]], order: Order, facet: Facet | None
) -> None:
    for words, backward in product(("", "ana"), (False, True)):
        look = Look(words=words, order=order, facet=facet, backward=backward)
        lines = journal.contacts.pages(look).page(0, PEOPLE)
        keys = [facts[line.id][COLUMNS[order]] for line in lines]
        known = [key for key in keys if key not in (None, "")]
        assert keys[: len(known)] == known
        falling = (order in (Order.DEPTH, Order.LAST_TOUCH)) != backward
        assert known == sorted(known, reverse=falling)


@pytest.fixture(scope="module")
def facts(journal: Journal) -> dict[int, dict[str, Any]]:
    """What is kept of each contact to sort them by."""
    with closing(sqlite3.connect(journal.path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM contact_facts")
        return {row["contact_id"]: dict(row) for row in rows}


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("backward", [False, True])
def test_a_narrowed_list_has_the_order_of_the_whole(
    journal: Journal, order: Order, backward: bool
) -> None:
    whole = journal.contacts.pages(Look(order=order, backward=backward)).page(0, PEOPLE)
    for facet, words in product((Facet.NO_WHY, Facet.QUIET, Facet.RE_EVALUATE), ("", "ana")):
        look = Look(words=words, order=order, backward=backward, facet=facet)
        pages = journal.contacts.pages(look)
        narrowed = pages.page(0, PEOPLE)
        assert list(narrowed) == [line for line in whole if line in narrowed]
        assert pages.page(3, 4) == narrowed[3:7]


NARROWED = (
    Look(facet=Facet.QUIET),
    Look(tag="north"),
    Look(tag="north", facet=Facet.QUIET),
    Look(tag="press", facet=Facet.NO_WHY),
    Look(tag="press", facet=Facet.ARCHIVED),
)


@pytest.mark.parametrize("narrowed", NARROWED)
@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("backward", [False, True])
def test_many_are_found_by_and_by_in_the_same_order(
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
    narrowed: Look,
    order: Order,
    backward: bool,
) -> None:
    look = replace(narrowed, order=order, backward=backward)
    at_once = journal.contacts.pages(look)
    monkeypatch.setattr(contact_pages, "MANY", 0)
    monkeypatch.setattr(contact_pages, "AT_FIRST", 2)
    by_and_by = journal.contacts.pages(look)
    assert by_and_by.shown == by_and_by.total == at_once.total
    assert at_once.shown > 2
    assert by_and_by.page(0, PEOPLE) == at_once.page(0, PEOPLE)
    for first in range(at_once.shown):
        assert journal.contacts.pages(look).page(first, 2) == at_once.page(first, 2)
        assert by_and_by.page(first, 2) == at_once.page(first, 2)


def test_only_the_first_of_many_are_read_until_more_are_wanted(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_pages, "MANY", 0)
    monkeypatch.setattr(contact_pages, "AT_FIRST", 1)
    sizes: list[int] = []
    foremost = contact_list.foremost

    def noted(session: Session, look: Look, of: Condition, size: int) -> Sequence[int]:
        sizes.append(size)
        return foremost(session, look, of, size)

    monkeypatch.setattr(contact_list, "foremost", noted)
    pages = journal.contacts.pages(Look(tag="north"))
    for first in range(pages.shown):
        pages.page(first, 1)
    assert sizes == [1, 4]


def test_the_choices_are_counted_as_the_looks_at_them(journal: Journal) -> None:
    choices = journal.contacts.choices()
    assert [facet for facet, _ in choices.facets] == list(Facet)
    for facet, count in choices.facets:
        assert count == journal.contacts.count(Look(facet=facet)) > 0
    assert [group.name for group in choices.groups] == ["Éclat", "Lake"]
    for group in choices.groups:
        assert group.count == journal.contacts.count(Look(group_id=group.id)) > 0
    assert [fold(tag.tag) for tag in choices.tags] == ["elite", "north", "press", "presse"]
    for tag in choices.tags:
        assert tag.count == journal.contacts.count(Look(tag=tag.tag)) > 0


def test_every_line_says_what_its_card_says(journal: Journal, cards: list[Card]) -> None:
    lines = journal.contacts.pages().page(0, PEOPLE)
    of_cards = {card.contact.id: card for card in cards}
    for line in lines:
        card = of_cards[line.id]
        assert (line, line.quiet) == (card.line, card.quiet)
        assert card.depth.rung == line.depth
        assert card.quiet == _is_quiet(card)
    assert any(line.quiet for line in lines)


def test_a_day_later_more_are_quiet(journal: Journal) -> None:
    clock = journal.clock
    assert isinstance(clock, SetClock)
    before = journal.contacts.count(Look(facet=Facet.QUIET))
    clock.moment = at("2027-11-21T12:00")
    try:
        assert journal.contacts.count(Look(facet=Facet.QUIET)) > before
        everyone = journal.contacts.count()
        gone = [line for line in journal.contacts.pages().page(0, everyone) if not line.groups]
        assert len(gone) > everyone // 3
    finally:
        clock.moment = NOON
