"""A paper made by hand after Decree 30/2020/NĐ-CP, and what breaks it: one thing changed at a time."""

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

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


def written(place: Path, *changes: Callable[[Document], None]) -> Path:
    """Write a report by hand, as an officer does: the decree's Mẫu 1.4; then change it."""
    document = docx.Document()
    set_page(document)
    write_head(in_columns(document.add_table(rows=2, cols=2), 64, 96))
    put(document.add_paragraph(), "BÁO CÁO", "14 CENTER bold")
    put(document.add_paragraph(), "Kết quả bồi dưỡng giáo viên mầm non", "14 CENTER bold")
    draw(document.add_paragraph(), 63)
    put(document.add_paragraph(), "Kính gửi: Bộ Giáo dục và Đào tạo", "14 CENTER")
    for basis in ("Căn cứ Luật Giáo dục;", "Căn cứ Kế hoạch số 12/KH-SGDĐT ngày 05 tháng 01 năm 2026."):
        put(document.add_paragraph(), basis, "14 JUSTIFY italic")
    for text in REPORT.strip().splitlines():
        body = put(document.add_paragraph(), text, "14 JUSTIFY").paragraph_format
        body.first_line_indent, body.space_before = Mm(10), Pt(6)
    write_foot(in_columns(document.add_table(rows=1, cols=2), 70, 90))
    for change in changes:
        change(document)
    document.save(str(place))
    return place


def in_columns(table: Table, *widths: int) -> Table:
    """Make columns so wide, in millimetres, and their cells without room at the sides."""
    table.autofit = False
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def draw(paragraph: Paragraph, side: float) -> None:
    """Draw a line across, so many millimetres from either side."""
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().append(borders)
    indent(paragraph, side)
    paragraph.paragraph_format.line_spacing = Pt(4)


