"""A Word file as a package: its parts as XML, and which part belongs to which."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final

from lxml import etree

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.package import CONTENT_TYPES, LOCKED_OR_OLD, OLD_OFFICE, odd_names
from reportgen.model.phrase import Foreign, phrase
from reportgen.readback.word_archive import KEPT, Archive

_ENTRY: Final = re.compile(r"<ZipInfo filename=('[^']*')[^>]*>")
_LARGEST: Final = 256 << 20
_SPACES: Final = frozenset({
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata",
    "http://schemas.microsoft.com/office/2006/relationships",
    "http://schemas.microsoft.com/office/2007/relationships",
    "http://schemas.microsoft.com/office/2011/relationships",
    "http://schemas.microsoft.com/office/2016/09/relationships",
    "http://schemas.microsoft.com/office/2018/08/relationships",
})  # fmt: skip
"""Whose relations Word follows: one of another space that ends alike leads nowhere."""

TAGS: Final = 12_000_000
"""More unpacked bytes, or more tags in one part, is no document that anybody wrote."""


@contextmanager
def opened(content: bytes) -> Iterator[Archive]:
    """Open a Word file, of which nothing is believed.

    Raises:
        DataError: it is none, it is damaged, or it unpacks to more than a document can be.

    """
    if content.startswith(OLD_OFFICE):
        raise _unreadable(LOCKED_OR_OLD)
    try:
        with Archive(content) as archive:
            _refuse_bomb(archive)
            _refuse_odd(archive)
            yield archive
    except zipfile.BadZipFile as error:
        raise _unreadable(_in_words(error)) from error


def body(archive: Archive) -> str:
    """Name the part that holds the text.

    Raises:
        DataError: there are several, of which each program may show another.

    """
    found = {part: None for sort, part, _ in related(archive, "") if sort == "officeDocument"}
    if len(found) > 1:
        raise _unreadable(phrase("it has more than one body"))
    return next(iter(found), "")


def related(archive: Archive, part: str) -> Sequence[tuple[str, str, str]]:
    """List what belongs to a part: the sort, the part's name, and the id that the part calls it by."""
    folder, own = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{own}.rels")
    return _related(content_of(archive, relations), folder) if relations in archive.entries else ()


@lru_cache(maxsize=64)
def _related(relations: bytes, folder: str) -> Sequence[tuple[str, str, str]]:
    """List them once for all papers of a template."""
    found = []
    for line in parsed(relations):
        if line.get("TargetMode") != "External":
            target = posixpath.join("/", folder, line.get("Target", ""))
            name = posixpath.normpath(target).lstrip("/")
            found.append((_sort(line.get("Type", "")), name, line.get("Id", "")))
    return found


def _sort(named: str) -> str:
    """Call a relation as we do: by its last word, if it is one of those that programs know."""
    space, _, sort = named.rpartition("/")
    return sort if space in _SPACES else named


def links_elsewhere(archive: Archive) -> bool:
    """Ask whether a part draws on a file that is not in the package; hyperlinks only lead there."""
    return any(sort != "hyperlink" for sort, _ in _outside(archive))


def outside(archive: Archive) -> Iterator[str]:
    """List the files elsewhere from which pages show something: a template's place is none of them."""
    found = (one for one in _outside(archive) if one[0] not in {"hyperlink", "attachedTemplate"})
    return (f"{sort} {target}" for sort, target in found)


def _outside(archive: Archive) -> Iterator[tuple[str, str]]:
    for name in archive.names:
        if name.endswith(".rels"):
            for line in tree(archive, name):
                if line.get("TargetMode") == "External":
                    yield posixpath.basename(line.get("Type", "")), line.get("Target", "")


def is_framed(content: bytes) -> bool:
    """Ask whether lines are drawn around the sheet of a Word file, as around certificates."""
    with opened(content) as archive:
        return tree(archive, body(archive)).find(".//{*}pgBorders") is not None


def content_of(archive: Archive, part: str) -> bytes:
    """Unpack a part."""
    if part not in archive.entries:
        raise _unreadable(phrase("it has no part {part}", part=part or phrase("for the body")))
    try:
        return archive.read(part)
    except (NotImplementedError, RuntimeError, EOFError, zlib.error) as error:  # locked, or damaged
        raise _unreadable(_in_words(error)) from error


def tree(archive: Archive, part: str) -> Any:
    """Parse a part, without entities and without the network; nobody changes what is read here.

    Papers of a batch have most of their parts in common, and each is read more than once.
    """
    content = content_of(archive, part)
    return _read_before(content) if len(content) <= KEPT else parsed(content)


def parsed(content: bytes) -> Any:
    """Parse XML that nobody vouches for; a remark or an instruction ends no text, as in every program."""
    if content.count(b"<") > TAGS:
        raise _unreadable(phrase("it has too many tags"))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(error) from error
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise _unreadable(phrase("its XML declares a document type"))
    return root


_read_before = lru_cache(maxsize=32)(parsed)


def _refuse_bomb(archive: Archive) -> None:
    size = sum(entry.file_size for entry in archive.all_entries)
    if size > _LARGEST:
        raise _unreadable(phrase("it unpacks to {size} MB", size=size >> 20))


def _refuse_odd(archive: Archive) -> None:
    """Refuse what programs understand differently: each would show another paper."""
    names = tuple(entry.filename for entry in archive.all_entries)
    if why := odd_names(names):
        raise _unreadable(why)
    if CONTENT_TYPES not in names:
        raise _unreadable(phrase("it has no part {part}", part=CONTENT_TYPES))


def _in_words(error: Exception) -> str:
    """Say what is wrong with a package, without what only the engine calls it by."""
    if "encrypted" in str(error):
        return phrase("it is locked with a password")
    return Foreign(_ENTRY.sub(r"\1", str(error)))


def _unreadable(reason: object) -> DataError:
    return DataError(
        [report("unreadable-docx", reason=reason if isinstance(reason, str) else Foreign(reason))]
    )
