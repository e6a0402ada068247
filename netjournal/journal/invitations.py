"""What can be done with invitations."""

from datetime import date, datetime

from netjournal.errors import InvalidError
from netjournal.journal import occasions, reflecting
from netjournal.journal.ledger import Ledger
from netjournal.model.invitation import (
    EVERY_INVITATION,
    Inquiry,
    Invitation,
    InvitationDraft,
    InvitationLook,
    InvitationPages,
    Outcome,
)
from netjournal.model.occasion import Occasion
from netjournal.store import contacts, groups, invitations, meetings
from netjournal.when import say_day, say_range

_THERE = (Outcome.CAME, Outcome.NO_SHOW)
"""What only the meeting itself can show."""


class Invitations:
    """Whom I invited to which meeting, and whether they came."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def send(self, draft: InvitationDraft, occasion: Occasion) -> int:
        """Notes an invitation to a meeting; gives its id.

        Raises InvalidError when it was sent on a day to come or once the meeting had begun, to a
        meeting that was called off, or to someone who is invited to it already.
        """
        self._refuse_late(draft.sent_on, occasion.start)
        self._refuse_early(draft.outcome, occasion.start)
        name = self._name(draft.contact_id)
        with self._ledger.change(f"Invited {name} to {self._said(occasion)}") as writing:
            meeting_id = reflecting.meeting_of(writing.session, occasion)
            if meetings.get(writing.session, meeting_id).cancelled:
                sentence = f"{self._said(occasion)} was called off; invite them to another."
                raise InvalidError({"meeting": sentence})
            return invitations.add(writing.session, draft, meeting_id, writing.utc)

    def next_of(self, group_id: int, day: date | None = None) -> Occasion:
        """The meeting of a group one can invite to: that of a day, else the next to come.

        Raises NotFoundError without such a group, and InvalidError when none is planned.
        """
        now = self._ledger.clock.now()
        with self._ledger.read() as session:
            group = groups.get(session, group_id)
            when = day or occasions.next_planned(group, now)
            if when is None:
                sentence = f"No meeting of {group.name} is planned; say on which day it is."
                raise InvalidError({"meeting": sentence})
            return occasions.of_group(session, group, when, now)

    def answer(self, invitation_id: int, outcome: Outcome) -> None:
        """Says what became of an invitation: came, no-show or declined.

        Raises InvalidError when it has another outcome already, when the meeting was called off,
        and for coming or not to a meeting that hasn't begun.
        """
        invitation = self.get(invitation_id)
        if outcome is Outcome.PENDING:
            sentence = "Pending is no answer; say came, no-show or declined."
            raise InvalidError({"outcome": sentence})
        self._refuse_early(outcome, datetime.fromisoformat(invitation.start))
        _refuse_second_answer(invitation, outcome)
        label = f"{invitation.name}, invited to {invitation.title}: {outcome}"
        with self._ledger.change(label) as writing:
            invitations.answer(writing.session, invitation_id, outcome)

    def reopen(self, invitation_id: int) -> None:
        """Takes back the answer to an invitation."""
        invitation = self.get(invitation_id)
        label = f"{invitation.name}, invited to {invitation.title}: open again"
        with self._ledger.change(label) as writing:
            invitations.answer(writing.session, invitation_id, Outcome.PENDING)

    def withdraw(self, invitation_id: int) -> None:
        """Removes an invitation."""
        invitation = self.get(invitation_id)
        label = f"Withdrew the invitation of {invitation.name} to {invitation.title}"
        with self._ledger.change(label) as writing:
            invitations.remove(writing.session, invitation_id)

    def get(self, invitation_id: int) -> Invitation:
        """An invitation; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return invitations.get(session, invitation_id)

    def pages(self, look: InvitationLook = EVERY_INVITATION) -> InvitationPages:
        """The invitations a look is at, by the meeting, the latest first."""
        with self._ledger.read() as session:
            total = invitations.count(session, look)

        def page(first: int, size: int) -> tuple[Invitation, ...]:
            with self._ledger.glance() as session:
                return invitations.stretch(session, look, first, size)

        return InvitationPages(total=total, page=page)

    def inquiry(self, look: InvitationLook = EVERY_INVITATION) -> Inquiry:
        """The invitations a look is at, those first that can be answered now."""
        with self._ledger.read() as session:
            ids, waiting, coming = invitations.inquiry(session, look, self._ledger.clock.now())

        def page(first: int, size: int) -> tuple[Invitation, ...]:
            with self._ledger.glance() as session:
                return invitations.these(session, ids[first : first + size])

        return Inquiry(total=len(ids), page=page, waiting=waiting, coming=coming)

    def _name(self, contact_id: int) -> str:
        with self._ledger.read() as session:
            return contacts.get(session, contact_id).name

    def _said(self, occasion: Occasion) -> str:
        today = self._ledger.clock.now().date()
        return f"{occasion.name or 'a one-off'}, {say_day(occasion.day, today)}"

    def _refuse_late(self, sent_on: date, start: datetime) -> None:
        now = self._ledger.clock.now()
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

    def _refuse_early(self, outcome: Outcome, start: datetime) -> None:
        if outcome in _THERE and start > self._ledger.clock.now():
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
        sentence = f"It is answered already: {invitation.outcome}. Take that back first."
    else:
        sentence = f"{invitation.name} is among those who were there, and so has come."
    raise InvalidError({"outcome": sentence})
