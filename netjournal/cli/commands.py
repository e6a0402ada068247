"""The commands under one name, and where their errors become sentences and exit codes."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from netjournal.cli.contact import contact
from netjournal.cli.contacts import contacts
from netjournal.cli.demo import demo
from netjournal.cli.follow_up import follow_up
from netjournal.cli.follow_ups import follow_ups
from netjournal.cli.give_and_get import give_and_get
from netjournal.cli.group import group
from netjournal.cli.groups import groups
from netjournal.cli.interaction import interaction
from netjournal.cli.interactions import interactions
from netjournal.cli.invitation import invitation
from netjournal.cli.invitations import invitations
from netjournal.cli.log import log
from netjournal.cli.me import me
from netjournal.cli.meetings import meetings
from netjournal.cli.member import member
from netjournal.cli.members import members
from netjournal.cli.path import path
from netjournal.cli.prep import prep
from netjournal.cli.referral import referral
from netjournal.cli.referrals import referrals
from netjournal.cli.report import report
from netjournal.cli.review import review
from netjournal.cli.search import search
from netjournal.cli.session import Session, journal_option
from netjournal.cli.today import today
from netjournal.cli.trends import trends
from netjournal.errors import JournalError
from netjournal.journal.clock import Clock, SystemClock
from netjournal.text import harmless

PROBLEM = 1
USAGE = 2
_STOPPED = 130


def run(arguments: Sequence[str], clock: Clock | None = None) -> int:
    """Runs a command line and returns its exit code: 0 done, 1 a problem, 2 a misuse."""
    _never_fail_to_print()
    session = Session(clock or SystemClock())
    try:
        code = netjournal.main(
            list(arguments), prog_name="netjournal", standalone_mode=False, obj=session
        )
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as misuse:
        misuse.show()
        return misuse.exit_code
    except JournalError as problem:
        click.echo(harmless(str(problem)), err=True)
        return PROBLEM
    except (click.Abort, KeyboardInterrupt):
        return _STOPPED
    except BrokenPipeError:
        _print_no_more()
        return PROBLEM
    except Exception as error:
        _report(error)
        return PROBLEM
    return code if isinstance(code, int) else 0


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@journal_option
@click.version_option(package_name="netjournal", message="%(prog)s %(version)s")
@click.pass_context
def netjournal(context: click.Context) -> None:
    """A journal for people who network for a living.

    Without a command it opens the app.
    """
    if context.invoked_subcommand is None:
        from netjournal.cli.app import open_app

        named: Path | None = context.obj.named
        context.exit(open_app(named))


COMMANDS = (
    log,
    today,
    prep,
    review,
    report,
    trends,
    meetings,
    groups,
    members,
    contacts,
    interactions,
    follow_ups,
    referrals,
    invitations,
    give_and_get,
    search,
    group,
    contact,
    member,
    interaction,
    follow_up,
    referral,
    invitation,
    me,
    path,
    demo,
)
for command in COMMANDS:
    netjournal.add_command(command)


def _never_fail_to_print() -> None:
    """Lets a terminal without Unicode show question marks rather than an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _print_no_more() -> None:
    """Keeps Python quiet when it flushes, at its end, what nobody reads any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _report(error: Exception) -> None:
    # Rarely needed.
    from netjournal.crash import report

    click.echo(report(error), err=True)
