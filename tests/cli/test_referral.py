"""`netjournal referral` and `netjournal referrals`."""

from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from tests.cli.conftest import Command, documented


@pytest.fixture(autouse=True)
def people(journal: Journal) -> Journal:
    """A journal with a few people and a group."""
    for name in ("Ana Ruiz", "Bo Li", "Anabel Cruz"):
        journal.contacts.add(ContactDraft(name=name))
    journal.groups.join(GroupDraft(name="Riverside"))
    return journal


def test_a_name_and_a_way_are_enough(netjournal: Command) -> None:
    outcome = netjournal("referral", "add", "bo", "--given")
    assert (outcome.code, outcome.out) == (0, "Noted: referral given to Bo Li · Sat 21 Nov\n")
    (given,) = netjournal("referrals", "--json").json
    assert (given["prospect"], given["level"], given["status"]) == (None, None, "passed")


def test_everything_that_was_said_is_kept(netjournal: Command) -> None:
    netjournal("referral", "add", "bo", "--received", "--on", "thu")
    outcome = netjournal(
        *("referral", "add", "ana ruiz", "--received", "--about", "Zoe Hart", "--level", "5"),
        *("--status", "contacted", "--group", "river", "--on", "fri", "--out-of", "bo"),
        *("--note", "-"),
        typed="A shop.",
    )
    assert outcome.out == (
        "Noted: referral received from Ana Ruiz about Zoe Hart (new) · Fri 20 Nov · "
        "level 5, introduced in person · contacted · Riverside · out of another · with a note\n"
    )
    newest, first = netjournal("referrals", "--json").json
    assert newest == {
        "id": 2,
        "date": "2026-11-20",
        "direction": "received",
        "partner": "Ana Ruiz",
        "prospect": "Zoe Hart",
        "group": "Riverside",
        "level": 5,
        "status": "contacted",
        "source": 1,
        "spin_offs": 0,
        "business": None,
        "note": "A shop.",
    }
    assert first["spin_offs"] == 1
    assert set(newest) <= documented("referrals")


def test_it_moves_and_brings_business_more_than_once(netjournal: Command) -> None:
    netjournal("referral", "add", "bo", "--received", "--about", "Zoe")
    assert netjournal("referral", "move", "zoe", "contacted").out == (
        "Contacted: referral received from Bo Li about Zoe\n"
    )
    netjournal("referral", "move", "bo", "won", "--amount", "1200.50", "--on", "thu")
    outcome = netjournal("referral", "move", "bo", "won", "--amount", "50")
    assert outcome.out == "Won: referral received from Bo Li about Zoe · brought 1,250.50 in all\n"
    assert netjournal("referrals", "--json").json[0]["business"] == "1250.50"


def test_several_amounts_are_noted_at_once_and_undone_at_once(
    netjournal: Command, path: Path
) -> None:
    netjournal("referral", "add", "bo", "--received")
    outcome = netjournal("referral", "move", "bo", "won", "--amount", "1,200", "--amount", "12.34")
    assert outcome.out == "Won: referral received from Bo Li · brought 1,212.34 in all\n"
    with closing(Journal.open(path)) as journal:
        assert sorted(one.amount for one in journal.business.of(1)) == [Decimal("12.34"), 1200]
        journal.undo()
        assert journal.business.of(1) == ()
    wrong = netjournal("referral", "move", "bo", "won", "--amount", "5", "--amount", "0")
    assert wrong.code == 1
    assert netjournal("referrals", "--json").json[0]["business"] is None


def test_a_move_and_what_it_brought_are_one_step(netjournal: Command, path: Path) -> None:
    netjournal("referral", "add", "bo", "--received")
    netjournal("referral", "move", "bo", "won", "--amount", "50")
    with closing(Journal.open(path)) as journal:
        assert journal.undo().label == "Moved to won: a referral from Bo Li"
    (undone,) = netjournal("referrals", "--json").json
    assert (undone["status"], undone["business"]) == ("passed", None)


@pytest.mark.parametrize("amount", ["0", "1.0005"])
def test_with_an_amount_that_is_none_it_does_not_move(netjournal: Command, amount: str) -> None:
    netjournal("referral", "add", "bo", "--received")
    assert netjournal("referral", "move", "bo", "won", "--amount", amount).code != 0
    assert netjournal("referrals", "--json").json[0]["status"] == "passed"


def test_words_say_which_is_meant(netjournal: Command) -> None:
    for note in ("Her shop.", "His van."):
        netjournal("referral", "add", "bo", "--given", "--note", note)
    outcome = netjournal("referral", "move", "bo", "won")
    assert outcome.code == 1
    assert outcome.err == (
        "There are 2 such referrals: referral given to Bo Li, Sat 21 Nov, “His van.”; referral "
        "given to Bo Li, Sat 21 Nov, “Her shop.”. "
        "Type some words of the one that is meant, or its day.\n"
    )
    assert netjournal("referral", "move", "bo", "lost", "van").code == 0
    assert netjournal("referral", "move", "bo", "won").code == 0
    statuses = [one["status"] for one in netjournal("referrals", "--json").json]
    assert statuses == ["lost", "won"]


def test_its_day_says_which_is_meant(netjournal: Command) -> None:
    for day in ("2026-11-03", "2026-11-12"):
        netjournal("referral", "add", "bo", "--given", "--on", day)
    assert "Thu 12 Nov; referral given" in netjournal("referral", "move", "bo", "won").err
    assert netjournal("referral", "move", "bo", "won", "3", "nov").code == 0
    assert netjournal("referral", "move", "bo", "lost", "2026-11-12").code == 0
    statuses = [one["status"] for one in netjournal("referrals", "--json").json]
    assert statuses == ["lost", "won"]


