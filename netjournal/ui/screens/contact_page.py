"""A contact's card: what makes them worth knowing, and where we met."""

from collections.abc import Sequence
from datetime import date, datetime

from textual.content import Content

from netjournal.model.contact import Card, Contact, Encounter
from netjournal.text import visible
from netjournal.ui.widgets.page import Page, short_day


def contact_page(card: Card, today: date) -> Content:
    """The card as text."""
    contact, line = card.contact, card.line
    page = Page(contact.name, _position(contact))
    page.facts(
        ("Tags", _joined(contact.tags)),
        ("Groups", _joined(line.groups)),
        ("Archived", "yes" if contact.archived else None),
    )
    page.words("Why", contact.why).words("A good referral", contact.good_referral)
    page.lines("Where we met", _meetings(card, today))
    page.facts(
        ("Email", _joined(contact.emails)),
        ("Phone", _joined(contact.phones)),
        ("Links", _joined(contact.links)),
        ("Where", contact.location),
        ("How we met", contact.how_met),
    )
    page.facts(
        ("Successful", contact.successful),
        ("Client", contact.client),
        ("Could refer", contact.could_refer),
        ("Took offence", "yes, re-evaluate" if contact.re_evaluate else None),
        ("Keep in touch", f"every {contact.cadence_days} days" if contact.cadence_days else None),
    )
    for title, text in _profile(contact):
        page.words(title, text)
    return page.words("Notes", contact.notes).content()


def _position(contact: Contact) -> str:
    return " · ".join(filter(None, (contact.role, contact.organisation, contact.classification)))


def _profile(contact: Contact) -> tuple[tuple[str, str], ...]:
    return (
        ("Goals", contact.goals),
        ("Accomplishments", contact.accomplishments),
        ("Interests", contact.interests),
        ("Networks", contact.networks),
        ("Skills", contact.skills),
    )


def _meetings(card: Card, today: date) -> list[Content]:
    lines = [_meeting(encounter, today) for encounter in card.encounters]
    more = card.line.times_met - len(card.encounters)
    return [*lines, Content.styled(f"and {more} before", "$text-muted")] if more > 0 else lines


def _meeting(encounter: Encounter, today: date) -> Content:
    day = short_day(datetime.fromisoformat(encounter.start).date(), today)
    talked = {True: "talked", False: "didn't talk", None: ""}[encounter.talked]
    line = Content.assemble(
        (day.ljust(13), "$text-muted"),
        visible(encounter.title),
        (f"  {talked}" if talked else "", "$text-muted"),
    )
    if not encounter.note:
        return line
    return Content("\n").join([line, Content(" " * 13 + visible(encounter.note))])


def _joined(texts: Sequence[str]) -> str:
    return ", ".join(texts)
