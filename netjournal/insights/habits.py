"""How well habits are kept: weeks ticked of weeks reviewed."""

from collections.abc import Sequence

from netjournal.insights.referrals import ratio
from netjournal.model.review import Habit
from netjournal.text import fold


def adherence(
    mine: Sequence[str], reviewed: Sequence[Sequence[str]], ticked: Sequence[str]
) -> tuple[Habit, ...]:
    """My habits, and after them those that are `ticked` in the review looked at but mine no more.

    `reviewed` holds what was ticked in each week that was reviewed. A habit is the same whatever
    its case and accents; under another name it is another, and the old one keeps its weeks.
    """
    weeks = [{fold(text) for text in each} for each in reviewed]
    now = {fold(text) for text in ticked}
    current = {fold(text): text for text in mine}
    former = {fold(text): text for text in ticked if fold(text) not in current}
    return tuple(
        Habit(
            text=text,
            ticked=folded in now,
            adherence=ratio(count, len(weeks)),
            weeks_ticked=count,
            current=folded in current,
        )
        for folded, text in (*current.items(), *former.items())
        for count in (sum(folded in week for week in weeks),)
    )
