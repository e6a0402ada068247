"""`netjournal contact merge`: makes one contact of two that are one person."""

from typing import TYPE_CHECKING

import click

from netjournal.cli.printing import print_table
from netjournal.cli.session import Session, journal_option
from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.model.contact import ContactDraft
from netjournal.model.merge import MergePreview, Pick, in_words, merged, united
from netjournal.text import clean_line, fold, lines, visible

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_CADENCE = "cadence"
_TAKEN = (
    "name",
    "organisation",
    "role",
    "classification",
    "location",
    "why",
    "good-referral",
    "goals",
    "accomplishments",
    "interests",
    "networks",
    "skills",
    "how-met",
    "successful",
    "client",
    "could-refer",
    _CADENCE,
)
"""What can be taken from who ends, named as the options that say it."""


@click.command()
@click.argument("who")
@click.argument("into", required=False)
@click.option(
    "--take",
    type=click.Choice(_TAKEN),
    metavar="OPTION",
    multiple=True,
    help="What WHO has right, such as role; can be repeated.",
)
@click.option("--yes", is_flag=True, help="Don't ask.")
@journal_option
@click.pass_obj
def merge(session: Session, who: str, into: str | None, take: tuple[str, ...], yes: bool) -> None:
    """Merge WHO into INTO: one contact with everything recorded of either.

    Without INTO it is the two contacts that are both named WHO. What will be is shown first.
    """
    picks = {_field(option): Pick.GONE for option in take}
    with session.reading() as journal:
        preview = _preview(journal, who, into)
        draft = united(preview.kept, preview.gone, picks)
        _print(preview, draft)
        if preview.obstacle:
            raise click.ClickException(visible(preview.obstacle))
        if not yes:
            click.confirm("Merge them?", abort=True, err=True)
        journal.merging.merge(preview.kept.id, preview.gone.id, picks)
    click.echo(visible(merged(preview, draft)))


def _preview(journal: "Journal", who: str, into: str | None) -> MergePreview:
    named = journal.contacts.named(who)
    if into is not None and (fold(who) != fold(into) or len(named) < 2):
        return journal.merging.preview(
            journal.contacts.meant(into).id, journal.contacts.meant(who).id
        )
    if len(named) == 2:
        return journal.merging.propose(*named)
    said = f"“{clean_line(who)}”"
    if len(named) > 2:
        each = journal.contacts.told_apart(who)
        raise AmbiguousError(
            f"{len(named)} contacts are named {said}: {'; '.join(each)}. "
            "Name WHO and INTO as they stand here, in quotes.",
            each,
        )
    raise NotFoundError(f"There aren't two contacts named {said}; name WHO and INTO.")


def _print(preview: MergePreview, draft: ContactDraft) -> None:
    kept, gone = preview.kept, preview.gone
    click.echo(visible(f"{_introduced(gone)} into {_introduced(kept)}"))
    rows = []
    for field in preview.fields:
        will = in_words(field.name, getattr(draft, field.name))
        before = {field.kept, field.gone} - {""}
        dropped = [] if len(field.picks) < 2 else [said for said in before if said not in will]
        said = (" · ".join(lines(text)) for text in (will, ", ".join(dropped)))
        rows.append((field.name.replace("_", " "), *said))
    print_table(("", "Will say", "No longer"), rows)
    if moved := ", ".join(f"{count:,} {noun}" for noun, count in preview.gone_has.counts()):
        click.echo(f"Moves along: {moved}")


def _introduced(draft: ContactDraft) -> str:
    return f"{draft.name} ({draft.organisation})" if draft.organisation else draft.name


def _field(option: str) -> str:
    return "cadence_days" if option == _CADENCE else option.replace("-", "_")
