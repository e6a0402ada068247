"""Asks what I say of myself."""

from datetime import date

from textual.app import ComposeResult

from netjournal.model.me import MeDraft
from netjournal.text import lines
from netjournal.ui.dialogs.draft_field import DraftField, read_all, several
from netjournal.ui.dialogs.form import FormDialog

FIELDS = (
    DraftField(
        name="why", label="My why", long=True, hint="why you do what you do, before what you sell"
    ),
    DraftField(
        name="pitch", label="My pitch", long=True, hint="what you say when asked what you do"
    ),
    DraftField(
        name="good_referral", label="Good referral", long=True, hint="whom people should send you"
    ),
    DraftField(name="classification", label="Profession", hint="the one you stand for"),
    DraftField(
        name="natural_partners",
        label="Natural partners",
        read=several,
        blank=(),
        hint="professions that serve the same people",
    ),
    DraftField(
        name="habits",
        label="Habits",
        read=lambda typed, _: lines(typed),
        blank=(),
        long=True,
        joined="\n",
        hint="what you do when it goes well, one a line",
    ),
)
"""All that can be said, in the order it is asked and shown."""


class MeDialog(FormDialog[MeDraft]):
    """A form for what I stand for; another pitch becomes a new version."""

    FORM = "me"
    AUTO_FOCUS = ""

    def __init__(self, today: date, me: MeDraft, at: str = "why") -> None:
        """`at` names the field to begin at."""
        super().__init__()
        self.heading = "Me"
        self._today = today
        self._before = me
        self._at = at

    def fields(self) -> ComposeResult:
        """Every field, as it stands."""
        yield from (field.shown(self._before) for field in FIELDS)

    def on_mount(self) -> None:
        """Goes to the field asked for."""
        self.query_one(f"#{self._at}").focus()

    def draft(self) -> MeDraft:
        """What is said, as typed."""
        return MeDraft(**read_all(FIELDS, self.text, self._today))
