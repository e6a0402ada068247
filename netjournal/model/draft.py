"""A draft: a half-filled form, kept until it is saved or thrown away."""

from dataclasses import dataclass
from datetime import datetime

from netjournal.model.occasion import Occasion

_RECORDED = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The state of one open form."""

    id: str
    """The form's own random name; two forms on one meeting are two drafts."""
    form: str
    """Which form: `reflection`, `group` or `contact`."""
    subject: str
    """What it is about, as the form wrote it: of a reflection `group-id|YYYY-MM-DDTHH:MM|name`,
    where a one-off has `#meeting-id` for the group's id, or nothing while it isn't recorded."""
    body: str
    """The fields, as JSON the form wrote."""
    saved_at: datetime
    """UTC."""


def subject_of(occasion: Occasion) -> str:
    """The subject of a reflection's draft on that meeting."""
    return f"{_which(occasion)}|{occasion.start.isoformat(timespec='minutes')}|{occasion.name}"


def occasion_of(subject: str) -> Occasion | None:
    """The meeting a reflection's draft is about; None when the subject can't be read."""
    try:
        which, start, name = subject.split("|", 2)
        one_off = which.startswith(_RECORDED) or not which
        return Occasion(
            start=datetime.fromisoformat(start),
            group_id=None if one_off else int(which),
            meeting_id=int(which[1:]) if which.startswith(_RECORDED) else None,
            name=name,
        )
    except ValueError:
        return None


def _which(occasion: Occasion) -> str:
    if occasion.group_id is not None:
        return str(occasion.group_id)
    return "" if occasion.meeting_id is None else f"{_RECORDED}{occasion.meeting_id}"
