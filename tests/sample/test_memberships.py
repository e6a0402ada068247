"""The memberships of the sample life: roles, one seat for each profession, places given up."""

from collections import Counter
from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.membership import MembershipDraft
from netjournal.sample.life import life
from netjournal.sample.sample import Sample

DAYS = (date(2026, 11, 21), date(2026, 11, 16), date(2027, 1, 3), date(2028, 2, 29))
SEEDS = (1, 2, 3)


def of(sample: Sample, name: str) -> list[MembershipDraft]:
    group_id = next(group.id for group in sample.groups if group.draft.name == name)
    return [draft for draft in sample.memberships if draft.group_id == group_id]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_stale_group_has_a_seat_for_each_profession(seed: int) -> None:
    seats = Counter(draft.classification for draft in of(life(seed, DAYS[0]), "Riverside Circle"))
    assert "" not in seats
    assert set(seats.values()) == {1}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_some_gave_up_their_place_and_nobody_holds_one_to_come(seed: int, day: date) -> None:
    sample = life(seed, day)
    assert sum(draft.until is not None for draft in of(sample, "Riverside Circle")) == 4
    for draft in sample.memberships:
        since, until = draft.since or date.min, draft.until or day
        assert since <= until <= day


@pytest.mark.parametrize("seed", SEEDS)
def test_each_holds_at_most_one_place_in_a_group(seed: int) -> None:
    places = [(draft.contact_id, draft.group_id) for draft in life(seed, DAYS[0]).memberships]
    assert len(set(places)) == len(places)


def test_guests_of_the_group_one_is_all_in_joined_it() -> None:
    sample = life(1, DAYS[0])
    (guild,) = [group for group in sample.groups if group.draft.name == "Northgate Guild"]
    assert guild.draft.joined_on is not None
    joined = [draft.since for draft in of(sample, guild.draft.name) if draft.since]
    assert any(since > guild.draft.joined_on for since in joined)


def test_the_journal_names_their_roles(journal: Journal) -> None:
    sample = life(1, DAYS[0])
    journal.fill(sample)
    assert {"chair", "treasurer", "secretary"} <= roles(journal, sample, "Northgate Guild")
    assert "host" in roles(journal, sample, "Makers' Table")


def roles(journal: Journal, sample: Sample, name: str) -> set[str]:
    (group_id,) = {draft.group_id for draft in of(sample, name)}
    members = journal.memberships.of_group(group_id)
    return {member.membership.role for member in members if member.membership}
