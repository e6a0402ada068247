"""Give & get: what went either way, and what is done with it in one key each."""

from functools import partial
from typing import Any

from textual.binding import Binding

from netjournal.model.change import Noun
from netjournal.model.invitation import Invitation, Outcome
from netjournal.model.referral import LEVELS, Referral, ReferralStatus
from netjournal.ui.screens import giving, inviting
from netjournal.ui.screens.asking import say
from netjournal.ui.screens.give_and_get_figures import EvidenceLine
from netjournal.ui.screens.give_and_get_invitations import WholeInvitation
from netjournal.ui.screens.give_and_get_referrals import WholeReferral
from netjournal.ui.screens.give_and_get_viewing import AnyView, ViewingScreen
from netjournal.ui.screens.give_and_get_words import TO
from netjournal.ui.screens.person import Record

_OF_REFERRALS = frozenset({"move", "warm", "spin_off"})
_OF_INVITATIONS = frozenset({"answer", "reopen"})


class GiveAndGetScreen(ViewingScreen):
    """Referrals, invitations, figures: the keys of what is under the cursor."""

    BINDINGS = [
        Binding("n", "new", "New", id="give.new", tooltip="Note a referral, or an invitation"),
        Binding("y", "answer('came')", "Came", id="give.came", tooltip="They came"),
        Binding("x", "answer('no-show')", "No-show", id="give.no_show", tooltip="They didn't come"),
        Binding(
            "c", "move('contacted')", "Contacted", id="give.contacted", tooltip="They are in touch"
        ),
        Binding("w", "move('won')", "Won", id="give.won", tooltip="It became business"),
        Binding("l", "move('lost')", "Lost", id="give.lost", tooltip="Nothing comes of it"),
        Binding(
            "p",
            "move('passed')",
            "Passed",
            show=False,
            id="give.passed",
            tooltip="Back to passed: nothing has happened yet",
        ),
        Binding("b", "business", "Business", id="give.business", tooltip="Note an amount invoiced"),
        Binding(
            "plus,equals_sign",
            "warm(1)",
            "Warmer",
            show=False,
            id="give.warmer",
            tooltip="A level up",
        ),
        Binding(
            "minus", "warm(-1)", "Cooler", show=False, id="give.cooler", tooltip="A level down"
        ),
        Binding(
            "s",
            "spin_off",
            "Spin-off",
            id="give.spin_off",
            tooltip="Note a referral that came out of this one",
        ),
        Binding("c", "answer('declined')", "Declined", id="give.declined", tooltip="They declined"),
        Binding("o", "reopen", "Reopen", id="give.reopen", tooltip="Take back the answer"),
        Binding("i", "invite", "Invite", id="give.invite", tooltip="Invite someone to a meeting"),
        Binding("e", "edit", "Edit", id="give.edit", tooltip="Change the referral or the amount"),
        Binding("d", "delete", "Delete", id="give.delete", tooltip="Delete it, or the amount"),
    ]

    @property
    def referral(self) -> Referral | None:
        """The referral under the cursor."""
        return self.record.referral if isinstance(self.record, WholeReferral) else None

    @property
    def invitation(self) -> Invitation | None:
        """The invitation under the cursor."""
        return self.record.invitation if isinstance(self.record, WholeInvitation) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers what can be done with what is under the cursor."""
        if action in _OF_REFERRALS:
            return self.referral is not None
        if action == "business":
            return self.view is not self.invitations
        if action == "answer":
            return self.invitation is not None and self.invitation.outcome is Outcome.PENDING
        if action == "reopen":
            return self.invitation is not None and self.invitation.answered
        if action == "edit":
            return self.referral is not None or self._amount is not None
        if action == "delete":
            return any(one is not None for one in (self.referral, self.invitation, self._amount))
        return super().check_action(action, parameters)

    def action_new(self) -> None:
        """Notes a referral; among the invitations, one more."""
        if self.view is self.invitations:
            self.action_invite()
        else:
            giving.note_referral(self, then=partial(self._come_to, self.referrals))

    def action_invite(self) -> None:
        """Notes that someone is invited."""
        inviting.invite(self, then=partial(self._come_to, self.invitations))

    def action_spin_off(self) -> None:
        """Notes a referral that came out of this one."""
        if self.referral is not None:
            giving.note_referral(
                self, source=self.referral, then=partial(self._come_to, self.referrals)
            )

    def action_business(self) -> None:
        """Notes an amount that was invoiced, of the referral if there is one."""
        giving.close_business(self, self.referral.id if self.referral else None)

    def action_move(self, status: str) -> None:
        """Says how far the referral has come."""
        if (referral := self.referral) is None:
            return
        if referral.status == status:
            say(self, f"It is {status} already")
            return
        self.keep_place(along=_to_be_invoiced(referral, status))
        self.act(
            lambda journal: journal.referrals.move(referral.id, ReferralStatus(status)),
            lambda _: say(self, _moved(referral, status)),
        )

    def action_warm(self, by: int) -> None:
        """Says that the referral was a level warmer, or cooler; below the first none is said."""
        if (referral := self.referral) is None:
            return
        level = min(max((referral.level or 0) + by, 0), len(LEVELS))
        if level != (referral.level or 0):
            self.act(lambda journal: journal.referrals.rate(referral.id, level or None))

    def action_answer(self, outcome: str) -> None:
        """Says what became of the invitation."""
        if self.invitation is not None:
            self.keep_place()
            inviting.answer_invitation(self, self.invitation.id, Outcome(outcome))

    def action_reopen(self) -> None:
        """Takes back what was said to have become of the invitation."""
        if self.invitation is not None:
            self.keep_place()
            inviting.reopen_invitation(self, self.invitation.id)

    def action_edit(self) -> None:
        """Changes the amount pointed at, or the referral."""
        if (amount := self._amount) is not None:
            giving.change_business(self, amount)
        elif self.referral is not None:
            giving.change_referral(self, self.referral.id)

    def action_delete(self) -> None:
        """Deletes the amount pointed at, the referral or the invitation, once confirmed."""
        if (amount := self._amount) is not None:
            giving.delete_business(self, amount)
        elif self.referral is not None:
            giving.delete_referral(self, self.referral.id)
        elif self.invitation is not None:
            inviting.withdraw_invitation(self, self.invitation.id)

    def _come_to(self, view: AnyView, record: int) -> None:
        """Goes to what was noted just now, if such are listed."""
        if self.view is view and not self.is_open:
            self.come_to(record)

    @property
    def _amount(self) -> int | None:
        """The id of the business pointed at, in an opened referral or behind a figure."""
        subject: Any = self.sheet.subject if self.is_open else None
        if isinstance(self.record, EvidenceLine):
            subject = Record(self.record.evidence.noun, self.record.evidence.record_id)
        if isinstance(subject, Record) and subject.noun is Noun.BUSINESS:
            return subject.id
        return None


def _to_be_invoiced(referral: Referral, status: str) -> bool:
    """Whether what it brought is noted next, so that the cursor goes along."""
    return status == ReferralStatus.WON and referral.business is None


def _moved(referral: Referral, status: str) -> str:
    said = f"{status.capitalize()}: {TO[referral.direction]} {referral.partner}"
    if _to_be_invoiced(referral, status):
        return f"{said}; b notes what it brought, u takes it back"
    return f"{said}; u takes it back"
