"""Search: what is typed finds what begins with it, and never fails."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.change import Noun
from netjournal.model.contact import ContactDraft, Facet, Look, Order
from netjournal.store import search
from tests.entries import STEADY, fill, one_off

HOSTILE = [
    "o'brien",
    "c++",
    "a@b.c",
    '"',
    '"""',
    "*",
    "NEAR",
    "NEAR(a b)",
    "AND",
    "a AND",
    "NOT a",
    "OR OR",
    "name:ana",
    "{name}:a",
    "^ana",
    "-ana",
    "(",
    ")",
    "a" * 10_000,
    "word " * 5_000,
    "\x00",
    "ana\x00ruiz",
    "\ud800",
    "ana\udfff",
    "%",
    "_",
    "\\",
    "; DROP TABLE contacts",
    "[@click=app.quit]x[/]",
    "👩‍👩‍👧",
    "ª²",
    "\u202eana",
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with a little of everything, only to be read."""
    journal = Journal.open(tmp_path_factory.mktemp("search") / "journal.db")
    fill(journal)
    yield journal
    journal.close()


def look(journal: Journal, words: str) -> None:
    """Looks for words wherever they can be looked for."""
    for pages in (journal.contacts.pages(Look(words=words)), journal.meetings.pages(words)):
        assert len(pages.page(0, 100)) == min(pages.shown, 100)
    journal.contacts.pages(Look(words=words, order=Order.DEPTH, facet=Facet.ARCHIVED))
    journal.contacts.count(Look(words=words))
    journal.contacts.match(words)
    found = journal.search(words, 2)
    assert len(found.hits) <= 2
    journal.search(words, noun=Noun.CONTACT)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_a_search(filled: Journal, words: str) -> None:
    look(filled, words)


@settings(max_examples=150, deadline=None)
@given(words=st.text(st.characters(), max_size=40))
def test_whatever_could_be_typed_is_a_search(filled: Journal, words: str) -> None:
    look(filled, words)


@settings(max_examples=100, deadline=None)
@given(words=st.text(st.sampled_from(" \"'*:^()-+{}[]ANDORTE@.,"), max_size=30))
def test_no_sign_of_the_index_acts(filled: Journal, words: str) -> None:
    look(filled, words)


def names(journal: Journal, words: str) -> list[str]:
    """The names of the contacts that words find."""
    return [line.name for line in journal.contacts.pages(Look(words=words)).page(0, 100)]


@pytest.fixture
def people(journal: Journal) -> Journal:
    """A journal with contacts whose names are easily missed."""
    for draft in (
        ContactDraft(name="Seán O'Brien", organisation="C++ Guild", notes="Sells façades"),
        ContactDraft(name="Zoë Müller", tags=("north star", "print"), emails=("zoe@b.example",)),
        ContactDraft(name="李伟", role="baker"),
    ):
        journal.contacts.add(draft)
    return journal


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sean", ["Seán O'Brien"]),
        ("SEÁN", ["Seán O'Brien"]),
        ("o'brien", ["Seán O'Brien"]),
        ("bri", ["Seán O'Brien"]),
        ("rien", []),
        ("c++", ["Seán O'Brien"]),
        ("facade", ["Seán O'Brien"]),
        ("muller zoe", ["Zoë Müller"]),
        ("zoe sean", []),
        ("nor", ["Zoë Müller"]),
        ("north sta", ["Zoë Müller"]),
        ("pri nort", ["Zoë Müller"]),
        ("李", ["李伟"]),
        ("+", ["Seán O'Brien", "Zoë Müller", "李伟"]),
    ],
)
def test_each_word_begins_a_word(people: Journal, words: str, found: list[str]) -> None:
    assert names(people, words) == found
    assert people.contacts.count(Look(words=words)) == len(found)


def test_a_contact_is_found_by_what_they_are_now(people: Journal) -> None:
    people.contacts.revise(2, ContactDraft(name="Zoë Maier"))
    assert (names(people, "muller"), names(people, "print")) == ([], [])
    people.contacts.delete(1)
    assert names(people, "sean") == []
    people.undo()
    people.undo()
    assert names(people, "muller") == ["Zoë Müller"]


def test_meetings_are_found_newest_first_by_all_that_is_said_of_them(journal: Journal) -> None:
    for moment, title, guest in (
        ("2026-11-10T08:00", "Second", "Ana Ruiz"),
        ("2026-11-18T08:00", "Third", "Ana Ruiz"),
        ("2026-11-03T08:00", "First", "Li Wei"),
    ):
        known = journal.contacts.match(guest)
        there = AttendanceDraft(
            contact_id=known[0].id if known else None,
            name=guest,
            note="loves kites" if known else "",
        )
        journal.meetings.reflect(one_off(moment, title), STEADY, (there,))
    journal.meetings.note(3, "Gave a façade lead")

    def titles(words: str) -> list[str]:
        return [line.title for line in journal.meetings.pages(words).page(0, 10)]

    assert titles("ana") == ["Third", "Second"]
    with journal._store.read() as session:
        assert search.meetings(session, "ana", 1) == [2]
    assert titles("kite") == ["Third"]
    assert titles("facade li") == ["First"]
    assert titles("fir") == ["First"]
    journal.contacts.revise(1, ContactDraft(name="Anna Maier"))
    assert titles("ruiz") == []
    assert titles("maier") == ["Third", "Second"]
