"""The fields of a contact's form, in the sections of their page."""

from enum import StrEnum

from netjournal.model.contact import Client, Referable, Successful
from netjournal.ui.dialogs.draft_field import DraftField, choice, several, whole

_SEVERAL = "several, parted by commas"


class Section(StrEnum):
    """A part of a contact that is edited by itself; its value is its title."""

    NAME = "Who they are"
    WHY = "Why"
    GOOD_REFERRAL = "A good referral"
    STANDING = "Where we stand"
    REACH = "How to reach them"
    PROFILE = "Profile"
    MET = "How we met"
    NOTES = "Notes"


NAME = (
    DraftField(name="name", label="Name"),
    DraftField(name="organisation", label="Organisation"),
    DraftField(name="role", label="Role"),
    DraftField(name="classification", label="Classification", hint="profession"),
)
REACH = (
    DraftField(name="emails", label="Email", hint=_SEVERAL, read=several, blank=()),
    DraftField(name="phones", label="Phone", hint=_SEVERAL, read=several, blank=()),
)
TAGS = DraftField(name="tags", label="Tags", hint=_SEVERAL, read=several, blank=())
WHY = DraftField(name="why", label="Why", hint="why they do what they do", long=True)
GOOD_REFERRAL = DraftField(
    name="good_referral", label="Good referral", hint="who to send them", long=True
)
HOW_MET = DraftField(name="how_met", label="How we met", long=True)
NOTES = DraftField(name="notes", label="Notes", long=True)
FARTHER = (
    DraftField(name="location", label="Location"),
    DraftField(name="links", label="Links", hint=_SEVERAL, read=several, blank=()),
)
PROFILE = (
    DraftField(name="goals", label="Goals", long=True),
    DraftField(name="accomplishments", label="Accomplishments", long=True),
    DraftField(name="interests", label="Interests", long=True),
    DraftField(name="networks", label="Networks", long=True),
    DraftField(name="skills", label="Skills", long=True),
)
STANDING = (
    choice("successful", "Successful", Successful),
    choice("client", "Client", Client),
    choice("could_refer", "Could refer", Referable),
    DraftField(
        name="re_evaluate",
        label="Took offence",
        words=("no", "yes"),
        read=lambda typed, _: typed == "yes",
        blank=False,
    ),
    DraftField(
        name="cadence_days",
        label="Days between",
        hint="days between two touches",
        read=whole,
        blank=None,
    ),
)

FIRST = (*NAME, *REACH, TAGS, WHY, GOOD_REFERRAL, HOW_MET, NOTES)
"""What one mostly wants to note of a person."""
REST = (*FARTHER, *PROFILE, *STANDING)
"""What can be noted later, or never."""

SECTIONS: dict[Section, tuple[DraftField, ...]] = {
    Section.NAME: (*NAME, TAGS),
    Section.WHY: (WHY,),
    Section.GOOD_REFERRAL: (GOOD_REFERRAL,),
    Section.STANDING: STANDING,
    Section.REACH: (*REACH, *FARTHER),
    Section.PROFILE: PROFILE,
    Section.MET: (HOW_MET,),
    Section.NOTES: (NOTES,),
}
