"""Asks whom I invited to which meeting, and what became of an invitation."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from textual.app import ComposeResult
from textual.binding import Binding

from netjournal.errors import InvalidError
from netjournal.model.invitation import Invitation, InvitationDraft, Outcome
from netjournal.model.occasion import Occasion
from netjournal.text import visible
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.question import QuestionDialog
from netjournal.ui.dialogs.refusals import Refusals, one_named
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.which_group import WhichNamed
from netjournal.ui.widgets.whom import Finder, Named, Whom
from netjournal.when import read_coming_date, say_day, say_range

Planned = Callable[[bool], None]
PlannedFinder = Callable[[int, date, Planned], None]
"""`find(group_id, day, offer)` calls `offer` with whether the group is known to meet that day."""

_TO = "to"
_ON = "meeting"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can invite someone to: the meetings of a group, or a one-off to come."""

    name: str
    next_start: datetime | None = None
    """Local start of a group's next meeting; None while none is planned."""
    group_id: int | None = None
    one_off: Occasion | None = None


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation as a form says it."""

    draft: InvitationDraft
    place: Place
    day: date | None
    """Of the group's meeting; None: the next."""
    name: str = ""
    """Of who is invited, where that is no contact yet."""


class InvitationDialog(FormDialog[Invite]):
    """A form for a new invitation."""

    FORM = "invitation"

    def __init__(
        self,
        today: date,
        find: Finder,
        find_planned: PlannedFinder,
        places: Sequence[Place],
        person: Named | None = None,
        group: Named | None = None,
    ) -> None:
        """`person` is who is invited and `group` to whose meeting, as far as that is known."""
        super().__init__()
        self._today = today
        self._find = find
        self._find_planned = find_planned
        self._places = places
        self._person = person
        self._group = group
        self.heading = _heading(person, group)
        self.about = _about(person, group)

    def fields(self) -> ComposeResult:
        """Who, to which meeting, and when they were asked."""
        if self._person is None:
            self._whom = Whom(alone=True, newcomers=True, id="contact_id")
            yield Field("Who", self._whom)
        self._where = WhichPlace(self._places, self._today, self._group)
        yield self._where
        self._sent = DayField("Asked", "sent_on", self._today, prefer="past", day=self._today)
        self._on = MeetingDay(self._sent, "On", _ON, self._today)
        yield self._on
        yield self._sent

    def draft(self) -> Invite:
        """The invitation as typed; InvalidError names every field that can't be read."""
        wrong = Refusals()
        person = self._person or one_named(self._whom, wrong)
        if person is None and not self._whom.typed:
            wrong.note("contact_id", "Say whom you invited.")
        place = wrong.read(lambda: self._where.place)
        day = wrong.read(lambda: self._on.day)
        sent_on = wrong.read(lambda: self._sent.needed)
        if place is not None and place.one_off is not None and day not in (None, place.one_off.day):
            sentence = f"{place.name} is on {say_day(place.one_off.day)}; leave this blank."
            wrong.note(_ON, sentence)
        wrong.end()
        assert person is not None
        assert place is not None
        assert sent_on is not None
        said = InvitationDraft(contact_id=person.id, sent_on=sent_on)
        return Invite(said, place, day, person.name if person.is_new else "")

    def on_mount(self) -> None:
        """Looks whether a meeting is planned, whenever the group or a day changes."""
        super().on_mount()
        for field in (self._where, self._on, self._sent):
            self.watch(field.control, "value", self._look, init=False)

    def _look(self) -> None:
        with suppress(InvalidError):
            place, day = self._where.place, self._on.day
            if place.group_id is not None and day is not None:
                self._find_planned(
                    place.group_id, day, lambda planned: self._on.tell(None if planned else day)
                )
                return
        self._on.tell(None)

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds who may be meant."""
        self._find(event.words, lambda matches: event.whom.offer(event.words, matches))


class MeetingDay(DayField):
    """A field for the day of a group's meeting; it says when none is planned that day."""

    def __init__(self, asked: DayField, label: str, name: str, today: date) -> None:
        """`asked` is the day before which the meeting wasn't."""
        super().__init__(label, name, today, prefer="future", hint="blank: the next")
        self._asked = asked
        self._unplanned: date | None = None

    def tell(self, unplanned: date | None) -> None:
        """Takes in a day on which the group isn't known to meet."""
        self._unplanned = unplanned
        with suppress(InvalidError):
            if self.is_attached and (typed := self.day) is not None:
                self.say(self.understood(typed))

    def understood(self, day: date) -> str:
        """The day, and whether no meeting is planned then."""
        said = super().understood(day)
        return f"{said}; no meeting is planned then" if day == self._unplanned else said

    def read(self, typed: str, today: date) -> date:
        """The first such day since one asked, or the next."""
        asked: date | None = None
        with suppress(InvalidError):
            asked = self._asked.day
        return read_coming_date(typed, today, asked)


