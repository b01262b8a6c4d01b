"""A template filled with reportgen and with docxtpl itself, so that the two documents can be compared."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import ooxml_integrity
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from openxml_audit import OpenXmlValidator

from reportgen.compose import plain_context
from reportgen.model.artifact import Artifact
from reportgen.model.context import Context
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import RenderError
from reportgen.model.origin import Sources
from reportgen.model.plain import PlainData
from reportgen.readback import missing, read_back
from reportgen.render.docx import names, render
from tests.helpers import word
from tests.render.plate.plating import same_both_ways

DATA: dict[str, Any] = {
    "a": "Sở GD&ĐT",
    "b": "x < y",
    "yes": True,
    "no": False,
    "colour": "FFCC00",
    "n": 2,
    "labels": ["Một", "Hai", "Ba"],
    "groups": [
        {"name": "Tổ 1", "people": [{"ten": "An"}, {"ten": "Bình"}]},
        {"name": "Tổ 2", "people": [{"ten": "Chi"}]},
    ],
}


def context_of(data: Mapping[str, Any]) -> Context:
    return plain_context(PlainData("d.yaml", data, Sources("d.yaml")))


def ours(template: Path, data: Mapping[str, Any] = DATA) -> Artifact:
    context = context_of(data)
    found, _ = names(template, "t.docx", context.shape, context.filters, free=True)
    assert [str(one) for one in found] == []
    artifact = render(template, context, title="t", date=None)
    assert missing(artifact.script, read_back(artifact.content, artifact.media_type)) == []
    if not artifact.detours:
        same_both_ways(template, context)
    made = template.with_name("made.docx")
    made.write_bytes(artifact.content)
    assert wrong(made) <= wrong(template)
    assert ooxml_integrity.check(str(made)) == []
    return artifact


def wrong(path: Path) -> set[str]:
    return {str(error.description) for error in OpenXmlValidator().validate(str(path)).errors}


def theirs(
    template: Path,
    data: Mapping[str, Any] = DATA,
    *,
    made_with: Callable[[DocxTemplate], Mapping[str, Any]] = lambda _: {},
) -> Document:
    """Fill a template with docxtpl itself; ``made_with`` gives values that only its own classes make."""
    made = DocxTemplate(str(template))
    made.render({**data, **made_with(made)}, autoescape=True)
    target = io.BytesIO()
    made.save(target)
    return docx.Document(target)


def opened(artifact: Artifact) -> Document:
    return docx.Document(io.BytesIO(artifact.content))


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def tables(document: Document) -> list[list[list[str]]]:
    """Give each table's rows, each cell as its text with what is said of it."""
    return [
        [[_cell(cell) for cell in row.findall(qn("w:tc"))] for row in table.findall(qn("w:tr"))]
        for table in document.element.body.iter(qn("w:tbl"))
    ]


def _cell(cell: Any) -> str:
    said = [
        f"{name}={element.get(qn('w:fill' if name == 'shd' else 'w:val'))}"
        for name in ("gridSpan", "vMerge", "shd")
        for element in cell.findall(f"{qn('w:tcPr')}/{qn(f'w:{name}')}")
    ]
    return " ".join(["".join(text.text or "" for text in cell.iter(qn("w:t"))), *said])


def grids(document: Document) -> list[list[int]]:
    return [
        [int(column.get(qn("w:w"))) for column in grid.findall(qn("w:gridCol"))]
        for grid in document.element.body.iter(qn("w:tblGrid"))
    ]


def refused(template: Path, data: Mapping[str, Any] = DATA) -> Diagnostic:
    context = context_of(data)
    with pytest.raises(RenderError) as caught:
        render(template, context, title="t", date=None)
    return caught.value.diagnostics[0]


def template(folder: Path, body: str, **parts: Any) -> Path:
    return word.minimal(folder / "t.docx", body, **parts)


def paragraphs(*texts: str) -> str:
    return "".join(map(word.paragraph, texts))
