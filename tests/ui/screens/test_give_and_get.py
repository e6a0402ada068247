"""Give & get: referrals, invitations and figures, with a key for whatever happens to them."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.business import BusinessDraft, Origin
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction, ReferralDraft, ReferralStatus
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.business import BusinessDialog
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.dialogs.invitation import InvitationDialog
from netjournal.ui.dialogs.referral import ReferralDialog
from netjournal.ui.screens.give_and_get import GiveAndGetScreen
from netjournal.ui.widgets.sheet import one_text
from netjournal.ui.widgets.whom import Named, Whom
from tests.ui.conftest import StandingClock, press
from tests.ui.test_app import shown

ANA, BO, LI = 1, 2, 3
TODAY = date(2026, 11, 18)
TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU", anchor=date(2026, 11, 3), start_time=time(7), duration_minutes=90
)


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana, Bo and Li, and Riverside, which meets on Tuesdays."""
    for name in ("Ana Ruiz", "Bo Lind", "Li Wei"):
        journal.contacts.add(ContactDraft(name=name))
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS, "People who ring back.")


@pytest.fixture
def three(journal: Journal) -> None:
    """1: given to Ana, about Bo; 2: received from Li and won; 3: given to Bo and contacted."""
    refer(journal, ANA, prospect_id=BO, level=4, group_id=1, note="Needs a printer.")
    refer(
        journal,
        LI,
        direction=Direction.RECEIVED,
        day=TODAY,
        status=ReferralStatus.WON,
        source_id=1,
    )
    refer(journal, BO, day=date(2026, 10, 1), status=ReferralStatus.CONTACTED)


@pytest.fixture
def invited(journal: Journal) -> None:
    """1: Ana, who hasn't answered; 2: Bo, to a meeting to come; 3: Li, who declined."""
    yesterday = tuesday(journal, "2026-11-17")
    journal.invitations.send(InvitationDraft(contact_id=ANA, sent_on=date(2026, 11, 9)), yesterday)
    to_come = tuesday(journal, "2026-11-24")
    journal.invitations.send(InvitationDraft(contact_id=BO, sent_on=TODAY), to_come)
    journal.invitations.send(InvitationDraft(contact_id=LI, sent_on=date(2026, 11, 9)), yesterday)
    journal.invitations.answer(3, Outcome.DECLINED)


def refer(journal: Journal, partner: int, **said: object) -> int:
    """A referral's id; given ten days ago unless something else is said."""
    usual = {"direction": Direction.GIVEN, "day": TODAY - timedelta(days=10)}
    return journal.referrals.add(
        ReferralDraft(partner_id=partner, **{**usual, **said})  # type: ignore[arg-type]
    )


def tuesday(journal: Journal, day: str) -> Occasion:
    """Riverside's meeting of a day."""
    return journal.meetings.occasion(1, date.fromisoformat(day))


async def opened(pilot: Pilot[None]) -> GiveAndGetScreen:
    """The screen, once it is loaded."""
    await press(pilot, "5")
    screen = pilot.app.screen
    assert isinstance(screen, GiveAndGetScreen)
    return screen


def lines(screen: GiveAndGetScreen) -> list[str]:
    """The lines of the list."""
    drawn = screen.table.render_lines(screen.table.size.region)
    return [line.text for line in drawn[1:] if line.text.strip()]


def under_cursor(screen: GiveAndGetScreen) -> int | None:
    """The id of the line the cursor is on."""
    return None if screen.table.row is None else screen.table.row.id


def totals(screen: GiveAndGetScreen) -> str:
    """The line that says what it all comes to."""
    return screen.head.render_line(0).text


def page(screen: GiveAndGetScreen) -> str:
    """What is said beside the list, or on an opened page."""
    if screen.is_open:
        return one_text(screen.sheet.parts).plain
    return str(screen.pane.query_one("Static").render())


