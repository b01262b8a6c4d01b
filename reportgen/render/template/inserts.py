"""What is no text, such as a picture: a sign stands for it until its page is filled."""

import re
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Any, Final

from markupsafe import Markup

from reportgen.model.attached import Enclosure, Picture
from reportgen.model.phrase import phrase
from reportgen.model.plain import Block, Paragraphs
from reportgen.render.photos import photo_of
from reportgen.render.template.failures import UnfitError

_BEGIN: Final = "\ue006"
_END: Final = "\ue007"
PARAGRAPH_SIGN: Final = "\ue008"
SIGN: Final = re.compile(f"{_BEGIN}(\\d+){_END}")


def whole_picture(value: object) -> Picture:
    """Take what a picture's alternative text names for the picture that takes its place."""
    if not isinstance(value, Picture):
        raise UnfitError(phrase("the alternative text of a picture names no picture of the data"))
    return value


@dataclass(frozen=True, slots=True)
class Whole:
    """What takes the place of its tag's paragraph."""

    value: Enclosure | Paragraphs


def whole_paragraph(value: object) -> object:
    """Take several paragraphs for the one that the tag is alone in; everything else is printed in it."""
    return Whole(value) if isinstance(value, Enclosure | Paragraphs) else value


FILTERS: Final = {"whole_picture": whole_picture, "whole_paragraph": whole_paragraph}
"""What tags outside the words of a page are typed as."""

_USUAL_ALT: Final = "Hình ảnh"
"""What a PDF says of a picture of which the data says nothing; it must say something."""

Inserts = dict[int, Any]
"""What is printed on one part, by the number of its sign."""


def inserted(inserts: Inserts, value: object) -> Markup:
    """Note what is printed, and give the sign that stands for it."""
    inserts[id(value)] = value
    return Markup(f"{_BEGIN}{id(value)}{_END}")  # noqa: S704  # digits


def begun(inserts: Inserts, block: Block) -> Markup:
    """Give the sign at which a paragraph begins."""
    inserts[id(block)] = block
    return Markup(f"{PARAGRAPH_SIGN}{id(block)} ")  # noqa: S704  # digits


def in_html(picture: Picture) -> Markup:
    """Write a picture as an element of a page."""
    sides = {"width": picture.width, "height": picture.height}
    if not any(sides.values()):
        sides["width"] = photo_of(picture).width
    style = ";".join(f"{name}:{_points(size)}" for name, size in sides.items() if size)
    room = "" if picture.width or picture.height else ";max-width:100%"
    alt = escape(picture.alt or _USUAL_ALT, quote=True)
    return Markup(f'<img src="{address(picture)}" style="{style}{room}" alt="{alt}">')  # noqa: S704  # escaped


def paragraph_in_html(block: Block, words: Markup) -> Markup:
    """Write one paragraph as an element of a page."""
    style = ' style="break-before:page"' if block.new_page else ""
    name = f' class="{escape(block.style, quote=True)}"' if block.style else ""
    return Markup(f"<p{name}{style}>") + words + Markup("</p>")  # noqa: S704  # escaped


def address(picture: Picture) -> str:
    """Tell under which address a page finds a picture of its data; it leads nowhere else."""
    photo = photo_of(picture)
    return f"https://data.invalid/{sha256(photo.content).hexdigest()[:16]}.{photo.suffix}"


def _points(size: int) -> str:
    hundredths = size * 100 // 12_700
    return f"{hundredths // 100}.{hundredths % 100:02d}pt"
