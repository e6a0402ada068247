"""Which meeting words or a day mean, when it isn't the next one of a group."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.journal import occasions, today
from netjournal.model.occasion import Occasion
from netjournal.store import groups
from netjournal.text import clean_line, fold
from netjournal.when import say_day


def one_off(session: Session, words: str, day: date | None, now: datetime) -> Occasion:
    """The one-off whose title is the words, or holds them: on a day, else one to come.

    Raises NotFoundError when there is none, and AmbiguousError when there are several.
    """
    wanted = fold(words)
    every = [
        one
        for one in occasions.recorded(session, day or now.date(), day or date.max)
        if one.group_id is None and (day is not None or one.start > now)
    ]
    said = f"“{clean_line(words)}”"
    alike = [one for one in every if fold(one.name) == wanted]
    holding = [one for one in every if wanted and wanted in fold(one.name)]
    if not (fits := alike or holding):
        when = f"on {say_day(day, now.date())}" if day else "to come"
        raise NotFoundError(
            f"There is no group whose name holds {said}, and no one-off {when} whose title does."
        )
    return _only(fits, f"{said} fits", "Type more of the title, or say on which day it is.", now)


def on_day(session: Session, day: date, now: datetime) -> Occasion:
    """The only meeting of a day, recorded or planned.

    Raises NotFoundError when there is none, and AmbiguousError when there are several.
    """
    near = today.recorded(session, day, day)
    planned = today.unrecorded(groups.every(session), today.taken_by(near), day, day)
    fits = [*occasions.recorded(session, day, day), *(occasions.planned(*one) for one in planned)]
    when = say_day(day, now.date())
    if not fits:
        raise NotFoundError(f"No meeting is recorded or planned on {when}.")
    return _only(fits, f"On {when} there are", "Say which by a group's name or a title.", now)


def _only(fits: Sequence[Occasion], found: str, advice: str, now: datetime) -> Occasion:
    if len(fits) == 1:
        return fits[0]
    named = tuple(f"{one.name or 'One-off'}, {say_day(one.day, now.date())}" for one in fits)
    raise AmbiguousError(f"{found} {len(named)} meetings: {'; '.join(named)}. {advice}", named)
