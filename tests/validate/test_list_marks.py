"""Marks typed by hand before the items of a list: kept, and told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.kinds import Shelf
from reportgen.study import survey

KIND = """title: Biên bản
fields:
  done: {list: text, optional: true}
  agenda: {optional: true, list: {title: text, said: {list: text, optional: true}}}
outputs: {pdf: p.html}
"""


Told = Callable[[str], list[tuple[int | None, int | None]]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Give a function that lists where marks are told."""
    (tmp_path / "k").mkdir()
    (tmp_path / "k/kind.yaml").write_text(KIND, encoding="utf-8")
    (tmp_path / "k/p.html").write_text("<p>{{ done }}{{ agenda }}</p>", encoding="utf-8")

    def places(data: str) -> list[tuple[int | None, int | None]]:
        (tmp_path / "d.yaml").write_text("kind: k\n" + data, encoding="utf-8")
        notes = survey(tmp_path / "d.yaml", Shelf([tmp_path])).notes
        return [
            (note.origin.line, note.origin.column)
            for note in notes
            if note.code == "mark-by-hand" and note.origin
        ]

    return places


@pytest.mark.parametrize("mark", ["1.", "12)", "a)", "đ)", "II.", "-", "–", "+", "•", "*"])
def test_a_mark_typed_before_an_item_is_told_at_its_place(mark: str, told: Told) -> None:
    assert told(f'done:\n  - Khai mạc\n  - "{mark} Bế mạc"\n') == [(4, 5)]


@pytest.mark.parametrize(
    "text", ["1.250 cháu", "-5 độ", "7,5 điểm", "12 lớp", "I-ốt", "2024-2025", "A. Nguyễn", "1.", "a"]
)
def test_what_only_looks_like_a_mark_is_no_mark(text: str, told: Told) -> None:
    assert told(f'done: ["{text}"]\n') == []


def test_records_are_looked_at_by_their_first_field_and_lists_in_them_too(told: Told) -> None:
    data = 'agenda:\n  - title: "1. Khai mạc"\n    said: ["nhất trí", "- đồng ý"]\n'

    assert sorted(told(data)) == [(3, 12), (4, 24)]
