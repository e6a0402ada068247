"""`netjournal group edit`, `group join` and `group leave`."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import Commitment, GroupDraft, Status
from netjournal.model.membership import MembershipDraft
from tests.cli.conftest import Command, documented
from tests.conftest import SetClock
from tests.entries import TUESDAYS


def group(netjournal: Command) -> dict[str, Any]:
    """The only group."""
    (found,) = netjournal("groups", "--json").json
    assert isinstance(found, dict)
    return found


@pytest.fixture(autouse=True)
def riverside(netjournal: Command, journal: Journal) -> None:
    """A group that meets on Tuesdays, in a journal that another program has open."""
    netjournal(
        *("group", "add", "Riverside", "--every", "every Tuesday", "--at", "7", "--for", "90"),
        *("--first", "17 Nov", "--motive", "To refer", "--notes", "Parking behind"),
    )


def test_everything_can_be_said_and_the_rest_stays(netjournal: Command) -> None:
    outcome = netjournal(
        *("group", "edit", "river", "--name", "Riverbank", "--kind", "referral"),
        *("--status", "trial", "--commitment", "all in", "--purpose", "Referrals"),
        *("--interest", "4", "--invited-by", "Ana Ruiz", "--felt", "boosting"),
        *("--asked", "3 Nov", "--joined", "10 Nov", "--size", "24", "--travel", "40"),
        *("--preparation", "0", "--dues", "1,200.50", "--dues-period", "year", "--fee", "12"),
        *("--hours", "8.5", "--experiment", "All in until March", "--from", "1 Nov"),
        *("--until", "1 March", "--outcome", "Too early", "--value", "People who ring back."),
    )
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "Changed Riverside: asked Tue 3 Nov, commitment all in, dues 1,200.50, dues period year, "
        "experiment, fee 12, felt boosting, from Sun 1 Nov, hours 8.5, interest 4, "
        "joined Tue 10 Nov, kind referral, name Riverbank, outcome, preparation 0 min, purpose, "
        "size 24, status trial, travel 40 min, until Mon 1 Mar 2027, value. "
        "Invited by Ana Ruiz (new)\n"
    )
    said = {
        "name": "Riverbank",
        "kind": "referral",
        "status": "trial",
        "commitment": "all in",
        "purpose": "Referrals",
        "interest": 4,
        "invited_by": "Ana Ruiz",
        "sincerity": "boosting",
        "asked_on": "2026-11-03",
        "joined_on": "2026-11-10",
        "size": 24,
        "travel_minutes": 40,
        "preparation_minutes": 0,
        "dues": "1200.50",
        "dues_period": "year",
        "fee": "12.00",
        "willing_hours": "8.50",
        "experiment": "All in until March",
        "experiment_from": "2026-11-01",
        "experiment_until": "2027-03-01",
        "experiment_outcome": "Too early",
        "value_statement": "People who ring back.",
        "motive": "To refer",
        "notes": "Parking behind",
    }
    found = group(netjournal)
    assert {name: found[name] for name in said} == said
    assert len(found["schedules"]) == 1


def test_what_no_longer_holds_is_cleared(netjournal: Command) -> None:
    netjournal("group", "edit", "river", "--invited-by", "Ana", "--dues", "9", "--hours", "3")
    outcome = netjournal(
        *("group", "edit", "river", "--clear", "motive", "--clear", "--dues"),
        *("--clear", "hours", "--clear", "invited-by", "--purpose", "Lunch"),
    )
    assert outcome.out == (
        "Changed Riverside: purpose, no longer dues, no longer hours, no longer invited by, "
        "no longer motive\n"
    )
    found = group(netjournal)
    cleared = ("dues", "willing_hours", "invited_by")
    assert [found[name] for name in cleared] == [None] * 3
    assert (found["motive"], found["purpose"], found["notes"]) == ("", "Lunch", "Parking behind")


def test_times_change_from_a_day_on_and_keep_what_is_not_said(netjournal: Command) -> None:
    outcome = netjournal("group", "edit", "river", "--at", "8", "--times-from", "1 Dec")
    assert outcome.out == (
        "Changed Riverside. From Tue 1 Dec it meets every Tuesday, 08:00–09:30. "
        "Next: Tue 24 Nov, Tue 1 Dec, Tue 8 Dec\n"
    )
    before, after = group(netjournal)["schedules"]
    assert before["start_time"] == "07:00"
    assert after == before | {"start_time": "08:00", "applies_from": "2026-12-01"}


def test_another_rule_holds_from_today(netjournal: Command) -> None:
    outcome = netjournal("group", "edit", "river", "--every", "every second Thursday")
    assert outcome.out == (
        "Changed Riverside. It meets every second Thursday, 07:00–08:30. "
        "Next: Thu 26 Nov, Thu 10 Dec, Thu 24 Dec\n"
    )
    _, after = group(netjournal)["schedules"]
    assert after == {
        "rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "anchor": "2026-11-26",
        "start_time": "07:00",
        "duration_minutes": 90,
        "applies_from": "2026-11-21",
    }


def test_it_meets_no_more_once_that_is_cleared(netjournal: Command) -> None:
    words = ("group", "edit", "river", "--clear", "every", "--times-from")
    outcome = netjournal(*words, "1 Dec")
    assert outcome.out == (
        "Changed Riverside. From Tue 1 Dec no meetings are planned. Next: Tue 24 Nov\n"
    )
    assert netjournal(*words, "today").out == "Changed Riverside. No meetings are planned\n"
    found = group(netjournal)
    assert (found["schedules"][-1]["rule"], found["next_start"]) == ("", None)
    again = netjournal(*words, "today")
    assert (again.code, again.out) == (1, "")
    assert again.err == "Riverside has no fixed days that --clear every could end.\n"


def test_first_times_hold_from_the_day_that_is_said(netjournal: Command, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Mill"))
    outcome = netjournal(
        *("group", "edit", "mill", "--every", "thu", "--at", "8", "--times-from", "1 Dec")
    )
    assert outcome.out == (
        "Changed Mill. From Tue 1 Dec it meets every Thursday, 08:00. "
        "Next: Thu 3 Dec, Thu 10 Dec, Thu 17 Dec\n"
    )


def test_who_asked_me_in_is_said_as_they_are_known(netjournal: Command, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz", organisation="Acme"))
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    outcome = netjournal("group", "edit", "river", "--invited-by", "ana ruíz ()")
    assert outcome.out == "Changed Riverside. Invited by Ana Ruiz\n"
    assert journal.groups.get(1).invited_by == 2


def test_an_edit_is_one_step(netjournal: Command, journal: Journal) -> None:
    netjournal("group", "edit", "river", "--at", "8", "--value", "New.", "--purpose", "Lunch")
    journal.undo()
    found = journal.groups.get(1)
    assert (found.value_statement, found.purpose, len(found.schedules)) == ("", "", 1)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["river"], 2, "Say what changes"),
        (["river", "--value", " ", "--motive", ""], 2, "Say what changes"),
        (["river", "--dues", "9", "--times-from", "1 Dec"], 2, "--times-from goes with --every"),
        (["river", "--clear", "name"], 2, "--clear name: there is every, kind"),
        (["river", "--clear", "every", "--at", "8"], 2, "leave out its times"),
        (["river", "--interest", "6"], 1, "Interest goes from 1 to 5"),
        (["river", "--dues", "1.005"], 1, "three decimals"),
        (["river", "--joined", "5 Nov", "--left", "3 Nov"], 1, "before the day it was joined"),
        (["river", "--from", "5 Nov", "--until", "2026-11-01"], 1, "before the experiment begins"),
        (["river", "--name", "LAKESIDE"], 1, "already a group named"),
        (["river", "--first", "26 Nov"], 1, "doesn't meet on Thu 26 Nov 2026"),
        (["lions", "--size", "3"], 1, "no group whose name holds"),
    ],
)
def test_a_problem_is_a_sentence_and_changes_nothing(
    netjournal: Command, journal: Journal, words: list[str], code: int, sentence: str
) -> None:
    journal.groups.join(GroupDraft(name="Lakeside"))
    before = journal.groups.get(1)
    outcome = netjournal("group", "edit", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert sentence in outcome.err
    assert journal.groups.get(1) == before


def test_joining_keeps_what_is_not_said(netjournal: Command) -> None:
    netjournal("group", "edit", "river", "--status", "candidate", "--dues", "90")
    outcome = netjournal(
        *("group", "join", "river", "--on", "fri", "--commitment", "regular", "--interest", "4")
    )
    said = "Joined Riverside on Fri 20 Nov: commitment regular, interest 4\n"
    assert (outcome.out, outcome.err) == (said, "")
    found = group(netjournal)
    assert (found["status"], found["joined_on"]) == ("member", "2026-11-20")
    assert (found["commitment"], found["interest"]) == ("regular", 4)
    assert (found["dues"], found["motive"]) == ("90.00", "To refer")
    again = netjournal("group", "join", "river")
    assert (again.code, again.out) == (1, "")
    assert "a member of Riverside already" in again.err


def test_a_date_without_a_year_may_be_one_soon_to_come(netjournal: Command) -> None:
    netjournal("group", "edit", "river", "--status", "candidate")
    joined = netjournal("group", "join", "river", "--on", "1 Dec")
    assert joined.out == "Joined Riverside on Tue 1 Dec\n"
    left = netjournal("group", "leave", "river", "--on", "3 Jan")
    assert (left.code, left.out) == (1, "")
    assert "Sun 3 Jan 2027 is to come; say a day that was." in left.err


def test_joining_more_than_one_wants_is_said_and_done(
    netjournal: Command, journal: Journal, path: Path
) -> None:
    folder = path.parent / ".config" / "netjournal"
    folder.mkdir(parents=True)
    (folder / "preferences.toml").write_text("most_all_in = 1\nhours_budget = 10\n")
    journal.groups.join(GroupDraft(name="Mill", commitment=Commitment.ALL_IN))
    netjournal("group", "edit", "river", "--status", "candidate")
    outcome = netjournal(
        *("group", "join", "river", "--trial", "--commitment", "all in", "--hours", "12")
    )
    assert (outcome.code, outcome.out) == (
        0,
        "Trying out Riverside on Sat 21 Nov: commitment all in, hours 12\n",
    )
    assert outcome.err.splitlines() == [
        "You would be all in with 2 groups; you want at most 1 (now Mill).",
        "Your budget is 10 hours a month: what else you do takes 0, and this would take 12.",
    ]
    assert journal.groups.named("river").status is Status.TRIAL


def test_leaving_says_the_day(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal("group", "leave", "river", "--on", "yesterday")
    assert (outcome.code, outcome.out) == (0, "Left Riverside on Fri 20 Nov\n")
    assert str(journal.groups.get(1).left_on) == "2026-11-20"
    again = netjournal("group", "leave", "river")
    assert (again.code, again.err) == (1, "You left Riverside on Fri 20 Nov 2026 already.\n")
    journal.groups.join(GroupDraft(name="Mill", status=Status.CANDIDATE))
    assert netjournal("group", "leave", "mill").out == "Declined Mill on Sat 21 Nov\n"


def test_a_group_is_shown_with_its_cost_and_its_seats(
    netjournal: Command, journal: Journal
) -> None:
    draft = GroupDraft(name="Chamber", travel_minutes=30)
    journal.groups.join(draft, TUESDAYS, "They know each other.")
    ana = journal.contacts.add(ContactDraft(name="Ana", classification="Printer"))
    journal.memberships.add(MembershipDraft(contact_id=ana, group_id=2))
    netjournal("group", "edit", "chamber", "--dues", "100", "--dues-period", "quarter")
    netjournal("group", "edit", "chamber", "--experiment", "All in", "--until", "1 March")
    netjournal("me", "edit", "--partner", "Printer", "--partner", "Banker")
    shown = netjournal("group", "show", "chamber").out
    assert "A month             33.33" in shown
    assert "Partners there      Printer" in shown
    assert "Partners missing    Banker" in shown
    assert "Experiment          All in · until Mon 1 Mar 2027" in shown
    found = netjournal("group", "show", "chamber", "--json").json
    assert set(found) <= documented("group show") | documented("groups")
    assert found["dues_per_month"] == found["cost_per_month"] == "33.33"
    assert (found["hours_per_month"], found["fees_per_month"]) == (None, None)
    assert found["seats"]["taken"] == [{"profession": "Printer", "members": ["Ana"]}]
    assert found["seats"]["missing"] == ["Banker"]
    (statement,) = found["value_statements"]
    assert (statement["text"], statement["since"]) == ("They know each other.", "2026-11-21")
    assert statement["invited"]["sent"] == 0


def test_all_that_was_said_of_a_group_is_shown(netjournal: Command, clock: SetClock) -> None:
    netjournal("group", "edit", "river", "--value", "People who ring back.")
    clock.moment += timedelta(days=9)
    netjournal(
        *("group", "edit", "river", "--kind", "referral", "--commitment", "all in"),
        *("--purpose", "Referrals", "--interest", "4", "--invited-by", "Ana Ruiz"),
        *("--felt", "boosting", "--asked", "3 Nov", "--joined", "10 Nov", "--size", "24"),
        *("--travel", "40", "--preparation", "0", "--dues", "120", "--dues-period", "quarter"),
        *("--fee", "12.50", "--hours", "8.5", "--experiment", "All in", "--from", "1 Nov"),
        *("--until", "2026-11-28", "--value", "Printers.", "--motive", "To refer"),
    )
    netjournal("invitation", "add", "ana", "--to", "river")
    assert netjournal("group", "show", "river").out.splitlines() == [
        "Riverside",
        "Standing            member · all in · referral",
        "Meets               every Tuesday, 07:00–08:30",
        "Next                Tue 1 Dec",
        "Meetings            0, 0 reflected on",
        "Size                24",
        "Interest            4 of 5",
        "Why you joined      To refer",
        "Invited by          Ana Ruiz",
        "Asked               Tue 3 Nov",
        "Being asked felt    boosting",
        "Joined              Tue 10 Nov",
        "Travel              40 min",
        "Preparation         0 min",
        "Dues                120 a quarter",
        "Fee                 12.50 a meeting",
        "Hours you'd give    8.5 a month",
        "A month             40",
        "Purpose             Referrals",
        "Why it's worth it   Printers.",
        "                    since Mon 30 Nov, 1 invited, 0 came",
        "Before that         People who ring back.",
        "                    since Sat 21 Nov",
        "Experiment          All in · from Sun 1 Nov until Sat 28 Nov · over: say how it went",
        "Notes               Parking behind",
    ]
    markdown = netjournal("group", "show", "river", "--markdown").out
    assert "- Why you joined: To refer" in markdown


def test_the_csv_has_the_keys_of_the_json(netjournal: Command, journal: Journal) -> None:
    netjournal("group", "edit", "river", "--notes", "=1+1")
    lines = netjournal("groups", "--csv").out.splitlines()
    assert lines[0].split(",") == list(group(netjournal))
    assert "every Tuesday, 07:00–08:30" in lines[1]
    assert "'=1+1" in lines[1]
    assert netjournal("groups", "--csv", "--json").code == 2
