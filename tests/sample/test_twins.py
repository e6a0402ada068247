"""Who is noted twice in the sample life, and who only shares a name."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.duplicates import Likeness
from netjournal.sample.life import life

TODAY = date(2026, 11, 21)
SEEDS = (1, 2, 3)


@pytest.mark.parametrize("seed", SEEDS)
def test_some_look_like_one_person_and_two_are_known_apart(seed: int, journal: Journal) -> None:
    journal.fill(life(seed, TODAY))
    found = journal.duplicates.suggested()
    names = [{pair.first.name, pair.second.name} for pair in found.pairs]
    assert {"Robert Kilbride", "Bob Kilbride"} in names
    likenesses = {likeness for pair in found.pairs for likeness in pair.likenesses}
    assert {Likeness.EMAIL, Likeness.PHONE, Likeness.NAME, Likeness.NICKNAME} <= likenesses
    assert not any("Jonas Halvard" in both for both in names)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_people_of_one_name_share_nothing_else(seed: int) -> None:
    one, other = [
        contact.draft
        for contact in life(seed, TODAY).contacts
        if contact.draft.name == "Maria Silva"
    ]
    assert not {*one.emails, *one.phones} & {*other.emails, *other.phones}
    assert one.organisation != other.organisation


@pytest.mark.parametrize("seed", SEEDS)
def test_those_noted_twice_share_an_address_or_all_but_accents(seed: int) -> None:
    sample = life(seed, TODAY)
    emails = [email for contact in sample.contacts for email in contact.draft.emails]
    assert len(emails) - len(set(emails)) == 1
    (pair,) = sample.apart
    assert pair[0] < pair[1]
