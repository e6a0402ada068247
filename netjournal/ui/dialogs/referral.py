"""Asks which way business was passed, with whom, and how warmly."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from textual.app import ComposeResult

from netjournal.model.referral import (
    LEVELS,
    Direction,
    Referral,
    ReferralDraft,
    ReferralStatus,
)
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.refusals import Refusals, one_named
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.field import Field, Paragraph
from netjournal.ui.widgets.one_of_many import OneOfMany
from netjournal.ui.widgets.which_group import WhichGroup
from netjournal.ui.widgets.whom import Finder, Named, Whom
from netjournal.when import say_day

T = TypeVar("T")

ReferralsOffer = Callable[[Sequence[Referral]], None]
ReferralsFinder = Callable[[Sequence[int], ReferralsOffer], None]
"""`find(contact_ids, offer)` calls `offer` with the referrals with or about those contacts."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A referral as a form says it."""

    draft: ReferralDraft
    partner: str = ""
    """The name of the partner, where that is no contact yet; likewise of whom it is about."""
    prospect: str = ""


class ReferralDialog(FormDialog[Noted]):
    """A form for a new referral, or for one to change."""

    FORM = "referral"
    AUTO_FOCUS = "#direction"

    def __init__(
        self,
        today: date,
        find: Finder,
        find_referrals: ReferralsFinder,
        *,
        partner: Named | None = None,
        group: Named | None = None,
        groups: Sequence[Named] = (),
        source: Referral | None = None,
        referral: Referral | None = None,
    ) -> None:
        """`source` is what a new one came out of, `group` what it went through, as far as known.

        Or `referral` is changed.
        """
        super().__init__()
        self._today = today
        self._find = find
        self._find_referrals = find_referrals
        self._groups = groups
        self._source = source
        self._old = old = referral
        self._partner = Named(old.partner_id, old.partner) if old else partner
        self._through = old.group_id if old else group.id if group else None
        self.heading = _heading(self._partner, group, source, old)
        self.about = _about(self._partner, group, source, old)

    def fields(self) -> ComposeResult:
        """Which way, with whom, how warm and about whom; then what else can be said."""
        old = self._old
        direction = Choice(tuple(Direction), id="direction")
        yield Field("It was", direction.with_value(old.direction if old else None))
        self._whom = Whom(_some(self._partner), alone=True, newcomers=True, id="partner_id")
        yield Field("To or from", self._whom)
        yield LevelField("Level", "level", old.level if old else None)
        about = Named(old.prospect_id, old.prospect) if old and old.prospect_id else None
        self._prospect = Whom(_some(about), alone=True, newcomers=True, id="prospect_id")
        yield Field("About", self._prospect)
        day = old.day if old else self._today
        self._day = DayField("When", "day", self._today, prefer="past", day=day)
        yield self._day
        status = Choice(tuple(ReferralStatus), blank=False, id="status")
        yield Field("So far", status.with_value(old.status if old else ReferralStatus.PASSED))
        self._group = WhichGroup("Through", "group_id", self._groups, self._through)
        yield self._group
        self._out_of = OneOfMany(
            self._lines(()), none="no other with or about them", id="source_id"
        )
        if self._source is not None:
            self._out_of.with_value(str(self._source.id))
        yield Field("Came out of", self._out_of)
        note = old.note if old else ""
        yield Field("Note", Paragraph(note, id="note", placeholder="for yourself alone"))

    def draft(self) -> Noted:
        """The referral as typed; InvalidError names every field that can't be read."""
        wrong = Refusals()
        direction, source = self.chosen("direction"), self._out_of.value
        partner, prospect = one_named(self._whom, wrong), one_named(self._prospect, wrong)
        if direction is None:
            wrong.note("direction", "Say which way it went: g is given, r is received.")
        if partner is None and not self._whom.typed:
            wrong.note("partner_id", "Say whom you gave it to, or who gave it to you.")
        day = wrong.read(lambda: self._day.needed)
        group_id = wrong.read(lambda: self._group.group_id)
        wrong.end()
        assert direction is not None
        assert partner is not None
        assert day is not None
        level = self.chosen("level")
        said = ReferralDraft(
            direction=Direction(direction),
            day=day,
            partner_id=partner.id,
            prospect_id=prospect.id if prospect and not prospect.is_new else None,
            group_id=group_id,
            meeting_id=self._old.meeting_id if self._old else None,
            level=int(level) if level else None,
            status=ReferralStatus(self.text("status")),
            source_id=int(source) if source else None,
            note=self.text("note"),
        )
        return Noted(said, _newcomer(partner), _newcomer(prospect))

    def on_mount(self) -> None:
        """Offers the referrals it may have come out of, now and whenever its people change."""
        super().on_mount()
        for whom in (self._whom, self._prospect):
            self.watch(whom, "value", self._find_sources, init=False)
        self._find_sources()

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds who may be meant."""
        self._find(event.words, lambda matches: event.whom.offer(event.words, matches))

    def _find_sources(self) -> None:
        people = (*self._whom.value, *self._prospect.value)
        known = [named.id for named in people if not named.is_new]
        self._find_referrals(known, lambda found: self._out_of.offer(self._lines(found)))

    def _lines(self, found: Sequence[Referral]) -> Mapping[str, str]:
        own = self._old.id if self._old else None
        sources = (*_some(self._source), *(one for one in found if one.id != own))
        return lines_of(sources, self._today)


class LevelField(Field):
    """How warm a referral was, by a digit, and beneath it what the digit means."""

    def __init__(self, label: str, name: str, level: int | None) -> None:
        digits = tuple(str(step) for step, _ in enumerate(LEVELS, 1))
        choice = Choice(digits, id=name)
        super().__init__(label, choice.with_value(str(level) if level else None))
        self._level = level

    def on_mount(self) -> None:
        """Says what the level means."""
        self._say(self._level)

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Says what the level means."""
        event.stop()
        self._say(int(event.choice.value) if event.choice.value else None)

    def _say(self, level: int | None) -> None:
        ends = f"1 {LEVELS[0]} … {len(LEVELS)} {LEVELS[-1]}"
        self.say(ends if level is None else f"= {LEVELS[level - 1]}")


def named(referral: Referral) -> str:
    """A referral in few words, such as "received from Ana Ruiz about Kim Novak"."""
    joined = "to" if referral.direction is Direction.GIVEN else "from"
    about = f" about {referral.prospect}" if referral.prospect else ""
    return f"{referral.direction} {joined} {referral.partner}{about}"


def lines_of(referrals: Iterable[Referral], today: date) -> Mapping[str, str]:
    """Referrals as lines to choose from, by their ids."""
    return {str(one.id): f"{named(one)}, {say_day(one.day, today)}" for one in referrals}


def _newcomer(named: Named | None) -> str:
    return named.name if named is not None and named.is_new else ""


def _some(one: T | None) -> tuple[T, ...]:
    return () if one is None else (one,)


def _heading(
    partner: Named | None, group: Named | None, source: Referral | None, old: Referral | None
) -> str:
    if old is not None:
        return f"The referral {named(old)}"
    if source is not None:
        return f"Out of the referral {named(source)}"
    through = f" through {group.name}" if group else ""
    return f"A referral{through}: {partner.name}" if partner else f"A referral{through}"


def _about(
    partner: Named | None, group: Named | None, source: Referral | None, old: Referral | None
) -> dict[str, int | str]:
    if old is not None:
        return {"referral_id": old.id}
    about: dict[str, int | str] = {}
    if partner is not None:
        about["partner_id"] = partner.id
    if group is not None:
        about["group_id"] = group.id
    if source is not None:
        about["source_id"] = source.id
    return about
