"""What is entered in the folds of the reflection form: kept in its draft, turned into an upshot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from netjournal.errors import InvalidError
from netjournal.model.invitation import Invitation, Outcome
from netjournal.model.meeting import ReflectionForm
from netjournal.model.referral import LEVELS, Direction
from netjournal.model.upshot import Answer, PassedReferral, Promise, Someone, Upshot
from netjournal.text import clean_line, visible
from netjournal.ui.widgets.present import Present
from netjournal.when import read_coming_date, say_day

N = TypeVar("N")
R = TypeVar("R")

_UNTAKEN = "Enter takes this name; or empty the line."
_TO = {Direction.GIVEN: "to", Direction.RECEIVED: "from"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Whom something is with: those chosen, and a name half typed."""

    chosen: tuple[Someone, ...] = ()
    typed: str = ""

    def said(self) -> str:
        """Their names in one line, or what stands for them while there is none."""
        names = ", ".join(visible(one.name) for one in self.chosen)
        return names or visible(clean_line(self.typed)) or "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedReferral:
    """A referral as it stands in the form."""

    direction: str | None = None
    partner: Names = Names()
    level: int | None = None
    prospect: Names = Names()
    note: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing is said of it."""
        return self == NotedReferral()

    def said(self, today: date) -> str:  # noqa: ARG002
        """It in one line."""
        way = Direction(self.direction) if self.direction else None
        level = f" · {LEVELS[self.level - 1]}" if self.level else ""
        about = "" if self.prospect == Names() else f" about {self.prospect.said()}"
        to = f"{way} {_TO[way]}" if way else "with"
        return f"{to} {self.partner.said()}{about}{level}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedFollowUp:
    """A follow-up as it stands in the form."""

    contact: Names = Names()
    what: str = ""
    due: str = ""
    on: str = ""
    """The day `due` was typed on, `YYYY-MM-DD`, for “tomorrow” means another one each day."""

    @property
    def blank(self) -> bool:
        """Whether nothing is said of it."""
        return replace(self, on="") == NotedFollowUp()

    @property
    def due_day(self) -> date | None:
        """The day it is due; InvalidError when it can't be read."""
        if not self.due.strip():
            return None
        return read_coming_date(self.due, date.fromisoformat(self.on))

    def said(self, today: date) -> str:
        """It in one line."""
        try:
            due = self.due_day
        except InvalidError:
            due = None
        until = f" by {say_day(due, today)}" if due else ""
        return f"{self.contact.said()}: {visible(clean_line(self.what)) or '…'}{until}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """All that is entered in those folds."""

    answers: tuple[tuple[int, str], ...] = ()
    """Of invitations to this meeting, by id: the outcome."""
    invited: Names = Names()
    """To the next meeting."""
    referrals: tuple[NotedReferral, ...] = ()
    follow_ups: tuple[NotedFollowUp, ...] = ()

    @property
    def filled(self) -> frozenset[str]:
        """The folds in which something is entered."""
        folds = {
            "invitations": self.answers or self.invited != Names(),
            "referrals": self.referrals,
            "follow_ups": self.follow_ups,
        }
        return frozenset(fold for fold, content in folds.items() if content)

    def kept(self) -> "Noted | None":
        """It, or None when nothing is entered."""
        return self if self.filled else None

    def about(self, form: ReflectionForm) -> "Noted":
        """Without answers to what isn't asked of this meeting, or is answered by now."""
        asked = {one.id for one in form.invitations if not one.answered}
        return replace(self, answers=tuple(each for each in self.answers if each[0] in asked))

    def upshot(self, form: ReflectionForm, present: Present) -> Upshot:
        """All of it as the journal takes it; InvalidError names all that can't be read."""
        wrong: dict[str, str] = {}
        waiting = {one.id for one in pending(form.invitations, present)}
        if self.invited.typed.strip():
            wrong["invited"] = _UNTAKEN
        upshot = Upshot(
            answers=tuple(
                Answer(invitation_id=invitation_id, outcome=Outcome(outcome))
                for invitation_id, outcome in self.answers
                if invitation_id in waiting
            ),
            invited=self.invited.chosen,
            next_meeting=form.next_meeting,
            referrals=_all("referrals", _referral, self.referrals, wrong),
            follow_ups=_all("follow_ups", _promise, self.follow_ups, wrong),
        )
        if wrong:
            raise InvalidError(wrong)
        return upshot


