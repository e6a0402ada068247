"""The forms about groups, and what saving each does in the journal."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from netjournal.model.group import Group, Rescheduled
from netjournal.text import visible
from netjournal.ui.dialogs.group import GroupChange, GroupDialog
from netjournal.ui.dialogs.value import ValueDialog
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from netjournal.journal.journal import Journal
    from netjournal.model.contact import ContactMatch

    Offer = Callable[[tuple[ContactMatch, ...]], None]


def new_group(screen: AreaScreen[Any], then: "Callable[[Group], None] | None" = None) -> None:
    """Asks for a group, adds it, and says when it meets next."""

    def joined(group: Group) -> None:
        screen.notify(_welcome(group, screen.desk.clock.now()), markup=False)
        if then is not None:
            then(group)

    screen.ask(GroupDialog(screen.desk.clock.now(), partial(_find, screen)), _join, joined)


def change_group(screen: AreaScreen[Any], group: Group) -> None:
    """Asks what is different about a group."""

    def changed(journal: "Journal", change: GroupChange) -> None:
        _revise(journal, group, change)

    def ask(inviter: Named | None) -> None:
        now, find = screen.desk.clock.now(), partial(_find, screen)
        screen.ask(GroupDialog(now, find, group, inviter), changed)

    screen.read(lambda journal: _inviter(journal, group), ask, lane="form")


def state_value(screen: AreaScreen[Any], group: Group) -> None:
    """Asks for a new version of why a group is worth others' time."""
    screen.ask(ValueDialog(group), lambda journal, text: journal.groups.state_value(group.id, text))


def _find(screen: AreaScreen[Any], typed: str, offer: "Offer") -> None:
    screen.read(lambda journal: journal.contacts.match(typed), offer, lane="match")


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
