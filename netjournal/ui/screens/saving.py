"""What the reflection form saves: what was entered, and nothing that wasn't."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from netjournal.model.meeting import Reflected, ReflectionForm
from netjournal.ui.screens.draft_keeper import DraftKeeper
from netjournal.ui.widgets.entered import Entered

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


def saving(
    form: ReflectionForm, opened: Entered, entered: Entered, keeper: DraftKeeper
) -> "Callable[[Journal], Reflected]":
    """The verb that saves what was entered since the form opened, and its draft with it.

    InvalidError when something entered can't be read as its value.
    """
    reflection = entered.reflection()
    # A roster nobody touched is only a suggestion.
    roster = None if entered.present == opened.present else entered.present.roster()
    facts = entered.meeting(form.occasion, form.meeting)

    def save(journal: "Journal") -> Reflected:
        keeper.flush(journal)
        return journal.meetings.reflect(
            form.occasion, reflection, roster, meeting=facts, draft_id=keeper.id
        )

    return save
