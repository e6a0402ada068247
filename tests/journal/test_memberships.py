"""What can be done with memberships."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.me import MeDraft
from netjournal.model.membership import Member, MembershipDraft
from netjournal.model.seats import Seat, Seats
from tests.conftest import SetClock
from tests.entries import STEADY, at, one_off

NOBODY = 99
TODAY = date(2026, 11, 21)
ANA, BO, RIVERSIDE, ROTARY = 1, 2, 1, 2
CHAIR = MembershipDraft(
    contact_id=ANA,
    group_id=RIVERSIDE,
    role="Chair",
    classification="Notary",
    since=date(2024, 3, 1),
)
Verb = Callable[[Journal], object]


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana, an architect, and Bo; Riverside and Rotary; by their ids 1 and 2."""
    journal.contacts.add(ContactDraft(name="Ana", classification="Architect", why="Light"))
    journal.contacts.add(ContactDraft(name="Bo"))
    for name in ("Riverside", "Rotary"):
        journal.groups.join(GroupDraft(name=name))


def meet(journal: Journal, group_id: int | None, day: date, *names: str) -> None:
    """A meeting, and who was there; names that are new become contacts."""
    if group_id is None:
        occasion = one_off(f"{day}T08:00")
    else:
        occasion = journal.meetings.occasion(group_id, at(f"{day}T07:00"))
    there = (
        AttendanceDraft(contact_id=next(iter(journal.contacts.named(name)), None), name=name)
        for name in names
    )
    journal.meetings.reflect(occasion, STEADY, tuple(there))


def of_group(journal: Journal, group_id: int = RIVERSIDE) -> list[str]:
    """The names of a group's members."""
    return [member.name for member in journal.memberships.of_group(group_id)]


def listed_groups(journal: Journal, name: str = "Ana") -> tuple[str, ...]:
    """A contact's groups as the list of contacts has them."""
    lines = {line.name: line for line in journal.contacts.pages().page(0, 99)}
    return lines[name].groups


def test_a_membership_is_read_back_as_it_was_said(journal: Journal) -> None:
    found = journal.memberships.get(journal.memberships.add(CHAIR))
    assert all(getattr(found, name) == getattr(CHAIR, name) for name in CHAIR.__dataclass_fields__)
    assert (found.name, found.group, found.until) == ("Ana", "Riverside", None)


def test_a_revised_membership_has_what_was_said_last(journal: Journal) -> None:
    place = journal.memberships.add(CHAIR)
    journal.memberships.revise(
        place, MembershipDraft(contact_id=BO, group_id=ROTARY, role=" Past \n chair ", until=TODAY)
    )
    found = journal.memberships.get(place)
    assert (found.name, found.group, found.role) == ("Bo", "Rotary", "Past chair")
    assert (found.classification, found.since, found.until) == ("", None, TODAY)
    journal.undo()
    assert (journal.memberships.get(place).name, listed_groups(journal)) == ("Ana", ("Riverside",))


def test_one_that_ends_today_still_lasts_today(journal: Journal, clock: SetClock) -> None:
    place = journal.memberships.add(CHAIR)
    journal.memberships.end(place)
    assert journal.memberships.get(place).until == TODAY
    assert (of_group(journal), listed_groups(journal)) == (["Ana"], ("Riverside",))
    clock.moment += timedelta(days=1)
    assert (of_group(journal), listed_groups(journal)) == ([], ())


def test_one_can_have_ended_on_another_day(journal: Journal) -> None:
    place = journal.memberships.add(CHAIR)
    journal.memberships.end(place, date(2026, 6, 30))
    assert journal.memberships.get(place).until == date(2026, 6, 30)
    assert journal.memberships.get(place).role == "Chair"
    assert of_group(journal) == []
    with pytest.raises(InvalidError, match=r"Until is before the day it began\."):
        journal.memberships.end(place, date(2024, 2, 29))


def test_a_deleted_membership_is_gone_until_it_is_undone(journal: Journal) -> None:
    place = journal.memberships.add(CHAIR)
    before = journal.memberships.get(place)
    journal.memberships.delete(place)
    with pytest.raises(NotFoundError, match="This membership is no longer in the journal"):
        journal.memberships.get(place)
    assert listed_groups(journal) == ()
    journal.undo()
    assert journal.memberships.get(place) == before


@pytest.mark.parametrize("gone", [lambda j: j.contacts.delete(ANA), lambda j: j.groups.delete(1)])
def test_whoever_or_whatever_goes_takes_its_memberships_along(journal: Journal, gone: Verb) -> None:
    place = journal.memberships.add(CHAIR)
    gone(journal)
    with pytest.raises(NotFoundError):
        journal.memberships.get(place)
    journal.undo()
    assert journal.memberships.get(place).role == "Chair"


