"""The report as a page: whole, safe, and alone."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser

import pytest

from netjournal.exchange.report import html, name_of
from netjournal.insights.week import earlier, quarter_of, year_of
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Invited
from netjournal.model.period import Period
from netjournal.model.report import GroupReport, Report, Step
from netjournal.model.review import Counts, Habit, HeldMeeting, Kept, Rating, Several, WeeklyReview
from netjournal.model.scale import SCALES
from netjournal.model.trends import Bucket, RatedDay, Tally

HOSTILE = "</style></title><script>alert(1)</script>\x1b[2J\u202e & \"'><img src=//x onerror=y>"
_VOID = {"meta", "br"}


def empty(period: Period) -> Report:
    """A report of days on which nothing happened."""
    return Report(
        now=datetime.fromisoformat("2026-11-21T12:00"),
        period=period,
        before=earlier(period),
        counts=Counts(),
        counts_before=Counts(),
        ratings=tuple(
            Rating(scale=scale, mean=Figure(None, 0), before=Figure(None, 0)) for scale in SCALES
        ),
        weeks=(),
        days=(),
        meetings=Several(),
        steps=(
            Step(first=period.first, last=period.first, given=0, received=0, invited=Invited()),
        ),
        invited=Invited(),
        show_rate=Figure(None, 0),
        business=Decimal(),
        closed=0,
        groups=(),
        hours=Figure(None, 0),
        habits=(),
        reviews=(),
        currency="",
    )


QUARTER = quarter_of(date(2026, 11, 21))


def full(said: str) -> Report:
    """A report with something everywhere, in which everything written is the same."""
    day = date(2026, 11, 17)
    tally = Tally(n=4, energy=9, confidence=12, pushiness=6)
    meeting = HeldMeeting(
        meeting_id=1,
        start="2026-11-17T07:00",
        name=said,
        energy=2,
        confidence=3,
        pushiness=1,
        people=7,
        first_faces=2,
    )
    invited = Invited(sent=7, came=3, no_show=1, declined=1, pending_past=1)
    return replace(
        empty(QUARTER),
        counts=Counts(meetings=4, people=11, given=2, received=1, invited=7, came=3),
        counts_before=Counts(meetings=9, given=5),
        ratings=tuple(
            Rating(scale=scale, mean=Figure(tally.mean(scale), 4), before=Figure(None, 2))
            for scale in SCALES
        ),
        weeks=(Bucket(date(2026, 11, 16), date(2026, 11, 22), day, tally),),
        days=(RatedDay(day, tally),),
        meetings=Several(
            first=(meeting, replace(meeting, name="", energy=None, people=0)), total=2
        ),
        steps=(Step(first=day, last=day, given=2, received=1, invited=invited),),
        invited=invited,
        show_rate=Figure(Fraction(3, 5), 5),
        business=Decimal("1250.50"),
        closed=2,
        groups=(
            GroupReport(name=said, meetings=3, tally=tally, hours=Figure(Fraction(21, 4), 4)),
            GroupReport(
                name="",
                meetings=0,
                tally=Tally(n=0, energy=0, confidence=0, pushiness=0),
                hours=Figure(None, 0),
            ),
        ),
        hours=Figure(Fraction(21, 4), 4),
        habits=(Habit(text=said, ticked=True, adherence=Figure(None, 2), weeks_ticked=1),),
        reviews=(
            WeeklyReview(
                id=1,
                written_at=datetime.fromisoformat("2026-11-20T12:00"),
                week=date(2026, 11, 16),
                note=f"{said}\n{said}",
                intention=said,
                kept=Kept.PARTLY,
                habits=(said,),
            ),
        ),
        currency="EUR",
    )


class Reader(HTMLParser):
    """Reads a page, and notes which elements it has, nested as they should be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs
        self._open += [tag] if tag not in _VOID else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.text += data


