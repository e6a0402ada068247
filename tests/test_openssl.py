"""OpenSSL isn't loaded by what can do without it, and can still be loaded by what can't."""

import subprocess
import sys

import pytest

_IMPORTED = "print(*(name in sys.modules for name in ('ssl', '_ssl', '_hashlib')))"


def printed(*lines: str) -> list[str]:
    """What a fresh Python prints that runs these lines."""
    program = "\n".join(("import sys", *lines))
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return run.stdout.split()


@pytest.mark.parametrize(
    "imported",
    [
        pytest.param("import textual.app", id="the interface"),
        pytest.param("import netjournal.journal.journal", id="the store"),
    ],
)
def test_neither_the_interface_nor_the_store_loads_it(imported: str) -> None:
    forgo = "from netjournal.openssl import *; forgo_tls(); forgo_digests()"
    assert printed(forgo, imported, _IMPORTED) == ["False"] * 3


def test_what_wants_it_later_has_it() -> None:
    forgo = "from netjournal.openssl import *; forgo_tls(); forgo_digests()"
    assert printed(
        forgo,
        "import ssl, _hashlib",
        "print(ssl.create_default_context() is not None, hasattr(_hashlib, 'openssl_sha256'))",
    ) == ["True", "True"]


def test_what_was_loaded_before_stays() -> None:
    forgo = "from netjournal.openssl import *; forgo_tls(); forgo_digests()"
    assert printed("import ssl, hashlib", forgo, _IMPORTED) == ["True"] * 3


def test_digests_are_the_same_without_it() -> None:
    digest = "print(hashlib.sha256(b'netjournal').hexdigest())"
    without = printed("from netjournal.openssl import *; forgo_digests()", "import hashlib", digest)
    assert without == printed("import hashlib", digest)
