"""A person's preferences."""

import stat
from decimal import Decimal
from pathlib import Path

import pytest

from netjournal.errors import PreferencesError
from netjournal.preferences import Preferences, read, remember_theme


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "preferences.toml"


def test_without_a_file_the_defaults_stand(file: Path) -> None:
    assert read(file) == Preferences()
    assert read(file / "below" / "a file") == Preferences()


def test_what_the_file_says_is_taken(file: Path) -> None:
    file.write_text(
        'theme = "nord"\ncadence_days = 45\ncurrency = "CHF"\nweek_start = "sunday"\n'
        '[keys]\nreflect = "f5"\ngroups.new = "a,f2"\n"contacts.new" = "b"\n'
    )
    preferences = read(file)
    assert (preferences.theme, preferences.cadence_days) == ("nord", 45)
    assert preferences.currency == "CHF"
    assert preferences.week_begins == 6
    assert preferences.keys == {"reflect": "f5", "groups.new": "a,f2", "contacts.new": "b"}


def test_what_groups_may_ask_for_is_taken_exactly(file: Path) -> None:
    assert (read(file).most_all_in, read(file).most_active) == (2, 3)
    assert read(file).hours_budget is read(file).hourly_value is None
    file.write_text("most_all_in = 1\nmost_active = 5\nhours_budget = 20\nhourly_value = 45.10\n")
    preferences = read(file)
    assert (preferences.most_all_in, preferences.most_active) == (1, 5)
    assert (preferences.hours_budget, preferences.hourly_value) == (Decimal(20), Decimal("45.1"))


def test_what_the_file_leaves_out_keeps_its_default(file: Path) -> None:
    file.write_text('[keys]\nreflect = "f5"\n')
    assert read(file).theme == Preferences().theme
    assert read(file).cadence_days == 90
    assert read(file).currency == ""
    assert read(file).week_begins == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('colour = "red"', "'colour'; there is theme, keys, cadence_days, currency"),
        ("theme = 3", "theme is a name in quotes"),
        ('theme = ""', "theme is a name in quotes"),
        ('keys = "f5"', "keys is a table"),
        ("[keys]\nreflect = 5", "keys.reflect is a key in quotes"),
        ('[keys]\ngroups.new = ""', "keys.groups.new is a key in quotes"),
        ("cadence_days = 0", "cadence_days is a number of days from 1 to 3650"),
        ("cadence_days = 3651", "cadence_days is a number of days"),
        ('cadence_days = "60"', "cadence_days is a number of days"),
        ("cadence_days = 60.5", "cadence_days is a number of days"),
        ("cadence_days = true", "cadence_days is a number of days"),
        ('currency = "euro"', "currency is three capital letters"),
        ("currency = 3", "currency is three capital letters"),
        ('week_start = "someday"', "week_start is a weekday in quotes"),
        ("week_start = 1", "week_start is a weekday in quotes"),
        ("week_start = []", "week_start is a weekday in quotes"),
        ("most_all_in = 0", "most_all_in is a number of groups from 1 to 100"),
        ("most_active = 101", "most_active is a number of groups"),
        ("most_active = true", "most_active is a number of groups"),
        ("hours_budget = 0", "hours_budget is a number above 0, up to 744"),
        ("hours_budget = nan", "hours_budget is a number above 0"),
        (
            "hourly_value = 45.505",
            "hourly_value is a number above 0, up to 1,000,000, with at most",
        ),
        ('hourly_value = "45"', "hourly_value is a number above 0"),
        ("hourly_value = true", "hourly_value is a number above 0"),
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


WITH_COMMENTS = """\
# mine
  theme = "nord"  # for the evening
[keys] # by hand
reflect = "f5"
theme = "f6"
"""


def test_a_theme_chosen_is_remembered_in_a_private_file(file: Path) -> None:
    below = file.parent / "netjournal" / file.name
    remember_theme(below, "nord")
    assert below.read_text() == 'theme = "nord"\n'
    assert stat.S_IMODE(below.stat().st_mode) == 0o600
    assert stat.S_IMODE(below.parent.stat().st_mode) == 0o700
    assert [each.name for each in below.parent.iterdir()] == [file.name]


def test_all_else_the_file_says_stays(file: Path) -> None:
    file.write_text(WITH_COMMENTS)
    remember_theme(file, "gruvbox")
    assert file.read_text() == WITH_COMMENTS.replace('  theme = "nord"', 'theme = "gruvbox"')
    file.write_bytes(b'# mine\r\n\r\n[keys]\r\nreflect = "f5"\r\n')
    remember_theme(file, "nord")
    assert b'# mine\r\n\r\n[keys]\r\nreflect = "f5"\r\n' in file.read_bytes()
    assert read(file) == Preferences(theme="nord", keys={"reflect": "f5"})


def test_a_link_in_the_files_place_stays_one(file: Path) -> None:
    elsewhere = file.parent / "dotfiles.toml"
    elsewhere.write_text("# mine\n")
    file.symlink_to(elsewhere)
    remember_theme(file, "nord")
    assert file.is_symlink()
    assert read(elsewhere).theme == "nord"


@pytest.mark.parametrize("text", ["theme", '"theme" = "nord"', 'theme = """\nnord"""'])
def test_a_file_that_cannot_be_followed_is_left_as_it_is(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(PreferencesError, match=r"isn't TOML|as only a person"):
        remember_theme(file, "gruvbox")
    assert file.read_text() == text


def test_a_file_that_cannot_be_written_is_named(file: Path) -> None:
    file.write_text("")
    with pytest.raises(PreferencesError, match=r"isn't remembered: .* can't be written"):
        remember_theme(file / "below", "nord")