@pytest.mark.parametrize(
    ("view", "said", "key", "dialog"),
    [
        ((), "Press n to note the first one", "n", ReferralDialog),
        (("v",), "Press i to invite someone", "i", InvitationDialog),
        (("v",), "Press i to invite someone", "n", InvitationDialog),
    ],
)
async def test_an_empty_view_says_which_key_begins_it(
    app: NetjournalApp, view: tuple[str, ...], said: str, key: str, dialog: type
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, *view)
        empty = screen.query_one(".empty Static")
        assert empty.region
        assert said in str(empty.render())
        await press(pilot, key)
        assert isinstance(app.screen, dialog)


@pytest.mark.usefixtures("three", "invited")
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_every_view_fits_every_size(app: NetjournalApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        for view in screen.views:
            assert screen.view is view
            assert lines(screen)
            assert f"▌{view.title}" in shown(app)
            await press(pilot, "v")
        assert screen.view is screen.referrals


@pytest.mark.usefixtures("three")
async def test_what_is_open_comes_first(app: NetjournalApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot)
        first, second, third = lines(screen)
        assert "→ Ana Ruiz" in first
        assert "●●●●○" in first
        assert "○ passed" in first
        assert "→ Bo Lind" in second
        assert "◐ contacted" in second
        assert "← Li Wei" in third
        assert "✓ won" in third
        assert "3 referrals · 2 open, first" in shown(app)
        assert "call ahead" in page(screen)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("li", ["Ana Ruiz", "Bo Lind", "Li Wei"]),
        ("river", ["Ana Ruiz"]),
        ("printer", ["Ana Ruiz"]),
        ("zz", []),
    ],
)
async def test_words_filter_as_they_are_typed(
    app: NetjournalApp, words: str, names: list[str]
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "slash", *words)
        found = [line[: line.index("  ", 5)].lstrip("▌ →←") for line in lines(screen)]
        assert found == names if names else "Nothing here fits" in shown(app)


@pytest.mark.usefixtures("three")
async def test_f_shows_one_kind_after_the_other(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        counts = []
        for _ in range(6):
            await press(pilot, "f")
            counts.append((screen.kind, len(lines(screen)) if screen.record else 0))
        assert counts == [
            ("open", 2),
            ("given", 2),
            ("received", 1),
            ("won", 1),
            ("lost", 0),
            ("", 3),
        ]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("c", ReferralStatus.CONTACTED),
        ("w", ReferralStatus.WON),
        ("l", ReferralStatus.LOST),
    ],
)
async def test_one_key_moves_a_referral_and_undo_moves_it_back(
    app: NetjournalApp, journal: Journal, key: str, status: ReferralStatus
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, key)
        assert journal.referrals.get(1).status is status
        await press(pilot, "u")
        assert journal.referrals.get(1).status is ReferralStatus.PASSED


@pytest.mark.usefixtures("three")
async def test_the_cursor_stays_for_the_next_one_when_a_referral_is_settled(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "l", "p")
        assert journal.referrals.get(1).status is ReferralStatus.LOST
        assert journal.referrals.get(3).status is ReferralStatus.PASSED
        assert screen.referral is not None
        assert screen.referral.id == 3


@pytest.mark.usefixtures("three")
async def test_a_filter_begins_at_the_top_whatever_was_done_before(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "G", "w", "slash", "l")
        assert len(lines(screen)) == 3
        assert screen.table.cursor == 0


