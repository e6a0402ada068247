"""What the list of contacts says of itself and of who is deleted from it."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from netjournal.model.contact import Card, Facet, Look
from netjournal.text import visible

_NAME = 24
"""The most cells of a group's or a tag's name."""
_NOBODY = {
    Facet.QUIET: "Nobody is going quiet.",
    Facet.NO_WHY: "You know the why of everyone here.",
    Facet.DUE: "No follow-up is due.",
    Facet.RE_EVALUATE: "Nobody took offence.",
    Facet.ARCHIVED: "Nobody is archived.",
}


def counted(look: Look, total: int | None, group: str) -> str:
    """How many people are listed, and which, or in which order; `group` is the name of theirs."""
    people = "…" if total is None else f"{total:,}"
    parts = [f"{people} {'person' if total == 1 else 'people'}", *_narrowed(look, group)]
    # The sign at the column's title says it too.
    return " · ".join(parts if len(parts) > 1 else [*parts, f"by {look.order}"])


def nobody(look: Look) -> str:
    """Why the list is empty, and which key shows more."""
    if look.words.strip():
        return "Nobody here fits these words.\nEsc in the filter takes them away."
    chosen = [look.facet, look.group_id, look.tag]
    if chosen == [None] * 3:
        return "Everyone is archived.\nA lists them."
    only = look.facet if chosen[1:] == [None] * 2 else None
    why = "Nobody fits all of that." if only is None else _NOBODY[only]
    return f"{why}\nx lists others, x ⏎ everyone."


def what_goes(card: Card) -> str:
    """What goes with a contact who is deleted."""
    parts = (
        _several(card.line.times_met, "their place on {} roster", " with the notes there"),
        _several(card.touches.interactions, "their part in {} interaction"),
        _several(len(card.follow_ups), "{} open follow-up"),
        _several(len(card.memberships), "{} membership"),
    )
    *most, last = [part for part in parts if part] or ["nothing else"]
    goes = f"{', '.join(most)} and {last}" if most else last
    return f"With them goes {goes}; u takes it back."


def _several(count: int, one: str, after: str = "") -> str:
    return one.format(f"{count:,}") + ("s" if count > 1 else "") + after if count else ""


def _narrowed(look: Look, group: str) -> Iterator[str]:
    if look.facet is not None:
        yield look.facet
    if look.group_id is not None:
        yield _short(group)
    if look.tag is not None:
        yield f"tagged {_short(look.tag)}"


def _short(name: str) -> str:
    shown = visible(name)
    return shown if cell_len(shown) <= _NAME else set_cell_size(shown, _NAME - 1) + "…"