def test_of_those_that_say_the_same_the_latest_is_meant(netjournal: Command) -> None:
    for _ in range(2):
        netjournal("referral", "add", "bo", "--given")
    assert netjournal("referral", "move", "bo", "won").code == 0
    statuses = [one["status"] for one in netjournal("referrals", "--json").json]
    assert statuses == ["won", "passed"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "ana", "--given"], "fits 2 contacts: Ana Ruiz; Anabel Cruz"),
        (["add", "bo", "--given", "--about", "bo li"], "can't be the partner as well"),
        (["add", "bo", "--given", "--about", "BO"], "can't be the partner as well"),
        (["add", "bo", "--given", "--level", "6"], "Level goes from 1 to 5"),
        (["add", "bo", "--given", "--on", "tomorrow"], "Sun 22 Nov 2026 is still to come"),
        (["add", "bo", "--given", "--group", "chamber"], "no group whose name holds"),
        (["add", "bo", "--given", "--out-of", "anabel"], "no such referral with Anabel Cruz"),
        (["move", "anabel", "won"], "no such referral with Anabel Cruz, or about them"),
    ],
)
def test_a_problem_is_a_sentence(netjournal: Command, words: list[str], sentence: str) -> None:
    outcome = netjournal("referral", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert netjournal("referrals").out == ""


@pytest.mark.parametrize(
    ("amount", "code", "sentence"),
    [
        ("ten", 1, "isn't an amount"),
        ("1.005", 1, "three decimals"),
        ("0", 1, "Amount is 0"),
        ("NaN", 1, "isn't an amount"),
    ],
)
def test_an_amount_that_is_none_moves_nothing(
    netjournal: Command, amount: str, code: int, sentence: str
) -> None:
    netjournal("referral", "add", "bo", "--received")
    outcome = netjournal("referral", "move", "bo", "won", "--amount", amount)
    assert (outcome.code, outcome.out) == (code, "")
    assert sentence in outcome.err
    assert netjournal("referrals", "--json").json[0]["status"] == "passed"


@pytest.mark.parametrize(
    "words", [["add", "bo"], ["move", "bo", "gone"], ["move", "bo", "won", "--on", "today"]]
)
def test_misuse_notes_nothing(netjournal: Command, words: list[str]) -> None:
    assert netjournal("referral", *words).code == 2


@pytest.mark.parametrize("status", ["passed", "contacted", "lost"])
def test_what_brought_business_is_won(netjournal: Command, status: str) -> None:
    netjournal("referral", "add", "bo", "--given")
    outcome = netjournal("referral", "move", "bo", status, "--amount", "5")
    assert outcome.code == 2
    assert "What brought an --amount is won" in outcome.err
    assert netjournal("referrals", "--json").json[0]["business"] is None


def test_the_way_it_went_has_to_be_said(netjournal: Command) -> None:
    outcome = netjournal("referral", "add", "bo")
    assert "Say which way it went: --given or --received." in outcome.err


@pytest.fixture
def several(netjournal: Command) -> None:
    """A referral given in March, and one received that was won."""
    netjournal("referral", "add", "bo", "--given", "--on", "2026-03-02", "--level", "2")
    netjournal("referral", "add", "anabel", "--received", "--about", "=Zoe", "--on", "thu")
    netjournal("referral", "move", "anabel", "won", "--amount", "1250")


@pytest.mark.usefixtures("several")
def test_they_are_listed_newest_first(netjournal: Command) -> None:
    assert netjournal("referrals").out.splitlines() == [
        "Day         Way       With         About  Level  Status  Business",
        "Thu 19 Nov  received  Anabel Cruz  =Zoe          won     1,250",
        "Mon 2 Mar   given     Bo Li               2      passed",
    ]
    assert netjournal("referrals", "--csv", "--received").out.splitlines() == [
        "id,date,direction,partner,prospect,group,level,status,source,spin_offs,business,note",
        "2,2026-11-19,received,Anabel Cruz,'=Zoe,,,won,,0,1250.00,",
    ]


def test_what_came_out_of_one_and_its_note_are_listed(netjournal: Command) -> None:
    netjournal("referral", "add", "bo", "--given", "--note", "Her shop.\nAnd his.", "--on", "thu")
    netjournal("referral", "add", "anabel", "--received", "--out-of", "bo")
    assert netjournal("referrals").out.splitlines() == [
        "Day         Way       With         Status  Spin-offs  Note",
        "Sat 21 Nov  received  Anabel Cruz  passed",
        "Thu 19 Nov  given     Bo Li        passed  1          Her shop.",
    ]


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["zoe"], [2]),
        (["bo", "li"], [1]),
        (["--given"], [1]),
        (["--open"], [1]),
        (["--from", "thu"], [2]),
        (["--to", "wed"], [1]),
        (["--received", "--open"], []),
    ],
)
def test_some_of_them_are_listed(netjournal: Command, words: list[str], found: list[int]) -> None:
    assert [one["id"] for one in netjournal("referrals", "--json", *words).json] == found


def test_none_is_said_beside_the_output(netjournal: Command) -> None:
    outcome = netjournal("referrals")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "No referrals recorded.\n")
    assert netjournal("referrals", "--from", "today", "--to", "yesterday").code == 2


def test_business_is_in_the_currency_preferred(netjournal: Command, path: Path) -> None:
    folder = path.parent / ".config" / "netjournal"
    folder.mkdir(parents=True)
    (folder / "preferences.toml").write_text('currency = "CHF"\n')
    netjournal("referral", "add", "bo", "--received")
    netjournal("referral", "move", "bo", "won", "--amount", "9.90")
    heading, line = netjournal("referrals").out.splitlines()
    assert heading.endswith("Status  Business (CHF)")
    assert line.endswith("won     9.90")
