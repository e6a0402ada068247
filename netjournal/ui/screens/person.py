"""What is read of a person, and what of it can be worked with."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from netjournal.model.change import Noun
from netjournal.model.contact import Card
from netjournal.model.referral import ContactExchange
from netjournal.model.timeline import Entry, Happening
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.whom import Named

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Person:
    """A contact with everything that passed between us."""

    card: Card
    timeline: Rows[Entry]
    """Newest first."""
    exchange: ContactExchange
    currency: str
    """That of all amounts; empty: none is preferred."""
    place: int | None = None
    """Where the entry that is looked for is in the timeline."""

    @classmethod
    def read(cls, journal: "Journal", contact_id: int, entry: "Record | None" = None) -> "Person":
        """Reads a person, and where an entry is that is looked for; runs in a thread."""
        with journal.moment():
            timeline = journal.timeline(contact_id)
            place = timeline.place(Happening(entry.noun), entry.id) if entry else None
            entries = Rows(timeline.total, timeline.page).warmed(place or 0)
            return cls(
                journal.contacts.card(contact_id),
                entries,
                journal.referrals.exchange_with(contact_id),
                journal.preferences.currency,
                place,
            )

    @property
    def id(self) -> int:
        """The contact's id."""
        return self.card.contact.id

    @property
    def named(self) -> Named:
        """The contact by id and name."""
        return Named(self.id, self.card.contact.name)


class Adding(StrEnum):
    """A list on a person's page that one can add to."""

    FOLLOW_UP = "follow-up"
    MEMBERSHIP = "membership"


@dataclass(frozen=True, slots=True)
class Record:
    """Something on a person's page that is a record by itself."""

    noun: Noun
    id: int

    @classmethod
    def of(cls, entry: Entry) -> "Record":
        """What an entry of the timeline is about."""
        return cls(Noun(entry.happening), entry.record_id)
