"""What is written about meetings; `{a}` and `{b}` are people who were there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is written up to a share of the way."""

    until: float
    notes: tuple[str, ...]


THRIVING = (
    Chapter(
        0.35,
        (
            "Half of them I had never seen. {a} explained what everybody makes.",
            "Came for the talk, stayed for the questions. {a} wants to see the workshop.",
            "Quiet at first. Then {a} and {b} argued about batteries and it came alive.",
            "Not sure yet what I bring to this table, but they ask.",
            "{a} introduced me as if we had known each other for years.",
            "Two people asked what a good client looks like. I had no short answer; write one.",
        ),
    ),
    Chapter(
        1.0,
        (
            "Three new people again. {a} brought one of them because of what I said last time.",
            "{a} told the room how our referral went, unasked.",
            "Went in tired, left with a page of ideas.",
            "{a} and {b} now work together. I only made the coffee introduction.",
            "Somebody new at every corner of the table, and {a} at the middle of it.",
            "Talked with {a} about why the business exists at all. Best hour of the week.",
            "Nobody sold anything; I came home with two appointments.",
            "{a} asked me to speak in spring. Said yes before I could think.",
            "Showed {b} the figures from last quarter; got honest answers.",
        ),
    ),
)

STALE = (
    Chapter(
        0.3,
        (
            "{a} brought a guest who asked good questions.",
            "Good round. {a} and I stayed until the waiters put up the chairs.",
            "Got a name from {a}; call tomorrow.",
            "Full table. My sixty seconds went well for once.",
            "{a} remembered what I need and had somebody.",
            "Two guests. {b} looked after them better than I would have.",
        ),
    ),
    Chapter(
        0.6,
        (
            "No guests again. Pleasant enough.",
            "{a} told the story of the flooded office. I know it by now.",
            "Same corner, same coffee. Sat with {a} and {b} as always.",
            "I had planned the offer for this afternoon and did the post instead.",
            "We know each other so well that nobody asks anything.",
            "Left with nothing on my list, which nobody seemed to mind.",
        ),
    ),
    Chapter(
        0.85,
        (
            "The same faces as ever. Could have given {a}'s sixty seconds myself.",
            "Tired before it began. Sat through it.",
            "Nothing came of the last six. {b} says it will pick up.",
            "Skipped my own pitch; there was nobody to hear it for the first time.",
            "Bought a list of addresses on the way home. I used to laugh about such lists.",
            "{a} asked whether I still come for the business. Changed the subject.",
        ),
    ),
    Chapter(
        1.0,
        (
            "Went out of habit. Home by nine, no work done before noon.",
            "Pushed {a} about that cousin with the shop. Saw the step back.",
            "Asked the whole table for names, any names. Silence, then coffee.",
            "Why do I get up at six for this?",
            "Chased {b} across the car park. Not proud of it.",
            "Nobody new since I can't remember when. {a} yawned; so did I.",
            "They are kind, and it costs me every morning of the week.",
        ),
    ),
)

ALL_IN = (
    Chapter(
        0.4,
        (
            "First month of showing up every single week. {a} noticed.",
            "One-to-one with {a} straight after; now I know why the shop is closed on Mondays.",
            "Took the minutes. A good way to learn all the names.",
            "{a} needs a translator; I know two.",
            "Slow. But {b} said that it was slow for everybody in the first half year.",
            "Asked {a} for nothing and offered to read the contract. Felt right.",
        ),
    ),
    Chapter(
        1.0,
        (
            "{a} sent me somebody who was ready to start. Took a year; worth it.",
            "Introduced {a} to {b}. They should have met long ago.",
            "Half the table has now been to our office.",
            "A difficult one: {a} lost the big client. We stayed and thought it through.",
            "Everybody named one person outside whom they could call for {a}. Six names.",
            "New member today; I sat next to them on purpose.",
            "Less talk than usual, more work. Two offers read across the table.",
            "I could refer eleven of them without a second thought. Last year it was three.",
        ),
    ),
)

TRIAL = (
    Chapter(
        1.0,
        (
            "Eleven squares on a screen, and still a proper talk with {a}.",
            "The breakout with {a} and {b} was too short by half.",
            "Somebody's dog took part. Otherwise brisk.",
            "I like the pace. Can't yet tell who would pick up the telephone.",
            "{a} wrote afterwards with the link, and with a question.",
            "Too many pitches today, too few questions.",
        ),
    ),
)

LEFT = (
    Chapter(
        0.5,
        (
            "{a} asked me in, and here sit the people from the Circle again.",
            "Nice view. {a} and {b} talked about their holidays.",
            "They need numbers for the annual report, somebody said aloud.",
            "A talk on parking. I took no notes, so this is one.",
        ),
    ),
    Chapter(
        1.0,
        (
            "Left early and felt lighter on the stairs.",
            "{a} says I should give it another year. Why?",
            "Counted: seven of eleven I meet on other mornings anyway.",
            "I come so as not to offend {a}. That is not a reason.",
            "Told {b} that I'd leave. The answer was a long silence.",
        ),
    ),
)

ONE_OFFS = (
    (
        "Regional trade fair",
        "Exhibition hall",
        "Eight hours on my feet, and one talk that counted: {a}.",
    ),
    ("Panel on fair prices", "Public library", "{a} said what nobody else dared to."),
    ("Chamber summer party", "Botanical garden", "Knew a third of them. {a} knew the rest."),
    ("Open workshops day", "Old tram depot", "{a} showed how it's done; {b} took it apart."),
    ("Neighbours' breakfast", "Church hall", "Not business at all, and then {a} asked for a card."),
    ("Founders' evening", "The Loft", "Loud. Ten minutes outside with {a} were the evening."),
    ("Walk for the hospice", "City park", "Twelve kilometres beside {a}; learnt why."),
    ("Alumni reunion", "Technical college", "{a} now runs the company that we laughed about."),
    ("Charity quiz", "The Anchor", "Last but one. {b} knew all the rivers."),
    ("Export seminar", "Chamber of commerce", "Dry as paper; {a} made it worth the train."),
    ("Gallery opening", "Mill Street", "Stood by the door with {a} and met everyone."),
    ("Job fair", "Technical college", "{a} is looking for two apprentices. Ask around."),
)
"""One-off events: title, place, note."""

TO_COME = ("Open trade evening", "Exhibition hall")
"""An event that is already in the diary."""

GIVES = (
    "intro of {a} to a client",
    "name of a printer for {a}",
    "read {a}'s offer",
    "two hours on {b}'s figures",
    "lent {a} the projector",
    "recommended {b} to the landlord",
    "the number of a good notary for {a}",
)
ASKS = (
    "who knows somebody at the hospital",
    "an introduction to the new head of purchasing",
    "a word with {a}'s landlord",
    "names of firms that are moving",
    "feedback on the new price list",
)
RECEIVED = (
    "{a} called ahead for me at the dairy",
    "details of a firm that is moving, from {a}",
    "{b} will introduce me in person on Friday",
    "a warm word from {a} to the school's head",
    "the tender's closing date, before it was public",
)
PLANNED = (
    "finish the offer for the dairy",
    "call the three from last week",
    "draft the talk for spring",
    "write the case study",
    "send the invoices",
    "prepare the one-to-one",
    "answer the tender",
)
PRIVATE = (
    "daughter starts school in autumn",
    "looking for a bigger van",
    "back from parental leave; part-time until May",
    "mentioned a cousin at the port",
    "asked twice about our prices",
    "seems worn out; call, don't write",
    "moving office in spring",
    "wants to meet a translator",
    "owes me nothing, I owe a lunch",
)
