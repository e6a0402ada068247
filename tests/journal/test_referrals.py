"""What can be done with referrals."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.referral import (
    OPEN,
    Direction,
    Referral,
    ReferralDraft,
    ReferralLook,
    ReferralStatus,
)
from tests.entries import STEADY, TUESDAYS

NOBODY = 99
TODAY = date(2026, 11, 21)
GIVEN = ReferralDraft(
    direction=Direction.GIVEN,
    day=date(2026, 11, 19),
    partner_id=1,
    prospect_id=2,
    level=4,
    note="Needs a printer.",
)
RECEIVED = replace(GIVEN, direction=Direction.RECEIVED)
Verb = Callable[[Journal], object]


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana, Bo, Li and Jo, by their ids 1 to 4."""
    for name in ("Ana", "Bo", "Li", "Jo"):
        journal.contacts.add(ContactDraft(name=name))


def listed(journal: Journal, look: ReferralLook) -> list[int]:
    """The ids of the referrals a look is at."""
    pages = journal.referrals.pages(look)
    found = [one.id for one in pages.page(0, 99)]
    assert pages.total == len(found)
    return found


def test_a_referral_is_read_back_as_it_was_said(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    occasion = journal.meetings.occasion(group, date(2026, 11, 17))
    meeting = journal.meetings.reflect(occasion, STEADY).meeting_id
    first = journal.referrals.add(GIVEN)
    said = replace(RECEIVED, group_id=group, meeting_id=meeting, source_id=first)
    found = journal.referrals.get(journal.referrals.add(said))
    assert all(getattr(found, name) == getattr(said, name) for name in said.__dataclass_fields__)
    assert (found.partner, found.prospect, found.group) == ("Ana", "Bo", "Riverside")
    assert (found.business, found.spin_offs) == (None, 0)
    assert journal.referrals.get(first).spin_offs == 1


def test_what_is_left_out_is_unknown(journal: Journal) -> None:
    said = ReferralDraft(direction=Direction.GIVEN, day=TODAY, partner_id=1)
    found = journal.referrals.get(journal.referrals.add(said))
    assert (found.prospect_id, found.group_id, found.meeting_id, found.level) == (None,) * 4
    assert (found.status, found.source_id, found.prospect) == (ReferralStatus.PASSED, None, "")


def test_a_referral_of_a_meeting_is_of_its_group(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    occasion = journal.meetings.occasion(group, date(2026, 11, 17))
    meeting = journal.meetings.reflect(occasion, STEADY).meeting_id
    referral = journal.referrals.add(replace(GIVEN, meeting_id=meeting))
    assert journal.referrals.get(referral).group == "Riverside"


def test_whom_it_is_about_may_be_new(journal: Journal) -> None:
    about = replace(GIVEN, prospect_id=None)
    known = journal.referrals.add(about, prospect=" bo ")
    new = journal.referrals.add(about, prospect="Zoe Hart")
    assert journal.referrals.get(known).prospect_id == 2
    assert journal.referrals.get(new).prospect == "Zoe Hart"
    journal.undo()
    assert journal.contacts.named("Zoe Hart") == ()
    with pytest.raises(InvalidError, match="can't be the partner as well"):
        journal.referrals.add(about, prospect="Ana")


def test_it_moves_and_is_rated(journal: Journal) -> None:
    referral = journal.referrals.add(replace(GIVEN, level=None))
    before = journal.referrals.get(referral)
    journal.referrals.move(referral, ReferralStatus.WON)
    journal.referrals.rate(referral, 5)
    won = replace(before, status=ReferralStatus.WON, level=5)
    assert journal.referrals.get(referral) == won
    journal.referrals.move(referral, ReferralStatus.WON)
    journal.undo()
    journal.undo()
    assert journal.referrals.get(referral) == before


def test_a_deleted_referral_leaves_what_came_of_it(journal: Journal) -> None:
    first = journal.referrals.add(RECEIVED)
    second = journal.referrals.add(replace(RECEIVED, source_id=first))
    business = journal.business.close(
        BusinessDraft(amount=Decimal(10), day=TODAY, referral_id=first)
    )
    before = journal.referrals.get(first)
    assert (before.business, before.spin_offs) == (Decimal(10), 1)
    journal.referrals.delete(first)
    with pytest.raises(NotFoundError, match="This referral is no longer in the journal"):
        journal.referrals.get(first)
    assert journal.referrals.get(second).source_id is None
    assert journal.business.get(business).referral_id is None
    journal.undo()
    assert journal.referrals.get(first) == before


@pytest.mark.parametrize(
    ("draft", "field", "sentence"),
    [
        (
            replace(GIVEN, day=date(2026, 11, 22)),
            "day",
            "Sun 22 Nov 2026 is still to come; note it once it is passed.",
        ),
        (
            replace(GIVEN, prospect_id=1),
            "prospect_id",
            "Prospect can't be the partner as well; name whom it is about.",
        ),
        (replace(GIVEN, level=6), "level", "Level goes from 1 to 5; 6 is outside."),
        (replace(GIVEN, level=0), "level", "Level goes from 1 to 5; 0 is outside."),
        (replace(GIVEN, note="x" * 65_537), "note", "Note is longer"),
        (replace(GIVEN, day=date(1899, 12, 31)), "day", "Day can't be less than 1900-01-01."),
    ],
)
def test_what_cannot_be_is_refused(
    journal: Journal, draft: ReferralDraft, field: str, sentence: str
) -> None:
    standing = journal.referrals.add(GIVEN)
    for verb in (
        lambda: journal.referrals.add(draft),
        lambda: journal.referrals.revise(standing, draft),
    ):
        with pytest.raises(InvalidError) as refused:
            verb()
        assert refused.value.fields[field].startswith(sentence)
    assert journal.referrals.pages().page(0, 9) == (journal.referrals.get(standing),)


def test_a_chain_never_loops(journal: Journal) -> None:
    first, second, third = chained(journal, 3)
    for source in (first, second, third):
        with pytest.raises(InvalidError, match="would come out of itself"):
            journal.referrals.revise(first, replace(GIVEN, source_id=source))
    journal.referrals.revise(third, replace(GIVEN, source_id=first))
    assert journal.referrals.get(first).spin_offs == 2


def chained(journal: Journal, count: int) -> list[int]:
    """Referrals each of which came out of the one before."""
    ids: list[int] = []
    for _ in range(count):
        source = ids[-1] if ids else None
        ids.append(journal.referrals.add(replace(GIVEN, source_id=source)))
    return ids


@settings(max_examples=10)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_whatever_is_revised_every_chain_has_a_first(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int]]
) -> None:
    journal = Journal.open(tmp_path_factory.mktemp("chains") / "journal.db")
    journal.contacts.add(ContactDraft(name="Ana"))
    said = ReferralDraft(direction=Direction.GIVEN, day=date(2020, 1, 1), partner_id=1)
    ids = [journal.referrals.add(said) for _ in range(5)]
    sources: dict[int, int] = {}
    for one, other in moves:
        try:
            journal.referrals.revise(ids[one], replace(said, source_id=ids[other]))
        except InvalidError:
            continue
        sources[one] = other
    for start in sources:
        seen = [start]
        while seen[-1] in sources:
            seen.append(sources[seen[-1]])
            assert len(seen) == len(set(seen))
        first = journal.referrals.chain(ids[start])
        assert ids[start] in [one.id for one in first]
        assert [one.source_id for one in first if one.id == ids[seen[-1]]] == [None]
    journal.close()


