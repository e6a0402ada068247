"""Asks about a contact's place in a group, and when it ended."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult

from netjournal.model.membership import Membership, MembershipDraft
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.refusals import Refusals
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.which_group import WhichGroup
from netjournal.ui.widgets.whom import Finder, Named, Whom

_WHO = "contact_id"
_WHERE = "group_id"


class MembershipDialog(FormDialog[MembershipDraft]):
    """A form for a new membership of someone, or in a group, or for one to change."""

    FORM = "membership"

    def __init__(
        self,
        today: date,
        *,
        person: Named | None = None,
        group: Named | None = None,
        groups: Sequence[Named] = (),
        find: Finder | None = None,
        membership: Membership | None = None,
    ) -> None:
        """`membership` is the one to change.

        Of a new one it asks what isn't given: in which of the `groups`, or who, whom `find` finds.
        """
        super().__init__()
        self._today = today
        self._old = old = membership
        self._person = Named(old.contact_id, old.name) if old else person
        self._group = Named(old.group_id, old.group) if old else group
        self._groups = groups
        self._find = find
        self.heading = _heading(self._person, self._group)
        self.about = {"membership_id": old.id} if old else _between(self._person, self._group)

    def fields(self) -> ComposeResult:
        """Who or where, as what, and from when to when."""
        old = self._old
        if self._person is None:
            self._whom = Whom(alone=True, id=_WHO)
            yield Field("Who", self._whom)
        if self._group is None:
            self._where = WhichGroup("Group", _WHERE, self._groups)
            yield self._where
        role, seat = (old.role, old.classification) if old else ("", "")
        yield Field("Role", Line(role, id="role", placeholder="chair, treasurer; or blank"))
        yield Field(
            "Sits for", Line(seat, id="classification", placeholder="blank: their own profession")
        )
        self._since = self._day("Since", "since", old.since if old else None, "unknown")
        self._until = self._day("Until", "until", old.until if old else None, "while it lasts")
        yield self._since
        yield self._until

    def draft(self) -> MembershipDraft:
        """The membership as typed; InvalidError names every field that can't be read."""
        wrong = Refusals()
        contact_id = self._contact_id(wrong)
        group_id = self._group.id if self._group else wrong.read(lambda: self._where.group_id)
        if self._group is None and not self.text(_WHERE).strip():
            wrong.note(_WHERE, "Say which group; any part of its name will do.")
        since = wrong.read(lambda: self._since.day)
        until = wrong.read(lambda: self._until.day)
        wrong.end()
        assert contact_id is not None
        assert group_id is not None
        return MembershipDraft(
            contact_id=contact_id,
            group_id=group_id,
            role=self.text("role"),
            classification=self.text("classification"),
            since=since,
            until=until,
        )

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds who may be meant."""
        if self._find is not None:
            self._find(event.words, lambda matches: event.whom.offer(event.words, matches))

    def _day(self, label: str, name: str, day: date | None, blank: str) -> DayField:
        hint = f"3 March, 2024-03-01; blank: {blank}"
        return DayField(label, name, self._today, prefer=None, day=day, hint=hint)

    def _contact_id(self, wrong: Refusals) -> int | None:
        if self._person is not None:
            return self._person.id
        if self._whom.typed:
            wrong.note(_WHO, "Enter takes a name; or empty the line.")
        elif not self._whom.value:
            wrong.note(_WHO, "Name one person; Enter takes the one pointed at.")
        return self._whom.value[0].id if self._whom.value else None


class EndDialog(FormDialog[date]):
    """Asks for the last day of a membership."""

    FORM = "end of a membership"

    def __init__(self, today: date, membership: Membership) -> None:
        super().__init__()
        self._today = today
        self.heading = f"{membership.name} leaves {membership.group}"
        self.about = {"membership_id": membership.id}

    def fields(self) -> ComposeResult:
        """The day."""
        self._last = DayField("Last day", "until", self._today, prefer=None, day=self._today)
        yield self._last

    def draft(self) -> date:
        """The day typed."""
        return self._last.needed


def _between(person: Named | None, group: Named | None) -> dict[str, int | str]:
    ends = {"contact_id": person, "group_id": group}
    return {name: end.id for name, end in ends.items() if end is not None}


def _heading(person: Named | None, group: Named | None) -> str:
    match person, group:
        case Named(), Named():
            return f"{person.name} in {group.name}"
        case Named(), None:
            return f"A group of {person.name}"
        case None, Named():
            return f"A member of {group.name}"
        case _:
            return "A membership"
