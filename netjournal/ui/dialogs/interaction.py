"""Asks what passed between me and someone outside a meeting."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult

from netjournal.model.interaction import Interaction, InteractionDraft, InteractionKind
from netjournal.text import visible
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.refusals import Refusals, minutes
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.field import Field, Line, Paragraph
from netjournal.ui.widgets.which_group import WhichGroup
from netjournal.ui.widgets.whom import Finder, Named, Whom
from netjournal.ui.widgets.yes_no import YES_NO, answer, word


class InteractionDialog(FormDialog[InteractionDraft]):
    """A form for a new interaction, or for one to change."""

    FORM = "interaction"
    AUTO_FOCUS = "Choice"

    def __init__(
        self,
        today: date,
        find: Finder,
        *,
        people: Sequence[Named] = (),
        groups: Sequence[Named] = (),
        interaction: Interaction | None = None,
    ) -> None:
        """`people` are whom a new one is with; `interaction` is the one to change."""
        super().__init__()
        self._today = today
        self._find = find
        self._groups = groups
        self._old = old = interaction
        known = zip(old.contact_ids, old.names, strict=True) if old else ()
        self._people = tuple(Named(*one) for one in known) if old else tuple(people)
        self.about = _about(old, self._people)
        self.heading = _heading(self._people) if old is None else f"Change the {old.kind}"

    def fields(self) -> ComposeResult:
        """What it was, when and with whom; then what else can be said."""
        old = self._old
        kind = Choice(tuple(InteractionKind), id="kind").with_value(old.kind if old else None)
        yield Field("It was a", kind)
        day = old.day if old else self._today
        self._day = DayField("When", "day", self._today, prefer="past", day=day)
        yield self._day
        self._whom = Whom(self._people, id="contact_ids")
        yield Field("With", self._whom)
        note = old.note if old else ""
        yield Field("Note", Paragraph(note, id="note", placeholder="for yourself alone"))
        length = str(old.minutes) if old and old.minutes is not None else ""
        yield Field("How long", Line(length, id="minutes", placeholder="45, or 1h30"))
        yield Field("Asked of them", _yes_no("asked", old.asked if old else None))
        yield Field("Partnering talk", _yes_no("partnering", old.partnering if old else None))
        self._group = WhichGroup(
            "Of the group", "group_id", self._groups, old.group_id if old else None
        )
        yield self._group

    def draft(self) -> InteractionDraft:
        """The interaction as typed; InvalidError names every field that can't be read."""
        wrong = Refusals()
        kind, chosen = self.chosen("kind"), self._whom.value
        if kind is None:
            wrong.note("kind", "Say what it was; its first letter chooses one.")
        if self._whom.typed:
            wrong.note("contact_ids", "Enter takes a name; or empty the line.")
        day = wrong.read(lambda: self._day.needed)
        length = wrong.read(lambda: minutes(self.text("minutes"), "minutes"))
        group_id = wrong.read(lambda: self._group.group_id)
        wrong.end()
        assert kind is not None
        assert day is not None
        return InteractionDraft(
            kind=InteractionKind(kind),
            day=day,
            contact_ids=tuple(named.id for named in chosen),
            minutes=length,
            group_id=group_id,
            asked=answer(self.chosen("asked")),
            partnering=answer(self.chosen("partnering")),
            note=self.text("note"),
        )

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds who may be meant."""
        self._find(event.words, lambda matches: event.whom.offer(event.words, matches))


def _about(old: Interaction | None, people: Sequence[Named]) -> dict[str, int | str]:
    if old is not None:
        return {"interaction_id": old.id}
    return {"with": ",".join(str(named.id) for named in people)}


def _heading(people: Sequence[Named]) -> str:
    return f"In touch with {visible(people[0].name)}" if len(people) == 1 else "In touch"


def _yes_no(name: str, given: bool | None) -> Choice:
    return Choice(YES_NO, id=name).with_value(word(given))
