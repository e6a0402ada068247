"""What is entered survives as a draft, whole, and becomes a reflection only when it can."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import InvalidError
from netjournal.model.attendance import Attendance, AttendanceDraft
from netjournal.model.meeting import ReflectionForm
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done
from netjournal.model.upshot import Someone
from netjournal.ui.widgets.entered import Entered
from netjournal.ui.widgets.noted import Names, Noted, NotedFollowUp, NotedReferral
from netjournal.ui.widgets.present import Person, Present
from tests.entries import at

RATED = Entered(energy=4, confidence=3, pushiness=1)

texts = st.text(max_size=20) | st.sampled_from(["\ud800", "Bob [/]", "“x”\n\ty", "\x1b[2J", "🙂"])
answers = st.none() | st.booleans()
ratings = st.none() | st.integers(1, 5)
people = st.builds(
    Person,
    name=texts,
    contact_id=st.none() | st.integers(1, 2**62),
    there=st.booleans(),
    last_time=st.booleans(),
    talked=answers,
    asked=answers,
    heard_pitch=answers,
    note=texts,
)
names = st.builds(
    Names,
    chosen=st.lists(
        st.builds(Someone, name=texts, contact_id=st.none() | st.integers(1, 2**62)), max_size=2
    ).map(tuple),
    typed=texts,
)
noted = st.builds(
    Noted,
    answers=st.lists(
        st.tuples(st.integers(1, 2**62), st.sampled_from(["came", "no-show", "declined"])),
        max_size=2,
    ).map(tuple),
    invited=names,
    referrals=st.lists(
        st.builds(
            NotedReferral,
            direction=st.sampled_from([None, "given", "received"]),
            partner=names,
            level=ratings,
            prospect=names,
            note=texts,
        ),
        max_size=2,
    ).map(tuple),
    follow_ups=st.lists(
        st.builds(NotedFollowUp, contact=names, what=texts, due=texts, on=st.dates().map(str)),
        max_size=2,
    ).map(tuple),
)
everything = st.builds(
    Entered,
    energy=ratings,
    confidence=ratings,
    pushiness=ratings,
    energy_before=ratings,
    present=st.builds(
        Present, people=st.lists(people, max_size=4).map(tuple), counts=st.booleans()
    ),
    name=texts,
    opportunities=texts,
    headcount=texts,
    pitched=answers,
    gives=texts,
    asks=texts,
    received=texts,
    quick_fix=answers,
    planned_work=texts,
    planned_done=st.none() | st.sampled_from([done.value for done in Done]),
    notes=texts,
    noted=st.none() | noted.filter(lambda noted: noted.filled),
)


@given(everything)
def test_a_draft_holds_everything_entered(entered: Entered) -> None:
    assert Entered.from_body(entered.body()) == entered


@given(st.text(max_size=60) | st.sampled_from(["[]", "{}", '{"present": 3}', "[" * 5000, "null"]))
def test_no_body_breaks_the_form(body: str) -> None:
    read = Entered.from_body(body)
    assert read is None or isinstance(read, Entered)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("energy", 7),
        ("energy", True),
        ("pitched", 1),
        ("notes", None),
        ("planned_done", "perhaps"),
        ("present", {"people": [{"name": 3}], "counts": True}),
        ("noted", 3),
        ("noted", {"answers": [[1, "perhaps"]]}),
        ("noted", {**asdict(Noted()), "invited": {"chosen": [{"name": 3}], "typed": ""}}),
        ("noted", {**asdict(Noted()), "referrals": [{**asdict(NotedReferral()), "level": 9}]}),
        ("noted", {**asdict(Noted()), "follow_ups": [{**asdict(NotedFollowUp()), "due": "fri"}]}),
    ],
)
def test_a_body_of_the_wrong_kind_is_unreadable(field: str, value: object) -> None:
    body = json.loads(RATED.body())
    body[field] = value
    assert Entered.from_body(json.dumps(body)) is None


def test_a_body_of_another_version_is_read_as_far_as_it_is_known() -> None:
    body = RATED.body().replace('"energy": 4', '"energy": 4, "mood": "blue"')
    assert Entered.from_body(body) == RATED


def test_blank_stays_unknown() -> None:
    reflection = RATED.reflection()
    assert reflection.opportunities is None
    assert reflection.quick_fix is None
    assert reflection.gives == ()
    assert RATED.present.roster() is None


def test_zero_is_an_answer() -> None:
    assert replace(RATED, opportunities=" 0 ").reflection().opportunities == 0


def test_lines_are_counted_apart() -> None:
    assert replace(RATED, gives="a\n\n b ").reflection().gives == ("a", "b")


@pytest.mark.parametrize(
    ("field", "entered"),
    [
        ("opportunities", replace(RATED, opportunities="two")),
        ("opportunities", replace(RATED, opportunities="-1")),
        ("headcount", replace(RATED, headcount="1e3")),
        ("name", replace(RATED, name="Hal")),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field(field: str, entered: Entered) -> None:
    with pytest.raises(InvalidError) as refused:
        entered.reflection()
    assert set(refused.value.fields) == {field}


def test_missing_ratings_are_named() -> None:
    with pytest.raises(InvalidError) as refused:
        Entered(confidence=3).reflection()
    assert set(refused.value.fields) == {"energy", "pushiness"}


def test_what_was_typed_is_carried_over_to_what_is_recorded() -> None:
    recorded = Entered(energy=2, notes="before", received="a lead")
    typed = Entered(energy=4, notes="mine")
    assert typed.rebased(Entered(), recorded) == replace(recorded, energy=4, notes="mine")


def test_the_meetings_facts_are_left_alone_unless_they_changed() -> None:
    occasion = Occasion(start=at("2026-11-17T07:00"), group_id=1, meeting_id=None, name="Riverside")
    assert RATED.meeting(occasion, None) is None
    facts = replace(RATED, pitched=True, headcount="12").meeting(occasion, None)
    assert facts is not None
    assert (facts.start, facts.group_id, facts.title) == (at("2026-11-17T07:00"), 1, "")
    assert (facts.pitched, facts.headcount) == (True, 12)


def test_a_form_without_a_record_only_suggests() -> None:
    occasion = Occasion(start=at("2026-11-17T07:00"), group_id=1, meeting_id=None, name="Riverside")
    last_time = (AttendanceDraft(contact_id=1, name="Ana"),)
    form = ReflectionForm(occasion=occasion, meeting=None, last_time=last_time)
    assert Entered.of(form).present.suggests
    assert replace(Entered.of(form), present=Present()) == Entered()


def test_recorded_people_count_and_last_times_others_are_left_out() -> None:
    ana = Attendance(
        contact_id=1,
        name="Ana",
        talked=True,
        asked=None,
        heard_pitch=None,
        note="n",
        first_seen=False,
    )
    present = Present.of(
        (ana,),
        (AttendanceDraft(contact_id=1, name="Ana"), AttendanceDraft(contact_id=2, name="Li")),
    )
    assert present.counts
    assert [(person.name, person.there) for person in present.people] == [
        ("Ana", True),
        ("Li", False),
    ]
