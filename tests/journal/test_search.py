"""The search through everything: how many, of which kind, and with which words marked."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.change import Noun
from netjournal.model.contact import ContactDraft
from netjournal.model.search import FOUND
from tests.entries import fill


@pytest.mark.parametrize(("limit", "count", "more"), [(1, 1, True), (2, 2, True), (3, 3, False)])
def test_at_most_so_many_are_given_and_whether_there_are_more(
    journal: Journal, limit: int, count: int, more: bool
) -> None:
    for name in ("Ana Ruiz", "Ana Bell", "Ana Cole"):
        journal.contacts.add(ContactDraft(name=name))
    found = journal.search("ana", limit)
    names = ["Ana Cole", "Ana Bell", "Ana Ruiz"]
    assert ([hit.title for hit in found.hits], found.more) == (names[:count], more)


def test_one_kind_alone_can_be_looked_for(journal: Journal) -> None:
    fill(journal)
    for noun in FOUND:
        every = [hit for hit in journal.search("ana").hits if hit.noun is noun]
        assert list(journal.search("ana", noun=noun).hits) == every
    assert journal.search("contact", noun=Noun.CONTACT).hits == ()


@pytest.mark.parametrize(
    ("words", "snippet"),
    [
        ("kite", "Flies *kites* and façades; *kites*"),
        ("facade FLI", "*Flies* kites and *façades*; kites"),
        ("kites and", "Flies *kites* *and* façades; *kites*"),
        ("ana", "Flies kites and façades; kites"),
    ],
)
def test_the_words_looked_for_are_marked(journal: Journal, words: str, snippet: str) -> None:
    journal.contacts.add(ContactDraft(name="Ana", notes="Flies kites and façades; kites"))
    [hit] = journal.search(words).hits
    assert "".join(f"*{text}*" if found else text for text, found in hit.snippet) == snippet


def test_the_words_looked_for_are_marked_in_the_title(journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    [hit] = journal.search("rui").hits
    assert hit.heading == (("Ana ", False), ("Ruiz", True))
    assert hit.title == "Ana Ruiz"


def test_of_a_long_note_the_words_around_are_given(journal: Journal) -> None:
    journal.contacts.add(
        ContactDraft(name="Ana", notes=f"{'far ' * 500}near kites {'away ' * 500}")
    )
    [hit] = journal.search("kites").hits
    text = "".join(text for text, _ in hit.snippet)
    assert (text[0], text[-1]) == ("…", "…")
    assert "near kites away" in text
    assert len(text) < 200


def test_what_a_foreign_program_wrote_is_marked_all_the_same(journal: Journal) -> None:
    with journal._ledger.change("Hurt") as writing:
        writing.session.connection().exec_driver_sql(
            "INSERT INTO contacts (name, organisation, role, location, classification, why, "
            "good_referral, goals, accomplishments, interests, networks, skills, how_met, "
            "re_evaluate, notes, archived) SELECT 'Ana', '', '', '', '', '', '', '', '', '', '', "
            "'', '', 0, char(3) || 'a ' || char(2) || 'b', 0"
        )
    [hit] = journal.search("ana").hits
    assert hit.snippet == (("\x03a ", False), ("b", True))
