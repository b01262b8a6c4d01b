"""A paper that follows Decree 30/2020/NĐ-CP passes; with one thing changed, rule and place are told."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.lint import lint

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "templates").glob("*/examples/*.yaml"))
REPORT = """
Sở Giáo dục và Đào tạo báo cáo kết quả bồi dưỡng cán bộ quản lý và giáo viên mầm non trong năm học vừa qua.
Đã bồi dưỡng 612 cán bộ quản lý trên tổng số 729, đạt 84%; 2.960 giáo viên trên tổng số 7.048, đạt 42%./.
"""


def said(document: Document) -> list[Paragraph]:
    """List all paragraphs, those of tables where the tables stand."""
    found = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += [p for row in block.rows for cell in row.cells for p in cell.paragraphs]
    return found


def the(document: Document, words: str) -> Paragraph:
    return next(paragraph for paragraph in said(document) if words in paragraph.text)


def put(paragraph: Paragraph, text: str, look: str) -> Paragraph:
    """Write a text that looks so: its size, how it is aligned, bold, italic."""
    points, *rest = look.split()
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(int(points)), "bold" in rest, "italic" in rest
    for word in rest:
        if word.isupper():
            paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, word)
    return paragraph


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Write a report by hand, as an officer does: the decree's Mẫu 1.4."""
    document = docx.Document()
    set_page(document)
    write_head(document.add_table(rows=2, cols=2))
    put(document.add_paragraph(), "BÁO CÁO", "14 CENTER bold")
    put(document.add_paragraph(), "Kết quả bồi dưỡng giáo viên mầm non", "14 CENTER bold")
    put(document.add_paragraph(), "Kính gửi: Bộ Giáo dục và Đào tạo", "14 CENTER")
    for basis in ("Căn cứ Luật Giáo dục;", "Căn cứ Kế hoạch số 12/KH-SGDĐT ngày 05 tháng 01 năm 2026."):
        put(document.add_paragraph(), basis, "14 JUSTIFY italic")
    for text in REPORT.strip().splitlines():
        body = put(document.add_paragraph(), text, "14 JUSTIFY").paragraph_format
        body.first_line_indent, body.space_before = Mm(10), Pt(6)
    write_foot(document.add_table(rows=1, cols=2))
    place = tmp_path / "bao-cao.docx"
    document.save(str(place))
    return place


def set_page(document: Document) -> None:
    section, normal = document.sections[0], document.styles["Normal"]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    fonts = normal.element.rPr.rFonts
    for slot in ("eastAsia", "cs"):
        fonts.set(f"{{{fonts.nsmap['w']}}}{slot}", "Times New Roman")
    normal.paragraph_format.space_after = Pt(0)


def write_head(table: Table) -> None:
    left, right = table.cell(0, 0), table.cell(0, 1)
    put(left.paragraphs[0], "UBND THÀNH PHỐ HẢI PHÒNG", "12 CENTER")
    put(left.add_paragraph(), "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "12 CENTER bold")
    put(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "12 CENTER bold")
    put(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", "13 CENTER bold")
    put(table.cell(1, 0).paragraphs[0], "Số: 05/BC-SGDĐT", "13 CENTER")
    put(table.cell(1, 1).paragraphs[0], "Hải Phòng, ngày 09 tháng 6 năm 2026", "13 CENTER italic")


def write_foot(table: Table) -> None:
    left, right = table.cell(0, 0), table.cell(0, 1)
    put(left.paragraphs[0], "Nơi nhận:", "12 bold italic")
    put(left.add_paragraph(), "- Như trên;", "11")
    put(left.add_paragraph(), "- Lưu: VT, GDMN.", "11")
    put(right.paragraphs[0], "KT. GIÁM ĐỐC", "14 CENTER bold")
    put(right.add_paragraph(), "PHÓ GIÁM ĐỐC", "14 CENTER bold")
    put(right.add_paragraph(), "Nguyễn Thị Hòa", "14 CENTER bold")


def rules(file: Path, *, advice: bool = False) -> list[str]:
    """Name the rules that are broken, each once."""
    found = [dict(finding.values).get("rule", finding.code) for finding in lint(file, advice=advice).findings]
    return list(dict.fromkeys(found))


def test_a_paper_made_by_hand_after_the_decree_passes(paper: Path) -> None:
    assert lint(paper, advice=True).findings == ()
    assert lint(paper).kind == "BÁO CÁO"


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_no_kind_that_comes_with_the_program_breaks_a_rule(example: Path, tmp_path: Path) -> None:
    built = CliRunner().invoke(app, ["build", str(example), "--to", "docx", "--output", str(tmp_path)])
    assert built.exit_code == 0, built.output

    found = {paper.name: lint(paper) for paper in tmp_path.rglob("*.docx")}

    assert found
    assert {name: one.findings for name, one in found.items() if one.says_no} == {}


def size(words: str, points: int) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).runs[0].font.size = Pt(points)

    return change


def bold(words: str, *, on: bool) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).runs[0].bold = on

    return change


