"""What a `log` or the form recorded, in one line, part by part."""

from collections.abc import Iterator, Sequence
from datetime import date

from netjournal.cli.meeting_lines import named, rated
from netjournal.model.meeting import LogEntry, Meeting
from netjournal.model.occasion import Occasion
from netjournal.text import clean_line, fold, visible


def understood(
    meeting: Meeting | Occasion, entry: LogEntry, new_contacts: Sequence[str], today: date
) -> str:
    """What was recorded of a meeting, and who became a contact."""
    return visible(" · ".join(_parts(meeting, entry, new_contacts, today)))


def _parts(
    meeting: Meeting | Occasion, entry: LogEntry, new_contacts: Sequence[str], today: date
) -> Iterator[str]:
    yield named(meeting, today)
    yield from filter(None, (rated(entry), *_reflection(entry), *_facts(entry)))
    if entry.met:
        yield f"met {', '.join(_people(entry.met, new_contacts))}"
    if entry.notes:
        yield "with a note"


def _reflection(entry: LogEntry) -> Iterator[str]:
    if entry.energy_before is not None:
        yield f"energy before {entry.energy_before}"
    if entry.opportunities is not None:
        yield f"{entry.opportunities} opportunit{'y' if entry.opportunities == 1 else 'ies'}"
    if entry.gives:
        yield f"gave {', '.join(entry.gives)}"
    if entry.asks:
        yield f"asked {', '.join(entry.asks)}"
    if entry.received:
        yield f"received {entry.received}"
    if entry.quick_fix is not None:
        yield "a quick fix" if entry.quick_fix else "no quick fix"
    if entry.planned_work:
        yield f"planned {entry.planned_work}"
    if entry.planned_done is not None:
        yield f"planned work done: {entry.planned_done}"


def _facts(entry: LogEntry) -> Iterator[str]:
    if entry.pitched is not None:
        yield "pitched to the room" if entry.pitched else "did not pitch"
    if entry.headcount is not None:
        yield f"{entry.headcount} there"


def _people(met: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    strangers = set(map(fold, new))
    named: dict[str, str] = {}
    for name in met:
        named.setdefault(fold(name), clean_line(name))
    for folded, name in named.items():
        yield f"{name} (new)" if folded in strangers else name
