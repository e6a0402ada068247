"""How any command is told whom it is about."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from tests.cli.conftest import Command
from tests.entries import TUESDAYS


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Three called Maria Silva, one of whom was put away, and a group that meets on Tuesdays."""
    for organisation in ("Bakery", "", ""):
        journal.contacts.add(ContactDraft(name="Maria Silva", organisation=organisation))
    journal.contacts.archive(3)
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)


@pytest.mark.parametrize(
    ("who", "contact_id"), [("(Bakery)", 1), ("()", 2), ("(2)", 2), ("(3)", 3)]
)
def test_brackets_say_which_of_one_name_is_meant(
    netjournal: Command, journal: Journal, who: str, contact_id: int
) -> None:
    assert netjournal("follow-up", "add", f"maria silva {who}", "Ring").code == 0
    (promised,) = journal.follow_ups.of(contact_id)
    assert promised.what == "Ring"
    listed = netjournal("follow-ups", "Maria", "Silva", who, "--json").json
    assert [one["what"] for one in listed] == ["Ring"]


@pytest.mark.parametrize(
    "words",
    [
        ("log", "riverside", "--met", "Maria Silva (2)"),
        ("log", "riverside", "--met", "Maria Silva (bake)"),
        ("referral", "add", "maria silva (bakery)", "--given", "--about", "Maria Silva (2)"),
        ("group", "edit", "riverside", "--invited-by", "Maria Silva (2)"),
    ],
)
def test_they_do_so_too_where_a_name_may_be_new(
    netjournal: Command, journal: Journal, words: tuple[str, ...]
) -> None:
    outcome = netjournal(*words)
    assert (outcome.code, outcome.err) == (0, "")
    assert "new" not in outcome.out
    assert len(journal.contacts.named("Maria Silva")) == 3
    named = netjournal("contact", "add", "Bo (2)")
    assert (named.code, named.err) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        ("log", "riverside", "--met", "Maria Silva{}"),
        ("referral", "add", "maria silva (2)", "--given", "--about", "Maria Silva{}"),
        ("group", "edit", "riverside", "--invited-by", "Maria Silva{}"),
    ],
)
def test_without_them_each_is_named(netjournal: Command, words: tuple[str, ...]) -> None:
    each = "Maria Silva (Bakery); Maria Silva (2); Maria Silva (3)."
    unclear = netjournal(*words[:-1], words[-1].format(""))
    assert (unclear.code, unclear.out) == (1, "")
    assert unclear.err == (
        f"3 contacts are named “Maria Silva”: {each} "
        "Write the one who is meant as they stand here.\n"
    )
    for within in ("4", "Acme"):
        wrong = netjournal(*words[:-1], words[-1].format(f" ({within})"))
        said = f"No contact is “Maria Silva ({within})”; there is {each}\n"
        assert (wrong.code, wrong.err) == (1, said)


def test_a_known_name_with_other_words_in_brackets_may_be_new(
    netjournal: Command, journal: Journal
) -> None:
    journal.contacts.add(ContactDraft(name="Bo Li", organisation="Acme"))
    outcome = netjournal("log", "riverside", "--met", "Bo Li (the younger)")
    assert "met Bo Li (the younger) (new)" in outcome.out


def test_whoever_is_not_put_away_is_not_taken_back(netjournal: Command, journal: Journal) -> None:
    wrong = netjournal("contact", "archive", "Maria Silva (2)", "--back")
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong.err == (
        "Maria Silva isn't put away; of that name there is "
        "Maria Silva (Bakery); Maria Silva (2); Maria Silva (3).\n"
    )
    outcome = netjournal("contact", "archive", "Maria Silva (3)", "--back")
    assert (outcome.out, journal.contacts.get(3).archived) == ("Took back Maria Silva\n", False)


def test_those_of_one_name_are_merged_by_what_tells_them_apart(
    netjournal: Command, journal: Journal
) -> None:
    unclear = netjournal("contact", "merge", "maria silva")
    assert "3 contacts are named “maria silva”: Maria Silva (Bakery); Maria S" in unclear.err
    words = ("contact", "merge", "Maria Silva (3)", "Maria Silva (2)", "--yes")
    assert netjournal(*words).code == 0
    assert journal.contacts.named("Maria Silva") == (1, 2)
