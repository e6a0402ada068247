"""What can go wrong, each said in a sentence for people."""

from collections.abc import Mapping


class JournalError(Exception):
    """A problem a person can act on; its text says what is wrong, where, and what to do."""


class InvalidError(JournalError):
    """What was entered breaks a rule; nothing was saved."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        """`fields` maps each field's name to what is wrong with it, as a sentence."""
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotFoundError(JournalError):
    """What was asked for isn't in the journal, or no longer."""


class AmbiguousError(JournalError):
    """A name fits several things; the text lists them."""

    def __init__(self, message: str, candidates: tuple[str, ...]) -> None:
        super().__init__(message)
        self.candidates = candidates


class ConflictError(JournalError):
    """Something changed meanwhile, so the change was not made."""


class FileError(JournalError):
    """The journal's file can't be used as it is; it was not touched."""


class BusyError(JournalError):
    """Another program holds the journal; trying again may help."""


class SaveError(JournalError):
    """The disk refused a save; nothing was changed."""


class PreferencesError(JournalError):
    """The preferences file holds something that can't be used."""
