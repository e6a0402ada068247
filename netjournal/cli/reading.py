"""A kind of command that prints a reading: in the form asked for, to the terminal or a file."""

import io
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import click

from netjournal.cli.destination import chosen
from netjournal.errors import SaveError

_MARKDOWN = "netjournal.markdown"
_FORMS = {"as_json": "--json", "as_csv": "--csv", "as_markdown": "--markdown"}


class Reading(click.Command):
    """A command that takes `--markdown`, and with `--output` writes what it prints into a file.

    The options of the other forms, `--json` and `--csv`, are its own.
    """

    def __init__(self, *arguments: Any, markdown: bool = True, **said: Any) -> None:
        super().__init__(*arguments, **said)
        # The usual options, such as that which names the journal, stay last.
        self.params[-1:-1] = (*([_markdown()] if markdown else []), *_into_a_file())

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; what it prints goes into the file that was named, if any."""
        asked = [flag for name, flag in _FORMS.items() if ctx.params.get(name)]
        if len(asked) > 1:
            raise click.UsageError(f"Ask for {asked[0]} or for {asked[1]}, not for both.")
        ctx.meta[_MARKDOWN] = ctx.params.pop("as_markdown", False)
        output, force = ctx.params.pop("output"), ctx.params.pop("force")
        if output is None:
            if force:
                raise click.UsageError("--force goes with --output only.")
            return super().invoke(ctx)
        destination = chosen(output, ctx.obj.file, force=force)
        with redirect_stdout(_Printed()) as printed:
            result = super().invoke(ctx)
        if contents := printed.contents():
            destination.write(contents)
            click.echo(f"Wrote {click.format_filename(output)}.", err=True)
        else:
            click.echo("So nothing was written.", err=True)
        return result


class ReadingGroup(Reading, click.Group):
    """A reading that has commands, too."""


def markdown_wanted() -> bool:
    """Whether the command that runs was asked for Markdown."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(_MARKDOWN))


class _Printed(io.TextIOWrapper):
    """What a command prints, kept as a file will hold it."""

    def __init__(self) -> None:
        self._kept = io.BytesIO()
        super().__init__(self._kept, encoding="utf-8", errors="replace", newline="")

    def contents(self) -> bytes:
        """All of it."""
        self.flush()
        return self._kept.getvalue()


def _markdown() -> click.Parameter:
    return click.Option(["--markdown", "as_markdown"], is_flag=True, help="Print Markdown.")


def _into_a_file() -> tuple[click.Parameter, ...]:
    file = click.Option(
        ["-o", "--output"],
        metavar="FILE",
        callback=_file,
        help="Write it into a file instead.",
    )
    force = click.Option(["--force"], is_flag=True, help="Overwrite that file without asking.")
    return file, force


def _file(_: click.Context, __: click.Parameter, name: str | None) -> Path | None:
    # A path made of no text is the folder one is in.
    if name == "":
        raise SaveError("No file was named; name one after -o.")
    return None if name is None else Path(name)
