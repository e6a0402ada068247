"""What the list of contacts can be narrowed to, each with how many there are."""

from datetime import date

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.contact import ContactChoices, Facet, GroupChoice, Look, TagChoice
from netjournal.store.contact_list import count
from netjournal.store.looks import NOT_PUT_AWAY, condition
from netjournal.store.members import members, on_day


def choices(session: Session, today: date, usual_days: int) -> ContactChoices:
    """What the list can be narrowed to; `usual_days` as in looks.condition."""
    looks = (Look(facet=facet) for facet in Facet)
    counts = (count(session, look, condition(look, today, usual_days)) for look in looks)
    return ContactChoices(
        facets=tuple(zip(Facet, counts, strict=True)),
        groups=_groups(session, today),
        tags=_tags(session),
    )


def _groups(session: Session, today: date) -> tuple[GroupChoice, ...]:
    rows = session.execute(
        text(
            f"SELECT g.id, g.name, count(*) AS people FROM ({members('TRUE')}) "
            f"JOIN groups g ON g.id = group_id WHERE {NOT_PUT_AWAY} "
            "GROUP BY g.id ORDER BY g.folded_name"
        ),
        on_day(today),
    )
    return tuple(GroupChoice(id=row.id, name=row.name, count=row.people) for row in rows)


def _tags(session: Session) -> tuple[TagChoice, ...]:
    rows = session.execute(
        text(
            "SELECT (SELECT value FROM contact_details d WHERE d.kind = 'tag' "
            "AND d.folded_value = tags.folded_value ORDER BY d.contact_id LIMIT 1) AS tag, people "
            "FROM (SELECT folded_value, count(*) AS people FROM contact_details "
            f"WHERE kind = 'tag' AND {NOT_PUT_AWAY} GROUP BY folded_value) tags "
            "ORDER BY folded_value"
        )
    )
    return tuple(TagChoice(tag=row.tag, count=row.people) for row in rows)