@pytest.mark.usefixtures("three")
async def test_an_opened_referral_leads_to_the_people(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        for keys, name in ((("enter", "enter"), "Ana Ruiz"), (("j", "enter"), "Bo Lind")):
            await opened(pilot)
            await press(pilot, *keys)
            assert app.current_mode == "contacts"
            assert name in shown(app)


@pytest.mark.usefixtures("three")
async def test_it_is_said_that_it_moved_and_what_comes_next(app: NetjournalApp) -> None:
    async with app.run_test(size=(200, 30), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "w")
        assert "Won: to Ana Ruiz; b notes what it" in shown(app)
        await press(pilot, "g", "l")
        assert "Lost: to Bo Lind; u takes it back" in shown(app)


@pytest.mark.usefixtures("three")
async def test_an_opened_referral_stays_open_while_it_is_moved(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter", "l")
        assert "✗ lost" in page(screen)
        assert "Referral to Ana Ruiz" in page(screen)
        await press(pilot, "w", "escape")
        assert journal.referrals.get(1).status is ReferralStatus.WON


async def test_an_opened_referral_is_followed_however_far_it_moves(
    app: NetjournalApp, journal: Journal
) -> None:
    for _ in range(130):
        refer(journal, ANA)
    last = refer(journal, BO, day=TODAY)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter", "w")
        assert screen.referral is not None
        assert screen.referral.id == last
        assert "✓ won" in page(screen)


@pytest.mark.usefixtures("three")
async def test_what_has_come_so_far_already_is_not_moved_again(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "p")
        assert "It is passed already" in shown(app)
        assert "takes it back" not in shown(app)


@pytest.mark.usefixtures("three")
async def test_what_a_won_one_brought_is_noted_by_the_next_key(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "w")
        assert "b notes what it brought" in shown(app)
        await press(pilot, "b", *"1200", "ctrl+s")
        assert [one.amount for one in journal.business.of(1)] == [Decimal(1200)]


@pytest.mark.usefixtures("three")
async def test_plus_and_minus_say_how_warm_it_was(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "plus", "plus")
        assert journal.referrals.get(1).level == 5
        await press(pilot, *["minus"] * 4)
        assert journal.referrals.get(1).level == 1
        await press(pilot, "minus", "minus")
        assert journal.referrals.get(1).level is None
        await press(pilot, "j", "plus")
        assert journal.referrals.get(3).level == 1


@pytest.mark.usefixtures("three")
async def test_an_opened_referral_has_its_chain_and_its_business(
    app: NetjournalApp, journal: Journal
) -> None:
    for amount, day in (("1250.50", 17), ("300", 18)):
        said = BusinessDraft(amount=Decimal(amount), day=date(2026, 11, day), referral_id=1)
        journal.business.close(said)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "j", "j", "enter")
        said_of_it = page(screen)
        assert "Needs a printer." in said_of_it
        assert "2 amounts, 1,550.50" in said_of_it
        assert "     300" in said_of_it
        assert "└─ ✓ ← Li Wei" in said_of_it
        await press(pilot, "G", "enter")
        assert screen.referral is not None
        assert screen.referral.id == 2
        assert screen.is_open


@pytest.mark.usefixtures("three")
async def test_an_amount_pointed_at_is_changed_and_deleted(
    app: NetjournalApp, journal: Journal
) -> None:
    amount = BusinessDraft(amount=Decimal(300), day=TODAY, referral_id=3)
    journal.business.close(amount)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "j", "j", "enter", "G", "e")
        assert isinstance(app.screen, BusinessDialog)
        await press(pilot, "escape", "d")
        assert isinstance(app.screen, ConfirmDialog)
        assert "Delete the business of 300" in shown(app)
        await press(pilot, "y")
        assert journal.business.all() == ()
        await press(pilot, "u")
        assert len(journal.business.of(3)) == 1


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("key", "dialog"),
    [
        ("n", ReferralDialog),
        ("s", ReferralDialog),
        ("e", ReferralDialog),
        ("b", BusinessDialog),
        ("i", InvitationDialog),
    ],
)
async def test_a_key_opens_each_form(app: NetjournalApp, key: str, dialog: type) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await press(pilot, key)
        assert isinstance(app.screen, dialog)


@pytest.mark.usefixtures("three")
async def test_the_cursor_is_on_what_was_noted_just_now(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "j", "n")
        app.screen.query_one(Whom).value = (Named(LI, "Li Wei"),)
        await press(pilot, "g", "ctrl+s")
        assert screen.referral is not None
        assert (screen.referral.id, under_cursor(screen)) == (4, 4)
        await press(pilot, "c")
        assert journal.referrals.get(4).status is ReferralStatus.CONTACTED


