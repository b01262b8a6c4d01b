"""Papers on pre-printed blanks: each word at its millimetre, each blank given away once and written down."""

import datetime as dt
import io
import os
import signal
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.batch import Order, build_on_blanks, check_on_blanks, try_blank
from reportgen.batch.blank_press import faults_of
from reportgen.batch.records import Outcome
from reportgen.batch.serials import Wanted, give
from reportgen.cli.app import app
from reportgen.kinds import Shelf, find_kind
from reportgen.model.artifact import PDF
from reportgen.model.blank import Spoiled, Stock, Taken
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError, ExitCode
from reportgen.model.origin import Origin
from reportgen.offices import read_blank
from reportgen.offices.serials import spread
from reportgen.proof import faults
from reportgen.readback.manifest import carried
from tests.helpers.written import write_kind

ROOT = Path(__file__).parents[2]
MILLIMETRE = 72 / 25.4
PIXEL = 72 / 96
"""The engine counts in CSS pixels, and so does what it writes."""

KIND = """
fields:
  issued_on: date
  people: {rows: {name: text, born: date, school: text}, key: [name, born]}
each: {of: people}
file_name: "giay/{each.school}/{each.name}"
"""
DATA = """\
kind: giay
for_each: people
issued_on:
people:
  - {name: Cầm Thị Nụ, born: 2/4/1988, school: Hoa Ban}
  - {name: Lò Văn Bút, born: 19/11/1979, school: Hoa Ban}
  - {name: Cầm Thị Nụ, born: 30/7/1992, school: Hoa Ban}
"""
BLANK = """\
size: 190 x 130
shift: {right: 1.5, down: -0.5}
letters: 14
boxes:
  - {print: "{{ each.name }}", left: 60, down: 52, width: 100}
  - {print: "{{ each.born | long_date }}", left: 60, down: 62, width: 60, align: right, letters: 12}
  - {print: "{{ each.school }}", left: 20, down: 80, width: 150, align: center, bold: có, italic: yes}
"""
STOCK = """\
serials:
  stock: [A 0008 - A 0011]
  spoiled: [SPOILED]
"""


