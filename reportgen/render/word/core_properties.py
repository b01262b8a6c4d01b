"""What a Word file says of itself: title, subject, office and date, and nothing of who made the template."""

import datetime as dt
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final

from lxml import etree

from reportgen.model.package import CONTENT_TYPES
from reportgen.render.word.package import PACKAGE_RELATIONS, Package, parse
from reportgen.render.word.places import Element

_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_TERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATION: Final = f"{_RELATIONS}/metadata/core-properties"
_NAME: Final = "docProps/core.xml"
_WORDS: Final = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")

SUBJECT: Final = "Trích yếu"
"""The style of the words below a paper's title."""

_SUBJECT: Final = ("paragraph", SUBJECT.casefold())


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: its title, the office that issues it, its date, and of what it is."""

    title: str
    author: str
    date: dt.date | None
    subject: str = ""


def subject_of(content: bytes, names: Mapping[tuple[str, str], str]) -> str:
    """Read from a filled page what it is about: the words in the style of the subject."""
    style = names.get(_SUBJECT, "")
    begins = content.find(f'<w:pStyle w:val="{style}"/>'.encode()) if style else -1
    if begins < 0:
        return ""
    words = b"".join(_WORDS.findall(content, begins, content.find(b"</w:p>", begins)))
    return " ".join(unescape(words.decode()).split())


def with_properties(package: Package, about: About) -> dict[str, bytes]:
    """Give the parts with properties of their own, without those of the template and without its picture."""
    sorts = {one.target: one.sort for one in package.relations("")}
    gone = {name for name, sort in sorts.items() if sort in {"core-properties", "thumbnail"}}
    parts = {name: content for name, content in package.parts.items() if name not in gone}
    parts[CONTENT_TYPES] = _types(package.parts[CONTENT_TYPES], gone)
    parts[PACKAGE_RELATIONS] = _relations(package.parts[PACKAGE_RELATIONS])
    return {**parts, _NAME: _properties(about)}


def _properties(about: About) -> bytes:
    names = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap=names)
    for tag, text in (
        (f"{{{_DC}}}title", about.title),
        *([(f"{{{_DC}}}subject", about.subject)] if about.subject else []),
        (f"{{{_DC}}}creator", about.author),
        (f"{{{_DC}}}language", "vi-VN"),
        (f"{{{_CORE}}}lastModifiedBy", ""),
        (f"{{{_CORE}}}revision", "1"),
    ):
        etree.SubElement(root, tag).text = text
    for name in ("created", "modified") if about.date else ():
        moment = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        moment.text = f"{about.date}T00:00:00Z"
    return written(root)


def _types(content: bytes, gone: set[str]) -> bytes:
    root = parse(content)
    for override in list(root.iter(f"{{{_TYPES}}}Override")):
        if override.get("PartName", "").lstrip("/") in {*gone, _NAME}:
            root.remove(override)
    etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{_NAME}", ContentType=_TYPE)
    return written(root)


def _relations(content: bytes) -> bytes:
    root = parse(content)
    for relation in list(root):
        if posixpath.basename(relation.get("Type", "")) in {"core-properties", "thumbnail"}:
            root.remove(relation)
    taken = {relation.get("Id") for relation in root}
    free = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
    etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=free, Type=_RELATION, Target=_NAME)
    return written(root)


def written(root: Element) -> bytes:
    """Write a part as Word does."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
