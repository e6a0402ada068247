"""Keeps a form over a screen: half-filled it survives a crash, a closed terminal and Esc."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from netjournal.errors import JournalError, NotFoundError
from netjournal.model.draft import Draft
from netjournal.text import visible
from netjournal.ui.dialogs.field_values import Value, Values
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.screens.draft_keeper import NOT_KEPT, DraftKeeper, Keeping, State, named

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a form's draft holds."""

    heading: str
    begun: Values
    """What stood in the fields as the form opened."""
    entered: Values

    @classmethod
    def of(cls, body: str) -> "Kept | None":
        """A kept draft's fields; None when they can't be read."""
        try:
            match json.loads(body):
                case {"heading": str(heading), "begun": dict(begun), "entered": dict(entered)}:
                    return cls(heading=heading, begun=begun, entered=entered)
        except (ValueError, RecursionError):
            pass
        return None


@dataclass(frozen=True, slots=True)
class _Found:
    journal: "Journal"
    draft: Draft | None = None
    kept: Kept | None = None
    gone: tuple[str, ...] = ()
    """The names of those chosen in it who are no longer in the journal."""


def subject_of(about: Mapping[str, int | str]) -> str:
    """What a draft of a form says it is about."""
    return json.dumps(dict(about), sort_keys=True)


class FormKeeper:
    """The draft of one open form; it is offered when a form of that kind opens on that record."""

    def __init__(self, screen: Keeping, form: FormDialog[Any], today: date) -> None:
        self.draft = DraftKeeper(screen, form.FORM, self._say)
        self._screen = screen
        self._form = form
        self._today = today
        self._subject = subject_of(form.about)
        self._aside: Values | None = None
        self._busy = False
        """Whether the form is being saved or left."""

    @property
    def aside(self) -> bool:
        """Whether there is a draft that can be left aside or taken up again."""
        return self._aside is not None

    def open(self) -> None:
        """Takes up what was half-filled, as soon as the journal was asked."""
        self._screen.act(self._find, self._found)

    def changed(self) -> None:
        """Keeps what is entered before long; an emptied form has no draft."""
        if self._busy:
            return
        entered = self._form.entered
        if entered != self._form.begun:
            self.draft.entered(State(self._subject, self._body(entered)))
        elif self._aside is None:
            self.draft.drop()
        else:
            self.draft.nothing_entered()

    def afresh(self) -> None:
        """Leaves the draft aside; once more takes it up again."""
        if self._aside is None:
            return
        if self._form.entered == self._form.begun:
            self._form.fill(self._aside)
        else:
            self._aside = self._form.entered
            self._form.fill(self._form.begun)
        self.changed()

    def leave(self) -> None:
        """Closes the form; what is entered stays as a draft."""
        if self._busy:
            return
        if self._form.entered == self._form.begun:
            self._busy = True
            self.draft.drop()
            self._form.dismiss(None)
        elif self.draft.refused:
            self._form.lose()
        else:
            self.changed()
            self.draft.keep(self._leave)

    def keep_now(self) -> None:
        """Keeps what is entered before this returns."""
        if not self._busy:
            self.draft.keep_now()

    def saving(self, verb: "Callable[[Journal], T]") -> "Callable[[Journal], T]":
        """The verb that saves the form, and removes its draft in the same transaction."""
        self.changed()
        self._busy = True
        self.draft.rest()

        def save(journal: "Journal") -> T:
            self.draft.flush(journal)
            if not self.draft.stored:
                return verb(journal)
            with journal.drafts.ended(self.draft.id):
                return verb(journal)

        return save

    def saved(self) -> None:
        """Keeps nothing more: all is in the journal."""
        self.draft.nothing_entered()

    def not_saved(self, problem: JournalError) -> None:
        """Shows in the form what is wrong, and goes on keeping it."""
        self._busy = False
        self._say(NOT_KEPT)
        self._form.refuse(problem)
        self.changed()

    def _leave(self) -> None:
        if not self._busy:
            self._busy = True
            self.draft.rest()
            self._form.notify("Draft kept; the same form goes on with it.", markup=False)
            self._form.dismiss(None)

    def _find(self, journal: "Journal") -> _Found:
        for draft in journal.drafts.kept(self._form.FORM):
            # A draft that can't be read stays where it is: another version may still read it.
            if draft.subject == self._subject and (kept := Kept.of(draft.body)) is not None:
                entered, gone = _without_gone(journal, kept.entered)
                taken = journal.drafts.take(draft.id, self.draft.id)
                return _Found(journal, taken, replace(kept, entered=entered), gone)
        return _Found(journal)

    def _found(self, found: _Found) -> None:
        self.draft.journal = found.journal
        if found.draft is None or found.kept is None:
            return
        self.draft.stored = True
        if not self._busy:
            self._take_up(found.draft, found.kept, found.gone)

    def _take_up(self, draft: Draft, kept: Kept, gone: Iterable[str]) -> None:
        form = self._form
        day = draft.saved_at.astimezone().date()
        was, old = form.retold(kept.begun, day), form.retold(kept.entered, day)
        changed = {
            name
            for name, value in form.begun.items()
            if name in was and value not in (was[name], kept.begun[name])
        }
        overruled = {name for name in changed if old.get(name) != was[name]}
        drafted = {name: old[name] for name in old if name not in changed - overruled}
        typed = {name: value for name, value in form.entered.items() if value != form.begun[name]}
        form.fill({**drafted, **typed})
        news = (_meanwhile(form.labels(changed), form.labels(overruled)), _missing(gone))
        form.say_meanwhile(" ".join(filter(None, news)))
        if form.entered == form.begun:
            # All of it came into the journal by another way.
            return self.draft.drop()
        self._aside = form.entered
        self.changed()
        said = named(draft, self._today)
        self._say(said)
        form.refresh_bindings()
        return form.notify(f"Picked up {said}; ctrl+z starts afresh.", markup=False)

    def _body(self, entered: Values) -> str:
        form = self._form
        state = {
            "about": dict(form.about),
            "heading": form.heading,
            "begun": form.begun,
            "entered": entered,
        }
        return json.dumps(state, ensure_ascii=True)

    def _say(self, state: str) -> None:
        if self._form.is_attached:
            self._form.say(state)


