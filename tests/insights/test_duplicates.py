"""Who may be one person, and who isn't: pairs as one meets them in address books."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.duplicates import MOST_SHARING, suggestions
from netjournal.insights.likeness import Name, Number
from netjournal.insights.nicknames import forms
from netjournal.model.duplicates import Likeness, Traits


def people(*said: str | Traits) -> tuple[Traits, ...]:
    """Contacts by their names, or as they are given, with ids from 1."""
    return tuple(
        Traits(id=place, name=one)
        if isinstance(one, str)
        else Traits(
            id=place,
            name=one.name,
            organisation=one.organisation,
            emails=one.emails,
            phones=one.phones,
            archived=one.archived,
        )
        for place, one in enumerate(said, 1)
    )


def found(*said: str | Traits) -> list[tuple[Likeness, ...]]:
    """Why each pair is suggested, the surest first."""
    return [pair.likenesses for pair in suggestions(people(*said)).pairs]


def of(name: str = "Ana Ruiz", **more: object) -> Traits:
    """Someone with more than a name."""
    return Traits(id=0, name=name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Ana Ruiz", "ana  ruiz", Likeness.NAME),
        ("Élodie Roussel", "Elodie Roussel", Likeness.NAME),
        ("Łukasz Wójcik", "Lukasz Wojcik", Likeness.NAME),
        ("Søren Kjær", "Soren Kjaer", Likeness.NAME),
        ("Ruiz, Ana", "Ana Ruiz", Likeness.NAME),
        ("Li Wei", "Wei Li", Likeness.NAME),
        ("Dr. Ana Ruiz", "Ana Ruiz", Likeness.NAME),
        ("Sinéad O'Brien", "Sinead O’Brien", Likeness.NAME),
        ("李伟", "李伟", Likeness.NAME),
        ("Bob Smith", "Robert Smith", Likeness.NICKNAME),
        ("Liz Carmichael", "Beth Carmichael", Likeness.NICKNAME),
        ("Paco Delgado", "Francisco Delgado", Likeness.NICKNAME),
        ("Kasia Mazur", "Katarzyna Mazur", Likeness.NICKNAME),
        ("Ana M. Ruiz", "Ana Ruiz", Likeness.SHORTENED),
        ("Ana Ruiz Delgado", "Ana Ruiz", Likeness.SHORTENED),
        ("Jürgen Müller", "Jürgen Mueller", Likeness.ALIKE),
        ("Hye-jin Park", "Hyejin Park", Likeness.NAME),
        ("Jonathan Frye", "Jonahtan Frye", Likeness.ALIKE),
        ("Jonathan Frye", "Jonathan Fryer", Likeness.ALIKE),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, likeness: Likeness) -> None:
    assert found(one, other) == [(likeness,)]
    assert found(other, one) == [(likeness,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Ana Vega"),
        ("Ana Ruiz", "Eva Ruiz"),
        ("Jan Novák", "Jana Novák"),
        ("Mario Rossini", "Maria Rossini"),
        ("Ana", "Ana Ruiz"),
        ("A. Ruiz", "Ana Ruiz"),
        ("Bo Li", "Bo Lu"),
        ("Ana Ruiz Delgado", "Ana Ruiz Vega"),
        ("Albert Smith", "Alfred Smith"),
        ("李伟", "李娜"),
        ("?", "!"),
        ("", ""),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+34 600 123 456", "600123456"),
        ("+34 600 123 456", "0034 600-123-456"),
        ("+44 (0)20 7946 0958", "020 7946 0958"),
        ("+44 20 7946 0958", "(020) 7946 0958"),
        ("+39 06 1234 5678", "06 12345678"),
        ("+1 415 555 2671", "415.555.2671"),
        ("1 415 555 2671", "+1 415 555 2671"),
        ("415 555 2671 ext. 12", "415 555 2671"),
    ],
)
def test_one_phone_is_written_in_many_ways(one: str, other: str) -> None:
    assert found(of("Bo Li", phones=(one,)), of(phones=(other,))) == [(Likeness.PHONE,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+34 600 123 456", "+49 600 123 456"),
        ("+34 600 123 456", "+34 600 123 457"),
        ("12345", "12345"),
        ("555 2671", "415 555 2671"),
        ("+4930 600 123 456", "600 123 456"),
        ("call her", "call her"),
    ],
)
def test_other_phones_are_others(one: str, other: str) -> None:
    assert found(of("Bo Li", phones=(one,)), of(phones=(other,))) == []


def test_an_email_address_is_one_whatever_its_case_and_what_sorts_it() -> None:
    assert found(
        of("Bo Li", emails=("ana@x.example", "Ana@Ruiz.example")),
        of(emails=("ana+n@ruiz.EXAMPLE",)),
    ) == [(Likeness.EMAIL,)]
    assert found(of("Bo Li", emails=("ana",)), of(emails=("ana",))) == []


def test_all_that_two_have_in_common_is_said_and_the_surest_come_first() -> None:
    pairs = suggestions(
        people(
            of("Ana Ruiz", organisation="Ruiz & Sons"),
            of("Jonathan Frye"),
            of("ana ruiz", organisation="ruiz & sons", phones=("600 123 456",)),
            of("Bo Li", emails=("bo@li.example",)),
            of("Ana Ruiz", organisation="Press", phones=("+34600123456",)),
            of("Bo Li", emails=("bo@li.example",)),
            of("Jonathan Fry"),
        )
    ).pairs
    assert [(pair.ids, pair.reason) for pair in pairs] == [
        ((4, 6), "same email address, same name"),
        ((3, 5), "same phone number, same name"),
        ((1, 3), "same name, same organisation"),
        ((1, 5), "same name"),
        ((2, 7), "a similar name"),
    ]
    assert [pair.score for pair in pairs] == [90, 82, 50, 28, 24]


def test_a_first_letter_or_a_given_name_alone_needs_the_organisation() -> None:
    firm = "Ruiz & Sons"
    for short in ("A. Ruiz", "Ana", "Ruiz, A."):
        assert found(of(short, organisation=firm), of(organisation="RUIZ & SONS")) == [
            (Likeness.SHORTENED, Likeness.ORGANISATION)
        ]


def test_what_many_share_says_nothing_of_two_of_them() -> None:
    given = ("Ana", "Bo", "Chidi", "Dina", "Emi", "Freja", "Giorgi", "Hua", "Ines")
    switchboard = [of(one, phones=("555 0000 000",), emails=("info@x.example",)) for one in given]
    assert len(switchboard) == MOST_SHARING + 1
    assert found(*switchboard) == []
    assert len(found(*switchboard[1:])) == MOST_SHARING * (MOST_SHARING - 1) // 2
    namesakes = [of("John Smith", organisation=f"Firm {place % 8}") for place in range(9)]
    assert found(*namesakes) == [(Likeness.NAME, Likeness.ORGANISATION)]


def test_who_was_told_apart_is_not_suggested_and_neither_are_two_archived() -> None:
    three = people("Ana Ruiz", "Ana Ruiz", of("Ana Ruiz", archived=True))
    assert [pair.ids for pair in suggestions(three).pairs] == [(1, 2), (1, 3), (2, 3)]
    assert [pair.ids for pair in suggestions(three, {(1, 2)}).pairs] == [(1, 3), (2, 3)]
    away = people(*[of("Ana Ruiz", archived=True)] * 2)
    assert suggestions(away).pairs == ()


def test_it_gives_way_every_few_people() -> None:
    pauses = []
    suggestions(
        people(*(f"Ana Ruiz {number}" for number in range(320))), pause=lambda: pauses.append(1)
    )
    assert len(pauses) >= 80


@given(st.lists(st.sampled_from(["Ana Ruiz", "Anna Ruiz", "A Ruiz", "Bob Ray", "Rob Ray"])))
def test_a_pair_is_listed_once_the_lower_id_first(names: list[str]) -> None:
    listed = [pair.ids for pair in suggestions(people(*names)).pairs]
    assert len(set(listed)) == len(listed)
    assert all(first < second for first, second in listed)


@given(st.text(), st.text())
def test_any_name_and_number_can_be_compared(one: str, other: str) -> None:
    assert Name.of(one).is_nearly(Name.of(other)) == Name.of(other).is_nearly(Name.of(one))
    assert Number.of(one).is_same(Number.of(other)) == Number.of(other).is_same(Number.of(one))
    assert not (
        Name.of(one).is_shorter_than(Name.of(other))
        and Name.of(other).is_shorter_than(Name.of(one))
        and len(Name.of(one).words) != len(Name.of(other).words)
    )
    suggestions(people(of(one, emails=(other,), phones=(one, other)), of(other, phones=(one,))))


def test_a_nickname_stands_for_every_name_it_is_short_for() -> None:
    assert {"al", "albert", "alfred", "alexander"} <= forms("al")
    assert forms("xanthippe") == {"xanthippe"}
