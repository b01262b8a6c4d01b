"""The library's reader, which is slow in one place: long papers keep thousands of objects in one stream.

For each of them pyHanko 0.38 unpacks the stream and reads its list of contents anew, which takes minutes for
a report of fifty pages. Here both are kept; what is refused is the same.
"""

import io
import re
from dataclasses import dataclass
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.misc import PdfStrictReadError
from pyhanko.pdf_utils.reader import PdfFileReader

_NUMBERS: Final = re.compile(rb"\s*(\d{1,10})\s+(\d{1,10})")


@dataclass(frozen=True, slots=True)
class _Bundle:
    """A stream of objects, unpacked: where each of them begins, by its place and number."""

    data: bytes
    begins: tuple[tuple[int, int], ...]


class Reader(PdfFileReader):
    """Reads a PDF strictly."""

    bundles: dict[int, _Bundle]

    def __init__(self, content: bytes) -> None:
        self.bundles = {}
        super().__init__(io.BytesIO(content))

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> Any:
        """Read the object of a number, which has to be at a place in a stream."""
        bundle = self.bundles.get(stmnum)
        if bundle is None:
            bundle = self.bundles[stmnum] = self._bundle(stmnum)
        if not 0 <= idx < len(bundle.begins) or bundle.begins[idx][0] != idnum:
            raise PdfStrictReadError("an object is not where it is said to be")
        stream = io.BytesIO(bundle.data)
        stream.seek(bundle.begins[idx][1])
        found = generic.read_object(stream, generic.Reference(idnum, 0, self))
        if isinstance(found, (generic.StreamObject, generic.IndirectObject)):
            raise PdfStrictReadError("an object is of a sort that cannot be here")
        return found

    def _bundle(self, number: int) -> _Bundle:
        stream = generic.Reference(number, 0, self).get_object()
        if not isinstance(stream, generic.StreamObject) or stream["/Type"] != "/ObjStm":
            raise PdfStrictReadError("this is no stream of objects")
        data = stream.read_data(DecodePurpose.OBJECT_STREAM)
        first, place = int(stream["/First"]), 0
        begins: list[tuple[int, int]] = []
        for _ in range(int(stream["/N"])):
            found = _NUMBERS.match(data, place, first)
            if found is None:
                raise PdfStrictReadError("the list of a stream's objects is damaged")
            begins.append((int(found[1]), first + int(found[2])))
            place = found.end()
        return _Bundle(data, tuple(begins))
