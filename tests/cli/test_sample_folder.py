"""The sample's folder: what is swept away with it, and what never is."""

from pathlib import Path

import pytest

from netjournal.cli.sample_folder import folder_for_a_while

NAME = "netjournal-sample-abc"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def left_behind(folder: Path) -> Path:
    """A folder as a killed process leaves it."""
    folder.mkdir(0o700)
    (folder / "in-use").touch()
    (folder / "sample.db").write_text("sample")
    return folder


def test_it_is_gone_afterwards(temporary: Path) -> None:
    with folder_for_a_while() as folder:
        assert folder.parent == temporary
    assert not list(temporary.iterdir())


def test_what_was_left_behind_is_removed(temporary: Path) -> None:
    left = left_behind(temporary / NAME)
    with folder_for_a_while():
        assert not left.exists()


def test_one_in_use_stays() -> None:
    with folder_for_a_while() as one, folder_for_a_while() as other:
        assert one.exists()
        assert other.exists()


def test_what_others_can_enter_stays(temporary: Path) -> None:
    open_to_all = left_behind(temporary / NAME)
    open_to_all.chmod(0o755)
    with folder_for_a_while():
        assert (open_to_all / "sample.db").exists()


def test_what_was_never_held_stays(temporary: Path) -> None:
    folder = left_behind(temporary / NAME)
    (folder / "in-use").unlink()
    with folder_for_a_while():
        assert (folder / "sample.db").exists()


def test_another_name_and_a_link_stay(temporary: Path) -> None:
    elsewhere = left_behind(temporary / "my-own")
    link = temporary / NAME
    link.symlink_to(elsewhere)
    with folder_for_a_while():
        assert (elsewhere / "sample.db").exists()
        assert link.is_symlink()