PAGES = [
    html(empty(QUARTER)),
    html(empty(year_of(date(2026, 1, 1)))),
    html(full("Riverside")),
    html(full(HOSTILE)),
]


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_well_formed(page: str) -> None:
    Reader(page)
    for drawing in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        ElementTree.fromstring(drawing)


@pytest.mark.parametrize("page", PAGES)
def test_the_page_loads_and_runs_nothing(page: str) -> None:
    read = Reader(page)
    assert not {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "a",
        "form",
        "use",
        "image",
    } & {*read.names}
    named = {name for name, _ in read.attributes}
    assert not {name for name in named if name.startswith("on") or "href" in name or name == "src"}
    assert "style" not in named
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert style
    assert not re.search(r"@import|url\(|expression|//", style)
    assert "default-src 'none'; style-src 'unsafe-inline'" in page


def test_what_was_written_is_read_and_never_acts() -> None:
    page = html(full(HOSTILE))
    shown = HOSTILE.replace("\x1b", "").replace("\u202e", "")
    # The group, the meeting and its three dots, the habit twice, the note twice, the intention.
    assert Reader(page).text.count(shown) == 10
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", page)
    assert Reader(page).names == Reader(html(full("Riverside"))).names


def test_every_figure_says_what_it_rests_on() -> None:
    said = Reader(html(full("Riverside"))).text
    for figure in (
        "Energy: 2.3 tired (n=4); Quarter 3 of 2026: too few (n=2)",
        "Pushiness (less is better): 1.5 patient (n=4)",
        "Energy day by day (n=1 days)",
        "Referrals by week: 2 given, 1 received (n=3)",
        "Invitations sent by week: 7. Of those with an outcome 60 % came (n=5).",
        "5.3hours (n=4)",
        "EUR 1,250.50business closed (n=2)",
        "4meetings9 in Quarter 3 of 2026",
        "Riverside: 1 of 2 reviewed weeks",
    ):
        assert figure in said, figure


def test_a_part_without_anything_says_so() -> None:
    said = Reader(html(empty(QUARTER))).text
    for sentence in (
        "No reflections in this time.",
        "No referrals either way in this time.",
        "No invitations sent in this time.",
        "No meetings and no one-to-ones in this time.",
        "No meetings in this time.",
    ):
        assert sentence in said
    assert "Habits" not in said
    assert "Reviews" not in said


def test_of_very_many_meetings_each_day_is_a_dot() -> None:
    report = full("Riverside")
    many = replace(report, meetings=replace(report.meetings, total=5_002))
    said = Reader(html(many)).text
    assert "Each dot is a day" in said
    assert "5,000 more after these." in said
    assert "Tue 17 Nov 2026: 2.3 tired (n=4)" in said
    assert "Each dot is a meeting" in Reader(html(report)).text


def test_it_is_named_after_its_days() -> None:
    assert name_of(QUARTER) == "Quarter 4 of 2026"
    assert name_of(year_of(date(2026, 5, 5))) == "2026"
    said = Reader(html(empty(QUARTER))).text
    assert "Thu 1 Oct 2026 to Thu 31 Dec 2026, up to Sat 21 Nov 2026" in said
    past = replace(empty(QUARTER), now=datetime.fromisoformat("2027-01-01T00:00"))
    assert "up to" not in Reader(html(past)).text


def test_it_prints_and_follows_light_and_dark() -> None:
    for rule in ("@page", "@media print", "prefers-color-scheme: dark", "break-inside: avoid"):
        assert rule in PAGES[0]


@pytest.mark.parametrize(("n", "said"), [(0, ""), (2, "too few"), (3, "2.0")])
def test_a_group_has_a_mean_once_it_rests_on_three(n: int, said: str) -> None:
    tally = Tally(n=n, energy=2 * n, confidence=2 * n, pushiness=2 * n)
    group = GroupReport(name="Riverside", meetings=n, tally=tally, hours=Figure(None, 0))
    page = html(replace(empty(QUARTER), groups=(group,)))
    assert page.count(f'<td class="number">{said}</td>') == (3 if said else 4)
