"""Pictures from data: turned as the camera was held, and without what else a camera writes into them."""

import io
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from PIL import Image, ImageOps

from reportgen.model.attached import Picture
from reportgen.model.phrase import phrase
from reportgen.render.pictures import unfit
from reportgen.render.watch import went_on

INCH: Final = 914_400
"""Word's units in an inch."""

_USUAL: Final = 72
"""Points to an inch where a picture does not say, as docxtpl takes them."""

LIGHT: Final = 450_000
"""How many bytes a photo may have, so that ten of them stay within 5 MB."""

_QUALITIES: Final = (85, 75, 60, 45, 30)
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


def photo_of(picture: Picture) -> Photo:
    """Develop a picture of the data."""
    went_on()
    return developed(picture.file.content, picture.points)


@lru_cache(maxsize=64)
def developed(content: bytes, points: int | None = None) -> Photo:
    """Turn a picture upright and write it anew: no place, no date, no maker, no thumbnail stays in it.

    With ``points`` its longer side has no more of them, and the file no more bytes than ten photos may.
    """
    with Image.open(io.BytesIO(content)) as picture:
        dots = [_dots(found) for found in picture.info.get("dpi", (0, 0))]
        taken_upright = picture.getexif().get(0x0112, _AS_TAKEN) == _AS_TAKEN
        options = _options(picture, as_it_is=taken_upright and points is None)
        upright = picture if taken_upright else ImageOps.exif_transpose(picture)
        width, height = (
            round(Fraction(size * INCH, dot)) for size, dot in zip(upright.size, dots, strict=True)
        )
        upright.info = {name: said for name, said in upright.info.items() if name == "transparency"}
        upright.encoderinfo = {}
        if points is not None:
            return Photo(*_lightened(_no_larger(upright, points), options), width, height)
        return Photo(_written(upright, options), _suffix(options), width, height)


def _no_larger(picture: Any, points: int) -> Any:
    longest = max(picture.size)
    if longest <= points:
        return picture
    return picture.resize(
        [max(side * points // longest, 1) for side in picture.size], Image.Resampling.LANCZOS
    )


def _lightened(picture: Any, options: dict[str, Any]) -> tuple[bytes, str]:
    """Write a photo in no more bytes than it may have; what shows through stays PNG."""
    if options["format"] == "PNG":
        written = _written(picture, options)
        if len(written) <= LIGHT or picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
            return written, _suffix(options)
    options = {**options, "format": "JPEG"}
    plain = picture if picture.mode in {"RGB", "L", "CMYK"} else picture.convert("RGB")
    for quality in _QUALITIES:
        written = _written(plain, {**options, "quality": quality})
        if len(written) <= LIGHT:
            break
    return written, _suffix(options)


def _written(picture: Any, options: dict[str, Any]) -> bytes:
    target = io.BytesIO()
    picture.save(target, **options)
    return target.getvalue()


def _suffix(options: dict[str, Any]) -> str:
    return "jpeg" if options["format"] == "JPEG" else "png"


def _options(picture: Any, *, as_it_is: bool) -> dict[str, Any]:
    """Keep the format and the colours; what has no place in Word becomes PNG."""
    kept = {"icc_profile": picture.info["icc_profile"]} if "icc_profile" in picture.info else {}
    if picture.format not in {"JPEG", "MPO"}:
        return {"format": "PNG", **kept}
    keep = as_it_is and picture.format == "JPEG"
    return {"format": "JPEG", "quality": "keep" if keep else 95, **kept}


def _dots(found: Any) -> int:
    return round(found) if 1 < found <= _FINEST else _USUAL