class WhichPlace(WhichNamed):
    """A field for where one invites to, and beneath it when the next meeting there is."""

    HINT = "part of a group's name, or of a one-off's"
    UNKNOWN = "None of your groups is called so, and no one-off to come."

    def __init__(self, places: Sequence[Place], today: date, group: Named | None = None) -> None:
        """`group` is the one to begin with."""
        every = [Named(number, place.name) for number, place in enumerate(places)]
        super().__init__("To", _TO, every, _first_of(places, group))
        self._places = places
        self._today = today

    @property
    def place(self) -> Place:
        """The place named; InvalidError, under the field's name, when it isn't exactly one."""
        found = self.named
        if found is None:
            raise InvalidError({_TO: "Say which group or one-off; part of its name will do."})
        return self._places[found.id]

    def understood(self, found: Named) -> str:
        """When the next meeting there is."""
        place = self._places[found.id]
        if place.one_off is not None:
            return f"= {visible(place.one_off.name)}, {self._when(place.one_off.start)}"
        next_one = self._when(place.next_start) if place.next_start else "none is planned"
        return f"= {visible(found.name)}, next: {next_one}"

    def _when(self, start: datetime) -> str:
        return say_range(start, None, self._today)

    def on_mount(self) -> None:
        """Says when the place to begin with meets next."""
        if (found := self.named) is not None:
            self.say(self.understood(found))


def _first_of(places: Sequence[Place], group: Named | None) -> int | None:
    """Which place to begin with: the group's, else the only one."""
    if group is None:
        return 0 if len(places) == 1 else None
    ours = (number for number, place in enumerate(places) if place.group_id == group.id)
    return next(ours, None)


def _heading(person: Named | None, group: Named | None) -> str:
    if person is None:
        return f"An invitation to {group.name}" if group else "An invitation"
    return f"Invite {person.name} to {group.name}" if group else f"Invite {person.name}"


def _about(person: Named | None, group: Named | None) -> dict[str, int | str]:
    known = (("contact_id", person), ("group_id", group))
    return {name: named.id for name, named in known if named is not None}


class AnswerDialog(QuestionDialog[Outcome | None]):
    """Names an invitation and takes one key for what became of it; Esc leaves it as it is."""

    BINDINGS = [
        Binding("y", "answer('came')", "Came", id="answer.came", tooltip="They came"),
        Binding("x", "answer('no-show')", "No-show", id="answer.no_show", tooltip="They didn't"),
        Binding(
            "c", "answer('declined')", "Declined", id="answer.declined", tooltip="They said no"
        ),
        Binding("p", "answer('pending')", "Pending", id="answer.pending", tooltip="Not known yet"),
        Binding("escape", "leave", "Leave", id="answer.leave", tooltip="Leave it as it is"),
    ]

    def __init__(self, invitation: Invitation, today: date) -> None:
        one = invitation
        when = say_range(datetime.fromisoformat(one.start), None, today)
        stands = "called off" if one.voided else one.outcome
        super().__init__(
            f"{visible(one.name)}, invited to {visible(one.title)}",
            f"{when} · asked {say_day(one.sent_on, today)} · {stands}",
        )
        self._answered = one.answered

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to take an answer back only where there is one."""
        if action == "answer" and parameters == (Outcome.PENDING.value,):
            return self._answered
        return super().check_action(action, parameters)

    def action_answer(self, outcome: str) -> None:
        """Closes with the answer."""
        self.dismiss(Outcome(outcome))

    def action_leave(self) -> None:
        """Closes; the invitation stays as it is."""
        self.dismiss(None)
