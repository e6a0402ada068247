"""The reading of the depth plan: the next step with the regulars of the groups I am in."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from netjournal.insights.plan import Regular, plan
from netjournal.model.group import Commitment, Group, Status
from netjournal.model.plan import Action
from netjournal.store import regulars
from netjournal.store.regulars import Known, Place
from netjournal.store.week import promised
from netjournal.text import fold


def read(
    session: Session, groups: Sequence[Group], now: datetime, usual_days: int
) -> tuple[Action, ...]:
    """The week's actions, each with whether an open follow-up says it already."""
    mine = {group.id: group for group in groups if group.status in (Status.TRIAL, Status.MEMBER)}
    places = regulars.regulars(session, now, mine)
    people = regulars.known(session, {place.contact_id for place in places}, now.date(), usual_days)
    actions = plan(
        regular
        for place in places
        if (regular := _regular(place, people[place.contact_id], mine[place.group_id]))
    )
    return tuple(replace(each, accepted=is_accepted(session, each)) for each in actions)


def is_accepted(session: Session, action: Action) -> bool:
    """Whether an open follow-up for someone says what an action wants."""
    planned = promised(session, json.dumps([action.contact_id])).get(action.contact_id, ())
    return any(fold(each.what) == fold(action.what) for each in planned)


def _regular(place: Place, known: Known, group: Group) -> Regular | None:
    """None for someone who was put away."""
    if known.archived or known.known_since is None:
        return None
    return Regular(
        contact_id=place.contact_id,
        name=known.name,
        organisation=known.organisation,
        group=group.name,
        all_in=group.commitment is Commitment.ALL_IN,
        rungs=known.rungs,
        quiet=known.quiet,
        known_since=known.known_since,
        last_touch=known.last_touch,
    )
