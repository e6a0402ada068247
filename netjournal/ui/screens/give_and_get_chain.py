"""A chain of referrals drawn as a tree: each beneath the one it came out of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netjournal.model.referral import Referral

MOST = 60
"""So many referrals of a chain are drawn, those around the one it is about."""
_DEEPEST = 8
"""Rails of more steps would push the names off the page."""


@dataclass(frozen=True, slots=True)
class Link:
    """A referral of a chain, and the rails that lead to it."""

    referral: Referral
    rails: str


def links(chain: Sequence[Referral], near: int) -> Sequence[Link]:
    """The tree of a chain, oldest first, in lines; of a long one those around `near`, by id."""
    drawn = list(_walk(chain))
    at = next((place for place, link in enumerate(drawn) if link.referral.id == near), 0)
    first = min(max(at - MOST // 2, 0), max(len(drawn) - MOST, 0))
    return drawn[first : first + MOST]


def _walk(chain: Sequence[Referral]) -> Iterator[Link]:
    known = {one.id for one in chain}
    after: dict[int | None, list[Referral]] = defaultdict(list)
    for one in chain:
        after[one.source_id if one.source_id in known else None].append(one)
    # Not by recursion: a chain may be longer than Python's stack.
    waiting: list[tuple[Referral, tuple[bool, ...], bool]] = [
        (one, (), True) for one in reversed(after[None])
    ]
    while waiting:
        one, rails, last = waiting.pop()
        yield Link(one, _drawn(rails, last))
        spun_off = after[one.id]
        beneath = (*rails, last)[-_DEEPEST - 2 :]
        waiting += [(each, beneath, each is spun_off[-1]) for each in reversed(spun_off)]


def _drawn(rails: tuple[bool, ...], last: bool) -> str:
    """The rails before a referral: of each above it whether it was the last of its own."""
    if not rails:
        return ""
    # The first stands at the left edge, so nothing leads past it.
    passing = ["   " if over else "│  " for over in rails[1:]]
    if len(passing) > _DEEPEST:
        passing = ["…  ", *passing[-_DEEPEST:]]
    return "".join(passing) + ("└─ " if last else "├─ ")
