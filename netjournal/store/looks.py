"""Which contacts a look is at, as a condition on `contact_facts`."""

from dataclasses import dataclass
from datetime import date

from netjournal.model.contact import Facet, Look
from netjournal.model.depth import Rung
from netjournal.store import search
from netjournal.store.members import members, on_day
from netjournal.text import fold

QUIET = (
    f"(f.archived = 0 AND f.depth >= {int(Rung.ONE_TO_ONE)} "
    "AND julianday(:day) - julianday(f.last_touch) > coalesce(f.cadence_days, "
    "(SELECT min(t.days) FROM tag_cadences t CROSS JOIN contact_details d "
    "ON d.kind = 'tag' AND d.folded_value = t.folded_tag AND d.contact_id = f.contact_id), "
    ":usual_days))"
)
"""Whether a contact with the facts `f` is going quiet, as insights.cadence says it."""
_GATHERED = {
    Facet.QUIET: f"SELECT f.contact_id FROM contact_facts f WHERE {QUIET}",
    Facet.DUE: "SELECT contact_id FROM contact_facts WHERE archived = 0 AND next_due <= :day",
    Facet.RE_EVALUATE: "SELECT id FROM contacts WHERE re_evaluate",
}
"""Those whose contacts are gathered first."""
_OF_GROUP = members("group_id = :group_id")
_WITH_TAG = "SELECT contact_id FROM contact_details WHERE kind = 'tag' AND folded_value = :tag"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on `contact_facts`, with the values it needs."""

    sql: str
    values: dict[str, object]


def is_walked(look: Look) -> bool:
    """Whether a look is at so much of the journal that an index is walked along for it."""
    return not (
        search.is_a_search(look.words)
        or look.facet in _GATHERED
        or look.group_id is not None
        or look.tag is not None
    )


def condition(look: Look, today: date, usual_days: int) -> Condition:
    """What holds for the contacts a look is at, its words aside.

    `usual_days`: how often one wants to be in touch with someone of whom nothing else is said.
    """
    values: dict[str, object] = {"archived": look.facet is Facet.ARCHIVED}
    # An index in which contacts lie in an order is no way to find those that were gathered.
    conditions = ["archived = :archived" if is_walked(look) else "+archived = :archived"]
    if look.facet is Facet.NO_WHY:
        conditions.append("NOT has_why")
    if look.facet in _GATHERED:
        conditions.append(f"contact_id IN ({_GATHERED[look.facet]})")
        values |= on_day(today) | {"usual_days": usual_days}
    if look.group_id is not None:
        conditions.append(f"contact_id IN (SELECT contact_id FROM ({_OF_GROUP}))")
        values |= on_day(today) | {"group_id": look.group_id}
    if look.tag is not None:
        conditions.append(f"contact_id IN ({_WITH_TAG})")
        values["tag"] = fold(look.tag)
    return Condition(" AND ".join(conditions), values)
