"""How an invitation is sent and answered, within one transaction."""

from datetime import date, datetime

from sqlmodel import Session

from netjournal.errors import InvalidError
from netjournal.journal import reflecting
from netjournal.model.invitation import Invitation, InvitationDraft, Outcome
from netjournal.model.occasion import Occasion
from netjournal.store import invitations, meetings
from netjournal.store.store import Writing
from netjournal.when import say_day, say_range

_THERE = (Outcome.CAME, Outcome.NO_SHOW)
"""What only the meeting itself can show."""


def send(writing: Writing, draft: InvitationDraft, occasion: Occasion, now: datetime) -> int:
    """Adds an invitation to a meeting that isn't called off, nor had begun when it was sent."""
    _refuse_late(draft.sent_on, occasion.start, now)
    _refuse_early(draft.outcome, occasion.start, now)
    meeting_id = reflecting.meeting_of(writing.session, occasion)
    if meetings.get(writing.session, meeting_id).cancelled:
        sentence = f"{invited_to(occasion, now)} was called off; invite them to another."
        raise InvalidError({"meeting": sentence})
    return invitations.add(writing.session, draft, meeting_id, writing.utc)


def answer(session: Session, invitation_id: int, outcome: Outcome, now: datetime) -> None:
    """Writes what became of an invitation that can be answered so and isn't answered otherwise."""
    invitation = invitations.get(session, invitation_id)
    if outcome is Outcome.PENDING:
        sentence = "Pending is no answer; say came, no-show or declined."
        raise InvalidError({"outcome": sentence})
    _refuse_early(outcome, datetime.fromisoformat(invitation.start), now)
    _refuse_second_answer(invitation, outcome)
    invitations.answer(session, invitation_id, outcome)


def reopen(session: Session, invitation_id: int) -> None:
    """Takes back the answer to an invitation that has one."""
    invitation = invitations.get(session, invitation_id)
    if not invitation.answered:
        raise InvalidError({"outcome": _unanswered(invitation)})
    invitations.answer(session, invitation_id, Outcome.PENDING)


def invited_to(occasion: Occasion, now: datetime) -> str:
    """The meeting someone is invited to, as a person would name it."""
    return f"{occasion.name or 'a one-off'}, {say_day(occasion.day, now.date())}"


def _refuse_late(sent_on: date, start: datetime, now: datetime) -> None:
    if sent_on > now.date():
        sentence = f"{say_day(sent_on)} is still to come; note it once it is sent."
        raise InvalidError({"sent_on": sentence})
    begun_that_day = sent_on == now.date() and start <= now
    if sent_on > start.date() or begun_that_day:
        sentence = (
            f"The meeting on {say_range(start)} has begun already; choose one to come, or say "
            "on which earlier day the invitation was sent."
        )
        raise InvalidError({"meeting": sentence})


def _refuse_early(outcome: Outcome, start: datetime, now: datetime) -> None:
    if outcome in _THERE and start > now:
        sentence = (
            f"The meeting on {say_range(start)} has not begun, so nobody came to it yet or "
            "stayed away. They may have declined."
        )
        raise InvalidError({"outcome": sentence})


def _refuse_second_answer(invitation: Invitation, outcome: Outcome) -> None:
    """Raises InvalidError for a second outcome of one invitation, and for one that is void."""
    if invitation.voided:
        sentence = f"The meeting of {invitation.title} was called off, so it asks for no answer."
        raise InvalidError({"outcome": sentence})
    if invitation.outcome in (Outcome.PENDING, outcome):
        return
    if invitation.answered:
        sentence = f"It is answered already: {invitation.outcome}. Make it pending again first."
    else:
        sentence = _came_by_roster(invitation)
    raise InvalidError({"outcome": sentence})


def _unanswered(invitation: Invitation) -> str:
    if invitation.outcome is Outcome.CAME:
        return _came_by_roster(invitation)
    return (
        f"The invitation of {invitation.name} to {invitation.title} isn't answered yet, so there "
        "is no answer to take back."
    )


def _came_by_roster(invitation: Invitation) -> str:
    return f"{invitation.name} is among those who were there, and so has come."