def test_a_chain_is_all_that_came_out_of_its_first(journal: Journal) -> None:
    first, second, third = chained(journal, 3)
    branch = journal.referrals.add(replace(RECEIVED, source_id=first, day=TODAY))
    alone = journal.referrals.add(GIVEN)
    for referral in (first, second, third, branch):
        found = journal.referrals.chain(referral)
        assert [one.id for one in found] == [first, second, third, branch]
    assert [one.id for one in journal.referrals.chain(alone)] == [alone]
    with pytest.raises(NotFoundError):
        journal.referrals.chain(NOBODY)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        (lambda journal: journal.referrals.add(replace(GIVEN, partner_id=NOBODY)), "contact"),
        (lambda journal: journal.referrals.add(replace(GIVEN, prospect_id=NOBODY)), "contact"),
        (lambda journal: journal.referrals.add(replace(GIVEN, group_id=NOBODY)), "group"),
        (lambda journal: journal.referrals.add(replace(GIVEN, meeting_id=NOBODY)), "meeting"),
        (lambda journal: journal.referrals.add(replace(GIVEN, source_id=NOBODY)), "referral"),
        (lambda journal: journal.referrals.revise(NOBODY, GIVEN), "referral"),
        (lambda journal: journal.referrals.move(NOBODY, ReferralStatus.WON), "referral"),
        (lambda journal: journal.referrals.rate(NOBODY, 1), "referral"),
        (lambda journal: journal.referrals.delete(NOBODY), "referral"),
    ],
)
def test_who_or_what_is_not_there_is_named(journal: Journal, verb: Verb, noun: str) -> None:
    with pytest.raises(NotFoundError, match=f"This {noun} is no longer in the journal"):
        verb(journal)


