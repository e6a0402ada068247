"""What the reflection form saves: what was entered, and nothing that wasn't."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from netjournal.errors import InvalidError
from netjournal.model.meeting import Reflected, ReflectionForm
from netjournal.model.reflection import ReflectionDraft
from netjournal.ui.screens.draft_keeper import DraftKeeper
from netjournal.ui.widgets.entered import Entered

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.model.upshot import Upshot


def saving(
    form: ReflectionForm, opened: Entered, entered: Entered, keeper: DraftKeeper
) -> "Callable[[Journal], Reflected]":
    """The verb that saves what was entered since the form opened, and its draft with it.

    InvalidError when something entered can't be read as its value.
    """
    reflection, upshot = _read(entered, form)
    # A roster nobody touched is only a suggestion.
    roster = None if entered.present == opened.present else entered.present.roster()
    facts = entered.meeting(form.occasion, form.meeting)

    def save(journal: "Journal") -> Reflected:
        keeper.flush(journal)
        return journal.meetings.reflect(
            form.occasion,
            reflection,
            roster,
            meeting=facts,
            upshot=upshot,
            draft_id=keeper.id,
        )

    return save


def _read(entered: Entered, form: ReflectionForm) -> "tuple[ReflectionDraft, Upshot]":
    """Both parts of what was entered; InvalidError names what can't be read in either."""
    wrong: dict[str, str] = {}
    try:
        upshot = entered.upshot(form)
    except InvalidError as problem:
        wrong = problem.fields
    try:
        reflection = entered.reflection()
    except InvalidError as problem:
        raise InvalidError({**problem.fields, **wrong}) from None
    if wrong:
        raise InvalidError(wrong)
    return reflection, upshot