def indent(paragraph: Paragraph, side: float) -> None:
    paragraph.paragraph_format.left_indent = Mm(side)
    paragraph.paragraph_format.right_indent = Mm(side)


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
    draw(left.add_paragraph(), 20)
    put(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "12 CENTER bold")
    put(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", "13 CENTER bold")
    draw(right.add_paragraph(), 20)
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


def line_below(document: Document, words: str) -> Paragraph:
    """Find the line drawn below a text: a paragraph without words."""
    paragraph = the(document, words)
    below = next(element for element in paragraph._p.itersiblings() if isinstance(element, CT_P))
    return Paragraph(below, paragraph._parent)


def drawn(words: str, side: float) -> Callable[[Document], None]:
    """Make the line below a text longer or shorter."""

    def change(document: Document) -> None:
        indent(line_below(document, words), side)

    return change


def undrawn(words: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        line = line_below(document, words)._p
        next(line.iterancestors()).remove(line)

    return change


def lowered(words: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).paragraph_format.space_before = Pt(14)

    return change


def narrow(document: Document) -> None:
    in_columns(document.tables[0], 80, 80)


def across(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE


def number_pages(
    document: Document, *, below: bool = False, first: bool = False, where: str = "CENTER"
) -> None:
    """Number the pages of a paper that goes on for more than one."""
    section = document.sections[0]
    section.different_first_page_header_footer = not first
    paragraph = (section.footer if below else section.header).paragraphs[0]
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, where)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(deepcopy(paragraph.add_run("1")._r))
    paragraph.runs[0]._r.getparent().remove(paragraph.runs[0]._r)
    paragraph._p.append(field)


def long(document: Document, times: int = 30) -> None:
    """Let the text go on for more than a page."""
    paragraph = the(document, "Sở Giáo dục và Đào tạo báo cáo")
    for _ in range(times):
        paragraph._p.addnext(deepcopy(paragraph._p))


def unnumbered(document: Document) -> None:
    long(document)


def numbered_below(document: Document) -> None:
    long(document)
    number_pages(document, below=True)


def numbered_at_once(document: Document) -> None:
    long(document)
    number_pages(document, first=True)


def numbered_aside(document: Document) -> None:
    long(document)
    number_pages(document, where="RIGHT")


def after(words: str, *texts: str, look: str = "14 JUSTIFY") -> Callable[[Document], None]:
    """Put paragraphs after a text, set like the others."""

    def change(document: Document) -> None:
        for text in reversed(texts):
            paragraph = put(document.add_paragraph(), text, look)
            paragraph.paragraph_format.first_line_indent, paragraph.paragraph_format.space_before = (
                Mm(10),
                Pt(6),
            )
            the(document, words)._p.addnext(paragraph._p)

    return change


def as_letter(document: Document) -> None:
    """Make a letter of the report: without a title, its subject below its number."""
    for words in ("BÁO CÁO", "Kết quả bồi dưỡng giáo viên"):
        line = line_below(document, words)._p if words[0] == "K" else None
        for element in (the(document, words)._p, *([] if line is None else [line])):
            next(element.iterancestors()).remove(element)
    number = the(document, "Số: 05")
    number.runs[0].text = "Số: 05/SGDĐT-GDMN"
    about = put(document.add_paragraph(), "V/v bồi dưỡng giáo viên mầm non", "12 CENTER")
    about.paragraph_format.space_before = Pt(6)
    number._p.addnext(about._p)


def of_commune(committee: str, name: str) -> Callable[[Document], None]:
    """Let the paper be of a commune's committee."""
    above, _, unit = committee.rpartition(" ")
    names = reworded("UBND THÀNH PHỐ", above), reworded("SỞ GIÁO", f"{unit} {name}")
    return both(*names, drawn(f"{unit} {name}", 25.5))


def more_below(words: str, *texts: str) -> Callable[[Document], None]:
    """Go on below a text, in paragraphs set like its own."""

    def change(document: Document) -> None:
        for text in reversed(texts):
            other = deepcopy(the(document, words)._p)
            the(document, words)._p.addnext(other)
            Paragraph(other, the(document, words)._parent).runs[0].text = text

    return change


def reddened(words: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)

    return change


def before(words: str, text: str, *, look: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        put(the(document, words).insert_paragraph_before(), text, look)

    return change


def with_list(document: Document) -> None:
    """Add appendices with tables of numbers that go on right at the upper margin; one lies across."""
    number_pages(document)
    for head, rows in (("Phụ lục I", 60), ("Phụ lục II", 40)):
        with_appendix(document, head, mention=head == "Phụ lục I")
        table = document.add_table(rows=0, cols=3, style="Table Grid")
        for number in range(1, rows):
            for cell, text in zip(table.add_row().cells, (str(number), "Nguyễn Thị Lan", "12"), strict=True):
                put(cell.paragraphs[0], text, "12 LEFT")
    section = document.sections[-1]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


def spaced(words: str, points: int) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).paragraph_format.space_before = Pt(points)

    return change


def twice(document: Document) -> None:
    """Let the paper stand in the file once more, on a page of its own."""
    elements = [deepcopy(element) for element in document.element.body if not element.tag.endswith("sectPr")]
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    for element in elements:
        document.element.body.insert(-1, element)
    number_pages(document)


def as_minutes(document: Document) -> None:
    """Make minutes of the report: the secretary signs at the left, the chair at the right."""
    the(document, "BÁO CÁO").runs[0].text = "BIÊN BẢN"
    the(document, "Số: 05").runs[0].text = "Số: 05/BB-SGDĐT"
    without("Kính gửi")(document)
    without("- Như trên")(document)
    the(document, "PHÓ GIÁM ĐỐC").runs[0].text = "Lê Thị Mai"
    without("Nguyễn Thị Hòa")(document)
    the(document, "KT. GIÁM ĐỐC").runs[0].text = "CHỦ TỌA"
    head, last = the(document, "Nơi nhận"), the(document, "- Lưu")
    put(head.insert_paragraph_before(), "THƯ KÝ", "14 CENTER bold")
    put(head.insert_paragraph_before(), "Trần Văn Minh", "14 CENTER bold")
    for paragraph in (head, last):
        document.element.body.insert(-1, paragraph._p)


def with_appendix(
    document: Document, head: str = "Phụ lục", *, mention: bool = True, counted: bool = True
) -> None:
    """Add an appendix on pages of its own."""
    if mention:
        words = the(document, "Đã bồi dưỡng").runs[0]
        words.text = words.text.replace("./.", " (chi tiết tại Phụ lục)./.")
    section = document.add_section()
    if counted:
        pages = OxmlElement("w:pgNumType")
        pages.set(qn("w:start"), "1")
        section._sectPr.append(pages)
    put(document.add_paragraph(), head, "14 CENTER bold")
    put(document.add_paragraph(), "DANH SÁCH GIÁO VIÊN ĐÃ BỒI DƯỠNG", "14 CENTER bold")
    note = "(Kèm theo Báo cáo số 05/BC-SGDĐT ngày 09 tháng 6 năm 2026 của Sở Giáo dục và Đào tạo)"
    put(document.add_paragraph(), note, "14 CENTER italic")


def long_appendix(document: Document) -> None:
    """Let the appendix go on for more than a page."""
    for _ in range(60):
        put(document.add_paragraph(), "Nguyễn Thị Lan", "14 JUSTIFY")


def upright(words: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).runs[0].italic = False

    return change


def exchanged(words: str, other: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        one, two = the(document, words).runs[0], the(document, other).runs[0]
        one.text, two.text = two.text, one.text

    return change


def both(*changes: Callable[[Document], None]) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for one in changes:
            one(document)

    return change


def appendix(
    head: str = "Phụ lục", *, mention: bool = True, counted: bool = True
) -> Callable[[Document], None]:
    return partial(with_appendix, head=head, mention=mention, counted=counted)


def numbered_small(document: Document) -> None:
    long(document)
    number_pages(document)
    document.sections[0].header.paragraphs[0].style.font.size = Pt(10)
    for run in document.sections[0].header.paragraphs[0]._p.iter(qn("w:r")):
        Run(run, document.sections[0].header.paragraphs[0]).font.size = Pt(10)


GOOD: dict[str, Callable[[Document], None]] = {
    "a letter": as_letter,
    "minutes": as_minutes,
    "a paper with an appendix": with_appendix,
    "a paper with points": after(
        "Sở Giáo dục và Đào tạo báo cáo", "a) một;", "b) hai;", "c) ba;", "d) bốn;", "đ) năm."
    ),
    "a paper in sections": after("Kính gửi", "I. KẾT QUẢ", look="14 JUSTIFY bold"),
    "a paper that somebody got in a hurry": after("Kính gửi", "HỎA TỐC", look="13 LEFT bold"),
    "a letter about much": both(
        as_letter, more_below("V/v", "và cán bộ quản lý các trường", "mầm non năm 2026")
    ),
    "a letter about much in one paragraph": both(
        as_letter, reworded("V/v", "V/v rà soát nhu cầu bồi dưỡng giáo viên và cán bộ quản lý trường mầm non")
    ),
    "a letter about what was on a day": both(as_letter, reworded("V/v", "V/v họp ngày 05 tháng 6 năm 2026")),
    "a letter of a school that is called by a day": both(as_letter, reworded("Số: 05", "Số: 05/MN83")),
    "a paper in haste, in red": both(after("Kính gửi", "HỎA TỐC", look="13 LEFT bold"), reddened("HỎA TỐC")),
    "a paper whose parts begin at once": before("Kính gửi", "Phần I", look="14 CENTER bold"),
    "a paper whose table goes on at the top of a page": with_list,
    "recipients that go on": more_below("- Như trên", "- Các trường mầm non,\ncác nhóm trẻ, lớp mẫu giáo;"),
    "a name on the next page": both(partial(long, times=10), number_pages, spaced("Nguyễn Thị Hòa", 60)),
    "two papers in one file": twice,
    "a paper of a commune": of_commune("ỦY BAN NHÂN DÂN XÃ", "HẢI PHÒNG"),
    "a basis with its number": reworded(
        "Căn cứ Luật",
        "Căn cứ điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
    ),
    "a text that rests on something": after(
        "Sở Giáo dục và Đào tạo báo cáo", "Căn cứ kết quả trên, Sở báo cáo:"
    ),
}
"""What is otherwise, and right."""


def on_a_new_page(words: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        the(document, words).paragraph_format.page_break_before = True

    return change


def last_word_alone(document: Document) -> None:
    run = the(document, "Đã bồi dưỡng").runs[0]
    run.text = run.text.removesuffix("42%./.")
    run.add_break(WD_BREAK.PAGE)
    run.add_text("42%./.")


ADVISED: dict[str, tuple[str, Callable[[Document], None]]] = {
    "a line that is typed": ("X-0", after("Kính gửi", "__________", look="14 CENTER")),
    "something left of a template": ("T-9", after("Kính gửi", "Số lượng: {{ so_luong }}")),
    "a date in the text without its zero": ("T-3", after("Kính gửi", "Họp ngày 5 tháng 9 năm 2026.")),
    "minutes without a beginning": ("M-2", as_minutes),
    "signatures on a page of their own": ("S-8", on_a_new_page("Nơi nhận")),
    "a heading at the end of a page": (
        "W-1",
        both(
            after("Căn cứ Kế hoạch", "I. KẾT QUẢ", look="14 JUSTIFY bold"),
            on_a_new_page("Sở Giáo dục và Đào tạo báo cáo"),
        ),
    ),
    "a word on a page of its own": ("W-2", last_word_alone),
}
"""What is only told to those who want advice."""

ON_PAGES: dict[str, tuple[str, Callable[[Document], None]]] = {
    "a national title that wraps": ("H-1", narrow),
    "a short line below the motto": ("H-2", drawn("Độc lập", 30)),
    "no line below the motto": ("H-2", undrawn("Độc lập")),
    "a long line below the office": ("H-4", drawn("SỞ GIÁO", 4)),
    "no line below the office": ("H-4", undrawn("SỞ GIÁO")),
    "a long line below the subject": ("H-8", drawn("Kết quả bồi dưỡng giáo viên", 45)),
    "no line below the subject": ("H-8", undrawn("Kết quả bồi dưỡng giáo viên")),
    "a date below its number": ("H-6", lowered("Hải Phòng, ngày")),
    "recipients below the signer": ("N-2", lowered("Nơi nhận")),
}
"""What only a page shows."""

BROKEN: dict[str, tuple[str, Callable[[Document], None]]] = {
    "a motto in capitals": ("H-2", reworded("Độc lập", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC")),
    "a bold parent office": ("H-3", bold("UBND THÀNH PHỐ", on=True)),
    "a symbol of another kind": ("H-13", reworded("Số: 05", "Số: 05/QĐ-SGDĐT")),
    "a letter's symbol with CV": ("H-13", both(as_letter, reworded("Số: 05", "Số: 05/CV-SGDĐT"))),
    "a letter's subject in bold": ("H-9", both(as_letter, bold("V/v", on=True))),
    "a letter to nobody": ("N-4", both(as_letter, without("Kính gửi"))),
    "small addressees": ("N-1", size("Kính gửi", 12)),
    "addressees without an end": ("N-5", after("Kính gửi", "- Bộ Nội vụ,", "- Bộ Tài chính.")),
    "a subject in capitals": ("H-8", reworded("Kết quả bồi dưỡng giáo viên", "KẾT QUẢ BỒI DƯỠNG")),
    "a name in capitals": ("S-2", reworded("Nguyễn Thị Hòa", "NGUYỄN THỊ HÒA")),
    "a chapter with an Arabic number": ("B-9", after("Kính gửi", "Chương 1", look="14 CENTER bold")),
    "a section in small letters": ("B-10", after("Kính gửi", "I. Kết quả chung", look="14 JUSTIFY bold")),
    "an article that is light": ("B-11", after("Kính gửi", "Điều 1. Phạm vi")),
    "points without đ": ("B-12", after("Kính gửi", "a) một;", "b) hai;", "c) ba;", "d) bốn;", "e) năm.")),
    "points with full stops": ("B-12", after("Kính gửi", "a. một;", "b. hai.")),
    "small numbers of pages": ("P-6", numbered_small),
    "an appendix nobody speaks of": ("A-4", appendix(mention=False)),
    "a lone appendix with a number": ("A-4", appendix("Phụ lục I")),
    "an appendix counted on": ("P-7", both(number_pages, appendix(counted=False), long_appendix)),
    "an appendix in capitals": ("A-1", appendix("PHỤ LỤC")),
    "a light title of an appendix": ("A-2", both(with_appendix, bold("DANH SÁCH", on=False))),
    "an upright note of an appendix": ("A-3", both(with_appendix, upright("(Kèm theo"))),
    "an appendix of nothing": ("A-5", both(with_appendix, without("(Kèm theo"))),
    "a light word of haste": ("X-3", after("Kính gửi", "HỎA TỐC", look="13 LEFT")),
    "a light word of secrecy": ("X-2", after("Kính gửi", "LƯU HÀNH NỘI BỘ", look="13 LEFT")),
    "minutes with the chair at the left": ("M-1", both(as_minutes, exchanged("THƯ KÝ", "CHỦ TỌA"))),
    "an office of a district": ("O-1", reworded("SỞ GIÁO", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO")),
    "a sheet of another size": ("P-1", letter_paper),
    "a sheet that lies across": ("P-2", across),
    "pages without numbers": ("P-6", unnumbered),
    "numbers below the text": ("P-6", numbered_below),
    "a number on page 1": ("P-6", numbered_at_once),
    "numbers at the side": ("P-6", numbered_aside),
    "a narrow left margin": ("P-3", margins(left=25)),
    "a wide right margin": ("P-3", margins(right=25)),
    "a low top margin": ("P-3", margins(top=15)),
    "grey letters": ("P-5", coloured),
    "another font": ("P-5", foreign_font),
    "a place that is not the committee's": ("H-17", of_commune("UBND XÃ", "VĨNH BẢO")),
    "a circular without its number": (
        "B-6",
        reworded("Căn cứ Luật", "Căn cứ Thông tư về bồi dưỡng giáo viên;"),
    ),
    "a clause with a capital": (
        "C-6",
        reworded("Căn cứ Luật", "Căn cứ điểm a Khoản 2 Điều 5 Luật Giáo dục;"),
    ),
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
