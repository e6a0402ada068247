"""Into which groups I was asked, and which experiment wants a look back."""

from collections.abc import Collection, Iterable
from datetime import date

from netjournal.model.group import Group, GroupDraft, Sincerity, Status
from netjournal.model.joining import AskedInto

_RELUCTANT = 2
"""An interest up to this is little."""


def asked_into(groups: Iterable[Group], attended: Collection[int], today: date) -> AskedInto:
    """The groups someone asked me into, up to a day; `attended` are those I was ever at."""
    asked = [group for group in groups if _asked(group) and (_asked_on(group)) <= today]
    felt = [group.sincerity for group in asked]
    accepted = [group for group in asked if _joined(group, attended, today)]
    return AskedInto(
        sincere=felt.count(Sincerity.SINCERE),
        boosting=felt.count(Sincerity.BOOSTING),
        unsaid=felt.count(None),
        accepted=len(accepted),
        reluctant=sum((group.interest or _RELUCTANT + 1) <= _RELUCTANT for group in accepted),
    )


def look_back_due(group: GroupDraft, today: date) -> bool:
    """Whether an experiment is over, and how it went isn't said."""
    over = group.experiment_until is not None and group.experiment_until < today
    return over and not group.experiment_outcome.strip()


def _asked(group: GroupDraft) -> bool:
    return group.invited_by is not None or group.sincerity is not None


def _asked_on(group: Group) -> date:
    return group.asked_on or group.joined_on or group.added_on


def _joined(group: Group, attended: Collection[int], today: date) -> bool:
    if group.status is Status.CANDIDATE:
        return False
    if group.joined_on is not None:
        return group.joined_on <= today
    # Who declined is done with a group, too, without ever having been there.
    return group.status is not Status.LEFT or group.id in attended
