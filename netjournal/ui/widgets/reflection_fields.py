"""The fields of the reflection form: laid out, read and filled."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from netjournal.model.reflection import Done
from netjournal.model.scale import CONFIDENCE, ENERGY, PUSHINESS
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.each_person import EachPerson
from netjournal.ui.widgets.entered import Entered
from netjournal.ui.widgets.field import Field, Line, Paragraph
from netjournal.ui.widgets.fold_bar import FoldBar
from netjournal.ui.widgets.rating import Rating
from netjournal.ui.widgets.roster import Roster
from netjournal.ui.widgets.yes_no import YES_NO, answer, word

if TYPE_CHECKING:
    from netjournal.ui.widgets.fold_part import FoldPart
    from netjournal.ui.widgets.noted import Noted

_BLANK = "—"
FOLDS = {
    "notes": "Notes",
    "each": "Each person",
    "invitations": "Invitations",
    "referrals": "Referrals",
    "follow_ups": "Follow-ups",
    "planned": "Planned work",
}
BUILT_LATER = ("invitations", "referrals", "follow_ups")
"""The folds that are empty until they are opened: most forms are drawn and saved without."""
RATINGS = ("energy", "confidence", "pushiness", "energy_before")
_LINES = ("opportunities", "headcount", "received", "planned_work")
_PARAGRAPHS = ("gives", "asks", "notes")
_ANSWERS = ("pitched", "quick_fix")


class ReflectionFields(VerticalScroll, can_focus=False):
    """All that a reflection holds, a field each, top to bottom in the order it is worth asking."""

    DEFAULT_CSS = """
    ReflectionFields {
        padding: 0 1;
        scrollbar-size-vertical: 1;
        .sheet--row { height: auto; }
        .sheet--rating { width: 54; }
        .sheet--before { width: 1fr; }
        .sheet--before .field--label { width: 8; }
        .sheet--gap { margin-top: 1; }
        .sheet--count { width: 25; margin-right: 4; }
        .sheet--count-short { width: 17; margin-right: 4; }
        .sheet--short .field--label { width: auto; margin-right: 1; }
        .sheet--short .field--problem { margin-left: 0; }
        .sheet--answer { width: 1fr; }
        .sheet--planned { width: 2fr; margin-right: 2; }
        #gives, #asks { min-height: 1; max-height: 4; }
        #notes { min-height: 3; max-height: 10; }
        .sheet--fold { display: none; height: auto; margin-top: 1; }
        .sheet--fold.-unfolded { display: block; }
        .sheet--problem { display: none; color: $text-error; }
        .sheet--problem.-shown { display: block; }
    }
    """
    roster = query_one(Roster)
    folds = query_one(FoldBar)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today
        self.parts: dict[str, FoldPart] = {}
        """The folds built so far."""

    def compose(self) -> ComposeResult:
        """The fields, those seldom wanted folded away."""
        yield Static(markup=False, classes="sheet--problem")
        yield from self._compose_ratings()
        yield _classed(Roster(), "sheet--gap")
        yield from self._compose_what_happened()
        yield _classed(FoldBar(FOLDS), "sheet--gap")
        yield _classed(Field("Notes", Paragraph(id="notes")), "sheet--fold", "fold-notes")
        yield _classed(EachPerson(), "sheet--fold", "fold-each")
        with Horizontal(classes="sheet--row sheet--fold fold-planned"):
            planned = Field("Planned work", Line(id="planned_work", placeholder=_BLANK))
            yield _classed(planned, "sheet--planned")
            done = Choice([done.value for done in Done], id="planned_done")
            yield _classed(Field("Done?", done), "sheet--short", "sheet--answer")

    @property
    def entered(self) -> Entered:
        """What is entered."""
        return Entered(
            energy=self.rating("energy").value,
            confidence=self.rating("confidence").value,
            pushiness=self.rating("pushiness").value,
            energy_before=self.rating("energy_before").value,
            present=self.roster.present,
            name=self.roster.typed,
            opportunities=self.line("opportunities").value,
            headcount=self.line("headcount").value,
            pitched=answer(self.choice("pitched").value),
            gives=self.paragraph("gives").text,
            asks=self.paragraph("asks").text,
            received=self.line("received").value,
            quick_fix=answer(self.choice("quick_fix").value),
            planned_work=self.line("planned_work").value,
            planned_done=self.choice("planned_done").value,
            notes=self.paragraph("notes").text,
            noted=self._noted(),
        )

    def fill(self, entered: Entered) -> None:
        """Shows what is entered."""
        for name in RATINGS:
            self.rating(name).value = getattr(entered, name)
        for line in (self.line(name) for name in (*_LINES, "name")):
            _write(line, getattr(entered, line.id or ""))
        for paragraph in (self.paragraph(name) for name in _PARAGRAPHS):
            _rewrite(paragraph, getattr(entered, paragraph.id or ""))
        for name in _ANSWERS:
            self.choice(name).value = word(getattr(entered, name))
        self.choice("planned_done").value = entered.planned_done
        self.roster.present = entered.present
        self._fill_parts(entered.noted)

    def build(self, folds: Iterable[str]) -> None:
        """Builds those of some folds that are built later and aren't yet."""
        for fold in folds:
            if fold in BUILT_LATER and fold not in self.parts:
                # Rarely wanted, and nothing of it is needed to draw the form.
                from netjournal.ui.widgets.fold_parts import part_of

                self.parts[fold] = part_of(fold, self.today)
                self.parts[fold].add_class("sheet--fold", f"fold-{fold}")
                self.mount(self.parts[fold], before=self._below(fold))

    def rating(self, name: str) -> Rating:
        """One of the ratings."""
        return self.query_one(f"#{name}", Rating)

    def line(self, name: str) -> Line:
        """A field of one line."""
        return self.query_one(f"#{name}", Line)

    def paragraph(self, name: str) -> Paragraph:
        """A field of several lines."""
        return self.query_one(f"#{name}", Paragraph)

    def choice(self, name: str) -> Choice:
        """A field of a few words to choose from."""
        return self.query_one(f"#{name}", Choice)

    def _noted(self) -> "Noted | None":
        if not self.parts:
            return None
        from netjournal.ui.widgets.noted import Noted

        noted = Noted()
        for part in self.parts.values():
            noted = part.put_into(noted)
        return noted.kept()

    def _fill_parts(self, noted: "Noted | None") -> None:
        if noted is None and not self.parts:
            return
        from netjournal.ui.widgets.noted import Noted

        noted = noted or Noted()
        self.build(noted.filled)
        for part in self.parts.values():
            part.fill(noted)

    def _below(self, fold: str) -> Widget:
        """The fold that stands below one."""
        later = list(FOLDS)[list(FOLDS).index(fold) + 1 :]
        return next(part for each in later for part in self.query(f".fold-{each}"))

    def _compose_ratings(self) -> ComposeResult:
        with Horizontal(classes="sheet--row"):
            yield _classed(Field(ENERGY.title, Rating(ENERGY, id="energy")), "sheet--rating")
            before = Rating(ENERGY, words=False, id="energy_before")
            yield _classed(Field("before", before), "sheet--before")
        for scale in (CONFIDENCE, PUSHINESS):
            yield Field(scale.title, Rating(scale, id=scale.field))

    def _compose_what_happened(self) -> ComposeResult:
        with Horizontal(classes="sheet--row sheet--gap"):
            opportunities = Field("Opportunities", Line(id="opportunities", placeholder=_BLANK))
            yield _classed(opportunities, "sheet--count")
            headcount = Field("Headcount", Line(id="headcount", placeholder=_BLANK))
            yield _classed(headcount, "sheet--short", "sheet--count-short")
            pitched = Choice(YES_NO, id="pitched")
            yield _classed(Field("I pitched", pitched), "sheet--short", "sheet--answer")
        yield Field("Gave", Paragraph(id="gives", placeholder=_BLANK))
        yield Field("Asked for", Paragraph(id="asks", placeholder=_BLANK))
        yield Field("Received", Line(id="received", placeholder=_BLANK))
        yield Field("Quick fix", Choice(YES_NO, id="quick_fix"))


def _classed(widget: Widget, *classes: str) -> Widget:
    # Once mounted it is styled anyway; told of a class, it would be styled anew after that.
    return widget.add_class(*classes, update=False)


def _write(line: Line, text: str) -> None:
    if line.value != text:
        line.value = text
        line.cursor_position = len(text)


def _rewrite(paragraph: Paragraph, text: str) -> None:
    if paragraph.text != text:
        paragraph.text = text
        paragraph.move_cursor(paragraph.document.end)
