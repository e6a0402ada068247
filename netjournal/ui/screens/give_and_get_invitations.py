"""The invitations of Give & get: those to be answered first, and all there is to say of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from netjournal.model.change import Noun
from netjournal.model.invitation import Invitation, InvitationLook, Outcome
from netjournal.text import visible
from netjournal.ui.screens.give_and_get_view import Asked, Told, View
from netjournal.ui.screens.give_and_get_words import (
    TITLE,
    counted,
    meeting_day,
    outcome,
    waits,
)
from netjournal.ui.screens.person import Record
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import as_text, short_day
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.sheet import Part
from netjournal.when import say_distance, say_range

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_LOOKS = {
    "": InvitationLook(),
    "pending": InvitationLook(outcomes=(Outcome.PENDING,), voided=False),
    "came": InvitationLook(outcomes=(Outcome.CAME,), voided=False),
    "no-show": InvitationLook(outcomes=(Outcome.NO_SHOW,), voided=False),
    "declined": InvitationLook(outcomes=(Outcome.DECLINED,), voided=False),
}
_OTHERS = 8
"""So many of the same person's invitations are named."""


@dataclass(frozen=True, slots=True)
class WholeInvitation:
    """An invitation, and the others of the same person."""

    invitation: Invitation
    others: tuple[Invitation, ...]
    """By the meeting, the latest first."""

    @property
    def id(self) -> int:
        """The invitation's."""
        return self.invitation.id


class InvitationsView(View[Invitation, WholeInvitation]):
    """Invitations by what is to be asked."""

    title = "Invitations"
    kinds = tuple(kind for kind in _LOOKS if kind)
    empty = Content.from_markup(
        "[b]Whom you invite to a meeting will be listed here,[/b]\n"
        "and afterwards one key says whether they came.\n\n"
        "Press [b $text-accent]i[/] to invite someone."
    )

    @property
    def now(self) -> datetime:
        """The moment it is."""
        return self._desk.clock.now()

    def columns(self) -> tuple[Column[Invitation], ...]:
        """Who, to what, what became of it, and how I said why."""
        today, now = self.today, self.now
        return (
            Column("Who", lambda one: one.name, share=3),
            Column("Came?", lambda one: outcome(one, now), width=11),
            Column("Meeting", lambda one: short_day(meeting_day(one), today), width=11, muted=True),
            Column("Of", lambda one: one.title, share=3, hidden_below=50),
            Column(
                "Sent",
                lambda one: short_day(one.sent_on, today),
                width=11,
                hidden_below=72,
                muted=True,
            ),
            Column("What I said", lambda one: one.statement, share=4, hidden_below=100, muted=True),
        )

    def load(self, journal: "Journal", asked: Asked) -> Told[Invitation]:
        """The invitations asked for."""
        inquiry = journal.invitations.inquiry(replace(_LOOKS[asked.kind], words=asked.words))
        rows = Rows(inquiry.total, inquiry.page)
        what = asked.kind or f"{inquiry.waiting:,} to answer, {inquiry.coming:,} to come"
        return Told(
            (self.title, asked),
            rows,
            inquiry.total,
            not (inquiry.total or asked.narrows),
            f"{counted(inquiry.total, 'invitation')} · {what}",
        )

    def fetch(self, journal: "Journal", record: int) -> WholeInvitation:
        """An invitation with the others of the same person."""
        with journal.moment():
            invitation = journal.invitations.get(record)
            pages = journal.invitations.pages(InvitationLook(contact_id=invitation.contact_id))
            others = [one for one in pages.page(0, _OTHERS + 1) if one.id != record]
            return WholeInvitation(invitation, tuple(others[:_OTHERS]))

    def parts(self, record: WholeInvitation) -> Sequence[Part]:
        """Who was invited to what, what became of it, what I said, when else."""
        return (*self._head(record.invitation), *self._others(record.others))

    def _head(self, one: Invitation) -> Iterator[Part]:
        yield Part(
            Content.styled(visible(one.name), "bold $text-primary"),
            subject=Record(Noun.CONTACT, one.contact_id),
        )
        when = say_range(datetime.fromisoformat(one.start), None, self.today)
        invited = Content.assemble(("Invited to ", "$text-muted"), visible(one.title), "\n", when)
        yield Part(invited, subject=Record(Noun.MEETING, one.meeting_id))
        sent = f"{short_day(one.sent_on, self.today)}, {say_distance(one.sent_on, self.today)}"
        facts = (("Outcome", self._outcome(one)), ("Sent", Content(sent)))
        yield Part(Content(""), facts, joined=True)
        if waits(one, self.now):
            yield Part(Content.styled("y came · x no-show · c declined", "$text-muted"))
        if one.statement.strip():
            title = Content.styled("Why it is worth their time, as I said then", TITLE)
            yield Part(Content("\n").join([title, as_text(one.statement)]))

    def _outcome(self, one: Invitation) -> Content:
        said = outcome(one, self.now)
        if one.outcome is Outcome.CAME and not one.answered:
            return said + Content.styled(", says who was there", "$text-muted")
        return said

    def _others(self, others: Sequence[Invitation]) -> Iterator[Part]:
        if others:
            yield Part(Content.styled("Invited before and after", TITLE))
        for one in others:
            day = short_day(meeting_day(one), self.today).ljust(13)
            line = Content.assemble((day, "$text-muted"), outcome(one, self.now))
            title = Content.styled(f"  {visible(one.title)}", "$text-muted")
            yield Part(line + title, subject=Record(Noun.INVITATION, one.id), joined=True)
