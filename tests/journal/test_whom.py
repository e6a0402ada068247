"""Whom a few words mean."""

import pytest

from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft


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
        journal.contacts.meant("an")
    assert str(refused.value) == (
        "“an” fits 5 contacts: Ana; Ana Ruiz (Ruiz & Sons); Ana Ruiz (Borough Bank); Anabel Cruz; "
        "Seán O'Brien (Acme). Type the one who is meant as they stand here, in quotes."
    )
    with pytest.raises(AmbiguousError, match=r"Type more of the name, or the organisation too\.$"):
        journal.contacts.meant("e")


def everyone(journal: Journal) -> dict[str, int]:
    """The words that stand for each contact in the sentences about several."""
    names = {line.name for line in journal.contacts.pages().page(0, 99)}
    return {
        words: contact_id
        for name in names
        for words, contact_id in zip(
            journal.contacts.told_apart(name), journal.contacts.named(name), strict=True
        )
    }


def test_two_of_one_name_are_told_apart_by_what_stands_in_brackets(journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="ANA Ruiz"))
    for words, contact_id in (
        ("Ana Ruiz (Borough Bank)", 2),
        ("ana ruiz ( )", 8),
        ("ana ruiz(bank)", 2),
        ("Jo March (1)", 6),
        ("jo march (2)", 7),
        ("Ana Ruiz (3)", 8),
        ("ruiz ()", 8),
        ("ruiz (bank)", 2),
        ("sean (acme)", 4),
        ("Anabel Cruz ()", 3),
    ):
        assert journal.contacts.meant(words).id == contact_id, words
    with pytest.raises(AmbiguousError) as refused:
        journal.contacts.meant("ruiz")
    assert refused.value.candidates == (
        "Ana Ruiz (Ruiz & Sons)",
        "Ana Ruiz (Borough Bank)",
        "ANA Ruiz ()",
    )


def test_whoever_is_named_in_a_sentence_is_meant_by_those_words(journal: Journal) -> None:
    for name, organisation in (
        ("Ana Ruiz", ""),
        ("Ana Ruiz", "Acme (North)"),
        ("Bo (Robert) Li", "Acme"),
        ("Bo (Robert) Li", ""),
        ("Jo March", ""),
        ("Jo March", ""),
        ("Ana (2)", ""),
        ("Ana", "Ana"),
    ):
        journal.contacts.add(ContactDraft(name=name, organisation=organisation))
    journal.contacts.archive(2)
    journal.contacts.archive(6)
    named = everyone(journal)
    assert len(named) == 15
    assert {words: journal.contacts.meant(words).id for words in named} == named
    assert {words: journal.contacts.named(words) for words in named} == {
        words: (contact_id,) for words, contact_id in named.items()
    }


def test_those_alike_in_all_are_told_apart_by_who_was_noted_first(journal: Journal) -> None:
    with pytest.raises(AmbiguousError) as refused:
        journal.contacts.meant("jo march acme")
    assert refused.value.candidates == ("Jo March (1)", "Jo March (2)")
    assert str(refused.value).endswith("Type the one who is meant as they stand here, in quotes.")


def test_brackets_that_fit_nobody_name_who_is_there(journal: Journal) -> None:
    for words in ("Jo March (3)", "jo march ()", "Jo March (Bakery)", "Jo March (01)"):
        with pytest.raises(NotFoundError) as refused:
            journal.contacts.meant(words)
        assert str(refused.value) == (
            f"No contact is “{words}”; there is Jo March (1); Jo March (2)."
        )


def test_of_very_many_a_few_are_named(journal: Journal) -> None:
    for number in range(10):
        journal.contacts.add(ContactDraft(name=f"Guest {number}"))
    with pytest.raises(AmbiguousError, match="fits more than 8 contacts, such as Guest 0; Gue"):
        journal.contacts.meant("guest")


def test_of_very_many_of_one_name_a_few_are_named(journal: Journal) -> None:
    for _ in range(10):
        journal.contacts.add(ContactDraft(name="Guest"))
    with pytest.raises(AmbiguousError) as refused:
        journal.groups.join(GroupDraft(name="Mill"), inviter="guest")
    assert str(refused.value).startswith("10 contacts are named “guest”, such as Guest (1); Gue")
    assert refused.value.candidates[-1] == "Guest (8)"
    assert journal.contacts.meant("Guest (10)").id == 17


@pytest.mark.parametrize(
    "words",
    ["zoe", "", " \x1b ", "%", "ana zoe", "na el", "'; --", "x y " * 3000, "()", "x (" * 99 + ")"],
)
def test_words_that_fit_nobody_say_so(journal: Journal, words: str) -> None:
    with pytest.raises(NotFoundError, match="There is no contact whose name holds"):
        journal.contacts.meant(words)


def test_of_what_was_typed_at_length_the_beginning_is_said_back(journal: Journal) -> None:
    with pytest.raises(NotFoundError) as refused:
        journal.contacts.meant("zoe " * 300)
    assert str(refused.value).endswith("zoe zoe…”.")
    assert len(str(refused.value)) < 120


def test_whoever_was_put_away_is_meant_when_nobody_else_is(journal: Journal) -> None:
    journal.contacts.archive(3)
    assert journal.contacts.meant("anabel").id == 3
    journal.contacts.add(ContactDraft(name="Anabel Lee"))
    assert journal.contacts.meant("anabel").name == "Anabel Lee"
