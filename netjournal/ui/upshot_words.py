"""What a meeting led to, said in a few words for each thing noted."""

from collections.abc import Iterator
from datetime import date

from netjournal.model.referral import LEVELS, Direction
from netjournal.model.upshot import PassedReferral, Promise, Upshot
from netjournal.text import clean_line
from netjournal.when import say_day


def told(upshot: Upshot, today: date) -> Iterator[str]:
    """Each thing that was noted with a reflection."""
    if upshot.answers:
        many = len(upshot.answers)
        yield f"{many} invitation{'s' * (many != 1)} answered"
    if upshot.invited and upshot.next_meeting is not None:
        names = ", ".join(clean_line(one.name) for one in upshot.invited)
        yield f"invited {names} to {say_day(upshot.next_meeting.day, today)}"
    yield from map(_referral, upshot.referrals)
    for promise in upshot.follow_ups:
        yield _promise(promise, today)


def _referral(referral: PassedReferral) -> str:
    given = referral.direction is Direction.GIVEN
    way = "a referral to" if given else "a referral from"
    about = f" about {clean_line(referral.prospect.name)}" if referral.prospect else ""
    level = f" ({LEVELS[referral.level - 1]})" if referral.level else ""
    return f"{way} {clean_line(referral.partner.name)}{about}{level}"


def _promise(promise: Promise, today: date) -> str:
    due = f" by {say_day(promise.due, today)}" if promise.due else ""
    return f"for {clean_line(promise.contact.name)}: {clean_line(promise.what)}{due}"
