"""The areas of the interface; their numbers never shift."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.binding import Binding

from netjournal.ui.widgets.top_line import Tab

if TYPE_CHECKING:
    from netjournal.ui.screens.area import AreaScreen


class Area(NamedTuple):
    """An area: its name, its key, its title, and where its screen is."""

    name: str
    key: str
    title: str
    tooltip: str
    screen: str
    always_named: bool = True
    """Whether the line at the top names it also while another is shown."""

    def load(self) -> "Callable[..., AreaScreen[Any]]":
        """The screen's class, imported when it is first wanted."""
        module, name = self.screen.split(":")
        screen: Callable[..., AreaScreen[Any]] = getattr(import_module(module), name)
        return screen

    def binding(self) -> Binding:
        """The key that opens it from any area."""
        return Binding(
            self.key,
            f"area('{self.name}')",
            self.title,
            show=False,
            id=f"area.{self.name}",
            tooltip=self.tooltip,
        )


_SCREENS = "netjournal.ui.screens"

AREAS = (
    Area(
        "today",
        "1",
        "Today",
        "What waits, what comes, how the latest meetings left you",
        f"{_SCREENS}.today:TodayScreen",
    ),
    Area(
        "groups",
        "2",
        "Groups",
        "The groups you belong to or consider",
        f"{_SCREENS}.groups:GroupsScreen",
    ),
    Area(
        "contacts",
        "3",
        "Contacts",
        "The people you know, and where you met them",
        f"{_SCREENS}.contacts:ContactsScreen",
    ),
    Area(
        "meetings",
        "4",
        "Meetings",
        "The journal to read back in",
        f"{_SCREENS}.meetings:MeetingsScreen",
    ),
    Area(
        "give_and_get",
        "5",
        "Give & get",
        "Referrals, invitations and what they come to",
        f"{_SCREENS}.give_and_get:GiveAndGetScreen",
    ),
    Area(
        "trends",
        "6",
        "Trends",
        "How energy, confidence and pushiness go over time",
        f"{_SCREENS}.trends:TrendsScreen",
    ),
    Area(
        "review",
        "7",
        "Review",
        "The week looked back on, and what comes next",
        f"{_SCREENS}.review:ReviewScreen",
    ),
    Area(
        "me",
        "M",
        "Me",
        "What you stand for, and your pitch",
        f"{_SCREENS}.me:MeScreen",
        always_named=False,
    ),
)
"""In the order of their keys."""


def tabs(active: str) -> tuple[Tab, ...]:
    """The areas as the line at the top shows them."""
    return tuple(
        Tab(area.name, area.key, area.title, area.name == active)
        for area in AREAS
        if area.always_named or area.name == active
    )
