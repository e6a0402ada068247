"""What can be done with groups."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from netjournal.errors import AmbiguousError, InvalidError, NotFoundError
from netjournal.journal.ledger import Ledger
from netjournal.journal.whom import contact_named_or_new
from netjournal.model.group import Commitment, Group, GroupDraft, GroupLine, Rescheduled, Status
from netjournal.model.schedule import Schedule, describe, next_starts
from netjournal.store import groups
from netjournal.store.groups import GroupFigures
from netjournal.store.store import Writing
from netjournal.text import clean, clean_line, fold

AnyGroup = TypeVar("AnyGroup", Group, GroupLine)

_STANDING = (Status.MEMBER, Status.TRIAL, Status.CANDIDATE, Status.LEFT)
_DEPTH = (Commitment.ALL_IN, Commitment.REGULAR, Commitment.OCCASIONAL, None)


class Groups:
    """The groups one is in, was in, or might join."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def join(
        self,
        draft: GroupDraft,
        schedule: Schedule | None = None,
        value_statement: str = "",
        *,
        inviter: str = "",
    ) -> int:
        """Adds a group, with when it meets; gives its id.

        `inviter` names who asked me in; a name the journal doesn't know becomes a contact.
        Raises InvalidError, also when another group has its name.
        """
        with self._ledger.change(f"Added {clean_line(draft.name)}") as writing:
            draft = _invited(writing, draft, inviter)
            group_id = groups.add(writing.session, draft, self._ledger.clock.now().date())
            if schedule is not None:
                groups.schedule(writing.session, group_id, schedule, None)
            if clean(value_statement):
                groups.state_value(writing.session, group_id, value_statement, writing.utc)
        return group_id

    def revise(
        self,
        group_id: int,
        draft: GroupDraft,
        rescheduled: Rescheduled | None = None,
        *,
        inviter: str = "",
    ) -> None:
        """Changes what is said of a group, and in the same step when it meets.

        `inviter` names who asked me in, as in `join`.
        """
        with self._ledger.change(f"Changed {clean_line(draft.name)}") as writing:
            groups.change(writing.session, group_id, _invited(writing, draft, inviter))
            if rescheduled is not None:
                groups.schedule(
                    writing.session, group_id, rescheduled.schedule, rescheduled.applies_from
                )

    def reschedule(self, group_id: int, rescheduled: Rescheduled) -> None:
        """Changes when a group meets; what is recorded stays."""
        group = self.get(group_id)
        with self._ledger.change(f"Changed when {group.name} meets") as writing:
            groups.schedule(
                writing.session, group_id, rescheduled.schedule, rescheduled.applies_from
            )

    def state_value(self, group_id: int, text: str) -> None:
        """Writes a new version of why a group is worth others' time."""
        if not clean(text):
            raise InvalidError({"value_statement": "The value statement is empty; write one."})
        group = self.get(group_id)
        with self._ledger.change(f"Said why {group.name} is worth it") as writing:
            groups.state_value(writing.session, group_id, text, writing.utc)

    def delete(self, group_id: int) -> None:
        """Removes a group with its schedules, value statements and meetings."""
        group = self.get(group_id)
        with self._ledger.change(f"Deleted {group.name}") as writing:
            groups.remove(writing.session, group_id)

    def get(self, group_id: int) -> Group:
        """A group; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return groups.get(session, group_id)

    def lines(self) -> tuple[GroupLine, ...]:
        """Every group: those one is in first, the deepest commitment first, then by name."""
        now = self._ledger.clock.now()
        with self._ledger.read() as session:
            every = groups.every(session)
            figures = groups.figures(session, now.date())
        lines = (_line(group, figures.get(group.id, GroupFigures()), now) for group in every)
        return in_order(lines)

    def named(self, words: str) -> Group:
        """The group whose name is `words`, or the only one whose name holds them.

        Raises NotFoundError when none does, and AmbiguousError when several do.
        """
        wanted = fold(words)
        with self._ledger.read() as session:
            every = groups.every(session)
        for fits in (
            [group for group in every if fold(group.name) == wanted],
            [group for group in every if wanted and wanted in fold(group.name)],
        ):
            if len(fits) == 1:
                return fits[0]
            if fits:
                names = tuple(group.name for group in fits)
                raise AmbiguousError(
                    f"“{words}” fits {len(names)} groups: {', '.join(names)}. "
                    "Type more of the name.",
                    names,
                )
        raise NotFoundError(f"There is no group whose name holds “{words}”. {_known(every)}")


def in_order(lines: Iterable[AnyGroup]) -> tuple[AnyGroup, ...]:
    """Groups one is in first, the deepest commitment first, then by name."""
    return tuple(sorted(lines, key=_place))


def _invited(writing: Writing, draft: GroupDraft, inviter: str) -> GroupDraft:
    if not clean_line(inviter):
        return draft
    return replace(draft, invited_by=contact_named_or_new(writing, inviter))


def _known(every: tuple[Group, ...]) -> str:
    if not every:
        return "Add one with: netjournal group add NAME"
    return f"There is {', '.join(group.name for group in every)}."


def _place(line: Group | GroupLine) -> tuple[int, int, str]:
    return _STANDING.index(line.status), _DEPTH.index(line.commitment), fold(line.name)


def _line(group: Group, figures: GroupFigures, now: datetime) -> GroupLine:
    ratings = tuple(zip(*figures.ratings, strict=True)) or ((), (), ())
    ruling = _in_force(group, now.date())
    coming = next_starts(group.schedules, now, 1) if group.left_on is None else ()
    return GroupLine(
        id=group.id,
        name=group.name,
        kind=group.kind,
        status=group.status,
        commitment=group.commitment,
        schedule=describe(ruling) if ruling and ruling.rule else "",
        next_start=f"{coming[0]:%Y-%m-%dT%H:%M}" if coming else None,
        last_start=figures.last_start,
        meetings=figures.meetings,
        reflections=figures.reflections,
        people=figures.people,
        energy=ratings[0],
        confidence=ratings[1],
        pushiness=ratings[2],
    )


def _in_force(group: Group, today: date) -> Schedule | None:
    """The schedule that rules today, or else the one to come."""
    begun = [
        schedule
        for schedule in group.schedules
        if schedule.applies_from is None or schedule.applies_from <= today
    ]
    return begun[-1] if begun else next(iter(group.schedules), None)
