"""The Word templates: drawn as committed, sound, in the decree's form, and saying what the pages say."""

import io
import re
import zipfile
from pathlib import Path

import ooxml_integrity
import pikepdf
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reportgen.model.decree import SETTINGS
from reportgen.pipeline import Paper, produce
from reportgen.proof import faults
from reportgen.quoting import check_templates
from reportgen.render.word.draft import MARK as DRAFT
from tests.render.word.samples import CERTIFICATES, MARK, PAPERS, ROOT, SAMPLES, TEMPLATES, papers, solid
from tools.word.blocks import PageError
from tools.word.draw import KINDS, draw
from tools.word.official import drawn
from tools.word.page import read_page
from tools.word.sheets import SHEETS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MILLIMETRE = 1440 / 25.4


def committed(kind: str) -> bytes:
    return (TEMPLATES / kind / f"{kind}.docx").read_bytes()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def part(kind: str, name: str) -> etree._Element:
    return etree.fromstring(parts(committed(kind))[name])


def value(element: etree._Element, name: str, attribute: str = "val") -> str | None:
    found = element.find(f".//{W}{name}")
    return None if found is None else found.get(f"{W}{attribute}")


PICTURE_PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def said(element: etree._Element) -> str:
    """Give the words of an element; a picture stands in its alternative text."""
    shown = (one.get("descr", "") for one in element.iter(PICTURE_PLACE))
    return "".join([*(one.text or "" for one in element.iter(f"{W}t", f"{W}instrText")), *shown])


