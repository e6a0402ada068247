"""The scales of the three ratings."""

from typing import NamedTuple


class Scale(NamedTuple):
    """One of the ratings, with the word for each of its five steps."""

    field: str
    title: str
    words: tuple[str, str, str, str, str]
    high_is_good: bool = True


ENERGY = Scale("energy", "Energy", ("drained", "tired", "steady", "lively", "buzzing"))
CONFIDENCE = Scale("confidence", "Confidence", ("shaken", "doubtful", "wavering", "sure", "strong"))
PUSHINESS = Scale(
    "pushiness", "Pushiness", ("relaxed", "patient", "eager", "pressing", "pushy"), False
)
SCALES = (ENERGY, CONFIDENCE, PUSHINESS)
"""The three ratings in the order they are asked."""
