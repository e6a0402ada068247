"""The interactions of the sample life: with people known by then, deep here and shallow there."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import Facet, Look
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.sample.life import life
from netjournal.sample.sample import Sample
from tests.conftest import SetClock

SATURDAY = date(2026, 11, 21)
DAYS = (SATURDAY, date(2026, 11, 16), date(2027, 1, 3), date(2028, 2, 29))
SEEDS = (1, 2, 3)


@pytest.fixture(scope="module", params=SEEDS, ids=str)
def lived(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Journal]:
    """A journal that holds a sample life."""
    noon = datetime.fromisoformat(f"{SATURDAY}T12:00")
    path = tmp_path_factory.mktemp("lived") / "journal.db"
    journal = Journal.open(path, clock=SetClock(noon))
    journal.fill(life(request.param, SATURDAY))
    yield journal
    journal.close()


def drafts(sample: Sample) -> list[InteractionDraft]:
    return [interaction.draft for interaction in sample.interactions]


def deep(journal: Journal, group: str) -> float:
    """What share of a group's members one sat down with."""
    (group_id,) = [line.id for line in journal.groups.lines() if line.name == group]
    members = journal.memberships.of_group(group_id)
    return sum((member.depth or 0) >= 3 for member in members) / len(members)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_they_are_between_the_first_meeting_and_yesterday(seed: int, day: date) -> None:
    sample = life(seed, day)
    met: dict[int | None, date] = {}
    for meeting in sample.meetings:
        for there in meeting.attendances:
            met.setdefault(there.contact_id, meeting.draft.start.date())
    for draft in drafts(sample):
        assert max(met[contact_id] for contact_id in draft.contact_ids) <= draft.day < day


def test_they_are_numbered_as_they_were() -> None:
    told = list(life(1, SATURDAY).interactions)
    assert [each.id for each in told] == list(range(1, len(told) + 1))
    assert [each.draft.day for each in told] == sorted(each.draft.day for each in told)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_kind_is_there_and_an_introduction_is_of_two(seed: int) -> None:
    told = drafts(life(seed, SATURDAY))
    assert {draft.kind for draft in told} == set(InteractionKind)
    for draft in told:
        people = 2 if draft.kind is InteractionKind.INTRODUCTION else 1
        assert len(set(draft.contact_ids)) == len(draft.contact_ids) == people


@pytest.mark.parametrize("seed", SEEDS)
def test_notes_are_short_and_varied_and_often_none(seed: int) -> None:
    notes = Counter(draft.note for draft in drafts(life(seed, SATURDAY)))
    assert 0.15 <= notes.pop("") / len(drafts(life(seed, SATURDAY))) <= 0.45
    assert len(notes) >= 40
    assert max(notes.values()) <= 8
    assert all(len(note) <= 70 for note in notes)
    assert not any("{" in note for note in notes)


@pytest.mark.parametrize("seed", SEEDS)
def test_most_that_is_asked_for_is_asked_in_the_groups_that_go_wrong(seed: int) -> None:
    sample = life(seed, SATURDAY)
    members = {
        draft.contact_id
        for draft in sample.memberships
        for group in sample.groups
        if group.id == draft.group_id
        and group.draft.name in ("Riverside Circle", "Harbour Breakfast Club")
    }
    told = [draft for draft in drafts(sample) if len(draft.contact_ids) == 1]
    shares = [
        sum(bool(draft.asked) for draft in some) / len(some)
        for some in (
            [draft for draft in told if draft.contact_ids[0] in members],
            [draft for draft in told if draft.contact_ids[0] not in members],
        )
    ]
    assert shares[0] > shares[1]


def test_the_group_one_is_all_in_is_deep_and_the_stale_one_is_shallow(lived: Journal) -> None:
    assert deep(lived, "Northgate Guild") >= 0.5
    assert deep(lived, "Makers' Table") >= 0.4
    assert deep(lived, "Riverside Circle") <= 0.3


def test_every_depth_is_there(lived: Journal) -> None:
    depths = Counter(line.depth for line in lived.contacts.pages().page(0, 200))
    assert set(depths) == {None, 0, 1, 2, 3, 4}
    assert depths[3] + depths[4] < depths[1] + depths[2]


def test_some_go_quiet_and_not_all(lived: Journal) -> None:
    pages = lived.contacts.pages(Look(facet=Facet.QUIET))
    assert 3 <= pages.shown <= 20


def test_a_person_has_a_timeline(lived: Journal) -> None:
    (deepest, *_) = lived.interactions.pages().page(0, 1)
    timeline = lived.timeline(deepest.contact_ids[0])
    kinds = {entry.happening for entry in timeline.page(0, timeline.total)}
    assert {"meeting", "interaction"} <= kinds
