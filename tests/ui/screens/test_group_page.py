"""What a group's page says."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

from netjournal.model.cost import Cost
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Invited
from netjournal.model.group import Commitment, Group, GroupLine, Kind, Period, Status
from netjournal.model.joining import AskedInto
from netjournal.model.membership import Member
from netjournal.model.schedule import Schedule, next_starts
from netjournal.model.seats import Seat, Seats
from netjournal.ui.screens.group_giving import NO_GIVING, GroupGiving
from netjournal.ui.screens.group_page import GroupDetails, group_page, standing
from netjournal.ui.widgets.hanging import Hanging
from netjournal.ui.widgets.rows import Rows

NOW = datetime.fromisoformat("2026-11-18T09:30")
LINE = GroupLine(
    id=1,
    name="Riverside [/]",
    kind=Kind.REFERRAL,
    status=Status.MEMBER,
    commitment=Commitment.ALL_IN,
    schedule="every Tuesday, 07:00",
    next_start="2026-11-24T07:00",
    last_start="2026-11-17T07:00",
    meetings=12,
    reflections=9,
    people=34,
    energy=(5, 4, 4, 3, 4, 3, 2, 2),
    confidence=(3,) * 8,
    pushiness=(1, 1, 1, 2, 2, 3, 4, 5),
)
GROUP = Group(
    id=1,
    added_on=date(2026, 1, 1),
    schedules=(
        Schedule(rule="FREQ=WEEKLY;BYDAY=TU", anchor=date(2026, 11, 17), start_time=time(7)),
    ),
    name="Riverside [/]",
    purpose="Referrals",
    dues=Decimal("45.00"),
    dues_period=Period.MONTH,
    experiment="all in",
    experiment_until=date(2027, 3, 1),
    value_statement="People who ring back.\nEvery week.",
    notes="Parking \x1b[31mbehind",
)

MEMBER = Member(
    contact_id=1,
    name="Ana",
    organisation="",
    membership=None,
    classification="",
    depth=None,
    times_met=1,
    last_seen="2026-11-10",
    has_why=False,
)
_UNSAID = Seats()
_UNKNOWN = Cost(hours=Figure(None, 0))


def page(
    line: GroupLine = LINE,
    group: Group = GROUP,
    inviter: str = "",
    members: tuple[Member, ...] = (),
    seats: Seats = _UNSAID,
    cost: Cost = _UNKNOWN,
    giving: GroupGiving = NO_GIVING,
    width: int = 80,
) -> str:
    """The page's words, no line wider than `width` where it hangs in."""
    details = GroupDetails(
        line=line,
        group=group,
        coming=next_starts(group.schedules, NOW, 3),
        invited_by=inviter,
        meetings=Rows(0, lambda *_: ()),
        members=members,
        values=(),
        seats=seats,
        cost=cost,
        currency="EUR",
        asked_into=AskedInto(boosting=2, unsaid=1, accepted=2, reluctant=1),
        waiting=None,
        giving=giving,
    )
    text = group_page(details, NOW.date())
    assert isinstance(text, Hanging)
    return str(text.at(width))


def test_the_page_says_when_it_meets() -> None:
    assert "every Tuesday, 07:00" in page()
    assert "Tue 24 Nov, 1 Dec, 8 Dec" in page()
    assert "Tue 17 Nov" in page()


def test_other_weekdays_are_named() -> None:
    rule = "FREQ=WEEKLY;BYDAY=TU,TH"
    other = replace(GROUP, schedules=(replace(GROUP.schedules[0], rule=rule),))
    assert "Thu 19 Nov, Tue 24 Nov, 26 Nov" in page(group=other)


def test_ratings_say_how_many_they_rest_on() -> None:
    assert "The last 8 of 9 reflections" in page()
    assert "2 tired" in page()
    assert "5 pushy" in page()
    few = replace(LINE, reflections=1, energy=(4,), confidence=(4,), pushiness=(1,))
    assert "1 reflection\n" in page(few)


