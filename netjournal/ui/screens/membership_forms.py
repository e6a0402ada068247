"""The forms about memberships, and what saving each does in the journal."""

from netjournal.model.membership import Membership
from netjournal.ui.screens.asking import Screen, delete, finder, groups_of, note, say, today
from netjournal.ui.widgets.whom import Named


def add_member(screen: Screen, group: Named, person: Named | None = None) -> None:
    """Asks for a member of a group, or for the place of someone in it, and notes it."""
    from netjournal.ui.dialogs.membership import MembershipDialog

    dialog = MembershipDialog(today(screen), person=person, group=group, find=finder(screen))
    note(screen, dialog, lambda journal, draft: journal.memberships.add(draft))


def add_group(screen: Screen, person: Named) -> None:
    """Asks for a group someone is in, and notes it."""
    from netjournal.ui.dialogs.membership import MembershipDialog

    def ask(groups: tuple[Named, ...]) -> None:
        note(
            screen,
            MembershipDialog(today(screen), person=person, groups=groups),
            lambda journal, draft: journal.memberships.add(draft),
        )

    screen.read(groups_of, ask, lane="form")


def change_membership(screen: Screen, membership_id: int) -> None:
    """Asks what is different about a membership."""
    from netjournal.ui.dialogs.membership import MembershipDialog

    def ask(membership: Membership) -> None:
        screen.ask(
            MembershipDialog(today(screen), membership=membership),
            lambda journal, draft: journal.memberships.revise(membership_id, draft),
        )

    screen.read(lambda journal: journal.memberships.get(membership_id), ask, lane="form")


def end_membership(screen: Screen, membership_id: int) -> None:
    """Asks for the last day of a membership, and ends it."""
    from netjournal.ui.dialogs.membership import EndDialog

    def ask(membership: Membership) -> None:
        left = f"{membership.name} has left {membership.group}; u takes it back"
        screen.ask(
            EndDialog(today(screen), membership),
            lambda journal, day: journal.memberships.end(membership_id, day),
            lambda _: say(screen, left),
        )

    screen.read(lambda journal: journal.memberships.get(membership_id), ask, lane="form")


def delete_membership(screen: Screen, membership_id: int) -> None:
    """Deletes a membership, once that was confirmed."""

    def ask(membership: Membership) -> None:
        delete(
            screen,
            f"Delete the membership of {membership.name} in {membership.group}?",
            lambda journal: journal.memberships.delete(membership_id),
            detail="As if they had never been in it; to keep that they were, end it instead.",
        )

    screen.read(lambda journal: journal.memberships.get(membership_id), ask, lane="form")
