"""What a finished file carries beside its page: its manifest, as a text of which nothing is believed."""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

from reportgen.model.artifact import DOCX, PDF
from reportgen.model.manifest import FILE_NAME, NAMESPACE, STORE
from reportgen.readback.pdf_file import unreadable
from reportgen.readback.word_archive import Archive
from reportgen.readback.word_package import body, opened, related, tree

LARGEST: Final = 64 << 20
"""No manifest unpacks to more."""

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M: Final = f"{{{NAMESPACE}}}"
_PARTS: Final = ("header", "footer", "footnotes", "endnotes")
_BINDING: Final = re.compile(r"/\w+:manifest\[1\]/\w+:figures\[1\]/\w+:([^/\[\]]+)\[1\]")
"""As `binding` writes it, whatever another program makes of the prefix."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A manifest's text; in Word the texts that its controls are bound to, and what these show, by name."""

    text: str
    bound: Mapping[str, str] = field(default_factory=dict)
    shown: tuple[tuple[str, str], ...] = ()


def carried(content: bytes, media_type: str) -> Carried | None:
    """Find the manifest of a finished file; there is none where another program made it.

    Raises:
        DataError: the file cannot be read.

    """
    return {DOCX: _of_word, PDF: _of_pdf}[media_type](content)


def _of_word(content: bytes) -> Carried | None:
    with opened(content) as archive:
        main = body(archive)
        parts = list(related(archive, main))
        stores = [name for sort, name, _ in parts if sort == "customXml"]
        own = next((root for name in stores if (root := tree(archive, name)).tag == f"{_M}manifest"), None)
        if own is None:
            return None
        bound = _bound(own)
        for other in stores:
            if _is_store(archive, other):  # where Word looks, whatever else calls itself a manifest
                bound |= _bound(tree(archive, other))
        pages = [main, *(name for sort, name, _ in parts if sort in _PARTS)]
        text = "".join(one.text or "" for one in own.iterfind(f"{_M}json"))
        return Carried(text, bound, tuple(_controls(archive, pages)))


def _bound(manifest: Any) -> dict[str, str]:
    """List the texts that controls are bound to: of several of a name, Word shows the first."""
    figures = manifest.find(f"{_M}figures")
    found: dict[str, str] = {}
    for one in () if figures is None else figures:
        found.setdefault(str(one.tag).removeprefix(_M), "".join(one.itertext()))
    return found


def _is_store(archive: Archive, part: str) -> bool:
    """Ask whether controls that are bound to the manifest find their texts in this part."""
    named = (tree(archive, name) for sort, name, _ in related(archive, part) if sort == "customXmlProps")
    return any(STORE in (value.upper() for value in one.attrib.values()) for one in named)


def _controls(archive: Archive, pages: list[str]) -> Iterator[tuple[str, str]]:
    """List what each control shows that is bound to a figure."""
    for page in pages:
        for control in tree(archive, page).iter(f"{_W}sdt"):
            bound = control.find(f"{_W}sdtPr/{_W}dataBinding")
            if bound is None or bound.get(f"{_W}storeItemID", "").upper() != STORE:
                continue
            if found := _BINDING.fullmatch(bound.get(f"{_W}xpath", "")):
                yield found[1], "".join("".join(text.itertext()) for text in _texts(control))


def _texts(control: Any) -> Iterator[Any]:
    content = control.find(f"{_W}sdtContent")
    return iter(()) if content is None else content.iter(f"{_W}t")


def _of_pdf(content: bytes) -> Carried | None:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            attached = _attached(pdf)
            return None if attached is None else Carried(_unpacked(attached).decode("utf-8", "replace"))
    except (pikepdf.PdfError, pikepdf.PasswordError, zlib.error) as error:
        raise unreadable(error) from error


def _attached(pdf: pikepdf.Pdf) -> Any:
    """Find the stream of the attachment; a damaged list of attachments has none."""
    try:
        found = pdf.attachments[FILE_NAME].obj.EF.F
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return found if isinstance(found, pikepdf.Stream) else None


def _unpacked(stream: Any) -> bytes:
    """Unpack an attachment, and never more of it than a manifest can be."""
    raw: bytes = stream.read_raw_bytes()
    packed = stream.get("/Filter")
    if packed is None:
        return raw[:LARGEST]
    if packed not in (pikepdf.Name.FlateDecode, [pikepdf.Name.FlateDecode]) or "/DecodeParms" in stream:
        return b""
    return zlib.decompressobj().decompress(raw, LARGEST)
