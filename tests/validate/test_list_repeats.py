"""Items of a list that say the same twice are told, and nothing else is."""

from pathlib import Path

import pytest

from reportgen.kinds import Shelf
from reportgen.study import survey

KIND = """title: Biên bản
fields:
  done: {list: text, optional: true}
  counts: {list: count, optional: true}
  agenda:
    optional: true
    list: {title: text, due: {type: date, optional: true}, said: {list: text, optional: true}}
outputs: {pdf: p.html}
"""


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        ("done:\n  - Hoà Bình\n  - Hoa Ban\n  - HÒA BÌNH\n  - Hoà  Bình\n", [5]),
        ("done: [a, b]\ncounts: [3, 3]\n", []),
        ("agenda:\n  - title: a\n    said: [b, c]\n  - title: a\n    said: [b, b]\n", [6]),
        ("agenda:\n  - title: a\n    due: 1/2/2020\n  - {title: A, due: 01/02/2020}\n", [5]),
        ("agenda:\n  - {title: a, due: 1/2/2020}\n  - {title: a, due: 2/2/2020}\n", []),
        ("agenda:\n  - title:\n  - title:\n", []),
    ],
)
def test_only_an_item_that_says_the_same_again_is_told(tmp_path: Path, data: str, lines: list[int]) -> None:
    (tmp_path / "k").mkdir()
    (tmp_path / "k/kind.yaml").write_text(KIND, encoding="utf-8")
    (tmp_path / "k/p.html").write_text("<p>{{ done }}{{ agenda }}{{ counts }}</p>", encoding="utf-8")
    (tmp_path / "d.yaml").write_text("kind: k\n" + data, encoding="utf-8")

    notes = survey(tmp_path / "d.yaml", Shelf([tmp_path])).notes

    assert [note.origin.line for note in notes if note.code == "item-again" and note.origin] == lines
