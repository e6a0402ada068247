"""A contact's card: depth, cadence, touches, profile, places and what is to be done."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import Card, ContactDraft, Touches
from netjournal.model.depth import Rung
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.membership import MembershipDraft
from tests.conftest import SetClock
from tests.entries import STEADY, at, one_off


@pytest.fixture
def ana(journal: Journal) -> int:
    """Someone of whom only the name is known."""
    return journal.contacts.add(ContactDraft(name="Ana Ruiz"))


def meet(journal: Journal, ana: int, moment: str, talked: bool | None) -> None:
    """Notes that they were at a one-off."""
    there = AttendanceDraft(contact_id=ana, name="Ana", talked=talked)
    journal.meetings.reflect(one_off(moment, f"On {moment[:10]}"), STEADY, (there,))


def climbed(card: Card) -> tuple[int | None, str | None]:
    """How deep they are known, and what is missing."""
    assert card.depth.rung == card.line.depth
    return card.depth.rung, card.depth.missing


def test_of_a_name_alone_nothing_is_known(journal: Journal, ana: int) -> None:
    card = journal.contacts.card(ana)
    assert climbed(card) == (None, "a talk")
    assert (card.touches, card.touches.total) == (Touches(talked=0, interactions=0), 0)
    assert (card.quiet, card.profile_filled, card.first_met) == (False, 0, None)
    assert (card.encounters, card.memberships, card.follow_ups) == ((), (), ())


def test_the_ladder_is_climbed_rung_by_rung(journal: Journal, ana: int) -> None:
    meet(journal, ana, "2026-11-10T08:00", None)
    assert climbed(journal.contacts.card(ana)) == (0, "a talk")
    meet(journal, ana, "2026-11-11T08:00", True)
    assert climbed(journal.contacts.card(ana)) == (1, "their why")
    journal.contacts.revise(ana, ContactDraft(name="Ana Ruiz", why="To build."))
    assert climbed(journal.contacts.card(ana)) == (2, "a one-to-one")
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE, day=date(2026, 11, 12), contact_ids=(ana,)
        )
    )
    card = journal.contacts.card(ana)
    assert climbed(card) == (3, "a referral either way")
    assert card.depth.rungs == (Rung.TALKED, Rung.WHY, Rung.ONE_TO_ONE)
    assert card.touches == Touches(talked=1, interactions=1)


def test_one_is_quiet_the_day_after_the_cadence(
    journal: Journal, ana: int, clock: SetClock
) -> None:
    journal.interactions.add(
        InteractionDraft(kind=InteractionKind.ONE_TO_ONE, day=date(2026, 11, 1), contact_ids=(ana,))
    )
    journal.contacts.set_cadence([ana], 20)
    # 1 + 20 = 21 November is not older than 20 days.
    assert not journal.contacts.card(ana).quiet
    clock.moment = at("2026-11-22T00:00")
    assert journal.contacts.card(ana).quiet
    journal.contacts.archive(ana)
    assert not journal.contacts.card(ana).quiet


def test_the_profile_has_seven_parts(journal: Journal, ana: int) -> None:
    parts = {
        "why": "a",
        "good_referral": "b",
        "goals": "c",
        "accomplishments": "d",
        "interests": "e",
        "networks": "f",
        "skills": "g",
    }
    for known in range(8):
        said = dict(list(parts.items())[:known])
        journal.contacts.revise(ana, ContactDraft(name="Ana", notes="Else.", **said))  # type: ignore[arg-type]
        assert journal.contacts.card(ana).profile_filled == known


def test_the_first_meeting_is_the_first_that_was_held(journal: Journal, ana: int) -> None:
    for day in ("03", "05", "01", "04"):
        meet(journal, ana, f"2026-11-{day}T08:00", None)
    missed = journal.meetings.all()[-1]
    occasion = type(one_off("2026-11-01T08:00"))(
        start=missed.start, group_id=None, meeting_id=missed.id, name=missed.name
    )
    journal.meetings.miss(occasion)
    card = journal.contacts.card(ana, encounters=2)
    assert card.first_met is not None
    assert card.first_met.title == "On 2026-11-03"
    assert [one.title for one in card.encounters] == ["On 2026-11-05", "On 2026-11-04"]


def test_places_that_last_come_first_and_only_what_is_open_is_to_be_done(
    journal: Journal, ana: int
) -> None:
    lake, press = (journal.groups.join(GroupDraft(name=name)) for name in ("Lake", "Press"))
    for group, until in ((lake, date(2026, 11, 20)), (press, None)):
        journal.memberships.add(
            MembershipDraft(contact_id=ana, group_id=group, role="Chair", until=until)
        )
    for what, due in (("Later", date(2026, 12, 1)), ("Some day", None), ("Now", date(2026, 11, 1))):
        journal.follow_ups.add(FollowUpDraft(contact_id=ana, what=what, due=due))
    done = journal.follow_ups.add(FollowUpDraft(contact_id=ana, what="Done"))
    journal.follow_ups.done(done)
    card = journal.contacts.card(ana)
    assert [(one.group, one.role, one.until) for one in card.memberships] == [
        ("Press", "Chair", None),
        ("Lake", "Chair", date(2026, 11, 20)),
    ]
    assert card.line.groups == ("Press",)
    assert [one.what for one in card.follow_ups] == ["Now", "Later", "Some day"]