@pytest.mark.usefixtures("three")
async def test_what_was_noted_is_seen_though_something_else_was_looked_for(
    app: NetjournalApp,
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, *"ffff", "s", "g")
        app.screen.query_one(Whom).value = (Named(ANA, "Ana Ruiz"),)
        await press(pilot, "ctrl+s")
        assert (screen.kind, under_cursor(screen)) == ("", 4)
        await press(pilot, "slash", *"bo lind", "enter", "n", "g")
        app.screen.query_one(Whom).value = (Named(LI, "Li Wei"),)
        await press(pilot, "ctrl+s")
        assert (screen.words, under_cursor(screen)) == ("", 5)
        assert "Referral to Li Wei" in page(screen)


@pytest.mark.usefixtures("invited")
async def test_the_cursor_is_on_who_was_invited_just_now(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "v", *"fff", "i")
        app.screen.query_one(Whom).value = (Named(LI, "Li Wei"),)
        await press(pilot, "ctrl+s")
        assert journal.invitations.get(4).name == "Li Wei"
        assert (screen.kind, under_cursor(screen)) == ("", 4)


@pytest.mark.usefixtures("three")
async def test_deleting_names_the_referral_and_is_undone(
    app: NetjournalApp, journal: Journal
) -> None:
    before = journal.referrals.get(1)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "d")
        assert "to Ana Ruiz" in shown(app)
        await press(pilot, "y")
        assert journal.referrals.pipeline().total == 2
        assert len(lines(screen)) == 2
        await press(pilot, "u")
        assert journal.referrals.get(1) == before


@pytest.mark.usefixtures("invited")
async def test_what_can_be_answered_comes_first(app: NetjournalApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "v")
        first, second, third = lines(screen)
        assert "Ana Ruiz" in first
        assert "? pending" in first
        assert "Bo Lind" in second
        assert "○ to come" in second
        assert "Li Wei" in third
        assert "– declined" in third
        assert "3 invitations · 1 to answer, 1 to come" in shown(app)
        await press(pilot, "j")
        assert "People who ring back." in page(screen)
        assert "1 to answer · 0 given" in totals(screen)


@pytest.mark.usefixtures("invited")
async def test_invitations_are_narrowed_and_filtered_too(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "v", "b")
        assert app.screen is screen
        await press(pilot, "f")
        assert "2 invitations · pending" in shown(app)
        await press(pilot, "f", "f", "f")
        assert [line for line in lines(screen) if "declined" in line] == lines(screen)
        await press(pilot, "f", "slash", *"bo riv")
        assert len(lines(screen)) == 1
        assert "Bo Lind" in lines(screen)[0]
        await press(pilot, "escape", "v")
        assert screen.words == ""


@pytest.mark.usefixtures("invited")
@pytest.mark.parametrize(
    ("key", "outcome"),
    [("y", Outcome.CAME), ("x", Outcome.NO_SHOW), ("c", Outcome.DECLINED)],
)
async def test_one_key_answers_an_invitation(
    app: NetjournalApp, journal: Journal, key: str, outcome: Outcome
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "v", key)
        assert journal.invitations.get(1).outcome is outcome
        assert screen.invitation is not None
        assert screen.invitation.id == 2
        await press(pilot, "u")
        assert journal.invitations.get(1).outcome is Outcome.PENDING


@pytest.mark.usefixtures("invited")
async def test_who_is_still_to_come_cannot_have_come(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "v", "j", "y")
        assert "begun" in shown(app)
        assert journal.invitations.get(2).outcome is Outcome.PENDING


@pytest.mark.usefixtures("invited")
async def test_an_answer_is_taken_back(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "v", "G", "y")
        assert journal.invitations.get(3).outcome is Outcome.DECLINED
        await press(pilot, "o")
        assert journal.invitations.get(3).outcome is Outcome.PENDING


@pytest.mark.usefixtures("invited")
async def test_an_invitation_is_withdrawn(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "v", "d")
        assert "Ana Ruiz" in shown(app)
        await press(pilot, "y")
        assert journal.invitations.inquiry().total == 2


@pytest.mark.usefixtures("invited")
async def test_an_invitation_leads_to_the_person_and_the_meeting(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "v", "enter", "enter")
        assert app.current_mode == "contacts"
        await press(pilot, "5", "j", "enter")
        assert app.current_mode == "meetings"


def figure(screen: GiveAndGetScreen, about: str, name: str) -> str:
    """The line of a figure."""
    return next(line for line in lines(screen) if f"{about} " in line and name in line)


