"""A QR code in a PDF: its modules drawn as areas, where the page has the picture that keeps its place."""

import io
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from operator import getitem, itemgetter
from typing import Final

import pikepdf

from reportgen.finish.code_place import SAMPLES_DIGEST, SIDE
from reportgen.model.claims import Symbol
from reportgen.packing import deflated

_DARK: Final = re.compile("1+")
_OVERLAP: Final = 0.04
"""Of a module: areas that only touch would show hairs of white between them on a screen."""

_TOGETHER: Final = 8
"""So many modules of a row are drawn at once, each of their 512 patterns written once for all codes."""

_OF_A_PICTURE: Final = (
    "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Filter", "/DecodeParms", "/Interpolate",
    "/SMask",
)  # fmt: skip


def painted(content: bytes, symbol: Symbol) -> bytes | None:
    """Draw a code in the place of the picture: the tag around it, its alternative text and its size stay."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        places = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and _keeps_place(one)]
        for place in places:
            _draw(place, symbol)
        if not places:
            return None
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def drawing_of(symbol: Symbol) -> bytes:
    """Write the areas of a code as they are drawn."""
    return "\n".join(_areas(symbol)).encode("ascii")


def _keeps_place(stream: pikepdf.Stream) -> bool:
    sizes: list[object] = [stream.get(name) for name in ("/Subtype", "/Width", "/Height")]
    return sizes == ["/Image", SIDE, SIDE] and sha256(stream.read_bytes()).hexdigest() == SAMPLES_DIGEST


def _draw(stream: pikepdf.Stream, symbol: Symbol) -> None:
    """Make a drawing of a picture: both fill a square of one unit."""
    for name in _OF_A_PICTURE:
        if name in stream:
            del stream[name]
    stream.Subtype = pikepdf.Name.Form
    stream.BBox = pikepdf.Array([0, 0, 1, 1])
    stream.Resources = pikepdf.Dictionary()
    stream.write(deflated(drawing_of(symbol)), filter=pikepdf.Name.FlateDecode)


def _areas(symbol: Symbol) -> Iterator[str]:
    """Draw row after row, each a module further down, some modules of it at once.

    Areas reach a little over those beside and below them; what lies outside of the square is not shown.
    """
    unit = f"{1 / len(symbol.rows):.8f}"
    places = [_place(start) for start in range(0, len(symbol.rows), _TOGETHER)]
    cut = itemgetter(*(slice(one.start, one.start + _TOGETHER + 1) for one in places))
    yield f"0 g {unit} 0 0 -{unit} 0 1 cm"
    for row in symbol.rows:
        if areas := "".join(map(getitem, places, cut(row))):
            yield f"{areas}f"
        yield "1 0 0 1 0 1 cm"


class _Place(dict[str, str]):
    """How some modules from a place on are drawn; one more tells whether the last area goes on."""

    def __init__(self, start: int) -> None:
        self.start = start

    def __missing__(self, modules: str) -> str:
        goes_on = modules[_TOGETHER - 1 :] == "11"
        areas = [found.span() for found in _DARK.finditer(modules[:_TOGETHER])]
        widths = [end - begin + (_OVERLAP if goes_on and end == _TOGETHER else 0) for begin, end in areas]
        self[modules] = "".join(
            f"{self.start + begin} 0 {width:g} {1 + _OVERLAP:g} re\n"
            for (begin, _), width in zip(areas, widths, strict=True)
        )
        return self[modules]


_place = cache(_Place)
