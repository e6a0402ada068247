"""What is done with several contacts at once, each as one step that can be undone."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING, Any

from netjournal.errors import InvalidError
from netjournal.ui.screens.area import JournalScreen

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.ui.dialogs.cadence import CadenceChange
    from netjournal.ui.dialogs.tag import TagChange

_SOON = 0.5
"""Seconds after which it is said that something is under way."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Contacts that something is done with."""

    screen: JournalScreen[Any]
    ids: Sequence[int]
    tell: Callable[[str], None]
    """Says in the screen what is under way; nothing is, when it is empty."""
    done: Callable[[], None]
    """Called once they are archived or deleted."""

    @property
    def people(self) -> str:
        """How many they are."""
        return "1 person" if len(self.ids) == 1 else f"{len(self.ids):,} people"

    def tag(self) -> None:
        """Asks for a tag they get, or lose."""
        from netjournal.ui.dialogs.tag import TagDialog

        def ask(known: Sequence[str]) -> None:
            # It may take long for many people, and meanwhile the form would only be in the way.
            self.screen.app.push_screen(TagDialog(self.people, known), change)

        def change(wanted: "TagChange | None") -> None:
            if wanted is not None:
                self.screen.act(partial(self._tag, wanted))

        self.screen.read(_tags, ask, lane="form")

    def cadence(self) -> None:
        """Asks how often to be in touch with them, or with those who have a tag."""
        from netjournal.ui.dialogs.cadence import CadenceDialog

        self.screen.read(
            _tags,
            lambda known: self.screen.ask(CadenceDialog(self.people, known), self._space),
            lane="form",
        )

    def archive(self, archived: bool) -> None:
        """Puts them away, or takes them out again."""
        doing, done = ("Archiving", "Archived") if archived else ("Bringing back", "Brought back")

        def change(journal: "Journal") -> None:
            with self._under_way(f"{doing} {self.people}"):
                journal.contacts.archive_all(self.ids, archived)

        self.screen.act(change, lambda _: self._finish(f"{done} {self.people}"))

    def delete(self) -> None:
        """Deletes them, once that was confirmed."""

        def change(journal: "Journal") -> None:
            with self._under_way(f"Deleting {self.people}"):
                journal.contacts.delete_all(self.ids)

        self.screen.confirm(
            f"Delete {self.people}?",
            lambda: self.screen.act(change, lambda _: self._finish(f"Deleted {self.people}")),
            yes="Delete",
            detail="With them go their places on rosters with the notes there, their follow-ups, "
            "memberships and interactions; u takes it back.",
        )

    def _tag(self, wanted: "TagChange", journal: "Journal") -> None:
        with self._under_way(f"Tagging {self.people}" if wanted.on else "Taking the tag off"):
            journal.contacts.tag(self.ids, wanted.tag, wanted.on)

    def _space(self, journal: "Journal", wanted: "CadenceChange") -> None:
        try:
            if wanted.tag:
                journal.contacts.set_tag_cadence(wanted.tag, wanted.days)
            else:
                with self._under_way(f"Changing {self.people}"):
                    journal.contacts.set_cadence(self.ids, wanted.days)
        except InvalidError as refused:
            raise InvalidError({"days": str(refused)}) from None

    def _finish(self, sentence: str) -> None:
        self.done()
        self.screen.notify(f"{sentence}; u takes it back", markup=False)

    @contextmanager
    def _under_way(self, sentence: str) -> Iterator[None]:
        """Within a verb, and so in its thread."""
        timer = Timer(_SOON, self.screen.call_later, (self.tell, f"{sentence} …"))
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.screen.call_later(self.tell, "")


def _tags(journal: "Journal") -> list[str]:
    return [choice.tag for choice in journal.contacts.choices().tags]
