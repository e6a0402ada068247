"""The give and get among a crowd: referrals, business and invitations, spread over its years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from netjournal.model.business import BusinessDraft, Origin
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.referral import Direction, ReferralDraft, ReferralStatus
from netjournal.sample.sample import SampleBusiness, SampleInvitation, SampleReferral

YEARS = timedelta(days=3652)
"""The time that all is spread over."""

_NOTES = ("", "", "Rang ahead.", "They had asked twice.", "A long shot.")
_FOR_EACH_SUM = 2
_FOR_EACH_INVITATION = 2
"""One for so many referrals."""
_IN_CHAINS = 3
"""One referral in so many came out of another."""
_OF_A_MEETING = 4
"""One in so many names the meeting it was passed at; as many name no group."""
_LEAD = 6
_ANSWERS = tuple(Outcome)
_ORIGINS = tuple(Origin)


@dataclass(frozen=True, slots=True)
class Among:
    """A crowd with its sizes; contacts, meetings and groups are numbered from 1."""

    today: date
    contacts: int
    meetings: int
    groups: int

    def referrals(self, random: Random, count: int) -> Iterator[SampleReferral]:
        """So many referrals, oldest first, none where there aren't two contacts."""
        for number in range(1, count + 1) if self.contacts > 1 else ():
            day = self._day(number, count)
            partner = 1 + random.randrange(self.contacts)
            # Another, round the circle of all of them.
            about = 1 + (partner + random.randrange(self.contacts - 1)) % self.contacts
            draft = ReferralDraft(
                direction=tuple(Direction)[number % 2],
                day=day,
                partner_id=partner,
                prospect_id=about if number % 5 else None,
                group_id=self._group(number),
                meeting_id=self._meeting(number, count),
                level=1 + random.randrange(5) if number % 7 else None,
                status=tuple(ReferralStatus)[random.randrange(4)],
                source_id=number - 1 if number % _IN_CHAINS == 0 else None,
                note=_NOTES[number % len(_NOTES)],
            )
            yield SampleReferral(number, datetime.combine(day, time(20), UTC), draft)

    def business(self, random: Random, referrals: int) -> Iterator[SampleBusiness]:
        """What so many referrals brought, and what came by other ways."""
        count = referrals // _FOR_EACH_SUM if self.contacts > 1 else 0
        for number in range(1, count + 1):
            day = self._day(number, count)
            # A few referrals bring many sums.
            passed = 1 + random.randrange(number * _FOR_EACH_SUM) // 4
            by_itself = number % 5 == 0
            draft = BusinessDraft(
                amount=Decimal(100 + random.randrange(500_000)) / 100,
                day=day,
                client_id=1 + random.randrange(self.contacts) if by_itself else None,
                referral_id=None if by_itself else passed,
                origin=_ORIGINS[number % len(_ORIGINS)] if by_itself else None,
            )
            yield SampleBusiness(datetime.combine(day, time(20), UTC), draft)

    def invitations(self, random: Random, referrals: int) -> Iterator[SampleInvitation]:
        """Half as many as there are referrals, each of a contact of its own."""
        count = min(referrals // _FOR_EACH_INVITATION, self.contacts) if self.meetings else 0
        for number in range(1, count + 1):
            meeting = 1 + (number - 1) * self.meetings // count
            day = start_of(self.today, meeting, self.meetings).date() - timedelta(days=_LEAD)
            group = meeting % self.groups + 1
            version = 2 * group - (day < self.today - YEARS / 2)
            draft = InvitationDraft(
                contact_id=1 + (number - 1) * self.contacts // count,
                sent_on=day,
                outcome=random.choice(_ANSWERS),
            )
            sent_at = datetime.combine(day, time(9), UTC)
            yield SampleInvitation(sent_at, draft, meeting, version)

    def _day(self, number: int, count: int) -> date:
        """The day of one of so many, all before today."""
        return self.today - YEARS + timedelta(days=(YEARS.days - 1) * number // count)

    def _group(self, number: int) -> int | None:
        """None for one in so many that names its meeting, and for as many that were outside."""
        if not self.groups or number % _OF_A_MEETING < 2:
            return None
        return number % self.groups + 1

    def _meeting(self, number: int, count: int) -> int | None:
        """The last meeting before one of so many was passed."""
        if not self.meetings or number % _OF_A_MEETING:
            return None
        return max(number * self.meetings // count, 1)


def start_of(today: date, meeting: int, meetings: int) -> datetime:
    """When one of so many meetings of a crowd began."""
    first = datetime.combine(today - YEARS - timedelta(days=1), time(7))
    return (first + YEARS * (meeting - 1) / meetings).replace(second=0, microsecond=0)
