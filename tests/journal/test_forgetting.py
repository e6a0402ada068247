"""Forgetting a contact: nothing of them is left, and what still names them is named."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from netjournal.errors import NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft
from netjournal.model.change import Noun
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.search import Hits
from netjournal.store.backup import back_up
from tests.entries import STEADY, TUESDAYS, one_off
from tests.store.damage import content

TRACES = ("Xanthippe", "xanthippe", "Quillfeather", "xq@firm", "Whistlewood", "Humbugged")
XANTHIPPE = ContactDraft(
    name="Xanthippe Quillfeather",
    organisation="Whistlewood Ltd",
    emails=("xq@firm.example",),
    tags=("print",),
    notes="Humbugged me twice.",
)


@pytest.fixture
def known(journal: Journal) -> int:
    """Someone of whom every noun knows something, beside others of whom it does, too."""
    contact = journal.contacts.add(XANTHIPPE)
    other = journal.contacts.add(ContactDraft(name="Bo Li", organisation="Press"))
    group = journal.groups.join(GroupDraft(name="Riverside", invited_by=contact), TUESDAYS)
    occasion = journal.meetings.occasion(group, date(2026, 11, 17))
    there = tuple(
        AttendanceDraft(contact_id=one, name="there", talked=True, note=note)
        for one, note in ((contact, "Humbugged again."), (other, "Of paper."))
    )
    journal.meetings.reflect(occasion, STEADY, there)
    for contacts, note in (((contact,), "Humbugged."), ((contact, other), "Of ink.")):
        journal.interactions.add(
            InteractionDraft(
                kind=InteractionKind.CALL, day=date(2026, 11, 18), contact_ids=contacts, note=note
            )
        )
    journal.follow_ups.add(FollowUpDraft(contact_id=contact, what="Ask Whistlewood"))
    given = ReferralDraft(
        direction=Direction.GIVEN, day=date(2026, 11, 18), partner_id=contact, note="Humbugged."
    )
    journal.referrals.add(given)
    journal.referrals.add(replace(given, partner_id=other, prospect_id=contact, note="Of string."))
    paid = BusinessDraft(amount=Decimal(90), day=date(2026, 11, 19), client_id=contact)
    journal.business.close(paid)
    journal.invitations.send(
        InvitationDraft(contact_id=contact, sent_on=date(2026, 11, 20)),
        journal.meetings.occasion(group, date(2026, 11, 24)),
    )
    journal.contacts.tag([contact, other], "north")
    journal.drafts.keep("form-1", "reflection", "", '{"met": [{"name": "xanthippe quillfeather"}]}')
    journal.drafts.keep("form-2", "contact", "", '{"name": "Li"}')
    journal.today()
    return contact


def test_no_byte_of_them_is_left(journal: Journal, known: int, path: Path) -> None:
    held = path.read_bytes()
    assert all(trace.encode() in held for trace in TRACES)
    forgotten = journal.contacts.forget(known)
    journal.close()
    assert (forgotten.name, forgotten.traces) == (XANTHIPPE.name, False)
    assert (forgotten.mentions, forgotten.backups) == ((), ())
    left = path.read_bytes()
    assert [trace for trace in TRACES if trace.encode() in left] == []
    assert {file.name for file in path.parent.iterdir()} <= {path.name, f"{path.name}-journal"}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_all_else_stays(journal: Journal, known: int, path: Path) -> None:
    journal.contacts.forget(known)
    (bo,) = journal.contacts.pages().page(0, 9)
    assert (bo.name, bo.tags, bo.times_met) == ("Bo Li", ("north",), 1)
    meeting = journal.meetings.all()[-1]
    assert [(one.name, one.note) for one in meeting.attendances] == [("Bo Li", "Of paper.")]
    pages = journal.interactions.pages()
    assert [(one.names, one.note) for one in pages.page(0, 9)] == [(("Bo Li",), "Of ink.")]
    referrals = journal.referrals.pages().page(0, 9)
    assert [(one.partner, one.prospect, one.note) for one in referrals] == [
        ("Bo Li", "", "Of string.")
    ]
    assert [(one.amount, one.client) for one in journal.business.all()] == [(Decimal(90), "")]
    assert journal.groups.lines()[0].name == "Riverside"
    assert [draft.id for draft in journal.drafts.kept()] == ["form-2"]
    assert journal.search("xanthippe") == Hits(hits=(), more=False)
    assert [hit.noun for hit in journal.search("paper").hits] == [Noun.MEETING]
    assert content(path)["contact_facts"]


def test_it_cannot_be_undone_and_undoing_goes_on_with_what_is_left(
    journal: Journal, known: int
) -> None:
    bo = journal.contacts.match("bo")[0].id
    journal.contacts.tag([bo], "south")
    journal.contacts.forget(known)
    assert journal.undo().label == "Tagged Bo Li with south"
    assert journal.undo().label == "Added Bo Li"
    with pytest.raises(NotFoundError):
        journal.undo()
    with pytest.raises(NotFoundError):
        journal.contacts.get(known)


def test_what_names_them_is_named_and_only_that(journal: Journal, known: int) -> None:
    words = "Saw XANTHIPPE  Quillfeather, alone."
    journal.contacts.add(ContactDraft(name="Ida", notes=words))
    journal.contacts.add(ContactDraft(name="Xanthippe Quillfeatherstone"))
    journal.groups.join(GroupDraft(name="Friends of Xanthippe Quillfeather"))
    journal.meetings.reflect(one_off("2026-11-20T08:00", "Tea: Xanthippe Quillfeather"), STEADY)
    bo = journal.contacts.match("bo")[0].id
    journal.follow_ups.add(FollowUpDraft(contact_id=bo, what=words))
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.CALL, day=date(2026, 11, 19), contact_ids=(bo,), note=words
        )
    )
    journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=date(2026, 11, 18), partner_id=bo, note=words)
    )
    assert sorted(journal.contacts.forget(known).mentions) == [
        "contact Ida",
        "follow-up for Bo Li",
        "group Friends of Xanthippe Quillfeather",
        "interaction with Bo Li, 2026-11-19",
        "meeting Tea: Xanthippe Quillfeather, 2026-11-20",
        "referral with Bo Li, 2026-11-18",
    ]


def test_the_drafts_about_them_are_gone(journal: Journal, known: int) -> None:
    bo = journal.contacts.match("bo")[0].id
    call = journal.interactions.pages(known).page(1, 1)[0].id
    joint = journal.interactions.pages(bo).page(0, 1)[0].id
    about: dict[str, tuple[str, str]] = {
        "theirs": (f'{{"contact_id": {known}}}', '{"notes": "Rude."}'),
        "their call": (f'{{"interaction_id": {call}}}', '{"note": "Rude."}'),
        "with them": (f'{{"with": "{bo},{known}"}}', "{}"),
        "naming them": ("", '{"note": ["Of Xanthippe Quillfeather"]}'),
        "no JSON": ("17|Xanthippe Quillfeather", "{"),
        "Bo's": (f'{{"contact_id": {bo}}}', '{"contact_id": "' + str(known) + '"}'),
        "Bo's call": (f'{{"interaction_id": {joint}}}', "[]"),
        "with Bo": (f'{{"with": "{bo},1{known}"}}', "7"),
    }
    for draft_id, (subject, body) in about.items():
        journal.drafts.keep(draft_id, "form", subject, body)
    journal.contacts.forget(known)
    kept = {draft.id for draft in journal.drafts.kept()}
    assert kept == {"Bo's", "Bo's call", "with Bo", "form-2"}


def test_the_backups_that_hold_them_are_named(journal: Journal, path: Path, known: int) -> None:
    with_them = back_up(path, "test")
    journal.contacts.forget(known)
    added = journal.contacts.add(ContactDraft(name="Someone Else"))
    without = back_up(path, "test")
    assert without != with_them
    assert journal.contacts.forget(added).backups == (without,)
    again = journal.contacts.add(XANTHIPPE)
    assert journal.contacts.forget(again).backups == (with_them,)


def test_while_another_program_reads_traces_may_be_left(
    journal: Journal, known: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal._store, "patience", 0.05)
    seen: list[bool] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as other:

        def read(_: object) -> None:
            other.execute("BEGIN")
            seen.append(bool(other.execute("SELECT count(*) FROM contacts").fetchone()))

        journal.changes.subscribe(read)
        assert journal.contacts.forget(known).traces
    assert seen == [True]


def test_whoever_is_not_there_cannot_be_forgotten(journal: Journal, known: int) -> None:
    with pytest.raises(NotFoundError):
        journal.contacts.forget(known + 100)
    assert journal.last_step() is not None


@pytest.mark.parametrize("name", ["\u0301\u0302", "C++ (.*)", "李伟", "a" * 10_000])
def test_whatever_they_are_called(journal: Journal, path: Path, name: str) -> None:
    before = content(path)
    forgotten = journal.contacts.forget(journal.contacts.add(ContactDraft(name=name)))
    assert forgotten.name == name
    after = content(path)
    assert {table: after[table] for table in before} == before
    assert name.encode() not in path.read_bytes()