def longest(sample: Path) -> Paper:
    """Choose the paper of a sample that says most."""
    return max(papers(ROOT / sample), key=lambda paper: len(str(paper.context.values["each"])))


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_drawn_as_it_was_committed(kind: str) -> None:
    anew = parts(draw(TEMPLATES, kind))

    assert anew == parts(committed(kind)), "draw them anew: make templates"
    assert draw(TEMPLATES, kind) == draw(TEMPLATES, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_checkers_find_nothing_in_a_template(kind: str) -> None:
    path = TEMPLATES / kind / f"{kind}.docx"

    assert OpenXmlValidator().validate(str(path)).errors == []
    assert ooxml_integrity.check(path) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_checkers_find_nothing_in_a_filled_template(sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(produce(longest(sample), "docx").content)

    assert OpenXmlValidator().validate(str(path)).errors == []
    found = [one.message for one in ooxml_integrity.check(path)]
    assert set(found) <= {"qr declared but never referenced"}, "a draft shows no code"


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_word_says_what_the_page_says_in_the_same_order(sample: Path) -> None:
    paper = longest(sample)
    marks = f"{DRAFT}{MARK}" if paper.context.draft else MARK
    headers = marks * (2 if paper.kind.name in PAPERS else 1)

    assert solid(produce(paper, "docx")) == solid(produce(paper, "pdf")) + "".join(headers.split())
    assert quoted(paper, "docx") == quoted(paper, "pdf")


def quoted(paper: Paper, target: str) -> set[tuple[str, ...]]:
    """List what a template prints; photos are handed to a part of the form as a whole."""
    names = check_templates(paper.kind, [target])
    return {name for name in names if name[0] not in {"photos", "large_photos"}}


def test_both_formats_say_of_themselves_what_stands_below_the_title() -> None:
    (paper,) = papers(ROOT / "data/boi-duong-hai-phong/dot-1.yaml")
    word, page = (produce(paper, target).content for target in ("docx", "pdf"))
    subject = "Kết quả bồi dưỡng cán bộ quản lý và giáo viên mầm non, đợt 1, năm học 2013-2014"

    core = etree.fromstring(parts(word)["docProps/core.xml"])
    assert core.findtext("{http://purl.org/dc/elements/1.1/}subject") == subject
    with pikepdf.open(io.BytesIO(page)) as pdf:
        assert pdf.docinfo.Subject == subject
        assert pdf.open_metadata()["dc:description"] == subject
    assert faults(page) == []


def test_a_paper_without_a_subject_names_none() -> None:
    paper = longest(next(sample for sample in SAMPLES if "ca-nhan" in sample.name))

    assert b"dc:subject" not in parts(produce(paper, "docx").content)["docProps/core.xml"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_tag_stands_in_one_run(kind: str) -> None:
    texts = [text.text or "" for text in part(kind, "word/document.xml").iter(f"{W}t")]

    assert any("{{" in text for text in texts)
    for text in texts:
        assert not re.search(r"[{}]", re.sub(r"{{[^{}]*}}|{%[^{}]*%}", "", text))


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_is_times_new_roman_in_all_four_scripts(kind: str) -> None:
    wanted = dict.fromkeys((f"{W}ascii", f"{W}hAnsi", f"{W}eastAsia", f"{W}cs"), "Times New Roman")
    roots = [
        etree.fromstring(content) for name, content in parts(committed(kind)).items() if name.endswith("l")
    ]
    (usual,) = part(kind, "word/styles.xml").iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")

    assert usual is not None
    for fonts in (one for root in roots for one in root.iter(f"{W}rFonts")):
        assert {name: fonts.get(name) for name in wanted} == wanted
        assert len(fonts.attrib) == len(wanted)
    for font in part(kind, "word/theme/theme1.xml").iter("{*}latin", "{*}ea", "{*}cs"):
        assert font.get("typeface") == "Times New Roman"


@pytest.mark.parametrize("kind", KINDS)
def test_every_paragraph_has_a_style_that_people_find_by_a_vietnamese_name(kind: str) -> None:
    styles = {
        style.get(f"{W}styleId"): value(style, "name")
        for style in part(kind, "word/styles.xml").iter(f"{W}style")
    }
    used = [value(paragraph, "pStyle") for paragraph in part(kind, "word/document.xml").iter(f"{W}p")]

    assert {"Quốc hiệu", "Tiêu ngữ", "Tên cơ quan chủ quản", "Tên cơ quan"} <= {styles[name] for name in used}
    assert None not in used


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_kept_apart_by_empty_paragraphs(kind: str) -> None:
    """A drawn line is one with a border, a section ends in one, and an empty cell must have one."""
    body = part(kind, "word/document.xml")
    only = {next(cell.iter(f"{W}p")) for cell in body.iter(f"{W}tc") if len(cell.findall(f"{W}p")) == 1}
    empty = [one for one in body.iter(f"{W}p") if not said(one) and one not in only]

    drawn = {"DongKe", "DongKeTrichYeu", "DongKePhuLuc"}
    assert {value(one, "pStyle") for one in empty} <= {*drawn, "CuoiVanBan"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_style_pane_shows_our_own_styles_and_the_two_that_word_calls_itself(kind: str) -> None:
    root = part(kind, "word/styles.xml")
    latent = root.find(f"{W}latentStyles")
    shown = [one for one in root.iter(f"{W}style") if one.find(f"{W}semiHidden") is None]

    assert latent is not None
    assert (latent.get(f"{W}defSemiHidden"), len(latent)) == ("1", 0)
    assert {value(one, "name") for one in shown if one.get(f"{W}customStyle") is None} == {"Normal", "header"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_is_a4_with_the_margins_of_the_decree(kind: str) -> None:
    for section in part(kind, "word/document.xml").iter(f"{W}sectPr"):
        check_sheet(kind, section)


def check_sheet(kind: str, section: etree._Element) -> None:
    """Hold the sheet of a section against the decree; an appendix may lie across."""
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margin is not None
    edges = {
        name: int(margin.get(f"{W}{name}", "0")) / MILLIMETRE for name in ("top", "bottom", "left", "right")
    }

    assert sorted(int(size.get(f"{W}{name}", "0")) for name in "wh") == [11906, 16838]
    if kind in PAPERS:
        across = int(size.get(f"{W}w", "0")) > int(size.get(f"{W}h", "0"))
        assert across == (size.get(f"{W}orient") == "landscape")
        assert 19.9 <= edges["top"] <= 25.1
        assert 19.9 <= edges["bottom"] <= 25.1
        assert 29.9 <= edges["left"] <= 35.1
        assert 14.9 <= edges["right"] <= 20.1
    else:
        assert size.get(f"{W}orient") == "landscape"


@pytest.mark.parametrize("kind", PAPERS)
def test_pages_are_numbered_in_the_middle_of_the_top_margin_but_not_the_first(kind: str) -> None:
    *_, section = part(kind, "word/document.xml").iter(f"{W}sectPr")
    headers = {one.get(f"{W}type") for one in section.iter(f"{W}headerReference")}
    (number,) = [
        p for p in part(kind, "word/header1.xml").iter(f"{W}p") if p.find(f".//{W}instrText") is not None
    ]
    styles = {style.get(f"{W}styleId"): style for style in part(kind, "word/styles.xml").iter(f"{W}style")}
    style = styles[value(number, "pStyle")]

    assert headers == {"default", "first"}
    assert section.find(f"{W}titlePg") is not None
    assert said(number) == "PAGE2"
    assert (value(style, "jc"), value(style, "sz")) == ("center", str(2 * SETTINGS["X-1"].ours))
    assert part(kind, "word/header2.xml").find(f".//{W}instrText") is None


@pytest.mark.parametrize("kind", CERTIFICATES)
def test_a_certificate_has_a_frame_and_no_number(kind: str) -> None:
    (section,) = part(kind, "word/document.xml").iter(f"{W}sectPr")
    frame = section.find(f"{W}pgBorders")
    assert frame is not None

    assert {side.get(f"{W}val") for side in frame} == {"double"}
    assert b"PAGE" not in b"".join(parts(committed(kind)).values())


@pytest.mark.parametrize("kind", KINDS)
def test_tables_are_as_wide_as_they_say_and_their_rows_stay_whole(kind: str) -> None:
    for table in part(kind, "word/document.xml").iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]

        assert value(table, "tblLayout", "type") == "fixed"
        assert sum(grid) == pytest.approx(int(value(table, "tblW", "w") or 0), abs=len(grid))
        for row in table.iterfind(f"{W}tr"):
            spans = [int(value(cell, "gridSpan") or 1) for cell in row.iterfind(f"{W}tc")]
            widths = [int(value(cell, "tcW", "w") or 0) for cell in row.iterfind(f"{W}tc")]
            assert sum(spans) == len(grid)
            assert sum(widths) == pytest.approx(sum(grid), abs=len(grid))
            assert row.find(f"{W}trPr/{W}cantSplit") is not None


@pytest.mark.parametrize("kind", PAPERS)
def test_the_head_of_a_table_of_figures_stands_on_every_page(kind: str) -> None:
    tables = [
        one for one in part(kind, "word/document.xml").iter(f"{W}tbl") if value(one, "tblStyle") == "Bang"
    ]

    assert tables
    for table in tables:
        first, *_, last = table.iterfind(f"{W}tr")
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
        assert last.find(f"{W}trPr/{W}tblHeader") is None


def test_a_long_table_of_the_minutes_goes_on_below_its_head() -> None:
    """Word moves a table whose rows all keep with the next one to a new page, however long it is."""
    tables = [
        one
        for one in part("minutes", "word/document.xml").iter(f"{W}tbl")
        if value(one, "tblStyle") == "Bang"
    ]

    assert tables
    for row in (row for table in tables for row in table.iterfind(f"{W}tr")):
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        assert (row.find(f".//{W}keepNext") is not None) == is_head, said(row)


@pytest.mark.parametrize("kind", PAPERS)
def test_word_keeps_the_tables_whole_that_the_page_keeps_whole(kind: str) -> None:
    page = (TEMPLATES / kind / f"{kind}.html").read_text("utf-8")
    tables = [
        one for one in part(kind, "word/document.xml").iter(f"{W}tbl") if value(one, "tblStyle") == "Bang"
    ]

    kept = [all(one.find(f".//{W}keepNext") is not None for one in _body(table)[:-1]) for table in tables]

    assert kept == [' class="whole"' in tag for tag in re.findall("<table[^>]*>", page)]


def _body(table: etree._Element) -> list[etree._Element]:
    rows = table.findall(f"{W}tr")
    return [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is None]


@pytest.mark.parametrize("kind", KINDS)
def test_no_empty_paragraph_makes_room(kind: str) -> None:
    """Empty are only cells, drawn lines, and the small end that Word wants."""
    for paragraph in part(kind, "word/document.xml").iter(f"{W}p"):
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        alone = cell is not None and len(cell.findall(f"{W}p")) == 1
        if not said(paragraph) and not alone:
            assert value(paragraph, "pStyle") in {"DongKe", "DongKeTrichYeu", "DongKePhuLuc", "CuoiVanBan"}


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("lonely words", "'lonely words' stands outside a paragraph"),
        ("{{ name }}", "{{ name }} stands outside a paragraph"),
        ("<p>bold <b>words</b></p>", "<b> stands inside a line"),
        ("<pre>words</pre>", "<pre> cannot be drawn"),
        ('<p class="fancy">words</p>', "there is no style for 'p.fancy'"),
        ('{{ noi_nhan("VT") }}', "the part noi_nhan() cannot be drawn"),
        ('{{ header("A", "B", large=true) }}', "the part header(large) cannot be drawn"),
        (
            '<table><caption/><thead><tr><th colspan="2" rowspan="2"/></tr></thead><tbody/></table>',
            "a cell goes both across and down",
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_not_left_out(body: str, complaint: str) -> None:
    with pytest.raises(PageError) as caught:
        list(drawn(read_page(f"<body>{body}</body>").blocks, SHEETS["minutes"]()))

    assert str(caught.value) == complaint