def test_its_members_are_counted_with_how_many_are_known_well() -> None:
    members = tuple(replace(MEMBER, contact_id=depth, depth=depth) for depth in range(5))
    some = (*members, replace(MEMBER, contact_id=9, depth=None))
    assert "6 of 22, 2 at depth 3 up" in page(group=replace(GROUP, size=22), members=some)
    assert "6, 2 at depth 3 up" in page(members=some)
    assert "22" in page(group=replace(GROUP, size=22))
    assert "Members" not in page()


def test_a_group_without_meetings_shows_no_ratings() -> None:
    blank = replace(
        LINE, meetings=0, people=0, reflections=0, energy=(), confidence=(), pushiness=()
    )
    assert "no meetings yet" in page(blank)
    assert "Energy" not in page(blank)


def test_the_page_says_what_was_entered_and_nothing_else() -> None:
    said = page(inviter="Ana Ruiz")
    assert "45 a month" in said
    assert "all in · until Mon 1 Mar 2027" in said
    assert "People who ring back.\nEvery week." in said
    assert "Ana Ruiz" in said
    assert "Fee" not in said
    assert "Interest" not in said
    assert "None" not in said


def test_nothing_in_it_acts_on_the_terminal() -> None:
    assert "\x1b" not in page()
    assert "Riverside [/]" in page()


def test_a_group_that_was_left_meets_no_more() -> None:
    left = replace(GROUP, left_on=date(2026, 11, 1))
    assert "Next" not in page(group=left)


def test_standing_names_what_matters() -> None:
    assert standing(LINE) == "all in · referral"
    assert standing(replace(LINE, commitment=None, kind=None)) == "member"
    assert standing(replace(LINE, status=Status.TRIAL)) == "trial · all in · referral"


def test_it_says_what_a_month_costs_and_what_that_rests_on() -> None:
    cost = Cost(hours=Figure(Fraction(23, 4), 8), dues=Fraction(100, 3), fees=Fraction(25, 2))
    said = page(cost=cost)
    assert "5.8 hours, from 8 meetings and one-to-ones in 90 days" in said
    assert "EUR 45.83: dues 33.33 · fees 12.50" in said
    one = Cost(hours=Figure(Fraction(1, 2), 1), dues=Fraction(0), time=Fraction(30))
    assert "0.5 hours, from 1 meeting or one-to-one in 90 days" in page(cost=one)
    assert "EUR 30 time" in page(cost=one)
    assert "A month" not in page()


def test_it_says_who_sits_there_and_which_partners_are_missing() -> None:
    taken = tuple(Seat(f"Trade {number} [/]", ("Ana",)) for number in range(9))
    seats = Seats(
        taken=taken,
        unsaid=3,
        rivals=("Bo [/]",),
        partners=(Seat("Banker", ("Cy", "Di")),),
        missing=("Architect", "Printer"),
    )
    said = page(seats=seats)
    assert "Mine      Bo [/]" in said
    assert "Partners  Banker (Cy, Di)" in said
    assert "Missing   Architect, Printer" in said
    assert "Trade 7 [/] (Ana) and 1 more (9; 3 unsaid)" in " ".join(said.split())
    assert "Seats" not in page()


def test_long_lines_go_on_beneath_what_they_say() -> None:
    seats = Seats(missing=("Architect", "Estate agent", "Printer"))
    giving = GroupGiving(invited=Invited(sent=5, came=3, no_show=1, pending_past=1))
    said = page(seats=seats, giving=giving, width=32)
    assert "Missing   Architect, Estate\n          agent, Printer" in said
    assert "Invited    5 · 3 came ·\n           1 no-show ·\n           1 to ask about\n" in said


def test_a_candidate_is_seen_beside_all_i_was_asked_into() -> None:
    asked = replace(GROUP, status=Status.CANDIDATE, asked_on=date(2026, 11, 3))
    said = page(group=asked)
    assert "3 so far: 2 boosting, 1 unsaid" in said
    assert "2 joined, 1 at an interest of 2 or less" in said
    assert "Tue 3 Nov" in said
    assert "so far: 2" not in page()


def test_an_experiment_that_is_over_asks_for_its_look_back() -> None:
    over = replace(GROUP, experiment_until=date(2026, 11, 17))
    assert "all in is over: t says how it went" in page(group=over)
    assert "is over" not in page(group=replace(over, experiment_outcome="Fine."))
    assert "is over" not in page()
