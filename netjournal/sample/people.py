"""Made-up people: what they do, where they are reached, and what one knows of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from netjournal.model.contact import Client, ContactDraft, Referable, Successful
from netjournal.sample import names
from netjournal.sample.professions import PROFESSIONS, Profession
from netjournal.text import fold

_TOWNS = ("Northgate", "Riverside", "the Old Town", "Millbrook", "Harbour Quarter", "Eastfield")
_FIRMS = ("Anchor", "Beacon", "Cobalt", "Compass", "Fernhill", "Kestrel", "Kite", "Larch", "Linden")
_GOALS = (
    "A second pair of hands before the summer.",
    "To take Fridays off by next year.",
    "A bigger workshop, close to the railway.",
    "Two regular clients instead of twenty small ones.",
    "To hand the business on in five years.",
)
_ACCOMPLISHMENTS = (
    "Ran the first half marathon in spring.",
    "Regional prize for young firms.",
    "Kept everybody on through the bad year.",
    "Trained four apprentices; all of them stayed.",
    "Paid the loan back two years early.",
)
_INTERESTS = (
    "Choir on Wednesdays; sings bass.",
    "Bees, and will give you a jar.",
    "Sails an old dinghy.",
    "Chess, badly and with joy.",
    "Two dogs, long walks, bad weather.",
    "Restores bicycles.",
    "Cooks for twenty as if it were four.",
)
_NETWORKS = (
    "School governors; half the town's parents.",
    "The climbing club, and with it most of the hospital's doctors.",
    "Alumni of the technical college.",
    "The allotments' committee.",
    "Former colleagues at the port.",
)
_NOTES = (
    "Prefers a call before ten to any message.",
    "Asks better questions than anyone at the table.",
    "Remembers names, and whose mother is ill.",
    "Never mentions money first.",
    "Takes two weeks to answer, then answers in full.",
    "Doesn't drink coffee; offer tea.",
    "Lost a big client in spring; go gently.",
    "Always knows somebody who knows.",
)
_CADENCES = (30, 60, 90, 180)


def reached_at(name: str, organisation: str, number: int) -> tuple[str, str, str]:
    """A person's email address, phone number and page, none of which exists."""
    given, *_, family = map(_plain, name.split())
    domain = f"{_plain(organisation)}.example"
    phone = f"555-{number // 10_000 % 1000:03}-{number % 10_000:04}"
    return f"{given}.{family}@{domain}", phone, f"https://{domain}/{given}"


def known_people(
    random: Random, count: int, beside: Sequence[ContactDraft] = ()
) -> list[ContactDraft]:
    """Some people, the later ones known less well, and all of them less than those `beside`."""
    professions = _spread(random, PROFESSIONS, count)
    called = names.people(random, count, [draft.name for draft in beside])
    first, everyone = len(beside) + 1, len(beside) + count
    return [
        _person(random, number, name, profession, number / everyone)
        for number, (name, profession) in enumerate(zip(called, professions, strict=True), first)
    ]


def _spread(random: Random, among: Sequence[Profession], count: int) -> list[Profession]:
    """Professions for so many people, each before any comes again."""
    rounds = -(-count // len(among))
    spread = [each for _ in range(rounds) for each in random.sample(among, len(among))]
    return spread[:count]


def _person(
    random: Random, number: int, name: str, profession: Profession, distance: float
) -> ContactDraft:
    """`distance` goes from 0, someone close, to 1, someone seen once."""

    def known(sentence: str, most: float) -> str:
        return sentence if random.random() < most * (1 - distance) else ""

    family = name.split()[-1]
    named_after = family if random.random() < 0.5 else random.choice(_FIRMS)
    organisation = profession.organisation.format(named_after)
    email, phone, link = reached_at(name, organisation, number)
    draft = ContactDraft(
        name=name,
        organisation=organisation,
        role=profession.role,
        emails=(email,) if random.random() < 0.9 else (),
        phones=(phone,) if random.random() < 0.7 else (),
        links=(link,) if random.random() < 0.2 else (),
        location=random.choice(_TOWNS) if random.random() < 0.6 else "",
        classification=profession.classification,
        why=known(profession.why, 0.9),
        good_referral=known(profession.good_referral, 0.9),
        goals=known(random.choice(_GOALS), 0.4),
        accomplishments=known(random.choice(_ACCOMPLISHMENTS), 0.3),
        interests=known(random.choice(_INTERESTS), 0.6),
        networks=known(random.choice(_NETWORKS), 0.3),
        skills=known(profession.skills, 0.6),
        tags=profession.tags if random.random() < 0.6 else (),
        notes=known(random.choice(_NOTES), 0.8),
    )
    return draft if random.random() < distance else _judged(random, draft)


def _judged(random: Random, draft: ContactDraft) -> ContactDraft:
    """A person with what I think of them."""
    successful = random.choice((Successful.YES, Successful.YES, Successful.NO, Successful.UNSURE))
    client = random.choices(
        (Client.NEVER, Client.PROSPECT, Client.CLIENT, Client.PAST), (6, 3, 2, 1)
    )[0]
    return replace(
        draft,
        successful=successful,
        client=client,
        could_refer=Referable.YES if random.random() < 0.6 else Referable.NOT_YET,
        cadence_days=random.choice(_CADENCES) if random.random() < 0.4 else None,
    )


def _plain(words: str) -> str:
    """Words as they may stand in an address."""
    return re.sub("[^a-z0-9]+", "", fold(words)) or "name"
