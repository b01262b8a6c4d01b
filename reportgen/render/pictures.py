"""Pictures before they are decoded: their size from the first bytes, and what drawings would draw."""

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from lxml import etree
from PIL import Image, ImageFile, UnidentifiedImageError

from reportgen.model.phrase import Foreign, phrase

MOST_BYTES: Final = 32_000_000
"""Bytes of one file that a page takes in."""

MOST_STYLE: Final = 1_000_000
"""Bytes of one style sheet, or of whatever is no picture."""

MOST_POINTS: Final = 25_000_000
"""Points of one picture: a sheet of A4 at 400 per inch has 15 million."""

MOST_DRAWN: Final = 20_000
"""Elements that one drawing draws, each as often as it is used."""

FORMATS: Final = ("PNG", "JPEG", "MPO", "GIF", "WEBP")
"""What is decoded; MPO is how some telephones write JPEG."""

_DEEPEST: Final = 100
_HREFS: Final = ("href", "{http://www.w3.org/1999/xlink}href")
_URL: Final = re.compile(r"url\(\s*['\"]?\s*([^)'\"\s]*)", re.IGNORECASE)
_TAKES_IN: Final = re.compile(r"url\(|@import", re.IGNORECASE)
_DRAWING: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!|svg|[\w.-]+:svg)", re.IGNORECASE)

_FONT: Final = re.compile(rb"\x00\x01\x00\x00|(?:true|typ1|OTTO|ttcf)\x00|wOF[F2]")
"""How files of fonts begin (OpenType 1.9, WOFF 1 and 2)."""

_BROKEN: Final = (Image.DecompressionBombError, OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises over a picture that is too large or damaged."""

_Reason = str | None


def unfit(content: bytes) -> _Reason:
    """Tell why a file cannot be used on a page, if so; a picture is decoded only when its size is fit."""
    if _FONT.match(content):
        return phrase("it is a font; those of papers are in the folder fonts/ where you work")
    try:
        with _strictly():
            return _unfit_picture(content)
    except UnidentifiedImageError:
        if _DRAWING.match(content):
            return _unfit_file(content)
        return unfit_sheet(content)
    except _BROKEN as error:
        return phrase("it cannot be read: {why}", why=Foreign(str(error).rstrip(".")))


def unfit_sheet(content: bytes) -> _Reason:
    """Tell why a file cannot be read as a style sheet: nobody looks for a picture in it."""
    return too_many_bytes(MOST_STYLE) if len(content) > MOST_STYLE else None


def bitmap(content: bytes) -> Any:
    """Open a picture that is fit, with all its colours and how transparent each point is."""
    return Image.open(io.BytesIO(content)).convert("RGBA")


def too_many_bytes(most: int) -> str:
    """Say that a file is too large."""
    return phrase("it has more than {most} bytes", most=most)


def unfit_drawing(root: Any, *, alone: bool = False) -> _Reason:
    """Tell why a drawing cannot be drawn, if so; one that stands ``alone`` in a file may take in no other."""
    return _Drawing(root).fault(alone=alone)


@contextmanager
def _strictly() -> Iterator[None]:
    """Take half a picture for a broken one, although the PDF engine wants to have it."""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _unfit_picture(content: bytes) -> _Reason:
    picture = Image.open(io.BytesIO(content))
    if picture.format not in FORMATS:
        return phrase("it is no PNG, JPEG, GIF, WebP or SVG")
    width, height = picture.size
    if width * height > MOST_POINTS:
        return phrase("it has {width} × {height} points", width=width, height=height)
    picture.verify()
    Image.open(io.BytesIO(content)).load()
    return None


def _unfit_file(content: bytes) -> _Reason:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        return phrase("it cannot be read: {why}", why=Foreign(str(error)))
    information: Any = root.getroottree().docinfo
    if information.internalDTD is not None and any(information.internalDTD.iterentities()):
        return phrase("it declares entities")
    return unfit_drawing(root, alone=True)


class _Drawing:
    """A drawing, and how often each of its elements is drawn."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.named = {element.get("id"): element for element in _elements(root) if element.get("id")}
        self.costs: dict[Any, int] = {}

    def fault(self, *, alone: bool) -> _Reason:
        """Look for what leads outside, and count what is drawn."""
        for element in _elements(self.root):
            if _tag(element) == "style" and _TAKES_IN.search(element.text or ""):
                return phrase("its style sheet takes in something")
            for address in _addresses(element):
                if not address.startswith("#") and (alone or _tag(element) != "image"):
                    return phrase("it takes in {address}", address=address)
        if self.cost(self.root, 0) > MOST_DRAWN:
            return phrase("it draws more than {most} elements", most=MOST_DRAWN)
        return None

    def cost(self, element: Any, depth: int) -> int:
        """Count what an element draws; what uses itself, or nests too deeply, draws without end."""
        if depth > _DEEPEST:
            return MOST_DRAWN + 1
        if element not in self.costs:
            self.costs[element] = MOST_DRAWN + 1  # for who comes here again on the way down
            used = (
                self.named[name] for address in _addresses(element) if (name := address[1:]) in self.named
            )
            inside = (child for child in element if isinstance(child.tag, str))
            self.costs[element] = 1 + sum(self.cost(other, depth + 1) for other in (*inside, *used))
        return self.costs[element]


def _elements(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _addresses(element: Any) -> Iterator[str]:
    """List what an element refers to; where a link leads is no matter."""
    for name, value in element.attrib.items():
        if name in _HREFS and _tag(element) != "a":
            yield value.strip()
        else:
            yield from _URL.findall(value)
