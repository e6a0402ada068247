"""`netjournal review`."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.me import MeDraft
from netjournal.model.review import Kept, ReviewDraft
from tests.cli.conftest import Command, documented
from tests.entries import fill

MONDAY = date(2026, 11, 16)


def lines(text: str) -> list[str]:
    """What was printed, without the empty lines."""
    return [line for line in text.splitlines() if line]


@pytest.fixture
def life(journal: Journal) -> Journal:
    """A little of everything, and last week's review."""
    fill(journal)
    journal.reviews.put(ReviewDraft(week=date(2026, 11, 9), note="Calm.", intention="Call Bo"))
    return journal


def test_a_week_is_printed_from_what_happened_to_what_was_intended(
    netjournal: Command, life: Journal
) -> None:
    life.follow_ups.add(FollowUpDraft(contact_id=1, what="Ring", due=date(2026, 11, 20)))
    assert lines(netjournal("review").out) == [
        "Week 47 of 2026, Mon 16 Nov to Sun 22 Nov 2026",
        "What happened",
        "  1 meeting, 2 people, 1 met for the first time",
        "  0 one-to-ones",
        "  Referrals: 0 given, 0 received",
        "  Invitations: 0 sent, 1 came",
        "  Energy: 3; 12 weeks before: 3.0 (n=3)",
        "  Confidence: 4; 12 weeks before: 4.0 (n=3)",
        "  Pushiness: 1; 12 weeks before: 1.0 (n=3)",
        "Meetings",
        "  Tue 17 Nov, 07:00 · Riverside · energy 3 steady, confidence 4 sure, "
        "pushiness 1 relaxed · 2 there, 1 new",
        "Overdue",
        "  Ana Ruiz: Ring · due Fri 20 Nov",
        "For depth",
        "  Ana Ruiz, Riverside: Ask why they do what they do",
        "Habits",
        "  Arrive early · not ticked · 1 of 2 weeks",
        "Intention",
        "  week of Mon 9 Nov: Call Bo · kept: not said",
        "Not reviewed yet. Write it with: netjournal review --note TEXT",
    ]


def test_a_week_without_anything_is_printed_too(netjournal: Command, journal: Journal) -> None:
    out = netjournal("review", "--week", "2020-03-02").out
    assert lines(out)[:3] == [
        "Week 10 of 2020, Mon 2 Mar to Sun 8 Mar 2020",
        "What happened",
        "  Nothing is recorded of it.",
    ]
    journal.me.revise(MeDraft(habits=("Two calls",)))
    assert lines(netjournal("review", "--week", "2020-03-02").out)[-1] == "  Two calls · not ticked"
    assert "Energy" not in out
    assert "Not reviewed yet" not in out


def test_a_week_to_come_asks_for_nothing(netjournal: Command, life: Journal) -> None:
    assert life.review().agenda is not None
    out = netjournal("review", "--week", "2026-11-24").out
    assert lines(out)[2] == "  Nothing is recorded of it."
    assert not {"Overdue", "For depth", "Going quiet"} & {*lines(out)}
    assert "Not reviewed yet" not in out


def test_writing_fills_what_is_named_and_leaves_the_rest(
    netjournal: Command, life: Journal
) -> None:
    life.me.revise(MeDraft(habits=("Two calls", "Arrive early")))
    assert netjournal("review", "--kept", "Partly", "--habit", "calls").code == 0
    out = netjournal("review", "--note", "-", "--intention", "Ask Li", typed="One.\nTwo.\n").out
    assert lines(out)[-4:] == ["Review", "  One.", "  Two.", "  Intention: Ask Li"]
    netjournal("review", "--habit", "arrive early")
    found = life.reviews.get(MONDAY)
    assert found is not None
    assert (found.note, found.intention, found.kept) == ("One.\nTwo.", "Ask Li", Kept.PARTLY)
    assert found.habits == ("Two calls", "Arrive early")
    assert "  Two calls · kept · 1 of 3 weeks" in netjournal("review").out
    assert "Call Bo · kept: partly" in netjournal("review").out


def test_the_week_written_is_the_one_named(netjournal: Command, life: Journal) -> None:
    netjournal("review", "--week", "1 week ago", "--note", "Mended.")
    found = life.reviews.get(date(2026, 11, 9))
    assert found is not None
    assert (found.note, found.intention) == ("Mended.", "Call Bo")
    assert life.reviews.get(MONDAY) is None


