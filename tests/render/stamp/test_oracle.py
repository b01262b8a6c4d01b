"""Whatever a page looks like and says: stamped or not, its bytes are those that the engine writes alone."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.doctor import examine
from reportgen.model.artifact import Artifact
from reportgen.model.errors import RenderError
from reportgen.render.fonts import FontChoice, find_faces
from reportgen.render.stamp import stamps
from reportgen.render.stamp.frame import is_plain
from tests.helpers.pressing import page
from tests.render.any_page import LETTERS, Page, drawn_often, pages
from tests.render.both_ways import alone, paragraph, quick
from tests.render.faces import families

ROOT: Final = Path(__file__).parents[3]

FAMILIES: Final = families()


@pytest.fixture(autouse=True)
def nothing_learnt() -> Iterator[None]:
    stamps._form.cache_clear()
    yield
    stamps._form.cache_clear()


def refuse_other_bytes(template: Path, values: dict[str, Any], faces: FontChoice) -> None:
    """Print a page both ways, or have it refused both ways for the same reasons."""
    ways = (quick, alone)
    ours, theirs = (_outcome(partial(way, template, values, faces)) for way in ways)
    assert ours == theirs


def _outcome(press: Callable[[], Artifact]) -> object:
    try:
        made = press()
    except RenderError as error:
        return error.diagnostics
    return made.content, made.script


@drawn_often(0.05)
@given(drawn=pages(), family=st.sampled_from(sorted(FAMILIES)))
def test_a_page_of_any_look_with_any_words_is_the_engine_s_own(
    tmp_path: Path, drawn: Page, family: str
) -> None:
    stamps._form.cache_clear()
    template = page(tmp_path, drawn.body, drawn.sheet or "p { color: black }")
    for values in drawn.papers:
        refuse_other_bytes(template, values, FAMILIES[family])


LINES: Final = ["", "text-align: center", "font: italic bold 17.3pt/1 'reportgen serif'; text-align: right"]


@drawn_often(0.05)
@given(
    words=st.lists(st.lists(LETTERS, min_size=1, max_size=3).map(" ".join), min_size=60, max_size=60),
    family=st.sampled_from(sorted(FAMILIES)),
    style=st.sampled_from(LINES),
)
def test_words_put_together_from_letters_are_those_that_the_engine_sets(
    tmp_path: Path, words: list[str], family: str, style: str
) -> None:
    one = paragraph(tmp_path, style, FAMILIES[family])
    for text in filter(is_plain, words):
        composed = one.case.compose(text) or one._composed_after_lesson(text)
        by_the_engine = one._set_by_engine(text)
        assert composed is None or by_the_engine == composed


def test_most_names_of_a_list_are_put_together_from_letters(tmp_path: Path) -> None:
    one = paragraph(tmp_path, "text-align: center", find_faces())
    names = [f"{last} {name}" for name in ("An", "Bình", "Cúc") for last in ("Lê", "Trần", "Võ")] * 3
    for name in names:
        one.set(name)
        one.known.clear()

    assert one.case.is_sound
    assert one.case.composed >= len(names) / 2


@pytest.mark.parametrize("words", [["11", "111", "11 a"], ["а 12", "a 12"], ["א", "אב"], ["µ 11", "A 11"]])
def test_letters_of_a_line_without_latin_letters_are_not_kept(tmp_path: Path, words: list[str]) -> None:
    one = paragraph(tmp_path, "", find_faces())
    for text in (*words, "Lê 11 An", *words):
        composed = one.case.compose(text) or one._composed_after_lesson(text)
        by_the_engine = one._set_by_engine(text)
        assert composed is None or by_the_engine == composed
    assert one.case.is_sound


def test_an_engine_whose_parts_do_not_fit_together_stamps_nothing_and_says_so(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "tests.render.stamp.altered_engine", str(tmp_path)]
    told = subprocess.run(program, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    outcomes = {one["name"]: one for one in map(json.loads, told.splitlines())}

    assert all(one["same"] for one in outcomes.values())
    off = {name: why for name, one in outcomes.items() for why in one["ways"] if why.startswith("engine")}
    assert off == {
        "other_version": "engine-not-known",
        "lines_broken_otherwise": "engine-not-proven",
        "words_drawn_aside": "engine-not-proven",
        "words_placed_otherwise": "engine-not-proven",
    }
    assert all("stamped" in one["ways"] for name, one in outcomes.items() if name not in off)


def test_the_engine_of_this_machine_is_known(tmp_path: Path) -> None:
    (found,) = (one for one in examine(tmp_path) if one.name == "stamps")

    assert found.well
    assert "WeasyPrint" in found.seen
