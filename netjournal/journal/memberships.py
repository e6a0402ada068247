"""What can be done with memberships: who has, or had, a place in which group."""

from collections.abc import Iterable
from datetime import date

from sqlmodel import Session

from netjournal.insights.seats import seats
from netjournal.journal.ledger import Ledger
from netjournal.model.membership import Member, Membership, MembershipDraft
from netjournal.model.seats import Seats
from netjournal.store import contacts, groups, me, memberships
from netjournal.store.store import Label


class Memberships:
    """The places of contacts in groups."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, draft: MembershipDraft) -> int:
        """Adds a membership; gives its id.

        Raises InvalidError when they hold a place in that group on some of those days already.
        """
        with self._ledger.change(lambda session: f"Added {_named(session, draft)}") as writing:
            return memberships.add(writing.session, draft)

    def revise(self, membership_id: int, draft: MembershipDraft) -> None:
        """Changes what is said of a membership; InvalidError as when adding one."""
        with self._ledger.change(lambda session: f"Changed {_named(session, draft)}") as writing:
            memberships.change(writing.session, membership_id, draft)

    def end(self, membership_id: int, on: date | None = None) -> None:
        """Ends a membership: today, or a day, is its last one."""
        with self._ledger.change(_label("Ended", membership_id)) as writing:
            memberships.end(writing.session, membership_id, on or self._today())

    def delete(self, membership_id: int) -> None:
        """Removes a membership, as if it had never been."""
        with self._ledger.change(_label("Deleted", membership_id)) as writing:
            memberships.remove(writing.session, membership_id)

    def get(self, membership_id: int) -> Membership:
        """A membership; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return memberships.get(session, membership_id)

    def of_contact(self, contact_id: int) -> tuple[Membership, ...]:
        """A contact's memberships: those not over by group, then those that are, latest first."""
        with self._ledger.read() as session:
            return memberships.of_contact(session, contact_id, self._today())

    def of_group(self, group_id: int) -> tuple[Member, ...]:
        """A group's members today, those known deepest first; NotFoundError without such a group.

        Whoever has no membership at all is a member wherever they were seen in 365 days.
        """
        with self._ledger.read() as session:
            return memberships.of_group(session, group_id, self._today())

    def seats(self, members: Iterable[Member]) -> Seats:
        """Which professions a group's members sit for, against mine and my partners'."""
        with self._ledger.read() as session:
            myself = me.get(session)
        said = ((member.name, member.classification) for member in members)
        return seats(said, myself.classification, myself.natural_partners)

    def _today(self) -> date:
        return self._ledger.clock.now().date()


def _label(verb: str, membership_id: int) -> Label:
    return lambda session: f"{verb} {_named(session, memberships.get(session, membership_id))}"


def _named(session: Session, draft: MembershipDraft) -> str:
    """A membership as the history names it; NotFoundError when the contact or group is gone."""
    name = contacts.get(session, draft.contact_id).name
    return f"the membership of {name} in {groups.get(session, draft.group_id).name}"
