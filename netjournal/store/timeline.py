"""A contact's timeline: one query for each sort of entry, laid together newest first."""

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.timeline import Entry, Happening
from netjournal.store.invitations import OUTCOME

_MEETINGS = f"""
SELECT '{Happening.MEETING}' AS happening, m.id AS record_id, m.start AS moment,
  coalesce(g.name, nullif(m.title, ''), 'One-off') AS title, a.note AS note,
  CASE a.talked WHEN 1 THEN 'talked' WHEN 0 THEN 'didn''t talk' ELSE '' END AS state,
  '' AS meets
FROM attendances a JOIN meetings m ON m.id = a.meeting_id LEFT JOIN groups g ON g.id = m.group_id
WHERE a.contact_id = :contact_id AND NOT m.cancelled AND NOT m.missed
"""
_INTERACTIONS = f"""
SELECT '{Happening.INTERACTION}', i.id, i.day,
  i.kind || coalesce(CASE i.kind WHEN 'introduction' THEN ' to ' ELSE ' with ' END ||
    (SELECT group_concat(name, ', ') FROM (SELECT c.name FROM interaction_contacts other
      JOIN contacts c ON c.id = other.contact_id WHERE other.interaction_id = i.id
      AND other.contact_id <> :contact_id ORDER BY other.position)), ''),
  i.note, '', ''
FROM interaction_contacts ic JOIN interactions i ON i.id = ic.interaction_id
WHERE ic.contact_id = :contact_id
"""
_FOLLOW_UPS = f"""
SELECT '{Happening.FOLLOW_UP}', id, coalesce(done_on, due, added_on), what, '',
  CASE WHEN done_on IS NULL THEN 'open' ELSE 'done' END, ''
FROM follow_ups WHERE contact_id = :contact_id
"""
_REFERRALS = f"""
SELECT '{Happening.REFERRAL}', r.id, r.day,
  'referral ' || r.direction || CASE WHEN r.partner_id = :contact_id
    THEN coalesce(', about ' || q.name, '')
    ELSE CASE r.direction WHEN 'given' THEN ' to ' ELSE ' from ' END || p.name || ', about them'
  END, r.note, r.status, ''
FROM referrals r JOIN contacts p ON p.id = r.partner_id LEFT JOIN contacts q ON q.id = r.prospect_id
WHERE r.partner_id = :contact_id OR r.prospect_id = :contact_id
"""
_INVITATIONS = f"""
SELECT '{Happening.INVITATION}', i.id, i.sent_on,
  'invited to ' || coalesce(g.name, nullif(m.title, ''), 'One-off'), '',
  CASE WHEN m.cancelled THEN 'called off' ELSE {OUTCOME} END, date(m.start)
FROM invitations i JOIN meetings m ON m.id = i.meeting_id LEFT JOIN groups g ON g.id = m.group_id
WHERE i.contact_id = :contact_id
"""
_SOURCES = (_MEETINGS, _INTERACTIONS, _FOLLOW_UPS, _REFERRALS, _INVITATIONS)
"""What a timeline is made of; another noun joins it with a query of the same seven columns."""

_TIMELINE = " UNION ALL ".join(_SOURCES)
# Counted one by one, no entry's columns are worked out.
_COUNT = " + ".join(f"(SELECT count(*) FROM ({source}))" for source in _SOURCES)


def count(session: Session, contact_id: int) -> int:
    """How many entries a contact's timeline has."""
    rows = session.execute(text(f"SELECT {_COUNT}"), {"contact_id": contact_id})
    return int(rows.scalar_one())


def stretch(session: Session, contact_id: int, first: int, size: int) -> tuple[Entry, ...]:
    """A stretch of a contact's timeline, newest first."""
    rows = session.execute(
        text(
            f"SELECT * FROM ({_TIMELINE}) "
            "ORDER BY moment DESC, happening, record_id DESC LIMIT :size OFFSET :first"
        ),
        {"contact_id": contact_id, "first": first, "size": size},
    )
    return tuple(Entry(**{**row._mapping, "happening": Happening(row.happening)}) for row in rows)


def place(session: Session, contact_id: int, happening: Happening, record_id: int) -> int | None:
    """Where an entry is in a contact's timeline, counted from 0; None when it isn't there."""
    rows = session.execute(
        text(
            f"WITH entries AS ({_TIMELINE}), one AS (SELECT moment, happening, record_id "
            "FROM entries WHERE happening = :happening AND record_id = :record_id) "
            "SELECT (SELECT count(*) FROM entries e WHERE e.moment > one.moment "
            "OR e.moment = one.moment AND (e.happening < one.happening "
            "OR e.happening = one.happening AND e.record_id > one.record_id)) FROM one"
        ),
        {"contact_id": contact_id, "happening": happening.value, "record_id": record_id},
    )
    return rows.scalar_one_or_none()
