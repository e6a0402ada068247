"""The forms about invitations, and what saving each does in the journal."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from netjournal.model.invitation import Invitation, Outcome
from netjournal.model.occasion import Occasion
from netjournal.text import visible
from netjournal.ui.screens.asking import Screen, delete, finder, say, today
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.model.group import Group
    from netjournal.model.meeting import Meeting
    from netjournal.ui.dialogs.invitation import Invite, Place, Planned, PlannedFinder


def invite(
    screen: Screen,
    person: Named | None = None,
    *,
    group: Named | None = None,
    then: Callable[[int], None] | None = None,
) -> None:
    """Asks whom I invited to which meeting, and notes it; `then` is given the invitation's id."""
    from netjournal.ui.dialogs.invitation import InvitationDialog

    def invited(sent: Invitation) -> None:
        say(screen, _is_invited(sent, today(screen)))
        if then is not None:
            then(sent.id)

    def ask(places: "tuple[Place, ...]") -> None:
        if not places:
            say(screen, "Add a group or a one-off to come first; then you can invite to it.")
            return
        screen.ask(
            InvitationDialog(
                today(screen), finder(screen), _planned_finder(screen), places, person, group
            ),
            _send,
            invited,
        )

    screen.read(_places, ask, lane="form")


def answer_invitation(screen: Screen, invitation_id: int, outcome: Outcome) -> None:
    """Notes what became of an invitation."""

    def answer(journal: "Journal") -> Invitation:
        journal.invitations.answer(invitation_id, outcome)
        return journal.invitations.get(invitation_id)

    screen.act(answer, lambda now: say(screen, f"{now.name}: {now.outcome}; u takes it back"))


def reopen_invitation(screen: Screen, invitation_id: int) -> None:
    """Takes back what was said to have become of an invitation."""

    def reopen(journal: "Journal") -> Invitation:
        journal.invitations.reopen(invitation_id)
        return journal.invitations.get(invitation_id)

    screen.act(reopen, lambda now: say(screen, f"{now.name}: {now.outcome} again"))


def ask_outcome(screen: Screen, invitation_id: int) -> None:
    """Asks what became of an invitation, and notes it."""
    from netjournal.ui.dialogs.invitation import AnswerDialog

    def ask(invitation: Invitation) -> None:
        def answered(outcome: Outcome | None) -> None:
            if outcome is Outcome.PENDING:
                reopen_invitation(screen, invitation_id)
            elif outcome is not None:
                answer_invitation(screen, invitation_id, outcome)

        screen.app.push_screen(AnswerDialog(invitation, today(screen)), answered)

    screen.read(lambda journal: journal.invitations.get(invitation_id), ask, lane="form")


def withdraw_invitation(screen: Screen, invitation_id: int) -> None:
    """Removes an invitation, once that was confirmed."""

    def ask(invitation: Invitation) -> None:
        whom, where = visible(invitation.name), visible(invitation.title)
        day = say_day(datetime.fromisoformat(invitation.start).date(), today(screen))
        delete(
            screen,
            f"Delete the invitation of {whom} to {where}, {day}?",
            lambda journal: journal.invitations.withdraw(invitation_id),
            detail="As if they had never been invited; to keep that they were, answer it instead.",
        )

    screen.read(lambda journal: journal.invitations.get(invitation_id), ask, lane="form")


def _planned_finder(screen: Screen) -> "PlannedFinder":
    """Finds whether a group is known to meet on a day."""

    def find(group_id: int, day: date, offer: "Planned") -> None:
        screen.read(
            lambda journal: journal.invitations.is_planned(group_id, day), offer, lane="planned"
        )

    return find


def _places(journal: "Journal") -> "tuple[Place, ...]":
    """The groups, and the one-offs to come."""
    from netjournal.ui.dialogs.invitation import Place

    now = journal.clock.now()
    with journal.moment():
        groups = tuple(
            Place(group.name, _next_start(group, now), group_id=group.id)
            for group in journal.groups.all()
        )
        to_come = journal.meetings.all(since=now.date())
    one_offs = (
        Place(f"{one.name}, {say_day(one.start.date(), now.date())}", one_off=_occasion(one))
        for one in to_come
        if one.group_id is None and not one.cancelled and one.start > now
    )
    return (*groups, *one_offs)


def _is_invited(sent: Invitation, day: date) -> str:
    when = say_day(datetime.fromisoformat(sent.start).date(), day)
    return f"{sent.name} is invited to {sent.title}, {when}; u takes it back"


def _send(journal: "Journal", invite: "Invite") -> Invitation:
    occasion = invite.place.one_off
    if occasion is None:
        assert invite.place.group_id is not None
        occasion = journal.invitations.next_of(invite.place.group_id, invite.day)
    sent = journal.invitations.send(invite.draft, occasion, name=invite.name)
    return journal.invitations.get(sent)


def _occasion(meeting: "Meeting") -> Occasion:
    return Occasion(
        start=meeting.start,
        group_id=None,
        meeting_id=meeting.id,
        name=meeting.name,
        duration_minutes=meeting.duration_minutes,
        place=meeting.place,
    )


def _next_start(group: "Group", now: datetime) -> datetime | None:
    from netjournal.model.schedule import next_starts

    return next(iter(next_starts(group.schedules, now, 1)), None) if group.goes_on else None
