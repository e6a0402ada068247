"""`netjournal prep`."""

from datetime import date

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft
from tests.cli.conftest import Command, documented
from tests.entries import fill


def test_one_page_before_the_next_meeting(netjournal: Command, journal: Journal) -> None:
    fill(journal)
    bo = journal.contacts.add(ContactDraft(name="Bo\x1b", why="Trees", organisation="Oak"))
    journal.invitations.send(
        InvitationDraft(contact_id=bo, sent_on=date(2026, 11, 21)),
        journal.meetings.occasion(1, date(2026, 11, 24)),
    )
    journal.contacts.revise(1, ContactDraft(name="Ana Ruiz", good_referral="Builders"))
    assert [line for line in netjournal("prep").out.splitlines() if line] == [
        "Riverside · Tue 24 Nov, 07:00–08:30",
        "Likely there",
        "  Ana Ruiz · 3 of the last 3 · last in touch 4 days ago",
        "  Bo, Oak · invited, pending",
        "Whose why you don't know",
        "  Ana Ruiz",
        "No one-to-one yet",
        "  Bo",
        "You promised",
        "  Ana Ruiz: Send her the deck · due Fri 27 Nov",
        "Invitations out",
        "  Bo",
        "Last notes",
        "  Ana Ruiz, Tue 17 Nov: On 2026-11-17",
        "  Ana Ruiz, Tue 10 Nov: On 2026-11-10",
        "One thing to give",
        "  Ana Ruiz looks for: Builders (nothing from you yet)",
    ]


def test_it_says_when_too_little_is_known(netjournal: Command, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Club"))
    out = netjournal("prep", "club").out
    assert out.startswith("Club · no meeting planned\n")
    assert "Who comes regularly isn't known" in out
    outcome = netjournal("prep")
    assert (outcome.code, outcome.out) == (1, "")
    assert "No meeting is planned." in outcome.err
    assert netjournal("prep", "nowhere").code == 1
    assert netjournal("prep", "--json", "--markdown").code == 2


def test_its_json_is_as_documented(netjournal: Command, journal: Journal) -> None:
    fill(journal)
    page = netjournal("prep", "riverside", "--json").json
    (ana,) = page["likely"]
    keys = {*page, *ana, *ana["notes"][0], *ana["promised"][0]}
    assert keys <= documented("prep")
    assert (page["group"], page["start"], page["rosters"]) == ("Riverside", "2026-11-24T07:00", 3)
    assert (ana["name"], ana["seen"], ana["invited"]) == ("Ana Ruiz", 3, None)
    assert page["gift"] is None


def test_markdown_escapes_what_was_written(netjournal: Command, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="*Club*"))
    assert netjournal("prep", "--markdown", "club").out.startswith("# \\*Club\\* · no meeting")
