"""What is read aloud of a file, or copied: of pictures, and in the place of words that it shows."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pikepdf

from reportgen.model.artifact import PDF
from reportgen.readback.pdf_file import unreadable
from reportgen.readback.word_package import body, opened, related, tree

_PARTS: Final = ("header", "footer", "footnotes", "endnotes")
_ABOUT: Final = ("{*}docPr", "{*}cNvPr")
_NAMED: Final = ("descr", "title")


@dataclass(frozen=True, slots=True)
class Spoken:
    """``pictures`` are described; ``instead`` is said in the place of words that are shown."""

    pictures: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


def spoken(content: bytes, media_type: str) -> Spoken:
    """Read what is said aloud of a finished file.

    Raises:
        DataError: it cannot be read.

    """
    if media_type != PDF:
        return Spoken(tuple(_of_word(content)))
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            tags = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
            return Spoken(tuple(_said(tags, "/Alt")), (*_said(tags, "/ActualText"), *_said(tags, "/E")))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise unreadable(error) from error


def _said(tags: list[Any], name: str) -> Iterator[str]:
    found = (one.get(name) for one in tags)
    return (str(text) for text in found if isinstance(text, pikepdf.String))


def _of_word(content: bytes) -> Iterator[str]:
    with opened(content) as archive:
        main = body(archive)
        parts = [main, *(name for sort, name, _ in related(archive, main) if sort in _PARTS)]
        for part in parts:
            for one in tree(archive, part).iter(*_ABOUT):
                yield from filter(None, (one.get(name) for name in _NAMED))
