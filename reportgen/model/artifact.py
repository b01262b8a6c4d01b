"""A document in memory."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"

BY_ROWS: Final = "by-rows"
"""How PDFs were printed whose long tables were written row by row, beside the reasons for laying them out."""


@dataclass(frozen=True, slots=True)
class Script:
    """The text that a page must show: the template's own words and the emitted values, in their order.

    ``pieces`` alternate freely; a piece is ``(text, emitted)``. White space is not significant. ``names`` say
    of each piece which value it prints, such as ``managers`` or ``by_district.3.managers``; they are empty
    for words and for values that were printed in another form. The last pieces, ``in_margins`` in number,
    stand in headers and footers.
    """

    pieces: Sequence[tuple[str, bool]] = ()
    names: Sequence[str] = ()
    in_margins: int = 0

    @property
    def body(self) -> list[str]:
        """The text between the margins, in order."""
        return [text for text, _ in self.pieces[: len(self.pieces) - self.in_margins]]

    @property
    def emitted(self) -> list[str]:
        """The values that the engine put in, in order."""
        return [text for text, emitted in self.pieces if emitted]


@dataclass(frozen=True, slots=True)
class Artifact:
    """The bytes of one document, and what its page must say.

    ``detours`` say of each part of a Word file, and of the page of a PDF, that was not printed the short way
    why it was not. ``by_rows`` are PDFs whose long tables were written row by row.
    """

    content: bytes
    media_type: str
    script: Script = field(default_factory=Script)
    detours: Mapping[str, str] = field(default_factory=dict)
    by_rows: bool = False


@dataclass(frozen=True, slots=True)
class Impression:
    """A PDF of one page that was stamped, and not put together yet: what it has of its own.

    All files of one ``stamp`` are the same but for what the page draws, unpacked (``page``), and the
    ``identifier`` of the file. ``changed`` are the words that were set anew, each as the glyphs on the page
    say it, by their number among all runs of words. ``whole`` puts the file together.
    """

    stamp: Hashable
    page: bytes
    identifier: bytes
    changed: Mapping[int, str]
    script: Script
    whole: Callable[[], bytes]

    @property
    def artifact(self) -> Artifact:
        """Give it as any other document."""
        return Artifact(self.whole(), PDF, self.script)
