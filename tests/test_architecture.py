"""The house stands as it was drawn: arrows run one way, and start-up loads only what it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"sqlmodel", "pydantic", "sqlalchemy", "alembic", "click", "dateutil", "rapidfuzz"}


def loaded_by(code: str) -> set[str]:
    """The names of the packages a fresh interpreter has loaded after running `code`."""
    program = (
        f"import sys\n{code}\nprint('loaded:', *{{name.split('.')[0] for name in sys.modules}})"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    _, told, names = run.stdout.rpartition("loaded:")
    assert told
    return set(names.split())


def test_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_neither_textual_nor_sqlmodel(option: str) -> None:
    loaded = loaded_by(
        "import os\n"
        "from netjournal.__main__ import main\n"
        "os._exit = sys.exit\n"
        f"sys.argv = ['netjournal', {option!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code"
    )
    assert "netjournal" in loaded
    assert not loaded & {"textual", "sqlmodel", "sqlalchemy", "pydantic", "alembic"}
