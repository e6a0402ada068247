"""`netjournal follow-up`: notes what is to be done for someone, and that it is done."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past, day_to_come
from netjournal.cli.session import Session, journal_option
from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.model.follow_up import Fit, FollowUp, FollowUpDraft
from netjournal.text import fold, visible
from netjournal.when import read_coming_date, say_day, say_distance

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@click.group("follow-up")
def follow_up() -> None:
    """Note what you will do for someone, and that it is done.

    WHO is any part of a contact's name that fits no other, in quotes where it has a blank. WORDS
    are any part of what is to be done; they are needed only where WHO has several follow-ups.
    """


@follow_up.command()
@click.argument("who")
@click.argument("what", nargs=-1, required=True)
@click.option("--due", callback=day_to_come, metavar="DATE", help='Such as fri, or "in 2 weeks".')
@click.option("--fit", type=OneOf(Fit), help="How good a prospect they are.")
@journal_option
@click.pass_obj
def add(
    session: Session, who: str, what: tuple[str, ...], due: date | None, fit: Fit | None
) -> None:
    """Note WHAT is to be done for WHO."""
    today = session.clock.now().date()
    with session.writing() as journal:
        contact_id = journal.contacts.meant(who).id
        draft = FollowUpDraft(contact_id=contact_id, what=" ".join(what), due=due, fit=fit)
        added = journal.follow_ups.get(journal.follow_ups.add(draft))
    _say("Noted", added, _due(added.due, today), f"{added.fit} prospect" if added.fit else "")


@follow_up.command()
@click.argument("who")
@click.argument("words", nargs=-1)
@click.option("--answered/--unanswered", default=None, help="Whether they answered.")
@click.option("--on", "day", callback=day_past, metavar="DATE", help="When; else today.")
@journal_option
@click.pass_obj
def done(
    session: Session, who: str, words: tuple[str, ...], answered: bool | None, day: date | None
) -> None:
    """Note that the follow-up for WHO is done.

    Whether they answered can be said later too: by the same command, with --answered or
    --unanswered.
    """
    today = session.clock.now().date()
    sorts = (_is_open,) if answered is None else (_is_open, _is_unheard_of)
    with session.changing() as journal:
        meant = _meant(journal, who, words, sorts)
        journal.follow_ups.done(meant.id, answered, day)
        now = journal.follow_ups.get(meant.id)
    answer = {None: "", True: "they answered", False: "they did not answer"}[now.answered]
    _say("Done", now, say_day(now.done_on or today, today), answer)


@follow_up.command()
@click.argument("who")
@click.argument("until", metavar="DATE")
@click.argument("words", nargs=-1)
@journal_option
@click.pass_obj
def snooze(session: Session, who: str, until: str, words: tuple[str, ...]) -> None:
    """Put the follow-up for WHO off until DATE.

    DATE is such as fri or "in 2 weeks".
    """
    today = session.clock.now().date()
    day = read_coming_date(until, today)
    with session.changing() as journal:
        meant = _meant(journal, who, words, (_is_open,))
        journal.follow_ups.snooze(meant.id, day)
    _say("Put off", meant, _due(day, today))


@follow_up.command()
@click.argument("who")
@click.argument("words", nargs=-1)
@journal_option
@click.pass_obj
def reopen(session: Session, who: str, words: tuple[str, ...]) -> None:
    """Take back that the follow-up for WHO is done."""
    today = session.clock.now().date()
    with session.changing() as journal:
        meant = _meant(journal, who, words, (_is_done,))
        journal.follow_ups.reopen(meant.id)
    _say("Open again", meant, _due(meant.due, today))


def _meant(
    journal: "Journal", who: str, words: Sequence[str], sorts: Sequence[Callable[[FollowUp], bool]]
) -> FollowUp:
    """The only follow-up for someone that holds the words, of the first sort there is any of."""
    whom = journal.contacts.meant(who)
    wanted = fold(" ".join(words))
    holding = [one for one in journal.follow_ups.of(whom.id) if wanted in fold(one.what)]
    fits = next((found for sort in sorts if (found := list(filter(sort, holding)))), [])
    if not fits:
        raise NotFoundError(f"There is no such follow-up for {whom.name}.")
    # Those that say the same are as good as one another, and the soonest due comes first.
    if len({fold(one.what) for one in fits}) > 1:
        said = tuple(one.what for one in fits)
        raise AmbiguousError(
            f"There are {len(said)} such follow-ups for {whom.name}: {'; '.join(said)}. "
            "Type some words of the one that is meant.",
            said,
        )
    return fits[0]


def _is_open(follow_up: FollowUp) -> bool:
    return follow_up.done_on is None


def _is_done(follow_up: FollowUp) -> bool:
    return follow_up.done_on is not None


def _is_unheard_of(follow_up: FollowUp) -> bool:
    return follow_up.done_on is not None and follow_up.answered is None


def _due(day: date | None, today: date) -> str:
    return "" if day is None else f"due {say_day(day, today)}, {say_distance(day, today)}"


def _say(verb: str, follow_up: FollowUp, *more: str) -> None:
    said = (f"{verb}, for {follow_up.name}: {follow_up.what}", *more)
    click.echo(visible(" · ".join(filter(None, said))))
