"""Whether a meeting was attended, as a condition of queries."""

ATTENDED = (
    "NOT m.cancelled AND NOT m.missed AND (EXISTS (SELECT 1 FROM reflections r "
    "WHERE r.meeting_id = m.id) OR EXISTS (SELECT 1 FROM attendances x WHERE x.meeting_id = m.id))"
)
"""Whether the meeting `m` was attended, as SQL."""
