"""Which contacts a look is at, as a condition on their facts, `contact_facts f`."""

from dataclasses import dataclass
from datetime import date

from netjournal.model.contact import Facet, Look
from netjournal.model.depth import Rung
from netjournal.store import search
from netjournal.store.members import members, on_day
from netjournal.text import fold

_AGO = "(SELECT date(:day, -{}(:usual_days, coalesce({}(days), :usual_days)) || ' days') "
_LONGEST_AGO, _SHORTEST_AGO = (
    f"{_AGO.format(most, most)}FROM tag_cadences)" for most in ("max", "min")
)
_OF_TAGS = (
    "(SELECT min(t.days) FROM tag_cadences t CROSS JOIN contact_details d "
    "ON d.kind = 'tag' AND d.folded_value = t.folded_tag AND d.contact_id = f.contact_id)"
)
_QUIET = (
    f"(f.archived = 0 AND {{depth}} >= {int(Rung.ONE_TO_ONE)} AND CASE "
    # Most are told by the longest or the shortest cadence there is, without looking at their tags.
    f"WHEN f.cadence_days IS NULL AND f.last_touch < {_LONGEST_AGO} THEN 1 "
    f"WHEN f.cadence_days IS NULL AND f.last_touch >= {_SHORTEST_AGO} THEN 0 "
    "ELSE julianday(:day) - julianday(f.last_touch) > "
    f"coalesce(f.cadence_days, {_OF_TAGS}, :usual_days) END)"
)
QUIET = _QUIET.format(depth="f.depth")
"""Whether a contact with the facts `f` is going quiet, as insights.cadence says it."""
_GATHERED = {
    Facet.DUE: "SELECT contact_id FROM contact_facts WHERE archived = 0 AND next_due <= :day",
    Facet.RE_EVALUATE: "SELECT id FROM contacts WHERE re_evaluate",
}
"""Those whose contacts are gathered first."""
_OF_GROUP = members("group_id = :group_id")
_WITH_TAG = "SELECT contact_id FROM contact_details WHERE kind = 'tag' AND folded_value = :tag"
_QUIET_ON_THE_WAY = _QUIET.format(depth="+f.depth")
NOT_PUT_AWAY = "contact_id NOT IN (SELECT contact_id FROM contact_facts WHERE archived = 1)"
AT_A_TAG = f"{_WITH_TAG} AND {NOT_PUT_AWAY}"
"""All who have a tag, those put away left out, without reading the facts of each."""
_TAGGED_ON_THE_WAY = f"EXISTS ({_WITH_TAG} AND contact_id = f.contact_id)"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the facts `f`, with the values it needs."""

    sql: str
    values: dict[str, object]


def is_walked(look: Look) -> bool:
    """Whether a look is at so much of the journal that an index is walked along for it."""
    return can_be_walked(look) and look.facet is not Facet.QUIET and look.tag is None


def can_be_walked(look: Look) -> bool:
    """Whether each contact on the way along an index soon says if the look is at them."""
    return not (
        search.is_a_search(look.words) or look.facet in _GATHERED or look.group_id is not None
    )


def is_at_a_tag(look: Look) -> bool:
    """Whether a look is at all who have a tag and aren't put away."""
    return look.tag is not None and can_be_walked(look) and look.facet is None


def condition(look: Look, today: date, usual_days: int, *, on_the_way: bool = False) -> Condition:
    """What holds for the contacts a look is at, its words aside.

    `usual_days`: how often one wants to be in touch with someone of whom nothing else is said.
    `on_the_way`: whether an index is walked along until enough were found, if that can be done.
    """
    values: dict[str, object] = {"archived": look.facet is Facet.ARCHIVED}
    walks = on_the_way or is_walked(look)
    # An index in which contacts lie in an order is no way to find those that were gathered.
    conditions = ["f.archived = :archived" if walks else "+f.archived = :archived"]
    if look.facet is Facet.NO_WHY:
        conditions.append("NOT f.has_why")
    if look.facet is Facet.QUIET:
        conditions.append(_QUIET_ON_THE_WAY if walks else QUIET)
        values |= on_day(today) | {"usual_days": usual_days}
    if look.facet in _GATHERED:
        conditions.append(f"f.contact_id IN ({_GATHERED[look.facet]})")
        values |= on_day(today)
    if look.group_id is not None:
        conditions.append(f"f.contact_id IN (SELECT contact_id FROM ({_OF_GROUP}))")
        values |= on_day(today) | {"group_id": look.group_id}
    if look.tag is not None:
        conditions.append(_TAGGED_ON_THE_WAY if walks else f"f.contact_id IN ({_WITH_TAG})")
        values["tag"] = fold(look.tag)
    return Condition(" AND ".join(conditions), values)
