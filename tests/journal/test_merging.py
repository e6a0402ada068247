"""Two contacts that are one person become one, and those who aren't stay two."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from netjournal.errors import ConflictError, InvalidError, JournalError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import Client, Contact, ContactDraft, Referable, Successful
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.membership import MembershipDraft
from netjournal.model.merge import Pick, merge_fields, united
from netjournal.model.referral import Direction, ReferralDraft
from tests.entries import STEADY, TUESDAYS
from tests.store.damage import content

ANA = ContactDraft(
    name="Ana Ruiz",
    organisation="Ruiz & Sons",
    role="Owner",
    emails=("ana@ruiz.example",),
    phones=("+34 600 123 456",),
    tags=("print",),
    why="Her father's press.",
    skills="Binding",
    cadence_days=30,
    notes="Likes tea.",
)
ANNA = ContactDraft(
    name="Anna Ruiz",
    organisation="Press Ltd",
    location="Hull",
    emails=("Ana@Ruiz.example", "anna@press.example"),
    phones=("+34600123456",),
    tags=("Print", "north"),
    why="To see it printed.",
    skills="Binding and foil",
    successful=Successful.YES,
    client=Client.PAST,
    re_evaluate=True,
    notes="Met at the fair.",
    archived=True,
)
NOVEMBER = date(2026, 11, 10)
KEPT, GONE, BO = 1, 2, 3
NOBODY = 99


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana, the same Ana once more, and Bo, by their ids 1 to 3; and a group."""
    for draft in (ANA, ANNA, ContactDraft(name="Bo Li")):
        journal.contacts.add(draft)
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)


def merged(journal: Journal, **picks: Pick) -> Contact:
    """What is said of them once they are one."""
    journal.merging.merge(KEPT, GONE, picks)
    return journal.contacts.get(KEPT)


def test_lists_unite_notes_of_both_stay_and_blanks_are_filled(journal: Journal) -> None:
    assert merged(journal) == Contact(
        id=KEPT,
        name="Ana Ruiz",
        organisation="Ruiz & Sons",
        role="Owner",
        location="Hull",
        emails=("ana@ruiz.example", "anna@press.example"),
        phones=("+34 600 123 456",),
        tags=("print", "north"),
        why="Her father's press.\n\nTo see it printed.",
        skills="Binding and foil",
        successful=Successful.YES,
        client=Client.PAST,
        re_evaluate=True,
        cadence_days=30,
        notes="Likes tea.\n\nMet at the fair.",
    )
    with pytest.raises(NotFoundError):
        journal.contacts.get(GONE)


def test_field_by_field_it_is_picked_whose_word_counts(journal: Journal) -> None:
    ana = merged(journal, name=Pick.GONE, organisation=Pick.GONE, why=Pick.KEPT, skills=Pick.GONE)
    assert (ana.name, ana.organisation) == ("Anna Ruiz", "Press Ltd")
    assert (ana.why, ana.skills) == ("Her father's press.", "Binding and foil")


@pytest.mark.parametrize(
    "picks",
    [
        {"organisation": Pick.BOTH},
        {"emails": Pick.GONE},
        {"notes": Pick.KEPT},
        {"location": Pick.KEPT},
        {"interests": Pick.GONE},
        {"shoe_size": Pick.KEPT},
    ],
)
def test_what_cannot_be_picked_is_refused(
    journal: Journal, path: Path, picks: dict[str, Pick]
) -> None:
    before = content(path)
    with pytest.raises(InvalidError, match="can't be"):
        journal.merging.merge(KEPT, GONE, picks)
    assert content(path) == before


FULL = Contact(
    id=GONE,
    name="Ana Ruiz",
    organisation="a",
    role="b",
    emails=("c@d.example",),
    phones=("555 0000",),
    links=("e.example",),
    location="f",
    classification="g",
    why="h",
    good_referral="i",
    goals="j",
    accomplishments="k",
    interests="l",
    networks="m",
    skills="n",
    tags=("o",),
    how_met="p",
    successful=Successful.UNSURE,
    client=Client.NEVER,
    could_refer=Referable.NOT_YET,
    re_evaluate=True,
    cadence_days=7,
    notes="q",
)


