"""Which professions sit in a group, and which of my natural partners are missing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from netjournal.model.seats import Seat, Seats
from netjournal.text import clean_line


def seats(members: Iterable[tuple[str, str]], mine: str, partners: Sequence[str]) -> Seats:
    """The seats of members, each a name and a profession, whatever case that is written in.

    A profession is called as whoever comes first calls it; `mine` and `partners` are as Me says.
    """
    called: dict[str, str] = {}
    names: dict[str, list[str]] = defaultdict(list)
    unsaid = 0
    for name, said in members:
        profession = clean_line(said)
        unsaid += not profession
        if profession:
            called.setdefault(_case_folded(profession), profession)
            names[_case_folded(profession)].append(name)
    wanted: dict[str, str] = {}
    for partner in filter(None, map(clean_line, partners)):
        wanted.setdefault(_case_folded(partner), partner)
    return Seats(
        taken=tuple(Seat(called[one], tuple(names[one])) for one in sorted(called)),
        unsaid=unsaid,
        rivals=tuple(names.get(_case_folded(mine), ())),
        partners=tuple(
            Seat(said, tuple(names[one])) for one, said in wanted.items() if one in names
        ),
        missing=tuple(said for one, said in wanted.items() if names and one not in names),
    )


def _case_folded(profession: str) -> str:
    return clean_line(profession).casefold()
