"""The forms by which people are tended, and what saving each does in the journal."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from netjournal.errors import JournalError
from netjournal.model.contact import Contact
from netjournal.model.follow_up import FollowUp
from netjournal.model.forgotten import Forgotten
from netjournal.model.interaction import Interaction
from netjournal.text import visible
from netjournal.ui.dialogs.contact_fields import Section
from netjournal.ui.screens.asking import Screen, delete, finder, groups_of, note, say, today
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

_READING_SECONDS = 30
"""For so long what is left of someone forgotten stays to be read."""


def note_interaction(screen: Screen, people: Sequence[Named]) -> None:
    """Asks what passed between me and some people, and notes it."""
    from netjournal.ui.dialogs.interaction import InteractionDialog

    def ask(groups: tuple[Named, ...]) -> None:
        dialog = InteractionDialog(today(screen), finder(screen), people=people, groups=groups)
        note(screen, dialog, lambda journal, draft: journal.interactions.add(draft))

    screen.read(groups_of, ask, lane="form")


def change_interaction(screen: Screen, interaction_id: int) -> None:
    """Asks what is different about an interaction."""
    from netjournal.ui.dialogs.interaction import InteractionDialog

    def ask(found: tuple[Interaction, tuple[Named, ...]]) -> None:
        interaction, groups = found
        dialog = InteractionDialog(
            today(screen), finder(screen), groups=groups, interaction=interaction
        )
        screen.ask(
            dialog, lambda journal, draft: journal.interactions.revise(interaction_id, draft)
        )

    screen.read(
        lambda journal: (journal.interactions.get(interaction_id), groups_of(journal)),
        ask,
        lane="form",
    )


def delete_interaction(screen: Screen, interaction_id: int) -> None:
    """Deletes an interaction, once that was confirmed."""

    def ask(interaction: Interaction) -> None:
        with_whom = " and ".join(map(visible, interaction.names))
        delete(
            screen,
            f"Delete the {interaction.kind} with {with_whom}, {_day(screen, interaction.day)}?",
            lambda journal: journal.interactions.delete(interaction_id),
            detail="Its note goes with it; u takes it back.",
        )

    screen.read(lambda journal: journal.interactions.get(interaction_id), ask, lane="form")


def note_follow_up(screen: Screen, person: Named) -> None:
    """Asks what is to be done for someone, and notes it."""
    from netjournal.ui.dialogs.follow_up import FollowUpDialog

    note(
        screen,
        FollowUpDialog(today(screen), person),
        lambda journal, draft: journal.follow_ups.add(draft),
    )


def change_follow_up(screen: Screen, follow_up_id: int) -> None:
    """Asks what is different about a follow-up."""
    from netjournal.ui.dialogs.follow_up import FollowUpDialog

    def ask(follow_up: FollowUp) -> None:
        person = Named(follow_up.contact_id, follow_up.name)
        screen.ask(
            FollowUpDialog(today(screen), person, follow_up),
            lambda journal, draft: journal.follow_ups.revise(follow_up_id, draft),
        )

    screen.read(lambda journal: journal.follow_ups.get(follow_up_id), ask, lane="form")


def finish_follow_up(screen: Screen, follow_up_id: int) -> None:
    """Asks whether they answered and notes that a follow-up is done; one that is done reopens."""
    from netjournal.ui.dialogs.answered import AnsweredDialog, Finished

    def ask(follow_up: FollowUp) -> None:
        if follow_up.done_on is not None:
            screen.act(
                lambda journal: journal.follow_ups.reopen(follow_up_id),
                lambda _: say(screen, f"Open again: {follow_up.what}"),
            )
            return

        def finished(end: Finished | None) -> None:
            if end is not None:
                screen.act(
                    lambda journal: journal.follow_ups.done(follow_up_id, end.answered),
                    lambda _: say(screen, f"Done: {follow_up.what}"),
                )

        screen.app.push_screen(AnsweredDialog(follow_up.what), finished)

    screen.read(lambda journal: journal.follow_ups.get(follow_up_id), ask, lane="form")


def snooze_follow_up(screen: Screen, follow_up_id: int) -> None:
    """Asks until when a follow-up can wait, and puts it off."""
    from netjournal.ui.dialogs.follow_up import SnoozeDialog

    def ask(follow_up: FollowUp) -> None:
        screen.ask(
            SnoozeDialog(today(screen), follow_up),
            lambda journal, until: journal.follow_ups.snooze(follow_up_id, until),
        )

    screen.read(lambda journal: journal.follow_ups.get(follow_up_id), ask, lane="form")


def delete_follow_up(screen: Screen, follow_up_id: int) -> None:
    """Deletes a follow-up, once that was confirmed."""

    def ask(follow_up: FollowUp) -> None:
        delete(
            screen,
            f"Delete the follow-up “{visible(follow_up.what)}”?",
            lambda journal: journal.follow_ups.delete(follow_up_id),
            detail="If it is done, y keeps it in the timeline instead.",
        )

    screen.read(lambda journal: journal.follow_ups.get(follow_up_id), ask, lane="form")


def change_section(screen: Screen, contact: Contact, section: Section) -> None:
    """Asks what is different about one section of a contact."""
    from netjournal.ui.dialogs.contact import SectionDialog

    screen.ask(
        SectionDialog(contact, section),
        lambda journal, draft: journal.contacts.revise(contact.id, draft),
    )


def write_notes(screen: Screen, contact: Contact) -> None:
    """Opens a contact's notes in the editor and saves what comes back."""
    from netjournal.ui.dialogs.contact import draft_of
    from netjournal.ui.editor import edit

    try:
        text = edit(screen.app, contact.notes)
    except JournalError as problem:
        screen.report(problem)
        return
    if text is not None:
        draft = replace(draft_of(contact), notes=text.words)
        screen.act(
            lambda journal: journal.contacts.revise(contact.id, draft),
            lambda _: text.forget(),
            lambda problem: screen.report(JournalError(f"{problem} Your text is in {text.path}.")),
        )


def forget(screen: Screen, contact: Contact, then: Callable[[], None]) -> None:
    """Erases someone everywhere, once that was confirmed, and says what is left of them."""

    def said(forgotten: Forgotten) -> None:
        then()
        told = "\n".join(map(visible, (f"Forgot {forgotten.name}.", *forgotten.left)))
        screen.notify(told, timeout=_READING_SECONDS, markup=False)

    screen.confirm(
        f"Forget {visible(contact.name)} for good?",
        lambda: screen.act(lambda journal: journal.contacts.forget(contact.id), said),
        yes="Forget",
        detail="They are erased everywhere, from the history and the drafts too: "
        "u can't take it back.",
    )


def _day(screen: Screen, day: date) -> str:
    return say_day(day, today(screen))
