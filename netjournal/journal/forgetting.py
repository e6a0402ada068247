"""Forgets a contact, and says where their name can still be read."""

from netjournal.errors import JournalError
from netjournal.journal.ledger import Ledger
from netjournal.model.change import Noun
from netjournal.model.forgotten import Forgotten
from netjournal.store import backup, forgetting
from netjournal.store.forgetting import Mention


def forget(ledger: Ledger, contact_id: int) -> Forgotten:
    """Erases a contact; NotFoundError when they aren't there."""
    erased = forgetting.erase(ledger.store, contact_id, ledger.clock.utc())
    ledger.follow(erased.changed, erased.revision)
    return Forgotten(
        name=erased.name,
        traces=not _written_anew(ledger),
        mentions=tuple(map(_said, erased.mentions)),
        backups=backup.holding(ledger.store.path, erased.name),
    )


def _written_anew(ledger: Ledger) -> bool:
    # They are forgotten, so nothing that fails from here on may look as if they weren't.
    try:
        ledger.store.write_anew()
    except JournalError:
        return False
    return True


def _said(mention: Mention) -> str:
    if mention.noun is Noun.ME:
        return "what you say of yourself"
    if mention.noun is Noun.REVIEW:
        return f"weekly review, {mention.day}"
    joined = {
        Noun.INTERACTION: "interaction with",
        Noun.FOLLOW_UP: "follow-up for",
        Noun.REFERRAL: "referral with",
    }
    said = f"{joined.get(mention.noun, mention.noun)} {mention.title or 'One-off'}"
    return f"{said}, {mention.day}" if mention.day else said
