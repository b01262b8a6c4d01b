"""A Word file as a package of parts: taken apart, and put together as the same bytes every time."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from reportgen.model.chart_part import chart_words
from reportgen.model.package import CONTENT_TYPES, LOCKED_OR_OLD, OLD_OFFICE, odd_names
from reportgen.model.phrase import Foreign, phrase
from reportgen.packing import Bundle, Member, copied, packed
from reportgen.render.template.limits import too_large_part
from reportgen.render.word.places import Element, W

LARGEST: Final = 64 * 1024 * 1024
"""How many bytes a template may unpack to."""

HIGHEST_RATIO: Final = 200
"""How many times larger than packed; what is small may be packed as it likes."""

MOST_PARTS: Final = 1000
_SMALL: Final = 1024 * 1024
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

PACKAGE_RELATIONS: Final = "_rels/.rels"
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|[\\/]{2}", re.IGNORECASE)
_LOCKED: Final = 1
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_HEADERS: Final[Mapping[str, str]] = {"default": "", "first": "first-page ", "even": "even-page "}
_FILLED: Final = ("document", "footnotes", "endnotes", "header", "footer")
"""What is filled in a Word template, in the order in which a reader is told of it."""


class PackageError(Exception):
    """The file is no Word document."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A line of a relationships part: what belongs to what."""

    id: str
    sort: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file by name, in the order of the file, and as they lie packed in it."""

    parts: Mapping[str, bytes]
    members: Mapping[str, Member] = field(default_factory=dict)

    @property
    def document(self) -> str:
        """Find the part that holds the body."""
        found = [one.target for one in self.relations("") if one.sort == "officeDocument"]
        if len(found) != 1 or found[0] not in self.parts:
            raise PackageError(phrase("it has no body"))
        return found[0]

    def relations(self, part: str) -> Sequence[Relation]:
        """List what a part, or the package itself, relates to; targets are names of parts."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        return _relations(self.parts[rels], folder) if rels in self.parts else ()

    def tree(self, part: str) -> Element:
        """Read a part as XML, if it is not too large for that."""
        return _tree(self.parts[part])

    def related_tree(self, sort: str) -> Element | None:
        """Read what belongs to the body once, such as its styles, if it has it."""
        found = [one.target for one in self.relations(self.document) if one.sort == sort]
        return self.tree(found[0]) if found and found[0] in self.parts else None

    def filled(self) -> Iterator[tuple[str, str]]:
        """List the parts that a template is filled in, each with what people call it."""
        names = dict(self._called())
        sorts = {one.target: one.sort for one in self.relations(self.document)} | {self.document: "document"}
        for sort in _FILLED:
            for part in sorted(
                (p for p, s in sorts.items() if s == sort), key=lambda part: (len(part), part)
            ):
                if part not in self.parts:
                    raise PackageError(phrase("it has no part {part}", part=part))
                yield part, names.get(part, sort)

    def _called(self) -> Iterator[tuple[str, str]]:
        targets = {one.id: one.target for one in self.relations(self.document)}
        yield self.document, "body"
        sections = list(self.tree(self.document).iter(f"{W}sectPr"))
        for number, section in reversed(list(enumerate(sections, 1))):
            of = f" of section {number}" if len(sections) > 1 else ""
            for sort in ("header", "footer"):
                for reference in section.iter(f"{W}{sort}Reference"):
                    page = _HEADERS.get(reference.get(f"{W}type", "default"), "")
                    yield targets.get(reference.get(_ID, ""), ""), f"{page}{sort}{of}"


def unpack(content: bytes) -> Package:
    """Take a Word file apart."""
    if content.startswith(OLD_OFFICE):
        raise PackageError(LOCKED_OR_OLD)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive)
            members = {
                entry.filename: copied(content, entry, parts[entry.filename]) for entry in _entries(archive)
            }
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise PackageError(Foreign(str(error))) from error
    package = Package(parts, members)
    if CONTENT_TYPES not in package.parts or _type_of(package, package.document) != _MAIN:
        raise PackageError(phrase("it is no .docx document"))
    return package


def _type_of(package: Package, part: str) -> str | None:
    """Tell what a part calls itself; one with macros has another type."""
    types = {line.get("PartName"): line.get("ContentType") for line in package.tree(CONTENT_TYPES)}
    return types.get(f"/{part}")


def pack(parts: Mapping[str, bytes], package: Package | None = None) -> bytes:
    """Put a Word file together; what it has of a ``package`` is taken over as it lies there."""
    return bundled(parts, package).archive()


def bundled(parts: Mapping[str, bytes], package: Package | None = None) -> Bundle:
    """Pack parts in the order that Word wants."""
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name != PACKAGE_RELATIONS, name))
    return Bundle().with_members(_member(name, parts[name], package) for name in names)


def _member(name: str, content: bytes, package: Package | None) -> Member:
    if package and package.parts.get(name) is content:
        return package.members[name]
    return packed(name, content)


def parse(content: bytes) -> Element:
    """Read XML strictly: no entities, no network, no repair."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise PackageError(phrase("its XML is broken: {why}", why=Foreign(str(error)))) from error
    information: Any = root.getroottree().docinfo
    if information.doctype:
        raise PackageError(phrase("its XML declares a document type"))
    return root


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = _entries(archive)
    odd = odd_names(tuple(entry.filename for entry in entries))
    for fault in (_too_much(entries), odd, *(_unfit_entry(entry) for entry in entries)):
        if fault is not None:
            raise PackageError(fault)
    return {entry.filename: archive.read(entry) for entry in entries}


def _entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [entry for entry in archive.infolist() if not entry.is_dir()]


def _too_much(entries: Sequence[zipfile.ZipInfo]) -> str | None:
    size, packed = (sum(getattr(entry, name) for entry in entries) for name in ("file_size", "compress_size"))
    if len(entries) > MOST_PARTS:
        return phrase("it has more than {most} parts", most=MOST_PARTS)
    if size > LARGEST or size > max(HIGHEST_RATIO * packed, _SMALL):
        return phrase("it would unpack from {packed} KB to {size} MB", packed=packed >> 10, size=size >> 20)
    return None


def _unfit_entry(entry: zipfile.ZipInfo) -> str | None:
    """Refuse packers that may take all memory, and what is locked."""
    name = entry.filename
    if entry.flag_bits & _LOCKED:
        return phrase("it is locked with a password")
    if entry.compress_type not in _PACKED:
        return phrase("its part '{name}' is packed in a way that Word does not know", name=name)
    return None


def _tree(content: bytes) -> Element:
    if why := too_large_part(len(content)):
        raise PackageError(why)
    return parse(content)


def own_charts(package: Package, part: str) -> dict[str, list[str]]:
    """Give what the charts of a part say, by the relation that leads to each."""
    charts = (one for one in package.relations(part) if one.sort == "chart" and one.target in package.parts)
    return {one.id: chart_words(package.tree(one.target)) for one in charts}


@lru_cache(maxsize=64)
def _relations(content: bytes, folder: str) -> Sequence[Relation]:
    """Read a relationships part; while a template is looked over that is asked for again and again."""
    return tuple(_relation(line, folder) for line in _tree(content).iter(_RELATION))


def _relation(line: Element, folder: str) -> Relation:
    target = line.get("Target", "")
    outside = line.get("TargetMode", "").lower() == "external" or _ELSEWHERE.match(target) is not None
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(line.get("Id", ""), posixpath.basename(line.get("Type", "")), target, outside)