@pytest.mark.parametrize(
    ("look", "found"),
    [
        (ReferralLook(), [2, 4, 1, 3]),
        (ReferralLook(direction=Direction.RECEIVED), [4, 3]),
        (ReferralLook(statuses=OPEN), [2, 1]),
        (ReferralLook(statuses=(ReferralStatus.LOST,)), [3]),
        (ReferralLook(statuses=()), []),
        (ReferralLook(contact_id=2), [4, 3]),
        (ReferralLook(contact_id=1), [2, 4, 1]),
        (ReferralLook(since=date(2026, 11, 3)), [2, 4, 1]),
        (ReferralLook(until=date(2026, 11, 3)), [4, 1, 3]),
        (ReferralLook(direction=Direction.GIVEN, since=date(2026, 11, 4)), [2]),
    ],
)
def test_they_are_listed_newest_first_and_narrowed(
    journal: Journal, look: ReferralLook, found: list[int]
) -> None:
    for day, direction, partner, prospect, status in (
        (date(2026, 11, 3), Direction.GIVEN, 1, None, ReferralStatus.PASSED),
        (date(2026, 11, 20), Direction.GIVEN, 1, 3, ReferralStatus.CONTACTED),
        (date(2025, 1, 1), Direction.RECEIVED, 2, 4, ReferralStatus.LOST),
        (date(2026, 11, 3), Direction.RECEIVED, 1, 2, ReferralStatus.WON),
    ):
        journal.referrals.add(
            ReferralDraft(
                direction=direction,
                day=day,
                partner_id=partner,
                prospect_id=prospect,
                status=status,
            )
        )
    assert listed(journal, look) == found
    pages = journal.referrals.pages(look)
    assert [one.id for one in pages.page(1, 1)] == found[1:2]


@pytest.mark.parametrize(
    ("look", "found", "still_open"),
    [
        (ReferralLook(), [4, 1, 3, 2], 2),
        (ReferralLook(direction=Direction.RECEIVED), [4, 3], 1),
        (ReferralLook(statuses=(ReferralStatus.WON, ReferralStatus.LOST)), [3, 2], 0),
        (ReferralLook(words="an"), [4, 1, 3, 2], 2),
        (ReferralLook(words="  LI "), [3], 0),
        (ReferralLook(words="river ana"), [1], 1),
        (ReferralLook(words="oven"), [2], 0),
        (ReferralLook(words="ven"), [], 0),
        (ReferralLook(words='"* -'), [4, 1, 3, 2], 2),
    ],
)
def test_a_pipeline_begins_with_those_that_are_not_settled(
    journal: Journal, look: ReferralLook, found: list[int], still_open: int
) -> None:
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    for draft in (
        replace(GIVEN, day=date(2026, 11, 2), group_id=1),
        replace(GIVEN, day=date(2026, 11, 3), status=ReferralStatus.LOST, note="An oven."),
        replace(RECEIVED, day=date(2026, 11, 4), status=ReferralStatus.WON, prospect_id=3),
        replace(RECEIVED, day=date(2026, 11, 2), status=ReferralStatus.CONTACTED),
    ):
        journal.referrals.add(draft)
    pipeline = journal.referrals.pipeline(look)
    assert [one.id for one in pipeline.page(0, 99)] == found
    assert [one.id for one in pipeline.page(1, 1)] == found[1:2]
    assert (pipeline.total, pipeline.open) == (len(found), still_open)
    assert sorted(listed(journal, look)) == sorted(found)