def reworded(words: str, new: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).runs[0].text = new

    return change


def aligned(words: str, where: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).alignment = getattr(WD_ALIGN_PARAGRAPH, where)

    return change


def margins(**sides: int) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for side, measure in sides.items():
            setattr(document.sections[0], f"{side}_margin", Mm(measure))

    return change


def letter_paper(document: Document) -> None:
    document.sections[0].page_width, document.sections[0].page_height = Mm(216), Mm(279)


def coloured(document: Document) -> None:
    the(document, "Đã bồi dưỡng").runs[0].font.color.rgb = RGBColor(0x44, 0x44, 0x44)


def foreign_font(document: Document) -> None:
    the(document, "Đã bồi dưỡng").runs[0].font.name = "Arial"


def italic_date_no_more(document: Document) -> None:
    the(document, "Hải Phòng, ngày").runs[0].italic = False


def underlined(document: Document) -> None:
    the(document, "Nơi nhận").runs[0].underline = True


def unindented(document: Document) -> None:
    the(document, "Đã bồi dưỡng").paragraph_format.first_line_indent = Mm(0)


def close(document: Document) -> None:
    the(document, "Đã bồi dưỡng").paragraph_format.space_before = Pt(3)


def far(document: Document) -> None:
    the(document, "Đã bồi dưỡng").paragraph_format.line_spacing = 2.0


def exact_lines(document: Document) -> None:
    spacing = the(document, "Đã bồi dưỡng").paragraph_format
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)


