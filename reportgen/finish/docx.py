"""The manifest of a Word file: a part of its own, with an element for each figure that a control shows."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from typing import Any, Final

from lxml import etree

from reportgen.model.manifest import NAMESPACE, STORE, TOTAL, Manifest
from reportgen.packing import Bundle, Member, packed, taken_apart

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM: Final = f"{_OFFICE}/customXml"
_PART: Final = f"{_OFFICE}/relationships/customXml"
_PROPERTIES: Final = f"{_OFFICE}/relationships/customXmlProps"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_OWN: Final = "customXml"
_BODY: Final = "officeDocument"
_PACKAGE: Final = "_rels/.rels"
_NO_RELATIONS: Final = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
_PIECE: Final = 1_000_000
"""So many letters stand in one element: readers of XML take no text of more than 10 MB."""


def embedded(content: bytes, manifest: Manifest, text: str) -> bytes:
    """Give a Word file of the press a part with its manifest; one that its template had is another paper's.

    All other parts stay packed as they lie there, but for the two that tell of the new one.
    """
    parts = taken_apart(content)
    gone = _carried(parts)
    body = _body(parts[_PACKAGE])
    taken = parts.keys() - gone
    number = next(n for n in count(1) if f"{_OWN}/item{n}.xml" not in taken)
    item = packed(f"{_OWN}/item{number}.xml", _item(manifest, text))
    told = _told(parts[_CONTENT_TYPES], parts.get(_relations_of(body)), body, number, gone)
    changed = {**told, f"{_OWN}/item{number}.xml": item}
    members = [changed.get(name) or part for name, part in parts.items() if name not in gone]
    members += [member for name, member in sorted(changed.items()) if name not in taken]
    first = next(place for place, one in enumerate(members) if one is parts.get(body))
    return _begun(tuple(members[:first])).with_members(members[first:]).archive()


@lru_cache(maxsize=16)
def _begun(members: tuple[Member, ...]) -> Bundle:
    """Put the parts before the body together, which papers of a template have in common."""
    return Bundle().with_members(members)


@lru_cache(maxsize=64)
def _told(
    types: Member, relations: Member | None, body: str, number: int, gone: frozenset[str]
) -> dict[str, Member]:
    """Pack what tells of a manifest and is the same in all papers of a template, by name."""
    lines = _NO_RELATIONS if relations is None else relations.content
    item = posixpath.relpath(f"{_OWN}/item{number}.xml", posixpath.dirname(body) or ".")
    parts = {
        _CONTENT_TYPES: _with_type(_without(types.content, gone), f"/{_OWN}/itemProps{number}.xml"),
        _relations_of(body): _related(_without(lines, gone), item),
        f"{_OWN}/itemProps{number}.xml": _item_properties(),
        f"{_OWN}/_rels/item{number}.xml.rels": _item_relations(number),
    }
    return {name: packed(name, part) for name, part in parts.items()}


def _item(manifest: Manifest, text: str) -> bytes:
    root = etree.Element(f"{{{NAMESPACE}}}manifest", nsmap=_default(NAMESPACE))
    figures = etree.SubElement(root, f"{{{NAMESPACE}}}figures")
    for name, _, entry in manifest.entries:
        if entry.at in {"", TOTAL} and entry.printed and (tag := _tag(name)):
            etree.SubElement(figures, tag).text = entry.printed
    for start in range(0, len(text), _PIECE):
        etree.SubElement(root, f"{{{NAMESPACE}}}json").text = text[start : start + _PIECE]
    return _written(root)


def _tag(name: str) -> etree.QName | None:
    try:
        return etree.QName(NAMESPACE, name)
    except ValueError:  # an identifier of Python that is no name in XML; its figure has no control either
        return None


def _item_properties() -> bytes:
    root = etree.Element(f"{{{_CUSTOM}}}datastoreItem", nsmap={"ds": _CUSTOM})
    root.set(f"{{{_CUSTOM}}}itemID", STORE)
    schemas = etree.SubElement(root, f"{{{_CUSTOM}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_CUSTOM}}}schemaRef", {f"{{{_CUSTOM}}}uri": NAMESPACE})
    return _written(root)


def _item_relations(number: int) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap=_default(_RELATIONS))
    _add_relation(root, _PROPERTIES, f"itemProps{number}.xml")
    return _written(root)


def _add_relation(root: etree._Element, sort: str, target: str) -> None:
    taken = {line.get("Id") for line in root}
    name = next(free for n in count(1) if (free := f"rId{n}") not in taken)
    etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=name, Type=sort, Target=target)


@lru_cache(maxsize=64)
def _body(relations: Member) -> str:
    """Name the part that holds the text."""
    lines = etree.fromstring(relations.content)
    return next(line.get("Target", "") for line in lines if _sort(line) == _BODY).lstrip("/")


def _default(space: str) -> Any:
    """Let elements of a space stand without a prefix; the types of lxml do not know that."""
    return {None: space}


def _sort(line: etree._Element) -> str:
    return posixpath.basename(line.get("Type", ""))


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _related(relations: bytes, target: str) -> bytes:
    root = etree.fromstring(relations)
    _add_relation(root, _PART, target)
    return _written(root)


def _with_type(types: bytes, name: str) -> bytes:
    root = etree.fromstring(types)
    if not any(line.get("Extension") == "xml" for line in root):
        default = root.makeelement(f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
        root.insert(0, default)
    etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=_PROPERTIES_TYPE)
    return _written(root)


def _carried(parts: Mapping[str, Member]) -> frozenset[str]:
    """Name the parts of a manifest that came with the template, which was a finished paper then."""
    ours = {
        name
        for name, part in parts.items()
        if name.startswith(_OWN) and posixpath.dirname(name) == _OWN and NAMESPACE.encode() in part.content
    }
    return frozenset(parts.keys() & (ours | {_relations_of(name) for name in ours}))


def _without(content: bytes, gone: frozenset[str]) -> bytes:
    """Leave out the lines that tell of parts which are gone."""
    root, names = etree.fromstring(content), {posixpath.basename(name) for name in gone}
    for line in [one for one in root if _last(one.get("PartName", one.get("Target", ""))) in names]:
        root.remove(line)
    return _written(root)


def _last(path: str | None) -> str:
    return posixpath.basename(path or "")


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
