"""Documents and paragraphs that data brings to a template: `{document: part.docx}`, `{paragraphs: [...]}`."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import ooxml_integrity
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from reportgen.fill import FillOrder, fill
from reportgen.model.errors import ReportgenError
from tests.helpers import word
from tests.render.side_by_side import lines, paragraphs, template, wrong


def filled(folder: Path, data: dict[str, Any], body: str = "") -> Document:
    """Fill t.docx, which is made of ``body`` where one is given; what is made must be as whole as it was."""
    made = template(folder, body) if body else folder / "t.docx"
    (folder / "d.json").write_text(json.dumps(data), encoding="utf-8")
    written = fill(FillOrder(made, folder / "d.json", folder / "made.docx", overwrite=True)).written.path
    assert {one for one in wrong(written) - wrong(made) if "stylesWithEffects" not in one} == set()
    assert ooxml_integrity.check(str(written)) == []
    return docx.Document(str(written))


def refused(folder: Path, data: dict[str, Any], body: str = "") -> list[tuple[str, str, str]]:
    template(folder, body or paragraphs("{{p x }}"))
    (folder / "d.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        fill(FillOrder(folder / "t.docx", folder / "d.json"))
    found = caught.value.diagnostics
    return [
        (one.code, str(one.origin).removeprefix(f"{folder}/"), dict(one.values).get("reason", ""))
        for one in found
    ]


def usual(folder: Path, *texts: str) -> None:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(folder / "t.docx"))


def part(folder: Path) -> Path:
    """Write a document of a heading, a list, a picture, a table and a link of its own."""
    Image.new("RGB", (30, 30), (0, 120, 0)).save(folder / "green.png")
    document = docx.Document()
    style = document.styles.add_style("Câu riêng", 1)
    style.base_style = document.styles["Quote"]
    style.font.bold = True
    document.add_heading("Phụ lục", level=1)
    document.add_paragraph("một câu", style="Câu riêng")
    document.add_paragraph("thứ nhất", style="List Number")
    document.add_picture(str(folder / "green.png"), Mm(20))
    document.add_table(1, 2, style="Table Grid").rows[0].cells[0].text = "ô {{ a }}"
    document.sections[0].header.paragraphs[0].text = "đầu trang của phần"
    document.save(str(folder / "part.docx"))
    return folder / "part.docx"


def test_a_document_stands_where_its_tag_stood_with_its_styles_pictures_and_tables(tmp_path: Path) -> None:
    usual(tmp_path, "trước", "{{p x }}", "sau")
    part(tmp_path)
    made = filled(tmp_path, {"x": {"document": "part.docx"}})
    assert lines(made) == ["trước", "Phụ lục", "một câu", "thứ nhất", "", "sau"]
    styles = [paragraph.style.name for paragraph in made.paragraphs if paragraph.style]
    assert styles == ["Normal", "Heading 1", "Câu riêng", "List Number", "Normal", "Normal"]
    assert made.styles["Câu riêng"].base_style.name == "Quote"
    assert made.styles["Câu riêng"].font.bold
    assert [(shape.width, shape.height) for shape in made.inline_shapes] == [(Mm(20), Mm(20))]
    (table,) = made.tables
    assert (table.style.name if table.style else "", table.rows[0].cells[0].text) == (
        "Table Grid",
        "ô {{ a }}",
    )
    assert made.sections[0].header.paragraphs[0].text == ""


def test_a_document_brings_its_styles_and_lists_to_a_template_that_has_none(tmp_path: Path) -> None:
    part(tmp_path)
    made = filled(tmp_path, {"x": {"document": "part.docx"}}, paragraphs("{{p x }}"))
    assert lines(made) == ["Phụ lục", "một câu", "thứ nhất", ""]
    assert [one.style.name for one in made.paragraphs if one.style][:3] == [
        "Heading 1",
        "Câu riêng",
        "List Number",
    ]


def numbered(folder: Path, name: str, *texts: str) -> None:
    """Write a list whose paragraphs say their number themselves, as Word's button makes it."""
    document = docx.Document()
    for text in texts:
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # type: ignore[attr-defined]  # made by its metaclass
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 5
    document.save(str(folder / name))


