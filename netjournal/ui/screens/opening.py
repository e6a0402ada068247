"""What the reflection form opens with: what is recorded, and the draft kept of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjournal.model.draft import Draft, occasion_of
from netjournal.model.meeting import ReflectionForm
from netjournal.model.occasion import Occasion
from netjournal.ui.screens.draft_keeper import named
from netjournal.ui.widgets.entered import Entered

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a form opens with."""

    journal: "Journal"
    form: ReflectionForm
    entered: Entered | None = None
    """What a kept draft holds that was moved to this form."""
    said: str = ""
    """That draft, as a person would name it."""


def opening(
    journal: "Journal",
    occasion: Occasion,
    form_id: str,
    draft_id: str | None = None,
    *,
    newest: bool = True,
) -> Opening:
    """Reads what is recorded and takes up a draft: the one wanted, or the newest if one is."""
    form = journal.meetings.form(occasion)
    for draft in journal.drafts.kept("reflection"):
        wanted = draft.id == draft_id if draft_id else newest and _about(draft, occasion)
        # A draft that can't be read stays where it is: another version may still read it.
        if wanted and (entered := Entered.from_body(draft.body)) is not None:
            journal.drafts.take(draft.id, form_id)
            said = named(draft, journal.clock.now().date())
            return Opening(journal=journal, form=form, entered=entered, said=said)
    return Opening(journal=journal, form=form)


def _about(draft: Draft, occasion: Occasion) -> bool:
    other = occasion_of(draft.subject)
    if other is None or (other.group_id, other.start) != (occasion.group_id, occasion.start):
        return False
    return occasion.group_id is not None or (
        (other.meeting_id, other.name) == (occasion.meeting_id, occasion.name)
    )
