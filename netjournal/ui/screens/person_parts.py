"""What is said of a person: as the card beside the list, and opened as the parts of a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from textual.content import Content

from netjournal.amounts import say_amount
from netjournal.model.change import Noun
from netjournal.model.contact import Cadence, Card, Contact, Encounter
from netjournal.model.depth import Depth
from netjournal.model.follow_up import FollowUp
from netjournal.model.membership import Membership
from netjournal.model.referral import ContactExchange
from netjournal.model.timeline import Entry
from netjournal.text import visible
from netjournal.ui.dialogs.contact_fields import Section
from netjournal.ui.screens.person import Adding, Person, Record
from netjournal.ui.screens.person_timeline import entry_day, entry_note, entry_title
from netjournal.ui.widgets import pips
from netjournal.ui.widgets.page import as_text
from netjournal.ui.widgets.sheet import Part, one_text
from netjournal.when import say_day, say_distance

_BESIDE = 12
"""How many entries of the timeline stand on the card."""
_DAY = 11
"""The cells of the longest day of an entry."""
_UNKNOWN = Content.styled("not known yet", "$text-muted")
_TITLE = "bold $text-accent"
_RUNGS = ("seen only", "we talked", "their why known", "a one-to-one held", "a referral exchanged")
_BRIEFLY = ("seen only", "we talked", "why known", "one-to-one", "referral")
"""The same in words that fit beside a list of 80 columns."""

Facts = Sequence[tuple[str, str | Content | None]]


def person_card(person: Person, today: date) -> Content:
    """The card beside the list: what matters first, the latest of the timeline, all the rest."""
    parts = [*_first(person, today, _BRIEFLY), *_latest(person, today), *_rest(person, today)]
    return one_text(part for part in parts if not part.blank)


def person_parts(person: Person, today: date) -> tuple[Part, ...]:
    """The opened page: what matters first, then all the rest; what is blank can be filled."""
    return (*_first(person, today, _RUNGS), *_rest(person, today))


def _first(person: Person, today: date, rungs: Sequence[str]) -> Iterator[Part]:
    contact = person.card.contact
    yield Part(_head(contact), subject=Section.NAME)
    yield _words(Section.WHY, contact.why)
    yield _words(Section.GOOD_REFERRAL, contact.good_referral)
    yield _facts(Section.STANDING, _standing(person, today, rungs), blank=False)
    yield from _follow_ups(person.card.follow_ups, today)


def _rest(person: Person, today: date) -> Iterator[Part]:
    card, contact = person.card, person.card.contact
    yield from _groups(card.memberships, card.line.groups, today)
    profile = tuple((name.capitalize(), getattr(contact, name)) for name in _PROFILE)
    yield _facts(Section.PROFILE, profile, f", {card.profile_filled} of 7 parts known")
    yield _facts(Section.REACH, _reach(contact))
    yield _met(card, today)
    yield _words(Section.NOTES, contact.notes)


_PROFILE = ("goals", "accomplishments", "interests", "networks", "skills")


def _head(contact: Contact) -> Content:
    # The role may well be the profession.
    position = dict.fromkeys(
        filter(None, (contact.role, contact.organisation, contact.classification))
    )
    lines = [
        Content.styled(visible(contact.name), "bold $text-primary"),
        Content.styled(visible(" · ".join(position)), "$text-muted"),
        Content.styled(visible(", ".join(contact.tags)), "$text-secondary"),
        Content.styled("archived" if contact.archived else "", "$text-warning"),
    ]
    return Content("\n").join(line for line in lines if line)


def _standing(person: Person, today: date, rungs: Sequence[str]) -> Facts:
    card, contact = person.card, person.card.contact
    return (
        ("Depth", _depth(card.depth, rungs)),
        ("Missing", card.depth.missing),
        ("Last touch", _last_touch(person, today)),
        ("In touch", _cadence(card.cadence)),
        ("Referrals", _referrals(person.exchange)),
        ("Business", _business(person)),
        ("Successful", contact.successful),
        ("Client", contact.client),
        ("Could refer", contact.could_refer),
        ("Took offence", "yes, re-evaluate" if contact.re_evaluate else None),
    )


def _depth(depth: Depth, rungs: Sequence[str]) -> Content:
    said = "nothing noted" if depth.rung is None else rungs[depth.rung]
    return Content.assemble(pips.depth(depth.rung or 0), f" {said}")


def _last_touch(person: Person, today: date) -> Content:
    card = person.card
    if card.line.last_touch is None:
        return Content.styled("none noted", "$text-muted")
    day = date.fromisoformat(card.line.last_touch)
    return Content.assemble(
        f"{say_day(day, today)}, {say_distance(day, today)}",
        (" · going quiet" if card.quiet else "", "$text-warning"),
    )


def _cadence(cadence: Cadence) -> Content:
    days = "every day" if cadence.days == 1 else f"every {cadence.days} days"
    source = {"own": "", "default": ", by default"}.get(
        cadence.source, f", by the {cadence.source}"
    )
    return Content.assemble(days, (visible(source), "$text-muted"))


def _referrals(exchange: ContactExchange) -> str:
    if not exchange.given + exchange.received:
        return ""
    return f"{exchange.given:,} given · {exchange.received:,} received"


def _business(person: Person) -> str:
    amounts = ((person.exchange.brought, "from them"), (person.exchange.gave, "for them"))
    return " · ".join(
        f"{say_amount(amount, person.currency)} {whose}"
        for amount, whose in amounts
        if amount is not None
    )


def _follow_ups(follow_ups: Sequence[FollowUp], today: date) -> Iterator[Part]:
    yield _list("Follow-ups", follow_ups, Adding.FOLLOW_UP, "none open; f notes one")
    for follow_up in follow_ups:
        yield Part(
            _follow_up(follow_up, today),
            subject=Record(Noun.FOLLOW_UP, follow_up.id),
            joined=True,
        )


def _follow_up(follow_up: FollowUp, today: date) -> Content:
    due, style = "some day", "$text-muted"
    if follow_up.due is not None:
        late = follow_up.due < today
        style = "$text-warning" if follow_up.due <= today else "$text-muted"
        due = f"{say_day(follow_up.due, today)}, {say_distance(follow_up.due, today)}"
        due = f"was due {due}" if late else f"due {due}"
    fit = f" · {follow_up.fit} fit" if follow_up.fit else ""
    return Content.assemble(
        ("○ ", "$text-primary"),
        visible(follow_up.what),
        ("\n  " + due, style),
        (fit, "$text-muted"),
    )


def _groups(
    memberships: Sequence[Membership], seen_in: Sequence[str], today: date
) -> Iterator[Part]:
    yield _list("Groups", memberships or seen_in, Adding.MEMBERSHIP, "none noted")
    for membership in memberships:
        yield Part(
            _membership(membership, today),
            subject=Record(Noun.MEMBERSHIP, membership.id),
            joined=True,
        )
    if seen_in and not memberships:
        yield Part(
            Content.assemble(visible(", ".join(seen_in)), ("  seen there", "$text-muted")),
            joined=True,
        )


def _membership(membership: Membership, today: date) -> Content:
    days = (("since", membership.since), ("until", membership.until))
    said = (
        membership.role,
        f"sits for {membership.classification}" if membership.classification else "",
        " ".join(f"{word} {say_day(day, today)}" for word, day in days if day),
    )
    more = "".join(f" · {text}" for text in said if text)
    over = membership.until is not None and membership.until < today
    return Content.assemble(
        (visible(membership.group), "$text-muted" if over else ""), (visible(more), "$text-muted")
    )


def _reach(contact: Contact) -> Facts:
    return (
        ("Email", ", ".join(contact.emails)),
        ("Phone", ", ".join(contact.phones)),
        ("Links", ", ".join(contact.links)),
        ("Where", contact.location),
    )


def _met(card: Card, today: date) -> Part:
    told = _words(Section.MET, card.contact.how_met)
    first, touches = card.first_met, card.touches
    facts: Facts = (
        ("First", _encounter(first, today) if first else None),
        ("Met", _times(card.line.times_met)),
        ("Talked", _times(touches.talked)),
        ("In touch", _times(touches.interactions)),
    )
    shown = _shown(facts)
    if told.blank and shown:
        return _facts(Section.MET, facts)
    return replace(told, facts=shown)


def _encounter(encounter: Encounter, today: date) -> str:
    day = say_day(datetime.fromisoformat(encounter.start).date(), today)
    return f"{day}, {encounter.title}"


def _times(count: int) -> str:
    return "" if not count else "once" if count == 1 else f"{count:,} times"


def _latest(person: Person, today: date) -> Iterator[Part]:
    entries = [person.timeline[place] for place in range(min(_BESIDE, person.timeline.count))]
    facts = [_dated(entry, today) for entry in entries if entry is not None]
    if facts:
        yield Part(Content.styled("Timeline", _TITLE), tuple(facts))
    if (more := person.timeline.count - len(entries)) > 0:
        before = Content.styled(f"and {more:,} before; ⏎ opens all", "$text-muted")
        yield Part(before, joined=True)


def _dated(entry: Entry, today: date) -> tuple[str, Content]:
    title, note = entry_title(entry, today), entry_note(entry)
    if note:
        title += Content.styled(f"\n  {visible(note)}", "$text-muted")
    return entry_day(entry, today).ljust(_DAY), title


def _words(section: Section, text: str) -> Part:
    words = as_text(text) if text.strip() else _UNKNOWN
    content = Content("\n").join([Content.styled(section.value, _TITLE), words])
    return Part(content, subject=section, blank=not text.strip())


def _facts(section: Section, facts: Facts, after: str = "", *, blank: bool = True) -> Part:
    shown = _shown(facts)
    title = Content.assemble((section.value, _TITLE), (after if shown else "", "$text-muted"))
    if not shown:
        title = Content("\n").join([title, _UNKNOWN])
    return Part(title, shown, subject=section, blank=blank and not shown)


def _list(title: str, items: Sequence[object], adding: Adding, none: str) -> Part:
    heading = Content.styled(title, _TITLE)
    if not items:
        heading = Content.assemble(heading, "\n", (none, "$text-muted"))
    return Part(heading, subject=adding, blank=not items)


def _shown(facts: Facts) -> tuple[tuple[str, Content], ...]:
    return tuple(
        (label, value if isinstance(value, Content) else as_text(value))
        for label, value in facts
        if value
    )
