"""What the pages of a PDF draw, whatever of it their text tells: a digest for each, to know them again."""

import io
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, Final

import pikepdf

from reportgen.readback.sheets import Sheets

_STATES: Final = ("/ca", "/CA", "/BM", "/SMask")
_KEPT: Final = 64
_KNOWN: Final[dict[bytes, str]] = {}
"""Digests of fonts by their bytes, packed as usual."""

_NESTED: Final = 8
"""Drawings in drawings that are looked at."""


def drawn(content: bytes) -> tuple[str, ...]:
    """Digest what each page draws: its content, pictures, notes laid over it; then what with, and how shown.

    What a page draws does not change when the file is saved anew.

    Raises:
        pikepdf.PdfError: it is no PDF that can be read.

    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = tuple(digest_of(map(part_digest, _parts(page))) for page in pdf.pages)
        means = sorted({one for page in pdf.pages for one in _means(_entry(page.obj, "/Resources"), _NESTED)})
        sheets = Sheets(_unpacked).digest(pdf)
        return (*pages, f"means {sha256(''.join(means).encode()).hexdigest()[:32]}", sheets)


def _means(resources: Any, depth: int) -> Iterator[str]:
    """Digest what a page draws with: the shapes of its fonts and its states of graphics."""
    for font in _values(_entry(resources, "/Font")):
        for part in (font, *_listed(_entry(font, "/DescendantFonts"))):
            about = _entry(part, "/FontDescriptor")
            programs = [_entry(about, f"/FontFile{number}") for number in ("", "2", "3")]
            yield from (_program(one) for one in programs if one is not None)
            mapping = _entry(part, "/CIDToGIDMap")
            yield sha256(_unpacked(mapping) or str(mapping).encode()).hexdigest()
    for state in _values(_entry(resources, "/ExtGState")):
        yield " ".join(f"{name} {_entry(state, name)}" for name in _STATES)
    for drawing in _values(_entry(resources, "/XObject")) if depth else ():
        yield from _means(_entry(drawing, "/Resources"), depth - 1)


def _program(stream: Any) -> str:
    """Digest a font: papers of a batch have the same ones, unpacked once for all."""
    if _entry(stream, "/Filter") != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
        return sha256(_unpacked(stream)).hexdigest()  # the same bytes may be unpacked to others
    raw = stream.read_raw_bytes() if isinstance(stream, pikepdf.Stream) else b""
    if raw not in _KNOWN:
        if len(_KNOWN) >= _KEPT:
            _KNOWN.clear()
        _KNOWN[raw] = sha256(_unpacked(stream)).hexdigest()
    return _KNOWN[raw]


def _values(holder: Any) -> list[Any]:
    return list(holder.values()) if isinstance(holder, pikepdf.Dictionary) else []


def parts_of_page(content: bytes) -> list[bytes]:
    """List what the first page draws: its content, its pictures by their names, notes laid over it."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return list(_parts(pdf.pages[0]))


def part_digest(part: bytes) -> bytes:
    """Digest a part of what a page draws."""
    return sha256(part).digest()


def digest_of(digests: Iterable[bytes]) -> str:
    """Digest what a page draws, from the digests of its parts."""
    return sha256(b"".join(digests)).hexdigest()[:32]


def _parts(page: pikepdf.Page) -> Iterator[bytes]:
    contents = page.obj.get("/Contents", pikepdf.Array())
    for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
        yield _unpacked(stream)
    yield from _pictures(_entry(page.obj, "/Resources"), _NESTED)
    for note in _listed(_entry(page.obj, "/Annots")):
        sides = [str(side) for side in _listed(_entry(note, "/Rect"))]
        if _entry(note, "/Subtype") == pikepdf.Name.Widget and sides[:2] == sides[2:]:
            continue  # a time stamp's field: it has no size, so that nothing of it can be seen
        yield f"{_entry(note, '/Subtype')} {sides}".encode()
        if not isinstance(_entry(_entry(note, "/V"), "/ByteRange"), pikepdf.Array):
            # but for a signature, which brings its picture along
            shown = _unpacked(_entry(_entry(note, "/AP"), "/N"))
            yield from [shown] if shown.strip() else []


def _pictures(resources: Any, depth: int) -> Iterator[bytes]:
    """Go through pictures and drawings in the order of their names, and those in them."""
    found = _entry(resources, "/XObject")
    if not isinstance(found, pikepdf.Dictionary) or not depth:
        return
    for name in sorted(found.keys()):
        yield name.encode()
        yield _unpacked(found[name])
        yield from _pictures(_entry(found[name], "/Resources"), depth - 1)


def _entry(holder: Any, name: str) -> Any:
    """Look into what should hold entries, and in a damaged file may be anything."""
    return holder.get(name) if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream) else None


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array) else []


def _unpacked(stream: Any) -> bytes:
    """Unpack what can be; pictures that are packed as such are taken as they are."""
    if not isinstance(stream, pikepdf.Stream):
        return b""
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()
