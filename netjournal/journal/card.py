"""A contact's card, put together from what the journal says of them."""

from datetime import date

from sqlmodel import Session

from netjournal.insights import cadence as cadences
from netjournal.insights.depth import depth
from netjournal.model.contact import PROFILE, Cadence, Card, Contact, TagCadence
from netjournal.store import card, contact_list, contacts, follow_ups, memberships


def read(session: Session, contact_id: int, today: date, usual_days: int, encounters: int) -> Card:
    """The card of a contact; NotFoundError when they aren't there."""
    contact = contacts.get(session, contact_id)
    line = contact_list.lines_of(session, [contact_id], today, usual_days)[0]
    touched = card.touched(session, contact_id)
    wanted = _cadence(contact, card.tag_cadences(session, contact_id), usual_days)
    last_touch = None if line.last_touch is None else date.fromisoformat(line.last_touch)
    return Card(
        contact=contact,
        line=line,
        depth=depth(
            talked=touched.touches.talked + touched.touches.interactions > 0,
            why=line.has_why,
            one_to_one=touched.one_to_ones > 0,
            referral=touched.touches.referrals > 0,
            seen=line.times_met > 0,
        ),
        cadence=wanted,
        quiet=cadences.quiet(line.depth, contact.archived, last_touch, wanted.days, today),
        touches=touched.touches,
        profile_filled=sum(1 for part in PROFILE if getattr(contact, part)),
        first_met=next(iter(card.encounters(session, contact_id, 1, oldest_first=True)), None),
        encounters=card.encounters(session, contact_id, encounters),
        memberships=memberships.of_contact(session, contact_id, today),
        follow_ups=tuple(one for one in follow_ups.of(session, contact_id) if one.done_on is None),
    )


def _cadence(contact: Contact, of_tags: tuple[TagCadence, ...], usual_days: int) -> Cadence:
    """How often to be in touch, and why; the tags come with the shortest first."""
    days = cadences.cadence(contact.cadence_days, (tag.days for tag in of_tags), usual_days)
    if contact.cadence_days is not None:
        return Cadence(days=days, source="own")
    return Cadence(days=days, source=f"tag {of_tags[0].tag}" if of_tags else "default")
