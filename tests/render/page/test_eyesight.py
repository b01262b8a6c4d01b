"""Words on a PDF's page that its text says and no eye can read."""

from pathlib import Path

import pytest

from reportgen.fill import FillOrder, fill
from reportgen.model.errors import RenderError


def reasons(folder: Path, page: str) -> list[tuple[str, str]]:
    """Fill a page; give the words that cannot be read, and why."""
    (folder / "t.html").write_text(page, encoding="utf-8")
    (folder / "d.yaml").write_text("a: Nguyễn Thị Ánh\nn: 1234\n", encoding="utf-8")
    try:
        fill(FillOrder(folder / "t.html", folder / "d.yaml", overwrite=True))
    except RenderError as error:
        values = [dict(one.values) for one in error.diagnostics if one.code == "words-unreadable"]
        return [(one["text"], one["reason"].partition(" (")[0]) for one in values] or [("", str(error))]
    return []


@pytest.mark.parametrize(
    ("style", "why"),
    [
        ("opacity: 0", "its letters have the colour of the paper, or none"),
        ("color: white", "its letters have the colour of the paper, or none"),
        ("color: rgba(0, 0, 0, 0)", "its letters have the colour of the paper, or none"),
        ("color: #222; background: #222", "its letters have the colour of the paper, or none"),
        ("font-size: 3pt", "its letters are smaller than 4 pt"),
        ("letter-spacing: -0.3em", "its letters are pressed together"),
        ("transform: scaleX(-1)", "it is mirrored, turned over or pulled out of shape"),
        ("transform: rotate(180deg)", "it is mirrored, turned over or pulled out of shape"),
        ("transform: scale(0.2)", "its letters are smaller than 4 pt"),
        ("height: 2mm; overflow: hidden", "its box is too small for it and cuts it off"),
        (
            "width: 1cm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis",
            "its box is too small for it and cuts it off",
        ),
    ],
)
def test_words_that_no_eye_can_read_are_refused(tmp_path: Path, style: str, why: str) -> None:
    assert reasons(tmp_path, f'<p>x</p><div style="{style}"><p>{{{{ a }}}}</p></div>') == [
        ("Nguyễn Thị Ánh", why)
    ]


def test_lines_upon_each_other_are_refused(tmp_path: Path) -> None:
    expected = [("Nguyễn Thị Ánh", "it and “1234” lie upon each other")]
    assert reasons(tmp_path, '<p style="line-height: 0.4; text-indent: 0">{{ a }}<br>{{ n }}</p>') == expected
    low = '<div style="height: 1mm; text-indent: 0">{{ a }}</div><div>{{ n }}</div>'
    assert reasons(tmp_path, low) == expected


@pytest.mark.parametrize(
    "page",
    [
        '<p style="line-height: 0.9">{{ a }}<br>{{ n }}</p>',
        '<p style="color: white; background: #800">{{ a }}</p>',
        '<p style="color: #999">{{ a }}<sup>{{ n }}</sup></p>',
        '<p style="overflow: hidden">{{ a }}</p>',
        '<p style="transform: rotate(-90deg); width: 3cm">{{ a }}</p>',
        '<p style="letter-spacing: -0.5pt">{{ a }}</p>',
        "<table><tr><td>{{ a }}<td>{{ n }}</table>",
        '<p style="font-size: 6pt">{{ a }}</p>',
    ],
)
def test_what_can_be_read_is_printed(tmp_path: Path, page: str) -> None:
    assert reasons(tmp_path, page) == []
