"""`netjournal contact`: add, show, edit, archive and forget."""

from datetime import date
from pathlib import Path

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft, Facet, Look
from netjournal.model.follow_up import Fit, FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.store.backup import back_up
from tests.cli.conftest import Command, documented
from tests.entries import STEADY, TUESDAYS, fill


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """A journal with four contacts."""
    fill(journal)
    return journal


def whole(journal: Journal, words: str) -> dict[str, object]:
    """What is said of a contact, blanks left out."""
    contact = journal.contacts.get(journal.contacts.meant(words).id)
    blank = ContactDraft(name="")
    return {
        field: value
        for field in ContactDraft.__dataclass_fields__
        if (value := getattr(contact, field)) != getattr(blank, field)
    }


def test_a_name_is_enough(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal("contact", "add", "Ana  Ruiz")
    assert (outcome.code, outcome.out, outcome.err) == (0, "Added Ana Ruiz\n", "")
    assert whole(journal, "ana") == {"name": "Ana Ruiz"}


def test_everything_that_was_said_is_kept(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal(
        *("contact", "add", "Ana Ruiz", "--organisation", "Ruiz & Sons", "--role", "Owner"),
        *("--email", "ana@ruiz.example", "--email", "a@home.example", "--phone", "+34 600 000 000"),
        *("--tag", "print", "--tag", "north", "--why", "Her father's press.", "--cadence", "30"),
        *(
            "--client",
            "Prospect",
            "--took-offence",
            "--good-referral",
            "Publishers",
            "--notes",
            "-",
        ),
        typed="Runs.\nAsks.",
    )
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "Added Ana Ruiz · Owner · Ruiz & Sons · ana@ruiz.example · a@home.example · "
        "+34 600 000 000 · tagged print, north\n"
    )
    assert whole(journal, "ana") == {
        "name": "Ana Ruiz",
        "organisation": "Ruiz & Sons",
        "role": "Owner",
        "emails": ("ana@ruiz.example", "a@home.example"),
        "phones": ("+34 600 000 000",),
        "tags": ("print", "north"),
        "why": "Her father's press.",
        "cadence_days": 30,
        "client": "prospect",
        "re_evaluate": True,
        "good_referral": "Publishers",
        "notes": "Runs.\nAsks.",
    }


def test_what_looks_mistyped_is_kept_and_doubted(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal("contact", "add", "Ana", "--email", "ana@ruiz", "--phone", "12")
    assert (outcome.code, outcome.out) == (0, "Added Ana · ana@ruiz · 12\n")
    assert outcome.err == (
        "“ana@ruiz” doesn't look like an email address; it is kept as typed.\n"
        "“12” doesn't look like a phone number; it is kept as typed.\n"
    )
    assert whole(journal, "ana")["emails"] == ("ana@ruiz",)


def test_a_namesake_is_mentioned(netjournal: Command, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    outcome = netjournal("contact", "add", "ANA RUÍZ", "--organisation", "Acme")
    said = "Someone else in the journal has that name, too: Ana Ruiz (); ANA RUÍZ (Acme).\n"
    assert (outcome.code, outcome.err) == (0, said)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((" ",), "Name is empty; type one."),
        (("Ana", "--cadence", "0"), "Cadence days can't be less than 1."),
    ],
)
def test_what_cannot_be_kept_is_refused(
    netjournal: Command, journal: Journal, words: tuple[str, ...], sentence: str
) -> None:
    outcome = netjournal("contact", "add", *words)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", f"{sentence}\n")
    assert journal.contacts.count() == 0


def test_editing_changes_what_is_given_alone(netjournal: Command, filled: Journal) -> None:
    before = whole(filled, "ana")
    outcome = netjournal(
        *("contact", "edit", "ana", "--name", "Ana Sol", "--tag", "south"),
        *("--clear", "phone", "--clear", "notes", "--no-offence"),
    )
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "Changed Ana Ruiz: name, notes, phone, tag, took offence\n"
    assert whole(filled, "ana") == {
        "name": "Ana Sol",
        "organisation": before["organisation"],
        "emails": before["emails"],
        "tags": ("south",),
    }
    filled.poll()
    assert filled.undo().label == "Changed Ana Sol"


def test_editing_nothing_or_clearing_what_is_not_there_is_a_misuse(
    netjournal: Command, filled: Journal
) -> None:
    assert netjournal("contact", "edit", "ana").code == 2
    outcome = netjournal("contact", "edit", "ana", "--clear", "name")
    assert outcome.code == 2
    assert "--clear name: there is organisation, role" in outcome.err


def test_an_archived_contact_is_out_of_the_lists_until_taken_back(
    netjournal: Command, filled: Journal
) -> None:
    assert netjournal("contact", "archive", "ana").out == "Archived Ana Ruiz\n"
    assert filled.contacts.count(Look(facet=Facet.ARCHIVED)) == 1
    assert netjournal("contact", "archive", "ana", "--back").out == "Took back Ana Ruiz\n"
    assert filled.contacts.count(Look(facet=Facet.ARCHIVED)) == 0


@pytest.fixture
def known(journal: Journal) -> Journal:
    """A journal in which someone was met, called, and is to be written to."""
    ana = journal.contacts.add(
        ContactDraft(
            name="Ana Ruiz",
            organisation="Ruiz & Sons",
            emails=("ana@ruiz.example",),
            tags=("print", "Investor"),
            notes="Runs.\nAsks.",
        )
    )
    journal.contacts.set_tag_cadence("investor", 2)
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    there = AttendanceDraft(contact_id=ana, name="Ana Ruiz", talked=True, note="Of paper.")
    for day in (10, 17):
        occasion = journal.meetings.occasion(group, date(2026, 11, day))
        journal.meetings.reflect(occasion, STEADY, (there,))
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE,
            day=date(2026, 11, 18),
            contact_ids=(ana,),
            note="On\nink.",
        )
    )
    due = date(2026, 11, 24)
    journal.follow_ups.add(
        FollowUpDraft(contact_id=ana, what="Send samples", due=due, fit=Fit.GOOD)
    )
    return journal