@pytest.mark.slow
def test_each_list_begins_anew(tmp_path: Path) -> None:
    numbered(tmp_path, "a.docx", "một", "hai")
    usual(tmp_path, "{%p for x in l %}", "{{p x }}", "{%p endfor %}")
    made = filled(tmp_path, {"l": [{"document": "a.docx"}] * 2})
    numbers = [one.get(qn("w:val")) for one in made.element.body.iter(qn("w:numId"))]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    office = shutil.which("soffice")
    assert office
    subprocess.run(
        [
            office,
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "made.docx"),
        ],
        check=True,
        capture_output=True,
    )
    text = (tmp_path / "made.txt").read_text(encoding="utf-8-sig")
    assert text.split() == ["1.", "một", "2.", "hai"] * 2


def test_a_document_stands_in_a_cell_and_in_a_header(tmp_path: Path) -> None:
    part(tmp_path)
    document = docx.Document()
    document.add_table(1, 1).rows[0].cells[0].text = "{{p x }}"
    document.sections[0].header.paragraphs[0].text = "{{p x }}"
    document.save(str(tmp_path / "t.docx"))
    made = filled(tmp_path, {"x": {"document": "part.docx"}})
    assert "Phụ lục" in made.tables[0].rows[0].cells[0].text
    assert "Phụ lục" in [one.text for one in made.sections[0].header.paragraphs]
    with zipfile.ZipFile(tmp_path / "made.docx") as archive:
        assert b"media/" in archive.read("word/_rels/header1.xml.rels")


def _tracked(document: Document, folder: Path) -> None:  # noqa: ARG001  # one of several
    document.add_paragraph("x")._p.append(docx.oxml.OxmlElement("w:ins"))  # type: ignore[attr-defined]  # is there


def _sections(document: Document, folder: Path) -> None:  # noqa: ARG001  # one of several
    document.add_section()


def _field(document: Document, folder: Path) -> None:  # noqa: ARG001  # one of several
    field = docx.oxml.OxmlElement("w:fldSimple")  # type: ignore[attr-defined]  # is there
    field.set(qn("w:instr"), ' INCLUDETEXT "c:\\\\a.docx" ')
    document.add_paragraph("x")._p.append(field)


def _commented(document: Document, folder: Path) -> None:  # noqa: ARG001  # one of several
    paragraph = document.add_paragraph("x")
    document.add_comment(paragraph.runs, "bí mật")


def _outside(document: Document, folder: Path) -> None:  # noqa: ARG001  # one of several
    document.part.relate_to("http://a.vn/a.png", f"{word._OFFICE}/image", is_external=True)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (_tracked, "it has tracked changes"),
        (_sections, "it has section breaks"),
        (_field, "it has the field INCLUDETEXT, which Word writes anew"),
        (_commented, "it has comments"),
        (_outside, "it carries something that runs by itself or comes from elsewhere"),
    ],
)
def test_what_would_go_out_or_change_with_a_document_is_refused_where_the_data_names_it(
    tmp_path: Path, made: Any, reason: str
) -> None:
    document = docx.Document()
    made(document, tmp_path)
    document.save(str(tmp_path / "a.docx"))
    found = refused(tmp_path, {"x": {"document": "a.docx"}})
    assert found[0][:2] == ("document-unfit", "d.json:1:20")
    assert reason == found[0][2]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", b"no zip", "document-unfit"),
        ("a.html", b"<p>x</p>", "document-unfit"),
        ("../a.docx", b"", "graft-outside"),
        ("b.docx", None, "graft-missing"),
    ],
)
def test_what_is_no_document_is_refused_where_the_data_names_it(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / Path(name).name).write_bytes(content)
    assert [one[:2] for one in refused(tmp_path, {"x": {"document": name}})] == [(code, "d.json:1:20")]


@pytest.mark.parametrize("tag", ["{{ x }}", "chữ {{ x }}", "{{r x }}"])
def test_a_document_or_paragraphs_in_a_line_are_refused_at_the_tag(tmp_path: Path, tag: str) -> None:
    part(tmp_path)
    for value in ({"document": "part.docx"}, {"paragraphs": ["a", "b"]}):
        assert [one[:2] for one in refused(tmp_path, {"x": value}, paragraphs("một", tag))] == [
            ("block-in-line", f't.docx: body, paragraph 2, "{tag}"')
        ]


