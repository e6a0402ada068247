"""Whom a few words mean."""

import pytest

from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """People some of whose names are alike."""
    for name, organisation in (
        ("Ana Ruiz", "Ruiz & Sons"),
        ("Ana Ruiz", "Borough Bank"),
        ("Anabel Cruz", ""),
        ("Seán O'Brien", "Acme"),
        ("Ana", ""),
        ("Jo March", "Acme"),
        ("Jo March", "ACME"),
    ):
        journal.contacts.add(ContactDraft(name=name, organisation=organisation))


@pytest.mark.parametrize(
    ("words", "contact_id"),
    [
        ("ANABEL", 3),
        ("bel cr", 3),
        ("sean o'b", 4),
        (" brien ", 4),
        ("ana", 5),
        ("ana borough", 2),
        ("ruiz  sons", 1),
        ("acme sean", 4),
    ],
)
def test_words_that_fit_one_contact_mean_them(
    journal: Journal, words: str, contact_id: int
) -> None:
    assert journal.contacts.meant(words).id == contact_id


def test_words_that_fit_several_name_them(journal: Journal) -> None:
    with pytest.raises(AmbiguousError) as refused:
        journal.contacts.meant("ruiz")
    assert str(refused.value) == (
        "“ruiz” fits 2 contacts: Ana Ruiz (Ruiz & Sons); Ana Ruiz (Borough Bank). "
        "Type more of the name, or the organisation too."
    )
    assert refused.value.candidates == ("Ana Ruiz (Ruiz & Sons)", "Ana Ruiz (Borough Bank)")


def test_those_whom_words_cannot_tell_apart_are_for_the_app(journal: Journal) -> None:
    with pytest.raises(AmbiguousError, match="Open the app to choose"):
        journal.contacts.meant("jo march acme")


def test_of_very_many_a_few_are_named(journal: Journal) -> None:
    for number in range(10):
        journal.contacts.add(ContactDraft(name=f"Guest {number}"))
    with pytest.raises(AmbiguousError, match="fits more than 8 contacts, such as Guest 0; Gue"):
        journal.contacts.meant("guest")


@pytest.mark.parametrize(
    "words", ["zoe", "", " \x1b ", "%", "ana zoe", "na el", "'; --", "x y " * 3000]
)
def test_words_that_fit_nobody_say_so(journal: Journal, words: str) -> None:
    with pytest.raises(NotFoundError, match="There is no contact whose name holds"):
        journal.contacts.meant(words)


def test_whoever_was_put_away_is_meant_when_nobody_else_is(journal: Journal) -> None:
    journal.contacts.archive(3)
    assert journal.contacts.meant("anabel").id == 3
    journal.contacts.add(ContactDraft(name="Anabel Lee"))
    assert journal.contacts.meant("anabel").name == "Anabel Lee"
