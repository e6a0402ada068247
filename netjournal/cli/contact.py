"""`netjournal contact`: acts on a contact."""

import sys
from dataclasses import fields, replace
from typing import Any

import click

from netjournal.cli.card import card_lines, card_markdown, card_record
from netjournal.cli.contact_options import field_of, flag_of, said_options
from netjournal.cli.merge import merge
from netjournal.cli.printing import json_option, print_json
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.errors import NotFoundError
from netjournal.model.contact import ContactDraft
from netjournal.model.reach import doubts
from netjournal.text import fold, harmless, visible


@click.group()
def contact() -> None:
    """Act on a contact.

    WHO is any part of a contact's name that fits no other, in quotes where it has a blank. Of two
    of one name, say "NAME (ORGANISATION)", or "NAME ()" of the one without.
    """


contact.add_command(merge)


@contact.command()
@click.argument("name")
@said_options
@journal_option
@click.pass_obj
def add(session: Session, /, name: str, **said: Any) -> None:
    """Add the contact NAME."""
    draft = ContactDraft(name=name, **_given(said))
    with session.writing() as journal:
        added = journal.contacts.get(journal.contacts.add(draft))
        namesakes = journal.contacts.told_apart(added.name)
    position = filter(None, (added.role, added.organisation, added.classification))
    reach = (*added.emails, *added.phones)
    tags = (f"tagged {', '.join(added.tags)}",) if added.tags else ()
    click.echo(visible(" · ".join((f"Added {added.name}", *position, *reach, *tags))))
    if len(namesakes) > 1:
        named = "; ".join(namesakes)
        click.echo(visible(f"Someone else in the journal has that name, too: {named}."), err=True)
    _doubt(added)


@contact.command(cls=Reading)
@click.argument("who")
@json_option
@journal_option
@click.pass_obj
def show(session: Session, who: str, as_json: bool) -> None:
    """Show what is known of WHO, and everything that passed between you, newest first."""
    with session.reading() as journal:
        meant = journal.contacts.meant(who)
        card = journal.contacts.card(meant.id)
        timeline = journal.timeline(meant.id)
        entries = timeline.page(0, timeline.total)
    if as_json:
        print_json(card_record(card, entries))
    else:
        today = session.clock.now().date()
        lines = card_markdown if markdown_wanted() else card_lines
        click.echo("\n".join(map(harmless, lines(card, entries, today))))


@contact.command()
@click.argument("who")
@click.option("--name", metavar="TEXT", help="What they are called now.")
@said_options
@click.option(
    "--clear",
    multiple=True,
    metavar="OPTION",
    help="What no longer holds, such as why or tag; can be repeated.",
)
@journal_option
@click.pass_obj
def edit(session: Session, /, who: str, clear: tuple[str, ...], **said: Any) -> None:
    """Change what is said of WHO: what is given replaces what was said before."""
    blank = ContactDraft(name="")
    cleared = {field: getattr(blank, field) for field in map(field_of, clear)}
    changes = cleared | _given(said)
    if not changes:
        raise click.UsageError("Say what changes, such as --why TEXT, or --clear why.")
    with session.changing() as journal:
        old = journal.contacts.get(journal.contacts.meant(who).id)
        new = replace(_draft(old), **changes)
        journal.contacts.revise(old.id, new)
    changed = ", ".join(sorted(map(flag_of, changes)))
    click.echo(visible(f"Changed {old.name}: {changed}"))
    _doubt(new)


@contact.command()
@click.argument("who")
@click.option("--back", is_flag=True, help="Take them out again.")
@journal_option
@click.pass_obj
def archive(session: Session, who: str, back: bool) -> None:
    """Put WHO away: they are left out of lists, and nothing of them is lost."""
    with session.changing() as journal:
        meant = journal.contacts.meant(who)
        if back and not journal.contacts.get(meant.id).archived:
            each = "; ".join(journal.contacts.told_apart(meant.name))
            raise NotFoundError(f"{meant.name} isn't put away; of that name there is {each}.")
        journal.contacts.archive(meant.id, not back)
    click.echo(visible(f"{'Took back' if back else 'Archived'} {meant.name}"))


@contact.command()
@click.argument("tag", required=False)
@click.argument("days", required=False, type=int)
@click.option("--clear", is_flag=True, help="No longer say it of TAG.")
@journal_option
@click.pass_obj
def cadence(session: Session, tag: str | None, days: int | None, clear: bool) -> None:
    """Say how often to be in touch with those who have TAG: every so many DAYS.

    Without DAYS it is listed what was said.
    """
    if clear and (tag is None or days is not None):
        raise click.UsageError("--clear goes with a TAG alone.")
    if days is None and not clear:
        with session.reading() as journal:
            said = [one for one in journal.contacts.tag_cadences() if _same(tag, one.tag)]
        for one in said:
            click.echo(visible(f"{one.tag}: every {one.days} days"))
        return
    assert tag is not None
    with session.writing() as journal:
        journal.contacts.set_tag_cadence(tag, days)
    click.echo(visible(f"{tag}: {'not said any more' if clear else f'every {days} days'}"))


@contact.command()
@click.argument("who")
@click.option("--yes", is_flag=True, help="Don't ask.")
@journal_option
@click.pass_obj
def forget(session: Session, who: str, yes: bool) -> None:
    """Erase WHO everywhere, from the history and the drafts too; that can't be undone."""
    with session.reading() as journal:
        meant = journal.contacts.meant(who)
        if not yes:
            click.confirm(
                visible(f"Forget {meant.name} for good? It can't be undone."), abort=True, err=True
            )
        forgotten = journal.contacts.forget(meant.id)
    click.echo(visible(f"Forgot {forgotten.name}"))
    for line in forgotten.left:
        click.echo(visible(line), err=True)


def _same(wanted: str | None, tag: str) -> bool:
    return wanted is None or fold(wanted) == fold(tag)


def _given(said: dict[str, Any]) -> dict[str, Any]:
    """What was said, without the options that were left out."""
    given = {field: value for field, value in said.items() if value not in (None, ())}
    if given.get("notes") == "-":
        given["notes"] = sys.stdin.read()
    return given


def _draft(draft: ContactDraft) -> ContactDraft:
    return ContactDraft(
        **{field.name: getattr(draft, field.name) for field in fields(ContactDraft)}
    )


def _doubt(draft: ContactDraft) -> None:
    for sentence in doubts(draft).values():
        click.echo(visible(sentence), err=True)
