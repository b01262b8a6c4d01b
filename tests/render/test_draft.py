"""A paper with a gap is a draft, and says so on each of its pages; one without a gap is none."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from pypdfium2 import PdfDocument

from reportgen.batch import Order, make_plan
from reportgen.kinds import Shelf
from reportgen.model.artifact import Artifact
from reportgen.pipeline import produce
from reportgen.proof import faults
from reportgen.render.word.draft import MARK, marked_template

KIND = """\
title: Báo cáo
fields:
  number: code
  signer: {group: {name: text}, optional: true}
  items: {list: {what: text}, optional: true}
  units: {rows: {unit: text, staff: count, phone: code?}, optional: true}
figures: {staff: sum(units.staff)}
outputs: {docx: note.docx, pdf: note.html}
"""
PAGE = "<!doctype html><html><body><p>Số {{ number }}</p><p style='break-before:page'>hai</p></body></html>"


def produced(folder: Path, data: str, target: str) -> Artifact:
    """Make the paper of a small kind from a data file."""
    place = folder / "templates/note"
    place.mkdir(parents=True, exist_ok=True)
    (place / "kind.yaml").write_text(KIND, encoding="utf-8")
    (place / "note.html").write_text(PAGE, encoding="utf-8")
    document = docx.Document()
    document.add_paragraph("Số {{ number }}")
    document.save(str(place / "note.docx"))
    (folder / "data.yaml").write_text(f"kind: note\n{data}", encoding="utf-8")
    order = Order(Shelf([folder / "templates"]), dt.date(2025, 1, 1), (target,))
    (document_asked,) = make_plan(folder / "data.yaml", order).documents
    return produce(document_asked.paper, target)


def drawn(artifact: Artifact) -> list[str]:
    """Read everything that stands on each page of a PDF, margins too."""
    return [page.get_textpage().get_text_bounded() for page in PdfDocument(artifact.content)]


GAPS = {
    "a value": "number:",
    "in a group": "number: 1\nsigner: {name: }",
    "in a list": "number: 1\nitems: [{what: a}, {what: }]",
    "in a table": "number: 1\nunits: [{unit: a, staff: 1}, {unit: b, staff: }]",
}


@pytest.mark.parametrize("data", GAPS.values(), ids=GAPS)
def test_every_page_of_a_paper_with_a_gap_says_that_it_is_a_draft(data: str, tmp_path: Path) -> None:
    artifact = produced(tmp_path, data, "pdf")

    assert [MARK in page for page in drawn(artifact)] == [True, True]
    assert faults(artifact.content) == []


def test_a_paper_without_a_gap_is_no_draft_though_optional_values_were_not_given(tmp_path: Path) -> None:
    data = "number: 1\nunits: [{unit: a, staff: 1}]"

    assert [MARK in page for page in drawn(produced(tmp_path, data, "pdf"))] == [False, False]
    assert MARK not in headers(produced(tmp_path, data, "docx").content)


def test_a_word_template_without_headers_gets_one_that_says_it(tmp_path: Path) -> None:
    assert headers(produced(tmp_path, "number:", "docx").content) == [MARK]


def test_first_and_even_pages_and_later_sections_say_it_too() -> None:
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].header.paragraphs[0].text = "của cơ quan"
    later = document.add_section(WD_SECTION.NEW_PAGE)
    later.different_first_page_header_footer = True
    later.header.is_linked_to_previous = False
    later.header.paragraphs[0].text = "phụ lục"

    marked = docx.Document(io.BytesIO(marked_template(saved(document))))

    first, second = marked.sections
    assert [p.text for p in first.header.paragraphs] == [MARK, "của cơ quan"]
    assert [p.text for p in second.header.paragraphs] == [MARK, "phụ lục"]
    assert second.first_page_header.paragraphs[0].text == MARK
    assert first.even_page_header.paragraphs[0].text == MARK


def test_what_is_no_word_file_stays_as_it_is() -> None:
    assert marked_template(b"PK no") == b"PK no"


def saved(document: "docx.document.Document") -> bytes:
    """Give the bytes of a document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def headers(content: bytes) -> list[str]:
    """List the words of the headers of a Word file, part by part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if "/header" in name and name.endswith(".xml")]
    if not names:
        return []
    found = docx.Document(io.BytesIO(content))
    return [
        paragraph.text
        for section in found.sections
        for paragraph in section.header.paragraphs
        if paragraph.text
    ]
