"""What can be done with follow-ups."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from netjournal.errors import InvalidError
from netjournal.journal.ledger import Ledger
from netjournal.model.follow_up import FollowUp, FollowUpDraft
from netjournal.store import contacts, follow_ups
from netjournal.when import say_day


class FollowUps:
    """What is to be done for people, and what was."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, draft: FollowUpDraft) -> int:
        """Adds a follow-up; gives its id. It may have been due long ago."""
        self._refuse_done_in_future(draft.done_on)
        label = f"Noted a follow-up for {self._name(draft.contact_id)}"
        with self._ledger.change(label) as writing:
            return follow_ups.add(writing.session, draft, writing.utc, self._today())

    def revise(self, follow_up_id: int, draft: FollowUpDraft) -> None:
        """Changes what is said of a follow-up."""
        self._refuse_done_in_future(draft.done_on)
        label = f"Changed a follow-up for {self._name(draft.contact_id)}"
        with self._ledger.change(label) as writing:
            follow_ups.change(writing.session, follow_up_id, draft)

    def delete(self, follow_up_id: int) -> None:
        """Removes a follow-up."""
        with self._ledger.change(f"Deleted {self._label(follow_up_id)}") as writing:
            follow_ups.remove(writing.session, follow_up_id)

    def done(self, follow_up_id: int, answered: bool | None = None, on: date | None = None) -> None:
        """Notes that a follow-up is done, today or on a day, and whether they answered.

        One that is done already keeps what isn't said anew.
        """
        self._refuse_done_in_future(on)
        follow_up = self.get(follow_up_id)
        self._amend(
            follow_up,
            "Did",
            done_on=on or follow_up.done_on or self._today(),
            answered=follow_up.answered if answered is None else answered,
        )

    def reopen(self, follow_up_id: int) -> None:
        """Takes back that a follow-up is done."""
        self._amend(self.get(follow_up_id), "Reopened", done_on=None, answered=None)

    def snooze(self, follow_up_id: int, until: date) -> None:
        """Makes an open follow-up due on a later day; InvalidError for a day that has passed."""
        follow_up = self.get(follow_up_id)
        if follow_up.done_on is not None:
            raise InvalidError({"due": "This follow-up is done; reopen it first."})
        if until < self._today():
            sentence = f"{say_day(until)} has passed; put it off to a day to come."
            raise InvalidError({"due": sentence})
        self._amend(follow_up, "Put off", due=until)

    def get(self, follow_up_id: int) -> FollowUp:
        """A follow-up; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return follow_ups.get(session, follow_up_id)

    def open(self, until: date | None = None) -> tuple[FollowUp, ...]:
        """The open follow-ups, soonest due first and without a date last; or those due by a day."""
        with self._ledger.read() as session:
            return follow_ups.open_ones(session, until)

    def all(self) -> tuple[FollowUp, ...]:
        """Every follow-up: the open ones, soonest due first, then the latest done."""
        with self._ledger.read() as session:
            return follow_ups.every(session)

    def of(self, contact_id: int) -> tuple[FollowUp, ...]:
        """A contact's follow-ups: the open ones, soonest due first, then the latest done."""
        with self._ledger.read() as session:
            return follow_ups.of(session, contact_id)

    def _amend(self, follow_up: FollowUp, verb: str, **said: Any) -> None:
        stood = {field.name: getattr(follow_up, field.name) for field in fields(FollowUpDraft)}
        draft = replace(FollowUpDraft(**stood), **said)
        with self._ledger.change(f"{verb} a follow-up for {follow_up.name}") as writing:
            follow_ups.change(writing.session, follow_up.id, draft)

    def _label(self, follow_up_id: int) -> str:
        return f"a follow-up for {self.get(follow_up_id).name}"

    def _name(self, contact_id: int) -> str:
        with self._ledger.read() as session:
            return contacts.get(session, contact_id).name

    def _today(self) -> date:
        return self._ledger.clock.now().date()

    def _refuse_done_in_future(self, done_on: date | None) -> None:
        if done_on is not None and done_on > self._today():
            sentence = f"{say_day(done_on)} is still to come; leave it open until then."
            raise InvalidError({"done_on": sentence})
