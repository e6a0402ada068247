"""How what a meeting led to is saved with the reflection on it, within one transaction."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from netjournal.errors import AmbiguousError, InvalidError, NotFoundError
from netjournal.journal import inviting
from netjournal.journal.whom import contact_named
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.invitation import InvitationDraft
from netjournal.model.occasion import Occasion
from netjournal.model.referral import ReferralDraft
from netjournal.model.upshot import PassedReferral, Promise, Someone, Upshot
from netjournal.store import contacts, follow_ups, referrals
from netjournal.store.store import Writing
from netjournal.text import clean_line, fold


def put(
    writing: Writing,
    meeting_id: int,
    occasion: Occasion,
    upshot: Upshot,
    now: datetime,
    newcomers: Mapping[int, str],
) -> dict[int, str]:
    """Adds all that a meeting led to; gives the names of the contacts it adds.

    `newcomers` are the contacts the same transaction added before, who may be meant as well.
    Raises InvalidError under the names of the upshot's fields, such as `referrals.0.partner`.
    """
    putting = _Putting(writing, meeting_id, occasion, now, newcomers)
    putting.put(upshot)
    return putting.added


class _Putting:
    def __init__(
        self,
        writing: Writing,
        meeting_id: int,
        occasion: Occasion,
        now: datetime,
        newcomers: Mapping[int, str],
    ) -> None:
        self.added: dict[int, str] = {}
        self._writing = writing
        self._meeting_id = meeting_id
        self._day = occasion.day
        self._now = now
        # They are found by name only once they are committed.
        self._newcomers = {fold(name): contact_id for contact_id, name in newcomers.items()}

    def put(self, upshot: Upshot) -> None:
        for answer in upshot.answers:
            with _at("answers"):
                inviting.answer(
                    self._writing.session, answer.invitation_id, answer.outcome, self._now
                )
        for one in upshot.invited:
            with _at("invited"):
                self._invite(one, upshot.next_meeting)
        for place, referral in enumerate(upshot.referrals):
            with _at(f"referrals.{place}", lost="partner"):
                self._refer(referral)
        for place, promise in enumerate(upshot.follow_ups):
            with _at(f"follow_ups.{place}", lost="contact"):
                self._promise(promise)

    def _invite(self, someone: Someone, meeting: Occasion | None) -> None:
        if meeting is None:
            sentence = "No next meeting is planned to invite them to; plan one in Groups first."
            raise InvalidError({"meeting": sentence})
        contact_id = self._contact(someone, "contact_id")
        draft = InvitationDraft(contact_id=contact_id, sent_on=self._day)
        inviting.send(self._writing, draft, meeting, self._now)

    def _refer(self, referral: PassedReferral) -> None:
        about = referral.prospect
        draft = ReferralDraft(
            direction=referral.direction,
            day=self._day,
            partner_id=self._contact(referral.partner, "partner_id"),
            prospect_id=None if about is None else self._contact(about, "prospect_id"),
            meeting_id=self._meeting_id,
            level=referral.level,
            note=referral.note,
        )
        referrals.add(self._writing.session, draft, self._writing.utc)

    def _promise(self, promise: Promise) -> None:
        contact_id = self._contact(promise.contact, "contact_id")
        draft = FollowUpDraft(contact_id=contact_id, what=promise.what, due=promise.due)
        follow_ups.add(self._writing.session, draft, self._writing.utc, self._now.date())

    def _contact(self, someone: Someone, field: str) -> int:
        """Whom is meant: one known by id or name, be it since a moment ago, or someone new."""
        if someone.contact_id is not None:
            return someone.contact_id
        try:
            known = self._newcomers.get(fold(someone.name))
            known = known or contact_named(self._writing.session, someone.name)
            return known or self._add(someone.name)
        except (AmbiguousError, InvalidError) as problem:
            raise InvalidError({field: str(problem)}) from problem

    def _add(self, name: str) -> int:
        added = contacts.add(self._writing.session, ContactDraft(name=name), self._writing.utc)
        self.added[added] = clean_line(name)
        self._newcomers[fold(name)] = added
        return added


@contextmanager
def _at(part: str, *, lost: str = "") -> Iterator[None]:
    """Says of whatever is refused within which part it is.

    `lost` is the part's field that names what may be gone from the journal.
    """
    try:
        yield
    except InvalidError as problem:
        raise InvalidError(
            {_named(part, field): sentence for field, sentence in problem.fields.items()}
        ) from problem
    except NotFoundError as problem:
        raise InvalidError({_named(part, lost): str(problem)}) from problem


def _named(part: str, field: str) -> str:
    return f"{part}.{field.removesuffix('_id')}" if "." in part else part