@pytest.mark.parametrize(
    ("draft", "field", "sentence"),
    [
        (
            replace(CHAIR, until=date(2024, 2, 29)),
            "until",
            "Until is before the day it began.",
        ),
        (replace(CHAIR, role="x" * 10_001), "role", "Role is longer than 10,000"),
        (replace(CHAIR, since=date(1899, 12, 31)), "since", "Since can't be less than 1900-01-01."),
    ],
)
def test_what_cannot_be_is_refused(
    journal: Journal, draft: MembershipDraft, field: str, sentence: str
) -> None:
    standing = journal.memberships.add(CHAIR)
    for verb in (
        lambda: journal.memberships.add(draft),
        lambda: journal.memberships.revise(standing, draft),
    ):
        with pytest.raises(InvalidError) as refused:
            verb()
        assert refused.value.fields[field].startswith(sentence)
    assert journal.memberships.of_contact(ANA) == (journal.memberships.get(standing),)


@pytest.mark.parametrize(
    ("stands", "wanted", "fits"),
    [
        ((None, None), (None, None), False),
        (("2024-03-01", None), (None, "2024-03-01"), False),
        (("2024-03-01", None), (None, "2024-02-29"), True),
        (("2024-03-01", "2024-12-31"), ("2024-12-31", None), False),
        (("2024-03-01", "2024-12-31"), ("2025-01-01", None), True),
        (("2024-03-01", "2024-12-31"), ("2024-05-01", "2024-06-01"), False),
        (("2024-03-01", "2024-12-31"), ("2023-01-01", "2026-01-01"), False),
        ((None, "2024-12-31"), (None, None), False),
    ],
)
def test_nobody_has_two_places_in_one_group_on_one_day(
    journal: Journal,
    stands: tuple[str | None, str | None],
    wanted: tuple[str | None, str | None],
    fits: bool,
) -> None:
    def over(span: tuple[str | None, str | None]) -> MembershipDraft:
        since, until = (date.fromisoformat(day) if day else None for day in span)
        return MembershipDraft(contact_id=ANA, group_id=RIVERSIDE, since=since, until=until)

    for first, second in ((stands, wanted), (wanted, stands)):
        place = journal.memberships.add(over(first))
        if fits:
            other = journal.memberships.add(over(second))
            assert len(journal.memberships.of_contact(ANA)) == 2
            journal.memberships.delete(other)
        else:
            with pytest.raises(InvalidError, match="Ana is in Riverside already"):
                journal.memberships.add(over(second))
            assert len(journal.memberships.of_contact(ANA)) == 1
        journal.memberships.delete(place)


def test_two_that_would_overlap_once_changed_are_refused_in_words(journal: Journal) -> None:
    first = journal.memberships.add(replace(CHAIR, until=date(2024, 12, 31)))
    again = journal.memberships.add(replace(CHAIR, since=date(2025, 6, 1)))
    verbs: tuple[Verb, ...] = (
        lambda j: j.memberships.end(first, TODAY),
        lambda j: j.memberships.revise(first, CHAIR),
    )
    for verb in verbs:
        with pytest.raises(InvalidError) as refused:
            verb(journal)
        assert refused.value.fields == {
            "since": "Ana is in Riverside already, since Sun 1 Jun 2025; "
            "change or end that membership."
        }
    assert journal.memberships.get(first).until == date(2024, 12, 31)
    journal.memberships.revise(again, replace(CHAIR, since=date(2025, 1, 1), role="Member"))


def test_another_group_or_another_person_is_no_overlap(journal: Journal) -> None:
    journal.memberships.add(CHAIR)
    journal.memberships.add(replace(CHAIR, contact_id=BO))
    journal.memberships.add(replace(CHAIR, group_id=ROTARY))
    assert listed_groups(journal) == ("Riverside", "Rotary")
    assert listed_groups(journal, "Bo") == ("Riverside",)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        (lambda j: j.memberships.add(replace(CHAIR, contact_id=NOBODY)), "contact"),
        (lambda j: j.memberships.add(replace(CHAIR, group_id=NOBODY)), "group"),
        (lambda j: j.memberships.revise(NOBODY, CHAIR), "membership"),
        (lambda j: j.memberships.end(NOBODY), "membership"),
        (lambda j: j.memberships.delete(NOBODY), "membership"),
        (lambda j: j.memberships.of_group(NOBODY), "group"),
    ],
)
def test_who_or_what_is_not_there_is_named(journal: Journal, verb: Verb, noun: str) -> None:
    with pytest.raises(NotFoundError, match=f"This {noun} is no longer in the journal"):
        verb(journal)


