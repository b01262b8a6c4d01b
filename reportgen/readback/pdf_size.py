"""How much the pages of a PDF draw, told before they are read: drawings in drawings can draw without end.

A few kilobytes are enough to keep pdfium for ever and fill all memory: a page packed a thousandfold, or a
drawing that draws another one twice, which draws another one twice.
"""

import base64
import binascii
import io
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pikepdf

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.phrase import phrase

MOST: Final = 10_000_000
"""Bytes of instructions of a page, unpacked, of drawings as often as they are drawn: ours have 20,000."""

_ENDLESS: Final = MOST + 1
_DO: Final = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_FORM: Final = pikepdf.Name.Form


def refuse_endless(content: bytes) -> None:
    """Refuse a file a page of which draws too much for anybody to read.

    Raises:
        DataError: there is such a page.

    """
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            is_endless = any(
                _Drawings(page.resources).size(_instructions(page.obj)) > MOST for page in pdf.pages
            )
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError):
        return  # whoever reads it tells what is wrong with it
    if is_endless:
        raise DataError([report("unreadable-pdf", reason=phrase("a page of it draws more than can be read"))])


@dataclass(slots=True)
class _Drawings:
    """What the drawings of a page come to, each looked at once; those without resources have the page's."""

    resources: Any
    known: dict[tuple[int, int], int] = field(default_factory=dict)

    def size(self, instructions: bytes, own: Any = None) -> int:
        """Tell how many bytes of instructions are gone through where some of them draw others."""
        total = len(instructions)
        if total > MOST:
            return _ENDLESS
        drawn = Counter(map(_name, _DO.findall(instructions)))
        forms = _forms(own or self.resources) if drawn else {}
        for name, times in drawn.items():
            if name in forms and total <= MOST:
                total += times * self._form(forms[name])
        return min(total, _ENDLESS)

    def _form(self, form: Any) -> int:
        key = form.objgen
        if key not in self.known:
            self.known[key] = _ENDLESS  # a drawing that draws itself
            self.known[key] = self.size(_unpacked(form), form.get("/Resources"))
        return self.known[key]


def _instructions(page: Any) -> bytes:
    found = page.get("/Contents", pikepdf.Array())
    parts: list[bytes] = []
    for stream in found if isinstance(found, pikepdf.Array) else [found]:
        parts.append(_unpacked(stream))
        if sum(map(len, parts)) > MOST:
            break
    return b"\n".join(parts)


def _forms(resources: Any) -> Mapping[bytes, Any]:
    """Give the drawings that instructions may name."""
    found = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    named = found.items() if isinstance(found, pikepdf.Dictionary) else ()
    return {
        name[1:].encode(): one
        for name, one in named
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == _FORM
    }


def _name(written: bytes) -> bytes:
    return _ESCAPED.sub(lambda code: bytes.fromhex(code[1].decode()), written)


def _inflated(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, _ENDLESS)


_FILTERS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "/FlateDecode": _inflated,
    "/ASCII85Decode": lambda packed: base64.a85decode(packed.partition(b"~>")[0]),
    "/ASCIIHexDecode": lambda packed: bytes.fromhex(packed.partition(b">")[0].decode("ascii")),
}


def _unpacked(stream: Any) -> bytes:
    """Unpack instructions, and no more of them than a page may have."""
    if not isinstance(stream, pikepdf.Stream):
        return b""
    filters = list(_filters(stream))
    if not all(name in _FILTERS for name in filters):
        return stream.read_bytes() if "/FlateDecode" not in filters else bytes(_ENDLESS)
    content = stream.read_raw_bytes()
    try:
        for name in filters:
            content = _FILTERS[name](content)
    except (zlib.error, binascii.Error):
        return b""
    return content


def _filters(stream: Any) -> Iterator[str]:
    said = stream.get("/Filter")
    yield from map(str, said if isinstance(said, pikepdf.Array) else [] if said is None else [said])
