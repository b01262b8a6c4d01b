"""QR codes as a camera sees them: in a photo or a scan of a paper, or on the pages of a PDF."""

import io
import warnings
from collections.abc import Iterator
from typing import Final

import zxingcpp
from PIL import Image, UnidentifiedImageError

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.phrase import Foreign, phrase
from reportgen.readback.pdf_file import opened

MOST_POINTS: Final = 64_000_000
"""Points of the largest photo that is looked at."""

MOST_PAGES: Final = 100
"""Pages of a PDF that are looked at."""

_FORMATS: Final = ("PNG", "JPEG", "WEBP", "TIFF")
_SORTS: Final = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_PDF: Final = b"%PDF-"
_HEAD: Final = 1024
_INCH: Final = 72
_POINTS_PER_INCH: Final = 300
_WIDEST: Final = 5_000
"""Points that the longer side of a page is drawn with at most."""

_TIMES: Final = (1, 3)

_Grey = tuple[memoryview, int, int]
"""The points of a picture row by row, a byte each; how many there are in a row, and how many rows."""


def codes_in(content: bytes) -> list[str]:
    """Read the QR codes of a picture or of a PDF's pages, each text once, in their order.

    Raises:
        DataError: it is neither, it is damaged, or it is too large.

    """
    if _PDF in content[:_HEAD]:
        return list(dict.fromkeys(text for page in _of_pages(content) for text in _texts(page)))
    found = (
        list(dict.fromkeys(_texts(_points(picture)))) for picture in _larger_and_larger(_of_picture(content))
    )
    return next(filter(None, found), [])


def _texts(grey: _Grey) -> Iterator[str]:
    points, width, height = grey
    view = zxingcpp.ImageView(points, width, height, zxingcpp.ImageFormat.Lum)
    for code in zxingcpp.read_barcodes(view, formats=_SORTS):
        yield code.text


def _of_pages(content: bytes) -> Iterator[_Grey]:
    with opened(content) as document:
        for number in range(min(len(document), MOST_PAGES)):
            page = document[number]
            scale = min(_POINTS_PER_INCH / _INCH, _WIDEST / max(1, *page.get_size()))
            drawn = page.render(scale=scale, grayscale=True)
            rows = memoryview(drawn.buffer).cast("B")
            kept = bytearray()
            for row in range(drawn.height):
                kept += rows[row * drawn.stride : row * drawn.stride + drawn.width]
            yield memoryview(kept), drawn.width, drawn.height
            drawn.close()
            page.close()


def _of_picture(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                if picture.width * picture.height > MOST_POINTS:
                    size = phrase(
                        "it has {width} × {height} points", width=picture.width, height=picture.height
                    )
                    raise _unreadable(size)
                return _on_white(picture)
    except UnidentifiedImageError as error:
        raise _unreadable(phrase("it is no picture that can be read")) from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise _unreadable(Foreign(str(error))) from error


def _larger_and_larger(picture: Image.Image) -> Iterator[Image.Image]:
    """Enlarge a coarse picture in which nothing is found: of 96 dpi, a code has not two points a module."""
    for times in _TIMES:
        width, height = picture.width * times, picture.height * times
        if width * height <= MOST_POINTS:
            yield picture if times == 1 else picture.resize((width, height), Image.Resampling.LANCZOS)


def _points(picture: Image.Image) -> _Grey:
    return memoryview(picture.tobytes()), picture.width, picture.height


def _on_white(picture: Image.Image) -> Image.Image:
    """Give the grey points of a picture, as they look on paper."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    coloured = picture.convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(paper, coloured).convert("L")


def _unreadable(reason: str) -> DataError:
    return DataError([report("scan-unreadable", reason=reason)])
