"""What a Word template carries besides its words: nothing that runs, and nothing from elsewhere."""

from collections.abc import Collection, Iterator
from typing import Final

from lxml import etree

from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.render.pictures import unfit_drawing
from reportgen.render.word.package import Package, parse
from reportgen.render.word.places import TAG, Element

_ACTIVE: Final = frozenset(
    {"vbaProject", "wordVbaData", "control", "activeXControlBinary", "oleObject", "aFChunk", "subDocument"}
    | {"attachedToolbars", "keyMapCustomizations", "extensibility", "userCustomization"}
    | {"webextension", "webextensiontaskpanes"}
)
"""Sorts of parts that run by themselves, or put other files into the page when it is opened."""

_ACTIVE_TAGS: Final = frozenset({"altChunk", "subDoc", "control", "OLEObject", "mailMerge"})
"""The same as elements: a reader of the file may not ask of what sort a part is."""

_LINKS: Final = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
"""Elements that lead somewhere only when somebody clicks on them."""

_VML: Final = "{urn:schemas-microsoft-com:vml}"
_OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
_PAINTED: Final = tuple(f"{_VML}{name}" for name in ("imagedata", "fill", "stroke"))
_ADDRESSES: Final = ("src", "althref", f"{_OFFICE}href", f"{_OFFICE}althref")
_SUSPECTS: Final = (*_PAINTED, *(f"{{*}}{name}" for name in sorted(_ACTIVE_TAGS)))
"""All that may be a fault in a part that leads nowhere outside."""

_RELATIONS: Final = "/relationships}"
_SVG: Final = "{http://www.w3.org/2000/svg}svg"


def carried_faults(package: Package, filled: Collection[str], file: str) -> Iterator[Diagnostic]:
    """List what a template must not carry; what is XML is read, also where nothing is filled."""
    for part in ("", *package.parts):
        yield from _relation_faults(package, part, file)
    for part, content in package.parts.items():
        if _is_xml(part, content):
            yield from _part_faults(package, part, parse(content), file)
        if part.endswith(".xml") and part not in filled and (b"{{" in content or b"{%" in content):
            yield from _unreached(part, content, file)


def _relation_faults(package: Package, part: str, file: str) -> Iterator[Diagnostic]:
    for relation in package.relations(part):
        if relation.outside and relation.sort != "hyperlink":
            yield report("word-outside-link", Origin(file), sort=relation.sort, target=relation.target)
        elif relation.sort in _ACTIVE:
            yield report("word-active", Origin(file), what=relation.sort)


def _is_xml(part: str, content: bytes) -> bool:
    """Tell what a program would read as XML, whatever its name."""
    return part.endswith((".xml", ".rels")) or content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _part_faults(package: Package, part: str, root: Element, file: str) -> Iterator[Diagnostic]:
    if root.tag == _SVG:
        if why := unfit_drawing(root, alone=True):
            yield report("asset-unfit", Origin(file, place=part), url=part, reason=why)
        return
    links = {one.id: one.target for one in package.relations(part) if one.outside}
    for element in root.iter(*([etree.Element] if links else _SUSPECTS)):
        name = etree.QName(element).localname
        if name in _ACTIVE_TAGS:
            yield report("word-active", Origin(file, place=part), what=name)
        elif name not in _LINKS:
            for target in _taken_in(element, links):
                yield report("word-outside-link", Origin(file, place=part), sort=name, target=target)


def _taken_in(element: Element, links: dict[str, str]) -> Iterator[str]:
    """List the addresses that an element shows something from without being clicked on."""
    for name, value in element.attrib.items():
        if value in links and (_RELATIONS in str(name) or name == f"{_OFFICE}relid"):
            yield links[str(value)]
        elif element.tag in _PAINTED and name in _ADDRESSES and value:
            yield str(value)


def _unreached(part: str, content: bytes, file: str) -> Iterator[Diagnostic]:
    """Find tags where nothing is filled: the file's properties, comments, charts."""
    for tag in TAG.findall("".join(map(str, parse(content).itertext()))):
        yield report("word-tag-unreached", Origin(file, place=part), tag=tag)