def pending(invitations: tuple[Invitation, ...], present: Present) -> tuple[Invitation, ...]:
    """Those that ask for an answer; who is ticked as present has come by that."""
    there = {present.people[place].contact_id for place in present.there if present.counts}
    return tuple(one for one in invitations if not one.answered and one.contact_id not in there)


def hints(noted: Noted | None, form: ReflectionForm, present: Present) -> Mapping[str, str]:
    """What stands beside the titles of the folds: what waits there, else how much is in them."""
    noted = noted or Noted()
    answered = dict(noted.answers)
    waiting = sum(one.id not in answered for one in pending(form.invitations, present))
    invited = len(form.invitations) + len(noted.invited.chosen)
    referrals = len(form.referrals) + len(noted.referrals)
    open_ones = f"{len(form.follow_ups)} open" if form.follow_ups else ""
    return {
        "invitations": f"{waiting} pending" if waiting else _count(invited),
        "referrals": _count(referrals),
        "follow_ups": _count(len(noted.follow_ups)) or open_ones,
    }


def read(found: Mapping[str, Any]) -> Noted:
    """What a draft holds; raises one of the usual errors when it is of the wrong kind."""
    answers = tuple((_whole(number), str(Outcome(outcome))) for number, outcome in found["answers"])
    return Noted(
        answers=answers,
        invited=_names(found["invited"]),
        referrals=tuple(map(_noted_referral, found["referrals"])),
        follow_ups=tuple(map(_noted_follow_up, found["follow_ups"])),
    )


def _all(
    part: str, reading: Callable[[N], R], noted: Sequence[N], wrong: dict[str, str]
) -> tuple[R, ...]:
    """What each of them amounts to; those that can't be read are noted in `wrong`."""
    found = []
    for place, one in enumerate(noted):
        try:
            found.append(reading(one))
        except InvalidError as problem:
            wrong |= {f"{part}.{place}.{name}": said for name, said in problem.fields.items()}
    return tuple(found)


def _referral(noted: NotedReferral) -> PassedReferral:
    wrong: dict[str, str] = {}
    if noted.direction is None:
        wrong["direction"] = "Say which way it went: given or received."
    partner = _one(noted.partner, "partner", "Say whom it was given to, or who gave it.", wrong)
    prospect = _one(noted.prospect, "prospect", "", wrong)
    if wrong or noted.direction is None or partner is None:
        raise InvalidError(wrong)
    return PassedReferral(
        direction=Direction(noted.direction),
        partner=partner,
        prospect=prospect,
        level=noted.level,
        note=noted.note,
    )


def _promise(noted: NotedFollowUp) -> Promise:
    wrong: dict[str, str] = {}
    contact = _one(noted.contact, "contact", "Say whom it is for.", wrong)
    if not clean_line(noted.what):
        wrong["what"] = "Say what is to be done."
    due = None
    try:
        due = noted.due_day
    except InvalidError as problem:
        wrong["due"] = str(problem)
    if wrong or contact is None:
        raise InvalidError(wrong)
    return Promise(contact=contact, what=noted.what, due=due)


def _one(names: Names, field: str, missing: str, wrong: dict[str, str]) -> Someone | None:
    """Whom a field names; notes in `wrong` a name half typed, or that it is `missing`."""
    if names.typed.strip():
        wrong[field] = _UNTAKEN
    elif not names.chosen and missing:
        wrong[field] = missing
    return names.chosen[0] if names.chosen else None


def _noted_referral(found: Mapping[str, Any]) -> NotedReferral:
    direction, level = found["direction"], found["level"]
    if level not in (None, 1, 2, 3, 4, 5) or isinstance(level, bool):
        raise ValueError("a level is out of range")
    return NotedReferral(
        direction=None if direction is None else str(Direction(direction)),
        partner=_names(found["partner"]),
        level=level,
        prospect=_names(found["prospect"]),
        note=_text(found["note"]),
    )


def _noted_follow_up(found: Mapping[str, Any]) -> NotedFollowUp:
    on = _text(found["on"])
    if on or found["due"]:
        date.fromisoformat(on)
    return NotedFollowUp(
        contact=_names(found["contact"]),
        what=_text(found["what"]),
        due=_text(found["due"]),
        on=on,
    )


def _count(many: int) -> str:
    return str(many) if many else ""


def _names(found: Mapping[str, Any]) -> Names:
    return Names(chosen=tuple(map(_someone, found["chosen"])), typed=_text(found["typed"]))


def _someone(found: Mapping[str, Any]) -> Someone:
    contact_id = found["contact_id"]
    return Someone(
        name=_text(found["name"]), contact_id=None if contact_id is None else _whole(contact_id)
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is none")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a number is none")
    return value
