"""Half-filled forms: kept while one types and at Esc, taken up again, gone once they are saved."""

import os
import pkgutil
import signal
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import ModalScreen

import netjournal.ui.dialogs
from netjournal.errors import InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.meeting import MeetingDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs import field_values
from netjournal.ui.dialogs.cadence import CadenceDialog
from netjournal.ui.dialogs.contact import ContactDialog, SectionDialog
from netjournal.ui.dialogs.contact_fields import Section
from netjournal.ui.dialogs.experiment import ExperimentDialog
from netjournal.ui.dialogs.field_values import Value, Values
from netjournal.ui.dialogs.file import FileDialog
from netjournal.ui.dialogs.follow_up import FollowUpDialog, SnoozeDialog
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.group import GroupDialog
from netjournal.ui.dialogs.interaction import InteractionDialog
from netjournal.ui.dialogs.joining import JoinDialog, LeaveDialog
from netjournal.ui.dialogs.meeting import MeetingDialog
from netjournal.ui.dialogs.membership import EndDialog, MembershipDialog
from netjournal.ui.dialogs.review import ReviewDialog
from netjournal.ui.dialogs.value import ValueDialog
from netjournal.ui.screens.area import JournalScreen
from netjournal.ui.screens.form_keeper import FormKeeper
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.whom import Named, Whom
from tests.terminal import Terminal
from tests.ui.conftest import StandingClock, press, settle

Form = FormDialog[Any]
Making = Callable[[Journal], Form]

TODAY = date(2026, 11, 18)
NOW = datetime.fromisoformat("2026-11-18T09:30")
TUESDAYS = Schedule(rule="FREQ=WEEKLY;BYDAY=TU", anchor=date(2026, 11, 17), start_time=time(7))
ANA, MILL = Named(1, "Ana [/]"), Named(1, "Mill")


@pytest.fixture(autouse=True)
def recorded(journal: Journal) -> None:
    """One record of each noun, whose id is 1."""
    journal.groups.join(GroupDraft(name="Mill"), TUESDAYS, "They ring back.")
    journal.contacts.add(ContactDraft(name="Ana [/]", organisation="Ruiz Ltd"))
    journal.meetings.add(MeetingDraft(start=NOW - timedelta(days=3), title="Fair"))
    call = InteractionDraft(kind=InteractionKind.CALL, day=TODAY, contact_ids=(1,))
    journal.interactions.add(call)
    journal.follow_ups.add(FollowUpDraft(contact_id=1, what="send the plan"))
    journal.memberships.add(MembershipDraft(contact_id=1, group_id=1, role="chair"))


def nobody(words: str, offer: Callable[[tuple[Any, ...]], None]) -> None:
    """Finds no one."""
    if words:
        offer(())


FORMS: dict[str, Making] = {
    "new group": lambda _: GroupDialog(NOW, nobody),
    "group": lambda journal: GroupDialog(NOW, nobody, journal.groups.get(1)),
    "new contact": lambda _: ContactDialog(),
    "contact": lambda journal: ContactDialog(journal.contacts.get(1)),
    "why": lambda journal: SectionDialog(journal.contacts.get(1), Section.WHY),
    "standing": lambda journal: SectionDialog(journal.contacts.get(1), Section.STANDING),
    "new meeting": lambda _: MeetingDialog(NOW),
    "meeting": lambda journal: MeetingDialog(NOW, journal.meetings.get(1)),
    "value": lambda journal: ValueDialog(journal.groups.get(1)),
    "version": lambda journal: ValueDialog(journal.groups.get(1), journal.groups.values(1)[0]),
    "joining": lambda journal: JoinDialog(
        TODAY, journal.groups.get(1), journal.time_and_money.load()
    ),
    "leaving": lambda journal: LeaveDialog(TODAY, journal.groups.get(1), 3),
    "experiment": lambda journal: ExperimentDialog(TODAY, journal.groups.get(1)),
    "review": lambda journal: ReviewDialog(journal.review()),
    "file": lambda journal: FileDialog("Write it", "review.md", journal.path),
    "cadence": lambda _: CadenceDialog("2 people", ("print",)),
    "new interaction": lambda _: InteractionDialog(TODAY, nobody, people=(ANA,), groups=(MILL,)),
    "interaction": lambda journal: InteractionDialog(
        TODAY, nobody, interaction=journal.interactions.get(1)
    ),
    "new follow-up": lambda _: FollowUpDialog(TODAY, ANA),
    "follow-up": lambda journal: FollowUpDialog(TODAY, ANA, journal.follow_ups.get(1)),
    "snooze": lambda journal: SnoozeDialog(TODAY, journal.follow_ups.get(1)),
    "new member": lambda _: MembershipDialog(TODAY, group=MILL, find=nobody),
    "new membership": lambda _: MembershipDialog(TODAY, person=ANA, groups=(MILL,)),
    "membership": lambda journal: MembershipDialog(TODAY, membership=journal.memberships.get(1)),
    "end of it": lambda journal: EndDialog(TODAY, journal.memberships.get(1)),
}


