"""Asks what a group is and when it meets."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input

from netjournal.errors import InvalidError, JournalError
from netjournal.insights.concentration import Promised
from netjournal.model.group import Group, GroupDraft, Status
from netjournal.model.joining import Load
from netjournal.model.schedule import Schedule
from netjournal.ui.dialogs.doubts import Doubts
from netjournal.ui.dialogs.draft_field import read_all
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.group_fields import (
    ASKED,
    EVERY,
    JOINING,
    NAME,
    REST,
    STANDING,
    plain_draft,
)
from netjournal.ui.dialogs.refusals import Refusals
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field, Paragraph
from netjournal.ui.widgets.schedule import ScheduleEditor
from netjournal.ui.widgets.whom import Finder, Named, Whom

_VALUE = "value_statement"
_INVITER = "invited_by"
_FOLDED = "form--folded"
_JOINING = "joining"
_ASKED = "asked"
_THERE = (Status.MEMBER, Status.TRIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChange:
    """What the form says of a group."""

    draft: GroupDraft
    schedule: Schedule | None
    rescheduled: bool
    """Whether its schedule is another one than before."""
    applies_from: date | None
    """The day another schedule holds from; None if also for the past."""
    value_statement: str


class GroupDialog(FormDialog[GroupChange]):
    """A form for a new group, or for one to change."""

    DEFAULT_CSS = """
    GroupDialog .form { width: 84; }
    GroupDialog #joining, GroupDialog #asked { height: auto; }
    """

    FORM = "group"
    schedule = query_one(ScheduleEditor)
    _whom = query_one(f"#{_INVITER}", Whom)

    def __init__(
        self,
        now: datetime,
        find: Finder,
        group: Group | None = None,
        inviter: Named | None = None,
    ) -> None:
        """`group` is the one to change, if it isn't a new one, and `inviter` who asked me in."""
        super().__init__()
        self._find = find
        self._inviter = inviter
        self.heading = f"Change {group.name}" if group else "New group"
        self._now = now
        self._group = group
        self.about = {"group_id": group.id} if group else {}
        self._before = plain_draft(group) if group else GroupDraft(name="")
        stands = Promised(group.status, group.commitment, group.willing_hours) if group else None
        self._doubts = Doubts(stands)

    def fields(self) -> ComposeResult:
        """The name, when it meets, where I stand, and what goes with that."""
        yield NAME.shown(self._before)
        yield ScheduleEditor(self._schedule_in_force(), self._now)
        yield from (field.shown(self._before) for field in STANDING)
        yield self._doubts
        with Vertical(classes=_FOLDED, id=_JOINING):
            yield from (field.shown(self._before) for field in JOINING)
        with Vertical(classes=_FOLDED, id=_ASKED):
            inviters = (self._inviter,) if self._inviter else ()
            yield Field("Invited by", Whom(inviters, alone=True, id=_INVITER))
            yield from (field.shown(self._before) for field in ASKED)

    def more(self) -> ComposeResult:
        """What can be said later, or never."""
        yield from (field.shown(self._before) for field in REST)
        if self._group is None:
            yield Field(
                "Why it's worth it", Paragraph(id=_VALUE, placeholder="what you'd tell others")
            )

    def on_mount(self) -> None:
        """Shows what goes with the status."""
        super().on_mount()
        self._follow()

    def know(self, load: Load) -> None:
        """Takes in what I do already, to say whether this is too much."""
        self._doubts.know(load)

    def draft(self) -> GroupChange:
        """The group and its schedule; InvalidError names every field that can't be read."""
        wrong = Refusals()
        values = wrong.read(lambda: read_all(EVERY, self.text, self._now.date())) or {}
        invited_by = wrong.read(self._invited_by)
        schedule = wrong.read(self.schedule.schedule)
        applies_from = wrong.read(self.schedule.applies_from)
        wrong.end()
        return GroupChange(
            draft=replace(self._before, **values, invited_by=invited_by),
            schedule=schedule,
            rescheduled=self.schedule.changed,
            applies_from=applies_from,
            value_statement=self.text(_VALUE) if self._group is None else "",
        )

    def refuse(self, problem: JournalError) -> None:
        """Says it once, at the fields, what the editor may have said while one typed."""
        super().refuse(problem)
        self.schedule.hush()

    @on(Choice.Changed)
    @on(Input.Changed, "#willing_hours")
    def _follow(self) -> None:
        """Shows what to say on joining, or on being asked in; the other is folded away."""
        status = self.chosen("status")
        self.query_one(f"#{_JOINING}").set_class(status not in _THERE, _FOLDED)
        self.query_one(f"#{_ASKED}").set_class(status != Status.CANDIDATE, _FOLDED)
        self._doubts.look(status, self.chosen("commitment"), self.text("willing_hours"))
        self.refresh_bindings()

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds who may be meant."""
        self._find(event.words, lambda matches: event.whom.offer(event.words, matches))

    def _invited_by(self) -> int | None:
        if self._whom.typed:
            raise InvalidError({_INVITER: "Enter takes this name; or empty the line."})
        return self._whom.value[0].id if self._whom.value else None

    def _schedule_in_force(self) -> Schedule | None:
        last = self._group.schedules[-1] if self._group and self._group.schedules else None
        return last if last and last.rule else None
