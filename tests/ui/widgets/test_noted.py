"""What is entered in the folds becomes an upshot only when all of it can be read."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from netjournal.errors import InvalidError
from netjournal.model.invitation import Invitation, Outcome
from netjournal.model.meeting import ReflectionForm
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction
from netjournal.model.upshot import Answer, PassedReferral, Promise, Someone
from netjournal.ui.widgets.noted import Names, Noted, NotedFollowUp, NotedReferral, hints, pending
from netjournal.ui.widgets.present import Person, Present

ANA = Someone(name="Ana", contact_id=1)
HAL = Someone(name="Hal")
TO_ANA = NotedReferral(direction="given", partner=Names(chosen=(ANA,)))
RING = NotedFollowUp(contact=Names(chosen=(HAL,)), what="Ring", due="fri", on="2026-11-18")
NOBODY = Present()


def invitation(number: int, outcome: Outcome = Outcome.PENDING) -> Invitation:
    """An invitation of the contact of that number."""
    return Invitation(
        id=number,
        contact_id=number,
        sent_on=date(2026, 11, 10),
        outcome=outcome,
        name=f"Guest {number}",
        meeting_id=1,
        start="2026-11-17T07:00",
        group_id=1,
        title="Riverside",
        voided=False,
        answered=outcome is not Outcome.PENDING,
        statement="",
    )


FORM = ReflectionForm(
    occasion=Occasion(
        start=datetime.fromisoformat("2026-11-17T07:00"), group_id=1, meeting_id=1, name="R"
    ),
    meeting=None,
    last_time=(),
    invitations=(invitation(1), invitation(2), invitation(3, Outcome.DECLINED)),
)


def refused(noted: Noted) -> dict[str, str]:
    """The sentences that refuse it, by field."""
    with pytest.raises(InvalidError) as problem:
        noted.upshot(FORM, NOBODY)
    return problem.value.fields


def there(*numbers: int, counts: bool = True) -> Present:
    """Those contacts, ticked."""
    people = tuple(Person(name=f"Guest {number}", contact_id=number) for number in numbers)
    return Present(people=people, counts=counts)


def test_all_of_it_is_read() -> None:
    noted = Noted(
        answers=((1, "came"),),
        invited=Names(chosen=(HAL,)),
        referrals=(replace(TO_ANA, level=4, prospect=Names(chosen=(HAL,)), note="n"),),
        follow_ups=(RING, replace(RING, due=" ")),
    )
    upshot = noted.upshot(FORM, NOBODY)
    assert upshot.answers == (Answer(invitation_id=1, outcome=Outcome.CAME),)
    assert upshot.invited == (HAL,)
    assert upshot.referrals == (
        PassedReferral(direction=Direction.GIVEN, partner=ANA, prospect=HAL, level=4, note="n"),
    )
    assert upshot.follow_ups == (
        Promise(contact=HAL, what="Ring", due=date(2026, 11, 20)),
        Promise(contact=HAL, what="Ring"),
    )


def test_everything_wrong_is_named_at_its_field() -> None:
    noted = Noted(
        invited=Names(typed="Ha"),
        referrals=(TO_ANA, NotedReferral(note="n"), replace(TO_ANA, prospect=Names(typed="H"))),
        follow_ups=(NotedFollowUp(due="someday", on="2026-11-18"),),
    )
    assert set(refused(noted)) == {
        "invited",
        "referrals.1.direction",
        "referrals.1.partner",
        "referrals.2.prospect",
        "follow_ups.0.contact",
        "follow_ups.0.what",
        "follow_ups.0.due",
    }


def test_who_is_ticked_has_come_and_is_not_asked_about() -> None:
    assert [one.id for one in pending(FORM.invitations, NOBODY)] == [1, 2]
    assert [one.id for one in pending(FORM.invitations, there(2))] == [1]
    assert [one.id for one in pending(FORM.invitations, there(2, counts=False))] == [1, 2]
    noted = Noted(answers=((1, "came"), (2, "no-show")))
    assert [one.invitation_id for one in noted.upshot(FORM, there(2)).answers] == [1]


def test_answers_of_another_meeting_or_given_meanwhile_are_left_out() -> None:
    noted = Noted(answers=((1, "came"), (3, "came"), (9, "came")), referrals=(TO_ANA,))
    assert noted.about(FORM) == replace(noted, answers=((1, "came"),))
    assert Noted(answers=((9, "came"),)).about(FORM).kept() is None


def test_the_hints_say_what_waits_else_how_much_there_is() -> None:
    assert hints(None, FORM, NOBODY)["invitations"] == "2 pending"
    answered = Noted(answers=((1, "came"),), referrals=(TO_ANA,), follow_ups=(RING, RING))
    assert dict(hints(answered, FORM, there(2))) == {
        "invitations": "3",
        "referrals": "1",
        "follow_ups": "2",
    }
    empty = replace(FORM, invitations=())
    assert set(hints(None, empty, NOBODY).values()) == {""}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (replace(TO_ANA, level=4), "given to Ana · call ahead"),
        (
            NotedReferral(direction="received", prospect=Names(chosen=(HAL,))),
            "received from … about Hal",
        ),
        (NotedReferral(note="n"), "with …"),
        (RING, "Hal: Ring by Fri 20 Nov"),
        (replace(RING, what="", due="someday"), "Hal: …"),
        (NotedFollowUp(contact=Names(typed="Bob\x1b[2J"), what="x"), "Bob[2J: x"),
    ],
)
def test_an_entry_is_said_in_one_line(entry: NotedReferral | NotedFollowUp, said: str) -> None:
    assert entry.said(date(2026, 11, 18)) == said
