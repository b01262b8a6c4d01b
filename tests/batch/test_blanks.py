"""Papers on pre-printed blanks: each word at its millimetre, and what does not fit is told."""

from fractions import Fraction
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from typer.testing import CliRunner

from reportgen.batch import try_blank
from reportgen.batch.blank_press import faults_of
from reportgen.cli.app import app
from reportgen.kinds import Shelf, find_kind
from reportgen.model.artifact import PDF
from reportgen.model.errors import DataError
from reportgen.model.origin import Origin
from reportgen.offices import read_blank
from reportgen.proof import faults
from reportgen.readback.manifest import carried
from tests.batch.blanks import DATA, Desk

ROOT = Path(__file__).parents[2]
MILLIMETRE = 72 / 25.4
PIXEL = 72 / 96
"""The engine counts in CSS pixels, and so does what it writes."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def letters(content: bytes) -> list[tuple[str, float, float, float]]:
    """List the letters of a page: where each begins and its line runs, in millimetres, and its size."""
    page = pypdfium2.PdfDocument(content)[0]
    text, found = page.get_textpage(), []
    for at in range(text.count_chars()):
        x, y = pdfium.c_double(), pdfium.c_double()
        assert pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
        down = (page.get_height() - y.value) / MILLIMETRE
        size = pdfium.FPDFText_GetFontSize(text.raw, at) * PIXEL
        found.append((letter, x.value / MILLIMETRE, down, size))
    return found


def where(content: bytes, first: str) -> tuple[float, float, float]:
    """Tell where the first word that begins with a letter stands: left, line, size."""
    return next((left, down, size) for letter, left, down, size in letters(content) if letter == first)


def test_words_stand_where_the_file_says_and_as_the_printer_needs_it(desk: Desk) -> None:
    first = next(made.path for made in desk.build().made).read_bytes()

    page = pypdfium2.PdfDocument(first)[0]
    assert [round(side / MILLIMETRE, 1) for side in page.get_size()] == [190, 130]
    assert where(first, "C") == pytest.approx((61.5, 51.5, 14), abs=0.15)
    assert where(first, "n") == pytest.approx((where(first, "n")[0], 61.5, 12), abs=0.15)
    assert where(first, "H")[1] == pytest.approx(79.5, abs=0.15)
    words = page.get_textpage().get_text_range()
    assert " ".join(words.split()) == "Cầm Thị Nụ ngày 02 tháng 4 năm 1988 Hoa Ban"


def test_words_at_the_right_or_in_the_middle_of_a_box_keep_to_it(desk: Desk) -> None:
    page = pypdfium2.PdfDocument(next(made.path for made in desk.build().made))[0].get_textpage()
    boxes = [page.get_rect(number) for number in range(page.count_rects())]
    edges = {
        page.get_text_bounded(*box).strip()[:3]: (box[0] / MILLIMETRE, box[2] / MILLIMETRE) for box in boxes
    }

    assert edges["ngà"][1] == pytest.approx(60 + 60 + 1.5, abs=0.5)
    assert sum(edges["Hoa"]) / 2 == pytest.approx(20 + 75 + 1.5, abs=0.5)


def test_a_draft_on_a_blank_is_not_marked_and_prints_nothing_that_has_no_box(desk: Desk) -> None:
    first, *_ = desk.build().made
    text = pypdfium2.PdfDocument(first.path)[0].get_textpage().get_text_range()

    assert " ".join(text.split()) == "Cầm Thị Nụ ngày 02 tháng 4 năm 1988 Hoa Ban"


def test_a_paper_on_a_blank_is_fit_for_the_archive_and_carries_its_manifest(desk: Desk) -> None:
    desk.stock()

    made = desk.build().made
    assert len(made) == DATA.count("name:")
    for content in (one.path.read_bytes() for one in made):
        assert faults(content) == []
        found = carried(content, PDF)
        assert found
        assert "Hoa Ban" in found.text


def test_long_words_take_smaller_letters_and_further_lines_as_far_as_the_box_allows(desk: Desk) -> None:
    desk.change("name: Lò Văn Bút", "name: Nguyễn Phúc Hoàng Trâm Anh Bảo Ngọc Khánh Vy")
    desk.change("width: 100}", "width: 60, smallest: 9, lines: 2, apart: 7.5}", desk.blank)

    paper = desk.build().made[1].path.read_bytes()
    lines = sorted({round(down, 1) for _, _, down, size in letters(paper) if down < 60 and size < 14})
    size = where(paper, "N")[2]

    assert 9 <= size < 14
    assert lines == pytest.approx([51.5, 59], abs=0.15)


def test_words_that_do_not_fit_are_an_error_at_their_row_and_at_their_box(desk: Desk) -> None:
    desk.change("name: Lò Văn Bút", "name: Nguyễn Phúc Hoàng Trâm Anh Bảo Ngọc Khánh Vy")
    desk.change("born: 30/7/1992, school: Hoa Ban", "born: 30/7/1992, school: " + "Thượng Hạ " * 20)
    desk.change("width: 100}", "width: 60, smallest: 11}", desk.blank)

    found = desk.complaints()

    assert [one.code for one in found] == ["blank-too-narrow"] * 2
    assert [one.origin and one.origin.line for one in found] == [6, 7]
    assert [one.related[0][1].line for one in found] == [5, 7]
    assert "Khánh Vy" in found[0].message


def test_what_is_still_missing_cannot_be_printed_on_a_blank(desk: Desk) -> None:
    desk.change("{{ each.school }}", "{{ issued_on | short_date }}", desk.blank)

    found = desk.complaint()

    assert found.code == "blank-gap"
    assert found.origin
    assert found.origin.line == 5
    assert f"likewise {desk.data}:6:5, {desk.data}:7:5" in found.message


def test_a_box_may_stay_empty(desk: Desk) -> None:
    desk.change("{{ each.school }}", "{% if issued_on > today %}x{% endif %}", desk.blank)
    desk.change("issued_on:", "issued_on: 1/10/2026")

    paper = desk.build().made[0].path.read_bytes()

    assert not any(down > 70 for _, _, down, _ in letters(paper))


def test_a_name_that_no_kind_declares_is_told_at_its_box(desk: Desk) -> None:
    desk.change("each.school", "each.schol", desk.blank)
    desk.change("long_date", "lang_date", desk.blank)

    found = desk.complaints()

    places = [(one.code, one.origin and (one.origin.line, one.origin.column)) for one in found]
    assert places == [("unknown-filter", (6, 13)), ("undeclared-name", (7, 13))]


def test_the_serial_is_printed_where_a_box_asks_for_it(desk: Desk) -> None:
    desk.stock()
    desk.change("{{ each.school }}", "Số hiệu: {{ serial }}", desk.blank)

    papers = [made.path for made in desk.build().made]

    for path, serial in zip(papers, ("A 0008", "A 0009", "A 0010"), strict=True):
        assert serial in pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()


def test_the_sheet_to_try_shows_the_longest_paper_and_takes_no_blank(desk: Desk) -> None:
    desk.stock()
    desk.change("name: Lò Văn Bút", "name: Nguyễn Phúc Hoàng Trâm Anh")

    (outcome,) = try_blank(desk.data, desk.order, desk.blank).outcomes

    (made,) = outcome.made
    content = made.path.read_bytes()
    words = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert "Trâm Anh" in words
    assert "180" in words
    assert faults(content) == []
    assert not (desk.folder / "phoi-so-theo-doi.xlsx").exists()


def test_every_mistake_in_the_file_of_a_blank_is_told_at_once(desk: Desk) -> None:
    """Nothing of the data is looked at before the blank is understood."""
    desk.blank.write_text(
        "size: 190\nlettres: 3\nboxes:\n"
        "  - {print: a, left: x, down: -1, width: 5, align: centre, lines: 1.5}\n"
        "  - {left: 1, down: 1, width: 1, apart: 8}\nserials: {stock: [A 09 - A 1, A 1 - A 5, A 3],"
        " spoiled: [{serial: B 1, why: rách, on: 31/2/2026}]}\n",
        encoding="utf-8",
    )

    with pytest.raises(DataError) as caught:
        read_blank(desk.blank, "phoi.yaml")

    found = [(one.code, one.origin and one.origin.line) for one in caught.value.diagnostics]
    assert sorted(found) == sorted(
        [
            ("office-wants", 1), ("office-unknown-key", 2), ("office-wants", 4), ("office-wants", 4),
            ("office-wants", 4), ("office-wants", 4), ("office-lacks", 5), ("blank-range", 6),
            ("blank-serial-twice", 6), ("blank-not-in-stock", 6), ("no-such-day", 6),
        ]
    )  # fmt: skip


def test_the_blank_of_the_documentation_and_the_one_beside_the_kind_are_blanks(tmp_path: Path) -> None:
    page = (ROOT / "docs/kinds.md").read_text(encoding="utf-8").partition("## Pre-printed blanks")[2]
    (tmp_path / "phoi.yaml").write_text(page.split("```text\n")[1].split("```")[0], encoding="utf-8")

    documented = read_blank(tmp_path / "phoi.yaml", "phoi.yaml")
    example = read_blank(ROOT / "templates/person-certificate/phoi.yaml", "phoi.yaml")

    assert documented.stock
    assert len(documented.stock.serials) == 400
    assert (documented.right, documented.lower) == (Fraction(3, 2), Fraction(-1, 2))
    assert faults_of(example, find_kind(Shelf.usual(), "person-certificate", Origin("x"))[0]) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--on-blank", "phoi.yaml", "--to", "docx"), "only PDF"),
        (("--test-sheet",), "--on-blank"),
    ],
)
def test_what_does_not_go_together_is_refused(desk: Desk, options: tuple[str, ...], said: str) -> None:
    result = CliRunner().invoke(app, ["build", str(desk.data), *options])

    assert result.exit_code == 2
    assert said in result.stderr