@pytest.mark.usefixtures("three", "invited")
async def test_the_figures_say_what_they_rest_on(app: NetjournalApp, journal: Journal) -> None:
    journal.business.close(BusinessDraft(amount=Decimal("99.90"), day=TODAY, referral_id=2))
    journal.business.close(BusinessDraft(amount=Decimal(10), day=TODAY, origin=Origin.COLD))
    async with app.run_test(size=(140, 60)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "v", "v")
        assert figure(screen, "Referrals", "Given").split()[-1] == "2"
        assert figure(screen, "Warmth", "Given").split()[-3:] == ["too", "few", "1"]
        assert figure(screen, "Given, got", "Riverside").split()[-2:] == ["1,", "1"]
        assert figure(screen, "Business", "In all").split()[-1] == "109.90"
        assert figure(screen, "Business", "Cold").split()[-1] == "10"
        assert figure(screen, "Brought", "Riverside").split()[-1] == "99.90"
        assert figure(screen, "Invitations", "To answer").split()[-1] == "1"
        assert figure(screen, "Invitations", "Last sent").split()[-1] == "today"
        assert "“People who ring" in figure(screen, "Show rate", "Riverside")
        expected = "1 to answer · 2 given · 1 received · 109.90 closed · too few of 1 came"
        assert totals(screen).strip() == expected


