"""Whom something is with: contacts found by typing a name, each taken by Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.model.contact import ContactMatch
from netjournal.text import clean_line, fold, visible
from netjournal.ui.widgets.candidates import NEWCOMER, Candidate, Candidates, likeliest
from netjournal.ui.widgets.roster import NameLine

Offer = Callable[[tuple[ContactMatch, ...]], None]
Finder = Callable[[str, Offer], None]
"""`find(typed, offer)` calls `offer` with the contacts a typed name may mean."""

_NAME, _INSTEAD = "type a name …", "type another name instead …"
_NOBODY = "no contact has this name"
_NEW = 0
"""The id of someone who is no contact yet; no record has it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A contact by id and name."""

    id: int
    name: str

    @property
    def is_new(self) -> bool:
        """Whether they become a contact by what is noted."""
        return self.id == _NEW


class WhomLine(NameLine):
    """The line a name is typed in; in an empty one backspace takes the last contact out."""

    BINDINGS = [
        Binding("backspace", "shorten", "Take out", show=False),
    ]

    class Emptied(Message):
        """The last contact is to be taken out."""

    def action_shorten(self) -> None:
        """Deletes a letter, or asks to take the last contact out."""
        if self.value:
            self.action_delete_left()
        else:
            self.post_message(self.Emptied())


class Whom(Widget):
    """The contacts chosen, and a line for the next; it asks for matches by `Typed`."""

    DEFAULT_CSS = """
    Whom {
        height: auto;
        width: 1fr;
        .whom--chosen { height: auto; display: none; }
        &.-chosen .whom--chosen { display: block; }
        .whom--none { display: none; color: $text-muted; }
        &.-none .whom--none { display: block; }
    }
    """

    value: reactive[tuple[Named, ...]] = reactive(())
    """The contacts chosen, in the order they were."""

    line = query_one(WhomLine)
    _candidates = query_one(Candidates)
    _chosen = query_one(".whom--chosen", Static)

    class Typed(Message):
        """A name is being typed; `offer` wants its matches."""

        def __init__(self, whom: "Whom", words: str) -> None:
            super().__init__()
            self.whom = whom
            self.words = words

    def __init__(
        self,
        chosen: Sequence[Named] = (),
        *,
        alone: bool = False,
        newcomers: bool = False,
        id: str | None = None,
    ) -> None:
        """`alone`: the next takes the place of the last, and having taken one leads on.

        `newcomers`: names may be new.
        """
        super().__init__(id=id)
        self.set_reactive(Whom.value, tuple(chosen))
        self._alone = alone
        self._newcomers = newcomers
        self._offered = ""
        self._taking = False

    @property
    def typed(self) -> str:
        """The name being typed, not taken yet."""
        return clean_line(self.line.value)

    def focus(self, scroll_visible: bool = True) -> Self:
        """Goes to the line."""
        self.line.focus(scroll_visible)
        return self

    def compose(self) -> ComposeResult:
        """Who is chosen, the line, and who may be meant by what is typed in it."""
        yield Static(markup=False, classes="whom--chosen")
        yield WhomLine(placeholder=_NAME)
        yield Static(_NOBODY, markup=False, classes="whom--none")
        yield Candidates()

    def on_mount(self) -> None:
        """Shows who was chosen beforehand."""
        self._show_chosen()

    def watch_value(self) -> None:
        """Shows who is chosen."""
        if self.is_mounted:
            self._show_chosen()

    def offer(self, words: str, matches: Sequence[ContactMatch]) -> None:
        """Shows which contacts the words may mean, unless others are typed by now."""
        # The form may have closed by the time the matches come.
        if not self.is_attached or words != self.line.value:
            return
        self._offered = words
        known = {named.id for named in self.value}
        found = [
            Candidate(name=m.name, contact_id=m.id, organisation=m.organisation, does="add")
            for m in matches
            if m.id not in known
        ]
        if self._newcomers and self._is_new(words, matches):
            found.append(Candidate(name=clean_line(words), contact_id=_NEW, does=NEWCOMER))
        self._candidates.cursor = min(likeliest(words, found), max(len(found) - 1, 0))
        self._candidates.found = tuple(found)
        self.set_class(not found and not matches and bool(clean_line(words)), "-none")
        if self._taking:
            self._take()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Asks who is meant."""
        event.stop()
        self._taking = False
        if self.typed:
            self.post_message(self.Typed(self, event.value))
        else:
            self.offer(event.value, ())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes the candidate pointed at, once it is known; with nothing typed, passes Enter on."""
        if not self.typed:
            return
        event.stop()
        if self._offered == self.line.value:
            self._take()
        else:
            self._taking = True
            # What is typed ahead is meant for the next field.
            self._lead_on()

    def on_name_line_pointed(self, event: NameLine.Pointed) -> None:
        """Points at another candidate."""
        event.stop()
        self._candidates.move(event.by)

    def on_candidates_chosen(self, event: Candidates.Chosen) -> None:
        """Takes the candidate clicked."""
        event.stop()
        self._take()

    def on_whom_line_emptied(self, event: WhomLine.Emptied) -> None:
        """Takes the last contact out."""
        event.stop()
        self.value = self.value[:-1]

    def _show_chosen(self) -> None:
        self.set_class(bool(self.value), "-chosen")
        self._chosen.update(Content(", ").join(map(_shown, self.value)))
        self.line.placeholder = _INSTEAD if self._alone and self.value else _NAME

    def _is_new(self, words: str, matches: Sequence[ContactMatch]) -> bool:
        taken = {fold(one.name) for one in matches} | {fold(one.name) for one in self.value}
        return bool(clean_line(words)) and fold(words) not in taken

    def _take(self) -> None:
        self._taking = False
        candidate = self._candidates.candidate
        if candidate is not None and candidate.contact_id is not None:
            before = () if self._alone else self.value
            self.value = (*before, Named(candidate.contact_id, candidate.name))
            self.line.value = ""
            self._lead_on()

    def _lead_on(self) -> None:
        if self._alone and self.line.has_focus:
            self.screen.focus_next()


def _shown(named: Named) -> Content:
    name = Content(visible(named.name))
    return name + Content.styled(f" ({NEWCOMER})", "$text-muted") if named.is_new else name
