"""What can be done with invitations."""

from dataclasses import replace
from datetime import date

from netjournal.errors import InvalidError
from netjournal.journal import inviting, occasions, whereto
from netjournal.journal.ledger import Ledger
from netjournal.journal.whom import contact_named_or_new
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
from netjournal.store import contacts, groups, invitations
from netjournal.text import clean_line


class Invitations:
    """Whom I invited to which meeting, and whether they came."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def send(self, draft: InvitationDraft, occasion: Occasion, *, name: str = "") -> int:
        """Notes an invitation to a meeting; gives its id.

        `name` names who is invited, in the place of the draft's contact; a name the journal
        doesn't know becomes a contact.

        Raises InvalidError when it was sent on a day to come or once the meeting had begun, to a
        meeting that was called off, or to someone who is invited to it already.
        """
        now = self._ledger.clock.now()
        whom = clean_line(name) or self._name(draft.contact_id)
        label = f"Invited {whom} to {inviting.invited_to(occasion, now)}"
        with self._ledger.change(label) as writing:
            if clean_line(name):
                draft = replace(draft, contact_id=contact_named_or_new(writing, name))
            return inviting.send(writing, draft, occasion, now)

    def next_of(self, group_id: int, day: date | None = None) -> Occasion:
        """The meeting of a group one can invite to: that of a day, else the next to come.

        Raises NotFoundError without such a group, and InvalidError when none is planned.
        """
        now = self._ledger.clock.now()
        with self._ledger.read() as session:
            group = groups.get(session, group_id)
            if day is not None:
                return occasions.of_group(session, group, day, now)
            coming = occasions.next_of_group(session, group, now)
            if coming is None:
                sentence = f"No meeting of {group.name} is planned; say on which day it is."
                raise InvalidError({"meeting": sentence})
            return coming

    def is_planned(self, group_id: int, day: date) -> bool:
        """Whether a group meets on a day, as far as that is recorded or in its schedule.

        One can invite to another day's meeting all the same: it is recorded by that.
        """
        with self._ledger.read() as session:
            return occasions.is_known(session, groups.get(session, group_id), day)

    def one_off(self, words: str, day: date | None = None) -> Occasion:
        """The one-off some words of its title mean: on a day, else one to come.

        Raises NotFoundError when there is none, and AmbiguousError when there are several.
        """
        with self._ledger.read() as session:
            return whereto.one_off(session, words, day, self._ledger.clock.now())

    def meeting_on(self, day: date) -> Occasion:
        """The only meeting of a day, of whatever group or none.

        Raises NotFoundError when there is none, and AmbiguousError when there are several.
        """
        with self._ledger.read() as session:
            return whereto.on_day(session, day, self._ledger.clock.now())

    def answer(self, invitation_id: int, outcome: Outcome) -> None:
        """Says what became of an invitation: came, no-show or declined.

        Raises InvalidError when it has another outcome already, when the meeting was called off,
        and for coming or not to a meeting that hasn't begun.
        """
        invitation = self.get(invitation_id)
        label = f"{invitation.name}, invited to {invitation.title}: {outcome}"
        with self._ledger.change(label) as writing:
            inviting.answer(writing.session, invitation_id, outcome, self._ledger.clock.now())

    def reopen(self, invitation_id: int) -> None:
        """Takes back the answer to an invitation; InvalidError when it has none."""
        invitation = self.get(invitation_id)
        label = f"{invitation.name}, invited to {invitation.title}: open again"
        with self._ledger.change(label) as writing:
            inviting.reopen(writing.session, invitation_id)

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
