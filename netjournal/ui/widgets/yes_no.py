"""Yes, no, or blank for unknown, as words to choose from."""

YES_NO = ("yes", "no")


def word(given: bool | None) -> str | None:
    """An answer as its word."""
    return None if given is None else YES_NO[not given]


def answer(chosen: str | None) -> bool | None:
    """A word as its answer."""
    return None if chosen is None else chosen == YES_NO[0]
