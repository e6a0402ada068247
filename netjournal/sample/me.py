"""The owner of the sample life: a maker of signs, with three versions of the pitch."""

from datetime import UTC, date, datetime, time, timedelta

from netjournal.model.contact import TagCadence
from netjournal.model.me import MeDraft
from netjournal.sample.sample import SampleMe

TAG_CADENCES = (TagCadence(tag="property", days=60), TagCadence(tag="freelance", days=120))
"""How often one wants to be in touch with some."""

_PITCHES = (
    (500, "Signs, banners, vans, all under one roof, at fair prices. Ask me for an offer."),
    (
        255,
        "We make signs and wayfinding for buildings where strangers get lost: clinics, schools, "
        "works. Tell me who is moving.",
    ),
    (
        48,
        "At nine I got lost in a hospital. Today I make the signs that would have brought me to "
        "my mother. Who do you know that runs a house where people ask the way?",
    ),
)
_EVENING = time(21)


def me(today: date) -> SampleMe:
    """What the owner says of themselves on a day."""
    pitches = tuple(
        (datetime.combine(today - timedelta(days=days), _EVENING, UTC), text)
        for days, text in _PITCHES
    )
    draft = MeDraft(
        classification="Signs and wayfinding",
        natural_partners=(
            "Architect",
            "Print and packaging",
            "Builder",
            "Estate agent",
            "Web designer",
        ),
        why="Got lost in a hospital at nine, looking for my mother. Nobody should.",
        good_referral="Firms that are moving, merging or changing their name; "
        "whoever runs a house where people ask the way.",
        habits=(
            "one one-to-one a week",
            "a line to every new face within a day",
            "two calls before nine",
            "Fridays in the workshop",
        ),
        pitch=pitches[-1][1],
    )
    return SampleMe(draft, pitches)