def test_it_begins_on_the_day_a_person_prefers(
    netjournal: Command, life: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = life.path.parent / "preferences.toml"
    kept.write_text('week_start = "sunday"\n')
    monkeypatch.setattr("netjournal.cli.session.preferences_file", lambda: kept)
    out = netjournal("review", "--note", "x").out
    assert out.startswith("Week 47 of 2026, Sun 15 Nov to Sat 21 Nov 2026")
    latest = life.reviews.latest()
    assert latest is not None
    assert latest.week == date(2026, 11, 15)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--habit", "sleep"], 1, "“sleep” is none of your habits. There is: Arrive early."),
        (["--habit", ""], 1, "“” is none of your habits"),
        (["--note", " "], 1, "Note says nothing"),
        (["--week", "2026-12-24", "--note", "x"], 1, "hasn't begun"),
        (["--week", "0001-01-01"], 1, "1 is too far away"),
        (["--week", "9999-12-31", "--quarter"], 1, "9999 is too far away"),
        (["--week", "someday"], 1, "“someday” isn't a day"),
        (["--quarter", "--note", "x"], 2, "leave --quarter out"),
        (["--json", "--markdown"], 2, "not for both"),
        (["--kept", "perhaps"], 2, "perhaps"),
    ],
)
def test_what_cannot_be_gets_a_sentence(
    netjournal: Command, life: Journal, words: list[str], code: int, said: str
) -> None:
    outcome = netjournal("review", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err


def test_words_that_fit_several_habits_name_them(netjournal: Command, journal: Journal) -> None:
    journal.me.revise(MeDraft(habits=("Two calls", "No calls on Friday")))
    err = netjournal("review", "--habit", "calls").err
    assert "“calls” fits 2 of your habits. There is: Two calls; No calls on Friday." in err


def test_a_quarter_is_printed_with_its_reviews(netjournal: Command, life: Journal) -> None:
    out = netjournal("review", "--quarter").out
    assert lines(out)[0] == "Quarter 4 of 2026, Thu 1 Oct to Thu 31 Dec 2026"
    assert "  4 meetings, 4 people, 4 met for the first time" in out
    assert "quarter before: too few (n=0)" in out
    assert "  Arrive early · 1 of 2 weeks" in lines(out)
    assert lines(out)[-3:] == [
        "Review of the week of Mon 9 Nov",
        "  Calm.",
        "  Intention: Call Bo",
    ]


def test_markdown_escapes_what_was_written(netjournal: Command, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="[Bo](http://x)\x1b"))
    journal.follow_ups.add(FollowUpDraft(contact_id=1, what="<b>", due=date(2026, 11, 1)))
    journal.reviews.put(ReviewDraft(week=MONDAY, note="# One\n- two", intention="*go*"))
    out = netjournal("review", "--markdown").out
    assert out.startswith("# Week 47 of 2026")
    assert "- \\[Bo\\](http://x): \\<b\\> · due Sun 1 Nov" in out
    assert out.endswith("## Review\n\n\\# One  \n\\- two\n\nIntention: \\*go\\*\n")


def test_its_json_is_as_documented(netjournal: Command, life: Journal) -> None:
    life.contacts.revise(1, ContactDraft(name="Ana Ruiz", good_referral="Builders"))
    life.interactions.add(InteractionDraft(kind=InteractionKind.CALL, day=MONDAY, contact_ids=(1,)))
    netjournal("review", "--note", "x", "--kept", "yes", "--habit", "early")
    reading = netjournal("review", "--json").json
    keys = {*reading, *reading["counts"], *reading["ratings"]["energy"], *reading["gift"]}
    for part in ("meetings", "plan", "habits"):
        keys |= {*reading[part][0]}
    assert keys <= documented("review")
    assert (reading["period"], reading["year"], reading["number"]) == ("week", 2026, 47)
    assert reading["ratings"]["energy"] == {"mean": None, "n": 1, "before": 3.0, "before_n": 3}
    assert reading["gift"] == {
        "name": "Ana Ruiz",
        "good_referral": "Builders",
        "last_gift": None,
    }
    assert reading["review"] == {
        "week": "2026-11-16",
        "note": "x",
        "intention": "",
        "kept": "yes",
        "habits": ["Arrive early"],
    }
    assert reading["before"]["intention"] == "Call Bo"


def test_looking_back_makes_no_journal(netjournal: Command) -> None:
    assert "There is no journal" in netjournal("review").err
