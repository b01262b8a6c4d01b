"""Appendices: called by Roman numerals where there are several, named in the text, on pages of their own."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from hypothesis import given
from hypothesis import strategies as st

from reportgen.batch import Order, make_plan
from reportgen.compose.appendices import appendix_labels
from reportgen.compose.headings import heading_numbers
from reportgen.kinds import Shelf
from reportgen.model.artifact import Artifact
from reportgen.model.context import Rows
from reportgen.model.kind import Kind
from reportgen.pipeline import Paper, produce

ROOT = Path(__file__).parents[2]
ROUND = ROOT / "data/boi-duong-hai-phong/dot-1.yaml"
MEETING = ROOT / "data/hoi-nghi-mam-non/bien-ban.yaml"
PLAIN_MEETING = ROOT / "data/so-ket-van-khe/bien-ban.yaml"


@cache
def paper(source: Path) -> Paper:
    return make_plan(source, Order(Shelf.usual(), dt.date(2025, 1, 1))).documents[0].paper


@cache
def made(source: Path, media: str) -> Artifact:
    return produce(paper(source), media)


def labels(shown: Sequence[object]) -> list[str | None]:
    names = [f"a{number}" for number in range(len(shown))]
    kind = make_kind({name: name for name in names})
    found = appendix_labels(kind, dict(zip(names, shown, strict=True)))
    return [found[name] for name in names]


def make_kind(appendices: dict[str, str], headings: tuple[Mapping[str, tuple[str, ...]], ...] = ()) -> Kind:
    kind = paper(PLAIN_MEETING).kind
    pages = {"appendices": appendices, "headings": headings}
    return Kind(**{name: getattr(kind, name) for name in kind.__slots__} | pages)


def test_one_appendix_has_no_number_and_several_have_roman_ones() -> None:
    assert labels([None, Rows([{"a": 1}]), ()]) == [None, "Phụ lục", None]
    assert labels([3, None, Rows([{"a": 1}]), "x"]) == ["Phụ lục I", None, "Phụ lục II", "Phụ lục III"]


@given(st.lists(st.sampled_from([None, (), 0, "x", Rows([{"a": 1}])]), max_size=8))
def test_numbers_have_no_gap_and_what_was_not_given_has_none(shown: list[object]) -> None:
    found = labels(shown)

    given_here = [label for label in found if label]
    assert len(set(given_here)) == len(given_here) == sum(one is not None and one != () for one in shown)


@given(st.lists(st.sampled_from([None, (), 0, "x", Rows([{"a": 1}])]), min_size=1, max_size=8))
def test_sub_headings_are_numbered_from_one_without_a_gap_and_what_tells_nothing_has_none(
    told: list[object],
) -> None:
    names = [f"h{number}" for number in range(len(told))]
    kind = make_kind({}, headings=({name: (name, "absent") for name in names}, {"other": ("h0",)}))
    found = heading_numbers(kind, dict(zip(names, told, strict=True)))

    there = [name for name, one in zip(names, told, strict=True) if one not in (None, ())]
    assert [name for name in names if found[name]] == there
    assert [found[name] for name in there] == list(range(1, len(there) + 1))
    assert found["other"] == (1 if "h0" in there else None)


def test_sections_have_roman_numbers_and_what_stands_in_them_arabic_ones() -> None:
    report, minutes = (
        "".join(piece for piece, _ in made(one, "pdf").script.pieces) for one in (ROUND, MEETING)
    )

    for heading in ("II. KẾT QUẢ ĐỢT 1", "1. Kết quả chung", "2. Khối tư thục", "4. Đơn vị điển hình"):
        assert heading in report
    for heading in ("I. CHƯƠNG TRÌNH", "II. HOẠT ĐỘNG NĂM HỌC 2015-2016", "V. KẾ HOẠCH", "VI. KẾT LUẬN"):
        assert heading in minutes


def test_the_text_names_every_appendix_and_each_says_to_which_paper_it_belongs() -> None:
    text = "".join(piece for piece, _ in made(ROUND, "pdf").script.pieces)

    body, *appendices = text.split("(Kèm theo Báo cáo số")
    for number in ("I", "II", "III", "IV"):
        assert f"Phụ lục {number}." in body
    assert len(appendices) == 4


def sheets(content: bytes) -> list[tuple[str, str]]:
    """Give the first line in the top margin and the direction of each page."""
    found = []
    for page in pypdfium2.PdfDocument(content):
        width, height = page.get_size()
        top = page.get_textpage().get_text_bounded(width * 0.4, height - 55, width * 0.6, height - 25).strip()
        found.append((top, "wide" if width > height else "high"))
    return found


def test_each_appendix_counts_its_own_pages_and_wide_tables_lie_across() -> None:
    pages = sheets(made(ROUND, "pdf").content)

    assert [number for number, _ in pages] == ["", "2", "3", "4", "", "", "", ""]
    assert [sort for _, sort in pages] == ["high"] * 4 + ["wide"] * 3 + ["high"]


def test_word_has_a_section_for_each_appendix_that_begins_with_page_one() -> None:
    document = docx.Document(io.BytesIO(made(ROUND, "docx").content))

    assert [one.orientation for one in document.sections] == [
        WD_ORIENT.PORTRAIT, *[WD_ORIENT.LANDSCAPE] * 3, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    assert all(one.different_first_page_header_footer for one in document.sections)
    starts = [one._sectPr.xpath("string(w:pgNumType/@w:start)") for one in document.sections]
    assert starts == ["1"] * 5


@pytest.mark.parametrize(("source", "sections"), [(MEETING, 2), (PLAIN_MEETING, 1)])
def test_without_appendices_word_has_one_section_and_no_empty_page(source: Path, sections: int) -> None:
    document = docx.Document(io.BytesIO(made(source, "docx").content))

    assert len(document.sections) == sections
