"""The manifest of a Word file: a part of its own, with an element for each figure that a control shows."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from itertools import count
from typing import Any, Final

from lxml import etree

from reportgen.model.manifest import NAMESPACE, STORE, TOTAL, Manifest

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM: Final = f"{_OFFICE}/customXml"
_PART: Final = f"{_OFFICE}/relationships/customXml"
_PROPERTIES: Final = f"{_OFFICE}/relationships/customXmlProps"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_BODY: Final = "officeDocument"
_PIECE: Final = 1_000_000
"""So many letters stand in one element: readers of XML take no text of more than 10 MB."""

Parts = dict[str, bytes]


def embedded(content: bytes, manifest: Manifest, text: str) -> bytes:
    """Give a Word file a part with its manifest; one that its template had is another paper's."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        parts = {entry.filename: archive.read(entry) for entry in entries}
    _forget(parts)
    number = next(n for n in count(1) if f"customXml/item{n}.xml" not in parts)
    parts[f"customXml/item{number}.xml"] = _item(manifest, text)
    parts[f"customXml/itemProps{number}.xml"] = _item_properties()
    parts[f"customXml/_rels/item{number}.xml.rels"] = _item_relations(number)
    body = _body(parts)
    _relate(parts, body, posixpath.relpath(f"customXml/item{number}.xml", posixpath.dirname(body) or "."))
    _say_type(parts, f"/customXml/itemProps{number}.xml")
    return _packed(parts, entries)


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


def _body(parts: Mapping[str, bytes]) -> str:
    """Name the part that holds the text."""
    lines = etree.fromstring(parts["_rels/.rels"])
    return next(line.get("Target", "") for line in lines if _sort(line) == _BODY).lstrip("/")


def _default(space: str) -> Any:
    """Let elements of a space stand without a prefix; the types of lxml do not know that."""
    return {None: space}


def _sort(line: etree._Element) -> str:
    return posixpath.basename(line.get("Type", ""))


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relate(parts: Parts, body: str, target: str) -> None:
    empty = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
    root = etree.fromstring(parts.get(_relations_of(body), empty))
    _add_relation(root, _PART, target)
    parts[_relations_of(body)] = _written(root)


def _say_type(parts: Parts, name: str) -> None:
    root = etree.fromstring(parts[_CONTENT_TYPES])
    if not any(line.get("Extension") == "xml" for line in root):
        default = root.makeelement(f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
        root.insert(0, default)
    etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=_PROPERTIES_TYPE)
    parts[_CONTENT_TYPES] = _written(root)


def _forget(parts: Parts) -> None:
    """Leave out a manifest that came with the template, which was a finished paper then."""
    ours = {
        name
        for name, content in parts.items()
        if posixpath.dirname(name) == "customXml" and NAMESPACE.encode() in content
    }
    if not ours:
        return
    names = {posixpath.basename(name) for name in ours}
    for name in (ours | {_relations_of(name) for name in ours}) & parts.keys():
        del parts[name]
    for name in (_CONTENT_TYPES, _relations_of(_body(parts))):
        root = etree.fromstring(parts[name])
        for line in [one for one in root if _last(one.get("PartName", one.get("Target", ""))) in names]:
            root.remove(line)
        parts[name] = _written(root)


def _last(path: str | None) -> str:
    return posixpath.basename(path or "")


def _packed(parts: Parts, entries: list[zipfile.ZipInfo]) -> bytes:
    """Put the file together in its order, what is new at its end."""
    order = {entry.filename: place for place, entry in enumerate(entries)}
    finished = io.BytesIO()
    with zipfile.ZipFile(finished, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (order.get(name, len(order)), name)):
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return finished.getvalue()


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
