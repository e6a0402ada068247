"""A meeting to read back in: how it left me, who was there, what was said."""

from datetime import date

from textual.content import Content

from netjournal.model.attendance import Attendance
from netjournal.model.meeting import Meeting
from netjournal.model.reflection import Reflection
from netjournal.model.scale import ENERGY, SCALES
from netjournal.text import visible
from netjournal.ui.widgets import pips
from netjournal.ui.widgets.page import Page
from netjournal.when import say_range


def meeting_page(meeting: Meeting, today: date) -> Content:
    """The meeting as text."""
    when = say_range(meeting.start, meeting.duration_minutes, today)
    page = Page(meeting.name, " · ".join(filter(None, (when, meeting.place, _state(meeting)))))
    if meeting.reflection is not None:
        _ratings(page, meeting.reflection)
    elif meeting.start.date() <= today and not (meeting.cancelled or meeting.missed):
        page.lines("No reflection yet", [Content.styled("e writes one", "$text-muted")])
    if meeting.reflection is not None:
        page.words("Notes", meeting.reflection.notes)
    page.lines(_who(meeting), map(_person, meeting.attendances))
    if meeting.reflection is not None:
        _outcome(page, meeting.reflection)
    pitched = {True: "to the room", False: "no", None: None}[meeting.pitched]
    return page.facts(("Pitched", pitched)).content()


def _state(meeting: Meeting) -> str:
    if meeting.cancelled:
        return "called off"
    return "missed" if meeting.missed else ""


def _ratings(page: Page, reflection: Reflection) -> None:
    ratings = [
        (scale.title, pips.rating(scale, getattr(reflection, scale.field))) for scale in SCALES
    ]
    before = reflection.energy_before
    page.facts(*ratings, ("Energy before", pips.rating(ENERGY, before) if before else None))


def _outcome(page: Page, reflection: Reflection) -> None:
    opportunities = reflection.opportunities
    page.facts(
        ("Opportunities", None if opportunities is None else str(opportunities)),
        ("Quick fix", _yes_no(reflection.quick_fix)),
    )
    page.lines("Gave", map(_item, reflection.gives)).lines("Asked", map(_item, reflection.asks))
    page.words("Received", reflection.received)
    done = f"Planned work, done: {reflection.planned_done}" if reflection.planned_done else ""
    page.words(done or "Planned work", reflection.planned_work)


def _who(meeting: Meeting) -> str:
    known, there = len(meeting.attendances), meeting.headcount
    return f"Who was there ({known} of {there})" if there else f"Who was there ({known})"


def _person(attendance: Attendance) -> Content:
    said = [
        "new" if attendance.first_seen else "",
        {True: "talked", False: "didn't talk", None: ""}[attendance.talked],
        "asked" if attendance.asked else "",
        "heard my pitch" if attendance.heard_pitch else "",
    ]
    marks = ", ".join(filter(None, said))
    line = Content.assemble(
        visible(attendance.name), (f"  {marks}" if marks else "", "$text-muted")
    )
    if not attendance.note:
        return line
    return Content("\n").join([line, Content(f"  {visible(attendance.note)}")])


def _item(text: str) -> Content:
    return Content(f"· {visible(text)}")


def _yes_no(answer: bool | None) -> str | None:
    return {True: "yes", False: "no", None: None}[answer]
