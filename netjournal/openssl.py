"""Imports what would load OpenSSL if it could, as a Python without it does.

netjournal opens no connection and signs nothing, while OpenSSL takes up to 30 ms and 5 MB to load.
Whatever else wants it later can still import it.
"""

import sys
from importlib import import_module


def forgo_tls() -> None:
    """Imports asyncio, which the interface and the store need, without TLS."""
    _import_without("ssl", "asyncio")


def forgo_digests() -> None:
    """Imports the digests that the store's libraries import, which Python has of its own too."""
    _import_without("_hashlib", "hashlib", "hmac")


def _import_without(missing: str, *modules: str) -> None:
    if missing in sys.modules:
        return
    sys.modules[missing] = None  # type: ignore[assignment]
    try:
        for module in modules:
            import_module(module)
    finally:
        del sys.modules[missing]