@pytest.mark.usefixtures("three", "invited")
async def test_a_figure_opens_the_rows_it_rests_on(app: NetjournalApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V", "enter")
        assert [("Ana Ruiz" in line, "Bo Lind" in line) for line in lines(screen)] == [
            (True, True),
            (False, True),
        ]
        assert "2 rows behind Referrals · Given" in shown(app)
        await press(pilot, "slash", *"ana")
        assert len(lines(screen)) == 1
        await press(pilot, "enter", "enter")
        assert screen.view.title == "Referrals"
        assert "Referral to Ana Ruiz" in page(screen)
        await press(pilot, "escape", "escape", "j", "enter", "escape")
        assert screen.view.title == "Figures"
        assert screen.table.cursor == 1


@pytest.mark.usefixtures("invited")
async def test_the_rows_of_a_show_rate_are_those_with_an_outcome(app: NetjournalApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V", "slash", *"no reason", "enter", "enter")
        assert [line.split()[-2:] for line in lines(screen)] == [["–", "declined"]]
        assert "1 row behind Show rate · Riverside: no reason" in shown(app)
        assert "– declined" in page(screen)
        assert "esc back" in shown(app)


@pytest.mark.usefixtures("invited")
async def test_behind_a_figure_is_seen_who_waits_and_who_is_still_to_come(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.invitations.send(
        InvitationDraft(contact_id=LI, sent_on=TODAY), tuesday(journal, "2026-12-01")
    )
    journal.meetings.call_off(tuesday(journal, "2026-12-01"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V", "slash", *"sent", "enter", "enter")
        assert [line.split()[-2:] for line in lines(screen)] == [
            ["to", "come"],
            ["–", "declined"],
            ["?", "pending"],
        ]
        await press(pilot, "escape", "slash", "escape", "slash", *"last sent", "enter", "enter")
        assert [line.split()[-2:] for line in lines(screen)] == [["called", "off"], ["to", "come"]]


@pytest.mark.usefixtures("three")
async def test_going_back_to_the_figures_keeps_their_filter(app: NetjournalApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V", "slash", *"given", "enter", "j", "enter")
        assert screen.view.title == "Behind"
        await press(pilot, "slash", *"ruiz", "enter", "enter")
        assert "Referral to Ana Ruiz" in page(screen)
        await press(pilot, "escape")
        assert ["Ana Ruiz" in line for line in lines(screen)] == [True]
        await press(pilot, "escape")
        assert screen.view is screen.figures
        assert screen.words == "given"
        assert screen.table.cursor == 1
        assert all("iven" in line for line in lines(screen))


@pytest.mark.usefixtures("three", "invited")
async def test_a_narrow_window_has_the_room_for_the_names_of_figures(app: NetjournalApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V")
        assert "Per contact met" in figure(screen, "Referrals", "Per")
        await press(pilot, "slash", *"ring back", "enter")
        assert "Riverside: “People who ring back.”" in lines(screen)[0]
        assert "Who came, of those invited to Riverside while I put it so." in page(screen)
        assert screen.pane.region.y > screen.table.region.y


@pytest.mark.usefixtures("three")
async def test_what_a_figure_led_to_leads_back_to_its_rows(app: NetjournalApp) -> None:
    async with app.run_test(size=(140, 50)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V", "enter", "j", "enter")
        assert "Referral to Bo Lind" in page(screen)
        await press(pilot, "escape")
        assert "2 rows behind Referrals · Given" in shown(app)
        assert "Bo Lind" in lines(screen)[screen.table.cursor]
        await press(pilot, "escape", "v", "enter", "escape")
        assert screen.view is screen.referrals


async def test_business_of_no_referral_is_changed_and_deleted_behind_its_figure(
    app: NetjournalApp, journal: Journal
) -> None:
    closed = journal.business.close(
        BusinessDraft(amount=Decimal(50), day=TODAY, origin=Origin.COLD)
    )
    async with app.run_test(size=(140, 50)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V", "slash", *"in all", "enter", "enter")
        assert "1 row behind Business · In all" in shown(app)
        assert len(lines(screen)) == 1
        await press(pilot, "e", "end", "0", "ctrl+s")
        assert journal.business.get(closed).amount == Decimal(500)
        await press(pilot, "d")
        assert "Delete the business of 500" in shown(app)
        assert "stays" not in shown(app)
        await press(pilot, "y")
        assert lines(screen) == []
        await press(pilot, "u")
        assert journal.business.get(closed).amount == Decimal(500)


@pytest.mark.usefixtures("three", "invited")
async def test_every_figure_opens_without_a_word_lost(app: NetjournalApp, journal: Journal) -> None:
    journal.business.close(BusinessDraft(amount=Decimal(50), day=TODAY, referral_id=2))
    async with app.run_test(size=(140, 60)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "V")
        count = len(lines(screen))
        for place in range(count):
            await press(pilot, "g", *["j"] * place, "enter")
            assert "behind" in shown(app) or screen.has_class("-empty")
            await press(pilot, "escape")
            assert screen.view is screen.figures


@pytest.mark.usefixtures("three", "invited")
async def test_a_click_on_a_name_turns_to_its_view(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        for x, view in ((14, screen.invitations), (30, screen.figures), (3, screen.referrals)):
            await pilot.click("Head", offset=(x, 1))
            await press(pilot)
            await press(pilot, "j")
            assert screen.view is view


@pytest.mark.usefixtures("three")
async def test_a_referral_is_opened_from_elsewhere(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "v")
        await app.run_action("open_record('give_and_get', 3)")
        await press(pilot, "j")
        assert screen.is_open
        assert "Referral to Bo Lind" in page(screen)


@pytest.mark.usefixtures("three")
async def test_what_another_program_notes_is_shown(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        refer(journal, LI, day=TODAY)
        await pilot.pause(0)
        screen.reload()
        await press(pilot, "k")
        assert len(lines(screen)) == 4


@pytest.mark.parametrize("name", ["Bob [/]", "[@click=app.quit]x[/]", "$text [b]"])
async def test_names_are_shown_as_they_are(
    app: NetjournalApp, journal: Journal, clock: StandingClock, name: str
) -> None:
    contact = journal.contacts.add(ContactDraft(name=name))
    refer(journal, contact, day=clock.now().date(), note=name, prospect_id=ANA)
    journal.invitations.send(
        InvitationDraft(contact_id=contact, sent_on=TODAY), tuesday(journal, "2026-11-24")
    )
    async with app.run_test(size=(200, 40), notifications=True) as pilot:
        screen = await opened(pilot)
        assert name in lines(screen)[0]
        await press(pilot, "w")
        assert f"Won: to {name}" in shown(app).replace("\n", "")
        await press(pilot, "v")
        assert name in lines(screen)[0]
        assert name in page(screen)
