"""Undo and redo: any change taken back leaves the journal as it was before, to the byte."""

import sqlite3
from contextlib import closing, suppress
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from netjournal.errors import ConflictError, InvalidError, JournalError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft, Rescheduled
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.meeting import LogEntry, MeetingDraft
from netjournal.model.referral import Direction, ReferralDraft, ReferralStatus
from netjournal.store import derived
from netjournal.store.store import Store
from netjournal.store.tables import SEARCH
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at, fill, one_off, present
from tests.store.damage import DERIVED, Content, content

NAMES = st.sampled_from(["Ana Ruiz", "Élodie", "李伟", "O'Brien", "Bob [/]", "a" * 50])
DAYS = st.dates(date(2026, 10, 1), date(2026, 11, 20))
SOME = st.integers(0, 50)
KINDS = st.sampled_from(InteractionKind)


class AnyChanges(RuleBasedStateMachine):
    """Changes of every kind in any order, undone and redone at will."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.db"
        self.journal = Journal.open(self.path, clock=SetClock(at("2026-11-21T12:00")))
        self.states = [content(self.path)]
        self.present = 0

    def teardown(self) -> None:
        while self.present:
            self.undo()
        while self.present < len(self.states) - 1:
            self.redo()
        with pytest.raises(NotFoundError):
            self.journal.redo()
        self.journal.close()
        self.folder.cleanup()

    @initialize()
    def begin_filled(self) -> None:
        self.group = self.journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
        self.keep()
        self.journal.meetings.reflect(one_off("2026-11-02T08:00"), STEADY, present("Ana", "Li"))
        self.keep()

    def keep(self) -> None:
        """Notes the state after a verb; one that changed nothing made no step."""
        now = content(self.path)
        if now != self.states[self.present]:
            self.states[self.present + 1 :] = [now]
            self.present += 1

    def pick(self, table: str, number: int) -> int:
        """The id of some row, or of none."""
        rows = content(self.path, table)[table]
        return int(rows[number % len(rows)][0]) if rows else 0

    @rule(name=NAMES, email=st.lists(NAMES, max_size=2), tags=st.lists(NAMES, max_size=3))
    def add_contact(self, name: str, email: list[str], tags: list[str]) -> None:
        self.journal.contacts.add(ContactDraft(name=name, emails=tuple(email), tags=tuple(tags)))
        self.keep()

    @rule(number=SOME, name=NAMES, tags=st.lists(NAMES, max_size=3))
    def revise_contact(self, number: int, name: str, tags: list[str]) -> None:
        with suppress(NotFoundError):
            contact_id = self.pick("contacts", number)
            self.journal.contacts.revise(contact_id, ContactDraft(name=name, tags=tuple(tags)))
        self.keep()

    @rule(number=SOME, archived=st.booleans())
    def archive_contact(self, number: int, archived: bool) -> None:
        with suppress(NotFoundError):
            self.journal.contacts.archive(self.pick("contacts", number), archived)
        self.keep()

    @rule(number=SOME)
    def delete_contact(self, number: int) -> None:
        with suppress(NotFoundError):
            self.journal.contacts.delete(self.pick("contacts", number))
        self.keep()

    @rule(number=SOME, other=SOME, tag=NAMES, on=st.booleans())
    def tag_contacts(self, number: int, other: int, tag: str, on: bool) -> None:
        with suppress(NotFoundError):
            both = [self.pick("contacts", number), self.pick("contacts", other)]
            self.journal.contacts.tag(both, tag, on)
        self.keep()

    @rule(number=SOME, other=SOME, archived=st.none() | st.booleans())
    def put_contacts_away(self, number: int, other: int, archived: bool | None) -> None:
        with suppress(NotFoundError):
            both = [self.pick("contacts", number), self.pick("contacts", other)]
            if archived is None:
                self.journal.contacts.delete_all(both)
            else:
                self.journal.contacts.archive_all(both, archived)
        self.keep()

    @rule(number=SOME, other=SOME, apart=st.booleans())
    def merge_contacts(self, number: int, other: int, apart: bool) -> None:
        with suppress(ConflictError, NotFoundError):
            both = self.pick("contacts", number), self.pick("contacts", other)
            if apart:
                self.journal.duplicates.tell_apart(*both)
            else:
                self.journal.merging.merge(*both)
        self.keep()

    @rule(tag=NAMES, number=SOME, days=st.none() | st.integers(1, 3650))
    def say_how_often(self, tag: str, number: int, days: int | None) -> None:
        with suppress(NotFoundError):
            self.journal.contacts.set_tag_cadence(tag, days)
            self.keep()
            self.journal.contacts.set_cadence([self.pick("contacts", number)], days)
        self.keep()

    @rule(name=NAMES, inviter=SOME)
    def join(self, name: str, inviter: int) -> None:
        invited_by = self.pick("contacts", inviter) or None
        with suppress(InvalidError):
            self.journal.groups.join(
                GroupDraft(name=name, invited_by=invited_by), TUESDAYS, "Worth it."
            )
        self.keep()

    @rule(number=SOME, name=NAMES)
    def rename_group(self, number: int, name: str) -> None:
        with suppress(InvalidError, NotFoundError):
            self.journal.groups.revise(self.pick("groups", number), GroupDraft(name=name))
        self.keep()

    @rule(number=SOME, since=st.none() | DAYS, planned=st.booleans())
    def reschedule(self, number: int, since: date | None, planned: bool) -> None:
        with suppress(NotFoundError):
            schedule = TUESDAYS if planned else None
            self.journal.groups.reschedule(
                self.pick("groups", number), Rescheduled(schedule, since)
            )
        self.keep()

    @rule(number=SOME)
    def delete_group(self, number: int) -> None:
        with suppress(NotFoundError):
            self.journal.groups.delete(self.pick("groups", number))
        self.keep()

    @rule(number=SOME, day=DAYS, known=st.lists(SOME, max_size=3), new=st.lists(NAMES, max_size=2))
    def reflect(self, number: int, day: date, known: list[int], new: list[str]) -> None:
        roster = [
            AttendanceDraft(contact_id=contact_id, name="known", talked=True, note="of old")
            for contact_id in {self.pick("contacts", which) for which in known}
            if contact_id
        ]
        with suppress(NotFoundError):
            occasion = self.journal.meetings.occasion(self.pick("groups", number), day)
            self.journal.meetings.reflect(occasion, STEADY, (*roster, *present(*new)))
        self.keep()

    @rule(day=DAYS, met=st.lists(NAMES, max_size=2), notes=NAMES)
    def log(self, day: date, met: list[str], notes: str) -> None:
        entry = LogEntry(energy=1, confidence=2, pushiness=3, met=tuple(met), notes=notes)
        with suppress(JournalError):
            self.journal.meetings.log(one_off(f"{day}T18:00"), entry)
        self.keep()

    @rule(number=SOME, day=DAYS, missed=st.booleans())
    def move_meeting(self, number: int, day: date, missed: bool) -> None:
        draft = MeetingDraft(start=at(f"{day}T19:30"), title="Moved", missed=missed)
        with suppress(JournalError):
            self.journal.meetings.revise(self.pick("meetings", number), draft)
        self.keep()

    @rule(number=SOME)
    def delete_meeting(self, number: int) -> None:
        with suppress(NotFoundError):
            self.journal.meetings.delete(self.pick("meetings", number))
        self.keep()

    @rule(kind=KINDS, day=DAYS, known=st.lists(SOME, max_size=3), group=SOME, note=NAMES)
    def interact(
        self, kind: InteractionKind, day: date, known: list[int], group: int, note: str
    ) -> None:
        draft = InteractionDraft(
            kind=kind,
            day=day,
            contact_ids=tuple({self.pick("contacts", which) for which in known}),
            group_id=self.pick("groups", group) or None,
            note=note,
        )
        with suppress(InvalidError, NotFoundError):
            self.journal.interactions.add(draft)
        self.keep()

    @rule(number=SOME, day=DAYS, known=st.lists(SOME, min_size=1, max_size=3))
    def revise_interaction(self, number: int, day: date, known: list[int]) -> None:
        contact_ids = tuple({self.pick("contacts", which) for which in known})
        draft = InteractionDraft(kind=InteractionKind.CALL, day=day, contact_ids=contact_ids)
        with suppress(InvalidError, NotFoundError):
            self.journal.interactions.revise(self.pick("interactions", number), draft)
        self.keep()

    @rule(contact=SOME, what=NAMES, due=st.none() | DAYS)
    def follow_up(self, contact: int, what: str, due: date | None) -> None:
        draft = FollowUpDraft(contact_id=self.pick("contacts", contact), what=what, due=due)
        with suppress(NotFoundError):
            self.journal.follow_ups.add(draft)
        self.keep()

    @rule(number=SOME, answered=st.none() | st.booleans(), reopened=st.booleans())
    def do_follow_up(self, number: int, answered: bool | None, reopened: bool) -> None:
        with suppress(NotFoundError):
            follow_up = self.pick("follow_ups", number)
            self.journal.follow_ups.done(follow_up, answered)
            self.keep()
            if reopened:
                self.journal.follow_ups.reopen(follow_up)
        self.keep()

    @rule(partner=SOME, prospect=SOME, source=SOME, day=DAYS, direction=st.sampled_from(Direction))
    def refer(
        self, partner: int, prospect: int, source: int, day: date, direction: Direction
    ) -> None:
        draft = ReferralDraft(
            direction=direction,
            day=day,
            partner_id=self.pick("contacts", partner),
            prospect_id=self.pick("contacts", prospect) or None,
            source_id=self.pick("referrals", source) or None,
        )
        with suppress(InvalidError, NotFoundError):
            self.journal.referrals.add(draft)
        self.keep()

    @rule(number=SOME, source=SOME, status=st.sampled_from(ReferralStatus))
    def change_referral(self, number: int, source: int, status: ReferralStatus) -> None:
        with suppress(InvalidError, NotFoundError):
            referral = self.journal.referrals.get(self.pick("referrals", number))
            stood = {name: getattr(referral, name) for name in ReferralDraft.__dataclass_fields__}
            said = {"source_id": self.pick("referrals", source), "status": status}
            self.journal.referrals.revise(referral.id, ReferralDraft(**{**stood, **said}))
        self.keep()

    @rule(number=SOME)
    def delete_referral(self, number: int) -> None:
        with suppress(NotFoundError):
            self.journal.referrals.delete(self.pick("referrals", number))
        self.keep()

    @rule(referral=SOME, client=SOME, day=DAYS, cents=st.integers(1, 9_999))
    def close_business(self, referral: int, client: int, day: date, cents: int) -> None:
        draft = BusinessDraft(
            amount=Decimal(cents) / 100,
            day=day,
            client_id=self.pick("contacts", client) or None,
            referral_id=self.pick("referrals", referral) or None,
        )
        with suppress(NotFoundError):
            self.journal.business.close(draft)
        self.keep()

    @rule(contact=SOME, week=st.integers(1, 3), outcome=st.sampled_from(Outcome))
    def invite(self, contact: int, week: int, outcome: Outcome) -> None:
        with suppress(InvalidError, NotFoundError):
            day = date(2026, 11, 17) + timedelta(weeks=week)
            occasion = self.journal.meetings.occasion(self.group, day)
            draft = InvitationDraft(
                contact_id=self.pick("contacts", contact), sent_on=date(2026, 11, 20)
            )
            self.journal.invitations.send(draft, occasion)
            self.keep()
            self.journal.invitations.answer(self.pick("invitations", contact), outcome)
        self.keep()

    @precondition(lambda self: self.present)
    @rule()
    def undo(self) -> None:
        self.journal.undo()
        self.present -= 1

    @precondition(lambda self: self.present < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.journal.redo()
        self.present += 1

    @rule()
    def reopen(self) -> None:
        self.journal.close()
        self.journal = Journal.open(self.path, clock=self.journal.clock)

    @invariant()
    def is_as_it_was(self) -> None:
        assert content(self.path) == self.states[self.present]

    @invariant()
    def what_is_derived_equals_what_is_derived_anew(self) -> None:
        assert derived_anew(self.path) == content(self.path, *DERIVED)


def derived_anew(path: Path) -> Content:
    """What everything derived would be, were it derived now."""
    store = Store.open(path, SetClock(at("2026-11-21T12:00")).utc)
    before = content(path, *DERIVED)
    with store.keep() as session:
        derived.refresh_all(session.connection())
    fresh = content(path, *DERIVED)
    store.close()
    assert before == fresh
    return fresh


TestAnyChanges = AnyChanges.TestCase
TestAnyChanges.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_undo_names_the_step_and_redo_does_it_again(journal: Journal) -> None:
    assert (journal.last_step(), journal.next_step()) == (None, None)
    journal.contacts.add(ContactDraft(name="Ana"))
    step = journal.last_step()
    assert step is not None
    assert (step.label, step.this_run) == ("Added Ana", True)
    assert step.made_at == journal.clock.utc()
    assert journal.undo() == step
    assert (journal.last_step(), journal.next_step()) == (None, step)
    assert journal.contacts.count() == 0
    assert journal.redo() == step
    assert journal.contacts.count() == 1


def test_with_nothing_to_undo_or_redo_it_says_so(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="nothing to undo"):
        journal.undo()
    with pytest.raises(NotFoundError, match="nothing to redo"):
        journal.redo()


def test_steps_are_undone_newest_first_and_redone_oldest_first(journal: Journal) -> None:
    for name in ("Ana", "Bo", "Li"):
        journal.contacts.add(ContactDraft(name=name))
    assert [journal.undo().label for _ in range(3)] == ["Added Li", "Added Bo", "Added Ana"]
    assert [journal.redo().label for _ in range(3)] == ["Added Ana", "Added Bo", "Added Li"]


def test_a_new_step_ends_what_could_be_redone(journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana"))
    journal.undo()
    journal.contacts.add(ContactDraft(name="Bo"))
    assert journal.next_step() is None
    assert [line.name for line in journal.contacts.pages().page(0, 9)] == ["Bo"]


def test_a_step_that_changes_nothing_leaves_none_and_keeps_what_can_be_redone(
    journal: Journal,
) -> None:
    ana = journal.contacts.add(ContactDraft(name="Ana", tags=("print",)))
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    journal.contacts.add(ContactDraft(name="Bo"))
    journal.undo()
    last, coming = journal.last_step(), journal.next_step()
    journal.contacts.revise(ana, ContactDraft(name=" Ana ", tags=("print", "")))
    journal.contacts.archive(ana, False)
    journal.groups.reschedule(group, Rescheduled(schedule=TUESDAYS, applies_from=None))
    assert (journal.last_step(), journal.next_step()) == (last, coming)


def test_a_step_that_fails_leaves_none(journal: Journal, path: Path) -> None:
    before = content(path)
    with pytest.raises(InvalidError):
        journal.meetings.reflect(one_off("2026-11-20T08:00"), STEADY, present("Ana", ""))
    assert content(path) == before
    assert journal.last_step() is None


def test_a_group_comes_back_with_its_meetings(journal: Journal, path: Path) -> None:
    fill(journal)
    before = content(path)
    journal.groups.delete(1)
    assert [meeting.group for meeting in journal.meetings.all()] == [None]
    journal.undo()
    assert content(path) == before


def test_an_inviter_comes_back_as_the_one_who_invited(journal: Journal, path: Path) -> None:
    fill(journal)
    before = content(path)
    journal.contacts.delete(1)
    assert journal.groups.get(1).invited_by is None
    after = content(path)
    journal.undo()
    assert content(path) == before
    journal.redo()
    assert content(path) == after


@pytest.mark.parametrize(
    "meddling",
    [
        "UPDATE contacts SET name = 'Someone else' WHERE id = 2",
        "DELETE FROM contacts WHERE id = 2",
    ],
)
def test_a_row_changed_since_is_a_conflict(journal: Journal, path: Path, meddling: str) -> None:
    journal.contacts.add(ContactDraft(name="Bo"))
    journal.contacts.add(ContactDraft(name="Ana"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(meddling)
        connection.commit()
    before, step = content(path), journal.last_step()
    with pytest.raises(ConflictError, match="Added Ana"):
        journal.undo()
    assert content(path) == before
    assert journal.last_step() == step


def test_a_row_put_in_place_of_a_deleted_one_is_a_conflict(journal: Journal, path: Path) -> None:
    journal.contacts.delete(journal.contacts.add(ContactDraft(name="Ana")))
    with closing(sqlite3.connect(path)) as connection:
        columns = "re_evaluate, archived, organisation, role, location, classification, why, "
        texts = "good_referral, goals, accomplishments, interests, networks, skills, how_met, notes"
        values = ", ".join(["0", "0", *["''"] * 13])
        connection.execute(
            f"INSERT INTO contacts (id, name, {columns}{texts}) VALUES (1, 'Zoe', {values})"
        )
        connection.commit()
    before = content(path)
    with pytest.raises(ConflictError):
        journal.undo()
    assert content(path) == before


def test_history_outlives_a_restart(journal: Journal, path: Path, clock: SetClock) -> None:
    fill(journal)
    after = content(path)
    journal.close()
    again = Journal.open(path, clock=clock)
    step = again.last_step()
    assert step is not None
    assert not step.this_run
    undone = 0
    while again.last_step() is not None:
        again.undo()
        undone += 1
    assert undone == 15
    assert not any(content(path).values())
    for _ in range(undone):
        again.redo()
    assert content(path) == after
    again.contacts.add(ContactDraft(name="Zoe"))
    newest = again.last_step()
    assert newest is not None
    assert newest.this_run
    again.close()


def test_history_is_kept_for_thirty_days(journal: Journal, path: Path, clock: SetClock) -> None:
    journal.contacts.add(ContactDraft(name="Ana"))
    clock.moment += timedelta(days=10)
    journal.contacts.add(ContactDraft(name="Bo"))
    clock.moment += timedelta(days=20)
    journal.contacts.add(ContactDraft(name="Li"))
    assert len(content(path, "history_steps")["history_steps"]) == 3
    clock.moment += timedelta(minutes=1)
    journal.contacts.add(ContactDraft(name="Jo"))
    assert [journal.undo().label for _ in range(3)] == ["Added Jo", "Added Li", "Added Bo"]
    assert journal.last_step() is None
    steps = {row[2] for row in content(path, "history_changes")["history_changes"]}
    assert len(steps) == 3


def test_a_step_from_a_day_to_come_keeps_no_others(
    journal: Journal, path: Path, clock: SetClock
) -> None:
    clock.moment += timedelta(days=365)
    journal.contacts.add(ContactDraft(name="Ana"))
    clock.moment -= timedelta(days=365)
    journal.contacts.add(ContactDraft(name="Bo"))
    clock.moment += timedelta(days=31)
    journal.contacts.add(ContactDraft(name="Li"))
    labels = [row[2] for row in content(path, "history_steps")["history_steps"]]
    assert labels == ["Added Ana", "Added Li"]


def test_what_is_derived_anew_is_one_segment_of_each_index(journal: Journal, path: Path) -> None:
    fill(journal)
    assert max(segments(path)) > 1
    derived_anew(path)
    assert max(segments(path)) == 1


def segments(path: Path) -> list[int]:
    """How many segments each search index has."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT count(DISTINCT segid) FROM {index}_idx").fetchone()[0]
            for index in SEARCH
        ]


def test_a_label_is_one_line_that_can_not_act(journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="River\x1b[2J\nside\ud800"))
    step = journal.last_step()
    assert step is not None
    assert step.label == "Added River[2J side"
