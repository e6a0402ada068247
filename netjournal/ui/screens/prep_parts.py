"""The parts of the prep page as text, and the columns of who is likely there."""

from datetime import date

from textual.content import Content

from netjournal.model.follow_up import FollowUp
from netjournal.model.prep import Likely, Prep
from netjournal.text import visible
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import Page, as_text, short_day
from netjournal.ui.widgets.pips import depth
from netjournal.when import say_day, say_distance, say_range

PROMISES = 3
"""How many promises the page names at most; the others stand beside whom they are for."""


def preparation(prep: Prep, promises: int = PROMISES) -> Content:
    """Which meeting, what to give, some of what was promised, and what to find out."""
    today = prep.now.date()
    page = Page(prep.name, _when(prep))
    page.facts(
        ("Give first", _gift(prep)),
        *_promised(prep, promises, today),
        ("Find out", _to_find_out(prep)),
    )
    return page.content()


def likely_columns() -> tuple[Column[Likely], ...]:
    """Someone who is likely there, as one row."""
    return (
        Column("Likely there", lambda person: person.name, share=2),
        Column("Depth", lambda person: depth(person.depth), width=5),
        Column(
            "Seen",
            lambda person: f"{person.seen}" if person.seen else "",
            width=4,
            hidden_below=52,
            right=True,
        ),
        Column("Missing", _missing, width=17),
        Column("", _sign, width=9, hidden_below=60),
        Column("Why", lambda person: person.why, share=3, hidden_below=110, muted=True),
    )


def person_page(person: Likely | None, prep: Prep) -> Content:
    """Whoever is pointed at: why, promises, and what I noted last."""
    if person is None:
        return Content("")
    today = prep.now.date()
    below = " · ".join(filter(None, (person.organisation, person.classification)))
    page = Page(person.name, below)
    page.facts(
        ("Why", person.why or Content.styled("ask them", "$text-warning")),
        ("One-to-one", "" if person.one_to_one else Content.styled("not yet", "$text-warning")),
        ("Last touch", _last_touch(person, today)),
        ("Seen here", f"{person.seen} of the last {prep.rosters}" if person.seen else ""),
        ("Invited", person.invited or ""),
    )
    page.lines("Promised", [_promise(promise, today) for promise in person.promised])
    for note in person.notes:
        page.lines(f"{say_day(note.day, today)}, {visible(note.where)}", [as_text(note.note)])
    return page.content()


def nobody(prep: Prep) -> str:
    """What the list says while nobody is likely there."""
    if prep.group_id is not None and not prep.knows_regulars:
        return (
            "Nobody is known to come regularly yet.\n"
            "That takes three meetings of which you noted who was there;\n"
            f"so far there {'is 1' if prep.rosters == 1 else f'are {prep.rosters}'}."
        )
    return "Nobody you know of; i invites someone."


def _when(prep: Prep) -> str:
    if prep.start is None:
        return "no meeting planned"
    said = say_range(prep.start, prep.duration_minutes, prep.now.date())
    distance = say_distance(prep.start.date(), prep.now.date())
    return " · ".join(filter(None, (said, distance, prep.place)))


def _gift(prep: Prep) -> Content | None:
    gift = prep.gift
    if gift is None:
        return None
    return Content.assemble(
        (visible(gift.name), "bold"), " · a good referral: ", visible(gift.good_referral)
    )


def _promised(prep: Prep, named: int, today: date) -> list[tuple[str, Content]]:
    names = {promise.id: person.name for person in prep.likely for promise in person.promised}
    promised, more = prep.promised[:named], len(prep.promised) - named
    lines = [
        Content.assemble(f"{visible(names[promise.id])}: ", _promise(promise, today))
        for promise in promised
    ]
    if more > 0:
        lines[-1] = Content.assemble(lines[-1], (f"  +{more} more", "$text-muted"))
    return [("Promised" if place == 0 else " ", line) for place, line in enumerate(lines)]


def _promise(promise: FollowUp, today: date) -> Content:
    if promise.due is None:
        return Content(visible(promise.what))
    style = "$text-error" if promise.due < today else "$text-muted"
    return Content.assemble(
        visible(promise.what), (f" · due {short_day(promise.due, today)}", style)
    )


def _to_find_out(prep: Prep) -> str:
    whys, strangers, out = len(prep.no_why), len(prep.no_one_to_one), len(prep.invited)
    return " · ".join(
        filter(
            None,
            (
                _counted(whys, "why you don't know", "whys you don't know"),
                _counted(strangers, "without a one-to-one", "without a one-to-one"),
                _counted(out, "invitation out", "invitations out"),
            ),
        )
    )


def _counted(count: int, one: str, several: str) -> str:
    return "" if not count else f"1 {one}" if count == 1 else f"{count} {several}"


def _missing(person: Likely) -> str | Content:
    missing = ("" if person.why else "why", "" if person.one_to_one else "one-to-one")
    said = " · ".join(filter(None, missing))
    return Content.styled(said, "$text-warning") if said else ""


def _sign(person: Likely) -> str | Content:
    if person.invited is not None:
        return Content.styled("invited", "$text-accent")
    if person.promised:
        return Content.styled("promised", "$text-accent")
    return Content.styled("quiet !", "$text-warning") if person.quiet else ""


def _last_touch(person: Likely, today: date) -> str | Content:
    if person.last_touch is None:
        return ""
    said = f"{short_day(person.last_touch, today)}, {say_distance(person.last_touch, today)}"
    return Content.styled(f"{said} · going quiet", "$text-warning") if person.quiet else said