def test_whatever_only_one_says_stays() -> None:
    blank = Contact(id=KEPT, name="Ana Ruiz")
    for kept, gone in ((blank, FULL), (FULL, blank)):
        one = united(kept, gone, {})
        assert {field.name: getattr(one, field.name) for field in fields(ContactDraft)} == {
            field.name: getattr(FULL, field.name) for field in fields(ContactDraft)
        }
    said = {field.name for field in fields(ContactDraft)} - {"archived"}
    assert {one.name for one in merge_fields(blank, FULL)} == said


def test_the_preview_says_all_of_that_beforehand(journal: Journal) -> None:
    journal.interactions.add(
        InteractionDraft(kind=InteractionKind.CALL, day=NOVEMBER, contact_ids=(GONE,))
    )
    preview = journal.merging.preview(KEPT, GONE)
    assert (preview.kept.name, preview.gone.name, preview.obstacle) == ("Ana Ruiz", "Anna Ruiz", "")
    assert (preview.kept_has.interactions, preview.gone_has.interactions) == (0, 1)
    shown = {one.name: (one.kept, one.gone, *one.picks) for one in preview.fields}
    assert shown == {
        "name": ("Ana Ruiz", "Anna Ruiz", Pick.KEPT, Pick.GONE),
        "organisation": ("Ruiz & Sons", "Press Ltd", Pick.KEPT, Pick.GONE),
        "role": ("Owner", "", Pick.KEPT),
        "emails": ("ana@ruiz.example", "Ana@Ruiz.example, anna@press.example", Pick.BOTH),
        "phones": ("+34 600 123 456", "+34600123456", Pick.BOTH),
        "location": ("", "Hull", Pick.GONE),
        "why": ("Her father's press.", "To see it printed.", Pick.BOTH, Pick.KEPT, Pick.GONE),
        "skills": ("Binding", "Binding and foil", Pick.BOTH, Pick.KEPT, Pick.GONE),
        "tags": ("print", "Print, north", Pick.BOTH),
        "successful": ("", "yes", Pick.GONE),
        "client": ("", "past", Pick.GONE),
        "re_evaluate": ("", "yes", Pick.BOTH),
        "cadence_days": ("every 30 days", "", Pick.KEPT),
        "notes": ("Likes tea.", "Met at the fair.", Pick.BOTH),
    }


def test_at_one_meeting_what_was_noted_of_either_is_noted_of_both(journal: Journal) -> None:
    there = (
        AttendanceDraft(contact_id=KEPT, name="Ana", talked=False, asked=None, note="Of paper."),
        AttendanceDraft(
            contact_id=GONE, name="Anna", talked=True, heard_pitch=False, note="Of ink."
        ),
        AttendanceDraft(contact_id=BO, name="Bo"),
    )
    journal.meetings.reflect(journal.meetings.occasion(1, NOVEMBER), STEADY, there)
    merged(journal)
    (meeting,) = journal.meetings.all()
    ana, bo = meeting.attendances
    assert (ana.contact_id, bo.contact_id) == (KEPT, BO)
    assert (ana.talked, ana.asked, ana.heard_pitch) == (True, None, False)
    assert ana.note == "Of paper.\nOf ink."


@pytest.mark.parametrize(
    ("ours", "theirs", "outcome"),
    [
        (Outcome.PENDING, Outcome.DECLINED, Outcome.DECLINED),
        (Outcome.NO_SHOW, Outcome.PENDING, Outcome.NO_SHOW),
        (Outcome.DECLINED, Outcome.CAME, Outcome.CAME),
        (Outcome.PENDING, Outcome.PENDING, Outcome.PENDING),
    ],
)
def test_of_two_invitations_to_one_meeting_the_told_outcome_counts(
    journal: Journal, ours: Outcome, theirs: Outcome, outcome: Outcome
) -> None:
    for whom, day, told in ((KEPT, 9, ours), (GONE, 5, theirs)):
        draft = InvitationDraft(contact_id=whom, sent_on=date(2026, 11, day))
        sent = journal.invitations.send(draft, journal.meetings.occasion(1, NOVEMBER))
        if told is not Outcome.PENDING:
            journal.invitations.answer(sent, told)
    merged(journal)
    (invitation,) = journal.invitations.pages().page(0, 9)
    assert (invitation.contact_id, invitation.outcome) == (KEPT, outcome)
    assert invitation.sent_on == date(2026, 11, 5)


