"""The forms about groups, and what saving each does in the journal."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from netjournal.model.group import Group, Rescheduled, Status
from netjournal.model.joining import Load
from netjournal.model.value_statement import ValueStatement
from netjournal.text import visible
from netjournal.ui.dialogs.group import GroupChange, GroupDialog
from netjournal.ui.dialogs.value import ValueDialog
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.screens.asking import Screen, delete, finder, say, today
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjournal.journal.journal import Journal


def new_group(screen: AreaScreen[Any], then: "Callable[[Group], None] | None" = None) -> None:
    """Asks for a group, adds it, and says when it meets next."""

    def joined(group: Group) -> None:
        screen.notify(_welcome(group, screen.desk.clock.now()), markup=False)
        if then is not None:
            then(group)

    dialog = GroupDialog(screen.desk.clock.now(), finder(screen))
    screen.ask(dialog, _join, joined)
    screen.read(lambda journal: journal.time_and_money.load(), dialog.know, lane="promised")


def change_group(screen: AreaScreen[Any], group: Group) -> None:
    """Asks what is different about a group."""

    def changed(journal: "Journal", change: GroupChange) -> None:
        _revise(journal, group, change)

    def ask(found: tuple[Named | None, Load]) -> None:
        inviter, load = found
        dialog = GroupDialog(screen.desk.clock.now(), finder(screen), group, inviter)
        dialog.know(load)
        screen.ask(dialog, changed)

    screen.read(
        lambda journal: (_inviter(journal, group), journal.time_and_money.load(group.id)),
        ask,
        lane="form",
    )


def join_group(screen: AreaScreen[Any], group: Group) -> None:
    """Asks what I promise a group, and joins it."""
    from netjournal.ui.dialogs.joining import JoinDialog

    def ask(load: Load) -> None:
        screen.ask(
            JoinDialog(today(screen), group, load),
            lambda journal, joining: journal.groups.accept(group.id, joining),
            lambda _: say(screen, f"{group.name} is joined; u takes it back"),
        )

    screen.read(lambda journal: journal.time_and_money.load(group.id), ask, lane="form")


def leave_group(screen: AreaScreen[Any], group: Group, meetings: int) -> None:
    """Asks for my last day in a group, and leaves it."""
    from netjournal.ui.dialogs.joining import LeaveDialog

    done = "declined" if group.status is Status.CANDIDATE else "left"
    screen.ask(
        LeaveDialog(today(screen), group, meetings),
        lambda journal, day: journal.groups.leave(group.id, day),
        lambda _: say(screen, f"{group.name} is {done}; what you wrote stays, u takes it back"),
    )


def try_out(screen: AreaScreen[Any], group: Group) -> None:
    """Asks what I try with a group, or how it went."""
    from netjournal.ui.dialogs.experiment import ExperimentDialog

    screen.ask(
        ExperimentDialog(today(screen), group),
        lambda journal, draft: journal.groups.experiment(group.id, draft),
    )


def state_value(screen: Screen, group: Group) -> None:
    """Asks for a new version of why a group is worth others' time."""
    screen.ask(ValueDialog(group), lambda journal, text: journal.groups.state_value(group.id, text))


def correct_value(screen: Screen, group: Group, version: ValueStatement) -> None:
    """Asks what a version should have said."""
    screen.ask(
        ValueDialog(group, version),
        lambda journal, text: journal.groups.correct_value(version.id, text),
    )


def delete_value(screen: Screen, version: ValueStatement) -> None:
    """Deletes a version, once that was confirmed."""
    sent = version.invited.sent
    invitations = "the invitation sent with it" if sent == 1 else f"the {sent:,} invitations sent"
    delete(
        screen,
        "Delete this version?",
        lambda journal: journal.groups.delete_value(version.id),
        detail=f"The one before holds on, also for {invitations}; u takes it back."
        if sent
        else "The one before holds on; u takes it back.",
    )


def _inviter(journal: "Journal", group: Group) -> Named | None:
    if group.invited_by is None:
        return None
    return Named(group.invited_by, journal.contacts.get(group.invited_by).name)


def _join(journal: "Journal", change: GroupChange) -> Group:
    group_id = journal.groups.join(change.draft, change.schedule, change.value_statement)
    return journal.groups.get(group_id)


def _revise(journal: "Journal", group: Group, change: GroupChange) -> None:
    rescheduled = Rescheduled(change.schedule, change.applies_from) if change.rescheduled else None
    journal.groups.revise(group.id, change.draft, rescheduled)


def _welcome(group: Group, now: datetime) -> str:
    from netjournal.model.schedule import next_starts

    coming = next_starts(group.schedules, now, 1)
    when = f" It meets next on {say_day(coming[0].date(), now.date())}." if coming else ""
    return f"{visible(group.name)} is added.{when}"
