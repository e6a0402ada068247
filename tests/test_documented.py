"""What the documentation promises, held against the code: keys, preferences, commands, links."""

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from textual.binding import Binding
from textual.keys import format_key

import netjournal.ui
from netjournal.cli.commands import netjournal as program
from netjournal.cli.reading import Reading
from netjournal.preferences import Preferences
from netjournal.ui.areas import AREAS, Area

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.glob("*.md")))

_LINK = re.compile(r"\]\((?!\w+:)([^)\s]*)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_SHELL_BLOCK = re.compile(r"^```sh\n(.+?)\n```$", re.MULTILINE | re.DOTALL)


def test_every_key_is_documented_once() -> None:
    declared = Counter(_row(binding) for binding in _bindings())
    written = Counter(_rows(DOCS / "reference-keys.md"))
    missing, stale = declared - written, written - declared
    assert not missing, _to_do("Add to docs/reference-keys.md", missing)
    assert not stale, _to_do("Take out of docs/reference-keys.md", stale)


def test_every_command_is_documented_with_its_options() -> None:
    general, *sections = re.split("^## ", _text(DOCS / "reference-commands.md"), flags=re.M)
    described = dict(section.split("\n", 1) for section in sections)
    for option in _options(program):
        assert _names(general, option), f"Describe {option} above the first command"
    for name, command in _commands(program):
        assert name in described, f"Add a section to docs/reference-commands.md: ## {name}"
        # What all readings take is described once, above the first command.
        shared = general if isinstance(command, Reading) else ""
        for option in _options(command) - _options(program):
            assert _names(described[name] + shared, option), f"Describe {option} below ## {name}"


def test_every_preference_is_documented() -> None:
    page = _text(DOCS / "reference-preferences.md")
    missing = [name for name in Preferences._fields if f"`{name}`" not in page]
    assert not missing, f"Describe in docs/reference-preferences.md: {', '.join(missing)}"


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_every_area_has_a_guide_that_begins_with_its_key(area: Area) -> None:
    openings = (_text(page).split("\n## ")[0] for page in DOCS.glob("guide-*.md"))
    assert any(f"`{area.key}`" in opening for opening in openings), (
        f"Write a guide to {area.title} that names `{area.key}` before its first section"
    )
    listed = _text(DOCS / "index.md")
    assert f"- {area.title}: [" in listed, f"Name the guide to {area.title} in docs/index.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(_text(page)):
        name, _, anchor = target.partition("#")
        linked = page.parent / name if name else page
        assert linked.is_file(), f"{page.name} links to {target}, which isn't there"
        assert not anchor or anchor in _anchors(linked), (
            f"{page.name} links to no heading: {target}"
        )


def test_the_index_leads_to_every_page() -> None:
    linked = set(_LINK.findall(_text(DOCS / "index.md")))
    assert {page.name for page in DOCS.glob("*.md")} - {"index.md"} == linked


def test_ci_runs_the_second_command_of_the_readme() -> None:
    readme = _text(ROOT / "README.md")
    _, second = (block for block in _SHELL_BLOCK.findall(readme) if "-m venv" in block)
    wanted = re.search(r"grep -m 1 '(.+)' README\.md", _text(ROOT / ".ci" / "run"))
    assert wanted is not None
    found = [line for line in readme.splitlines() if re.search(wanted[1], line)]
    assert found == [second]


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    headings = _HEADING.findall(_text(ROOT / "CHANGELOG.md"))
    assert headings[1] == "[Unreleased]"


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _bindings() -> Iterator[Binding]:
    """Every binding that a class of the interface declares."""
    packages = pkgutil.walk_packages(netjournal.ui.__path__, "netjournal.ui.")
    for module in (importlib.import_module(package.name) for package in packages):
        for declared in vars(module).values():
            if inspect.isclass(declared) and declared.__module__ == module.__name__:
                for binding in vars(declared).get("BINDINGS", ()):
                    assert isinstance(binding, Binding), f"{declared}: declare {binding} in full"
                    yield binding


def _row(binding: Binding) -> str:
    """A binding as a row of the page: its keys, its name, what it does, its id."""
    keys = " ".join(f"`{format_key(key)}`" for key in binding.key.split(","))
    name = f"`{binding.id}`" if binding.id else ""
    return f"| {keys} | {binding.description} | {binding.tooltip} | {name} |"


def _rows(page: Path) -> list[str]:
    """The rows of the page's tables, without their heads."""
    lines = _text(page).splitlines()
    return [line for line in lines if line.startswith("| `")]


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with all the words it is called by."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _options(command: click.Command) -> set[str]:
    """Every way to write one of the command's options."""
    options = [option for option in command.params if isinstance(option, click.Option)]
    return {word for option in options for word in (*option.opts, *option.secondary_opts)}


def _names(text: str, option: str) -> bool:
    """Whether a text names an option, and not only one that begins or ends like it."""
    return re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", text) is not None


def _anchors(page: Path) -> set[str]:
    """The names under which a page's headings can be linked to."""
    headings = _HEADING.findall(_text(page))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _to_do(what: str, rows: Counter[str]) -> str:
    return "\n".join((f"{what}:", *rows.elements()))
