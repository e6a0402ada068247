"""What can be done with groups."""

from dataclasses import fields, replace
from datetime import date

from sqlmodel import Session

from netjournal.errors import AmbiguousError, ConflictError, InvalidError, NotFoundError
from netjournal.insights.joining import asked_into, look_back_due
from netjournal.journal.group_lines import in_order, line_of
from netjournal.journal.ledger import Ledger
from netjournal.journal.whom import contact_named_or_new
from netjournal.model.group import Group, GroupDraft, GroupLine, Rescheduled, Status
from netjournal.model.joining import AskedInto, DueLookBack, ExperimentDraft, Joining
from netjournal.model.schedule import Schedule
from netjournal.model.value_statement import ValueStatement
from netjournal.store import groups, value_statements
from netjournal.store.groups import GroupFigures
from netjournal.store.store import Label, Writing
from netjournal.text import clean, clean_line, fold
from netjournal.when import say_day


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
                value_statements.add(writing.session, group_id, value_statement, writing.utc)
        return group_id

    def revise(
        self,
        group_id: int,
        draft: GroupDraft,
        rescheduled: Rescheduled | None = None,
        value_statement: str = "",
        *,
        inviter: str = "",
    ) -> None:
        """Changes what is said of a group, and in the same step when it meets.

        A value statement is a new version. `inviter` names who asked me in, as in `join`.
        """
        with self._ledger.change(f"Changed {clean_line(draft.name)}") as writing:
            groups.change(writing.session, group_id, _invited(writing, draft, inviter))
            if rescheduled is not None:
                groups.schedule(
                    writing.session, group_id, rescheduled.schedule, rescheduled.applies_from
                )
            if clean(value_statement):
                value_statements.add(writing.session, group_id, value_statement, writing.utc)

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
            value_statements.add(writing.session, group_id, text, writing.utc)

    def correct_value(self, statement_id: int, text: str) -> None:
        """Puts right what a version says; it holds from the day it did."""
        if not clean(text):
            raise InvalidError({"value_statement": "The value statement is empty; write one."})
        with self._ledger.change(_stated("Corrected", statement_id)) as writing:
            value_statements.correct(writing.session, statement_id, text)

    def delete_value(self, statement_id: int) -> None:
        """Removes a version as if it had never been; the one before holds on."""
        with self._ledger.change(_stated("Deleted", statement_id)) as writing:
            value_statements.remove(writing.session, statement_id)

    def values(self, group_id: int) -> tuple[ValueStatement, ...]:
        """Every version of why a group is worth others' time, newest first."""
        with self._ledger.read() as session:
            return value_statements.of_group(session, group_id, self._today())

    def accept(self, group_id: int, joining: Joining) -> None:
        """Joins a group I was asked into or tried out; what else is said of it stays.

        Raises ConflictError when I am a member already.
        """
        group = self.get(group_id)
        if group.status is Status.MEMBER:
            raise ConflictError(f"You are a member of {group.name} already; edit it instead.")
        tried = joining.status is Status.TRIAL
        with self._ledger.change(f"{'Tried out' if tried else 'Joined'} {group.name}") as writing:
            groups.amend(writing.session, group_id, {**_values(joining), "left_on": None})

    def leave(self, group_id: int, on: date | None = None) -> None:
        """Leaves a group, today or on a day; all that is recorded of it stays.

        Raises ConflictError when I left it already, and InvalidError when the day is to come, or
        before the one I joined on.
        """
        group, today = self.get(group_id), self._today()
        if group.status is Status.LEFT:
            when = f" on {say_day(group.left_on)}" if group.left_on else ""
            raise ConflictError(f"You left {group.name}{when} already.")
        if on is not None and on > today:
            raise InvalidError({"left_on": f"{say_day(on)} is to come; say a day that was."})
        if group.joined_on and (on or today) < group.joined_on:
            sentence = f"It was joined on {say_day(group.joined_on)}; say a day from then on."
            raise InvalidError({"left_on": sentence})
        declined = group.status is Status.CANDIDATE
        with self._ledger.change(f"{'Declined' if declined else 'Left'} {group.name}") as writing:
            groups.amend(writing.session, group_id, {"status": Status.LEFT, "left_on": on or today})

    def experiment(self, group_id: int, draft: ExperimentDraft) -> None:
        """Notes what I try with a group, or how it went."""
        group = self.get(group_id)
        with self._ledger.change(f"Changed the experiment with {group.name}") as writing:
            groups.amend(writing.session, group_id, _values(draft))

    def look_backs(self) -> tuple[DueLookBack, ...]:
        """The experiments that are over and want a look back, the one that ended first first."""
        with self._ledger.read() as session:
            every = groups.every(session)
        due = (group for group in every if look_back_due(group, self._today()))
        return tuple(sorted(map(_look_back, due), key=lambda one: one.experiment_until))

    def asked_into(self) -> AskedInto:
        """How many groups someone asked me into, how that felt, and how many I joined."""
        with self._ledger.read() as session:
            every = groups.every(session)
            attended = groups.attended(session, self._today())
        return asked_into(every, attended, self._today())

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
        lines = (line_of(group, figures.get(group.id, GroupFigures()), now) for group in every)
        return in_order(lines)

    def line(self, group_id: int) -> GroupLine:
        """One group as a line of the list; NotFoundError when it isn't there."""
        now = self._ledger.clock.now()
        with self._ledger.read() as session:
            group = groups.get(session, group_id)
            figures = groups.figures(session, now.date(), group_id)
        return line_of(group, figures.get(group_id, GroupFigures()), now)

    def all(self) -> tuple[Group, ...]:
        """Every group in the order of the list, without what its meetings add up to."""
        with self._ledger.read() as session:
            return in_order(groups.every(session))

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

    def _today(self) -> date:
        return self._ledger.clock.now().date()


def _values(draft: Joining | ExperimentDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft)}


def _look_back(group: Group) -> DueLookBack:
    assert group.experiment_until is not None
    return DueLookBack(
        group_id=group.id,
        group=group.name,
        experiment=group.experiment,
        experiment_from=group.experiment_from,
        experiment_until=group.experiment_until,
    )


def _stated(verb: str, statement_id: int) -> Label:
    def label(session: Session) -> str:
        name = groups.get(session, value_statements.group_of(session, statement_id)).name
        return f"{verb} why {name} is worth it"

    return label


def _invited(writing: Writing, draft: GroupDraft, inviter: str) -> GroupDraft:
    if not clean_line(inviter):
        return draft
    return replace(draft, invited_by=contact_named_or_new(writing, inviter))


def _known(every: tuple[Group, ...]) -> str:
    if not every:
        return "Add one with: netjournal group add NAME"
    return f"There is {', '.join(group.name for group in every)}."
