"""Keys are dealt with one after the other, and only once there is what they are about."""

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.dom import DOMNode
from textual.events import Key
from textual.message import Message

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

_QUIET = 0.03
"""Seconds after which a key is over, unless it led elsewhere."""
_LOOK = 0.5
_LOOKS = 6
"""After so many looks, each that many seconds after the other, a key is given to what there is."""


class KeysInOrder:
    """Holds a key back until the one before it, and all that it set off, is over.

    Textual hands each key from widget to widget and does what it means at the end of that way,
    when the next may long have set out: of `/ana` arriving at once only the slash would reach the
    filter, and the letters would be taken for commands.
    """

    class Passed(Message):
        """Goes the way of a key after it: once it arrives, that has been dealt with."""

        def __init__(self, spot: DOMNode, *, again: bool) -> None:
            super().__init__()
            self.spot = spot
            """Where it set out."""
            self.again = again
            """Whether it follows what the key set off, rather than the key."""

    def __init__(
        self,
        app: "App[Any]",
        handle: Callable[[Key], Awaitable[None]],
        too_early: Callable[[str], bool],
        at_once: Callable[[str], bool],
    ) -> None:
        """`too_early` says whether what a key may be about is still to come.

        A key that is to be dealt with `at_once` takes the place of those that wait for that.
        """
        self._app = app
        self._handle = handle
        self._too_early = too_early
        self._at_once = at_once
        self._waiting: deque[Key] = deque()
        self._under_way: KeysInOrder.Passed | None = None
        self._seen: KeysInOrder.Passed | None = None
        """What was under way at the last look."""
        self._last: DOMNode | None = None
        """Where the last key was given to, and when that was."""
        self._handled = 0.0
        self._looks = 0
        self._timer: Timer | None = None

    @property
    def is_idle(self) -> bool:
        """Whether no key is known to be under way, though one may wait for what it is about."""
        return self._under_way is None

    async def add(self, key: Key) -> None:
        """Deals with a key as soon as it is its turn."""
        if self._waiting and self._under_way is None and self._at_once(key.key):
            self._waiting.clear()
        self._waiting.append(key)
        if self._under_way is None:
            self._follow_the_last()
        await self._go_on()
        if self._waiting and self._timer is None:
            self._timer = self._app.set_interval(_LOOK, self._look)

    def look_again(self) -> None:
        """Goes on, once what has just come is shown, with the keys that waited for it."""
        if self._waiting and self._under_way is None:
            self._follow(self._spot, again=True)

    async def passed(self, follower: Passed) -> None:
        """Goes on with the next key, unless what this one set off led elsewhere."""
        if follower is not self._under_way:
            return
        self._under_way = None
        if follower.again and follower.spot is self._spot:
            await self._go_on()
        else:
            self._follow(self._spot, again=True)

    @property
    def _spot(self) -> DOMNode:
        """Where keys are given to."""
        return self._app.focused or self._app.screen

    async def _go_on(self) -> None:
        while self._waiting and self._under_way is None and self._is_time:
            key, spot = self._waiting.popleft(), self._spot
            await self._handle(key)
            self._last, self._handled = spot, monotonic()
            if self._waiting:
                self._follow(spot, again=False)
        if not self._waiting and self._timer is not None:
            self._timer.stop()
            self._timer, self._looks = None, 0

    @property
    def _is_time(self) -> bool:
        key = self._waiting[0].key
        return self._looks >= _LOOKS or not self._too_early(key) or self._at_once(key)

    def _follow_the_last(self) -> None:
        # Nearly always the key before is long over; what follows it would delay the painting.
        if monotonic() - self._handled < _QUIET:
            self._follow(self._last or self._spot, again=False)
        elif self._spot is not self._last:
            self._follow(self._spot, again=True)

    def _follow(self, spot: DOMNode, *, again: bool) -> None:
        follower = self.Passed(spot, again=again)
        # What is being closed takes nothing any more.
        self._under_way = follower if spot.post_message(follower) else None

    async def _look(self) -> None:
        """Sees to it that nothing is waited for in vain."""
        self._looks += 1
        if self._under_way is self._seen:
            # It got lost with a widget that was taken away.
            self._under_way = None
        self._seen = self._under_way
        await self._go_on()
