"""What a finished file shows, whoever made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

DRAFT_MARK: Final = "DỰ THẢO"
"""What every page of a paper says that is not issued."""

REPEATED = "repeated"
"""The press titles with it what a page shows again, such as the heading of a table that goes on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A finished file's text in reading order, its pages and its fonts.

    ``pieces`` are runs of text in document order (Word) or tag order (PDF), without page numbers and
    repeated table headings; ``pages`` is None for Word, which has pages only once it is laid out, and
    ``starts`` says how many pieces stand before each page. ``body`` is how many of Word's are neither header
    nor footer.
    """

    pieces: Sequence[str]
    pages: int | None = None
    fonts: Sequence[str] = ()
    starts: Sequence[int] = ()
    body: int | None = None
