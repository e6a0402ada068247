"""Groups: asked into, joined, tried, left, and why they are worth others' time."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import Commitment, GroupDraft, Period, Sincerity, Status
from netjournal.model.invitation import InvitationDraft
from netjournal.model.me import MeDraft
from netjournal.model.membership import MembershipDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.doubts import Doubts
from netjournal.ui.dialogs.experiment import ExperimentDialog
from netjournal.ui.dialogs.group import GroupDialog
from netjournal.ui.dialogs.joining import JoinDialog, LeaveDialog
from netjournal.ui.dialogs.value import ValueDialog
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Line, Paragraph
from tests.entries import TUESDAYS
from tests.ui.conftest import StandingClock, press, settle
from tests.ui.screens.test_groups import groups, names, page

MILL, CLUB = 1, 2
TODAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def candidate(journal: Journal) -> None:
    """A group I am all in with, and one that Ana asked me into."""
    journal.groups.join(GroupDraft(name="Mill", commitment=Commitment.ALL_IN), TUESDAYS)
    asked = GroupDraft(name="Club [/]", status=Status.CANDIDATE, sincerity=Sincerity.SINCERE)
    journal.groups.join(asked, TUESDAYS, inviter="Ana")


async def go(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys one after the other, each when the app is at rest."""
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def doubted(app: NetjournalApp) -> str:
    """What the form doubts."""
    doubts = app.screen.query_one(Doubts)
    return str(doubts.render()) if doubts.region else ""


async def test_a_candidate_is_joined_and_undone_by_keys(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "2", "j", "y")
        assert isinstance(app.screen, JoinDialog)
        app.screen.query_one("#commitment", Choice).value = "regular"
        app.screen.query_one("#motive", Line).value = "Printers"
        app.screen.query_one("#willing_hours", Line).value = "6.5"
        app.screen.query_one("#dues", Line).value = "1,200"
        app.screen.query_one("#dues_period", Choice).value = "year"
        await go(pilot, "ctrl+s")
        group = journal.groups.get(CLUB)
        assert (group.status, group.joined_on) == (Status.MEMBER, TODAY)
        assert (group.commitment, group.motive) == (Commitment.REGULAR, "Printers")
        assert (group.willing_hours, group.dues) == (Decimal("6.5"), Decimal(1200))
        assert group.dues_period is Period.YEAR
        assert group.sincerity is Sincerity.SINCERE
        await go(pilot, "u")
        assert journal.groups.get(CLUB).status is Status.CANDIDATE


async def test_what_is_too_much_is_said_and_not_forbidden(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.groups.join(GroupDraft(name="Rotary", commitment=Commitment.ALL_IN))
    journal.groups.join(GroupDraft(name="Chamber", status=Status.TRIAL))
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "2", "G", "y")
        assert "You would be in 4 groups; you want at most 3" in doubted(app)
        assert "all in" not in doubted(app)
        app.screen.query_one("#commitment", Choice).value = "all in"
        await settle(pilot)
        assert "all in with 3 groups; you want at most 2 (now Mill, Rotary)" in doubted(app)
        await go(pilot, "ctrl+s")
        assert journal.groups.get(CLUB).commitment is Commitment.ALL_IN


async def test_what_cannot_be_read_is_said_at_its_field(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, "2", "j", "y")
        app.screen.query_one("#dues", Line).value = "much"
        app.screen.query_one("#joined_on", Line).value = "someday"
        await go(pilot, "ctrl+s")
        said = [str(one.render()) for one in app.screen.query(".field--problem") if one.region]
        assert any("“much” isn't an amount" in one for one in said)
        assert any("isn't a day" in one for one in said)
    assert journal.groups.get(CLUB).status is Status.CANDIDATE


async def test_a_member_can_leave_and_no_member_can_join(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "2", "y")
        assert not isinstance(app.screen, JoinDialog)
        await go(pilot, "x")
        assert isinstance(app.screen, LeaveDialog)
        last = app.screen.query_one("#left_on", Line)
        last.value = "18 Dec"
        await settle(pilot)
        assert any(
            ", in 30 days" in str(one.render()) for one in app.screen.query(".field--problem")
        )
        last.value = "yesterday"
        await go(pilot, "ctrl+s")
        group = journal.groups.get(MILL)
        assert (group.status, group.left_on) == (Status.LEFT, TODAY - timedelta(days=1))
        await go(pilot, "G", "x")
        assert not isinstance(app.screen, LeaveDialog)
        await go(pilot, "y")
        assert isinstance(app.screen, JoinDialog)


