"""What can be done with meetings."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.event import listen

from netjournal.errors import AmbiguousError, InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import LogEntry, Meeting, MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at, one_off, present

_MOST_VARIABLES = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
RATED = LogEntry(energy=2, confidence=3, pushiness=4)


@pytest.fixture
def group(journal: Journal) -> int:
    """A group that meets on Tuesdays, from before it was added."""
    return journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)


def starts(occasions: tuple[Occasion, ...]) -> list[str]:
    """When occasions are."""
    return [f"{occasion.start:%Y-%m-%dT%H:%M}" for occasion in occasions]


def people(meeting: Meeting) -> list[str]:
    """Who was at a meeting."""
    return [there.name for there in meeting.attendances]


def test_one_can_reflect_on_meetings_from_before_the_group_was_added(
    journal: Journal, group: int
) -> None:
    occasions = journal.meetings.occasions(group, days_back=14)
    assert starts(occasions) == ["2026-11-17T07:00", "2026-11-10T07:00"]
    assert {(o.group_id, o.meeting_id, o.name, o.duration_minutes) for o in occasions} == {
        (group, None, "Riverside", 90)
    }


def test_an_occasion_begins_with_its_first_minute(
    journal: Journal, group: int, clock: SetClock
) -> None:
    clock.moment = at("2026-11-24T06:59")
    assert starts(journal.meetings.occasions(days_back=1)) == []
    clock.moment = at("2026-11-24T07:00")
    assert starts(journal.meetings.occasions(days_back=1)) == ["2026-11-24T07:00"]


def test_what_is_recorded_covers_the_schedules_meeting_of_that_day(
    journal: Journal, group: int
) -> None:
    moved = MeetingDraft(start=at("2026-11-17T18:00"), group_id=group, place="Mill")
    meeting = journal.meetings.add(moved)
    first, second = journal.meetings.occasions(group, days_back=14)
    assert (first.start, first.meeting_id, first.place) == (moved.start, meeting, "Mill")
    assert second.start == at("2026-11-10T07:00")


def test_what_is_reflected_on_called_off_or_missed_is_no_occasion(
    journal: Journal, group: int
) -> None:
    meetings = journal.meetings
    meetings.reflect(meetings.occasion(group, date(2026, 11, 17)), STEADY)
    meetings.call_off(meetings.occasion(group, date(2026, 11, 10)))
    meetings.miss(meetings.occasion(group, date(2026, 11, 3)))
    assert starts(meetings.occasions(days_back=28)) == ["2026-10-27T07:00"]


def test_the_latest_begun_meeting_is_meant_without_a_day(journal: Journal, group: int) -> None:
    assert journal.meetings.occasion(group).start == at("2026-11-17T07:00")
    other = journal.groups.join(GroupDraft(name="Unplanned"))
    assert journal.meetings.occasion(other).start == at("2026-11-21T12:00")


def test_a_day_means_the_meeting_recorded_or_planned_on_it(journal: Journal, group: int) -> None:
    occasion = journal.meetings.occasion
    assert occasion(group, date(2026, 11, 10)).start == at("2026-11-10T07:00")
    assert occasion(group, date(2026, 11, 11)).start == at("2026-11-11T07:00")
    assert occasion(group, at("2026-11-11T19:00")).start == at("2026-11-11T19:00")
    late = journal.meetings.add(MeetingDraft(start=at("2026-11-10T19:00"), group_id=group))
    early = journal.meetings.add(MeetingDraft(start=at("2026-11-10T06:00"), group_id=group))
    assert occasion(group, at("2026-11-10T18:00")).meeting_id == late
    assert occasion(group, at("2026-11-10T08:00")).meeting_id == early


def test_a_time_far_from_any_meeting_of_its_day_means_a_new_one(
    journal: Journal, group: int
) -> None:
    occasion = journal.meetings.occasion
    planned = at("2026-11-10T07:00")
    for time in ("05:00", "07:30", "09:00"):
        assert occasion(group, at(f"2026-11-10T{time}")).start == planned
    for time in ("04:59", "09:01", "19:00"):
        assert occasion(group, at(f"2026-11-10T{time}")).start == at(f"2026-11-10T{time}")
    breakfast = journal.meetings.reflect(occasion(group, planned), STEADY).meeting_id
    assert occasion(group, at("2026-11-10T08:30")).meeting_id == breakfast
    evening = occasion(group, at("2026-11-10T19:00"))
    assert (evening.start, evening.meeting_id) == (at("2026-11-10T19:00"), None)
    second = journal.meetings.reflect(evening, replace(STEADY, energy=5)).meeting_id
    assert second != breakfast
    stood = journal.meetings.get(breakfast).reflection
    assert stood is not None
    assert stood.energy == STEADY.energy
    assert occasion(group, planned.date()).meeting_id == breakfast


def test_a_meeting_moved_within_its_day_is_still_the_one_planned(
    journal: Journal, group: int, clock: SetClock
) -> None:
    moved = journal.meetings.add(MeetingDraft(start=at("2026-11-24T19:00"), group_id=group))
    assert journal.invitations.next_of(group).meeting_id == moved
    clock.moment = at("2026-11-24T22:00")
    assert journal.meetings.occasion(group).meeting_id == moved


def test_a_title_and_a_day_mean_the_one_off_recorded(journal: Journal, group: int) -> None:
    named = journal.meetings.one_off
    noon = MeetingDraft(start=at("2026-11-20T12:00"), title="Trade Fair", place="Mill")
    evening = MeetingDraft(start=at("2026-11-20T19:00"), title="Trade Fair")
    first, second = journal.meetings.add(noon), journal.meetings.add(evening)
    journal.meetings.add(MeetingDraft(start=noon.start, title="Lunch"))
    found = named(date(2026, 11, 20), "trade  FAIR")
    assert (found.start, found.meeting_id, found.group_id) == (noon.start, first, None)
    assert (found.name, found.place) == ("Trade Fair", "Mill")
    assert named(at("2026-11-20T18:00"), "Trade fair").meeting_id == second
    assert named(at("2026-11-20T15:30"), "Trade fair").meeting_id is None


def test_a_title_and_a_moment_mean_a_new_one_off(journal: Journal, group: int) -> None:
    moment = at("2026-11-17T19:00")
    journal.meetings.add(MeetingDraft(start=at("2026-11-16T19:00"), title="Riverside"))
    journal.meetings.add(MeetingDraft(start=at("2026-11-17T07:00"), group_id=group))
    new = Occasion(start=moment, group_id=None, meeting_id=None, name="Riverside")
    assert journal.meetings.one_off(moment, "Riverside") == new
    with pytest.raises(InvalidError, match="2026-11-17 19:00") as refused:
        journal.meetings.one_off(moment.date(), "Riverside")
    assert list(refused.value.fields) == ["when"]


def test_a_reflection_makes_its_meeting(journal: Journal, group: int) -> None:
    occasion = journal.meetings.occasion(group)
    said = replace(
        STEADY,
        energy_before=5,
        opportunities=0,
        gives=(" a  lead ", ""),
        asks=("a name",),
        received="coffee",
        quick_fix=False,
        planned_work="proposal",
        notes="Long.\nAnd good.",
    )
    reflected = journal.meetings.reflect(occasion, said, present("Zoë", "ana "))
    meeting = journal.meetings.get(reflected.meeting_id)
    assert reflected.new_contacts == ("Zoë", "ana")
    assert (meeting.start, meeting.group, meeting.duration_minutes) == (
        occasion.start,
        "Riverside",
        90,
    )
    kept = meeting.reflection
    assert kept is not None
    assert (kept.gives, kept.asks, kept.opportunities) == (("a lead",), ("a name",), 0)
    assert (kept.quick_fix, kept.planned_done, kept.notes) == (False, None, "Long.\nAnd good.")
    assert people(meeting) == ["ana", "Zoë"]
    assert all(there.first_seen for there in meeting.attendances)


def test_reflecting_again_edits(journal: Journal, group: int) -> None:
    meetings = journal.meetings
    first = meetings.reflect(meetings.occasion(group), STEADY)
    again = meetings.reflect(meetings.occasion(group), replace(STEADY, energy=5))
    planned = Occasion(
        start=at("2026-11-17T07:00"), group_id=group, meeting_id=None, name="Riverside"
    )
    once_more = meetings.reflect(planned, replace(STEADY, energy=4))
    assert first.meeting_id == again.meeting_id == once_more.meeting_id
    (meeting,) = meetings.all()
    assert meeting.reflection is not None
    assert meeting.reflection.energy == 4


def test_a_roster_is_made_exactly_so_and_none_leaves_it(journal: Journal, group: int) -> None:
    meetings = journal.meetings
    meeting_id = meetings.reflect(
        meetings.occasion(group), STEADY, present("Ana", "Bo", "Li")
    ).meeting_id
    ana, bo, _ = meetings.get(meeting_id).attendances
    meetings.reflect(meetings.occasion(group), STEADY)
    assert people(meetings.get(meeting_id)) == ["Ana", "Bo", "Li"]
    roster = (
        AttendanceDraft(contact_id=bo.contact_id, name="Bo", talked=True, note="Knows Li."),
        *present("Zoe"),
    )
    reflected = meetings.reflect(meetings.occasion(group), STEADY, roster)
    assert reflected.new_contacts == ("Zoe",)
    there = meetings.get(meeting_id).attendances
    assert [(one.name, one.talked, one.note) for one in there] == [
        ("Bo", True, "Knows Li."),
        ("Zoe", None, ""),
    ]
    assert journal.contacts.get(ana.contact_id).name == "Ana"
    meetings.reflect(meetings.occasion(group), STEADY, ())
    assert people(meetings.get(meeting_id)) == []


def test_someone_merged_away_meanwhile_is_named(journal: Journal, group: int) -> None:
    kept, gone = (journal.contacts.add(ContactDraft(name=name)) for name in ("Ana", "Anna"))
    occasion = journal.meetings.occasion(group, date(2026, 11, 17))
    roster = [AttendanceDraft(contact_id=one, name=name) for one, name in ((kept, "Ana"),)]
    merged = AttendanceDraft(contact_id=gone, name="Anna")
    journal.merging.merge(kept, gone)
    with pytest.raises(NotFoundError, match="deleted or merged: Anna"):
        journal.meetings.reflect(occasion, STEADY, (*roster, merged))
    assert journal.meetings.all() == ()
    journal.meetings.reflect(occasion, STEADY, tuple(roster))
    assert people(journal.meetings.all()[0]) == ["Ana"]


def test_facts_of_the_meeting_are_saved_with_the_reflection(journal: Journal, group: int) -> None:
    occasion = journal.meetings.occasion(group)
    facts = MeetingDraft(
        start=occasion.start, group_id=group, pitched=True, headcount=22, place="Mill"
    )
    for count in (22, 23):
        journal.meetings.reflect(occasion, STEADY, meeting=replace(facts, headcount=count))
    (meeting,) = journal.meetings.all()
    assert (meeting.pitched, meeting.headcount, meeting.place) == (True, 23, "Mill")


def test_what_has_not_begun_is_not_reflected_on(
    journal: Journal, group: int, clock: SetClock
) -> None:
    occasion = journal.meetings.occasion(group, date(2026, 11, 24))
    for verb in (
        lambda: journal.meetings.reflect(occasion, STEADY),
        lambda: journal.meetings.log(occasion, RATED),
        lambda: journal.meetings.miss(occasion),
    ):
        with pytest.raises(InvalidError, match="24 Nov") as refusal:
            verb()
        assert list(refusal.value.fields) == ["start"]
    assert journal.meetings.all() == ()
    clock.moment = occasion.start
    journal.meetings.reflect(occasion, STEADY)


def test_what_is_reflected_on_after_all_was_held(journal: Journal, group: int) -> None:
    meetings = journal.meetings
    meetings.miss(meetings.occasion(group))
    meetings.reflect(meetings.occasion(group), STEADY, present("Ana"))
    (meeting,) = meetings.all()
    assert (meeting.missed, meeting.cancelled) == (False, False)
    assert journal.groups.lines()[0].meetings == 1


def test_a_reflection_outlives_the_deletion_of_its_meeting(journal: Journal, group: int) -> None:
    meetings = journal.meetings
    for occasion in (meetings.occasion(group), one_off("2026-11-20T08:00")):
        meeting_id = meetings.reflect(occasion, STEADY).meeting_id
        opened = meetings.form(occasion._replace(meeting_id=meeting_id)).occasion
        meetings.delete(meeting_id)
        meetings.reflect(opened, replace(STEADY, notes="Written while it was deleted."))
        (meeting,) = meetings.all()
        assert meeting.name == occasion.name
        journal.undo()


def test_the_form_suggests_who_was_there_last_time(journal: Journal, group: int) -> None:
    meetings = journal.meetings
    earlier = meetings.occasion(group, date(2026, 11, 3))
    talked = AttendanceDraft(name="Ana", talked=True, note="private")
    meetings.reflect(earlier, STEADY, (talked, *present("Bo")))
    meetings.reflect(meetings.occasion(group, date(2026, 11, 10)), STEADY)
    form = meetings.form(meetings.occasion(group))
    assert form.meeting is None
    assert [(one.name, one.talked, one.note) for one in form.last_time] == [
        ("Ana", None, ""),
        ("Bo", None, ""),
    ]
    assert meetings.form(earlier).last_time == ()
    assert meetings.form(one_off("2026-11-20T08:00")).last_time == ()


def test_a_log_fills_keeps_and_replaces(journal: Journal, group: int) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    occasion = journal.meetings.occasion(group)
    first = journal.meetings.log(occasion, replace(RATED, met=("ána ruiz", "Bo", "bo"), notes="A"))
    assert (first.new_contacts, first.kept) == (("Bo",), ())
    assert people(first.meeting) == ["Ana Ruiz", "Bo"]
    second = journal.meetings.log(
        occasion,
        LogEntry(energy=5, pushiness=4, received="tea", notes="B", met=("Zoe",), headcount=9),
    )
    assert second.kept == ("energy", "notes")
    kept = second.meeting.reflection
    assert kept is not None
    assert (kept.energy, kept.notes, kept.received) == (2, "A", "tea")
    assert (people(second.meeting), second.meeting.headcount) == (["Ana Ruiz", "Bo", "Zoe"], 9)
    third = journal.meetings.log(occasion, LogEntry(energy=5, headcount=10), replace=True)
    assert third.kept == ()
    assert third.meeting.reflection == replace(kept, energy=5)
    assert (third.meeting.headcount, people(third.meeting)) == (10, ["Ana Ruiz", "Bo", "Zoe"])


def test_a_log_of_people_alone_needs_no_ratings(journal: Journal, group: int) -> None:
    logged = journal.meetings.log(journal.meetings.occasion(group), LogEntry(met=("Ana",)))
    assert (people(logged.meeting), logged.meeting.reflection) == (["Ana"], None)


def test_a_log_of_some_ratings_names_those_missing(journal: Journal, group: int) -> None:
    with pytest.raises(InvalidError, match="missing: confidence, pushiness"):
        journal.meetings.log(journal.meetings.occasion(group), LogEntry(energy=3, met=("Ana",)))
    assert (journal.meetings.all(), journal.contacts.count()) == ((), 0)


def test_a_log_does_not_guess_who_was_meant(journal: Journal, group: int) -> None:
    for _ in range(2):
        journal.contacts.add(ContactDraft(name="Ana"))
    with pytest.raises(AmbiguousError, match="2 contacts are named"):
        journal.meetings.log(journal.meetings.occasion(group), replace(RATED, met=("ana",)))
    assert journal.meetings.all() == ()


def test_a_meeting_is_called_off_or_missed_and_not_both(journal: Journal, group: int) -> None:
    meetings = journal.meetings
    occasion = meetings.occasion(group)
    meetings.call_off(occasion)
    meetings.miss(occasion)
    (meeting,) = meetings.all()
    assert (meeting.cancelled, meeting.missed) == (False, True)
    meetings.call_off(occasion)
    (meeting,) = meetings.all()
    assert (meeting.cancelled, meeting.missed) == (True, False)
    meetings.call_off(meetings.occasion(group, date(2026, 11, 24)))
    assert len(meetings.all()) == 2


def test_planned_work_is_answered_and_notes_rewritten(journal: Journal, group: int) -> None:
    said = replace(STEADY, planned_work="proposal", notes="Old")
    meeting_id = journal.meetings.reflect(journal.meetings.occasion(group), said).meeting_id
    journal.meetings.answer_planned_work(meeting_id, Done.PARTLY)
    journal.meetings.note(meeting_id, "New")
    kept = journal.meetings.get(meeting_id).reflection
    assert kept is not None
    assert (kept.planned_done, kept.planned_work, kept.notes) == (Done.PARTLY, "proposal", "New")


def test_without_a_reflection_there_is_nothing_to_amend(journal: Journal) -> None:
    meeting_id = journal.meetings.add(MeetingDraft(start=at("2026-11-20T08:00")))
    with pytest.raises(NotFoundError, match="no reflection yet"):
        journal.meetings.note(meeting_id, "x")


def test_a_group_has_one_meeting_at_a_time_and_one_offs_any(journal: Journal, group: int) -> None:
    draft = MeetingDraft(start=at("2026-11-20T08:00"), group_id=group)
    journal.meetings.add(draft)
    with pytest.raises(InvalidError, match="already has a meeting at that time"):
        journal.meetings.add(draft)
    other = journal.meetings.add(replace(draft, start=at("2026-11-20T09:00")))
    with pytest.raises(InvalidError, match="already has a meeting"):
        journal.meetings.revise(other, draft)
    journal.meetings.revise(other, replace(draft, start=at("2026-11-20T09:00"), title="Later"))
    for _ in range(2):
        journal.meetings.add(replace(draft, group_id=None))
    assert len(journal.meetings.all()) == 4


def test_pages_are_newest_first_and_can_be_narrowed(journal: Journal, group: int) -> None:
    for day in range(1, 21):
        guests = present(*(f"Guest {number:02}" for number in range(day % 11)))
        journal.meetings.reflect(one_off(f"2026-11-{day:02}T08:00"), STEADY, guests)
    journal.meetings.reflect(journal.meetings.occasion(group), STEADY)
    pages = journal.meetings.pages()
    assert (pages.total, pages.shown) == (21, 21)
    lines = [line for first in range(0, 24, 4) for line in pages.page(first, 4)]
    assert [line.start for line in lines] == sorted((line.start for line in lines), reverse=True)
    assert len({line.id for line in lines}) == 21
    assert pages.page(21, 5) == ()
    tenth = next(line for line in lines if line.start == "2026-11-10T08:00")
    assert (len(tenth.people), tenth.people_count, tenth.energy) == (8, 10, 3)
    assert tenth.people[0] == "Guest 00"
    narrowed = journal.meetings.pages(since=date(2026, 11, 5), until=date(2026, 11, 7))
    assert [line.start[8:10] for line in narrowed.page(0, 9)] == ["07", "06", "05"]
    assert journal.meetings.pages(group_id=group).total == 1
    assert journal.meetings.pages("breakfast", since=date(2026, 11, 19)).total == 2
    assert journal.meetings.pages("riverside", group_id=group).total == 1
    assert journal.meetings.pages("riverside", until=date(2026, 11, 16)).total == 0
    assert [f"{meeting.start:%d}" for meeting in journal.meetings.all(date(2026, 11, 20))] == ["20"]


def test_who_is_new_is_told_by_the_meetings_dates_not_by_when_they_were_entered(
    journal: Journal,
) -> None:
    later = journal.meetings.reflect(one_off("2026-11-20T08:00"), STEADY, present("Ana"))
    (ana,) = journal.contacts.match("ana")
    known = AttendanceDraft(contact_id=ana.id, name="Ana")
    earlier = journal.meetings.reflect(one_off("2026-11-10T08:00"), STEADY, (known,))
    first = [
        journal.meetings.get(reflected.meeting_id).attendances[0].first_seen
        for reflected in (earlier, later)
    ]
    assert first == [True, False]


def test_more_meetings_are_read_at_once_than_a_query_has_variables(journal: Journal) -> None:
    for day in range(1, 21):
        journal.meetings.reflect(one_off(f"2026-11-{day:02}T08:00"), STEADY, present("Ana"))
    readers = journal._store._readers
    readers.dispose()
    listen(readers, "connect", lambda reader, _: reader.setlimit(_MOST_VARIABLES, 10))
    whole = journal.meetings.all()
    assert [meeting.reflection is not None for meeting in whole] == [True] * 20
    assert journal.contacts.pages().total == 20
