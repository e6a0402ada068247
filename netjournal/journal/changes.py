"""The change feed: who reads the journal is told when it changes."""

from collections.abc import Callable
from threading import Lock

from netjournal.model.change import Change


class Changes:
    """Plain publish and subscribe; listeners are called in the thread that made the change."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Change], None]] = []
        self._lock = Lock()

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` at every change from now on; returns what ends that."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def announce(self, change: Change) -> None:
        """Tells every listener."""
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(change)