class Desk:
    """A folder with a kind, data, and a blank; what is built goes into ``out``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_kind(folder, "giay", KIND)
        self.data, self.blank = folder / "data.yaml", folder / "phoi.yaml"
        self.data.write_text(DATA, encoding="utf-8")
        self.blank.write_text(BLANK, encoding="utf-8")
        self.order = Order(Shelf.usual(folder / "templates"), dt.date(2026, 11, 22), output=folder / "out")

    def stock(self, *spoiled: str) -> None:
        """Say which blanks lie there."""
        lines = ", ".join(f"{{serial: {one}, why: kẹt giấy, on: 22/11/2026}}" for one in spoiled)
        self.blank.write_text(BLANK + STOCK.replace("SPOILED", lines), encoding="utf-8")

    def build(self) -> Outcome:
        """Build what the data file asks for."""
        (outcome,) = build_on_blanks([self.data], self.order, self.blank).outcomes
        return outcome

    def names(self) -> list[str]:
        """Build, and list the papers in the order of a list of files."""
        outcome = self.build()
        assert outcome.error is None, outcome.error
        return sorted(made.path.name for made in outcome.made)

    def complaints(self) -> list[Diagnostic]:
        """Build, and tell what stops it."""
        outcome = self.build()
        assert outcome.error is not None
        assert not list(self.folder.glob("out/**/*.pdf"))
        return [one for one in outcome.error.diagnostics if one.stops]

    def complaint(self) -> Diagnostic:
        """Give the only mistake there is."""
        (one,) = self.complaints()
        return one

    def record(self) -> list[tuple[str, ...]]:
        """Read the record as Excel shows it, without its headings and without the text."""
        sheet = openpyxl.load_workbook(self.folder / "phoi-so-theo-doi.xlsx").worksheets[0]
        rows = [
            tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True)
        ]
        return [(row[0], row[1].rpartition("/")[2], *row[4:]) for row in rows]

    def change(self, old: str, new: str, path: Path | None = None) -> None:
        """Change the data, or another file."""
        path = path or self.data
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


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
    for made in desk.build().made:
        text = pypdfium2.PdfDocument(made.path)[0].get_textpage().get_text_range()
        assert "DỰ THẢO" not in text
        assert "…" not in text


def test_a_paper_on_a_blank_is_fit_for_the_archive_and_carries_its_manifest(desk: Desk) -> None:
    desk.stock()

    for made in desk.build().made:
        content = made.path.read_bytes()
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


def test_blanks_are_taken_in_order_and_spoiled_ones_are_passed_over(desk: Desk) -> None:
    desk.stock("A 0009")

    assert desk.names() == [
        "A 0008 Cầm Thị Nụ.pdf", "A 0010 Lò Văn Bút.pdf", "A 0011 Cầm Thị Nụ (2).pdf",
    ]  # fmt: skip
    assert desk.record() == [
        ("A 0008", "Cầm Thị Nụ", "đã dùng", "", "", ""),
        ("A 0009", "", "hỏng", "kẹt giấy", "22/11/2026", ""),
        ("A 0010", "Lò Văn Bút", "đã dùng", "", "", ""),
        ("A 0011", "Cầm Thị Nụ (2)", "đã dùng", "", "", ""),
    ]


def test_a_rerun_gives_the_same_blanks_and_a_spoiled_one_is_replaced_by_the_next(desk: Desk) -> None:
    desk.stock()
    first = desk.names()
    bytes_before = {path.name: path.read_bytes() for path in desk.folder.glob("out/in-phoi/*.pdf")}

    assert desk.names() == first
    assert {path.name: path.read_bytes() for path in desk.folder.glob("out/in-phoi/*.pdf")} == bytes_before
    desk.stock("A 0009")

    assert desk.names() == [first[0], "A 0010 Cầm Thị Nụ (2).pdf", "A 0011 Lò Văn Bút.pdf"]
    assert desk.record()[1] == ("A 0009", "Lò Văn Bút", "hỏng", "kẹt giấy", "22/11/2026", "A 0011")
    assert desk.record()[3] == ("A 0011", "Lò Văn Bút", "đã dùng", "", "", "")


def test_several_processes_print_the_same_and_a_rerun_prints_only_what_has_changed(desk: Desk) -> None:
    desk.stock()
    desk.names()
    one = {path.name: path.read_bytes() for path in desk.folder.glob("out/in-phoi/*.pdf")}
    desk.order = replace(desk.order, workers=2, output=desk.folder / "out-2")
    desk.names()

    assert {path.name: path.read_bytes() for path in desk.folder.glob("out-2/in-phoi/*.pdf")} == one
    desk.order = replace(desk.order, workers=1)
    desk.change("born: 30/7/1992", "born: 30/7/1993")
    assert sorted(made.how for made in desk.build().made) == ["replaced", "unchanged", "unchanged"]
    desk.change("left: 20", "left: 21", desk.blank)
    assert {made.how for made in desk.build().made} == {"replaced"}


def test_a_lost_record_is_written_again_though_all_papers_are_there(desk: Desk) -> None:
    desk.stock()
    desk.names()
    record = desk.record()
    (desk.folder / "phoi-so-theo-doi.xlsx").unlink()

    assert {made.how for made in desk.build().made} == {"unchanged"}
    assert desk.record() == record


def test_who_presses_ctrl_c_has_taken_no_blank(desk: Desk) -> None:
    desk.stock()

    (outcome,) = build_on_blanks(
        [desk.data], desk.order, desk.blank, lambda *_: os.kill(os.getpid(), signal.SIGINT)
    ).outcomes

    assert outcome.error is not None
    assert [one.code for one in outcome.error.diagnostics] == ["stopped"]
    assert not list(desk.folder.glob("out/**/*.pdf"))
    assert not (desk.folder / "phoi-so-theo-doi.xlsx").exists()


def test_two_people_of_one_name_keep_their_blanks_when_their_rows_change_places(desk: Desk) -> None:
    desk.stock()
    desk.names()
    desk.change("born: 2/4/1988", "born: x")
    desk.change("born: 30/7/1992", "born: 2/4/1988")
    desk.change("born: x", "born: 30/7/1992")

    outcome = desk.build()

    papers = {made.path.name[:6]: made.path.read_bytes() for made in outcome.made}
    text = pypdfium2.PdfDocument(papers["A 0008"])[0].get_textpage().get_text_range()
    assert "năm 1988" in text
    assert not [note for note in outcome.notes if note.code == "blank-text-changed"]


def test_who_says_something_else_than_when_the_blank_was_taken_is_told(desk: Desk) -> None:
    desk.stock()
    desk.names()
    desk.change("Lò Văn Bút, born: 19/11", "Lò Văn Bút, born: 18/11")

    outcome = desk.build()

    (note,) = [note for note in outcome.notes if note.code == "blank-text-changed"]
    assert "A 0009" in note.message
    assert "ngày 19 tháng 11" in note.message
    assert "ngày 18 tháng 11" in note.message


def test_too_few_blanks_are_told_before_anything_is_printed(desk: Desk) -> None:
    desk.stock("A 0008", "A 0010")

    found = desk.complaint()

    assert found.code == "blanks-too-few"
    assert found.origin
    assert (Path(found.origin.file).name, found.origin.line) == ("phoi.yaml", 9)
    assert not (desk.folder / "phoi-so-theo-doi.xlsx").exists()


def test_a_paper_that_cannot_be_printed_takes_no_blank(desk: Desk) -> None:
    desk.stock()
    desk.change("name: Lò Văn Bút", "name: " + "Nguyễn Phúc Hoàng " * 9)

    assert desk.complaint().code == "blank-too-narrow"
    assert not (desk.folder / "phoi-so-theo-doi.xlsx").exists()


def test_blanks_that_other_data_took_are_not_given_again(desk: Desk) -> None:
    desk.stock()
    desk.change("  - {name: Lò Văn Bút, born: 19/11/1979, school: Hoa Ban}\n", "")
    other = desk.folder / "other.yaml"
    other.write_text(DATA.replace("Cầm", "Vi").replace("Lò Văn", "Hà Thị"), encoding="utf-8")
    desk.names()

    (outcome,) = build_on_blanks([other], desk.order, desk.blank).outcomes

    assert outcome.error is not None
    assert [one.code for one in outcome.error.diagnostics] == ["blanks-too-few"]


@pytest.mark.parametrize(
    ("spoiled", "there", "instead"),
    [
        ((), "", ""),
        (("A 0008", "A 0010"), "", ""),
        ((), "name: Lò Văn Bút", "name: " + "Nguyễn Phúc Hoàng " * 9),
        ((), "born: 19/11/1979", "born: "),
        ((), "born: 19/11/1979", "born: 31/2/1979"),
    ],
)
def test_a_check_tells_what_a_build_on_blanks_would_and_writes_nothing(
    desk: Desk, spoiled: tuple[str, ...], there: str, instead: str
) -> None:
    desk.stock(*spoiled)
    desk.change(there, instead)
    before = {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}

    checked = check_on_blanks([desk.data, desk.data], desk.order, desk.blank)

    assert {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()} == before
    assert not any(one.made for one in checked)
    built = [desk.build(), desk.build()]
    assert [(str(one.error), one.notes) for one in checked] == [(str(one.error), one.notes) for one in built]


def test_a_check_of_several_data_files_gives_no_blank_twice(desk: Desk) -> None:
    desk.stock()
    other = desk.folder / "other.yaml"
    other.write_text(DATA.replace("Cầm", "Vi").replace("Lò Văn", "Hà Thị"), encoding="utf-8")

    first, second = check_on_blanks([desk.data, other], desk.order, desk.blank)

    assert first.error is None
    assert second.error is not None
    assert [one.code for one in second.error.diagnostics] == ["blanks-too-few"]


def test_check_takes_a_blank_on_the_command_line(desk: Desk) -> None:
    desk.stock("A 0008", "A 0010")
    options = ["--templates", str(desk.folder / "templates"), "--on-blank", str(desk.blank)]

    result = CliRunner().invoke(app, ["check", str(desk.data), *options])

    assert result.exit_code == ExitCode.DATA
    assert "blanks-too-few" in result.stderr


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


def test_a_record_whose_columns_were_changed_is_refused_at_its_cell(desk: Desk) -> None:
    desk.stock()
    desk.names()
    path = desk.folder / "phoi-so-theo-doi.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B1"] = "Tên"
    book.save(path)

    with pytest.raises(DataError) as caught:
        desk.build()

    (one,) = caught.value.diagnostics
    assert (one.code, one.origin and one.origin.cell) == ("blank-record-column", "B1")


def test_a_record_that_was_saved_again_in_excel_counts_all_the_same(desk: Desk) -> None:
    desk.stock()
    first = desk.names()
    path = desk.folder / "phoi-so-theo-doi.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0].column_dimensions["A"].width = 40
    book.save(path)

    assert desk.names() == first


def test_a_record_holds_no_formulas(desk: Desk) -> None:
    desk.stock()
    desk.change("name: Lò Văn Bút", 'name: "=HYPERLINK(1)"')
    desk.names()

    sheet = openpyxl.load_workbook(
        io.BytesIO((desk.folder / "phoi-so-theo-doi.xlsx").read_bytes())
    ).worksheets[0]

    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


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


@pytest.mark.parametrize(
    ("text", "first", "last", "count"),
    [
        ("A 000101 - A 000400", "A 000101", "A 000400", 300),
        ("A 000101–000400", "A 000101", "A 000400", 300),
        ("GD-2025/09 đến GD-2025/11", "GD-2025/09", "GD-2025/11", 3),
        ("007", "007", "007", 1),
    ],
)
def test_ranges_are_written_as_people_do(text: str, first: str, last: str, count: int) -> None:
    found = spread(text)

    assert (found[0], found[-1], len(found)) == (first, last, count)


def stock_of(count: int, spoiled: set[int]) -> Stock:
    place = Origin("phoi.yaml", 1, 1)
    gone = {f"A {n}": Spoiled(f"A {n}", "rách", dt.date(2026, 11, 22), place) for n in spoiled}
    return Stock([f"A {n}" for n in range(count)], place, gone)


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 5)), unique=True, max_size=8),
    st.lists(st.sets(st.integers(0, 15), max_size=2), max_size=4),
)
def test_no_blank_is_ever_with_two_papers_and_none_is_given_away_that_was_spoiled(
    papers: list[tuple[str, int]], runs: list[set[int]]
) -> None:
    """The record of each run is what the next one begins with; more and more blanks are spoiled."""
    wanted = [Wanted(source, str(number), f"{source}{number}") for source, number in papers]
    taken: list[Taken] = []
    spoiled: set[int] = set()
    before: dict[Wanted, str] = {}
    for run in [set[int](), *runs]:
        spoiled |= run
        found = give(stock_of(24, spoiled), taken, wanted, "record")
        now = dict(zip(wanted, found.serials, strict=True))

        assert len(set(now.values())) == len(wanted)
        assert not set(now.values()) & {f"A {n}" for n in spoiled}
        kept = {one: serial for one, serial in before.items() if int(serial[2:]) not in spoiled}
        assert all(now[one] == serial for one, serial in kept.items())
        assert not {now[one] for one in wanted if one not in kept} & {one.serial for one in taken}
        taken, before = list(found.taken), now
