"""Where netjournal's files live; looking creates nothing."""

import os
from pathlib import Path

import platformdirs

APPLICATION = "netjournal"


def journal_file(override: Path | None = None) -> Path:
    """The journal's file: `override`, else what `NETJOURNAL_FILE` names, else the usual place."""
    if override is not None:
        return override.expanduser().absolute()
    if named := os.environ.get("NETJOURNAL_FILE"):
        return Path(named).expanduser().absolute()
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "journal.db"


def backups_folder(journal: Path) -> Path:
    """Where the backups of a journal are kept: beside it, under its name."""
    return journal.with_name(f"{journal.stem}-backups")


def preferences_file() -> Path:
    """The preferences' file, which needn't exist."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False)) / "preferences.toml"
