"""The commands of a screen, read off its bindings: for the palette and for help."""

from dataclasses import dataclass

from textual.dom import DOMNode
from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does here."""

    keys: str
    """As shown to a person, such as `^p`."""
    title: str
    tooltip: str
    action: str
    node: DOMNode
    """Whose action it is."""
    everywhere: bool
    """Whether it works on every screen."""
    shown: bool
    """Whether the line of keys names it."""


def commands(screen: Screen[object]) -> tuple[Command, ...]:
    """What the keys do on a screen now: its own first, then what works everywhere."""
    found: dict[str, Command] = {}
    for active in screen.active_bindings.values():
        binding, key = active.binding, screen.app.get_key_display(active.binding)
        if binding.id is None or not active.enabled:
            continue
        known = found.get(binding.id)
        found[binding.id] = Command(
            keys=f"{known.keys} {key}" if known else key,
            title=binding.description,
            tooltip=binding.tooltip,
            action=binding.action,
            node=active.node,
            everywhere=active.node is screen.app,
            shown=binding.show,
        )
    return tuple(
        sorted(found.values(), key=lambda command: (command.everywhere, not command.shown))
    )
