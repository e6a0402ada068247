"""Asks what I try with a group, and how it went."""

from datetime import date

from textual.app import ComposeResult

from netjournal.insights.joining import look_back_due
from netjournal.model.group import Group
from netjournal.model.joining import ExperimentDraft
from netjournal.ui.dialogs.draft_field import read_all
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.group_fields import TRIED


class ExperimentDialog(FormDialog[ExperimentDraft]):
    """A form for an experiment with a group; once it is over, the look back comes first."""

    FORM = "experiment"

    def __init__(self, today: date, group: Group) -> None:
        super().__init__()
        self._today = today
        self._group = group
        self._over = look_back_due(group, today)
        self.heading = f"{'Look back' if self._over else 'Experiment'}: {group.name}"
        self.about = {"group_id": group.id}

    def fields(self) -> ComposeResult:
        """What, from when to when, and how it went."""
        for field in TRIED:
            yield field.shown(self._group)

    def on_mount(self) -> None:
        """Begins where something is still to be said."""
        super().on_mount()
        if self._over:
            self.query_one("#experiment_outcome").focus()

    def draft(self) -> ExperimentDraft:
        """The experiment as typed; InvalidError names every field that can't be read."""
        return ExperimentDraft(**read_all(TRIED, self.text, self._today))
