"""Who a half-typed name may mean, one a line; the marked one is what Enter takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from netjournal.model.contact import ContactMatch
from netjournal.text import clean_line, fold, visible
from netjournal.ui.widgets.present import Present

NEWCOMER = "new contact"
"""What choosing a name does that no contact has."""
_MOST = 6
_NAME_WIDTH = 36
_UNTICK = "take the tick off"
_DOES_WIDTH = len(_UNTICK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Someone a typed name may mean."""

    name: str
    contact_id: int | None = None
    organisation: str = ""
    place: int | None = None
    """Their place in the roster, if they are in it."""
    does: str
    """What choosing them does."""


def candidates(
    typed: str, present: Present, matches: Sequence[ContactMatch]
) -> tuple[Candidate, ...]:
    """Who may be meant, the listed ones first, then other contacts; someone new last."""
    name = clean_line(typed)
    if not name:
        return ()
    listed = [_listed(place, present) for place in _fitting(name, present)]
    others = [
        Candidate(name=m.name, contact_id=m.id, organisation=m.organisation, does="add")
        for m in matches
        if present.place(m.name, m.id) is None
    ]
    loosely = [_listed(place, present) for place in _matched(matches, present)]
    found = list(dict.fromkeys([*listed, *loosely, *others]))[: _MOST - 1]
    if not any(fold(candidate.name) == fold(name) for candidate in found):
        found.append(Candidate(name=name, does=NEWCOMER))
    return tuple(found)


def likeliest(typed: str, found: Sequence[Candidate]) -> int:
    """The candidate Enter takes: the first that fits, or someone new for a full name no one has."""
    for place, candidate in enumerate(found):
        if candidate.does != NEWCOMER and _fits(typed, candidate.name):
            return place
    return len(found) - 1 if len(clean_line(typed).split()) > 1 else 0


class Candidates(Widget):
    """Shows candidates beneath the name being typed."""

    DEFAULT_CSS = """
    Candidates { height: auto; display: none; }
    """

    found: reactive[tuple[Candidate, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """A candidate was clicked."""

    @property
    def candidate(self) -> Candidate | None:
        """The one pointed at."""
        return self.found[self.cursor] if self.cursor < len(self.found) else None

    def watch_found(self) -> None:
        """Shows itself only while there is someone to show."""
        self.display = bool(self.found)

    def render(self) -> Content:
        """A line each."""
        return Content("\n").join(self._line(place) for place in range(len(self.found)))

    def move(self, by: int) -> None:
        """Points at another one, going round."""
        if self.found:
            self.cursor = (self.cursor + by) % len(self.found)

    def on_click(self, event: events.Click) -> None:
        """Chooses the one under the mouse."""
        if event.y < len(self.found):
            self.cursor = event.y
            self.post_message(self.Chosen())

    def _line(self, place: int) -> Content:
        candidate = self.found[place]
        name = set_cell_size(visible(candidate.name), self._name_width)
        mark, style = ("›", "bold $text-primary") if place == self.cursor else (" ", "")
        room = max(0, self.size.width - self._name_width - _DOES_WIDTH - 6)
        return Content.assemble(
            (f"{mark} {name}  ", style),
            (f"{candidate.does.ljust(_DOES_WIDTH)}  ", style or "$text-muted"),
            (set_cell_size(visible(candidate.organisation), room), "$text-muted"),
        )

    @property
    def _name_width(self) -> int:
        widest = max(cell_len(visible(candidate.name)) for candidate in self.found)
        return max(1, min(widest, _NAME_WIDTH, self.size.width - _DOES_WIDTH - 6))


def _listed(place: int, present: Present) -> Candidate:
    person = present.people[place]
    return Candidate(
        name=person.name,
        contact_id=person.contact_id,
        place=place,
        does=_UNTICK if person.there and present.counts else "tick",
    )


def _fitting(typed: str, present: Present) -> list[int]:
    return [place for place, person in enumerate(present.people) if _fits(typed, person.name)]


def _matched(matches: Sequence[ContactMatch], present: Present) -> list[int]:
    places = (present.place(match.name, match.id) for match in matches)
    return [place for place in places if place is not None]


def _fits(typed: str, name: str) -> bool:
    """Whether each typed word begins a word of the name."""
    words = fold(name).split()
    return all(any(word.startswith(part) for word in words) for part in fold(typed).split())