def test_the_card_is_shown_with_the_timeline(netjournal: Command, known: Journal) -> None:
    assert known.contacts.count() == 1
    outcome = netjournal("contact", "show", "ana")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "Ana Ruiz",
        "Ruiz & Sons",
        "Depth           3 of 4; missing: their why",
        "Last touch      Wed 18 Nov; wanted every 2 days (tag Investor); going quiet",
        "Touches         seen at 2 meetings, talked at 2; 1 interaction",
        "Groups          Riverside",
        "To do           Send samples, due Tue 24 Nov, good prospect",
        "First met       Tue 10 Nov, Riverside",
        "Last seen       Tue 17 Nov",
        "Tags            print, Investor",
        "Email           ana@ruiz.example",
        "Profile         0 of 7 parts known",
        "Notes           Runs.",
        "                Asks.",
        "",
        "Tue 24 Nov · Send samples · open",
        "Wed 18 Nov · one-to-one · On ink.",
        "Tue 17 Nov, 07:00 · Riverside · talked · Of paper.",
        "Tue 10 Nov, 07:00 · Riverside · talked · Of paper.",
    ]


def test_of_someone_new_little_is_shown(netjournal: Command, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Bo"))
    assert netjournal("contact", "show", "bo").out.splitlines() == [
        "Bo",
        "Depth           nothing recorded yet",
        "Last touch      none recorded; wanted every 90 days (default)",
        "Touches         seen at 0 meetings, talked at 0; 0 interactions",
        "Profile         0 of 7 parts known",
    ]


def test_the_cards_json_is_as_documented(netjournal: Command, known: Journal) -> None:
    assert known.contacts.count() == 1
    shown = netjournal("contact", "show", "ana", "--json").json
    assert (shown["name"], shown["depth"], shown["missing"]) == ("Ana Ruiz", 3, "their why")
    assert (shown["cadence"], shown["quiet"]) == ({"days": 2, "source": "tag Investor"}, True)
    assert (shown["times_met"], shown["first_met"]) == (2, "2026-11-10T07:00")
    assert [entry["what"] for entry in shown["timeline"]] == [
        "follow-up",
        "interaction",
        "meeting",
        "meeting",
    ]
    assert shown["timeline"][2] == {
        "what": "meeting",
        "moment": "2026-11-17T07:00",
        "title": "Riverside",
        "state": "talked",
        "note": "Of paper.",
    }
    (follow_up,) = shown["follow_ups"]
    known_keys = documented("contact show")
    assert set(shown) | set(shown["timeline"][0]) | set(follow_up) <= known_keys


def test_how_often_is_said_by_tag(netjournal: Command, known: Journal) -> None:
    assert netjournal("contact", "cadence", "print", "30").out == "print: every 30 days\n"
    assert netjournal("contact", "cadence").out.splitlines() == [
        "investor: every 2 days",
        "print: every 30 days",
    ]
    assert netjournal("contact", "cadence", "PRINT").out == "print: every 30 days\n"
    assert netjournal("contact", "cadence", "Print", "--clear").code == 0
    assert [one.tag for one in known.contacts.tag_cadences()] == ["investor"]


def test_how_often_by_tag_is_some_days(netjournal: Command, known: Journal) -> None:
    outcome = netjournal("contact", "cadence", "print", "0")
    assert (outcome.code, outcome.err) == (1, "Days can't be less than 1.\n")
    assert netjournal("contact", "cadence", "print", "3", "--clear").code == 2
    assert netjournal("contact", "cadence", "--clear").code == 2
    assert len(known.contacts.tag_cadences()) == 1


def test_forgetting_says_what_is_left(netjournal: Command, filled: Journal, path: Path) -> None:
    backup = back_up(path, "test")
    filled.contacts.add(ContactDraft(name="Bo Li", notes="Ana Ruiz knows her."))
    outcome = netjournal("contact", "forget", "ana", "--yes")
    assert (outcome.code, outcome.out) == (0, "Forgot Ana Ruiz\n")
    assert outcome.err.splitlines() == [
        "Your words still name them: contact Bo Li",
        f"This backup still holds the name: {backup}",
    ]
    assert netjournal("contacts", "--json", "ana").json == [
        bo for bo in netjournal("contacts", "--json").json if bo["name"] == "Bo Li"
    ]


def test_forgetting_asks_first(netjournal: Command, filled: Journal) -> None:
    assert netjournal("contact", "forget", "ana", typed="n\n").code == 130
    assert filled.contacts.count() == 4
    outcome = netjournal("contact", "forget", "ana", typed="y\n")
    assert (outcome.code, filled.contacts.count()) == (0, 3)
    assert "Forget Ana Ruiz for good? It can't be undone. [y/N]: " in outcome.err


@pytest.mark.parametrize("verb", [("show",), ("edit", "--why", "x"), ("archive",), ("forget",)])
def test_whoever_is_not_clearly_meant_is_asked_for(
    netjournal: Command, filled: Journal, verb: tuple[str, ...]
) -> None:
    outcome = netjournal("contact", verb[0], "guest", *verb[1:])
    assert outcome.code == 1
    assert outcome.err.startswith("“guest” fits 3 contacts: Guest of 2026-11-03; ")
    assert netjournal("contact", verb[0], "nobody", *verb[1:]).code == 1
