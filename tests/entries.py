"""What tests write into a journal: a small one that touches every table, and the parts of it."""

from datetime import date, datetime, time
from decimal import Decimal

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import Fit, FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft
from netjournal.model.me import MeDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.review import ReviewDraft
from netjournal.model.schedule import Schedule

TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU",
    anchor=date(2026, 11, 17),
    start_time=time(7),
    duration_minutes=90,
)
STEADY = ReflectionDraft(energy=3, confidence=4, pushiness=1)


def at(moment: str) -> datetime:
    """A local moment from `YYYY-MM-DDTHH:MM`."""
    return datetime.fromisoformat(moment)


def present(*names: str) -> tuple[AttendanceDraft, ...]:
    """New contacts who were there."""
    return tuple(AttendanceDraft(name=name) for name in names)


def one_off(moment: str, title: str = "Breakfast") -> Occasion:
    """A meeting of no group that isn't recorded."""
    return Occasion(start=at(moment), group_id=None, meeting_id=None, name=title)


def fill(journal: Journal) -> None:
    """A few months of a small life: every recorded table has rows."""
    inviter = journal.contacts.add(
        ContactDraft(
            name="Ana Ruiz",
            organisation="Ruiz & Sons",
            emails=("ana@ruiz.example",),
            phones=("+34 600 000 000",),
            tags=("print", "north"),
            notes="Asks about the marathon.",
        )
    )
    group = journal.groups.join(
        GroupDraft(name="Riverside", invited_by=inviter), TUESDAYS, "People who ring back."
    )
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE,
            day=date(2026, 11, 5),
            contact_ids=(inviter,),
            minutes=45,
            group_id=group,
            asked=False,
            note="Her father's press.",
        )
    )
    journal.follow_ups.add(
        FollowUpDraft(
            contact_id=inviter, what="Send her the deck", due=date(2026, 11, 27), fit=Fit.GOOD
        )
    )
    journal.memberships.add(
        MembershipDraft(contact_id=inviter, group_id=group, role="Chair", since=date(2024, 3, 1))
    )
    journal.contacts.set_tag_cadence("print", 30)
    journal.me.revise(
        MeDraft(classification="Notary", habits=("Arrive early",), pitch="I read the small print.")
    )
    journal.reviews.put(
        ReviewDraft(week=date(2026, 11, 2), note="A calm week.", habits=("Arrive early",))
    )
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        occasion = journal.meetings.occasion(group, date.fromisoformat(day))
        known = AttendanceDraft(contact_id=inviter, name="Ana Ruiz", talked=True, note=f"On {day}")
        journal.meetings.reflect(occasion, STEADY, (known, *present(f"Guest of {day}")))
    journal.meetings.reflect(one_off("2026-11-12T08:00"), STEADY)
    journal.invitations.send(
        InvitationDraft(contact_id=inviter, sent_on=date(2026, 11, 9)),
        journal.meetings.occasion(group, date(2026, 11, 17)),
    )
    referral = journal.referrals.add(
        ReferralDraft(
            direction=Direction.RECEIVED,
            day=date(2026, 11, 10),
            partner_id=inviter,
            group_id=group,
            level=4,
            note="Her cousin's shop.",
        ),
        prospect="Guest of 2026-11-03",
    )
    journal.business.close(
        BusinessDraft(amount=Decimal("1250.50"), day=date(2026, 11, 19), referral_id=referral)
    )
    journal.drafts.keep("form-1", "contact", "", '{"name": "Li"}')
