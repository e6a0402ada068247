"""The pictures of the documentation, drawn from the sample journal: python -m tests.pictures."""

import asyncio
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from netjournal.journal.journal import Journal
from netjournal.preferences import Preferences
from netjournal.sample.life import life
from netjournal.ui.app import NetjournalApp
from netjournal.ui.desk import Desk
from netjournal.ui.screens.reflect import ReflectScreen
from tests.conftest import NOON, SetClock
from tests.ui.conftest import press, settle

SEED = 1
"""Whose life is shown."""
FOLDER = Path(__file__).parents[1] / "docs" / "images"
"""Where they are kept."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen, and the keys that lead there from Today."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (80, 24)
    """Columns and rows."""
    theme: str = "netjournal-dark"

    @property
    def path(self) -> Path:
        """Its file."""
        return FOLDER / f"{self.name}.svg"


PICTURES = (
    Picture("today"),
    Picture("groups", ("2", "j", "j")),
    Picture("contacts", ("3", "slash", *"an", "enter")),
    Picture("person", ("3", "slash", *"greta eng", "enter", "enter"), (100, 40)),
    Picture("members", ("2", "m"), (100, 30)),
    Picture("me", ("M",)),
    Picture("meetings", ("4", "j")),
    Picture("trends", ("6", "j", "j", "j"), (100, 40)),
    Picture("give-and-get", ("5", "slash", *"martin", "enter", "enter"), (100, 30)),
    Picture("review", ("7",), (100, 40)),
    Picture("prep", ("G", *"k" * 10, "enter"), (100, 30)),
    Picture("duplicates", ("3", "equals_sign"), (100, 30)),
    Picture("search", ("ctrl+f", *"pric", "tab")),
    Picture("reflection", ("j", "r", "4", "3", "1", "a")),
)


def sample_journal(path: Path) -> Path:
    """The sample journal as it is on the day of the pictures."""
    journal = Journal.open(path, clock=SetClock(NOON))
    journal.fill(life(SEED, NOON.date()))
    journal.close()
    return path


async def draw(picture: Picture, journal: Path) -> str:
    """A picture as SVG, the same each time it is drawn."""
    desk = Desk(journal, SetClock(NOON), Preferences(theme=picture.theme))
    app = NetjournalApp(desk)
    app.animation_level = "none"
    try:
        async with app.run_test(size=picture.size) as pilot:
            await settle(pilot)
            await press(pilot, *picture.keys)
            if isinstance(app.screen, ReflectScreen):
                # Before long it would be kept by itself, in the middle of a picture or not.
                app.screen.keeper.keep()
                await settle(pilot)
            return _lasting(app.export_screenshot(simplify=True))
    finally:
        desk.close()


def _lasting(drawn: str) -> str:
    """Without the number that each drawing is given, and without fonts from elsewhere."""
    fonts = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
    lines = re.sub(r"terminal-\d+", "terminal", fonts.sub("", drawn)).splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def main() -> None:
    """Draws all of them anew."""
    os.environ.pop("NO_COLOR", None)
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        sample, shown = sample_journal(Path(folder) / "sample.db"), Path(folder) / "shown.db"
        for picture in PICTURES:
            shutil.copy(sample, shown)
            picture.path.write_text(asyncio.run(draw(picture, shown)), encoding="utf-8")


if __name__ == "__main__":
    main()