async def opened(
    pilot: Pilot[None], form: Form, verb: Callable[[Journal, Any], Any] = lambda *_: None
) -> Form:
    """A form that was opened over the first screen."""
    await settle(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, JournalScreen)
    screen.ask(form, verb)
    await settle(pilot)
    return form


def something(field: Field) -> Value:
    """Something half-filled that isn't in a field as it opens."""
    match field.control:
        case Choice() as choice:
            return next(word for word in choice.words if word != choice.value)
        case Whom():
            return {"chosen": [{"contact_id": 1, "name": "Ana [/]"}], "typed": "half a na"}
        case control:
            return f"half-typed {control.id} “ü"


def words(*names: str) -> Callable[[Form], tuple[Value, ...]]:
    return lambda form: tuple(form.entered[name] for name in names)


@pytest.mark.parametrize("name", FORMS)
async def test_a_form_left_with_esc_opens_as_it_was(
    app: NetjournalApp, journal: Journal, name: str
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        form = await opened(pilot, FORMS[name](journal))
        begun = form.begun
        half: Values = {
            field.control.id: something(field) for field in form.query(Field) if field.control.id
        }
        form.fill(half)
        await press(pilot, "escape")
        assert not isinstance(app.screen, FormDialog)
        assert len(journal.drafts.kept(form.FORM)) == 1

        again = await opened(pilot, FORMS[name](journal))
        assert again.begun == begun
        assert again.entered == half != begun
        assert len(journal.drafts.kept(form.FORM)) == 1

        await press(pilot, "ctrl+z")
        assert again.entered == begun
        await press(pilot, "escape")
    assert journal.drafts.kept() == ()


def test_every_form_has_a_name_for_its_drafts() -> None:
    for module in pkgutil.iter_modules(netjournal.ui.dialogs.__path__):
        import_module(f"netjournal.ui.dialogs.{module.name}")
    names = {form.__name__: form.FORM for form in _below(ModalScreen) if hasattr(form, "FORM")}
    wanted = {name: form for name, form in names.items() if name[0] != "_" and name != "FormDialog"}
    assert all(wanted.values()), wanted
    assert len(set(wanted.values())) == len(wanted) > 8


async def test_a_form_nothing_was_typed_in_leaves_nothing(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await opened(pilot, ContactDialog())
        await press(pilot, "escape")
        assert not isinstance(app.screen, FormDialog)
    assert journal.drafts.kept() == ()


async def test_a_form_that_was_emptied_has_no_draft(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        form = await opened(pilot, ContactDialog())
        keeper = keeper_of(form)
        for _ in range(2):
            await press(pilot, "B")
            keeper.draft.keep()
            await settle(pilot)
            assert len(journal.drafts.kept()) == 1
            await press(pilot, "backspace")
            assert journal.drafts.kept() == ()


async def test_forms_of_two_records_and_two_forms_of_one_keep_a_draft_each(
    app: NetjournalApp, journal: Journal
) -> None:
    bo = journal.contacts.add(ContactDraft(name="Bo"))
    forms: list[Callable[[], Form]] = [
        lambda: SectionDialog(journal.contacts.get(1), Section.WHY),
        lambda: SectionDialog(journal.contacts.get(1), Section.MET),
        lambda: SectionDialog(journal.contacts.get(bo), Section.WHY),
    ]
    async with app.run_test() as pilot:
        for count, form in enumerate(forms):
            await opened(pilot, form())
            await press(pilot, *f"half {count}", "escape")
        assert len(journal.drafts.kept()) == 3
        for count, form in enumerate(forms):
            (typed,) = (await opened(pilot, form())).entered.values()
            assert typed == f"half {count}"
            await press(pilot, "escape")


async def test_it_is_kept_soon_after_a_key(app: NetjournalApp, journal: Journal) -> None:
    now = 0.0
    async with app.run_test() as pilot:
        form = await opened(pilot, ContactDialog())
        keeper = keeper_of(form)
        keeper.draft.clock = lambda: now
        await press(pilot, "B")
        now = 0.3
        keeper.draft.look()
        await settle(pilot)
        assert journal.drafts.kept() == ()
        now = 0.4
        keeper.draft.look()
        await settle(pilot)
        (draft,) = journal.drafts.kept("contact")
        assert '"name": "B"' in draft.body
        assert form.query_one(".form").border_subtitle == "draft saved"


async def test_a_signal_keeps_what_is_entered_and_leaves(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await opened(pilot, ContactDialog())
        keeper_of(form).draft.clock = lambda: 0.0
        await press(pilot, *"Bo")
        os.kill(os.getpid(), signal.SIGTERM)
        await settle(pilot)
    assert app.return_code == 128 + signal.SIGTERM
    (draft,) = journal.drafts.kept("contact")
    assert '"name": "Bo"' in draft.body


async def test_saving_removes_the_draft_in_the_same_transaction(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await opened(pilot, ContactDialog(), lambda journal, draft: journal.contacts.add(draft))
        await press(pilot, *"Bo", "escape")
        await opened(pilot, ContactDialog(), lambda journal, draft: journal.contacts.add(draft))
        await press(pilot, "enter")
        assert not isinstance(app.screen, FormDialog)
    assert journal.contacts.count() == 2
    assert journal.drafts.kept() == ()


async def test_a_refused_save_keeps_form_and_draft(app: NetjournalApp, journal: Journal) -> None:
    def refuse(_: Journal, __: ContactDraft) -> None:
        raise InvalidError({"name": "Not so."})

    async with app.run_test() as pilot:
        form = await opened(pilot, ContactDialog(), refuse)
        await press(pilot, *"Bo", "enter")
        assert app.screen is form
        assert form.entered["name"] == "Bo"
        assert len(journal.drafts.kept("contact")) == 1
        await press(pilot, "escape")
        assert app.screen is not form
    assert len(journal.drafts.kept("contact")) == 1


async def test_a_verb_that_changes_nothing_ends_the_draft_too(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await opened(pilot, ContactDialog())
        await press(pilot, *"Bo", "enter")
        assert not isinstance(app.screen, FormDialog)
    assert journal.drafts.kept() == ()


async def test_what_changed_in_the_journal_since_is_said(
    app: NetjournalApp, journal: Journal
) -> None:
    form: Callable[[], Form] = partial(_membership, journal)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, form())
        await press(pilot, *" and host", "escape")
        revised = MembershipDraft(
            contact_id=1, group_id=1, role="treasurer", classification="printer"
        )
        journal.memberships.revise(1, revised)
        again = await opened(pilot, form())
        assert words("role", "classification")(again) == ("chair and host", "printer")
        said = str(again.query_one(".form--meanwhile").render())
        assert "Changed in the journal since: Role, Sits for." in said
        assert "Your draft stands in Role" in said
        await press(pilot, "ctrl+z")
        assert words("role", "classification")(again) == ("treasurer", "printer")


async def test_a_draft_that_came_true_by_another_way_is_gone(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, _membership(journal))
        await press(pilot, *" and host", "escape")
        journal.memberships.revise(
            1, MembershipDraft(contact_id=1, group_id=1, role="chair and host")
        )
        again = await opened(pilot, _membership(journal))
        assert again.entered == again.begun
    assert journal.drafts.kept() == ()


async def test_days_mean_what_they_meant_when_they_were_typed(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot, FollowUpDialog(TODAY, ANA))
        await press(pilot, *"call", "tab", *"tomorrow", "escape")
        await opened(pilot, MeetingDialog(NOW))
        await press(pilot, *"Fair", "tab", *"yesterday 18:30", "escape")
        await opened(pilot, InteractionDialog(TODAY, nobody, people=(ANA,)))
        await press(pilot, "c", "escape")
        clock.moment += timedelta(days=2)
        later, now = TODAY + timedelta(days=2), NOW + timedelta(days=2)
        follow_up = await opened(pilot, FollowUpDialog(later, ANA))
        assert follow_up.draft().due == date(2026, 11, 19)
        await press(pilot, "escape")
        meeting = await opened(pilot, MeetingDialog(now))
        assert meeting.draft().start == datetime.fromisoformat("2026-11-17T18:30")
        await press(pilot, "escape")
        interaction = await opened(pilot, InteractionDialog(later, nobody, people=(ANA,)))
        assert interaction.draft().day == TODAY
        assert not interaction.query_one(".form--meanwhile").has_class("-shown")


async def test_an_unreadable_draft_is_left_alone(app: NetjournalApp, journal: Journal) -> None:
    for number, body in enumerate(("{“", "[]", '{"heading": 1}', "[" * 9999)):
        journal.drafts.keep(f"odd {number}", "contact", "{}", body)
    async with app.run_test() as pilot:
        form = await opened(pilot, ContactDialog())
        assert form.entered == form.begun
        await press(pilot, "escape")
    assert len(journal.drafts.kept()) == 4


async def test_values_no_field_can_hold_are_left_out(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        form = await opened(pilot, InteractionDialog(TODAY, nobody, people=(ANA,)))
        odd: Values = {"kind": "seance", "day": None, "contact_ids": "Ana", "gone": "x"}
        field_values.write(form.query(Field), odd)
        assert form.entered == form.begun
        odd = {"contact_ids": {"chosen": [{"contact_id": "1"}, 2], "typed": ""}}
        field_values.write(form.query(Field), odd)
        assert form.entered["contact_ids"] == {"chosen": [], "typed": ""}


async def test_in_a_paragraph_ctrl_z_takes_typing_back_first(
    app: NetjournalApp, journal: Journal
) -> None:
    def form() -> Form:
        return SectionDialog(journal.contacts.get(1), Section.WHY)

    async with app.run_test() as pilot:
        await opened(pilot, form())
        await press(pilot, *"half", "escape")
        again = await opened(pilot, form())
        await press(pilot, "!", "ctrl+z")
        assert again.entered == {"why": "half"}
        await press(pilot, "ctrl+z")
        assert again.entered == {"why": ""}


def test_a_killed_program_leaves_the_form_half_filled(path: Path, tmp_path: Path) -> None:
    program = (sys.executable, "-m", "netjournal", "--journal", path)
    with Terminal(*program, home=tmp_path, columns=100, rows=40) as terminal:
        terminal.wait_for("Mill")
        terminal.press("2")
        terminal.wait_for("They ring back")
        terminal.press("n")
        terminal.wait_for("New group")
        terminal.press("Harbour Traders")
        terminal.wait_for("draft saved")
        os.kill(terminal.process, signal.SIGKILL)
        terminal.ended()
    with Terminal(*program, home=tmp_path, columns=100, rows=40) as terminal:
        terminal.wait_for("Mill")
        terminal.press("2")
        terminal.wait_for("They ring back")
        terminal.press("n")
        terminal.wait_for("Picked up your draft")
        terminal.wait_for("Harbour Traders")


def keeper_of(form: Form) -> FormKeeper:
    assert isinstance(form.keeper, FormKeeper)
    return form.keeper


def _below(kind: type[Any]) -> list[type[Any]]:
    below = kind.__subclasses__()
    return [*below, *(form for one in below for form in _below(one))]


def _membership(journal: Journal) -> Form:
    return MembershipDialog(TODAY, membership=journal.memberships.get(1))