def without(words: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        element = the(document, words)._p
        next(element.iterancestors()).remove(element)

    return change


BROKEN: dict[str, tuple[str, Callable[[Document], None]]] = {
    "a sheet of another size": ("P-1", letter_paper),
    "a narrow left margin": ("P-3", margins(left=25)),
    "a wide right margin": ("P-3", margins(right=25)),
    "a low top margin": ("P-3", margins(top=15)),
    "grey letters": ("P-5", coloured),
    "another font": ("P-5", foreign_font),
    "a small national title": ("H-1", size("CỘNG HÒA", 11)),
    "a light national title": ("H-1", bold("CỘNG HÒA", on=False)),
    "a national title at the left": ("H-1", aligned("CỘNG HÒA", "LEFT")),
    "dashes in the motto": ("H-2", reworded("Độc lập", "Độc lập – Tự do – Hạnh phúc")),
    "a large motto": ("H-2", size("Độc lập", 15)),
    "small letters in the office": ("H-4", reworded("SỞ GIÁO", "Sở Giáo dục và Đào tạo")),
    "a number of another size": ("H-5", size("Số: 05", 14)),
    "an upright date": ("H-6", italic_date_no_more),
    "a title in small letters": ("H-7", size("BÁO CÁO", 16)),
    "a light subject": ("H-8", size("Kết quả bồi dưỡng giáo viên", 12)),
    "a number without its zero": ("H-12", reworded("Số: 05", "Số: 5/BC-SGDĐT")),
    "spaces in a symbol": ("H-12", reworded("Số: 05", "Số: 05/BC - SGDĐT")),
    "a month with a zero too many": (
        "H-16",
        reworded("Hải Phòng, ngày", "Hải Phòng, ngày 09 tháng 06 năm 2026"),
    ),
    "a day without its zero": ("H-16", reworded("Hải Phòng, ngày", "Hải Phòng, ngày 9 tháng 6 năm 2026")),
    "a comma after a basis": ("B-7", reworded("Căn cứ Luật", "Căn cứ Luật Giáo dục,")),
    "a basis of another size": ("B-1", size("Căn cứ Luật", 12)),
    "text of another size": ("B-2", size("Đã bồi dưỡng", 12)),
    "text with a ragged edge": ("B-2", aligned("Đã bồi dưỡng", "LEFT")),
    "a paragraph that is not indented": ("B-3", unindented),
    "paragraphs too close": ("B-4", close),
    "lines too far apart": ("B-5", far),
    "an end that is none": (
        "B-13",
        reworded("Đã bồi dưỡng", REPORT.strip().splitlines()[1].replace("./.", ".")),
    ),
    "a small title of the signer": ("S-1", size("KT. GIÁM ĐỐC", 12)),
    "a light name": ("S-2", bold("Nguyễn Thị Hòa", on=False)),
    "a deputy without a title": ("S-3", without("PHÓ GIÁM ĐỐC")),
    "a degree before the name": ("S-6", reworded("Nguyễn Thị Hòa", "TS. Nguyễn Thị Hòa")),
    "underlined recipients": ("N-2", underlined),
    "large recipients": ("N-3", size("- Lưu", 12)),
    "a recipient without a hyphen": ("N-3", reworded("- Như trên", "Như trên;")),
    "as above without anything above": ("N-6", without("Kính gửi")),
    "nothing kept": ("N-7", without("- Lưu")),
    "a list that does not end": ("N-8", reworded("- Lưu", "- Lưu: VT, GDMN")),
    "a letter of another alphabet": ("T-0", reworded("Kính gửi", "Kính gửi: Bộ Giáo dục và Ðào tạo")),
}


@pytest.mark.parametrize("what", BROKEN)
def test_one_thing_changed_is_found(what: str, paper: Path) -> None:
    rule, change = BROKEN[what]
    document = docx.Document(str(paper))
    change(document)
    document.save(str(paper))

    assert rule in rules(paper)


def test_a_finding_says_where_it_stands_and_what_stands_there(paper: Path) -> None:
    document = docx.Document(str(paper))
    size("SỞ GIÁO", 11)(document)
    document.save(str(paper))

    (finding,) = lint(paper).findings

    assert str(finding.origin) == f"{paper}: body, table 1, row 1, cell 1, paragraph 2"
    assert finding.message == "rule H-4: size 11: “SỞ GIÁO DỤC VÀ ĐÀO TẠO”"


def test_lines_said_in_points_are_left_alone(paper: Path) -> None:
    """What they come to depends on the size of the letters beside them."""
    document = docx.Document(str(paper))
    exact_lines(document)
    document.save(str(paper))

    assert rules(paper) == []


def test_a_draft_without_number_and_date_passes(paper: Path) -> None:
    document = docx.Document(str(paper))
    the(document, "Số: 05").runs[0].text = "Số: …………/BC-SGDĐT"
    the(document, "Hải Phòng, ngày").runs[0].text = "Hải Phòng, ngày … tháng … năm …"
    document.save(str(paper))

    assert rules(paper) == []


def test_a_paper_before_the_decree_is_only_advised(paper: Path) -> None:
    document = docx.Document(str(paper))
    the(document, "Hải Phòng, ngày").runs[0].text = "Hải Phòng, ngày 09 tháng 6 năm 2019"
    size("SỞ GIÁO", 11)(document)
    document.save(str(paper))

    assert rules(paper) == ["form-not-bound"]
    assert rules(paper, advice=True) == ["form-not-bound", "H-4"]
    assert not lint(paper, advice=True).says_no


def test_two_papers_in_one_file_are_both_looked_at(paper: Path) -> None:
    document = docx.Document(str(paper))
    for element in [
        deepcopy(element) for element in document.element.body if not element.tag.endswith("sectPr")
    ]:
        document.element.body.insert(-1, element)
    said(document)[-1].runs[0].bold = False
    document.save(str(paper))

    assert rules(paper) == ["S-2"]


def test_page_numbers_stand_above_the_text_and_not_on_the_first_page(paper: Path) -> None:
    def number(paragraph: Paragraph) -> None:
        element = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}fldSimple", {})
        element.set(f"{{{paragraph._p.nsmap['w']}}}instr", "PAGE")
        paragraph._p.append(element)

    document = docx.Document(str(paper))
    number(document.sections[0].footer.paragraphs[0])
    document.save(str(paper))
    assert rules(paper) == ["P-6"]

    document.sections[0].footer.is_linked_to_previous = True
    header = document.sections[0].header.paragraphs[0]
    number(header)
    header.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.save(str(paper))
    assert rules(paper) == ["P-6"]

    document.sections[0].different_first_page_header_footer = True
    document.save(str(paper))
    assert rules(paper) == []


def test_the_command_leaves_with_ten_where_a_rule_is_broken(paper: Path) -> None:
    good = CliRunner().invoke(app, ["lint", str(paper)])
    document = docx.Document(str(paper))
    size("SỞ GIÁO", 11)(document)
    document.save(str(paper))
    bad = CliRunner().invoke(app, ["lint", str(paper), "--format", "json"])

    assert (good.exit_code, bad.exit_code) == (0, 10)
    assert good.output == f"{paper}: Báo cáo: no rule is broken\n"
    assert [one["rule"] for one in json.loads(bad.stdout)["files"][0]["findings"]] == ["H-4"]
