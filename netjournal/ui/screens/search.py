"""Search: finds anything again by its words, whatever it is, and opens its place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from netjournal.model.change import Noun
from netjournal.model.search import Hit, Hits
from netjournal.text import visible
from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import JournalScreen
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

_MOST = 100
_MARKED = "bold $text-accent"
_BEFORE = 5
"""At most one part in so many of the width is shown before the first word found."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked for, and what was chosen of it."""

    words: str = ""
    noun: Noun | None = None
    """What alone was looked for; None is everything."""
    chosen: Hit | None = None


_KINDS: tuple[tuple[Noun | None, str], ...] = (
    (None, "Search"),
    (Noun.CONTACT, "Search people"),
    (Noun.MEETING, "Search meetings"),
    (Noun.INTERACTION, "Search interactions"),
    (Noun.FOLLOW_UP, "Search follow-ups"),
    (Noun.REFERRAL, "Search referrals"),
    (Noun.GROUP, "Search groups"),
)
"""What can be looked for, in the order in which one comes to it."""


class Words(Line):
    """The words looked for; Enter opens what the cursor is on."""

    BINDINGS = [
        Binding("enter", "submit", "Open", id="search.open", tooltip="Go to where it stands"),
    ]


class SearchScreen(JournalScreen[Search]):
    """A line to type in, and below it all that holds the words, last written first."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "Words"
    BINDINGS = [
        Binding(
            "ctrl+f",
            "narrow",
            "Only people, meetings …",
            id="search.narrow",
            # In a line it would otherwise delete a word.
            priority=True,
            tooltip="Look among people alone, then meetings, interactions, and so on",
        ),
        Binding("escape", "leave", "Back", id="search.leave", tooltip="Back to where you were"),
        Binding("down", "move(1)", "Down", show=False, id="search.down", tooltip="Next line"),
        Binding("up", "move(-1)", "Up", show=False, id="search.up", tooltip="Line before"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="search.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="search.page_up"),
        Binding("slash", "type", "Words", show=False, id="search.type", tooltip="Type other words"),
    ]

    table: query_one[Table[Hit]] = query_one("Table", Table)
    _line = query_one(Words)
    _title = query_one(".search--title", Static)
    _said = query_one(".search--said", Static)
    _hint = query_one(".search--hint", Static)

    def __init__(self, desk: Desk, before: Search | None = None) -> None:
        """`before` is the search to take up again."""
        super().__init__(desk)
        self._before = before or Search()
        self._noun = self._before.noun
        self._shown: Search | None = None
        self._hasty = False

    def compose(self) -> ComposeResult:
        """The words, what they find, the keys."""
        with Horizontal(classes="search--line"):
            yield Static(classes="search--title")
            yield Words(self._before.words, placeholder="any words you wrote …")
            yield Static(markup=False, classes="search--said")
        yield Static(_INVITATION, classes="search--hint")
        yield Table(self._columns(), _key)
        yield KeyLine()

    def on_mount(self) -> None:
        """Lets one go on with the words of before, or type others over them."""
        self.add_class("-nothing")
        self._line.selection = Selection(0, len(self._line.value))
        # A message that they changed would miss the frame of the key.
        self.watch(self._line, "value", self._look)

    def action_leave(self) -> None:
        """Closes the search."""
        self.dismiss(self._search)

    def action_narrow(self) -> None:
        """Looks for the next kind of thing alone, and after the last for everything again."""
        nouns = [noun for noun, _ in _KINDS]
        self._noun = nouns[(nouns.index(self._noun) + 1) % len(nouns)]
        self._look()

    def action_move(self, lines: int) -> None:
        """Moves among what was found while the words can still be changed."""
        self.table.action_move(lines)

    def action_page(self, pages: int) -> None:
        """Moves by what is seen at once."""
        self.table.action_page(pages)

    def action_type(self) -> None:
        """Goes back to the words."""
        self._line.focus()

    def _look(self) -> None:
        search = self._search
        self._hasty = False
        self._title.update(dict(_KINDS)[search.noun])
        self.glance(
            lambda journal: journal.search(search.words, _MOST, search.noun),
            partial(self._show, search),
            lane="search",
        )

    @on(Input.Submitted)
    def _open(self) -> None:
        # What is shown may still be what fewer words found.
        self._hasty = self._shown != self._search
        if not self._hasty:
            self.table.action_open()

    @on(Table.Opened)
    def _choose(self, event: Table.Opened[Hit]) -> None:
        self.dismiss(replace(self._search, chosen=event.row))

    @property
    def _search(self) -> Search:
        return Search(self._line.value, self._noun)

    def _columns(self) -> tuple[Column[Hit], ...]:
        today = self.desk.clock.now().date()

        def day(hit: Hit) -> str:
            return short_day(date.fromisoformat(hit.day), today) if hit.day else ""

        return (
            Column("What", lambda hit: hit.noun, width=11, hidden_below=60, muted=True),
            Column("Whom or where", _heading, width=22),
            Column("When", day, width=11, hidden_below=66, muted=True),
            Column("Words", lambda hit: _marked(hit.around(self.size.width // _BEFORE))),
        )

    def _show(self, search: Search, found: Hits) -> None:
        hits, chosen = found.hits, self._before.chosen
        rows = Rows(len(hits), lambda first, size: hits[first : first + size])
        self.table.show(rows, from_top=True)
        if chosen is not None and search == replace(self._before, chosen=None):
            self.table.seek(lambda hit: _key(hit) == _key(chosen))
        self.set_class(not hits, "-nothing")
        self._said.update(_count(found), layout=False)
        self._hint.update(_NOTHING if search.words.strip() else _INVITATION)
        self._shown = search
        if self._hasty:
            self._open()


def place(hit: Hit) -> str:
    """The app's action that opens the place of a hit."""
    match hit.noun:
        case Noun.GROUP:
            return f"open_record('groups', {hit.record_id})"
        case Noun.MEETING:
            return f"open_record('meetings', {hit.record_id})"
        case Noun.REVIEW:
            return f"open_record('review', {hit.record_id})"
        case Noun.ME:
            return "area('me')"
        case Noun.INTERACTION | Noun.FOLLOW_UP | Noun.REFERRAL if hit.contact_id is not None:
            part = f"'{hit.noun}', {hit.record_id}"
            return f"open_part('contacts', {hit.contact_id}, {part})"
        case _:
            return f"open_record('contacts', {hit.contact_id or hit.record_id})"


_INVITATION = Content.from_markup(
    "[b]Whatever you wrote is found here,[/b]\n"
    "last written first: people, groups, meetings and their notes,\n"
    "interactions, follow-ups, referrals, and what you say of yourself.\n\n"
    "The beginnings of words are enough; accents and capitals don't matter."
)
_NOTHING = Content(
    "Nothing holds all of these words.\nFewer of them find more, or only their beginnings."
)


def _heading(hit: Hit) -> Content:
    return _marked([(visible(text), found) for text, found in hit.heading] or [(hit.title, False)])


def _marked(stretches: Iterable[tuple[str, bool]]) -> Content:
    return Content.assemble(*((text, _MARKED if found else "") for text, found in stretches))


def _count(found: Hits) -> str:
    count = len(found.hits)
    return f"over {count} found" if found.more else f"{count} found" if count else ""


def _key(hit: Hit) -> tuple[Noun, int]:
    return hit.noun, hit.record_id