def test_paragraphs_have_styles_rich_text_and_pages_of_their_own(tmp_path: Path) -> None:
    usual(tmp_path, "trước", "{{p x }}", "sau")
    text = [
        "một & hai",
        {"text": "ba", "style": "list bullet", "bold": True},
        {"rich": ["bốn ", {"text": "năm", "italic": True}], "style": "Quote", "new_page": True},
    ]
    made = filled(tmp_path, {"x": {"paragraphs": text}})
    assert lines(made) == ["trước", "một & hai", "ba", "bốn năm", "sau"]
    assert [one.style.name for one in made.paragraphs if one.style] == [
        "Normal",
        "Normal",
        "List Bullet",
        "Quote",
        "Normal",
    ]
    assert [one.paragraph_format.page_break_before for one in made.paragraphs] == [
        None,
        None,
        None,
        True,
        None,
    ]
    assert [
        (run.text, run.bold, run.italic) for one in made.paragraphs[2:4] for run in one.runs if run.text
    ] == [
        ("ba", True, None),
        ("bốn ", None, None),
        ("năm", None, True),
    ]


def test_a_style_that_the_template_does_not_have_is_refused_at_the_tag(tmp_path: Path) -> None:
    for value in (
        {"paragraphs": [{"text": "a", "style": "Nope"}]},
        {"rich": [{"text": "a", "style": "Nope"}]},
    ):
        ((code, place, reason),) = refused(tmp_path, {"x": value}, paragraphs("một", "{{p x }}"))
        assert (code, reason) == ("filter-unfit", "the template has no style 'Nope'")
        assert place == 't.docx: body, paragraph 2, "{{p x }}"'


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({"paragraphs": "a"}, "d.json:1:22"),
        ({"paragraphs": [{"style": "a"}]}, "d.json:1:23"),
        ({"paragraphs": ["a", {"text": "a", "new_page": "có"}]}, "d.json:1:54"),
        ({"rich": [{"text": "a", "link": "javascript:alert(1)"}]}, "d.json:1:39"),
        ({"rich": [{"text": "a", "link": "file:///etc/passwd"}]}, "d.json:1:39"),
    ],
)
def test_what_cannot_be_read_as_paragraphs_or_links_is_told_in_the_data(
    tmp_path: Path, value: Any, place: str
) -> None:
    assert [one[:2] for one in refused(tmp_path, {"x": value})] == [("rich-text", place)]


def test_a_stretch_of_rich_text_leads_somewhere(tmp_path: Path) -> None:
    text = {"rich": ["xem ", {"text": "trang & này", "link": "https://a.vn/?a=1&b=2"}, " nhé"]}
    made = filled(tmp_path, {"x": text}, paragraphs("{{ x }}"))
    (link,) = made.paragraphs[0].hyperlinks
    assert (link.text, link.address) == ("trang & này", "https://a.vn/?a=1&b=2")
    assert made.paragraphs[0].text == "xem trang & này nhé"


def test_pages_of_html_take_in_pieces_of_html_and_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text("<p>trước</p>{{ x }}{{ y }}<p>sau</p>", encoding="utf-8")
    (tmp_path / "a.html").write_text(
        "<html><head><title>tên</title><style>p{color:red}</style></head><body><h2>Phụ lục {{ a }}</h2>"
        "<script>1</script><p>chữ &amp; số</p></body></html>",
        encoding="utf-8",
    )
    data = {"x": {"document": "a.html"}, "y": {"paragraphs": ["một <b>", {"text": "hai", "bold": True}]}}
    (tmp_path / "d.json").write_text(json.dumps(data), encoding="utf-8")
    made = fill(FillOrder(tmp_path / "t.html", tmp_path / "d.json")).written.path
    said = subprocess.run(
        [str(shutil.which("pdftotext")), str(made), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert said.split() == [
        "trước",
        "Phụ",
        "lục",
        "{{",
        "a",
        "}}",
        "chữ",
        "&",
        "số",
        "một",
        "<b>",
        "hai",
        "sau",
    ]
