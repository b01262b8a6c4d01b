"""A document put into another: its paragraphs, tables and pictures, with the styles and lists they need."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reportgen.model.attached import Enclosure
from reportgen.model.package import CONTENT_TYPES
from reportgen.render.word.assembly import Assembly, R
from reportgen.render.word.enclosed import body_of
from reportgen.render.word.lists import Lists
from reportgen.render.word.package import Package, Relation, parse, unpack
from reportgen.render.word.places import PICTURE, Element, W
from reportgen.render.word.style_sheet import Styles

_LEFT_OUT: Final = tuple(
    f"{W}{name}" for name in ("sectPr", "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
)
"""What belongs to the document alone, or to the program that wrote it."""

_OF_WORD_ALONE: Final = "{http://schemas.microsoft.com/office/word/20"
_CHOICE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"


@dataclass(slots=True)
class Enclosures:
    """Puts documents into one part of a file."""

    part: str
    assembly: Assembly
    packages: dict[bytes, Package] = field(default_factory=dict)

    def put_in(self, enclosure: Enclosure, paragraph: Element) -> None:
        """Put a document in the place of a paragraph."""
        content = enclosure.file.content
        package = self.packages.setdefault(content, unpack(content))
        for block in reversed(list(self._blocks(package))):
            paragraph.addnext(block)
        if (holder := paragraph.getparent()) is not None:
            holder.remove(paragraph)

    def _blocks(self, package: Package) -> Iterator[Element]:
        styles = Styles(package, self.assembly, Lists(package, self.assembly))
        relations = {one.id: one for one in package.relations(package.document)}
        for child in body_of(package):
            if child.tag not in _LEFT_OUT:
                block = etree.fromstring(etree.tostring(child, with_tail=False))
                _clean(block)
                styles.settle(block)
                self._relate(block, package, relations)
                yield block

    def _relate(self, block: Element, package: Package, relations: dict[str, Relation]) -> None:
        """Lead pictures and links to where they led before, and number the drawings anew."""
        for element in block.iter(etree.Element):
            for name, value in element.attrib.items():
                if str(name).startswith(R) and (relation := relations.get(str(value))):
                    element.set(name, self._again(package, relation))
        for drawing in block.iter(PICTURE):
            drawing.set("id", str(self.assembly.number()))

    def _again(self, package: Package, relation: Relation) -> str:
        if relation.outside:
            return self.assembly.linked(self.part, relation.target)
        suffix = posixpath.splitext(relation.target)[1].lstrip(".").lower()
        media = self.assembly.media(package.parts[relation.target], suffix, _media_type(package, suffix))
        return self.assembly.related(self.part, relation.sort, media)


def _clean(block: Element) -> None:
    """Take away what only the document itself, or one program, knows what to do with."""
    for element in list(block.iter(etree.Element)):
        for name in list(element.attrib):
            if str(name).startswith((_OF_WORD_ALONE, f"{W}rsid")):
                del element.attrib[name]
        foreign = str(element.tag).startswith(_OF_WORD_ALONE)
        foreign = foreign and next(element.iterancestors(_CHOICE), None) is None
        if (element.tag in _LEFT_OUT or foreign) and (holder := element.getparent()) is not None:
            holder.remove(element)


def _media_type(package: Package, suffix: str) -> str:
    lines = parse(package.parts[CONTENT_TYPES])
    found = {line.get("Extension", "").lower(): line.get("ContentType", "") for line in lines}
    return found.get(suffix, f"image/{suffix}")
