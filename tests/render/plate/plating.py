"""Pages of one template and one set of values, printed three ways: from plates, as trees, and by docxtpl."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree
from markupsafe import Markup

from reportgen.model.artifact import Artifact
from reportgen.model.context import Context
from reportgen.model.manifest import STORE
from reportgen.render.docx import render
from reportgen.render.word.assembly import Assembly
from reportgen.render.word.controls import Controls
from reportgen.render.word.draft import marked_template
from reportgen.render.word.end import keep_last_lines
from reportgen.render.word.head import fit_head
from reportgen.render.word.package import unpack
from reportgen.render.word.template import WordTemplate, read_template
from reportgen.render.word.text import PageText
from reportgen.render.word.tidy import tidy
from reportgen.render.word.tree import WordTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OUR_OWN = ("docProps/", "[Content_Types].xml", "_rels/.rels", "word/styles.xml")
"""What a paper of ours has of its own: its title, its date and the sizes of its head."""


def from_plates(template: Path, context: Context) -> Artifact:
    """Print as a batch does; nothing takes the long way."""
    artifact = render(template, context, title="t", date=None)
    assert artifact.detours == {}
    return artifact


def read(template: Path, context: Context) -> WordTemplate:
    """Read a template as the press does, a draft's with its mark."""
    content = template.read_bytes()
    return read_template(
        marked_template(content) if context.draft else content, str(template), free=context.free
    )


def as_trees(template: Path, context: Context) -> dict[str, PageText]:
    """Print every part the long way."""
    tree = WordTree(read(template, context), context, Controls(context.figures))
    return {part.name: tree.page(part) for part in tree.template.parts}


def by_docxtpl(template: Path, context: Context) -> bytes:
    """Print as docxtpl's guide has it, with the same filters and the same way to show a value."""
    environment = Environment(
        autoescape=True, finalize=lambda value: value if isinstance(value, Markup) else context.shown(value)
    )
    environment.filters |= {**context.filters, "unprinted": context.shown}
    content = template.read_bytes()
    document = DocxTemplate(io.BytesIO(marked_template(content) if context.draft else content))
    document.render(dict(context.values), environment, autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def parts(content: bytes) -> Mapping[str, bytes]:
    return unpack(content).parts


def same_both_ways(template: Path, context: Context) -> Artifact:
    """Print from plates and as trees: every part and every word of the script must be the same."""
    artifact = from_plates(template, context)
    made, pages = parts(artifact.content), as_trees(template, context)
    for name, page in pages.items():
        alike = joined if STORE.encode() in page.content else canonical
        assert alike(made[name]) == alike(page.content)
    script = [
        (*piece, name) for page in pages.values() for piece, name in zip(page.pieces, page.names, strict=True)
    ]
    own = artifact.script
    assert words(own.pieces) == words(piece[:2] for piece in script)
    named = [name for (_, emitted), name in zip(own.pieces, own.names, strict=True) if emitted]
    assert named == [name for _, emitted, name in script if emitted]
    return artifact


def same_as_docxtpl(template: Path, context: Context) -> None:
    """Hold every part that docxtpl writes against ours."""
    ours, theirs = parts(from_plates(template, context).content), parts(by_docxtpl(template, context))
    for name, content in theirs.items():
        if not name.startswith(OUR_OWN):
            assert plain(ours[name]) == plain(_finished(content, read(template, context))), name


def without_pictures(context: Context) -> Context:
    """Leave photos and charts out of a paper; these are put into a tree."""
    appendix = {**cast("dict[str, Any]", context.values.get("appendix", {})), "photos": None}
    values = {**context.values, "photos": (), "with_chart": False, "appendix": appendix}
    return replace(context, values=values)


def _finished(content: bytes, template: WordTemplate) -> bytes:
    """Set the head and the end of a paper, which docxtpl leaves as the template has them."""
    if b"<w:body>" not in content:
        return content
    root = etree.fromstring(content)
    tidy(root)
    keep_last_lines(root, template.styles)
    assert list(fit_head(root, template, Assembly(template.package))) == []
    return etree.tostring(root)


def canonical(content: bytes) -> bytes:
    """Write a part so that equal ones are equal bytes; what keeps spaces, and names of paragraphs, aside."""
    root = etree.fromstring(content)
    for element in root.iter():
        for name in [*element.attrib]:
            if name == SPACE or str(name).endswith("}paraId"):
                del element.attrib[name]
    return etree.tostring(root, method="c14n")


def plain(content: bytes) -> bytes:
    """Leave out besides that figures are controls, and what `joined` does."""
    if not content.lstrip().startswith(b"<"):
        return content
    root = etree.fromstring(content)
    root.attrib.pop(IGNORABLE, "")
    for control in list(root.iter(f"{W}sdt")):
        if STORE in etree.tostring(control, encoding="unicode"):
            for child in reversed([*control.iterfind(f"{W}sdtContent/*")]):
                control.addnext(child)
            _remove(control)
    return joined(etree.tostring(root))


def joined(content: bytes) -> bytes:
    """Leave out besides in how many runs and texts equal letters stand, and how drawings are numbered."""
    root = etree.fromstring(canonical(content))
    for number, drawing in enumerate(root.iter(f"{WP}docPr")):
        drawing.set("id", str(number))
    for element in list(root.iter(f"{W}softHyphen")):
        element.tag, element.text = f"{W}t", "\u00ad"
    for empty in [one for one in root.iter(f"{W}rPr") if not len(one)]:
        _remove(empty)
    for paragraph in list(root.iter(f"{W}p")):
        _join(paragraph, f"{W}r", _look)
    for run in list(root.iter(f"{W}r")):
        _join(run, f"{W}t", lambda _: b"")
    for empty in [one for one in root.iter(f"{W}t") if not one.text]:
        _remove(empty)
    for empty in [one for one in root.iter(f"{W}r") if all(child.tag == f"{W}rPr" for child in one)]:
        _remove(empty)
    return etree.tostring(root, method="c14n", exclusive=True)


def words(pieces: Any) -> list[tuple[str, bool]]:
    """Join what stands side by side, and take white space out of the template's own words."""
    found = (
        (emitted, [text for text, _ in some]) for emitted, some in groupby(pieces, key=lambda one: one[1])
    )
    return [
        piece
        for emitted, texts in found
        for piece in ([(text, True) for text in texts] if emitted else _own(texts))
    ]


def _own(texts: list[str]) -> Iterator[tuple[str, bool]]:
    if text := "".join("".join(texts).split()):
        yield text, False


def _look(run: etree._Element) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def _join(holder: etree._Element, tag: str, look: Any) -> None:
    before: etree._Element | None = None
    for element in list(holder):
        if before is None or element.tag != tag or before.tag != tag or look(before) != look(element):
            before = element
            continue
        before.text = (before.text or "") + (element.text or "") or None
        before.extend(child for child in element if child.tag != f"{W}rPr")
        holder.remove(element)


def _remove(element: etree._Element) -> None:
    holder = element.getparent()
    assert holder is not None
    holder.remove(element)


def members(content: bytes) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {entry.filename: entry for entry in archive.infolist()}
