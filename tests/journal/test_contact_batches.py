"""Changing many contacts in one step, and saying how often to be in touch."""

from collections.abc import Callable
from datetime import date

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft, Facet, Look, TagCadence
from netjournal.model.interaction import InteractionDraft, InteractionKind


@pytest.fixture
def people(journal: Journal) -> list[int]:
    """Ana, Bo and Cy, of whom Ana and Cy have tags."""
    tags = {"Ana": ("print", "north"), "Bo": (), "Cy": ("PRINT",)}
    return [
        journal.contacts.add(ContactDraft(name=name, tags=of_one)) for name, of_one in tags.items()
    ]


def tags(journal: Journal, people: list[int]) -> list[tuple[str, ...]]:
    """The tags of each."""
    return [journal.contacts.get(contact_id).tags for contact_id in people]


def test_a_tag_comes_last_and_once(journal: Journal, people: list[int]) -> None:
    journal.contacts.tag(people, " Print ")
    assert tags(journal, people) == [("print", "north"), ("Print",), ("PRINT",)]
    journal.contacts.tag(people, "north")
    assert tags(journal, people) == [("print", "north"), ("Print", "north"), ("PRINT", "north")]
    step = journal.undo()
    assert step.label == "Tagged 3 contacts with north"
    assert tags(journal, people) == [("print", "north"), ("Print",), ("PRINT",)]


def test_a_tag_is_taken_off_however_it_is_written(journal: Journal, people: list[int]) -> None:
    journal.contacts.tag(people, "prínt", on=False)
    assert tags(journal, people) == [("north",), (), ()]
    assert journal.contacts.count(Look(tag="print")) == 0
    journal.contacts.revise(people[0], ContactDraft(name="Ana", tags=("south", "north")))
    assert tags(journal, people)[0] == ("south", "north")
    journal.undo()
    assert journal.undo().label == "Untagged 3 contacts: prínt"
    assert tags(journal, people) == [("print", "north"), (), ("PRINT",)]


@pytest.mark.parametrize("tag", ["", " \x1b ", "x" * 10_001])
def test_a_tag_that_cannot_be_kept_is_refused(
    journal: Journal, people: list[int], tag: str
) -> None:
    with pytest.raises(InvalidError) as refused:
        journal.contacts.tag(people, tag)
    assert set(refused.value.fields) == {"tags"}
    assert tags(journal, people) == [("print", "north"), (), ("PRINT",)]


def test_tags_that_differ_only_in_case_are_one(journal: Journal) -> None:
    contact = journal.contacts.add(ContactDraft(name="Ana", tags=("Print", "print", "PRÍNT")))
    assert journal.contacts.get(contact).tags == ("Print",)


def test_many_are_put_away_and_taken_back_in_a_step(journal: Journal, people: list[int]) -> None:
    journal.contacts.archive(people[0])
    journal.contacts.archive_all(people)
    assert journal.contacts.count(Look(facet=Facet.ARCHIVED)) == 3
    assert journal.undo().label == "Archived 3 contacts"
    assert journal.contacts.count(Look(facet=Facet.ARCHIVED)) == 1
    journal.contacts.archive_all(people, archived=False)
    assert journal.contacts.count() == 3
    assert journal.undo().label == "Took back 3 contacts"


def test_many_are_deleted_in_a_step_with_what_nobody_is_left_in(
    journal: Journal, people: list[int]
) -> None:
    ana, bo, cy = people
    for together in ((ana, bo), (bo, cy), (ana,)):
        journal.interactions.add(
            InteractionDraft(
                kind=InteractionKind.CALL, day=date(2026, 11, 20), contact_ids=together
            )
        )
    journal.contacts.delete_all([ana, bo, bo, 99])
    assert journal.contacts.count() == 1
    assert [one.names for one in journal.interactions.pages().page(0, 9)] == [("Cy",)]
    assert journal.undo().label == "Deleted 2 contacts"
    assert journal.contacts.count() == journal.interactions.pages().total == 3


def test_one_of_many_is_named_and_none_is_refused(journal: Journal, people: list[int]) -> None:
    journal.contacts.tag([people[1], 99], "north")
    step = journal.last_step()
    assert step is not None
    assert step.label == "Tagged Bo with north"
    verbs: tuple[Callable[[], None], ...] = (
        lambda: journal.contacts.tag([99], "north"),
        lambda: journal.contacts.archive_all([]),
        lambda: journal.contacts.delete_all([99]),
        lambda: journal.contacts.set_cadence([], 3),
    )
    for verb in verbs:
        with pytest.raises(NotFoundError):
            verb()
    assert journal.last_step() == step


def test_a_thousand_are_one_step(journal: Journal) -> None:
    many = [journal.contacts.add(ContactDraft(name=f"Nr {number}")) for number in range(150)]
    many += [99_999] * 1_000
    journal.contacts.tag(many, "all")
    step = journal.last_step()
    assert step is not None
    assert step.label == "Tagged 150 contacts with all"
    assert journal.contacts.count(Look(tag="all")) == 150
    journal.undo()
    assert journal.contacts.count(Look(tag="all")) == 0


def test_how_often_is_ones_own_then_the_shortest_of_the_tags(
    journal: Journal, people: list[int]
) -> None:
    ana = people[0]

    def wanted() -> tuple[int, str]:
        cadence = journal.contacts.card(ana).cadence
        return cadence.days, cadence.source

    assert wanted() == (90, "default")
    journal.contacts.set_tag_cadence("Print", 60)
    journal.contacts.set_tag_cadence("NORTH", 30)
    assert wanted() == (30, "tag north")
    journal.contacts.set_cadence(people, 45)
    assert wanted() == (45, "own")
    assert journal.undo().label == "Said how often to be in touch with 3 contacts"
    assert wanted() == (30, "tag north")
    journal.contacts.set_tag_cadence("north", None)
    assert wanted() == (60, "tag print")


def test_how_often_by_tag_is_listed_once_a_tag(journal: Journal) -> None:
    for tag, days in (("north", 30), ("Élite", 7), ("NORTH", 20)):
        journal.contacts.set_tag_cadence(tag, days)
    assert journal.contacts.tag_cadences() == (
        TagCadence(tag="Élite", days=7),
        TagCadence(tag="NORTH", days=20),
    )
    assert journal.undo().label == "Said how often to be in touch with those tagged NORTH"
    assert journal.contacts.tag_cadences()[1] == TagCadence(tag="north", days=30)
    journal.contacts.set_tag_cadence("nobody's", None)
    assert len(journal.contacts.tag_cadences()) == 2


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_how_often_is_some_days(journal: Journal, people: list[int], days: int) -> None:
    with pytest.raises(InvalidError) as refused:
        journal.contacts.set_cadence(people, days)
    assert set(refused.value.fields) == {"cadence_days"}
    with pytest.raises(InvalidError) as refused:
        journal.contacts.set_tag_cadence("north", days)
    assert set(refused.value.fields) == {"days"}
    assert journal.contacts.tag_cadences() == ()
