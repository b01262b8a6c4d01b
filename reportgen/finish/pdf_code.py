"""A QR code in a PDF: its modules drawn as areas, where the page has the picture that keeps its place."""

import io
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

import pikepdf

from reportgen.finish.code_place import SAMPLES_DIGEST, SIDE
from reportgen.model.claims import Symbol
from reportgen.packing import deflated

_DARK: Final = re.compile("1+")
_OVERLAP: Final = 0.04
"""Of a module: rows that only touch would show hairs of white between them on a screen."""

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
    side = len(symbol.rows)
    unit = f"{1 / side:.8f}"
    yield f"0 g {unit} 0 0 -{unit} 0 1 cm"
    for down, row in enumerate(symbol.rows):
        height = 1 + _OVERLAP * (down + 1 < side)
        for run in _DARK.finditer(row):
            yield f"{run.start()} {down} {len(run.group())} {height:g} re"
    yield "f"
