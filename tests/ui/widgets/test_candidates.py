"""Whom a half-typed name means, and what Enter would do."""

import pytest

from netjournal.model.contact import ContactMatch
from netjournal.ui.widgets.candidates import candidates, likeliest
from netjournal.ui.widgets.present import Person, Present

PRESENT = Present(
    people=(
        Person(name="Ana Ruiz", contact_id=1),
        Person(name="Zoë Ünal", contact_id=2, there=False),
    ),
    counts=True,
)
MARSH = ContactMatch(id=7, name="Jo Marsh", organisation="Marsh & Co")


def taken(typed: str, matches: tuple[ContactMatch, ...] = ()) -> tuple[str, str]:
    """Who Enter takes, and what that does."""
    found = candidates(typed, PRESENT, matches)
    candidate = found[likeliest(typed, found)]
    return candidate.name, candidate.does


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("an", ("Ana Ruiz", "take the tick off")),
        ("ruiz a", ("Ana Ruiz", "take the tick off")),
        ("zoe", ("Zoë Ünal", "tick")),
        ("jo", ("Jo Marsh", "add")),
        ("jo mars", ("Jo Marsh", "add")),
        ("Jo March", ("Jo March", "new contact")),
        ("jomarsh", ("Jo Marsh", "add")),
    ],
)
def test_enter_takes_the_one_that_fits(typed: str, expected: tuple[str, str]) -> None:
    assert taken(typed, (MARSH,)) == expected


def test_a_name_no_one_has_is_new() -> None:
    assert taken("  Hal   Nine ") == ("Hal Nine", "new contact")


def test_nothing_typed_offers_no_one() -> None:
    assert candidates(" ", PRESENT, (MARSH,)) == ()


def test_someone_listed_is_not_offered_again_as_a_contact() -> None:
    ana = ContactMatch(id=1, name="Ana Ruiz", organisation="")
    found = candidates("ana", PRESENT, (ana, MARSH))
    assert [candidate.name for candidate in found] == ["Ana Ruiz", "Jo Marsh", "ana"]
