"""How a finished paper is set: its sheets, its paragraphs, and how their letters look. Whoever made it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEFT, CENTRE, RIGHT, BOTH = "left", "center", "right", "both"
TWIPS_PER_MM = 1440 / 25.4
"""Word measures in twentieths of a point."""

_ABOVE, _BELOW = 9, 2
"""Twips that letters reach over and under their line, for each half point of size."""


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: ``size`` in half points, ``colour`` as RRGGBB, ``fonts`` of Word's four slots."""

    size: int
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    colour: str = "000000"
    fonts: tuple[str, ...] = ()
    spacing: int = 0


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table of the body a paragraph stands; all count from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, in twips from the top left corner of its page; its letters stand on ``base``."""

    text: str
    page: int
    left: int
    right: int
    base: int
    size: int

    @property
    def width(self) -> int:
        """Measure it."""
        return self.right - self.left

    @property
    def centre(self) -> int:
        """Give the middle between its ends."""
        return (self.left + self.right) // 2

    @property
    def top(self) -> int:
        """Tell how high its letters reach."""
        return self.base - self.size * _ABOVE

    @property
    def bottom(self) -> int:
        """Tell how low its letters reach."""
        return self.base + self.size * _BELOW

    @property
    def place(self) -> str:
        """Say where it begins, by its page and in whole millimetres."""
        left, down = round(self.left / TWIPS_PER_MM), round(self.base / TWIPS_PER_MM)
        return f"page {self.page}, {left} mm from the left, {down} mm from the top"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line drawn on a page, in twips from its top left corner."""

    page: int
    left: int
    top: int
    right: int
    bottom: int

    @property
    def is_across(self) -> bool:
        """Tell whether it lies and does not stand."""
        return self.right - self.left > self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: measures in twips, ``line`` in 240ths of a line or None where it is exact.

    ``ruled`` says that a drawn line stands in it or below it, ``numbered`` that it shows the page's number.
    ``align`` is empty where it cannot be told. ``lines`` are known of a paper that was laid out, ``path`` is
    the way to the paragraph through the file's tree, where it has one.
    """

    letters: tuple[Letters, ...]
    align: str
    place: str
    first_indent: int = 0
    left: int = 0
    before: int = 0
    after: int = 0
    line: int | None = 240
    cell: Cell | None = None
    section: int = 0
    ruled: bool = False
    numbered: bool = False
    keeps_next: bool = False
    lines: tuple[Line, ...] = ()
    path: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """Give what it says, as it is seen: capitals where they are only a look."""
        return "".join(one.text.upper() if one.look.capitals else one.text for one in self.letters).strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheets of one section, in twips, 0 where it is not said; headers and footers by their pages.

    ``own_first`` says that its first page has a header of its own, ``restarts`` that pages are counted anew.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    own_first: bool = False
    restarts: bool = False
    headers: Mapping[str, Sequence[Block]] | None = None
    footers: Mapping[str, Sequence[Block]] | None = None

    @property
    def across(self) -> bool:
        """Tell whether the sheet lies across."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was laid out: its lines of text, what stands in its margins, and what is drawn."""

    width: int
    height: int
    lines: Sequence[Line]
    margins: Sequence[Block] = ()
    strokes: Sequence[Stroke] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A paper as it is set; ``pages`` only where it was laid out."""

    blocks: Sequence[Block]
    sheets: Sequence[Sheet]
    pages: Sequence[Page] = ()
