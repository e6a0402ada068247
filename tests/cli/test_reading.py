"""The forms of readings, and the files they are written into."""

import dataclasses
import io
import json
from pathlib import Path

import click
import pytest

from netjournal.cli.commands import netjournal as program
from netjournal.cli.reading import Reading
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from tests import unprivileged
from tests.cli.conftest import Command
from tests.entries import fill

READINGS = (
    *("today", "prep", "review", "trends", "meetings", "groups", "members riverside", "contacts"),
    *("interactions", "follow-ups", "referrals", "invitations", "give-and-get", "me"),
    *("give-and-get --rows received", "search press", "group show riverside", "contact show ana"),
)


@pytest.fixture
def life(journal: Journal) -> Journal:
    """A little of everything."""
    fill(journal)
    return journal


class Keyboard(io.StringIO):
    """What is typed on a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where something may be written."""
    return tmp_path / "out" / "reading.txt"


@pytest.fixture(autouse=True)
def _folder(file: Path) -> None:
    file.parent.mkdir()


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.usefixtures("life")
def test_every_reading_goes_into_a_file_as_it_is_printed(
    netjournal: Command, file: Path, reading: str
) -> None:
    for form in ([], ["--markdown"], ["--json"]):
        printed = netjournal(*reading.split(), *form)
        assert printed.code == 0, printed.err
        written = netjournal(*reading.split(), *form, "-o", str(file), "--force")
        assert (written.code, written.out) == (0, ""), written.err
        if form == ["--json"]:
            assert json.loads(file.read_text()) == printed.json
        elif printed.out:
            assert file.read_text() == printed.out


@pytest.mark.parametrize("form", ["--json", "--csv"])
@pytest.mark.usefixtures("life")
def test_only_one_form_is_printed(netjournal: Command, form: str) -> None:
    outcome = netjournal("contacts", form, "--markdown")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"Ask for {form} or for --markdown, not for both." in outcome.err