def test_those_of_a_contact_begin_with_what_lasts(journal: Journal) -> None:
    def place(group_id: int, since: date | None, until: date | None) -> None:
        journal.memberships.add(
            MembershipDraft(contact_id=ANA, group_id=group_id, since=since, until=until)
        )

    chamber = journal.groups.join(GroupDraft(name="Chamber"))
    place(ROTARY, date(2025, 1, 1), TODAY)
    place(RIVERSIDE, None, date(2023, 6, 30))
    place(chamber, date(2027, 1, 1), None)
    place(ROTARY, None, date(2024, 12, 31))
    place(RIVERSIDE, date(2024, 1, 1), None)
    found = journal.memberships.of_contact(ANA)
    assert [(one.group, one.until) for one in found] == [
        ("Chamber", None),
        ("Riverside", None),
        ("Rotary", TODAY),
        ("Rotary", date(2024, 12, 31)),
        ("Riverside", date(2023, 6, 30)),
    ]
    assert journal.memberships.of_contact(BO) == ()


def test_who_has_no_membership_is_a_member_wherever_seen_within_a_year(journal: Journal) -> None:
    meet(journal, RIVERSIDE, date(2025, 11, 21), "Too long ago")
    meet(journal, RIVERSIDE, date(2025, 11, 22), "Within a year")
    meet(journal, ROTARY, date(2026, 11, 3), "Elsewhere")
    meet(journal, None, date(2026, 11, 3), "At a one-off")
    meet(journal, RIVERSIDE, date(2026, 11, 10), "Bo", "Ana")
    journal.memberships.add(replace(CHAIR, group_id=ROTARY, until=date(2025, 1, 1)))
    assert of_group(journal) == ["Bo", "Within a year"]
    assert of_group(journal, ROTARY) == ["Elsewhere"]


def test_a_member_is_shown_with_what_is_known_of_them(journal: Journal) -> None:
    meet(journal, RIVERSIDE, date(2026, 11, 3), "Ana", "Bo")
    meet(journal, RIVERSIDE, date(2026, 11, 10), "Ana")
    meet(journal, ROTARY, date(2026, 11, 17), "Ana")
    held = journal.memberships.get(journal.memberships.add(CHAIR))
    assert journal.memberships.of_group(RIVERSIDE) == (
        Member(
            contact_id=ANA,
            name="Ana",
            organisation="",
            membership=held,
            classification="Notary",
            depth=2,
            times_met=2,
            last_seen="2026-11-10",
            has_why=True,
        ),
        Member(
            contact_id=BO,
            name="Bo",
            organisation="",
            membership=None,
            classification="",
            depth=0,
            times_met=1,
            last_seen="2026-11-03",
            has_why=False,
        ),
    )


def test_a_member_sits_for_their_own_profession_unless_said(journal: Journal) -> None:
    journal.memberships.add(replace(CHAIR, classification=""))
    (ana,) = journal.memberships.of_group(RIVERSIDE)
    assert (ana.classification, ana.times_met, ana.last_seen) == ("Architect", 0, None)


def test_of_several_times_in_a_group_the_one_that_lasts_is_shown(journal: Journal) -> None:
    journal.memberships.add(replace(CHAIR, since=None, until=date(2025, 12, 31), role="Chair"))
    journal.memberships.add(replace(CHAIR, since=date(2026, 2, 1), until=None, role="Member"))
    (ana,) = journal.memberships.of_group(RIVERSIDE)
    assert ana.membership is not None
    assert ana.membership.role == "Member"


@pytest.mark.parametrize(
    ("verb", "named"),
    [
        (lambda j: j.memberships.add(replace(CHAIR, contact_id=BO)), "Added the membership of Bo"),
        (lambda j: j.memberships.revise(1, replace(CHAIR, role="")), "Changed the membership of A"),
        (lambda j: j.memberships.end(1), "Ended the membership of Ana in Riverside"),
        (lambda j: j.memberships.delete(1), "Deleted the membership of Ana in Riverside"),
    ],
)
def test_a_step_is_named_for_whom_and_where_it_is(journal: Journal, verb: Verb, named: str) -> None:
    journal.memberships.add(CHAIR)
    verb(journal)
    step = journal.last_step()
    assert step is not None
    assert step.label.startswith(named)


def test_seats_are_of_the_membership_else_their_own(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Mill"))
    people = {"Ana": "Printer", "Bo": "Notary", "Cy": "", "Di": "Banker"}
    for name, profession in people.items():
        contact = journal.contacts.add(ContactDraft(name=name, classification=profession))
        journal.memberships.add(
            MembershipDraft(
                contact_id=contact,
                group_id=group,
                classification="NOTARY" if name == "Ana" else "",
                until=date(2026, 11, 1) if name == "Di" else None,
            )
        )
    journal.me.revise(MeDraft(classification="notary", natural_partners=("Banker", "Printer")))
    assert journal.memberships.seats(journal.memberships.of_group(group)) == Seats(
        taken=(Seat("NOTARY", ("Ana", "Bo")),),
        unsaid=1,
        rivals=("Ana", "Bo"),
        missing=("Banker", "Printer"),
    )
