"""The pictures of the documentation show what the app shows."""

import shutil
from pathlib import Path

import pytest

from tests.pictures import FOLDER, PICTURES, Picture, draw, sample_journal


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal."""
    return sample_journal(tmp_path_factory.mktemp("pictures") / "sample.db")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_shows_what_the_app_shows(
    picture: Picture, sample: Path, path: Path, tmp_path: Path
) -> None:
    shutil.copy(sample, path)
    drawn = await draw(picture, path)
    if drawn != picture.path.read_text(encoding="utf-8"):
        now = tmp_path / picture.path.name
        now.write_text(drawn, encoding="utf-8")
        pytest.fail(
            f"{picture.path} shows the app as it was; see how it is in {now}, and if that is "
            "as it should be: python -m tests.pictures"
        )


def test_every_picture_is_one_of_the_app() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {picture.path.name for picture in PICTURES}
