"""What can be done with meetings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from netjournal.errors import InvalidError
from netjournal.journal import occasions, reflecting, today, upshots
from netjournal.journal.ledger import Ledger
from netjournal.journal.reflecting import as_draft
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.meeting import (
    LogEntry,
    Logged,
    Meeting,
    MeetingDraft,
    MeetingLine,
    MeetingPages,
    Reflected,
    ReflectionForm,
)
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done, ReflectionDraft
from netjournal.model.upshot import NOTHING, Upshot
from netjournal.store import drafts, groups, meeting_list, meetings, reflections, search
from netjournal.store.store import Label
from netjournal.text import clean_line
from netjournal.when import say_day, say_range

MOST_HITS = 2_000
"""How many of a filter's hits can be paged through, the newest first."""


class Meetings:
    """The meetings of every group, and the one-offs."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def occasions(
        self, group_id: int | None = None, *, days_back: int = 60
    ) -> tuple[Occasion, ...]:
        """The meetings one could reflect on now, newest first, of one group or of all."""
        now = self._ledger.clock.now()
        first = now.date() - timedelta(days=days_back)
        with self._ledger.read() as session:
            near = today.recorded(session, first, now.date(), group_id)
            every = groups.every(session)
        wanted = [group for group in every if group_id in (None, group.id)]
        return occasions.begun(near, wanted, first, now)

    def occasion(self, group_id: int, when: date | datetime | None = None) -> Occasion:
        """A group's meeting on a day: the one recorded, else the one scheduled, else a new one.

        Without a day it is the latest that has begun. A time that is more than two hours off means
        a new one. NotFoundError without such a group.
        """
        with self._ledger.read() as session:
            group = groups.get(session, group_id)
            return occasions.of_group(session, group, when, self._ledger.clock.now())

    def one_off(self, when: date | datetime | None, title: str) -> Occasion:
        """The meeting of no group with that title on a day: the one recorded, else a new one.

        Without a day it is today's, else one that begins now. A time that is more than two hours
        off means a new one. InvalidError when there is none and the day has no time.
        """
        with self._ledger.read() as session:
            return occasions.one_off(session, when, title, self._ledger.clock.now())

    def form(self, occasion: Occasion) -> ReflectionForm:
        """What the reflection form on a meeting opens with."""
        with self._ledger.read() as session:
            return reflecting.form(session, occasion, self._ledger.clock.now())

    def reflect(
        self,
        occasion: Occasion,
        reflection: ReflectionDraft,
        roster: tuple[AttendanceDraft, ...] | None = None,
        *,
        meeting: MeetingDraft | None = None,
        upshot: Upshot = NOTHING,
        draft_id: str | None = None,
    ) -> Reflected:
        """Saves a reflection, and with it the meeting, who was there, and the end of its draft.

        `roster` None leaves who was there as it is; `meeting` also sets facts of the meeting;
        `upshot` is added to what was noted of it before.
        Raises InvalidError, also for a meeting that has not begun; then nothing is saved.
        """
        self._refuse_future(occasion.start)
        with self._ledger.change(f"Reflected on {self._named(occasion)}") as writing:
            meeting_id = reflecting.meeting_of(writing.session, occasion, meeting)
            meetings.hold(writing.session, meeting_id)
            reflections.put(writing.session, meeting_id, reflection, writing.utc)
            new = reflecting.put_roster(writing, meeting_id, roster)
            now = self._ledger.clock.now()
            new |= upshots.put(writing, meeting_id, occasion, upshot, now, new)
            if draft_id is not None:
                drafts.drop(writing.session, draft_id)
        return Reflected(meeting_id=meeting_id, new_contacts=tuple(new.values()))

    def log(self, occasion: Occasion, entry: LogEntry, *, replace: bool = False) -> Logged:
        """Fills in what is blank about a meeting; with `replace`, also what isn't.

        Raises InvalidError when there is no reflection yet and not all three ratings are given.
        """
        self._refuse_future(occasion.start)
        with self._ledger.change(f"Logged {self._named(occasion)}") as writing:
            meeting_id, new, kept = reflecting.log(writing, occasion, entry, replace=replace)
            writing.session.flush()
            # Read before it is committed: a reading that fails later would look like a lost save.
            meeting = meetings.get(writing.session, meeting_id)
        return Logged(meeting=meeting, new_contacts=new, kept=kept)

    def add(self, draft: MeetingDraft) -> int:
        """Adds a meeting, such as a one-off; gives its id."""
        with self._ledger.change(f"Added {draft.title.strip() or 'a meeting'}") as writing:
            return meetings.add(writing.session, draft)

    def revise(self, meeting_id: int, draft: MeetingDraft) -> None:
        """Changes the facts of a meeting."""
        with self._ledger.change(self._naming("Changed", meeting_id)) as writing:
            meetings.change(writing.session, meeting_id, draft)

    def call_off(self, occasion: Occasion) -> None:
        """Notes that a meeting was not held."""
        self._mark(occasion, "Called off", cancelled=True, missed=False)

    def miss(self, occasion: Occasion) -> None:
        """Notes that a meeting was held without me."""
        self._refuse_future(occasion.start)
        self._mark(occasion, "Missed", cancelled=False, missed=True)

    def answer_planned_work(self, meeting_id: int, done: Done) -> None:
        """Says whether the work planned for a meeting's day got done."""
        label = self._naming("Answered for the work planned on", meeting_id)
        with self._ledger.change(label) as writing:
            reflections.amend(writing.session, meeting_id, planned_done=done)

    def note(self, meeting_id: int, notes: str) -> None:
        """Writes the notes of a meeting's reflection anew."""
        with self._ledger.change(self._naming("Wrote the notes on", meeting_id)) as writing:
            reflections.amend(writing.session, meeting_id, notes=notes)

    def delete(self, meeting_id: int) -> None:
        """Removes a meeting with its reflection and who was there."""
        with self._ledger.change(self._naming("Deleted", meeting_id)) as writing:
            meetings.remove(writing.session, meeting_id)

    def get(self, meeting_id: int) -> Meeting:
        """A meeting with all that is recorded about it; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return meetings.get(session, meeting_id)

    def all(self, since: date | None = None, until: date | None = None) -> tuple[Meeting, ...]:
        """The meetings from one day to another with all that is recorded, newest first."""
        with self._ledger.read() as session:
            return meetings.whole(session, meetings.ids_between(session, since, until))

    def pages(
        self,
        words: str = "",
        *,
        since: date | None = None,
        until: date | None = None,
        group_id: int | None = None,
    ) -> MeetingPages:
        """The list of meetings, newest first: all of them, or those that hold every word."""
        with self._ledger.read() as session:
            if search.is_a_search(words):
                hits = search.meetings(session, words, MOST_HITS)
                ids = meeting_list.among(session, hits, group_id, since, until)
                return self._hits(ids, whole=len(hits) < MOST_HITS)
            total = meeting_list.count(session, group_id, since, until)

        def page(first: int, size: int) -> tuple[MeetingLine, ...]:
            with self._ledger.glance() as session:
                return meeting_list.stretch(session, first, size, group_id, since, until)

        return MeetingPages(total=total, shown=total, page=page)

    def _hits(self, ids: Sequence[int], *, whole: bool) -> MeetingPages:
        def page(first: int, size: int) -> tuple[MeetingLine, ...]:
            with self._ledger.glance() as session:
                return meeting_list.lines_of(session, ids[first : first + size])

        return MeetingPages(total=len(ids) if whole else None, shown=len(ids), page=page)

    def _mark(self, occasion: Occasion, verb: str, *, cancelled: bool, missed: bool) -> None:
        with self._ledger.change(f"{verb}: {self._named(occasion)}") as writing:
            meeting_id = reflecting.meeting_of(writing.session, occasion)
            draft = as_draft(meetings.get(writing.session, meeting_id))
            meetings.change(
                writing.session, meeting_id, replace(draft, cancelled=cancelled, missed=missed)
            )

    def _naming(self, verb: str, meeting_id: int) -> Label:
        """A label that names a recorded meeting."""
        return lambda session: f"{verb} {self._say(*meetings.said(session, meeting_id))}"

    def _named(self, occasion: Occasion) -> str:
        """A meeting as the history names it."""
        return self._say(occasion.name, occasion.start)

    def _say(self, name: str, start: datetime) -> str:
        day = say_day(start.date(), self._ledger.clock.now().date())
        return f"{clean_line(name) or 'a one-off'}, {day}"

    def _refuse_future(self, start: datetime) -> None:
        if start > self._ledger.clock.now():
            raise InvalidError(
                {
                    "start": f"The meeting on {say_range(start)} has not begun, so there is "
                    "nothing to reflect on yet. Check its date."
                }
            )
