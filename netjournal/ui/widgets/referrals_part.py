"""The referrals given and received at a meeting, within the reflection form."""

from collections.abc import Sequence
from dataclasses import replace

from netjournal.model.meeting import ReflectionForm
from netjournal.model.referral import LEVELS, Direction, Referral
from netjournal.model.scale import Scale
from netjournal.text import visible
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.entries import Entries
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.fold_part import names_in, put_names
from netjournal.ui.widgets.noted import Noted, NotedReferral
from netjournal.ui.widgets.present import Present
from netjournal.ui.widgets.rating import Rating
from netjournal.ui.widgets.whom import Whom

_WARMTH = Scale("level", "How warm", LEVELS)


class ReferralsPart(Entries[NotedReferral]):
    """Which way, with whom, how warm, and about whom."""

    PART = "referrals"
    ANOTHER = "another referral"

    def fields(self) -> Sequence[Field]:
        """Which way it went, with whom, how warm it was, whom it is about, and a note."""
        self._way = Choice(tuple(Direction), id="referrals-direction")
        self._partner = Whom(alone=True, newcomers=True, id="referrals-partner")
        self._level = Rating(_WARMTH, id="referrals-level")
        self._prospect = Whom(alone=True, newcomers=True, id="referrals-prospect")
        self._level.goes_on = lambda: self._prospect.line
        self._note_line = Line(id="referrals-note")
        return (
            Field("Referral", self._way),
            Field("To or from", self._partner),
            Field("How warm", self._level),
            Field("About", self._prospect),
            Field("Private note", self._note_line),
        )

    def another(self) -> NotedReferral:
        """A blank one."""
        return NotedReferral()

    def read(self) -> NotedReferral:
        """The one in the fields."""
        return NotedReferral(
            direction=self._way.value,
            partner=names_in(self._partner),
            level=self._level.value,
            prospect=names_in(self._prospect),
            note=self._note_line.value,
        )

    def write(self, entry: NotedReferral) -> None:
        """Shows one in the fields."""
        self._way.value = entry.direction
        put_names(self._partner, entry.partner)
        self._level.value = entry.level
        put_names(self._prospect, entry.prospect)
        self._note_line.value = entry.note

    def fill(self, noted: Noted) -> None:
        """Shows those noted."""
        if noted.referrals != self.noted:
            self.noted = noted.referrals

    def put_into(self, noted: Noted) -> Noted:
        """With those noted here."""
        return replace(noted, referrals=self.noted)

    def tell(self, form: ReflectionForm, present: Present) -> None:  # noqa: ARG002
        """Shows those recorded of the meeting."""
        self.remember([_said(referral) for referral in form.referrals])


def _said(referral: Referral) -> str:
    way = "given to" if referral.direction is Direction.GIVEN else "received from"
    about = f" about {visible(referral.prospect)}" if referral.prospect else ""
    level = f" · {LEVELS[referral.level - 1]}" if referral.level else ""
    return f"{way} {visible(referral.partner)}{about}{level} · {referral.status}"
