"""The list of contacts: its columns, its orders, what it is narrowed to, and marks."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from threading import Event

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from netjournal.journal.contacts import Contacts
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft, Facet, Look
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.facets import FacetsDialog
from netjournal.ui.screens.contacts import ContactsScreen
from tests.ui.conftest import press, settle
from tests.ui.screens.test_contacts import names, opened
from tests.ui.test_app import shown

TODAY = date(2026, 11, 18)


def known(journal: Journal, name: str, days_ago: int, draft: ContactDraft | None = None) -> int:
    """A contact with whom a one-to-one was held so many days ago."""
    contact = journal.contacts.add(draft or ContactDraft(name=name))
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE,
            day=TODAY - timedelta(days=days_ago),
            contact_ids=(contact,),
        )
    )
    return contact


def lines(screen: ContactsScreen) -> list[str]:
    """What is drawn of the list, its titles first."""
    return [screen.table.render_line(y).text.rstrip() for y in range(screen.table.size.height)]


def marked(screen: ContactsScreen) -> list[str]:
    """Whose lines have a sign."""
    return [line[3:].split("  ")[0] for line in lines(screen)[1:] if line[1:2] == "✓"]


def add(journal: Journal, *people: str) -> list[int]:
    """Adds people of these names."""
    return [journal.contacts.add(ContactDraft(name=name)) for name in people]


async def test_a_line_shows_depth_the_last_touch_and_what_is_due(
    app: NetjournalApp, journal: Journal
) -> None:
    quiet = known(journal, "Ana", 100)
    known(journal, "Bea", 6)
    late, now, later = add(journal, "Cy", "Di", "Ed")
    for contact, due in ((late, -1), (now, 0), (later, 1)):
        journal.follow_ups.add(
            FollowUpDraft(contact_id=contact, what="call", due=TODAY + timedelta(days=due))
        )
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        titles, *rows = lines(screen)
        assert titles.split() == [
            "Name", "▲", "Organisation", "Depth", "Last", "touch", "Follow-up",
        ]  # fmt: skip
        assert rows[0].split() == ["▌", "Ana", "●●●○", "Mon", "10", "Aug", "!"]
        assert rows[1].split() == ["Bea", "●●●○", "Thu", "12", "Nov"]
        assert [row.split()[1:] for row in rows[2:5]] == [
            ["Tue", "17", "Nov", "!"],
            ["Wed", "18", "Nov", "!"],
            ["Thu", "19", "Nov"],
        ]
        await screen.desk.act(lambda own: own.contacts.set_cadence([quiet], 365))
        await settle(pilot)
        assert lines(screen)[1].split() == ["▌", "Ana", "●●●○", "Mon", "10", "Aug"]


async def test_each_column_sorts_both_ways(app: NetjournalApp, journal: Journal) -> None:
    known(journal, "Ana", 1, ContactDraft(name="Ana", organisation="Zinc"))
    known(journal, "Bob", 9, ContactDraft(name="Bob", organisation="Alum"))
    journal.contacts.add(ContactDraft(name="Cy", organisation="Mica", why="his shop"))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "S")
        assert names(screen) == ["Cy", "Bob", "Ana"]
        assert "Name ▼" in lines(screen)[0]
        await press(pilot, "s")
        assert names(screen) == ["Bob", "Cy", "Ana"]
        assert "Organisat… ▲" in lines(screen)[0]
        await press(pilot, "s", "s")
        assert names(screen) == ["Ana", "Bob", "Cy"]
        assert "Depth ▼" in lines(screen)[0]
        await press(pilot, "S")
        assert names(screen) == ["Cy", "Ana", "Bob"]
        await press(pilot, "s", "S")
        assert names(screen) == ["Bob", "Ana", "Cy"]
        assert "Last touch ▲" in lines(screen)[0]


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40), (200, 60)])
async def test_the_column_sorted_by_is_always_shown(
    app: NetjournalApp, journal: Journal, size: tuple[int, int]
) -> None:
    add(journal, "Ana")
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        for title in ("Name", "Organ", "Groups", "Depth", "Last touch", "Follow-up"):
            assert title in lines(screen)[0]
            assert any(sign in lines(screen)[0] for sign in "▲▼")
            assert "Ana" in lines(screen)[1]
            await press(pilot, "s")


async def test_a_click_on_a_title_sorts_by_it_and_again_backward(
    app: NetjournalApp, journal: Journal
) -> None:
    add(journal, "Ana", "Bob")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.click("Table", offset=(4, 0))
        await settle(pilot)
        assert names(screen) == ["Bob", "Ana"]
        await pilot.click("Table", offset=(lines(screen)[0].index("Last"), 0))
        await settle(pilot)
        assert "Last touch ▼" in lines(screen)[0]
        assert names(screen) == ["Ana", "Bob"]


async def test_the_list_is_narrowed_to_a_facet_and_a_tag_together(
    app: NetjournalApp, journal: Journal
) -> None:
    for name, why, tags in (
        ("Ana", "", ("print",)),
        ("Bob", "his shop", ("print",)),
        ("Cy", "", ()),
    ):
        journal.contacts.add(ContactDraft(name=name, why=why, tags=tags))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "x")
        assert isinstance(app.screen, FacetsDialog)
        assert "no why yet" in shown(app)
        await press(pilot, *"no wh", "enter")
        assert names(screen) == ["Ana", "Cy"]
        assert "2 people · no why yet" in shown(app)
        await press(pilot, "x", *"tag p", "enter")
        assert names(screen) == ["Ana"]
        assert "1 person · no why yet · tagged print" in shown(app)
        await press(pilot, "x", *"no wh", "enter")
        assert names(screen) == ["Ana", "Bob"]
        await press(pilot, "x", "enter")
        assert names(screen) == ["Ana", "Bob", "Cy"]
        assert "3 people · by name" in shown(app)


async def test_leaving_the_choice_keeps_the_list(app: NetjournalApp, journal: Journal) -> None:
    add(journal, "Ana")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "x", "down", "down", "up", "pagedown", "pageup", "escape")
        assert names(screen) == ["Ana"]
        await press(pilot, "x", *"zzz", "enter")
        assert "Nothing here is called that." in shown(app)


async def test_an_empty_list_says_why(app: NetjournalApp, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana", why="her shop", tags=("print",)))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        for down, sentence in (
            (1, "Nobody is going quiet."),
            (2, "You know the why of everyone here."),
            (3, "No follow-up is due."),
            (4, "Nobody took offence."),
            (5, "Nobody is archived."),
        ):
            await press(pilot, "x", *["down"] * down, "enter")
            assert sentence in shown(app)
        await press(pilot, "x", *"tag print", "enter")
        assert "Nobody fits all of that." in shown(app)
        await press(pilot, "slash", "q", "enter")
        assert "Nobody here fits these words." in shown(app)
        await press(pilot, "slash", "escape", "x", "enter", "a")
        assert "Everyone is archived." in shown(app)
        assert "will be listed here" not in shown(app)


async def test_the_marked_get_a_tag_in_one_step(app: NetjournalApp, journal: Journal) -> None:
    ids = add(journal, "Ana", "Bob", "Cy")
    journal.contacts.tag(ids[2:], "Print")

    def tagged() -> list[tuple[str, ...]]:
        return [journal.contacts.get(contact).tags for contact in ids]

    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "space", "space")
        assert marked(screen) == ["Ana", "Bob"]
        assert "✓ 2 marked · 3 people" in shown(app)
        await press(pilot, "t")
        assert "Tag 2 people" in shown(app)
        await press(pilot, *"pr")
        await press(pilot, "right", "ctrl+s")
        assert tagged() == [("Print",), ("Print",), ("Print",)]
        assert marked(screen) == ["Ana", "Bob"]
        await press(pilot, "u")
        assert tagged() == [(), (), ("Print",)]
        await press(pilot, "escape", "G", "t", *"print", "tab", "right", "ctrl+s")
        assert tagged() == [(), (), ()]


async def test_a_tag_must_be_said(app: NetjournalApp, journal: Journal) -> None:
    add(journal, "Ana")
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "t", "ctrl+s")
        assert "Type a tag" in shown(app)
        await press(pilot, *"print", "ctrl+s")
        assert journal.contacts.count(Look(tag="print")) == 1


async def test_all_listed_are_marked_and_archived_and_brought_back(
    app: NetjournalApp, journal: Journal
) -> None:
    add(journal, "Ana", "Anton", "Bea")
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        await press(pilot, "slash", *"an", "enter", "asterisk")
        assert marked(screen) == ["Ana", "Anton"]
        await press(pilot, "slash", "escape")
        assert marked(screen) == ["Ana", "Anton"]
        await press(pilot, "a")
        assert names(screen) == ["Bea"]
        assert "Archived 2 people" in shown(app)
        assert "marked" not in shown(app).splitlines()[1]
        await press(pilot, "A", "asterisk", "a", "A")
        assert names(screen) == ["Ana", "Anton", "Bea"]
        await press(pilot, "u", "u")
        assert journal.contacts.count() == 3


async def test_marking_all_again_takes_the_marks_off(app: NetjournalApp, journal: Journal) -> None:
    add(journal, "Ana", "Bob")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "space", "asterisk")
        assert marked(screen) == ["Ana", "Bob"]
        await press(pilot, "asterisk")
        assert marked(screen) == []
        await press(pilot, "asterisk", "escape")
        assert marked(screen) == []


async def test_the_marked_are_deleted_once_confirmed_and_come_back(
    app: NetjournalApp, journal: Journal
) -> None:
    add(journal, "Ana", "Bob", "Cy")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "space", "space", "d")
        assert "Delete 2 people?" in shown(app)
        await press(pilot, "n")
        assert journal.contacts.count() == 3
        await press(pilot, "d", "y")
        assert names(screen) == ["Cy"]
        assert screen.marking.marked == frozenset()
        await press(pilot, "u")
        assert names(screen) == ["Ana", "Bob", "Cy"]


async def test_on_an_opened_page_marks_are_left_alone(app: NetjournalApp, journal: Journal) -> None:
    add(journal, "Ana", "Bob", "Cy")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "space", "space", "enter", "a", "escape")
        assert names(screen) == ["Ana", "Bob"]
        assert journal.contacts.count(Look(facet=Facet.ARCHIVED)) == 1


async def test_whoever_is_gone_is_no_longer_marked(app: NetjournalApp, journal: Journal) -> None:
    ids = add(journal, "Ana", "Bob")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "asterisk")
        assert screen.marking.marked == set(ids)
        await screen.desk.act(lambda own: own.contacts.delete(ids[0]))
        await settle(pilot)
        assert screen.marking.marked == {ids[1]}
        assert "✓ 1 marked" in shown(app)


async def test_what_takes_long_is_said_while_it_is_under_way(
    app: NetjournalApp, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(journal, "Ana", "Bob")
    free, archive_all = Event(), Contacts.archive_all

    def slow(contacts: Contacts, ids: tuple[int, ...], archived: bool = True) -> None:
        free.wait()
        archive_all(contacts, ids, archived)

    monkeypatch.setattr(Contacts, "archive_all", slow)
    monkeypatch.setattr("netjournal.ui.screens.contact_batches._SOON", 0)
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "asterisk")
        await pilot.press("a")
        while "Archiving 2 people …" not in shown(app):
            await pilot.pause()
        free.set()
        await settle(pilot)
        assert "Archiving" not in shown(app)
        assert "Everyone is archived." in shown(app)


async def test_a_locked_journal_keeps_the_order_shown(app: NetjournalApp, path: Path) -> None:
    with closing(Journal.open(path)) as journal:
        add(journal, "Ana", "Bob")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await pilot.press("S")
            assert "Name ▲" in lines(screen)[0]
            assert names(screen) == ["Ana", "Bob"]
            other.execute("ROLLBACK")
        await settle(pilot)
        assert "Name ▼" in lines(screen)[0]


async def test_names_of_any_writing_keep_the_columns_in_line(
    app: NetjournalApp, journal: Journal
) -> None:
    for name in ("N" * 1_000, "a" + "\u0301" * 60, "שלום עולם", "李伟明" * 30, "👩‍👩‍👧 🇫🇷", "❤️ 1️⃣"):
        known(journal, name, 6, ContactDraft(name=name, organisation="Zinc"))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        rows = lines(screen)[1:7]
        assert {cell_len(row[: row.index("Zinc")]) for row in rows} == {
            cell_len(lines(screen)[0].split("Organ")[0])
        }
        assert {cell_len(row[: row.index("Thu 12 Nov")]) for row in rows} == {
            cell_len(lines(screen)[0].split("Last")[0])
        }
        assert screen.query_one(Input).value == ""


async def test_how_often_is_said_for_those_marked_or_for_a_tag(
    app: NetjournalApp, journal: Journal
) -> None:
    for name, tags in (("Ana", ("print",)), ("Bo", ()), ("Cy", ("print",))):
        journal.contacts.add(ContactDraft(name=name, tags=tags))
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "3", "space", "space", "C")
        assert "How often to be in touch with 2 people" in shown(app)
        await press(pilot, *"soon", "ctrl+s")
        assert "soon isn't a number of days" in shown(app)
        await press(pilot, *["backspace"] * 4, *"4000", "ctrl+s")
        assert "can't be more than 3650" in shown(app)
        await press(pilot, *["backspace"] * 4, *"45", "ctrl+s")
        lines = journal.contacts.pages().page(0, 3)
        assert [journal.contacts.get(line.id).cadence_days for line in lines] == [45, 45, None]
        await press(pilot, "u", "escape", "C", *"30", "tab", *"print", "ctrl+s")
        assert [journal.contacts.card(line.id).cadence.days for line in lines] == [30, 90, 30]
