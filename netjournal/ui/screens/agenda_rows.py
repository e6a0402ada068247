"""How a line of an agenda asks something, and how much lines say in which width."""

from textual.content import Content

from netjournal.ui.widgets.agenda import row

NARROW = 60
"""Below this width lines keep to what matters most."""

WIDE = 90
"""From this width on lines also say what is good to know."""

_ANSWERS = 31

Keys = tuple[tuple[tuple[str, str], tuple[str, str]], ...]
"""Keys that answer, each with its word, both styled."""


def keys(*answers: tuple[str, str]) -> Keys:
    """The keys that answer, each with its word."""
    return tuple(
        ((key, "bold $text-primary"), (f" {word}  ", "$text-muted")) for key, word in answers
    )


CAME_KEYS = keys(("y", "yes"), ("x", "no"), ("c", "declined"))
ANSWER_KEYS = keys(("y", "yes"), ("p", "partly"), ("x", "no"))
DONE_KEYS = keys(("y", "done"), ("x", "no answer"), ("s", "later"))


def asked(
    width: int, when: tuple[Content | str, int], what: Content, of: Content | str, answers: Keys
) -> Content:
    """A question, what it is about, and the keys that answer it."""
    if width < NARROW:
        return row(width, when, (what, 0))
    name = Content.assemble(of).stylize_before("$text-muted")
    if width < WIDE:
        # The line of keys at the foot says them.
        return row(width, when, (what, 0), (name, width // 4))
    said = Content.assemble(*(part for key in answers for part in key))
    return row(width, when, (what, 0), (name, width // 5), (said, _ANSWERS))
