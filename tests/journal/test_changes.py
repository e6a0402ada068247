"""The change feed: each verb announces the nouns it touched, once, after they are saved."""

from collections.abc import Callable
from datetime import date
from threading import get_ident

import pytest

from netjournal.errors import InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.change import Change, Noun
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.me import MeDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.referral import ReferralStatus
from netjournal.model.review import ReviewDraft
from tests.entries import STEADY, TUESDAYS, at, fill, one_off, present

GROUP, MEETING, CONTACT = Noun.GROUP, Noun.MEETING, Noun.CONTACT
INTERACTION, FOLLOW_UP, MEMBERSHIP = Noun.INTERACTION, Noun.FOLLOW_UP, Noun.MEMBERSHIP
PASSED = REFERRAL, BUSINESS, INVITATION = Noun.REFERRAL, Noun.BUSINESS, Noun.INVITATION


@pytest.mark.parametrize(
    ("verb", "nouns"),
    [
        (lambda journal: journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS), {GROUP}),
        (lambda journal: journal.groups.state_value(1, "Worth it."), {GROUP}),
        (
            lambda journal: journal.groups.delete(1),
            {GROUP, MEETING, INTERACTION, MEMBERSHIP, REFERRAL, INVITATION},
        ),
        (lambda journal: journal.contacts.add(ContactDraft(name="Zoe")), {CONTACT}),
        (
            lambda journal: journal.contacts.revise(1, ContactDraft(name="Ana Ruiz", tags=("x",))),
            {CONTACT},
        ),
        (
            lambda journal: journal.contacts.delete(1),
            {CONTACT, MEETING, GROUP, INTERACTION, FOLLOW_UP, MEMBERSHIP, *PASSED},
        ),
        (
            lambda journal: journal.interactions.add(
                InteractionDraft(
                    kind=InteractionKind.CALL, day=date(2026, 11, 20), contact_ids=(1, 2)
                )
            ),
            {INTERACTION},
        ),
        (lambda journal: journal.interactions.delete(1), {INTERACTION}),
        (
            lambda journal: journal.follow_ups.add(FollowUpDraft(contact_id=1, what="Ring")),
            {FOLLOW_UP},
        ),
        (lambda journal: journal.follow_ups.done(1), {FOLLOW_UP}),
        (lambda journal: journal.memberships.end(1), {MEMBERSHIP}),
        (lambda journal: journal.me.revise(MeDraft(why="Because")), {Noun.ME}),
        (
            lambda journal: journal.reviews.put(ReviewDraft(week=date(2026, 11, 16), note="x")),
            {Noun.REVIEW},
        ),
        (
            lambda journal: journal.meetings.add(MeetingDraft(start=at("2026-11-20T08:00"))),
            {MEETING},
        ),
        (lambda journal: journal.meetings.reflect(one_off("2026-11-20T08:00"), STEADY), {MEETING}),
        (
            lambda journal: journal.meetings.reflect(
                one_off("2026-11-20T08:00"), STEADY, present("Zoe")
            ),
            {MEETING, CONTACT},
        ),
        (lambda journal: journal.meetings.note(1, "x"), {MEETING}),
        (lambda journal: journal.referrals.move(1, ReferralStatus.LOST), {REFERRAL}),
        (lambda journal: journal.invitations.withdraw(1), {INVITATION}),
        # The first amount closed also won the referral.
        (lambda journal: journal.undo(), {BUSINESS, REFERRAL}),
    ],
)
def test_a_verb_announces_what_it_touched(
    journal: Journal, verb: Callable[[Journal], object], nouns: set[Noun]
) -> None:
    fill(journal)
    heard: list[Change] = []
    journal.changes.subscribe(heard.append)
    verb(journal)
    assert heard == [Change(nouns=frozenset(nouns))]


def test_what_changes_nothing_or_fails_announces_nothing(journal: Journal) -> None:
    fill(journal)
    heard: list[Change] = []
    journal.changes.subscribe(heard.append)
    journal.contacts.archive(1, False)
    journal.drafts.keep("one", "contact", "", "{}")
    journal.today()
    with pytest.raises(InvalidError):
        journal.contacts.add(ContactDraft(name=""))
    assert heard == []


def test_a_change_is_saved_when_it_is_announced(journal: Journal) -> None:
    seen: list[tuple[int, int]] = []
    journal.changes.subscribe(lambda _: seen.append((journal.contacts.count(), get_ident())))
    journal.contacts.add(ContactDraft(name="Ana"))
    assert seen == [(1, get_ident())]


def test_who_unsubscribed_hears_no_more(journal: Journal) -> None:
    heard: list[Change] = []
    unsubscribe = journal.changes.subscribe(heard.append)
    others: list[Change] = []
    journal.changes.subscribe(others.append)
    unsubscribe()
    unsubscribe()
    journal.contacts.add(ContactDraft(name="Ana"))
    assert (len(heard), len(others)) == (0, 1)
