"""The forms about what is given and got, and what saving each does in the journal."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from netjournal.amounts import say_amount
from netjournal.model.business import Business
from netjournal.model.invitation import Invitation, Outcome
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Referral, ReferralLook
from netjournal.text import visible
from netjournal.ui.screens.asking import Screen, delete, finder, groups_of, note, say, today
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.model.meeting import Meeting
    from netjournal.ui.dialogs.invitation import Invite, Place
    from netjournal.ui.dialogs.referral import ReferralsFinder, ReferralsOffer

_MOST_SOURCES = 200
"""How many referrals of a person are offered as what another came out of, the latest."""


def note_referral(
    screen: Screen, partner: Named | None = None, *, source: Referral | None = None
) -> None:
    """Asks for a referral given or received, and notes it."""
    from netjournal.ui.dialogs.referral import ReferralDialog

    def ask(groups: tuple[Named, ...]) -> None:
        dialog = ReferralDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            partner=partner,
            groups=groups,
            source=source,
        )
        note(
            screen,
            dialog,
            lambda journal, noted: journal.referrals.add(
                noted.draft, prospect=noted.prospect, partner=noted.partner
            ),
        )

    screen.read(groups_of, ask, lane="form")


def change_referral(screen: Screen, referral_id: int) -> None:
    """Asks what is different about a referral."""
    from netjournal.ui.dialogs.referral import ReferralDialog

    def ask(found: tuple[Referral, Referral | None, tuple[Named, ...]]) -> None:
        referral, source, groups = found
        dialog = ReferralDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            groups=groups,
            source=source,
            referral=referral,
        )
        screen.ask(
            dialog,
            lambda journal, noted: journal.referrals.revise(
                referral_id, noted.draft, prospect=noted.prospect, partner=noted.partner
            ),
        )

    def read(journal: "Journal") -> tuple[Referral, Referral | None, tuple[Named, ...]]:
        with journal.moment():
            referral = journal.referrals.get(referral_id)
            source_id = referral.source_id
            source = journal.referrals.get(source_id) if source_id is not None else None
            return referral, source, groups_of(journal)

    screen.read(read, ask, lane="form")


def delete_referral(screen: Screen, referral_id: int) -> None:
    """Deletes a referral, once that was confirmed."""
    from netjournal.ui.dialogs.referral import named

    def ask(referral: Referral) -> None:
        day = say_day(referral.day, today(screen))
        delete(
            screen,
            f"Delete the referral {visible(named(referral))}, {day}?",
            lambda journal: journal.referrals.delete(referral_id),
            detail=_what_stays(referral),
        )

    screen.read(lambda journal: journal.referrals.get(referral_id), ask, lane="form")


def close_business(screen: Screen, referral_id: int | None = None) -> None:
    """Asks for an amount that was invoiced, of a referral if one is named, and notes it."""
    from netjournal.ui.dialogs.business import BusinessDialog

    def ask(referral: Referral | None) -> None:
        dialog = BusinessDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            currency=screen.desk.preferences.currency,
            referral=referral,
        )
        note(screen, dialog, lambda journal, draft: journal.business.close(draft))

    if referral_id is None:
        ask(None)
    else:
        screen.read(lambda journal: journal.referrals.get(referral_id), ask, lane="form")


def change_business(screen: Screen, business_id: int) -> None:
    """Asks what is different about closed business."""
    from netjournal.ui.dialogs.business import BusinessDialog

    def ask(found: tuple[Business, Referral | None]) -> None:
        business, referral = found
        dialog = BusinessDialog(
            today(screen),
            finder(screen),
            _referrals_finder(screen),
            currency=screen.desk.preferences.currency,
            referral=referral,
            business=business,
        )
        screen.ask(dialog, lambda journal, draft: journal.business.revise(business_id, draft))

    def read(journal: "Journal") -> tuple[Business, Referral | None]:
        with journal.moment():
            business = journal.business.get(business_id)
            brought = business.referral_id
            return business, journal.referrals.get(brought) if brought is not None else None

    screen.read(read, ask, lane="form")


def delete_business(screen: Screen, business_id: int) -> None:
    """Deletes closed business, once that was confirmed."""

    def ask(business: Business) -> None:
        amount = say_amount(business.amount, screen.desk.preferences.currency)
        client = f" with {visible(business.client)}" if business.client else ""
        delete(
            screen,
            f"Delete the business of {amount}{client}, {say_day(business.day, today(screen))}?",
            lambda journal: journal.business.delete(business_id),
            detail="The referral that brought it stays.",
        )

    screen.read(lambda journal: journal.business.get(business_id), ask, lane="form")


def invite(screen: Screen, person: Named | None = None) -> None:
    """Asks whom I invited to which meeting, and notes it."""
    from netjournal.ui.dialogs.invitation import InvitationDialog

    def ask(places: "tuple[Place, ...]") -> None:
        if not places:
            say(screen, "Add a group or a one-off to come first; then you can invite to it.")
            return
        screen.ask(
            InvitationDialog(today(screen), finder(screen), places, person),
            _send,
            lambda sent: say(screen, _is_invited(sent, today(screen))),
        )

    screen.read(_places, ask, lane="form")


def answer_invitation(screen: Screen, invitation_id: int, outcome: Outcome) -> None:
    """Notes what became of an invitation."""

    def answer(journal: "Journal") -> Invitation:
        journal.invitations.answer(invitation_id, outcome)
        return journal.invitations.get(invitation_id)

    screen.act(answer, lambda now: say(screen, f"{now.name}: {now.outcome}; u takes it back"))


def reopen_invitation(screen: Screen, invitation_id: int) -> None:
    """Takes back what was said to have become of an invitation."""

    def reopen(journal: "Journal") -> Invitation:
        journal.invitations.reopen(invitation_id)
        return journal.invitations.get(invitation_id)

    screen.act(reopen, lambda now: say(screen, f"{now.name}: {now.outcome} again"))


def ask_outcome(screen: Screen, invitation_id: int) -> None:
    """Asks what became of an invitation, and notes it."""
    from netjournal.ui.dialogs.invitation import AnswerDialog

    def ask(invitation: Invitation) -> None:
        def answered(outcome: Outcome | None) -> None:
            if outcome is Outcome.PENDING:
                reopen_invitation(screen, invitation_id)
            elif outcome is not None:
                answer_invitation(screen, invitation_id, outcome)

        screen.app.push_screen(AnswerDialog(invitation, today(screen)), answered)

    screen.read(lambda journal: journal.invitations.get(invitation_id), ask, lane="form")


def withdraw_invitation(screen: Screen, invitation_id: int) -> None:
    """Removes an invitation, once that was confirmed."""

    def ask(invitation: Invitation) -> None:
        whom, where = visible(invitation.name), visible(invitation.title)
        day = say_day(datetime.fromisoformat(invitation.start).date(), today(screen))
        delete(
            screen,
            f"Delete the invitation of {whom} to {where}, {day}?",
            lambda journal: journal.invitations.withdraw(invitation_id),
            detail="As if they had never been invited; to keep that they were, answer it instead.",
        )

    screen.read(lambda journal: journal.invitations.get(invitation_id), ask, lane="form")


def _referrals_finder(screen: Screen) -> "ReferralsFinder":
    """Finds the referrals with or about some contacts."""
    return partial(_find_referrals, screen)


def _find_referrals(screen: Screen, people: Sequence[int], offer: "ReferralsOffer") -> None:
    def read(journal: "Journal") -> tuple[Referral, ...]:
        with journal.moment():
            looks = (ReferralLook(contact_id=person) for person in people)
            found = [
                one
                for look in looks
                for one in journal.referrals.pages(look).page(0, _MOST_SOURCES)
            ]
        return tuple({one.id: one for one in found}.values())

    screen.read(read, offer, lane="sources")


def _what_stays(referral: Referral) -> str:
    if referral.business is not None:
        return "What came out of it stays, and so does the business it brought."
    return "What came out of it stays." if referral.spin_offs else "u takes it back."


def _places(journal: "Journal") -> "tuple[Place, ...]":
    """The groups, and the one-offs to come."""
    from netjournal.ui.dialogs.invitation import Place

    now = journal.clock.now()
    with journal.moment():
        groups = tuple(
            Place(line.name, _moment(line.next_start), group_id=line.id)
            for line in journal.groups.lines()
        )
        to_come = journal.meetings.all(since=now.date())
    one_offs = (
        Place(f"{one.name}, {say_day(one.start.date(), now.date())}", one_off=_occasion(one))
        for one in to_come
        if one.group_id is None and not one.cancelled and one.start > now
    )
    return (*groups, *one_offs)


def _is_invited(sent: Invitation, day: date) -> str:
    when = say_day(datetime.fromisoformat(sent.start).date(), day)
    return f"{sent.name} is invited to {sent.title}, {when}; u takes it back"


def _send(journal: "Journal", invite: "Invite") -> Invitation:
    occasion = invite.place.one_off
    if occasion is None:
        assert invite.place.group_id is not None
        occasion = journal.invitations.next_of(invite.place.group_id, invite.day)
    sent = journal.invitations.send(invite.draft, occasion, name=invite.name)
    return journal.invitations.get(sent)


def _occasion(meeting: "Meeting") -> Occasion:
    return Occasion(
        start=meeting.start,
        group_id=None,
        meeting_id=meeting.id,
        name=meeting.name,
        duration_minutes=meeting.duration_minutes,
        place=meeting.place,
    )


def _moment(start: str | None) -> datetime | None:
    return datetime.fromisoformat(start) if start else None
