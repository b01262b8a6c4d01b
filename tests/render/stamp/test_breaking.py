"""Paragraphs of several lines put together from letters: broken, aligned and drawn as the engine does."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.render.fonts import find_faces
from reportgen.render.stamp import stamps
from reportgen.render.stamp.frame import is_plain
from reportgen.render.stamp.lesson import EDGE, lesson
from reportgen.render.stamp.lines import Paragraph
from tests.render.any_page import LETTERS, drawn_often
from tests.render.both_ways import paragraph
from tests.render.faces import families

FAMILIES: Final = families()
ALIGNED: Final = ["left", "right", "center", "justify", "justify; text-align-last: center", "justify-all"]
TEXT: Final = (
    "Ông Nguyễn Văn An, Hiệu trưởng Trường THCS Võ-Trường-Toản (xã “Vân Khê”), đã hoàn thành 12 chuyên đề "
    "bồi dưỡng theo Quyết định số 1045/QĐ-BGDĐT ngày 05/9/2019; kết quả và/hoặc điểm: 8,5 – đạt 70%."
)
WORDS: Final = TEXT.split(" ")
SYLLABLES: Final = st.one_of(*[st.sampled_from(WORDS)] * 9, LETTERS)


@pytest.fixture(autouse=True)
def nothing_learnt() -> Iterator[None]:
    yield
    stamps._form.cache_clear()


def turned(count: int) -> Iterator[str]:
    """Give a text of the same words, each time from another one on."""
    for place in range(count):
        yield " ".join(WORDS[place % len(WORDS) :] + WORDS[: place % len(WORDS)])


def refuse_others(one: Paragraph, text: str) -> bool:
    """Hold a text put together against the one that the engine sets; tell whether it could be."""
    composed = one.case.compose(text)
    if composed is None:
        composed = one._composed_after_lesson(text)
    lines = one.case.lines(text)
    broken = [line.text for line in one._broken(text)]
    assert lines is None or [line for line, _ in lines] == broken
    by_the_engine = one._set_by_engine(text)
    assert composed is None or list(composed) == list(by_the_engine or ())
    return bool(composed)


@drawn_often(0.06)
@given(
    texts=st.lists(st.lists(SYLLABLES, min_size=12, max_size=40).map(" ".join), min_size=25, max_size=25),
    family=st.sampled_from(sorted(FAMILIES)),
    style=st.tuples(
        st.sampled_from(ALIGNED),
        st.sampled_from(["0", "1cm", "-5mm", "12%"]),
        st.sampled_from(["auto", "90mm", "61.7mm"]),
        st.sampled_from(["normal", "bold", "italic 17.3pt 'reportgen serif'"]),
    ),
)
def test_lines_put_together_are_those_that_the_engine_breaks_and_draws(
    tmp_path: Path, texts: list[str], family: str, style: tuple[str, str, str, str]
) -> None:
    align, indent, width, face = style
    font = f"font: {face}" if "pt" in face else f"font-weight: {face}"
    said = f"text-align: {align}; text-indent: {indent}; width: {width}; {font}"
    one = paragraph(tmp_path, said, FAMILIES[family], TEXT)

    for text in filter(is_plain, texts):
        refuse_others(one, text)
    assert one.case.is_sound


@pytest.mark.parametrize("align", ALIGNED)
def test_most_texts_of_words_that_were_met_are_put_together(tmp_path: Path, align: str) -> None:
    one = paragraph(tmp_path, f"text-align: {align}; text-indent: 1cm", find_faces(), TEXT)

    put_together = sum([refuse_others(one, text) for text in turned(60)])

    assert one.case.is_sound
    assert put_together >= 40


def test_words_are_broken_where_the_engine_breaks_them_however_wide_the_lines_are(tmp_path: Path) -> None:
    known, text = 0, TEXT
    for width in range(300, 640, 17):
        one = paragraph(tmp_path, f"width: {width / 10}mm; text-align: justify", find_faces(), text)
        one._set_by_engine(text)
        lines = one.case.lines(text)
        known += lines is not None
        assert lines is None or [line for line, _ in lines] == [line.text for line in one.lines]

    assert known >= 10


def test_a_text_of_more_or_fewer_lines_is_known_to_be(tmp_path: Path) -> None:
    one = paragraph(tmp_path, "text-align: justify", find_faces(), TEXT)
    for text in turned(40):
        one.set(text)

    for text in (" ".join(WORDS[:2]), " ".join(WORDS * 2)):
        assert one.case.lines(text) is not None
        assert one.count(text) == len(one._broken(text)) != len(one.lines)
        assert one.set(text) is None


@pytest.mark.parametrize("align", ["justify", "left"])
def test_spaces_that_end_no_line_grow_with_the_others_and_keep_words_together(
    tmp_path: Path, align: str
) -> None:
    texts = [text.replace("số 1045", "số\u00a01045") for text in turned(30)]
    one = paragraph(tmp_path, f"text-align: {align}", find_faces(), texts[0])

    assert any([refuse_others(one, text) for text in texts])  # noqa: C419  # all of them
    assert one.case.is_sound


def test_lines_that_keep_the_spaces_at_their_ends_are_left_to_the_engine(tmp_path: Path) -> None:
    one = paragraph(tmp_path, "white-space: pre-wrap", find_faces(), TEXT)

    assert not any([refuse_others(one, text) for text in turned(3)])  # noqa: C419  # all of them
    assert one.case.fount.is_sound


def test_spaces_that_grow_by_whole_units_or_one_less_are_left_to_the_engine(tmp_path: Path) -> None:
    ends = [" ".join(three) for three in permutations("Thị Đặng Ngọc Tuyết".split(), 3)]  # noqa: SIM905
    texts = [" ".join(["Nguyễn Trường Hương", end] * 2) for end in ends]
    style = "text-align: justify-all; width: 170px; margin-left: 3.3px"
    one = paragraph(tmp_path, style, find_faces(), texts[0])

    assert not any([refuse_others(one, text) for text in texts * 2])  # noqa: C419  # all of them
    assert one.case.is_sound
    assert one.case.lines(texts[0])


def as_wide_as(folder: Path, words: str, more: int, rest: str) -> Paragraph:
    """Lay out a justified paragraph as wide as some words and so many of Pango's units, its letters met."""
    style, text = "text-align: justify; width: {}px", f"{words} {rest}"
    wide = paragraph(folder, style.format(690), find_faces(), text)
    wide._study(words, alone=True)
    width = sum(word.advance for word in wide.case.fount.words_of(words) or ())
    one = paragraph(folder, style.format((width + more) / 1024), find_faces(), text)
    one._set_by_engine(text)
    one._study(text, alone=True)
    return one


@pytest.mark.parametrize("end", ["Y", "V,", "“A”", "Võ"])
def test_a_line_that_is_full_to_a_hair_is_left_to_the_engine_and_others_are_broken_as_it_does(
    tmp_path: Path, end: str
) -> None:
    rest = "Trường An"
    for more in (-2000, -100, -1, 0, 1, 100, 2000):
        one = as_wide_as(tmp_path, f"Trường Tuyết {end}", more, rest)
        text = f"Trường Tuyết {end} {rest}"
        lines = one.case.lines(text)
        assert (lines is None) == (abs(more) <= 100)
        assert lines is None or [line for line, _ in lines] == [line.text for line in one._broken(text)]


def test_spaces_that_grow_by_whole_pixels_are_halved_as_the_engine_does(tmp_path: Path) -> None:
    words, rest = "Trường Tuyết", "Trường An"
    for pixels in (1, 2, 3, 4):
        one = as_wide_as(tmp_path, words, pixels * 1024, rest)
        one.block.width += 0.3 / 1024
        assert refuse_others(one, f"{words} {rest}")


def test_no_lesson_has_the_end_of_a_line_in_it() -> None:
    assert EDGE not in lesson(["a b"], {"c d": (), f"{EDGE} {EDGE}": ()})