def test_two_places_in_a_group_at_one_time_are_one(journal: Journal) -> None:
    def join(whom: int, role: str, since: int | None, until: int | None) -> None:
        days = (date(year, 1, 1) if year else None for year in (since, until))
        begun, over = days
        journal.memberships.add(
            MembershipDraft(contact_id=whom, group_id=1, role=role, since=begun, until=over)
        )

    join(KEPT, "Chair", 2024, 2025)
    join(GONE, "Treasurer", 2025, None)
    join(GONE, "Guest", 2020, 2021)
    merged(journal)
    held = journal.contacts.card(KEPT).memberships
    assert [(one.role, one.since, one.until) for one in held] == [
        ("Chair, Treasurer", date(2024, 1, 1), None),
        ("Guest", date(2020, 1, 1), date(2021, 1, 1)),
    ]


def test_an_interaction_with_both_is_with_one(journal: Journal) -> None:
    draft = InteractionDraft(
        kind=InteractionKind.INTRODUCTION, day=NOVEMBER, contact_ids=(GONE, BO, KEPT), note="Ink."
    )
    journal.interactions.add(draft)
    merged(journal)
    (one,) = journal.interactions.pages().page(0, 9)
    assert (one.names, one.note) == (("Ana Ruiz", "Bo Li"), "Ink.")


def referral_between(journal: Journal) -> object:
    """A referral with the one, about the other."""
    return journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=NOVEMBER, partner_id=GONE, prospect_id=KEPT)
    )


def introduction(journal: Journal) -> object:
    """The two introduced to each other."""
    return journal.interactions.add(
        InteractionDraft(kind=InteractionKind.INTRODUCTION, day=NOVEMBER, contact_ids=(KEPT, GONE))
    )


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (referral_between, "A referral of Tue 10 Nov 2026 with Anna Ruiz is about Ana Ruiz, so"),
        (introduction, "You introduced them to each other on Tue 10 Nov 2026, so"),
    ],
)
def test_who_dealt_with_each_other_is_not_one_person(
    journal: Journal, path: Path, before: Callable[[Journal], object], sentence: str
) -> None:
    before(journal)
    state = content(path)
    assert journal.merging.preview(KEPT, GONE).obstacle.startswith(sentence)
    with pytest.raises(ConflictError, match=sentence):
        journal.merging.merge(KEPT, GONE)
    assert content(path) == state


def test_nobody_is_merged_into_themselves_or_with_someone_gone(
    journal: Journal, path: Path
) -> None:
    journal.merging.merge(KEPT, GONE)
    state = content(path)
    problem: type[JournalError]
    for kept, gone, problem, said in (
        (KEPT, KEPT, ConflictError, "into themselves"),
        (KEPT, GONE, NotFoundError, "merged just now"),
        (GONE, KEPT, NotFoundError, "merged just now"),
        (BO, NOBODY, NotFoundError, "no longer in the journal"),
    ):
        for verb in (journal.merging.preview, journal.merging.merge):
            with pytest.raises(problem, match=said):
                verb(kept, gone)
    assert content(path) == state


def test_what_both_say_together_may_be_too_long_and_nothing_is_half_done(
    journal: Journal, path: Path
) -> None:
    journal.contacts.revise(KEPT, ContactDraft(name="Ana Ruiz", notes="a" * 40_000))
    journal.contacts.revise(GONE, ContactDraft(name="Ana Ruiz", notes="b" * 40_000))
    state = content(path)
    with pytest.raises(InvalidError, match="Notes is longer than"):
        journal.merging.merge(KEPT, GONE)
    assert content(path) == state


def test_it_is_one_step_by_name(journal: Journal) -> None:
    merged(journal)
    step = journal.undo()
    assert step.label == "Merged Anna Ruiz into Ana Ruiz"
    assert journal.contacts.get(GONE).name == "Anna Ruiz"
    journal.redo()
    assert journal.contacts.named("Anna Ruiz") == ()


def test_the_one_first_added_says_since_when_they_are_known(journal: Journal, path: Path) -> None:
    before = {row[1]: row[2] for row in content(path, "contacts")["contacts"]}
    journal.merging.merge(GONE, KEPT)
    after = {row[1]: row[2] for row in content(path, "contacts")["contacts"]}
    assert after[GONE] == before[KEPT]
