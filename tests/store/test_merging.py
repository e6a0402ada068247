"""Merging follows every reference to a contact, in the tables of today and of tomorrow."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import UniqueConstraint

from netjournal.errors import ConflictError, InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.timeline import Entry, Happening
from netjournal.store import merging
from netjournal.store.tables import RECORDED
from netjournal.store.tables.row import table_of
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at
from tests.store.damage import content

DAY = date(2026, 11, 3)
KEPT, GONE, OTHER, FOURTH = 1, 2, 3, 4
WHO = st.sampled_from([KEPT, GONE, OTHER, FOURTH])
NOTE = st.sampled_from(["", "Paper.", "Ink."])
SAID = st.none() | st.booleans()
Verb = Callable[[Journal], object]


def references(path: Path) -> dict[tuple[str, str], list[int]]:
    """Whom each column points at that points at contacts, as the file declares them."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            (table.name, column): [
                one for (one,) in connection.execute(f"SELECT {column} FROM {table.name}")
            ]
            for table in map(table_of, RECORDED)
            for _, _, to, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table.name})")
            if to == "contacts"
        }


def test_no_reference_is_forgotten(journal: Journal, path: Path) -> None:
    assert set(merging.references()) == references(path).keys()


def test_where_only_one_row_may_stay_two_are_united() -> None:
    once = {
        table.name
        for table in map(table_of, RECORDED)
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint)
        and any(key.column.table.name == "contacts" for c in rule.columns for key in c.foreign_keys)
    }
    assert once <= merging.UNITED.keys()


def test_whatever_pointed_at_the_one_points_at_the_other(journal: Journal, path: Path) -> None:
    for name in ("Ana Ruiz", "Anna Ruiz", "Bo", "Li"):
        journal.contacts.add(ContactDraft(name=name, tags=("print",)))
    group = journal.groups.join(GroupDraft(name="Riverside", invited_by=GONE), TUESDAYS)
    there = AttendanceDraft(contact_id=GONE, name="Anna Ruiz")
    journal.meetings.reflect(journal.meetings.occasion(group, DAY), STEADY, (there,))
    call = InteractionDraft(kind=InteractionKind.CALL, day=DAY, contact_ids=(GONE,))
    journal.interactions.add(call)
    journal.follow_ups.add(FollowUpDraft(contact_id=GONE, what="Ring"))
    journal.memberships.add(MembershipDraft(contact_id=GONE, group_id=group))
    given = ReferralDraft(direction=Direction.GIVEN, day=DAY, partner_id=GONE)
    journal.referrals.add(given)
    journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=DAY, partner_id=OTHER, prospect_id=GONE)
    )
    journal.business.close(BusinessDraft(amount=Decimal(9), day=DAY, client_id=GONE))
    later = journal.meetings.occasion(group, date(2026, 11, 24))
    journal.invitations.send(InvitationDraft(contact_id=GONE, sent_on=DAY), later)
    journal.duplicates.tell_apart(GONE, OTHER)
    journal.duplicates.tell_apart(FOURTH, GONE)
    before = references(path)
    columns = [column for column, whom in before.items() if GONE in whom]
    assert before.keys() - columns <= {("contacts_apart", "second_id")}
    journal.merging.merge(KEPT, GONE)
    after = references(path)
    assert [column for column in after if GONE in after[column]] == []
    assert [column for column in columns if KEPT not in after[column]] == []
    assert [len(whom) for whom in after.values()] == [
        len(whom) - (column == ("contact_details", "contact_id")) for column, whom in before.items()
    ]


def reflected(week: int, roster: list[AttendanceDraft]) -> Verb:
    """Notes who was at a meeting."""
    day = DAY + timedelta(weeks=week)
    return lambda journal: journal.meetings.reflect(
        journal.meetings.occasion(1, day), STEADY, tuple(roster)
    )