async def test_f_lists_only_some_groups(app: NetjournalApp, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Gone", status=Status.LEFT))
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        known = ("Mill", "Club", "Gone")
        await go(pilot, "2")
        for _ in range(5):
            said = str(groups(app).filter_line.query_one("Static").render())
            seen.append((said, [name for line in names(app) for name in known if name in line]))
            await go(pilot, "f")
    assert seen == [
        ("3 groups", ["Mill", "Club", "Gone"]),
        ("1 group I am in", ["Mill"]),
        ("1 candidate", ["Club"]),
        ("1 group I left", ["Gone"]),
        ("3 groups", ["Mill", "Club", "Gone"]),
    ]


async def test_an_experiment_is_noted_and_looked_back_at_when_it_is_over(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, "2", "t")
        assert isinstance(app.screen, ExperimentDialog)
        app.screen.query_one("#experiment", Line).value = "All in until December"
        app.screen.query_one("#experiment_until", Line).value = "30 Nov"
        await go(pilot, "ctrl+s")
        assert "look back" not in names(app)[0]
        clock.moment += timedelta(days=13)
        groups(app).reload()
        await settle(pilot)
        assert "look back" in names(app)[0]
        await go(pilot, "t")
        assert app.screen.focused is app.screen.query_one("#experiment_outcome", Paragraph)
        await pilot.press(*"It paid")
        await go(pilot, "ctrl+s")
        assert "look back" not in names(app)[0]
    assert journal.groups.get(MILL).experiment_outcome == "It paid"


async def test_versions_of_the_value_are_listed_corrected_and_deleted(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.groups.state_value(MILL, "First.")
    ana = journal.contacts.meant("Ana").id
    occasion = journal.meetings.occasion(MILL, date(2026, 11, 24))
    journal.invitations.send(InvitationDraft(contact_id=ana, sent_on=TODAY), occasion)
    journal.groups.state_value(MILL, "Second.")
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, "2", "v")
        table = groups(app).records.values.table
        assert table.region
        assert "Second." in table.render_line(1).text
        assert table.render_line(2).text.split()[-2:] == ["First.", "1"]
        await go(pilot, "e")
        assert isinstance(app.screen, ValueDialog)
        await go(pilot, "end", "!", "ctrl+s")
        assert "Second.!" in table.render_line(1).text
        await go(pilot, "d", "y")
        assert [one.text for one in journal.groups.values(MILL)] == ["First."]
        await go(pilot, "v")
        assert groups(app).records.meetings.table.region
        await go(pilot, "m", "v")
        assert table.region
        assert not groups(app).records.members.table.region


async def test_the_version_pointed_at_stands_there_whole(
    app: NetjournalApp, journal: Journal
) -> None:
    words = "People who ring back within the hour, and who know the printers of the town."
    for text in (words, "Second."):
        journal.groups.state_value(MILL, text)
        ana = journal.contacts.meant("Ana").id
        day = date(2026, 11, 24 if text == words else 25)
        occasion = journal.meetings.occasion(MILL, day)
        journal.invitations.send(InvitationDraft(contact_id=ana, sent_on=TODAY), occasion)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, "2", "v", "j")
        shown_whole = app.screen.query_one(".values--whole")
        assert " ".join(str(shown_whole.render()).split()) == f"{words} Invited 1"
        await go(pilot, "k", "d", "y", "d", "y")
        assert not shown_whole.region


async def test_the_page_follows_what_me_says_of_partners(
    app: NetjournalApp, journal: Journal
) -> None:
    bo = journal.contacts.add(ContactDraft(name="Bo", classification="Printer"))
    journal.memberships.add(MembershipDraft(contact_id=bo, group_id=MILL))
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, "2")
        assert "Missing" not in page(app)
        journal.me.revise(MeDraft(natural_partners=("Banker",)))
        app.on_app_focus()
        await settle(pilot)
        assert "Missing   Banker" in page(app)


async def test_a_group_one_is_in_is_changed_without_a_doubt(
    app: NetjournalApp, journal: Journal
) -> None:
    for name in ("Anvil", "Rotary", "Chamber", "Quay"):
        journal.groups.join(GroupDraft(name=name))
    async with app.run_test(size=(80, 40)) as pilot:
        await go(pilot, "2", "e")
        assert isinstance(app.screen, GroupDialog)
        assert doubted(app) == ""
        app.screen.query_one("#status", Choice).value = "left"
        app.screen.query_one("#status", Choice).value = "trial"
        await settle(pilot)
        assert doubted(app) == ""


async def test_a_new_group_asks_what_its_status_wants(app: NetjournalApp, journal: Journal) -> None:
    for name in ("Rotary", "Chamber"):
        journal.groups.join(GroupDraft(name=name))
    async with app.run_test(size=(80, 40)) as pilot:
        await go(pilot, "2", "n")
        assert isinstance(app.screen, GroupDialog)
        motive, felt = (app.screen.query_one(name) for name in ("#motive", "#sincerity"))
        assert motive.region
        assert not felt.region
        assert "You would be in 4 groups" in doubted(app)
        app.screen.query_one("#status", Choice).value = "candidate"
        await settle(pilot)
        assert felt.region
        assert not motive.region
        assert doubted(app) == ""
        await press(pilot, "ctrl+o")
        assert motive.region
        assert felt.region
