"""Me: what I stand for, and how I work when it goes well."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one

from netjournal.model.change import Noun
from netjournal.model.me import Me, Pitch
from netjournal.ui.dialogs.draft_field import DraftField
from netjournal.ui.dialogs.me import FIELDS, MeDialog
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.widgets.page import as_text
from netjournal.ui.widgets.sheet import Part, Sheet
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


class MeScreen(AreaScreen[Me]):
    """What I say of myself, part by part, each edited in place."""

    CSS_PATH = "me.tcss"
    READS = frozenset({Noun.ME})
    BINDINGS = [
        Binding("e", "edit", "Edit", id="me.edit", tooltip="Say it, or say it anew"),
    ]
    AUTO_FOCUS = "Sheet"

    sheet = query_one(Sheet)

    def body(self) -> ComposeResult:
        """The sheet."""
        yield Sheet()

    def load(self, journal: "Journal") -> Me:
        """All that is said."""
        return journal.me.get()

    def show(self, reading: Me) -> None:
        """Shows it; the cursor stays where it was."""
        self._me = reading
        self.sheet.show(me_parts(reading, self.desk.clock.now().date()))

    @on(Sheet.Opened)
    def action_edit(self) -> None:
        """Asks for what is under the cursor, and for all the rest."""
        if isinstance(at := self.sheet.subject, str):
            self.ask(
                MeDialog(self.desk.clock.now().date(), self._me, at),
                lambda journal, draft: journal.me.revise(draft),
            )


def me_parts(me: Me, today: date) -> tuple[Part, ...]:
    """What is said of me as the parts of a sheet, read on the day `today`; blanks invite."""
    return (
        *(_part(field, me, today) for field in FIELDS),
        *_earlier(me.pitches[1:], today),
    )


def _part(field: DraftField, me: Me, today: date) -> Part:
    said = getattr(me, field.name)
    text = "\n".join(said) if isinstance(said, tuple) else said
    title = Content.styled(f"{field.label}{_version(field, me, today)}", _TITLE)
    body = as_text(text) if text else Content.styled(field.hint, "$text-muted")
    return Part(Content("\n").join([title, body]), subject=field.name, blank=not text)


def _version(field: DraftField, me: Me, today: date) -> str:
    if field.name != "pitch" or not me.pitches:
        return ""
    since = say_day(_day(me.pitches[0]), today)
    return f" · version {len(me.pitches)}, since {since}"


def _earlier(pitches: tuple[Pitch, ...], today: date) -> Iterator[Part]:
    if pitches:
        yield Part(Content.styled("Earlier pitches", _TITLE))
    for pitch in pitches:
        day = Content.styled(f"{say_day(_day(pitch), today)}\n", "$text-muted")
        yield Part(day + as_text(pitch.text), joined=True)


def _day(pitch: Pitch) -> date:
    return pitch.stated_at.astimezone().date()


_TITLE = "bold $text-accent"
