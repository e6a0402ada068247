"""A draft: a half-filled form, kept until it is saved or thrown away."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The state of one open form."""

    id: str
    """The form's own random name; two forms on one meeting are two drafts."""
    form: str
    """Which form: `reflection`, `group` or `contact`."""
    subject: str
    """What it is about, as the form wrote it: for a reflection `group-id|YYYY-MM-DDTHH:MM|title`."""
    body: str
    """The fields, as JSON the form wrote."""
    saved_at: datetime
    """UTC."""
