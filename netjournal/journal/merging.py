"""What can be done with contacts that are one person: look at both, and make them one."""

from collections.abc import Mapping

from sqlmodel import Session

from netjournal.errors import ConflictError, NotFoundError
from netjournal.journal.ledger import Ledger
from netjournal.model.contact import Contact
from netjournal.model.merge import MergePreview, Pick, merge_fields, united
from netjournal.store import contacts, merging


class Merging:
    """Two contacts becoming one."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def preview(self, kept: int, gone: int) -> MergePreview:
        """What merging `gone` into `kept` would do.

        Raises ConflictError for one and the same contact, NotFoundError when one isn't there.
        """
        with self._ledger.read() as session:
            ours, theirs = _both(session, kept, gone)
            return MergePreview(
                kept=ours,
                gone=theirs,
                fields=merge_fields(ours, theirs),
                kept_has=merging.holdings(session, kept),
                gone_has=merging.holdings(session, gone),
                obstacle=merging.obstacle(session, kept, gone),
            )

    def propose(self, one: int, other: int) -> MergePreview:
        """What merging two would do, the one of whom more is recorded staying; errors likewise."""
        preview = self.preview(one, other)
        if preview.gone_has.total > preview.kept_has.total:
            return self.preview(other, one)
        return preview

    def merge(self, kept: int, gone: int, picks: Mapping[str, Pick] | None = None) -> None:
        """Makes two contacts one, with everything that was recorded of either.

        `picks` says by field whose word counts, where it isn't as usual. Raises ConflictError when
        they can't be one person, NotFoundError when one of them isn't there, and InvalidError when
        what is said of both together breaks a rule; then nothing is changed.
        """
        with self._ledger.change(lambda session: _label(session, kept, gone)) as writing:
            ours, theirs = _both(writing.session, kept, gone)
            merging.merge(writing.session, kept, gone, united(ours, theirs, picks or {}))


def _both(session: Session, kept: int, gone: int) -> tuple[Contact, Contact]:
    if kept == gone:
        raise ConflictError("A contact can't be merged into themselves; choose two.")
    try:
        return contacts.get(session, kept), contacts.get(session, gone)
    except NotFoundError:
        raise NotFoundError(
            "One of the two is no longer in the journal: deleted, or merged just now. "
            "Nothing was changed."
        ) from None


def _label(session: Session, kept: int, gone: int) -> str:
    ours, theirs = _both(session, kept, gone)
    return f"Merged {theirs.name} into {ours.name}"