def test_a_list_is_a_table_in_markdown(netjournal: Command, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana | <b>Ruiz</b>", organisation="=cmd()"))
    journal.contacts.add(ContactDraft(name="Bo `Lin`", tags=("x",)))
    assert netjournal("contacts", "--markdown").out.splitlines() == [
        "| Name | Organisation | Tags |",
        "| --- | --- | --- |",
        "| Ana \\| \\<b\\>Ruiz\\</b\\> | =cmd() |  |",
        "| Bo \\`Lin\\` |  | x |",
    ]


def test_text_with_any_letters_is_written_as_utf_8(
    netjournal: Command, journal: Journal, file: Path
) -> None:
    journal.contacts.add(ContactDraft(name="张伟 🙂 ناصر"))
    for form in ("--json", "--csv", "--markdown"):
        netjournal("contacts", form, "-o", str(file), "--force")
        assert "张伟 🙂 ناصر" in file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("life")
def test_only_its_owner_can_read_it(netjournal: Command, file: Path) -> None:
    netjournal("contacts", "-o", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.usefixtures("life")
def test_a_file_that_is_there_stays_unless_forced(netjournal: Command, file: Path) -> None:
    file.write_text("mine")
    outcome = netjournal("contacts", "-o", str(file))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        f"{file} is there already; name another file, or overwrite it with --force.\n"
    )
    assert file.read_text() == "mine"
    assert netjournal("contacts", "-o", str(file), "--force").code == 0
    assert "Ana Ruiz" in file.read_text()


@pytest.mark.parametrize(("typed", "overwritten"), [("y\n", True), ("n\n", False), ("\n", False)])
@pytest.mark.usefixtures("life")
def test_on_a_terminal_it_is_asked(
    netjournal: Command,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    *,
    overwritten: bool,
) -> None:
    file.write_text("mine")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("io.StringIO", Keyboard)
    outcome = netjournal("contacts", "-o", str(file), typed=typed)
    assert "is there already. Overwrite it?" in outcome.err
    assert outcome.code == (0 if overwritten else 1)
    assert (file.read_text() != "mine") is overwritten


@pytest.mark.usefixtures("life")
def test_a_link_stays_and_what_it_leads_to_is_written(netjournal: Command, file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)
    assert netjournal("contacts", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert "Ana Ruiz" in file.read_text()


@pytest.mark.usefixtures("life")
def test_the_journal_is_never_overwritten(netjournal: Command, path: Path, file: Path) -> None:
    file.symlink_to(path)
    for name in (path, file):
        outcome = netjournal("contacts", "-o", str(name), "--force")
        assert outcome.code == 1
        assert outcome.err == f"{name} is your journal; name another file.\n"
    assert "Ana Ruiz" in netjournal("contacts").out


@pytest.mark.usefixtures("life")
def test_what_cant_be_written_is_said(netjournal: Command, file: Path) -> None:
    def said(name: Path | str) -> str:
        outcome = netjournal("contacts", "-o", str(name), "--force")
        assert (outcome.code, outcome.out) == (1, "")
        return outcome.err

    assert said(file.parent) == f"{file.parent} is a folder; name a file in it.\n"
    missing = file.parent / "no" / "such"
    assert said(missing) == f"There is no folder {missing.parent}; make it first.\n"
    assert said("/dev/null") == "/dev/null isn't a plain file; name another.\n"
    assert said("") == "No file was named; name one after -o.\n"
    assert said(".") == ". is a folder; name a file in it.\n"
    long = file.with_name("x" * 300)
    assert said(long) == f"{long} can't be written: File name too long.\n"
    assert list(file.parent.iterdir()) == []


@pytest.mark.usefixtures("life")
def test_force_goes_with_a_file_only(netjournal: Command) -> None:
    outcome = netjournal("contacts", "--force")
    assert outcome.code == 2
    assert "--force goes with --output only." in outcome.err


@pytest.mark.usefixtures("journal")
def test_nothing_to_print_makes_no_file(netjournal: Command, file: Path) -> None:
    outcome = netjournal("contacts", "-o", str(file))
    assert (outcome.code, outcome.err) == (0, "No contacts yet.\nSo nothing was written.\n")
    assert not file.exists()


_WRITE = """
import sys
from pathlib import Path
from netjournal.destination import Destination
from netjournal.errors import SaveError
try:
    path = Path(sys.argv[1])
    Destination.at(path, path.with_name("journal")).write(b"x" * 200_000)
except SaveError as problem:
    print(problem)
"""


def test_a_disk_without_room_leaves_what_was_there(file: Path) -> None:
    file.write_text("mine")
    limit = (
        "import resource, signal\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
    )
    assert unprivileged.run(limit + _WRITE, file) == [f"{file} can't be written: File too large."]
    assert file.read_text() == "mine"
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_cant_be_written_is_said(file: Path) -> None:
    file.parent.chmod(0o500)
    assert unprivileged.run(_WRITE, file) == [f"{file} can't be written: Permission denied."]
    file.parent.chmod(0o700)


def test_every_command_that_prints_json_is_a_reading() -> None:
    def commands(group: click.Group) -> list[click.Command]:
        each = group.commands.values()
        return [
            one
            for command in each
            for one in (commands(command) if isinstance(command, click.Group) else [command])
        ]

    shown = [one for one in commands(program) if "as_json" in {each.name for each in one.params}]
    assert len(shown) > 15
    assert [one.name for one in shown if not isinstance(one, Reading)] == []


def markdown(netjournal: Command, *words: str) -> list[str]:
    """The lines of a reading in Markdown, without the empty ones."""
    return [line for line in netjournal(*words, "--markdown").out.splitlines() if line]


@pytest.mark.usefixtures("life")
def test_today_is_a_page_of_lists(netjournal: Command) -> None:
    lines = markdown(netjournal, "today")
    assert lines[0] == "# Sat 21 Nov 2026"
    assert "## The next seven days" in lines
    place = lines.index("## Latest")
    assert lines[place + 1].startswith("- Tue 17 Nov, 07:00")


def test_a_group_is_a_page_with_its_members(netjournal: Command, life: Journal) -> None:
    riverside = life.groups.get(life.groups.named("Riverside").id)
    life.groups.revise(
        riverside.id, dataclasses.replace(riverside, notes="one | two\n# three", name="*Club*")
    )
    lines = markdown(netjournal, "group", "show", "club")
    assert lines[0] == "# \\*Club\\*"
    assert "- Notes: one \\| two<br>\\# three" in lines
    place = lines.index("## Members")
    assert lines[place + 1].startswith("| Name | Organisation | Depth |")
    assert lines[place + 3].startswith("| Ana Ruiz | Ruiz \\& Sons |")


@pytest.mark.usefixtures("life")
def test_a_contact_is_a_page_with_their_timeline(netjournal: Command) -> None:
    lines = markdown(netjournal, "contact", "show", "ana")
    assert lines[:2] == ["# Ana Ruiz", "- Position: Ruiz \\& Sons"]
    assert "- Email: ana@ruiz.example" in lines
    place = lines.index("## Timeline")
    assert all(line.startswith("- ") for line in lines[place + 1 :])
    assert any("Her father's press." in line for line in lines[place + 1 :])


@pytest.mark.usefixtures("life")
def test_trends_are_a_page_with_tables(netjournal: Command) -> None:
    lines = markdown(netjournal, "trends")
    assert lines[0] == "# All groups, 26 weeks by week, n=4"
    assert lines[1].startswith("| When | Meetings | Energy |")
    assert any(line.startswith("| Riverside |") for line in lines)


@pytest.mark.usefixtures("life")
def test_what_one_says_of_oneself_is_a_page(netjournal: Command) -> None:
    lines = markdown(netjournal, "me")
    assert lines[0] == "# What you say of yourself"
    assert "- Habits: Arrive early" in lines


@pytest.mark.usefixtures("life")
def test_what_is_found_is_a_table(netjournal: Command) -> None:
    assert markdown(netjournal, "search", "press")[0] == ("| Whom or where | What | When | Words |")
