"""The give and get of the sample life: referrals in chains, and the business they brought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import count

from netjournal.model.business import BusinessDraft
from netjournal.model.referral import ReferralDraft
from netjournal.sample.cast import Beyond, Cast
from netjournal.sample.dealings import INVOICES, PASSINGS, Passing, Through
from netjournal.sample.fates import Fate
from netjournal.sample.sample import SampleBusiness, SampleMeeting, SampleReferral

_EVENING = time(20)


@dataclass(frozen=True, slots=True)
class _Passed:
    """A referral as it went, with the invoices that followed."""

    draft: ReferralDraft
    paid: Sequence[BusinessDraft]


def exchange(
    cast: Cast, groups: Sequence[Fate], meetings: Sequence[SampleMeeting]
) -> tuple[list[SampleReferral], list[SampleBusiness]]:
    """The referrals of all groups, whose ids are their places, and all business."""
    teller = _Teller(cast, groups, meetings)
    told = [each for passing in PASSINGS for each in teller.told(passing, None)]
    referrals = [
        SampleReferral(number, _noted(each.draft.day), each.draft)
        for number, each in enumerate(told, 1)
    ]
    invoices = [invoice for each in told for invoice in each.paid]
    invoices += teller.invoices()
    invoices.sort(key=lambda invoice: invoice.day)
    return referrals, [SampleBusiness(_noted(each.day), each) for each in invoices]


class _Teller:
    """Says when each referral was passed, and what it came out of."""

    def __init__(
        self, cast: Cast, groups: Sequence[Fate], meetings: Sequence[SampleMeeting]
    ) -> None:
        self._cast = cast
        self._groups = groups
        self._meetings = meetings
        self._ids = count(1)
        self._yesterday = cast.today - timedelta(days=1)

    def told(self, passing: Passing, source: tuple[int, date] | None) -> Iterator[_Passed]:
        """A referral, and then all that came out of it."""
        cast, number = self._cast, next(self._ids)
        partner = cast.contact(passing.partner)
        about = passing.about and cast.contact(passing.about)
        day = self._day(passing, (partner, about), source)
        group = self._group(passing)
        meeting = self._meeting(group, partner, day) if passing.through is Through.MEETING else None
        day = meeting.draft.start.date() if meeting else day
        draft = ReferralDraft(
            direction=passing.way,
            day=day,
            partner_id=partner,
            prospect_id=about,
            group_id=group if passing.through is Through.GROUP else None,
            meeting_id=meeting.id if meeting else None,
            level=passing.level,
            status=passing.status,
            source_id=source and source[0],
            note=passing.note,
        )
        yield _Passed(draft, self._paid(passing, number, day))
        for each in passing.then:
            yield from self.told(each, (number, day))

    def invoices(self) -> Iterator[BusinessDraft]:
        """What no referral brought."""
        for each in INVOICES:
            client = each.client and self._cast.contact(each.client)
            day = self._cast.today - timedelta(days=each.ago)
            yield BusinessDraft(
                amount=Decimal(each.amount),
                day=max(day, self._cast.met.get(client or 0, day)),
                client_id=client,
                origin=each.origin,
            )

    def _day(
        self, passing: Passing, people: Sequence[int | None], source: tuple[int, date] | None
    ) -> date:
        """The day that is told, or when everyone is known and what it came out of is passed."""
        day = self._cast.today - timedelta(days=passing.ago)
        known = [self._cast.met.get(person or 0, day) for person in people]
        return max(day, *known, source[1] if source else day)

    def _group(self, passing: Passing) -> int | None:
        where, _ = passing.partner
        return None if isinstance(where, Beyond) else self._groups.index(where) + 1

    def _meeting(self, group: int | None, partner: int, day: date) -> SampleMeeting | None:
        """The group's last meeting up to a day with the partner there."""
        return next(
            (
                meeting
                for meeting in reversed(self._meetings)
                if meeting.draft.group_id == group
                and meeting.draft.start.date() <= day
                and any(there.contact_id == partner for there in meeting.attendances)
            ),
            None,
        )

    def _paid(self, passing: Passing, number: int, day: date) -> Sequence[BusinessDraft]:
        return [
            BusinessDraft(
                amount=Decimal(amount),
                day=min(day + timedelta(days=after), self._yesterday),
                referral_id=number,
            )
            for after, amount in passing.paid
        ]


def _noted(day: date) -> datetime:
    return datetime.combine(day, _EVENING, UTC)
