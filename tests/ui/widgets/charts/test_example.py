"""The example of a chart that the documentation gives."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[4] / "docs"


def test_the_documented_example_draws_a_dot_a_night(capsys: pytest.CaptureFixture[str]) -> None:
    text = (DOCS / "internals.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    exec(compile(example, "internals.md", "exec"), {})
    rows = capsys.readouterr().out.splitlines()
    assert [len(row) for row in rows] == [28] * 5
    assert "".join(rows).count("●") == 7
    assert "●" in rows[0], "nine hours"
    assert "●" in rows[-1], "five hours"
