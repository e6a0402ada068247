"""A contact's card with their timeline, as text and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime

from netjournal.cli.printing import padded
from netjournal.exchange import markdown
from netjournal.model.contact import Card, ContactDraft
from netjournal.model.follow_up import FollowUp
from netjournal.model.membership import Membership
from netjournal.model.timeline import Entry
from netjournal.text import visible
from netjournal.when import say_day, say_range

_WIDTH = 16


def card_lines(card: Card, entries: Sequence[Entry], today: date) -> Iterator[str]:
    """The card as lines of text, what isn't known left out."""
    yield visible(card.contact.name)
    if position := _position(card):
        yield visible(position)
    for label, said in (*_standing(card, today), *_said(card)):
        if said:
            first, *rest = said.splitlines()
            yield f"{padded(label, _WIDTH)}{visible(first)}"
            yield from (" " * _WIDTH + visible(line) for line in rest)
    if entries:
        yield ""
    for entry in entries:
        yield visible(" · ".join(filter(None, _entry(entry, today))))


def card_markdown(card: Card, entries: Sequence[Entry], today: date) -> Iterator[str]:
    """The card as lines of Markdown."""
    said = (("Position", _position(card)), *_standing(card, today), *_said(card))
    yield from markdown.facts(card.contact.name, said)
    if entries:
        yield from markdown.heading("Timeline")
    for entry in entries:
        yield f"- {markdown.escaped(' · '.join(filter(None, _entry(entry, today))))}"


def _position(card: Card) -> str:
    contact = card.contact
    known = filter(None, (contact.role, contact.organisation, contact.classification))
    return " · ".join(known)


def _standing(card: Card, today: date) -> Iterator[tuple[str, str]]:
    yield "Archived", "yes" if card.contact.archived else ""
    yield "Depth", _depth(card)
    yield "Last touch", _last_touch(card, today)
    yield "Touches", _touches(card)
    yield "Groups", ", ".join(card.line.groups)
    for membership in card.memberships:
        yield "Member", _membership(membership, today)
    for follow_up in card.follow_ups:
        yield "To do", _follow_up(follow_up, today)
    if card.first_met is not None:
        moment = datetime.fromisoformat(card.first_met.start)
        yield "First met", f"{say_day(moment.date(), today)}, {card.first_met.title}"
    if card.line.last_seen is not None:
        yield "Last seen", say_day(date.fromisoformat(card.line.last_seen), today)


def _said(card: Card) -> Iterator[tuple[str, str]]:
    contact = card.contact
    yield "Tags", ", ".join(contact.tags)
    yield "Email", ", ".join(contact.emails)
    yield "Phone", ", ".join(contact.phones)
    yield "Links", ", ".join(contact.links)
    yield "Where", contact.location
    yield "How we met", contact.how_met
    yield "Why", contact.why
    yield "Good referral", contact.good_referral
    yield "Goals", contact.goals
    yield "Accomplishments", contact.accomplishments
    yield "Interests", contact.interests
    yield "Networks", contact.networks
    yield "Skills", contact.skills
    yield "Profile", f"{card.profile_filled} of 7 parts known"
    yield "Successful", contact.successful or ""
    yield "Client", contact.client or ""
    yield "Could refer", contact.could_refer or ""
    yield "Took offence", "yes, re-evaluate" if contact.re_evaluate else ""
    yield "Notes", contact.notes


def _depth(card: Card) -> str:
    depth = card.depth
    if depth.rung is None:
        return "nothing recorded yet"
    reached = f"{depth.rung} of 4" if depth.rung else "seen only"
    return f"{reached}; missing: {depth.missing}" if depth.missing else reached


def _last_touch(card: Card, today: date) -> str:
    wanted = f"wanted every {card.cadence.days} days ({card.cadence.source})"
    if card.line.last_touch is None:
        return f"none recorded; {wanted}"
    day = say_day(date.fromisoformat(card.line.last_touch), today)
    return f"{day}; {wanted}{'; going quiet' if card.quiet else ''}"


def _touches(card: Card) -> str:
    met = f"seen at {_several(card.line.times_met, 'meeting')}"
    talked = f"talked at {card.touches.talked}"
    others = [_several(card.touches.interactions, "interaction")]
    if card.touches.referrals:
        others.append(_several(card.touches.referrals, "referral"))
    return f"{met}, {talked}; {', '.join(others)}"


def _several(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _membership(membership: Membership, today: date) -> str:
    since = f"since {say_day(membership.since, today)}" if membership.since else ""
    until = f"until {say_day(membership.until, today)}" if membership.until else ""
    said = (membership.group, membership.role, membership.classification, since, until)
    return ", ".join(filter(None, said))


def _follow_up(follow_up: FollowUp, today: date) -> str:
    due = f"due {say_day(follow_up.due, today)}" if follow_up.due else ""
    fit = f"{follow_up.fit} prospect" if follow_up.fit else ""
    return ", ".join(filter(None, (follow_up.what, due, fit)))


def _entry(entry: Entry, today: date) -> tuple[str, ...]:
    moment = datetime.fromisoformat(entry.moment)
    day = say_range(moment, today=today) if "T" in entry.moment else say_day(moment.date(), today)
    return (day, entry.said(today), entry.state, " ".join(entry.note.split()))


def card_record(card: Card, entries: Sequence[Entry]) -> dict[str, object]:
    """The card as it is documented for JSON."""
    contact = card.contact
    record: dict[str, object] = {
        field.name: getattr(contact, field.name) for field in fields(ContactDraft)
    }
    return record | {
        "groups": card.line.groups,
        "memberships": [_membership_record(one) for one in card.memberships],
        "follow_ups": [_follow_up_record(one) for one in card.follow_ups],
        "depth": card.depth.rung,
        "missing": card.depth.missing,
        "cadence": {"days": card.cadence.days, "source": card.cadence.source},
        "quiet": card.quiet,
        "times_met": card.line.times_met,
        "times_talked": card.touches.talked,
        "interactions": card.touches.interactions,
        "referrals": card.touches.referrals,
        "profile_filled": card.profile_filled,
        "first_met": card.first_met and card.first_met.start,
        "last_seen": card.line.last_seen,
        "last_touch": card.line.last_touch,
        "next_due": card.line.next_due,
        "timeline": [_entry_record(entry) for entry in entries],
    }


def _membership_record(membership: Membership) -> dict[str, object]:
    kept = ("group", "role", "classification", "since", "until")
    return {name: getattr(membership, name) for name in kept}


def _follow_up_record(follow_up: FollowUp) -> dict[str, object]:
    return {name: getattr(follow_up, name) for name in ("what", "due", "fit", "added_on")}


def _entry_record(entry: Entry) -> dict[str, object]:
    return {
        "what": entry.happening,
        "moment": entry.moment,
        "title": ", ".join(filter(None, (entry.title, entry.meets))),
        "state": entry.state or None,
        "note": entry.note,
    }
