"""Contacts: the people one knows, however many, with a card beside the list."""

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one

from netjournal.model.contact import ContactLine, Facet
from netjournal.ui.desk import Desk
from netjournal.ui.screens import tending
from netjournal.ui.screens.alike import Alike
from netjournal.ui.screens.contact_batches import Batch
from netjournal.ui.screens.contact_words import what_goes
from netjournal.ui.screens.looking import LookingScreen
from netjournal.ui.widgets.marking import MarkingTable
from netjournal.ui.widgets.table import Table


class ContactsScreen(LookingScreen):
    """The list of contacts: what is done with whoever is under its cursor, or marked in it."""

    BINDINGS = [
        Binding("n", "new", "New", id="contacts.new", tooltip="Add a contact"),
        Binding("e", "edit", "Edit", id="contacts.edit", tooltip="Edit the contact"),
        Binding(
            "asterisk",
            "mark_all",
            "Mark all",
            show=False,
            id="contacts.mark_all",
            tooltip="Mark all who are listed, or none of them",
        ),
        Binding("t", "tag", "Tag", id="contacts.tag", tooltip="Give a tag, or take it off"),
        Binding(
            "C",
            "cadence",
            "How often",
            show=False,
            id="contacts.cadence",
            tooltip="Say how often to be in touch, by person or by tag",
        ),
        Binding(
            "m",
            "merge",
            "Merge",
            show=False,
            id="contacts.merge",
            tooltip="Make one of the two marked, or of this contact and another",
        ),
        Binding(
            "equals_sign",
            "duplicates",
            "Look alike",
            show=False,
            id="contacts.duplicates",
            tooltip="See who may be one person",
        ),
        Binding("a", "archive", "Archive", id="contacts.archive", tooltip="Archive, or bring back"),
        Binding("d", "delete", "Delete", id="contacts.delete", tooltip="Delete the contact"),
        Binding(
            "D",
            "forget",
            "Forget",
            show=False,
            id="contacts.forget",
            tooltip="Erase the contact everywhere, for good",
        ),
    ]
    HINT = "name, organisation, tag, note"
    EMPTY = Content.from_markup(
        "[b]The people you meet will be listed here.[/b]\n\n"
        "Whoever you note in a reflection comes here by themselves;\n"
        "press [b $text-accent]n[/] to add someone yourself."
    )

    marking = query_one(MarkingTable)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._doing = ""
        self._alike = Alike(self, self.say_again)

    def lines(self) -> Table[ContactLine]:
        """The list, in which people can be marked."""
        return MarkingTable(self.columns(self.desk.clock.now().date()), lambda line: line.id)

    def reload(self) -> None:
        """Loads and shows again; whoever is gone is no longer marked."""
        super().reload()
        self._alike.look()
        if self.is_mounted and (marked := self.marking.marked):
            self.read(
                lambda journal: journal.contacts.remaining(marked), self._unmark_gone, lane="marks"
            )

    def words_said(self, total: int | None) -> str:
        """What is under way; else how many are listed, and how many marked."""
        said, marked = super().words_said(total) + self._alike.said, len(self.marking.marked)
        return self._doing or (f"✓ {marked:,} marked · {said}" if marked else said)

    def action_mark_all(self) -> None:
        """Marks all who are listed, or none of them when they all are."""
        look = self.look
        self.read(lambda journal: journal.contacts.every(look), self._mark_all, lane="marks")

    def action_tag(self) -> None:
        """Asks for a tag that the marked get, or whoever is under the cursor."""
        if (batch := self._batch) is not None:
            batch.tag()

    def action_cadence(self) -> None:
        """Asks how often to be in touch with the marked, or whoever is under the cursor."""
        if (batch := self._batch) is not None:
            batch.cadence()

    def action_merge(self) -> None:
        """Shows the two marked side by side, or asks who else this contact is."""
        from netjournal.ui.screens import merging

        marked = tuple(self.marking.marked) if self._has_marks else ()
        if len(marked) == 2:
            merging.merge(self, *sorted(marked))
        elif len(marked) > 2:
            self.notify(f"Mark two to merge them; {len(marked):,} are marked.", markup=False)
        elif self.record is not None:
            merging.merge_with_another(self, self.record.named)

    def action_duplicates(self) -> None:
        """Lists who may be one person."""
        from netjournal.ui.screens.duplicates import DuplicatesScreen

        screen = DuplicatesScreen(self.desk)
        screen.tabs = self.tabs
        self.app.push_screen(screen)

    def action_new(self) -> None:
        """Adds a contact."""
        from netjournal.ui.dialogs.contact import ContactDialog

        self.ask(
            ContactDialog(), lambda journal, draft: journal.contacts.add(draft), self.seek_record
        )

    def action_edit(self) -> None:
        """Edits the contact whose card is shown."""
        from netjournal.ui.dialogs.contact import ContactDialog

        if self.record is not None:
            contact = self.record.card.contact
            self.ask(
                ContactDialog(contact),
                lambda journal, draft: journal.contacts.revise(contact.id, draft),
            )

    def action_archive(self) -> None:
        """Archives the marked or the contact, or brings them back."""
        if self._has_marks and (batch := self._batch) is not None:
            batch.archive(self._look.facet is not Facet.ARCHIVED)
        elif self.record is not None:
            contact = self.record.card.contact
            said = "Brought back" if contact.archived else "Archived"
            self.act(
                lambda journal: journal.contacts.archive(contact.id, not contact.archived),
                lambda _: self.notify(f"{said}: {contact.name}", markup=False),
            )

    def action_delete(self) -> None:
        """Deletes the marked or the contact, once that was confirmed."""
        if self._has_marks and (batch := self._batch) is not None:
            batch.delete()
        elif self.record is not None:
            contact = self.record.card.contact
            self.confirm(
                f"Delete {contact.name}?",
                partial(self._delete, contact.id, contact.name),
                yes="Delete",
                detail=what_goes(self.record.card),
            )

    def action_forget(self) -> None:
        """Erases the contact everywhere, once that was confirmed."""
        if self.record is not None:
            tending.forget(self, self.record.card.contact, self.action_back)

    @property
    def _has_marks(self) -> bool:
        # On an opened page, keys are about that person.
        return self.is_mounted and bool(self.marking.marked) and not self.is_open

    @property
    def _batch(self) -> Batch | None:
        """The marked, else whoever is under the cursor."""
        if self._has_marks:
            return Batch(
                self, tuple(self.marking.marked), self._tell, partial(self.marking.mark, ())
            )
        if self.record is None:
            return None
        return Batch(self, (self.record.id,), self._tell, self.action_back)

    def _mark_all(self, listed: Sequence[int]) -> None:
        marked, those = self.marking.marked, set(listed)
        self.marking.mark(marked - those if those <= marked else marked | those)

    def _unmark_gone(self, remaining: frozenset[int]) -> None:
        if len(remaining) < len(self.marking.marked):
            self.marking.mark(self.marking.marked & remaining)

    @on(MarkingTable.Marked)
    def _say_marked(self) -> None:
        self.say_again()
        self.refresh_bindings()

    def _tell(self, doing: str) -> None:
        self._doing = doing
        self.say_again()

    def _delete(self, record: int, name: str) -> None:
        self.act(
            lambda journal: journal.contacts.delete(record),
            lambda _: self.notify(f"Deleted {name}; u takes it back", markup=False),
        )
        self.action_back()
