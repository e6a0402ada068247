"""Which meeting to reflect on: what there is to choose from, and what a choice means."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from netjournal.errors import AmbiguousError
from netjournal.model.occasion import Occasion
from netjournal.ui.widgets.picks import Choices, Pick

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_LATELY = timedelta(days=14)


def choices(journal: "Journal") -> Choices:
    """The meetings, drafts and groups to choose from."""
    return Choices(
        now=journal.clock.now(),
        occasions=journal.meetings.occasions(),
        drafts=journal.drafts.kept("reflection"),
        groups=journal.groups.lines(),
    )


def latest(journal: "Journal", group: str) -> Occasion | Choices:
    """The latest meeting of the group whose name holds the words; when several do, all choices.

    NotFoundError when none does.
    """
    try:
        named = journal.groups.named(group)
    except AmbiguousError:
        return choices(journal)
    return journal.meetings.occasion(named.id)


def only_likely(occasions: tuple[Occasion, ...], now: datetime) -> Occasion | None:
    """The latest meeting of the one group that lately met without a reflection, if it is one."""
    lately = [one for one in occasions if one.group_id is not None and one.start >= now - _LATELY]
    groups = {one.group_id for one in lately}
    return max(lately, key=lambda one: one.start) if len(groups) == 1 else None


def meant(journal: "Journal", pick: Pick) -> Occasion:
    """The meeting a choice means."""
    if pick.occasion is not None:
        return pick.occasion
    if pick.group_id is not None:
        return journal.meetings.occasion(pick.group_id, pick.when)
    assert isinstance(pick.when, datetime)
    return journal.meetings.one_off(pick.when, pick.title)
