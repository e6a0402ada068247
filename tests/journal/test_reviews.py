"""What can be done with weekly reviews."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from netjournal.errors import ConflictError, InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.change import Noun
from netjournal.model.contact import ContactDraft
from netjournal.model.review import Kept, ReviewDraft, WeeklyReview
from netjournal.preferences import Preferences
from tests.conftest import SetClock
from tests.entries import at

MONDAY = date(2026, 11, 16)
DRAFT = ReviewDraft(
    week=date(2026, 11, 20),
    note="Too many breakfasts.\nToo few calls.",
    intention="Ask Li why",
    kept=Kept.PARTLY,
    habits=("Two calls", "Arrive early"),
)


@pytest.fixture
def from_sunday(path: Path, journal: Journal, clock: SetClock) -> Iterator[Journal]:
    """The same journal with weeks that begin on Sunday."""
    preferences = Preferences(week_start="sunday")
    other = Journal.open(journal.path, clock=clock, preferences=preferences)
    yield other
    other.close()


def all_of(journal: Journal) -> list[WeeklyReview]:
    """Every review, oldest first."""
    looked = [journal.quarter(date(2026, month, 1)).reviews for month in (1, 4, 7, 10)]
    return [review for reviews in looked for review in reviews]


def test_a_review_is_read_back_on_every_day_of_its_week(journal: Journal) -> None:
    review_id = journal.reviews.put(DRAFT)
    found = journal.reviews.get(MONDAY)
    assert found is not None
    assert found == WeeklyReview(
        **{name: getattr(replace(DRAFT, week=MONDAY), name) for name in DRAFT.__dataclass_fields__},
        id=review_id,
        written_at=journal.clock.utc(),
    )
    assert all(journal.reviews.get(MONDAY + timedelta(days)) == found for days in range(7))
    for outside in (MONDAY - timedelta(1), MONDAY + timedelta(7)):
        assert journal.reviews.get(outside) is None
    assert journal.reviews.latest() == found


def test_a_week_has_one_review_and_the_last_word_counts(journal: Journal) -> None:
    first = journal.reviews.put(DRAFT)
    assert journal.reviews.put(ReviewDraft(week=MONDAY, note="Better.")) == first
    (found,) = all_of(journal)
    assert (found.note, found.intention, found.kept, found.habits) == ("Better.", "", None, ())


def test_one_step_undoes_it_and_one_does_it_again(journal: Journal) -> None:
    journal.reviews.put(DRAFT)
    before = journal.reviews.get(MONDAY)
    journal.reviews.put(replace(DRAFT, note="Better.", habits=()))
    after = journal.reviews.get(MONDAY)
    assert journal.undo().label == "Reviewed the week of Mon 16 Nov 2026"
    assert journal.reviews.get(MONDAY) == before
    journal.undo()
    assert journal.reviews.get(MONDAY) is None
    journal.redo()
    journal.redo()
    assert journal.reviews.get(MONDAY) == after


def test_one_that_says_nothing_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidError, match="Note says nothing") as refused:
        journal.reviews.put(ReviewDraft(week=MONDAY, note=" \n", intention="\t", habits=(" ",)))
    assert set(refused.value.fields) == {"note"}
    assert journal.reviews.latest() is None
    assert journal.last_step() is None


@pytest.mark.parametrize(
    "said",
    [{"note": "x"}, {"intention": "x"}, {"kept": Kept.NO}, {"habits": ("x",)}],
)
def test_any_of_it_is_enough(journal: Journal, said: dict[str, object]) -> None:
    journal.reviews.put(ReviewDraft(week=MONDAY, **said))  # type: ignore[arg-type]
    assert journal.reviews.get(MONDAY) is not None


def test_text_is_cleaned_and_a_habit_is_ticked_once(journal: Journal) -> None:
    journal.reviews.put(
        ReviewDraft(
            week=MONDAY,
            note="a\x1b[31mb\r\nc",
            intention="one\nline",
            habits=("Two  calls", "two calls", " ", "Écoute"),
        )
    )
    found = journal.reviews.get(MONDAY)
    assert found is not None
    assert (found.note, found.intention) == ("a[31mb\nc", "one line")
    assert found.habits == ("Two calls", "Écoute")


def test_a_week_to_come_is_not_reviewed_yet(journal: Journal) -> None:
    with pytest.raises(InvalidError, match="Mon 23 Nov 2026 hasn't begun") as refused:
        journal.reviews.put(replace(DRAFT, week=date(2026, 11, 23)))
    assert set(refused.value.fields) == {"week"}


def test_a_clock_set_back_loses_no_week_and_doubles_none(journal: Journal, clock: SetClock) -> None:
    review_id = journal.reviews.put(DRAFT)
    clock.moment = at("2026-11-05T09:00")
    ahead = journal.reviews.latest()
    assert ahead is not None
    assert ahead.week == MONDAY
    assert journal.reviews.put(replace(DRAFT, note="Mended.")) == review_id
    journal.reviews.put(replace(DRAFT, week=clock.moment.date()))
    assert [review.week for review in all_of(journal)] == [date(2026, 11, 2), MONDAY]
    assert journal.review().before is None
    look = journal.review(MONDAY)
    assert (look.begun, look.review and look.review.note) == (False, "Mended.")


def test_weeks_that_begin_on_another_day_keep_their_reviews(
    journal: Journal, from_sunday: Journal
) -> None:
    review_id = journal.reviews.put(DRAFT)
    sunday = date(2026, 11, 15)
    found = from_sunday.review(date(2026, 11, 21)).review
    assert found is not None
    assert found.id == review_id
    assert from_sunday.reviews.put(replace(DRAFT, note="Sunday.")) == review_id
    assert [review.week for review in all_of(journal)] == [sunday]
    now = journal.reviews.get(date(2026, 11, 18))
    assert now is not None
    assert now.note == "Sunday."


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 60)), max_size=12))
def test_whatever_day_weeks_begin_on_no_two_reviews_are_of_one_week(
    tmp_path_factory: pytest.TempPathFactory, puts: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.mktemp("weeks") / "journal.db"
    clock = SetClock(at("2026-11-21T12:00"))
    with_monday = Journal.open(path, clock=clock)
    try:
        for begins, back in puts:
            with_monday.reviews._week_begins = begins
            day = date(2026, 11, 21) - timedelta(days=back)
            with_monday.reviews.put(ReviewDraft(week=day, note=f"{day}"))
            kept = with_monday.reviews.get(day)
            assert kept is not None
            assert kept.note == f"{day}"
            assert kept.week == with_monday.reviews.week(day).first
    finally:
        with_monday.close()


def test_a_review_is_deleted_and_comes_back(journal: Journal) -> None:
    journal.reviews.put(DRAFT)
    journal.reviews.delete(date(2026, 11, 22))
    assert journal.reviews.latest() is None
    with pytest.raises(NotFoundError, match="Mon 16 Nov 2026 has no review"):
        journal.reviews.delete(MONDAY)
    journal.undo()
    assert journal.reviews.latest() is not None


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_a_week_too_far_away_gets_a_sentence(journal: Journal, day: date) -> None:
    for read in (journal.review, journal.quarter, journal.reviews.get, journal.reviews.delete):
        with pytest.raises(InvalidError, match="too far away"):
            read(day)
    with pytest.raises(InvalidError, match="too far away"):
        journal.reviews.put(replace(DRAFT, week=day))


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2199, 12, 31)])
def test_the_farthest_weeks_can_be_looked_at(journal: Journal, day: date) -> None:
    assert journal.review(day).counts.meetings == journal.quarter(day).counts.meetings == 0


def test_what_it_says_is_found(journal: Journal) -> None:
    review_id = journal.reviews.put(DRAFT)
    for words in ("breakfasts", "ask li", "two calls"):
        (hit,) = journal.search(words).hits
        assert (hit.noun, hit.record_id, hit.day) == (Noun.REVIEW, review_id, "2026-11-16")
        assert hit.title == "Weekly review"
    journal.reviews.put(replace(DRAFT, note="Calm."))
    assert journal.search("breakfasts").hits == ()


def test_forgetting_someone_names_the_reviews_that_name_them(journal: Journal) -> None:
    li = journal.contacts.add(ContactDraft(name="Li Wei"))
    journal.reviews.put(replace(DRAFT, note="Li Wei is kind."))
    assert "weekly review, 2026-11-16" in str(journal.contacts.forget(li))


def test_the_file_itself_holds_one_review_a_week_that_says_something(journal: Journal) -> None:
    journal.reviews.put(DRAFT)
    for change in (
        "INSERT INTO reviews (week, note, intention, habits) VALUES ('2026-11-16', 'x', '', '')",
        "UPDATE reviews SET note = '', intention = '', habits = '', kept = NULL",
        "UPDATE reviews SET kept = 'perhaps'",
        "UPDATE reviews SET week = '2026-11-31'",
    ):
        with pytest.raises(ConflictError), journal._ledger.change("x") as writing:
            writing.session.execute(text(change))
