"""Figures in Word papers are content controls that are bound to what the file carries."""

import zipfile
from pathlib import Path
from typing import Any

from lxml import etree
from openxml_audit import OpenXmlValidator

from reportgen.model.manifest import NAMESPACE, STORE
from tests.helpers import word
from tests.helpers.carrying import build, manifest_of
from tests.helpers.cases import split, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

WORD = """
--- templates/k/kind.yaml
title: Báo cáo
fields: {round: count, units: {rows: {name: text, staff: count}, key: name}}
tables: {by_name: {of: units, by: name, figures: {staff: sum(units.staff)}}}
figures:
  staff: {formula: sum(units.staff), label: Tổng số CBQL}
  places_count: count(units)
  tỷ_lệ: staff / places_count
outputs: {docx: paper.docx}
--- data.yaml
kind: k
round: 2
units: [{name: An Lão, staff: 641}, {name: Cát Hải, staff: 1}]
"""
ROW = "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"


def a_paper(folder: Path, body: str, header: str = "") -> zipfile.ZipFile:
    """Make a paper of a Word template written as XML, and open it."""
    write(folder, split(WORD)[1])
    word.minimal(folder / "templates" / "k" / "paper.docx", body, header=header)
    (paper,) = build(folder / "data.yaml", to=folder / "out", templates=folder / "templates")
    assert mistakes(paper) <= mistakes(folder / "templates" / "k" / "paper.docx")
    return zipfile.ZipFile(paper)


def mistakes(file: Path) -> set[str]:
    """Tell what is wrong with a Word file."""
    return {f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(str(file)).errors}


def controls(archive: zipfile.ZipFile, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """List the controls of a part: the name that they are tagged with, and what they show."""
    root = etree.fromstring(archive.read(part))
    found = []
    for control in root.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        assert tag is not None
        found.append((tag.get(f"{W}val", ""), "".join(text.text or "" for text in control.iter(f"{W}t"))))
    return found


def test_figures_and_totals_are_controls_and_rows_are_not(tmp_path: Path) -> None:
    body = word.paragraph(
        "Đợt {{ round }}: {{ staff }} người, {{ tỷ_lệ }} mỗi nơi ({{ staff }})."
    ) + word.paragraph(
        "{% for d in by_name %}{{ d.name }} {{ d.staff }} {% endfor %}{{ by_name.total.staff }}"
    )
    with a_paper(tmp_path, body) as archive:
        assert controls(archive) == [
            ("staff", "642"), ("tỷ_lệ", "321"), ("staff", "642"), ("by_name.total.staff", "642"),
        ]  # fmt: skip
        root = etree.fromstring(archive.read("word/document.xml"))
        ids = [one.get(f"{W}val") for one in root.iter(f"{W}id")]
        assert len(set(ids)) == 4
        bindings = list(root.iter(f"{W}dataBinding"))
        assert {one.get(f"{W}storeItemID") for one in bindings} == {STORE}
        assert b'Ignorable="w15"' in archive.read("word/document.xml")
        store: Any = etree.fromstring(archive.read("customXml/item1.xml"))
        for bound in bindings:
            (node,) = store.xpath(bound.get(f"{W}xpath", ""), namespaces={"m": NAMESPACE})
            assert node.text == {"staff": "642", "tỷ_lệ": "321"}.get(etree.QName(node).localname, "642")


def test_a_control_has_the_look_of_its_words_and_neither_frame_nor_lock(tmp_path: Path) -> None:
    body = word.paragraph("Có {{ staff }} người", style="<w:b/><w:sz w:val='28'/>")
    with a_paper(tmp_path, body) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    (control,) = root.iter(f"{W}sdt")
    looks = [etree.tostring(one) for one in root.iter(f"{W}rPr")]

    assert len(set(looks)) == 1
    assert len(looks) == 4
    assert control.find(f"{W}sdtPr/{W}lock") is None
    assert "hidden" in [
        one.get("{http://schemas.microsoft.com/office/word/2012/wordml}val") for one in control.iter()
    ]
    assert "".join(str(text) for text in root.itertext()) == "Có 642 người"


def test_figures_in_headers_merged_cells_links_and_fields_keep_their_places(tmp_path: Path) -> None:
    merged = [
        ROW % (f"<w:vMerge{how}/>", text) for how, text in ((" w:val='restart'", "{{ staff }}"), ("", ""))
    ]
    rows = "".join(f"<w:tr>{cell}{ROW % ('', '{{ places_count }}')}</w:tr>" for cell in merged)
    width, column = "<w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr>", "<w:gridCol w:w='2000'/>"
    grid = f"{width}<w:tblGrid>{2 * column}</w:tblGrid>"
    field = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{{ staff }}</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    link = (
        "<w:p><w:hyperlink w:anchor='x'><w:r><w:tab/><w:t>{{ staff }}</w:t><w:br/></w:r></w:hyperlink></w:p>"
    )
    body = f"<w:tbl>{grid}{rows}</w:tbl>{field}{link}"
    with a_paper(tmp_path, body, header=word.paragraph("{{ staff }} người")) as archive:
        assert controls(archive) == [
            ("staff", "642"), ("places_count", "2"), ("places_count", "2"),
            ("staff", "642"), ("staff", "642"),
        ]  # fmt: skip
        assert controls(archive, "word/header1.xml") == [("staff", "642")]
        assert archive.read("word/document.xml").count(b"<w:tab/>") == 1


def test_a_figure_inside_a_control_of_the_template_gets_none_of_its_own(tmp_path: Path) -> None:
    own = (
        "<w:p><w:sdt><w:sdtPr><w:tag w:val='own'/><w:id w:val='5'/><w:text/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>{{ staff }}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    with a_paper(tmp_path, own + word.paragraph("{{ staff }}")) as archive:
        assert controls(archive) == [("own", "642"), ("staff", "642")]


def test_a_finished_paper_that_became_a_template_carries_only_its_own_manifest(tmp_path: Path) -> None:
    a_paper(tmp_path, word.paragraph("Đợt {{ round }}: {{ staff }} người, {{ places_count }} nơi")).close()
    finished = tmp_path / "out" / "k.docx"
    template = tmp_path / "templates" / "k" / "paper.docx"
    with zipfile.ZipFile(finished) as archive, zipfile.ZipFile(template, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name).decode().replace("> nơi<", "> nơi, đợt {{ round }}<")
            copy.writestr(name, content)
        copy.writestr("word/own.xml", "<own/>")
    (paper,) = build(tmp_path / "data.yaml", to=tmp_path / "again", templates=tmp_path / "templates")

    with zipfile.ZipFile(paper) as archive:
        found = [name for name in archive.namelist() if name.startswith("customXml/item")]
        assert found == ["customXml/item1.xml", "customXml/itemProps1.xml"]
        assert archive.read("word/_rels/document.xml.rels").count(b"customXml") == 2
        assert archive.getinfo("word/own.xml").compress_type == zipfile.ZIP_STORED, "it was packed anew"
    assert mistakes(paper) <= mistakes(template)
    assert ", đợt" in [text for text, _ in manifest_of(paper).page][-2]
