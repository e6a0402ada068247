"""Asks when and where a meeting was."""

from datetime import datetime

from textual.app import ComposeResult

from netjournal.errors import InvalidError
from netjournal.model.meeting import Meeting, MeetingDraft
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.refusals import minutes
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.moment_field import MomentField

_HELD, _CANCELLED, _MISSED = "held", "called off", "missed"
_ANSWERS = {"yes": True, "no": False}


class MeetingDialog(FormDialog[MeetingDraft]):
    """The facts of a new one-off, or of a meeting that is recorded."""

    FORM = "meeting"

    def __init__(self, now: datetime, meeting: Meeting | None = None) -> None:
        super().__init__()
        self._now = now
        self._old = meeting
        self.heading = meeting.name if meeting else "A one-off"
        self.about = {"meeting_id": meeting.id} if meeting else {}

    def fields(self) -> ComposeResult:
        """What it was, when, where, how long, how many."""
        old = self._old
        if old is None or old.group_id is None:
            yield Field("Title", Line(old.title if old else "", id="title"))
        self._start = MomentField("When", "start", self._now, moment=old.start if old else None)
        yield self._start
        length = str(old.duration_minutes) if old and old.duration_minutes else ""
        yield Field("How long", Line(length, id="duration_minutes", placeholder="90, or 1h30"))
        yield Field("Place", Line(old.place if old else "", id="place"))
        count = str(old.headcount) if old and old.headcount is not None else ""
        yield Field("How many", Line(count, id="headcount", placeholder="people in the room"))
        pitched = {True: "yes", False: "no", None: None}[old.pitched if old else None]
        yield Field("I pitched", Choice(tuple(_ANSWERS), id="pitched").with_value(pitched))
        yield Field("It was", Choice(_STATES, blank=False, id="state").with_value(_state(old)))

    def draft(self) -> MeetingDraft:
        """The facts as typed."""
        old, state = self._old, self.chosen("state")
        return MeetingDraft(
            start=self._start.moment,
            group_id=old.group_id if old else None,
            title=self.text("title") if old is None or old.group_id is None else old.title,
            duration_minutes=minutes(self.text("duration_minutes"), "duration_minutes"),
            place=self.text("place"),
            cancelled=state == _CANCELLED,
            missed=state == _MISSED,
            headcount=_count(self.text("headcount")),
            pitched=_ANSWERS.get(self.chosen("pitched") or ""),
        )


_STATES = (_HELD, _CANCELLED, _MISSED)


def _state(meeting: Meeting | None) -> str:
    if meeting is None or not (meeting.cancelled or meeting.missed):
        return _HELD
    return _CANCELLED if meeting.cancelled else _MISSED


def _count(words: str) -> int | None:
    if not words.strip():
        return None
    try:
        return int(words)
    except ValueError:
        sentence = "How many is a whole number; leave it blank if you don't know."
        raise InvalidError({"headcount": sentence}) from None
