"""What is entered in the reflection form: kept as a draft, turned into a reflection."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, get_args

from netjournal.errors import InvalidError
from netjournal.model.meeting import LogEntry, Meeting, MeetingDraft, ReflectionForm
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done, ReflectionDraft
from netjournal.model.scale import SCALES
from netjournal.text import lines
from netjournal.ui.widgets.present import Person, Present

if TYPE_CHECKING:
    # Most forms hold nothing of it, and the one at the prompt draws its first frame without.
    from netjournal.model.upshot import Upshot
    from netjournal.ui.widgets.noted import Noted

_RATINGS = ("energy", "confidence", "pushiness", "energy_before")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Every field of the form as it stands, half-typed ones too."""

    energy: int | None = None
    confidence: int | None = None
    pushiness: int | None = None
    energy_before: int | None = None
    present: Present = field(default_factory=Present)
    name: str = ""
    """A name half typed among those who were there."""
    opportunities: str = ""
    headcount: str = ""
    pitched: bool | None = None
    gives: str = ""
    asks: str = ""
    received: str = ""
    quick_fix: bool | None = None
    planned_work: str = ""
    planned_done: str | None = None
    notes: str = ""
    noted: "Noted | None" = None
    """What is entered in the folds for invitations, referrals and follow-ups, if anything is."""

    @classmethod
    def of(cls, form: ReflectionForm) -> "Entered":
        """What the form opens with: all that is recorded."""
        meeting = form.meeting
        if meeting is None:
            return cls(present=Present.of((), form.last_time))
        facts = cls(
            present=Present.of(meeting.attendances, form.last_time),
            headcount=_said(meeting.headcount),
            pitched=meeting.pitched,
        )
        return _recorded(facts, meeting)

    @classmethod
    def from_body(cls, body: str) -> "Entered | None":
        """A kept draft's fields; None when they can't be read."""
        try:
            return _read(json.loads(body))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None

    def body(self) -> str:
        """All fields as a draft keeps them."""
        return json.dumps(asdict(self), ensure_ascii=True)

    def rebased(self, before: "Entered", after: "Entered") -> "Entered":
        """What was entered over `before`, now over `after`."""
        entered = {
            name: getattr(self, name)
            for name in _names(self)
            if getattr(self, name) != getattr(before, name)
        }
        return replace(after, **entered)

    def reflection(self) -> ReflectionDraft:
        """The reflection as the journal takes it; says what is missing or can't be read."""
        ratings = {scale.field: getattr(self, scale.field) for scale in SCALES}
        wrong = {
            scale.field: f"{scale.title} is still blank: a digit from 1 to 5."
            for scale in SCALES
            if ratings[scale.field] is None
        }
        opportunities = _count(self.opportunities, "opportunities", wrong)
        _count(self.headcount, "headcount", wrong)
        if self.name.strip():
            wrong["name"] = "Enter adds this name; or empty the line."
        if wrong:
            raise InvalidError(wrong)
        return ReflectionDraft(
            **ratings,
            energy_before=self.energy_before,
            opportunities=opportunities,
            gives=lines(self.gives),
            asks=lines(self.asks),
            received=self.received,
            quick_fix=self.quick_fix,
            planned_work=self.planned_work,
            planned_done=Done(self.planned_done) if self.planned_done else None,
            notes=self.notes,
        )

    def upshot(self, form: ReflectionForm) -> "Upshot":
        """What the meeting led to, as the journal takes it; says what can't be read."""
        from netjournal.model.upshot import NOTHING

        return NOTHING if self.noted is None else self.noted.upshot(form, self.present)

    def about(self, form: ReflectionForm) -> "Entered":
        """Without answers to what this meeting doesn't ask."""
        return self if self.noted is None else replace(self, noted=self.noted.about(form).kept())

    def entry(self) -> LogEntry:
        """All that is entered, as one `log` would say it; InvalidError as in `reflection`."""
        reflection = self.reflection()
        return LogEntry(
            **{name: getattr(reflection, name) for name in _names(reflection)},
            met=tuple(person.name for person in self.present.roster() or ()),
            pitched=self.pitched,
            headcount=_count(self.headcount, "headcount", {}),
        )

    def meeting(self, occasion: Occasion, recorded: Meeting | None) -> MeetingDraft | None:
        """The meeting's own facts, or None when they are as recorded."""
        headcount = _count(self.headcount, "headcount", {})
        if recorded is None:
            if (headcount, self.pitched) == (None, None):
                return None
            return MeetingDraft(
                start=occasion.start,
                group_id=occasion.group_id,
                title="" if occasion.group_id is not None else occasion.name,
                duration_minutes=occasion.duration_minutes,
                place=occasion.place,
                headcount=headcount,
                pitched=self.pitched,
            )
        if (headcount, self.pitched) == (recorded.headcount, recorded.pitched):
            return None
        facts = {name: getattr(recorded, name) for name in _names(MeetingDraft)}
        return MeetingDraft(**{**facts, "headcount": headcount, "pitched": self.pitched})


def _recorded(facts: Entered, meeting: Meeting) -> Entered:
    known = meeting.reflection
    if known is None:
        return facts
    return replace(
        facts,
        energy=known.energy,
        confidence=known.confidence,
        pushiness=known.pushiness,
        energy_before=known.energy_before,
        opportunities=_said(known.opportunities),
        gives="\n".join(known.gives),
        asks="\n".join(known.asks),
        received=known.received,
        quick_fix=known.quick_fix,
        planned_work=known.planned_work,
        planned_done=known.planned_done.value if known.planned_done else None,
        notes=known.notes,
    )


def _names(record: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(record))


def _said(count: int | None) -> str:
    return "" if count is None else str(count)


def _count(typed: str, name: str, wrong: dict[str, str]) -> int | None:
    """The number typed, or None for none; notes in `wrong` when it is no number."""
    digits = typed.strip()
    if not digits:
        return None
    if digits.isascii() and digits.isdigit() and len(digits) <= 9:
        return int(digits)
    wrong[name] = f"“{digits}” is no number."
    return None


def _read(found: Mapping[str, Any]) -> Entered:
    present = found["present"]
    people = tuple(Person(**_typed(Person, person)) for person in present["people"])
    plain = {key: value for key, value in found.items() if key not in ("present", "noted")}
    entered = Entered(
        **_typed(Entered, plain),
        present=Present(people=people, counts=present["counts"] is True),
        noted=_noted(found.get("noted")),
    )
    ratings = (getattr(entered, name) for name in _RATINGS)
    if any(rating not in (None, 1, 2, 3, 4, 5) for rating in ratings):
        raise ValueError("a rating is out of range")
    if entered.planned_done is not None:
        Done(entered.planned_done)
    return entered


def _noted(found: Any) -> "Noted | None":
    if found is None:
        return None
    from netjournal.ui.widgets.noted import read

    return read(found).kept()


def _typed(kind: type[Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of `kind` among what was found; those of another version are left out."""
    known = {one.name: get_args(one.type) or (one.type,) for one in fields(kind)}
    values = {name: value for name, value in found.items() if name in known}
    for name, value in values.items():
        if type(value) not in known[name]:
            raise TypeError(name)
    return values
