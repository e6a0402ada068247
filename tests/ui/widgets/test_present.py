"""Who was there: suggested, ticked, left out, added."""

import pytest

from netjournal.ui.widgets.present import Person, Present

LAST_TIME = Present(
    people=(
        Person(name="Ana Ruiz", contact_id=1, last_time=True),
        Person(name="Li Wei", contact_id=2, last_time=True),
    )
)


def there(present: Present) -> list[str]:
    return [present.people[place].name for place in present.there]


def test_a_suggestion_counts_for_nothing() -> None:
    assert LAST_TIME.suggests
    assert LAST_TIME.roster() is None


def test_as_last_time_takes_everyone() -> None:
    taken = LAST_TIME.as_last_time()
    roster = taken.roster()
    assert roster is not None
    assert [person.contact_id for person in roster] == [1, 2]


def test_one_change_makes_the_whole_roster_count() -> None:
    changed = LAST_TIME.toggled(0)
    assert changed.counts
    assert there(changed) == ["Li Wei"]


def test_someone_added_joins_the_suggested() -> None:
    added = LAST_TIME.added("  Jo   March ")
    assert there(added) == ["Ana Ruiz", "Li Wei", "Jo March"]
    assert added.people[2].new


@pytest.mark.parametrize(("name", "contact_id"), [("ANA RUIZ", None), ("Ana R.", 1)])
def test_no_one_is_listed_twice(name: str, contact_id: int | None) -> None:
    again = LAST_TIME.toggled(0).added(name, contact_id)
    assert there(again) == ["Ana Ruiz", "Li Wei"]


def test_two_contacts_of_one_name_stay_two() -> None:
    both = LAST_TIME.added("Ana Ruiz", 9)
    assert there(both) == ["Ana Ruiz", "Li Wei", "Ana Ruiz"]


def test_nobody_is_an_answer_and_can_be_taken_back() -> None:
    nobody = LAST_TIME.nobody()
    assert nobody.roster() == ()
    assert nobody.nobody() == LAST_TIME


def test_taking_nobody_back_keeps_who_was_added() -> None:
    present = LAST_TIME.added("Jo").nobody().nobody()
    assert [person.name for person in present.people] == ["Ana Ruiz", "Li Wei", "Jo"]
    assert there(present) == ["Ana Ruiz", "Li Wei"]
