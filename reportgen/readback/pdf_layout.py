"""How a PDF is set, measured on its pages: whoever made it, and whether or not it has tags.

A PDF knows letters and strokes, no paragraphs. Letters at one level make a line, lines that are full and go
on make a paragraph, texts side by side (the header, the signatures) make the cells of a table.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2

from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.layout import CENTRE, TWIPS_PER_MM, Block, Layout, Page, Stroke
from reportgen.model.phrase import phrase
from reportgen.readback.page_blocks import bounds, columns, paragraphs
from reportgen.readback.page_columns import tables
from reportgen.readback.page_lines import Printed, printed_lines
from reportgen.readback.pdf_file import opened
from reportgen.readback.pdf_letters import Letter, letters
from reportgen.readback.pdf_size import refuse_endless
from reportgen.readback.pdf_strokes import strokes

_NUMBER: Final = re.compile(r"^\W*(?:trang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?\W*$", re.IGNORECASE)
_NATION: Final = re.compile(r"^CỘNG H(ÒA|OÀ) XÃ HỘI")
_DRAFT: Final = re.compile(r"^dự thảo\b", re.IGNORECASE)
_MARGIN: Final = round(25 * TWIPS_PER_MM)
_HEADS: Final = 8
"""No page holds the heads of more papers."""

_SLACK: Final = round(2 * TWIPS_PER_MM)
_MOST: Final = 2_000_000
"""Letters of one file."""

_POINT: Final = 20


def pdf_layout(content: bytes) -> Layout:
    """Measure how a PDF is set.

    Raises:
        DataError: it cannot be opened, or it shows no text: it is a picture of a paper.

    """
    refuse_endless(content)
    with opened(content) as document:
        sides = list(_sides(document))
    if not any(side.printed for side in sides):
        raise DataError([report("pdf-without-text")])
    return _laid_out(sides)


@dataclass(slots=True)
class _Side:
    """A page as it was read, in twips."""

    width: int
    height: int
    printed: list[Printed]
    strokes: list[Stroke]


def _sides(document: pypdfium2.PdfDocument) -> Iterator[_Side]:
    read = 0
    for number, page in enumerate(document, 1):
        width, height = (round(side * _POINT) for side in page.get_size())
        textpage = page.get_textpage()
        drawn = strokes(page, number)
        read += textpage.count_chars()
        if read > _MOST:
            raise DataError([report("unreadable-pdf", reason=phrase("it has too many letters"))])
        seen = [one for one in letters(page, textpage) if one.seen and _is_on(one, width, height)]
        textpage.close()
        page.close()
        yield _Side(width, height, printed_lines(seen, drawn, number), drawn)


def _is_on(letter: Letter, width: int, height: int) -> bool:
    return letter.right > 0 and letter.left < width and 0 < letter.base < height


def _laid_out(sides: Sequence[_Side]) -> Layout:
    repeated = _repeated(sides)
    margins = [_in_the_margins(side, number, repeated) for number, side in enumerate(sides, 1)]
    pages = [
        Page(
            side.width,
            side.height,
            [one.line for one in side.printed if id(one) not in {id(found) for found in apart}],
            [_marginal(one, side) for one in apart],
            side.strokes,
        )
        for side, apart in zip(sides, margins, strict=True)
    ]
    return Layout(_blocks(sides, margins), (), pages)


def _repeated(sides: Sequence[_Side]) -> set[tuple[str, int]]:
    """Find what stands at the same height of more than one page, near its edge."""
    found = Counter(_where(one) for side in sides for one in side.printed if _is_near_the_edge(one, side))
    return {what for what, times in found.items() if times > 1}


def _in_the_margins(side: _Side, number: int, repeated: set[tuple[str, int]]) -> list[Printed]:
    """Find the number of a page, the mark of a draft, and the lines that neighbouring pages have as well."""
    heads = [one.line.base for one in side.printed if _NATION.match(one.line.text)]
    near = [one for one in side.printed if _is_near_the_edge(one, side) and not _is_in_a_head(one, heads)]
    marks = [one for one in near if _is_mark(one, repeated)]
    taken = {id(one) for one in marks}
    levels = Counter(one.line.base // _SLACK for one in side.printed if id(one) not in taken)
    numbers = [one for one in near if _NUMBER.match(one.line.text) and not _is_in_a_row(one, levels)]
    taken |= {id(one) for one in numbers if _where(one) in repeated}
    own = [one.line.base for one in side.printed if id(one) not in taken]
    ends = {min(own), max(own)} if own else set()
    return marks + [
        one for one in numbers if id(one) in taken or (one.line.base in ends and _is_number(one, number))
    ]


def _is_mark(one: Printed, repeated: set[tuple[str, int]]) -> bool:
    """Ask for the mark of a draft, and for words that other pages have at the same place."""
    alike = _where(one) in repeated and not _NUMBER.match(one.line.text)
    return alike or _DRAFT.match(one.line.text) is not None


def _is_in_a_head(one: Printed, heads: Sequence[int]) -> bool:
    """Ask whether it stands beside or below a national title: several papers of a file begin alike."""
    return any(head - _SLACK <= one.line.base <= head + _MARGIN for head in heads[:_HEADS])


def _is_in_a_row(one: Printed, levels: Mapping[int, int]) -> bool:
    """Ask whether it stands beside others, as in a table."""
    level = one.line.base // _SLACK
    return sum(levels.get(near, 0) for near in (level - 1, level, level + 1)) > 1


def _where(one: Printed) -> tuple[str, int]:
    return one.line.text, one.line.base // _SLACK


def _is_number(one: Printed, number: int) -> bool:
    """Ask for the number of a page: any above the text, below it only its own."""
    found = _NUMBER.match(one.line.text)
    return found is not None and (one.line.base < _MARGIN or int(found[1]) == number)


def _is_near_the_edge(one: Printed, side: _Side) -> bool:
    return one.line.base < _MARGIN or one.line.base > side.height - _MARGIN


def _marginal(one: Printed, side: _Side) -> Block:
    middle = abs(one.line.centre - side.width // 2) <= _MARGIN // 2
    return Block(
        one.letters,
        CENTRE if middle else "",
        one.line.place,
        numbered=bool(_NUMBER.match(one.line.text)),
        lines=(one.line,),
    )


def _blocks(sides: Sequence[_Side], margins: Sequence[Sequence[Printed]]) -> list[Block]:
    """Put the paragraphs together, each at its place from top to bottom."""
    free: dict[int, list[Printed]] = {}
    placed: list[tuple[int, int, list[Block]]] = []
    count = 0
    for number, (side, apart) in enumerate(zip(sides, margins, strict=True), 1):
        taken = {id(one) for one in apart}
        columned = tables([one for one in side.printed if id(one) not in taken], side.strokes, count + 1)
        count += len(columned)
        for table in columned:
            taken |= {id(one) for _, lines in table for one in lines}
            top = min(one.line.base for _, lines in table for one in lines)
            placed.append((number, top, [one for cell, lines in table for one in columns(lines, cell)]))
        free.setdefault(side.width, []).extend(one for one in side.printed if id(one) not in taken)
    for width, lines in free.items():
        drawn = [stroke for side in sides if side.width == width for stroke in side.strokes]
        found = paragraphs(lines, bounds([one.line for one in lines], drawn, width))
        placed += [(block.lines[0].page, block.lines[0].base, [block]) for block in found]
    placed.sort(key=lambda one: one[:2])
    return [block for _, _, blocks in placed for block in blocks]