def invited(whom: int, week: int, sent_on: date, outcome: Outcome) -> Verb:
    """Notes an invitation, and what became of it."""
    draft = InvitationDraft(contact_id=whom, sent_on=sent_on)

    def note(journal: Journal) -> None:
        occasion = journal.meetings.occasion(1, DAY + timedelta(weeks=week))
        journal.invitations.answer(journal.invitations.send(draft, occasion), outcome)

    return note


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 6))
DOINGS: st.SearchStrategy[Verb] = st.one_of(
    st.builds(
        reflected,
        st.integers(0, 2),
        st.lists(
            st.builds(
                AttendanceDraft,
                contact_id=WHO,
                name=st.just("there"),
                talked=SAID,
                asked=SAID,
                heard_pitch=SAID,
                note=NOTE,
            ),
            max_size=3,
            unique_by=lambda one: one.contact_id,
        ),
    ),
    st.builds(invited, WHO, st.integers(0, 2), DAYS, st.sampled_from(Outcome)),
    st.builds(
        InteractionDraft,
        kind=st.sampled_from(InteractionKind),
        day=st.just(DAY),
        contact_ids=st.lists(WHO, min_size=1, max_size=3, unique=True).map(tuple),
        note=NOTE,
    ).map(lambda draft: lambda journal: journal.interactions.add(draft)),
    st.builds(
        ReferralDraft,
        direction=st.sampled_from(Direction),
        day=st.just(DAY),
        partner_id=WHO,
        prospect_id=st.none() | WHO,
        note=NOTE,
    ).map(lambda draft: lambda journal: journal.referrals.add(draft)),
    st.builds(
        MembershipDraft,
        contact_id=WHO,
        group_id=st.just(1),
        role=st.sampled_from(["", "Chair", "Treasurer"]),
        since=st.none() | DAYS,
        until=st.none() | DAYS,
    ).map(lambda draft: lambda journal: journal.memberships.add(draft)),
    st.builds(FollowUpDraft, contact_id=WHO, what=st.sampled_from(["Ring", "Write"])).map(
        lambda draft: lambda journal: journal.follow_ups.add(draft)
    ),
    st.builds(BusinessDraft, amount=st.just(Decimal(9)), day=st.just(DAY), client_id=WHO).map(
        lambda draft: lambda journal: journal.business.close(draft)
    ),
    st.lists(WHO, min_size=2, max_size=2, unique=True).map(
        lambda both: lambda journal: journal.duplicates.tell_apart(*both)
    ),
)
"""What can be noted of some people."""


@settings(max_examples=80)
@given(st.lists(DOINGS, max_size=14))
def test_nothing_is_lost_and_undo_restores_both_timelines_row_by_row(doings: list[Verb]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        with closing(Journal.open(path, clock=SetClock(at("2026-11-21T12:00")))) as journal:
            note(journal, doings)
            before, timelines = content(path), timelines_of(journal, KEPT, GONE, OTHER)
            try:
                journal.merging.merge(KEPT, GONE)
            except ConflictError:
                assert content(path) == before
                return
            merged = content(path)
            told = timelines_of(journal, KEPT, OTHER)
            assert GONE not in {row for rows in references(path).values() for row in rows}
            assert lost(timelines[0] + timelines[1], told[0]) == []
            assert lost(timelines[2], told[1]) == []
            journal.undo()
            assert content(path) == before
            assert timelines_of(journal, KEPT, GONE, OTHER) == timelines
            journal.redo()
            assert content(path) == merged
            assert timelines_of(journal, KEPT, OTHER) == told


def note(journal: Journal, doings: list[Verb]) -> None:
    """Four people in a group, and what was noted of them; what the journal refuses isn't."""
    for name in ("Ana", "Anna", "Bo", "Li"):
        journal.contacts.add(ContactDraft(name=name, notes=f"Of {name}.", tags=(name,)))
    journal.groups.join(GroupDraft(name="Riverside", invited_by=GONE), TUESDAYS)
    for do in doings:
        with suppress(InvalidError, ConflictError):
            do(journal)


def timelines_of(journal: Journal, *people: int) -> list[tuple[Entry, ...]]:
    """All of some people's timelines."""
    wholes = [journal.timeline(one) for one in people]
    return [whole.page(0, whole.total) for whole in wholes]


def lost(before: Iterable[Entry], after: Sequence[Entry]) -> list[Entry]:
    """The entries of which nothing is told any more, or not all."""
    return [old for old in before if not any(tells(new, old) for new in after)]


def tells(new: Entry, old: Entry) -> bool:
    """Whether an entry is of the same record as another and says as much."""
    same = new.record_id == old.record_id
    if old.happening is Happening.INVITATION:
        same = new.title == old.title and (new.state == old.state or old.state != Outcome.CAME)
    if old.happening is Happening.MEETING:
        same = same and (new.state == old.state or old.state != "talked")
    return new.happening == old.happening and same and old.note in new.note
