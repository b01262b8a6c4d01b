"""Pictures from data: turned as the camera was held, and without what else a camera writes into them."""

import io
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from PIL import Image, ImageOps

from reportgen.model.phrase import phrase
from reportgen.render.pictures import unfit

INCH: Final = 914_400
"""Word's units in an inch."""

_USUAL: Final = 72
"""Points to an inch where a picture does not say, as docxtpl takes them."""

_FINEST: Final = 10_000
_AS_TAKEN: Final = 1


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as it is printed: its bytes, the suffix of its format, and its size in Word's units."""

    content: bytes
    suffix: str
    width: int
    height: int


@lru_cache(maxsize=64)
def unfit_photo(content: bytes) -> str | None:
    """Tell why a picture of the data cannot be printed, if so."""
    if why := unfit(content):
        return why
    try:
        Image.open(io.BytesIO(content)).close()
    except OSError:
        return phrase("it is no PNG, JPEG, GIF or WebP picture")
    return None


@lru_cache(maxsize=64)
def developed(content: bytes) -> Photo:
    """Turn a picture upright and write it anew: no place, no date, no maker, no thumbnail stays in it."""
    with Image.open(io.BytesIO(content)) as picture:
        dots = [_dots(found) for found in picture.info.get("dpi", (0, 0))]
        taken_upright = picture.getexif().get(0x0112, _AS_TAKEN) == _AS_TAKEN
        options = _options(picture, taken_upright=taken_upright)
        upright = picture if taken_upright else ImageOps.exif_transpose(picture)
        width, height = (
            round(Fraction(points * INCH, dot)) for points, dot in zip(upright.size, dots, strict=True)
        )
        written = io.BytesIO()
        upright.info = {name: said for name, said in upright.info.items() if name == "transparency"}
        upright.encoderinfo = {}
        upright.save(written, **options)
    return Photo(written.getvalue(), "jpeg" if options["format"] == "JPEG" else "png", width, height)


def _options(picture: Any, *, taken_upright: bool) -> dict[str, Any]:
    """Keep the format and the colours; what has no place in Word becomes PNG."""
    kept = {"icc_profile": picture.info["icc_profile"]} if "icc_profile" in picture.info else {}
    if picture.format not in {"JPEG", "MPO"}:
        return {"format": "PNG", **kept}
    as_it_is = taken_upright and picture.format == "JPEG"
    return {"format": "JPEG", "quality": "keep" if as_it_is else 95, **kept}


def _dots(found: Any) -> int:
    return round(found) if 1 < found <= _FINEST else _USUAL
