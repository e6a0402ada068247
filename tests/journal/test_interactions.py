"""What can be done with interactions."""

from dataclasses import replace
from datetime import date

import pytest

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind

NOBODY = 99
COFFEE = InteractionDraft(
    kind=InteractionKind.ONE_TO_ONE,
    day=date(2026, 11, 19),
    contact_ids=(1,),
    minutes=45,
    asked=False,
    partnering=True,
    note="The press.\nHer father's.",
)


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana, Bo, Li and Jo, by their ids 1 to 4."""
    for name in ("Ana", "Bo", "Li", "Jo"):
        journal.contacts.add(ContactDraft(name=name))


def introduction(*contact_ids: int) -> InteractionDraft:
    """An introduction, of today."""
    return InteractionDraft(
        kind=InteractionKind.INTRODUCTION, day=date(2026, 11, 21), contact_ids=contact_ids
    )


def label(journal: Journal) -> str:
    """What was done last."""
    step = journal.last_step()
    return step.label if step else ""


def test_an_interaction_is_read_back_as_it_was_said(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    said = replace(COFFEE, group_id=group, contact_ids=(3, 1))
    found = journal.interactions.get(journal.interactions.add(said))
    assert all(getattr(found, name) == getattr(said, name) for name in said.__dataclass_fields__)
    assert (found.names, found.group) == (("Li", "Ana"), "Riverside")


def test_what_is_left_out_is_unknown(journal: Journal) -> None:
    said = InteractionDraft(kind=InteractionKind.CALL, day=date(2026, 11, 19), contact_ids=(1,))
    found = journal.interactions.get(journal.interactions.add(said))
    assert (found.minutes, found.asked, found.partnering, found.group_id) == (None,) * 4
    assert (found.note, found.group) == ("", "")


def test_a_revised_interaction_has_what_was_said_last(journal: Journal) -> None:
    interaction = journal.interactions.add(replace(COFFEE, contact_ids=(1, 2, 3)))
    journal.interactions.revise(interaction, replace(introduction(3, 4, 1), note="By mail."))
    found = journal.interactions.get(interaction)
    assert (found.kind, found.names) == (InteractionKind.INTRODUCTION, ("Li", "Jo", "Ana"))
    assert (found.minutes, found.asked, found.note) == (None, None, "By mail.")
    journal.undo()
    assert journal.interactions.get(interaction).names == ("Ana", "Bo", "Li")


def test_who_stays_in_a_revised_interaction_was_in_touch_on_its_new_day(journal: Journal) -> None:
    interaction = journal.interactions.add(replace(COFFEE, contact_ids=(1, 2)))
    earlier = replace(COFFEE, contact_ids=(1,), day=date(2026, 10, 1), kind=InteractionKind.CALL)
    journal.interactions.revise(interaction, earlier)
    ana, bo, *_ = journal.contacts.pages().page(0, 2)
    assert (ana.last_touch, ana.depth) == ("2026-10-01", 1)
    assert (bo.last_touch, bo.depth) == (None, None)


def test_a_deleted_interaction_is_gone_until_it_is_undone(journal: Journal) -> None:
    interaction = journal.interactions.add(COFFEE)
    before = journal.interactions.get(interaction)
    journal.interactions.delete(interaction)
    with pytest.raises(NotFoundError, match="This interaction is no longer in the journal"):
        journal.interactions.get(interaction)
    journal.undo()
    assert journal.interactions.get(interaction) == before


@pytest.mark.parametrize(
    ("draft", "field", "sentence"),
    [
        (
            replace(COFFEE, day=date(2026, 11, 22)),
            "day",
            "Sun 22 Nov 2026 is still to come; note a follow-up instead.",
        ),
        (replace(COFFEE, contact_ids=()), "contact_ids", "Nobody is named"),
        (replace(COFFEE, contact_ids=(1, 2, 1)), "contact_ids", "Someone is named twice"),
        (introduction(1), "contact_ids", "An introduction takes at least two people"),
        (replace(COFFEE, minutes=-1), "minutes", "Minutes can't be less than 0."),
        (replace(COFFEE, note="x" * 65_537), "note", "Note is longer"),
        (replace(COFFEE, day=date(1899, 12, 31)), "day", "Day can't be less than 1900-01-01."),
    ],
)
def test_what_cannot_be_is_refused(
    journal: Journal, draft: InteractionDraft, field: str, sentence: str
) -> None:
    standing = journal.interactions.add(COFFEE)
    for verb in (
        lambda: journal.interactions.add(draft),
        lambda: journal.interactions.revise(standing, draft),
    ):
        with pytest.raises(InvalidError) as refused:
            verb()
        assert refused.value.fields[field].startswith(sentence)
    assert journal.interactions.pages().page(0, 9) == (journal.interactions.get(standing),)


def test_who_or_what_is_not_there_is_named(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="This contact is no longer"):
        journal.interactions.add(replace(COFFEE, contact_ids=(1, NOBODY)))
    with pytest.raises(NotFoundError, match="This group is no longer"):
        journal.interactions.add(replace(COFFEE, group_id=NOBODY))
    with pytest.raises(NotFoundError, match="This interaction is no longer"):
        journal.interactions.revise(NOBODY, COFFEE)


def test_they_are_listed_newest_first(journal: Journal) -> None:
    days = [date(2026, 11, 3), date(2026, 11, 20), date(2025, 1, 1), date(2026, 11, 3)]
    who = [(1,), (2,), (1, 2), (2, 1)]
    for day, contact_ids in zip(days, who, strict=True):
        journal.interactions.add(replace(COFFEE, day=day, contact_ids=contact_ids))
    assert [one.id for one in journal.interactions.pages().page(0, 9)] == [2, 4, 1, 3]
    ana = journal.interactions.pages(1)
    assert (ana.total, [one.id for one in ana.page(0, 9)]) == (3, [4, 1, 3])
    assert [one.id for one in ana.page(1, 1)] == [1]
    assert journal.interactions.pages(NOBODY).total == 0


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, [3, 2, 1]),
        (date(2026, 11, 3), None, [3, 2]),
        (None, date(2026, 11, 3), [2, 1]),
        (date(2026, 11, 3), date(2026, 11, 3), [2]),
        (date(2026, 11, 4), date(2026, 11, 9), []),
    ],
)
def test_they_are_listed_from_one_day_to_another(
    journal: Journal, since: date | None, until: date | None, found: list[int]
) -> None:
    for day in (date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 10)):
        journal.interactions.add(replace(COFFEE, day=day))
    pages = journal.interactions.pages(1, since=since, until=until)
    assert [one.id for one in pages.page(0, 9)] == found
    assert pages.total == len(found)


def test_a_deleted_contact_leaves_the_others_their_interaction(journal: Journal) -> None:
    alone = journal.interactions.add(COFFEE)
    together = journal.interactions.add(introduction(1, 2))
    apart = journal.interactions.add(replace(COFFEE, contact_ids=(3,)))
    journal.contacts.delete(1)
    assert journal.interactions.get(together).names == ("Bo",)
    assert [one.id for one in journal.interactions.pages().page(0, 9)] == [together, apart]
    journal.undo()
    assert journal.interactions.get(alone).names == ("Ana",)
    assert journal.interactions.get(together).names == ("Ana", "Bo")


def test_a_deleted_group_leaves_its_interactions(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    interaction = journal.interactions.add(replace(COFFEE, group_id=group))
    journal.groups.delete(group)
    assert journal.interactions.get(interaction).group_id is None


def test_an_interaction_is_a_touch_and_a_one_to_one_makes_it_deep(journal: Journal) -> None:
    journal.interactions.add(
        InteractionDraft(kind=InteractionKind.CALL, day=date(2026, 11, 1), contact_ids=(1, 2))
    )
    journal.interactions.add(replace(COFFEE, contact_ids=(2,), day=date(2026, 10, 1)))
    ana, bo, *_ = journal.contacts.pages().page(0, 9)
    assert (ana.depth, ana.last_touch) == (1, "2026-11-01")
    assert (bo.depth, bo.last_touch) == (3, "2026-11-01")
    journal.undo()
    assert journal.contacts.pages().page(1, 1)[0].depth == 1


@pytest.mark.parametrize(
    ("draft", "named"),
    [
        (COFFEE, "Noted a one-to-one with Ana"),
        (replace(COFFEE, kind=InteractionKind.CALL), "Noted a call with Ana"),
        (replace(COFFEE, kind=InteractionKind.MESSAGE), "Noted a message with Ana"),
        (introduction(1, 2), "Noted an introduction of Ana and Bo"),
        (introduction(1, 2, 4), "Noted an introduction of Ana, Bo and Jo"),
        (
            replace(COFFEE, kind=InteractionKind.OTHER, contact_ids=(4, 3, 2, 1)),
            "Noted a touch with Jo, Li and 2 more",
        ),
    ],
)
def test_a_step_is_named_for_who_was_there(
    journal: Journal, draft: InteractionDraft, named: str
) -> None:
    interaction = journal.interactions.add(draft)
    assert label(journal) == named
    journal.interactions.revise(interaction, replace(draft, note="More."))
    assert label(journal) == named.replace("Noted", "Changed")
    journal.interactions.delete(interaction)
    assert label(journal) == named.replace("Noted", "Deleted")
