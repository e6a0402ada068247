"""What each record says: the words it is found by, as SQL."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from netjournal.model.change import Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The records of one noun, and their words, as SQL."""

    noun: Noun
    rows: str
    id: str
    title: str
    words: str
    written: str
    """When, in so far as the record itself can say."""
    parts: Mapping[str, Callable[[Mapping[str, Any]], int]]
    """The tables a record is made of, each with what gives the record's id from a row."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The tables whose names its words repeat, each with a query for the records that do."""


def mark(noun: Noun) -> str:
    """The word that marks a noun's documents in the index."""
    # Begun by a character that stands for nothing, it is found only by who means it.
    return f"\ue000{noun.replace('-', '')}"


def _lines(*expressions: str) -> str:
    """SQL for those of the expressions that say something, a line each."""
    said = " || ".join(f"coalesce(nullif({each}, '') || char(10), '')" for each in expressions)
    return f"rtrim({said}, char(10))"


_OF_CONTACT = itemgetter("contact_id")
_ITSELF = itemgetter("id")

SOURCES = (
    Source(
        noun=Noun.CONTACT,
        rows="contacts c",
        id="c.id",
        title="c.name",
        words=_lines(
            "c.organisation",
            "c.role",
            "c.classification",
            "c.location",
            "(SELECT group_concat(value, ', ') FROM (SELECT value FROM contact_details "
            "WHERE contact_id = c.id ORDER BY kind, position))",
            "c.why",
            "c.good_referral",
            "c.notes",
            "c.goals",
            "c.accomplishments",
            "c.interests",
            "c.networks",
            "c.skills",
            "c.how_met",
            "(SELECT group_concat(place, char(10)) FROM (SELECT "
            "trim(g.name || ' ' || s.role || ' ' || s.classification) AS place "
            "FROM memberships s JOIN groups g ON g.id = s.group_id "
            "WHERE s.contact_id = c.id ORDER BY s.id))",
        ),
        written="c.added_at",
        parts={"contacts": _ITSELF, "contact_details": _OF_CONTACT, "memberships": _OF_CONTACT},
        names={"groups": "SELECT contact_id FROM memberships WHERE group_id IN {}"},
    ),
    Source(
        noun=Noun.GROUP,
        rows="groups g",
        id="g.id",
        title="g.name",
        words=_lines(
            "g.purpose",
            "g.motive",
            "(SELECT group_concat(text, char(10)) FROM (SELECT text FROM value_statements "
            "WHERE group_id = g.id ORDER BY stated_at DESC, id DESC))",
            "g.experiment",
            "g.experiment_outcome",
            "g.notes",
        ),
        written="g.added_on",
        parts={"groups": _ITSELF, "value_statements": itemgetter("group_id")},
    ),
    Source(
        noun=Noun.ME,
        rows="(SELECT 1 AS id WHERE EXISTS (SELECT 1 FROM me) OR EXISTS (SELECT 1 FROM pitches)) i "
        "LEFT JOIN me ON me.id = i.id",
        id="i.id",
        title="'Me'",
        words=_lines(
            "me.classification",
            "me.why",
            "(SELECT group_concat(text, char(10)) FROM (SELECT text FROM pitches "
            "ORDER BY stated_at DESC, id DESC))",
            "me.good_referral",
            "me.natural_partners",
            "me.habits",
        ),
        written="(SELECT max(stated_at) FROM pitches)",
        parts={"me": _ITSELF, "pitches": lambda _: 1},
    ),
    Source(
        noun=Noun.MEETING,
        rows="meetings m LEFT JOIN groups g ON g.id = m.group_id "
        "LEFT JOIN reflections r ON r.meeting_id = m.id",
        id="m.id",
        title="coalesce(g.name, m.title)",
        words=_lines(
            "r.notes",
            "r.gives",
            "r.asks",
            "r.received",
            "r.planned_work",
            # Someone of whom nothing was said there is found by their own document.
            "(SELECT group_concat(person, char(10)) FROM (SELECT c.name || ': ' || a.note "
            "AS person FROM attendances a JOIN contacts c ON c.id = a.contact_id "
            "WHERE a.meeting_id = m.id AND a.note <> '' ORDER BY a.id))",
            "CASE WHEN g.id IS NOT NULL THEN m.title END",
            "m.place",
        ),
        written="coalesce(r.written_at, m.start)",
        parts={
            "meetings": _ITSELF,
            "reflections": itemgetter("meeting_id"),
            "attendances": itemgetter("meeting_id"),
        },
        names={
            "contacts": "SELECT meeting_id FROM attendances WHERE contact_id IN {}",
            "groups": "SELECT id FROM meetings WHERE group_id IN {}",
        },
    ),
    Source(
        noun=Noun.INTERACTION,
        rows="interactions i LEFT JOIN groups g ON g.id = i.group_id",
        id="i.id",
        title="coalesce((SELECT group_concat(name, ', ') FROM (SELECT c.name FROM "
        "interaction_contacts w JOIN contacts c ON c.id = w.contact_id "
        "WHERE w.interaction_id = i.id ORDER BY w.position, w.id)), '')",
        words=_lines("i.kind", "g.name", "i.note"),
        written="coalesce(i.added_at, i.day)",
        parts={"interactions": _ITSELF, "interaction_contacts": itemgetter("interaction_id")},
        names={
            "contacts": "SELECT interaction_id FROM interaction_contacts WHERE contact_id IN {}",
            "groups": "SELECT id FROM interactions WHERE group_id IN {}",
        },
    ),
    Source(
        noun=Noun.FOLLOW_UP,
        rows="follow_ups f JOIN contacts c ON c.id = f.contact_id",
        id="f.id",
        title="c.name",
        words="f.what",
        written="coalesce(f.added_at, f.added_on)",
        parts={"follow_ups": _ITSELF},
        names={"contacts": "SELECT id FROM follow_ups WHERE contact_id IN {}"},
    ),
    Source(
        noun=Noun.REFERRAL,
        rows="referrals r JOIN contacts p ON p.id = r.partner_id "
        "LEFT JOIN contacts q ON q.id = r.prospect_id LEFT JOIN groups g ON g.id = r.group_id",
        id="r.id",
        title="p.name",
        words=_lines("'referral ' || r.direction", "q.name", "g.name", "r.note"),
        written="coalesce(r.added_at, r.day)",
        parts={"referrals": _ITSELF},
        names={
            "contacts": "SELECT r.id FROM referrals r JOIN contacts c "
            "ON c.id IN (r.partner_id, r.prospect_id) WHERE c.id IN {}",
            "groups": "SELECT id FROM referrals WHERE group_id IN {}",
        },
    ),
    Source(
        noun=Noun.REVIEW,
        rows="reviews v",
        id="v.id",
        title="'Weekly review'",
        words=_lines("v.note", "v.intention", "v.habits"),
        written="coalesce(v.written_at, v.week)",
        parts={"reviews": _ITSELF},
    ),
)
"""What one step writes is found in this order, the last first."""
