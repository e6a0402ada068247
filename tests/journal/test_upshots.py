"""What a meeting led to is saved with the reflection on it, or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from netjournal.errors import InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import EVERY_INVITATION, Invitation, InvitationDraft, Outcome
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction
from netjournal.model.upshot import Answer, PassedReferral, Promise, Someone, Upshot
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at, one_off, present

ANA, BO = Someone(name="Ana", contact_id=1), Someone(name="Bo", contact_id=2)
DAY = date(2026, 11, 17)
GIVEN = PassedReferral(direction=Direction.GIVEN, partner=ANA)


@pytest.fixture(autouse=True)
def riverside(journal: Journal, clock: SetClock) -> None:
    """Riverside, which meets on Tuesdays, and to whose latest meeting Ana and Bo were invited."""
    now, clock.moment = clock.moment, at("2026-11-16T12:00")
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    for contact_id, name in enumerate(("Ana", "Bo"), 1):
        assert journal.contacts.add(ContactDraft(name=name)) == contact_id
        draft = InvitationDraft(contact_id=contact_id, sent_on=date(2026, 11, 10))
        journal.invitations.send(draft, latest(journal))
    clock.moment = now


def latest(journal: Journal) -> Occasion:
    """Riverside's latest meeting."""
    return journal.meetings.occasion(1, DAY)


def coming(journal: Journal) -> Occasion:
    """Riverside's next meeting, as the form knows it."""
    found = journal.meetings.form(latest(journal)).next_meeting
    assert found is not None
    return found


def reflect(journal: Journal, upshot: Upshot, *there: AttendanceDraft) -> tuple[str, ...]:
    """Saves a reflection with what the meeting led to; gives the names of new contacts."""
    done = journal.meetings.reflect(latest(journal), STEADY, there or None, upshot=upshot)
    return done.new_contacts


def refused(journal: Journal, upshot: Upshot, *there: AttendanceDraft) -> Mapping[str, str]:
    """The sentences that refuse it, by field; nothing of it is saved."""
    with pytest.raises(InvalidError) as problem:
        reflect(journal, upshot, *there)
    assert journal.meetings.get(1).reflection is None
    assert journal.referrals.pages().total == 0
    return problem.value.fields


def invited(journal: Journal) -> dict[str, Invitation]:
    """All invitations, by whom they are to."""
    pages = journal.invitations.pages(EVERY_INVITATION)
    return {one.name: one for one in pages.page(0, pages.total)}


def test_all_of_it_is_one_step(journal: Journal) -> None:
    upshot = Upshot(
        answers=(Answer(invitation_id=1, outcome=Outcome.NO_SHOW),),
        invited=(Someone(name="Cleo"),),
        next_meeting=coming(journal),
        referrals=(replace(GIVEN, prospect=Someone(name="Dan"), level=4, note="Roof."),),
        follow_ups=(Promise(contact=BO, what="Send the plan", due=date(2026, 11, 27)),),
    )
    assert reflect(journal, upshot, *present("Eve")) == ("Eve", "Cleo", "Dan")
    form = journal.meetings.form(latest(journal))
    (referral,) = form.referrals
    (follow_up,) = form.follow_ups if form.follow_ups else journal.follow_ups.open()
    assert (referral.partner, referral.prospect, referral.level) == ("Ana", "Dan", 4)
    assert (referral.day, referral.group, referral.note) == (DAY, "Riverside", "Roof.")
    assert (follow_up.name, follow_up.what, follow_up.due) == (
        "Bo",
        "Send the plan",
        date(2026, 11, 27),
    )
    assert invited(journal)["Ana"].outcome is Outcome.NO_SHOW
    assert invited(journal)["Bo"].outcome is Outcome.PENDING
    cleo = invited(journal)["Cleo"]
    assert (cleo.start, cleo.sent_on) == ("2026-11-24T07:00", DAY)
    assert journal.undo().label == "Reflected on Riverside, Tue 17 Nov"
    assert set(invited(journal)) == {"Ana", "Bo"}
    assert invited(journal)["Ana"].outcome is Outcome.PENDING
    assert journal.referrals.pages().total == 0
    assert journal.follow_ups.open() == ()
    assert len(journal.contacts.pages().page(0, 9)) == 2


