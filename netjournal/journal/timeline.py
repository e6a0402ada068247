"""The timeline of a contact: everything that passed between us."""

from netjournal.journal.ledger import Ledger
from netjournal.model.timeline import Entry, Happening, Timeline
from netjournal.store import contacts, timeline


def read(ledger: Ledger, contact_id: int) -> Timeline:
    """A contact's timeline, newest first; NotFoundError when they aren't there."""
    with ledger.read() as session:
        contacts.get(session, contact_id)
        total = timeline.count(session, contact_id)

    def page(first: int, size: int) -> tuple[Entry, ...]:
        with ledger.glance() as session:
            return timeline.stretch(session, contact_id, first, size)

    def place(happening: Happening, record_id: int) -> int | None:
        with ledger.glance() as session:
            return timeline.place(session, contact_id, happening, record_id)

    return Timeline(total=total, page=page, place=place)
