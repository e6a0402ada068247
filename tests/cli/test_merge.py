"""`netjournal contact merge` and `netjournal contacts --duplicates`."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.referral import Direction, ReferralDraft
from tests.cli.conftest import Command, documented


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Dieter noted twice, two called Maria, and Bo."""
    journal.contacts.add(
        ContactDraft(name="Dieter Neumann", organisation="Beacon", emails=("d@neumann.example",))
    )
    short = journal.contacts.add(
        ContactDraft(
            name="D. Neumann", organisation="Foto", emails=("D@neumann.example",), role="=x"
        )
    )
    journal.follow_ups.add(FollowUpDraft(contact_id=short, what="Ring"))
    for firm in ("Bakery", "Notaries"):
        journal.contacts.add(ContactDraft(name="Maria Silva", organisation=firm))
    journal.contacts.add(ContactDraft(name="Bo Li"))


def test_it_shows_what_will_be_and_asks(netjournal: Command, journal: Journal) -> None:
    refused = netjournal("contact", "merge", "d. neu", "dieter", typed="n\n")
    assert refused.code == 130
    assert journal.contacts.count() == 5
    assert refused.out.splitlines() == [
        "D. Neumann (Foto) into Dieter Neumann (Beacon)",
        "              Will say           No longer",
        "name          Dieter Neumann     D. Neumann",
        "organisation  Beacon             Foto",
        "role          =x",
        "emails        d@neumann.example",
        "Moves along: 1 follow-up",
    ]
    agreed = netjournal("contact", "merge", "d. neu", "dieter", typed="y\n")
    assert (agreed.code, agreed.out.splitlines()[-1]) == (
        0,
        "Merged D. Neumann into Dieter Neumann",
    )
    assert journal.contacts.count() == 4


def test_texts_of_both_are_shown_side_by_side(netjournal: Command, journal: Journal) -> None:
    for name, met in (("Kim Novak", "At the fair.\nIn May."), ("K. Novak", "On the train.")):
        journal.contacts.add(ContactDraft(name=name, how_met=met))
    shown = netjournal("contact", "merge", "k. novak", "kim", typed="n\n").out
    assert "how met  At the fair. · In May. · On the train.\n" in shown


def test_what_the_one_who_ends_has_right_is_taken(netjournal: Command, journal: Journal) -> None:
    words = ("contact", "merge", "d. neu", "dieter", "--take", "organisation", "--yes")
    assert netjournal(*words).code == 0
    dieter = journal.contacts.get(journal.contacts.named("Dieter Neumann")[0])
    assert (dieter.organisation, dieter.role) == ("Foto", "=x")
    wrong = netjournal("contact", "merge", "bo", "dieter", "--take", "why", "--yes")
    assert (wrong.code, wrong.err) == (1, "Why can't be picked so here; leave it out.\n")
    assert netjournal("contact", "merge", "bo", "dieter", "--take", "shoes").code == 2


def test_who_takes_a_name_is_told_from_who_had_it(netjournal: Command) -> None:
    words = ("contact", "merge", "d. neu", "dieter", "--take", "name", "--yes")
    said = netjournal(*words).out.splitlines()[-1]
    assert said == "Merged D. Neumann into Dieter Neumann, now D. Neumann"


def test_two_of_one_name_are_merged_by_it_only_when_asked(
    netjournal: Command, journal: Journal
) -> None:
    ambiguous = netjournal("contact", "merge", "maria", "dieter", "--yes")
    assert ambiguous.code == 1
    assert "“maria” fits 2 contacts: Maria Silva (Bakery); Maria Silva (Notaries)" in ambiguous.err
    assert netjournal("contact", "merge", "maria silva", typed="").code == 130
    assert len(journal.contacts.named("Maria Silva")) == 2
    assert netjournal("contact", "merge", "maria silva", "Maria Silva", "--yes").code == 0
    assert len(journal.contacts.named("Maria Silva")) == 1


def test_who_cannot_be_merged_is_said(netjournal: Command, journal: Journal) -> None:
    journal.referrals.add(
        ReferralDraft(
            direction=Direction.GIVEN,
            day=journal.clock.now().date(),
            partner_id=journal.contacts.named("Bo Li")[0],
            prospect_id=journal.contacts.named("Dieter Neumann")[0],
        )
    )
    for words, sentence in (
        (("bo", "bo li"), "A contact can't be merged into themselves; choose two."),
        (("bo", "BO"), "A contact can't be merged into themselves; choose two."),
        (("bo",), "There aren't two contacts named “bo”; name WHO and INTO."),
        (("bo", "nobody"), "There is no contact whose name holds “nobody”."),
        (("bo", "dieter"), "is about Dieter Neumann, so they are two people."),
    ):
        outcome = netjournal("contact", "merge", *words, "--yes")
        assert outcome.code == 1
        assert sentence in outcome.err
    journal.contacts.add(ContactDraft(name="Maria Silva"))
    assert "3 contacts are named “maria silva”" in netjournal("contact", "merge", "maria silva").err
    assert journal.contacts.count() == 6


def test_pairs_are_listed_as_text_json_and_csv(netjournal: Command, journal: Journal) -> None:
    assert netjournal("contacts", "--duplicates").out.splitlines() == [
        "Noted first              Noted later             Why",
        "Dieter Neumann (Beacon)  D. Neumann (Foto)       same email address",
        "Maria Silva (Bakery)     Maria Silva (Notaries)  same name",
    ]
    first, second = netjournal("contacts", "--duplicates", "--json").json
    assert first["second"] == {
        "name": "D. Neumann",
        "organisation": "Foto",
        "emails": ["D@neumann.example"],
        "phones": [],
        "archived": False,
    }
    assert (second["likenesses"], second["score"]) == (["same name"], 28)
    assert {*first, *first["first"]} <= documented("contacts")
    assert netjournal("contacts", "--duplicates", "--csv").out.splitlines()[:2] == [
        "first,first_organisation,second,second_organisation,likenesses,score",
        "Dieter Neumann,Beacon,D. Neumann,Foto,same email address,50",
    ]


def test_without_a_pair_it_says_so(netjournal: Command, journal: Journal) -> None:
    journal.contacts.delete_all(journal.contacts.every())
    outcome = netjournal("contacts", "--duplicates")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nobody looks like somebody else.\n")
    for more in (("print",), ("--quiet",), ("--tag", "x"), ("--reverse",)):
        assert netjournal("contacts", "--duplicates", *more).code == 2