def test_the_form_says_what_is_there_already(journal: Journal) -> None:
    promise = Promise(contact=ANA, what="Ring her")
    reflect(
        journal,
        Upshot(referrals=(GIVEN,), follow_ups=(promise,)),
        AttendanceDraft(contact_id=1, name="Ana"),
    )
    form = journal.meetings.form(latest(journal))
    assert [one.partner for one in form.referrals] == ["Ana"]
    assert [one.what for one in form.follow_ups] == ["Ring her"]
    assert {one.name: one.outcome for one in form.invitations} == {
        "Ana": Outcome.CAME,
        "Bo": Outcome.PENDING,
    }
    reflect(journal, Upshot())
    assert journal.referrals.pages().total == 1
    assert len(journal.follow_ups.open()) == 1


def test_a_follow_up_done_or_for_others_is_not_shown(journal: Journal, clock: SetClock) -> None:
    reflect(
        journal,
        Upshot(follow_ups=(Promise(contact=ANA, what="a"), Promise(contact=BO, what="b"))),
        AttendanceDraft(contact_id=1, name="Ana"),
    )
    assert [one.what for one in journal.meetings.form(latest(journal)).follow_ups] == ["a"]
    journal.follow_ups.done(1)
    assert journal.meetings.form(latest(journal)).follow_ups == ()


def test_a_new_name_said_twice_is_one_person(journal: Journal) -> None:
    hal = Someone(name="Hal Moss")
    upshot = Upshot(
        referrals=(replace(GIVEN, partner=hal),),
        follow_ups=(Promise(contact=replace(hal, name=" HAL moss"), what="Ring"),),
    )
    assert reflect(journal, upshot, *present("Hal Moss")) == ("Hal Moss",)
    assert len(journal.contacts.pages().page(0, 9)) == 3


def test_a_one_off_has_no_next_meeting(journal: Journal) -> None:
    form = journal.meetings.form(one_off("2026-11-19T08:00"))
    assert (form.next_meeting, form.invitations, form.referrals) == (None, (), ())
    with pytest.raises(InvalidError) as problem:
        journal.meetings.reflect(one_off("2026-11-19T08:00"), STEADY, upshot=Upshot(invited=(ANA,)))
    assert set(problem.value.fields) == {"invited"}


def test_who_was_there_has_come_and_cannot_have_stayed_away(journal: Journal) -> None:
    no_show = Upshot(answers=(Answer(invitation_id=1, outcome=Outcome.NO_SHOW),))
    there = AttendanceDraft(contact_id=1, name="Ana")
    assert "has come" in refused(journal, no_show, there)["answers"]
    reflect(journal, Upshot(), there)
    assert invited(journal)["Ana"].outcome is Outcome.CAME
    assert not invited(journal)["Ana"].answered


def test_one_invitation_has_one_outcome(journal: Journal) -> None:
    journal.invitations.answer(1, Outcome.DECLINED)
    came = Upshot(answers=(Answer(invitation_id=1, outcome=Outcome.CAME),))
    assert "answered already" in refused(journal, came)["answers"]


@pytest.mark.parametrize(
    ("upshot", "field"),
    [
        (Upshot(referrals=(GIVEN, replace(GIVEN, prospect=ANA))), "referrals.1.prospect"),
        (Upshot(referrals=(replace(GIVEN, level=7),)), "referrals.0.level"),
        (
            Upshot(referrals=(replace(GIVEN, partner=Someone(name="Gone", contact_id=99)),)),
            "referrals.0.partner",
        ),
        (Upshot(follow_ups=(Promise(contact=ANA, what=" "),)), "follow_ups.0.what"),
        (
            Upshot(follow_ups=(Promise(contact=Someone(name="\x00"), what="Ring"),)),
            "follow_ups.0.contact",
        ),
        (Upshot(answers=(Answer(invitation_id=99, outcome=Outcome.CAME),)), "answers"),
        (Upshot(answers=(Answer(invitation_id=1, outcome=Outcome.PENDING),)), "answers"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(journal: Journal, upshot: Upshot, field: str) -> None:
    assert set(refused(journal, upshot)) == {field}


def test_a_name_of_two_is_not_guessed(journal: Journal) -> None:
    for _ in range(2):
        journal.contacts.add(ContactDraft(name="Kim"))
    said = refused(journal, Upshot(referrals=(replace(GIVEN, prospect=Someone(name="kim")),)))
    assert said["referrals.0.prospect"].startswith("2 contacts are named “kim”: Kim (1); Kim (2).")


def test_nobody_is_invited_twice_or_to_what_is_called_off(journal: Journal) -> None:
    next_meeting = coming(journal)
    upshot = Upshot(invited=(ANA, ANA), next_meeting=next_meeting)
    assert "invited to this meeting already" in refused(journal, upshot)["invited"]
    journal.meetings.call_off(next_meeting)
    upshot = Upshot(invited=(ANA,), next_meeting=coming(journal))
    assert "called off" in refused(journal, upshot)["invited"]
