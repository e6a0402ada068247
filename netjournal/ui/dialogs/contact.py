"""Asks for a contact."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

from textual.app import ComposeResult

from netjournal.errors import InvalidError
from netjournal.model.contact import Client, Contact, ContactDraft, Referable, Successful
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field, Line, Paragraph

Kind = TypeVar("Kind", bound=StrEnum)

_SEVERAL = "several, parted by commas"


class ContactDialog(FormDialog[ContactDraft]):
    """The fields of a contact; only the name is needed."""

    def __init__(self, contact: Contact | None = None) -> None:
        """With a contact, edits it."""
        super().__init__()
        self._old: ContactDraft = contact or ContactDraft(name="")
        self.heading = contact.name if contact else "New contact"

    def fields(self) -> ComposeResult:
        """What one mostly wants to note of a person."""
        old = self._old
        yield Field("Name", Line(old.name, id="name"))
        yield Field("Organisation", Line(old.organisation, id="organisation"))
        yield Field("Role", Line(old.role, id="role"))
        yield Field("Classification", _hinted(old.classification, "classification", "profession"))
        yield Field("Email", _hinted(_typed(old.emails), "emails", _SEVERAL))
        yield Field("Phone", _hinted(_typed(old.phones), "phones", _SEVERAL))
        yield Field("Tags", _hinted(_typed(old.tags), "tags", _SEVERAL))
        yield Field("Why", Paragraph(old.why, id="why", placeholder="why they do what they do"))
        yield Field(
            "Good referral",
            Paragraph(old.good_referral, id="good_referral", placeholder="who to send them"),
        )
        yield Field("How we met", Paragraph(old.how_met, id="how_met"))
        yield Field("Notes", Paragraph(old.notes, id="notes"))

    def more(self) -> ComposeResult:
        """The rest of the profile."""
        old = self._old
        yield Field("Location", Line(old.location, id="location"))
        yield Field("Links", _hinted(_typed(old.links), "links", _SEVERAL))
        yield Field("Goals", Paragraph(old.goals, id="goals"))
        yield Field("Accomplishments", Paragraph(old.accomplishments, id="accomplishments"))
        yield Field("Interests", Paragraph(old.interests, id="interests"))
        yield Field("Networks", Paragraph(old.networks, id="networks"))
        yield Field("Skills", Paragraph(old.skills, id="skills"))
        yield Field("Successful", _choice(Successful, "successful", old.successful))
        yield Field("Client", _choice(Client, "client", old.client))
        yield Field("Could refer", _choice(Referable, "could_refer", old.could_refer))
        yield Field(
            "Took offence",
            Choice(("no", "yes"), blank=False, id="re_evaluate").with_value(
                "yes" if old.re_evaluate else "no"
            ),
        )
        cadence = "" if old.cadence_days is None else str(old.cadence_days)
        yield Field("Days between", _hinted(cadence, "cadence_days", "days between two touches"))

    def draft(self) -> ContactDraft:
        """The contact as typed."""
        text, chosen = self.text, self.chosen
        return ContactDraft(
            name=text("name"),
            organisation=text("organisation"),
            role=text("role"),
            emails=_parted(text("emails")),
            phones=_parted(text("phones")),
            links=_parted(text("links")),
            location=text("location"),
            classification=text("classification"),
            why=text("why"),
            good_referral=text("good_referral"),
            goals=text("goals"),
            accomplishments=text("accomplishments"),
            interests=text("interests"),
            networks=text("networks"),
            skills=text("skills"),
            tags=_parted(text("tags")),
            how_met=text("how_met"),
            successful=_answer(Successful, chosen("successful")),
            client=_answer(Client, chosen("client")),
            could_refer=_answer(Referable, chosen("could_refer")),
            re_evaluate=chosen("re_evaluate") == "yes",
            cadence_days=_days(text("cadence_days")),
            notes=text("notes"),
            archived=self._old.archived,
        )


def _hinted(value: str, name: str, hint: str) -> Line:
    return Line(value, id=name, placeholder=hint)


def _choice(kind: type[StrEnum], name: str, value: StrEnum | None) -> Choice:
    return Choice(tuple(kind), id=name).with_value(value)


def _answer(kind: type[Kind], word: str | None) -> Kind | None:
    return kind(word) if word else None


def _typed(texts: Sequence[str]) -> str:
    return ", ".join(texts)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[,;\n]", text) if part.strip())


def _days(text: str) -> int | None:
    if not text.strip():
        return None
    try:
        return int(text)
    except ValueError:
        sentence = "The days are a whole number, such as 30."
        raise InvalidError({"cadence_days": sentence}) from None
