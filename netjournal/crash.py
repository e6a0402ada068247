"""The report of an unexpected error: where it happened, and nothing a person wrote."""

import traceback
from itertools import chain


def report(error: BaseException) -> str:
    """The places the error went through; its message and all variables stay out, as private."""
    frames = traceback.extract_tb(error.__traceback__)
    places = (f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)
    lines = chain(
        (
            "netjournal met an error it did not expect and had to stop.",
            "What was saved is safe; half-filled forms are kept as drafts.",
            "Please report the lines below; they hold nothing you wrote.",
            "",
            f"{type(error).__module__}.{type(error).__qualname__}",
        ),
        places,
    )
    return "\n".join(lines)
