"""What a filled Word file gets besides its template's parts: pictures, links and what these belong to."""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from lxml import etree

from reportgen.model.package import CONTENT_TYPES
from reportgen.render.word.controls import Controls
from reportgen.render.word.package import Package, parse
from reportgen.render.word.places import Element

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R: Final = f"{{{OFFICE}}}"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_DRAWING: Final = re.compile(rb"<wp:docPr [^>]*?\bid=\"(\d{1,9})\"")
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(slots=True)
class Assembly:
    """The parts that are added to a template's package or changed in it, while its pages are filled.

    Names are made of contents and numbers in their order, so that the same data makes the same bytes.
    """

    package: Package
    controls: Controls = field(default_factory=Controls)
    trees: dict[str, Element] = field(default_factory=dict)
    added: dict[str, bytes] = field(default_factory=dict)
    suffixes: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    relations: dict[tuple[str, str, str], str] = field(default_factory=dict)
    replaced: set[tuple[str, str]] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    drawings: int = 0

    def media(self, content: bytes, suffix: str, media_type: str) -> str:
        """Keep a picture once, and give the name of its part."""
        name = f"word/media/{hashlib.sha256(content).hexdigest()[:16]}.{suffix}"
        self.added[name] = content
        self.suffixes[suffix] = media_type
        return name

    def own_part(self, sort: str, name: str, media_type: str, empty: bytes) -> Element:
        """Give what belongs to the body once, such as its styles; make it where the template has none."""
        found = [one.target for one in self.package.relations(self.package.document) if one.sort == sort]
        if not found and name not in self.trees:
            self.kinds[name] = media_type
            self.related(self.package.document, sort, name)
        return self.tree(found[0] if found else name, empty)

    def number(self) -> int:
        """Give a drawing a number that no other of the file has."""
        if not self.drawings:
            found = (_DRAWING.findall(content) for name, content in self.package.parts.items() if _page(name))
            self.drawings = max((int(one) for numbers in found for one in numbers), default=0)
        self.drawings += 1
        return self.drawings

    def replace(self, part: str, relation: str) -> None:
        """Note that a part may need a relation no longer."""
        self.replaced.add((part, relation))

    def related(self, part: str, sort: str, target: str) -> str:
        """Relate one part to another, and give the relation's name."""
        folder = posixpath.dirname(part)
        return self._relation(part, sort, posixpath.relpath(target, folder or "."))

    def linked(self, part: str, address: str) -> str:
        """Relate a part to a page elsewhere, and give the relation's name."""
        return self._relation(part, "hyperlink", address, TargetMode="External")

    def tree(self, name: str, otherwise: bytes) -> Element:
        """Give a part to be changed, as it is or as it would be where there is none."""
        if name not in self.trees:
            self.trees[name] = parse(self.package.parts.get(name, otherwise))
        return self.trees[name]

    def applied(self, parts: Mapping[str, bytes]) -> dict[str, bytes]:
        """Add all this to the parts of a file."""
        for part, relation in sorted(self.replaced):
            if f'"{relation}"'.encode() not in parts[part]:
                self._forget(part, relation)
        changed = {name: _written(root) for name, root in self.trees.items()}
        parts = {name: content for name, content in parts.items() if name not in self.gone}
        types = {} if not self.suffixes and not self.kinds else {CONTENT_TYPES: self._types(parts)}
        return {**parts, **self.added, **changed, **types}

    def _relation(self, part: str, sort: str, target: str, **mode: str) -> str:
        root = self.tree(_relations_of(part), f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
        key = (part, sort, target)
        if key not in self.relations:
            free = next(_free({line.get("Id") for line in root}, len(root)))
            said = {"Id": free, "Type": f"{OFFICE}/{sort}", "Target": target, **mode}
            etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", said)
            self.relations[key] = free
        return self.relations[key]

    def _forget(self, part: str, relation: str) -> None:
        """Leave out what nothing on a page needs any more."""
        target = next(one.target for one in self.package.relations(part) if one.id == relation)
        root = self.tree(_relations_of(part), b"")
        for line in [one for one in root if one.get("Id") == relation]:
            root.remove(line)
        trees = (tree for name, tree in self.trees.items() if name.endswith(".rels"))
        named = {posixpath.basename(line.get("Target", "")) for tree in trees for line in tree}
        others = {
            one.target
            for name in self.package.parts
            if _relations_of(name) not in self.trees
            for one in self.package.relations(name)
        }
        if target not in others and posixpath.basename(target) not in named:
            self.gone.add(target)

    def _types(self, parts: Mapping[str, bytes]) -> bytes:
        root = parse(parts[CONTENT_TYPES])
        known = {line.get("Extension", "").lower() for line in root} | {line.get("PartName") for line in root}
        for suffix, media_type in sorted(self.suffixes.items()):
            if suffix not in known:
                root.insert(
                    0, root.makeelement(f"{{{_TYPES}}}Default", Extension=suffix, ContentType=media_type)
                )
        for name, media_type in sorted(self.kinds.items()):
            if f"/{name}" not in known:
                etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=media_type)
        return _written(root)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _page(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")


def _free(taken: set[str | None], first: int) -> Iterator[str]:
    return (name for number in count(first + 1) if (name := f"rId{number}") not in taken)


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