def test_a_pipeline_leaves_out_what_is_gone_meanwhile(journal: Journal) -> None:
    for _ in range(3):
        journal.referrals.add(GIVEN)
    pipeline = journal.referrals.pipeline()
    journal.referrals.delete(2)
    assert [one.id for one in pipeline.page(0, 99)] == [3, 1]


def test_a_deleted_partner_takes_them_along_and_a_prospect_does_not(journal: Journal) -> None:
    referral = journal.referrals.add(GIVEN)
    before = journal.referrals.get(referral)
    journal.contacts.delete(2)
    assert journal.referrals.get(referral) == replace(before, prospect_id=None, prospect="")
    journal.undo()
    journal.contacts.delete(1)
    assert journal.referrals.pages().total == 0
    journal.undo()
    assert journal.referrals.get(referral) == before


def test_a_referral_is_a_touch_and_the_deepest_rung_of_the_partner(journal: Journal) -> None:
    referral = journal.referrals.add(replace(GIVEN, day=date(2026, 11, 1)))
    ana, bo, *_ = journal.contacts.pages().page(0, 9)
    assert (ana.depth, ana.last_touch) == (4, "2026-11-01")
    assert (bo.depth, bo.last_touch) == (None, None)
    card = journal.contacts.card(1)
    assert (card.depth.rung, card.depth.missing) == (4, "a talk")
    assert (card.touches.referrals, card.touches.total) == (1, 1)
    journal.referrals.revise(referral, replace(GIVEN, partner_id=2, prospect_id=1))
    ana, bo, *_ = journal.contacts.pages().page(0, 9)
    assert (ana.depth, bo.depth) == (None, 4)


@pytest.mark.parametrize(
    ("verb", "named"),
    [
        (lambda journal: journal.referrals.add(GIVEN), "Noted a referral to Ana"),
        (lambda journal: journal.referrals.add(RECEIVED), "Noted a referral from Ana"),
        (lambda journal: journal.referrals.revise(1, RECEIVED), "Changed a referral from Ana"),
        (
            lambda journal: journal.referrals.move(1, ReferralStatus.WON),
            "Moved to won: a referral to Li",
        ),
        (lambda journal: journal.referrals.rate(1, 2), "Said how warm was a referral to Li"),
        (lambda journal: journal.referrals.delete(1), "Deleted a referral to Li"),
    ],
)
def test_a_step_is_named_for_the_partner(journal: Journal, verb: Verb, named: str) -> None:
    journal.referrals.add(replace(GIVEN, partner_id=3))
    verb(journal)
    step = journal.last_step()
    assert step is not None
    assert step.label == named


def test_a_referral_stays_the_same_while_nothing_is_said(journal: Journal) -> None:
    referral = journal.referrals.add(GIVEN)
    before: Referral = journal.referrals.get(referral)
    journal.referrals.revise(referral, GIVEN)
    step = journal.last_step()
    assert step is not None
    assert step.label == "Noted a referral to Ana"
    assert journal.referrals.get(referral) == before


def test_whose_it_is_may_be_new(journal: Journal) -> None:
    added = journal.referrals.get(journal.referrals.add(GIVEN, partner=" Kim  Novak"))
    assert (added.partner, added.prospect) == ("Kim Novak", "Bo")
    step = journal.last_step()
    assert step is not None
    assert step.label == "Noted a referral to Kim Novak"
    journal.referrals.revise(added.id, GIVEN, partner="kim novak")
    assert journal.referrals.get(added.id).partner_id == added.partner_id
    journal.undo()
    journal.undo()
    assert journal.contacts.named("Kim Novak") == ()


def test_a_new_name_is_not_both_ends_of_a_referral(journal: Journal) -> None:
    with pytest.raises(InvalidError, match="can't be the partner as well"):
        journal.referrals.add(GIVEN, partner="Kim Novak", prospect="kim  novák")
    assert journal.contacts.named("Kim Novak") == ()
