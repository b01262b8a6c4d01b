"""Checks of pages as they were laid out: their size, their margins, and their numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.look import look_faults
from reportgen.form.measures import has_sheet_size, is_tabled, millimetres
from reportgen.form.paper import Paper, opens_appendix, opens_paper
from reportgen.model.decree import MEASURES, SETTINGS
from reportgen.model.layout import BOTH, TWIPS_PER_MM, Block, Line, Page
from reportgen.model.phrase import Phrase, phrase

_SLACK: Final = TWIPS_PER_MM
_LOWER: Final = 3 * TWIPS_PER_MM
"""A space before the first paragraph moves it down by so much."""

_CENTRED: Final = 3 * TWIPS_PER_MM
_OFF: Final = 10 * TWIPS_PER_MM
"""The middle of the text lies so far beside the middle of the sheet at most: the left margin is wider."""


def page_sizes(paper: Paper) -> Iterator[Finding]:
    """Check the size of the pages, and that only tables lie across."""
    pages = paper.layout.pages
    tabled = {line.page for block in paper.layout.blocks if is_tabled(block) for line in block.lines}
    for number, page in enumerate(pages, 1):
        if not has_sheet_size(page.width, page.height):
            measures = phrase("it is {a} × {b} mm", a=millimetres(page.width), b=millimetres(page.height))
            yield Finding("P-1", f"page {number}", "", measures)
    for across, group in groupby(range(1, len(pages) + 1), key=lambda n: _lies_across(pages[n - 1])):
        numbers = list(group)
        if paper.kind and across and not tabled & set(numbers):
            yield Finding("P-2", f"page {numbers[0]}", "", phrase("it lies across and holds no table"))


def _lies_across(page: Page) -> bool:
    return page.width > page.height


@dataclass(frozen=True, slots=True)
class _Margin:
    """How near the text comes to an edge, in what line, and how far it mostly stays if one can tell."""

    side: Phrase
    measure: str
    nearest: int
    line: Line
    usual: int | None = None


def page_margins(paper: Paper) -> Iterator[Finding]:
    """Measure the margins of upright pages: the text keeps out of them, and reaches as far as them."""
    upright = {n: page for n, page in enumerate(paper.layout.pages, 1) if not _lies_across(page)}
    lines = [line for page in upright.values() for line in page.lines]
    found = _margins(paper, lines, upright) if lines else ()
    for one in found:
        wanted = MEASURES[one.measure]
        if one.nearest < wanted.least * TWIPS_PER_MM - _SLACK:
            yield _margin(one, one.nearest)
        elif one.usual is not None and one.usual > wanted.most * TWIPS_PER_MM + _SLACK:
            yield _margin(one, one.usual)


def _margin(one: _Margin, size: int) -> Finding:
    stands = phrase("{side}: {size} mm", side=one.side, size=millimetres(size))
    return Finding("P-3", one.line.place, one.line.text, stands)


def _margins(paper: Paper, lines: Sequence[Line], pages: dict[int, Page]) -> Iterator[_Margin]:
    def right(line: Line) -> int:
        return pages[line.page].width - line.right

    def bottom(line: Line) -> int:
        return pages[line.page].height - line.bottom

    free = [b for b in paper.layout.blocks if b.cell is None and b.lines and b.lines[0].page in pages]
    flush = [line.left for block in free if block.align for line in block.lines[1:]]
    full = [right(line) for block in free if block.align == BOTH for line in block.lines[:-1]]
    left, high = min(lines, key=lambda one: one.left), min(lines, key=lambda one: one.top)
    far, low = min(lines, key=right), min(lines, key=bottom)
    yield _Margin(phrase("left"), "margin-left", left.left, left, min(flush, default=None))
    yield _Margin(phrase("right"), "margin-right", right(far), far, min(full, default=None))
    begun = round(high.top - _LOWER) if paper.nation else None  # a paper's head begins at its margin
    yield _Margin(phrase("top"), "margin-top", high.top, high, begun)
    yield _Margin(phrase("bottom"), "margin-bottom", bottom(low), low)


def printed_numbers(paper: Paper) -> Iterator[Finding]:
    """Check the numbers that stand in the margins of the pages."""
    pages = paper.layout.pages
    numbers = {n: [b for b in page.margins if b.numbered] for n, page in enumerate(pages, 1)}
    above = {n: [b for b in found if _is_above(b, pages[n - 1])] for n, found in numbers.items()}
    below = [b for n, found in numbers.items() for b in found if b not in above[n]]
    if below:
        yield Finding("P-6", below[0].place, "", phrase("they stand below the text"))
    shown = sorted(set(above) - {1, *_opened(paper)})
    if shown and not below and not any(above[n] for n in shown):
        yield Finding("P-6", f"page {shown[0]}", "", phrase("there are none"))
    if above.get(1):
        yield Finding("P-6", above[1][0].place, "", phrase("page 1 shows its number"))
    for number, found in above.items():
        for block in found:
            yield from _number(block, pages[number - 1])


def _opened(paper: Paper) -> Iterator[int]:
    """Name the pages on which a paper or an appendix begins: a first page shows no number."""
    return (b.lines[0].page for b in paper.layout.blocks if opens_paper(b) or opens_appendix(b))


def _is_above(block: Block, page: Page) -> bool:
    return block.lines[0].base < page.height // 2


def _number(block: Block, page: Page) -> Iterator[Finding]:
    off = block.lines[0].centre - page.width // 2
    if not -_CENTRED <= off <= _CENTRED + _OFF:
        yield Finding("P-6", block.place, block.text, phrase("they are not in the middle"))
    for fault in look_faults(block, replace(SETTINGS["X-1"], align=None)):
        yield Finding("P-6", block.place, block.text, fault)
