"""What stands beside a paragraph: floats, words at a place of their own, its first letter elsewhere."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from reportgen.model.artifact import Artifact
from reportgen.model.errors import RenderError
from reportgen.render.fonts import FontChoice, find_faces
from reportgen.render.stamp import stamps
from tests.helpers.pressing import page
from tests.render.both_ways import alone, quick

Press = Callable[[Path, dict[str, Any], FontChoice], Artifact]

FACES: Final = find_faces()
PARAGRAPH: Final = (
    '<p style="text-align: left; text-indent: 0">{{ a }} Ông Nguyễn Văn An, Hiệu trưởng Trường THCS Võ '
    "Trường Toản đã hoàn thành chuyên đề bồi dưỡng theo Quyết định số 1045 ngày {{ b }}</p>"
)
FLOATS: Final = '<div style="float: right; width: 4mm; height: 3mm"></div>'
TOLD: Final = '<div class="told"><p style="text-indent: 0">{{ a }} và {{ b }}</p></div>'
STAYS: Final = "p { color: black }"

BESIDE: Final = {
    "a float that takes four millimetres of the first line": (FLOATS + PARAGRAPH, STAYS),
    "the first letter, in the margin": (
        TOLD,
        ".told { string-set: s content(first-letter) } @page { @top-left { content: string(s) }}",
    ),
    "the first letter, in another paragraph": (
        f'{TOLD}<p><a href="#there">.</a></p>'.replace("<p style", '<p id="there" style', 1),
        "a::after { content: target-text(attr(href), first-letter) }",
    ),
}


@pytest.fixture(autouse=True)
def nothing_learnt() -> Iterator[None]:
    stamps._form.cache_clear()
    yield
    stamps._form.cache_clear()


def said(count: int) -> Iterator[dict[str, str]]:
    """Give words of which one grows by a letter, each behind a longer and a shorter one."""
    for number in range(count):
        yield {"a": f"{'ÔÂ'[number % 2]}ng {'i' * (1 + number * 7 % 23)}", "b": "06/5"}


def ways(template: Path, papers: Iterator[dict[str, str]]) -> list[str | None]:
    """Print papers as a batch does, each held against the one that is laid out alone; tell how each was."""
    return [_way(template, values) for values in papers]


def _way(template: Path, values: dict[str, str]) -> str | None:
    made, laid = _outcome(quick, template, values), _outcome(alone, template, values)
    if not isinstance(made, Artifact) or not isinstance(laid, Artifact):
        assert made == laid
        return "refused"
    assert (made.content, made.script) == (laid.content, laid.script)
    return made.detours.get("page")


def _outcome(press: Press, template: Path, values: dict[str, str]) -> object:
    try:
        return press(template, values, FACES)
    except RenderError as refused:
        return refused.diagnostics


@pytest.mark.parametrize("beside", BESIDE)
def test_a_page_on_which_something_makes_way_for_other_lines_than_the_last_is_the_engine_s_own(
    tmp_path: Path, beside: str
) -> None:
    body, css = BESIDE[beside]

    assert None not in ways(page(tmp_path, body, css), said(16))


def test_lines_that_come_to_lie_upon_words_at_a_place_of_their_own_are_refused_as_ever(
    tmp_path: Path,
) -> None:
    over = '<div style="position: absolute; right: 0; top: 0; width: 4mm; text-indent: 0">mmm</div>'

    assert {"refused", stamps.LaidOut.MOVES} <= set(ways(page(tmp_path, PARAGRAPH + over), said(16)))


def test_a_paragraph_below_what_floats_is_stamped(tmp_path: Path) -> None:
    below = PARAGRAPH.replace("left;", "left; clear: both;")

    assert ways(page(tmp_path, FLOATS + below), said(3))[1:] == [None] * 2