def _without_gone(journal: "Journal", entered: Values) -> tuple[Values, tuple[str, ...]]:
    """What was entered, the names of those who are gone as if they were being typed; the names."""
    gone: list[str] = []

    def is_there(one: Any) -> bool:
        match one:
            case {"contact_id": int(contact_id), "name": str(name)} if contact_id:
                try:
                    journal.contacts.get(contact_id)
                except NotFoundError:
                    gone.append(name)
                    return False
        return True

    def standing(value: Value) -> Value:
        match value:
            case {"chosen": list(chosen), "typed": str(typed)}:
                before = len(gone)
                there = [one for one in chosen if is_there(one)]
                name = next(iter(gone[before:]), "")
                return {"chosen": there, "typed": typed or name}
        return value

    return {name: standing(value) for name, value in entered.items()}, tuple(gone)


def _missing(gone: Iterable[str]) -> str:
    """Says who is no longer in the journal, of those a draft names."""
    names = ", ".join(map(visible, dict.fromkeys(gone)))
    if not names:
        return ""
    return f"No longer in the journal, deleted or merged: {names}. Choose who is meant."


def _meanwhile(changed: Iterable[str], overruled: Iterable[str]) -> str:
    """Says which fields changed in the journal since a draft was kept, by their labels."""
    fields, mine = ", ".join(changed), ", ".join(overruled)
    if not fields:
        return ""
    stands = f" Your draft stands in {mine}; ctrl+z shows what is recorded." if mine else ""
    return f"Changed in the journal since: {fields}.{stands}"
