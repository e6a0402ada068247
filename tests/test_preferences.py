"""A person's preferences."""

from pathlib import Path

import pytest

from netjournal.errors import PreferencesError
from netjournal.preferences import Preferences, read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "preferences.toml"


def test_without_a_file_the_defaults_stand(file: Path) -> None:
    assert read(file) == Preferences()
    assert read(file / "below" / "a file") == Preferences()


def test_what_the_file_says_is_taken(file: Path) -> None:
    file.write_text(
        'theme = "nord"\n[keys]\nreflect = "f5"\ngroups.new = "a,f2"\n"contacts.new" = "b"\n'
    )
    preferences = read(file)
    assert preferences.theme == "nord"
    assert preferences.keys == {"reflect": "f5", "groups.new": "a,f2", "contacts.new": "b"}


def test_what_the_file_leaves_out_keeps_its_default(file: Path) -> None:
    file.write_text('[keys]\nreflect = "f5"\n')
    assert read(file).theme == Preferences().theme


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('colour = "red"', "'colour'; there is theme, keys"),
        ("theme = 3", "theme is a name in quotes"),
        ('theme = ""', "theme is a name in quotes"),
        ('keys = "f5"', "keys is a table"),
        ("[keys]\nreflect = 5", "keys.reflect is a key in quotes"),
        ('[keys]\ngroups.new = ""', "keys.groups.new is a key in quotes"),
        ("theme = ", "isn't TOML"),
        ("theme", "isn't TOML"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file(file: Path, text: str, named: str) -> None:
    file.write_text(text)
    with pytest.raises(PreferencesError) as refused:
        read(file)
    assert str(file) in str(refused.value)
    assert named in str(refused.value)


def test_a_file_that_is_no_text_is_refused(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PreferencesError, match="isn't TOML"):
        read(file)


def test_a_folder_in_its_place_is_refused(file: Path) -> None:
    file.mkdir()
    with pytest.raises(PreferencesError, match="can't be read"):
        read(file)
