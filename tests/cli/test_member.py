"""`netjournal member`."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def people(journal: Journal) -> Journal:
    """A journal with a few people and two groups."""
    for name in ("Ana Ruiz", "Bo Li", "Anabel Cruz"):
        journal.contacts.add(ContactDraft(name=name))
    for name in ("Riverside", "Rotary"):
        journal.groups.join(GroupDraft(name=name))
    return journal


def test_who_and_where_are_enough(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal("member", "add", "bo", "river")
    assert (outcome.code, outcome.out) == (0, "Noted: Bo Li in Riverside\n")
    (held,) = journal.memberships.of_contact(2)
    assert (held.role, held.since, held.until) == ("", None, None)


def test_what_is_understood_is_printed(netjournal: Command, journal: Journal) -> None:
    said = ("--role", "Chair", "--for", "Notary", "--since", "3 March", "--until", "yesterday")
    outcome = netjournal("member", "add", "ana ruiz", "rotary", *said)
    assert outcome.out == (
        "Noted: Ana Ruiz in Rotary · Chair · sits for Notary · since Tue 3 Mar · until Fri 20 Nov\n"
    )
    (held,) = journal.memberships.of_contact(1)
    assert (held.role, held.classification) == ("Chair", "Notary")
    assert (held.since, held.until) == (date(2026, 3, 3), date(2026, 11, 20))


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        ((), date(2026, 11, 21), "until Sat 21 Nov"),
        (("--on", "tue"), date(2026, 11, 17), "until Tue 17 Nov"),
    ],
)
def test_one_ends(
    netjournal: Command, journal: Journal, words: tuple[str, ...], day: date, said: str
) -> None:
    netjournal("member", "add", "bo", "river", "--role", "Chair")
    netjournal("member", "add", "bo", "rotary")
    outcome = netjournal("member", "end", "bo", "river", *words)
    assert outcome.out == f"Ended: Bo Li in Riverside · Chair · {said}\n"
    ends = {held.group: held.until for held in journal.memberships.of_contact(2)}
    assert ends == {"Riverside": day, "Rotary": None}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "ana", "river"), "fits 2 contacts"),
        (("add", "zoe", "river"), "There is no contact"),
        (("add", "bo", "r"), "fits 2 groups"),
        (("add", "bo", "river", "--since", "soon"), "isn't a day I can read"),
        (
            ("add", "bo", "river", "--since", "2026-03-02", "--until", "2026-03-01"),
            "Until is before the day it began.",
        ),
        (("end", "ana ruiz", "river"), "Ana Ruiz has no membership in Riverside that could end."),
    ],
)
def test_a_problem_is_a_sentence(
    netjournal: Command, journal: Journal, words: tuple[str, ...], sentence: str
) -> None:
    outcome = netjournal("member", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert not any(journal.memberships.of_contact(who) for who in (1, 2, 3))


def test_nobody_is_twice_in_one_group(netjournal: Command, journal: Journal) -> None:
    netjournal("member", "add", "bo", "river", "--since", "2024-03-01")
    outcome = netjournal("member", "add", "bo", "river", "--role", "Chair")
    assert outcome.code == 1
    assert "Bo Li is in Riverside already, since Fri 1 Mar 2024" in outcome.err
    assert len(journal.memberships.of_contact(2)) == 1


def test_who_has_left_cannot_leave_again(netjournal: Command) -> None:
    netjournal("member", "add", "bo", "river", "--until", "2026-06-30")
    outcome = netjournal("member", "end", "bo", "river")
    assert outcome.code == 1
    assert "Bo Li has no membership in Riverside that could end." in outcome.err
