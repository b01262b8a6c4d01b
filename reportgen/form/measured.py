"""Checks of a paper as it was laid out: what must not wrap, how long drawn lines are, what is level."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.measures import millimetres
from reportgen.form.paper import Paper, is_bold
from reportgen.model.layout import TWIPS_PER_MM, Block, Line, Stroke
from reportgen.model.phrase import Phrase, phrase

_EM: Final = 10
"""Twips in a size of half a point."""

_REACH: Final = 2 * _EM
"""A drawn line belongs to the text if it is not farther below than twice its size."""

_MIDDLE: Final = 3 * TWIPS_PER_MM
_LEVEL: Final = 2.5 * TWIPS_PER_MM
_TYPED: Final = "_─—-=* "
_LAST_LINES: Final = 2


_AS_LONG: Final = (0.94, 1.06)
_A_THIRD_TO_A_HALF: Final = (0.32, 0.52)
"""With a little room for how programs round."""


def one_line(paper: Paper) -> Iterator[Finding]:
    """Check that national title and motto stand on one line each, at the right."""
    for block in paper.nation:
        if not block.text.upper().endswith("VIỆT NAM"):
            yield Finding("H-1", block.place, block.text, phrase("it does not stand on one line"))
        if block.lines and block.lines[0].centre < paper.layout.pages[block.lines[0].page - 1].width // 2:
            yield Finding("H-1", block.place, block.text, phrase("it does not stand at the right"))
    for block in paper.motto:
        if not block.text.casefold().endswith("phúc"):
            yield Finding("H-2", block.place, block.text, phrase("it does not stand on one line"))


def drawn_lines(paper: Paper) -> Iterator[Finding]:
    """Measure the lines below motto, office and subject against the text above them."""
    yield from _drawn("H-2", paper.motto, _AS_LONG, paper)
    yield from _drawn("H-4", paper.office, _A_THIRD_TO_A_HALF, paper)
    yield from _drawn("H-8", paper.subject, _A_THIRD_TO_A_HALF, paper)


def _drawn(rule: str, blocks: Sequence[Block], share: tuple[float, float], paper: Paper) -> Iterator[Finding]:
    lines = [line for block in blocks for line in block.lines]
    if not lines:
        return
    last, longest = lines[-1], max(line.width for line in lines)
    found = _strokes_below(last, paper)
    if not found:
        if not _is_typed_below(last, paper):
            yield Finding(rule, last.place, last.text, phrase("no line is drawn below it"))
        return
    stroke = found[0]
    length, least, most = stroke.right - stroke.left, *share
    if not any(least * width <= length <= most * width for width in (last.width, longest)):
        measures = phrase(
            "the line below it is {length} mm long, the text {width} mm",
            length=millimetres(length),
            width=millimetres(last.width),
        )
        yield Finding(rule, last.place, last.text, measures)
    elif abs((stroke.left + stroke.right) // 2 - last.centre) > _MIDDLE:
        yield Finding(rule, last.place, last.text, phrase("the line below it is not in the middle"))


def _strokes_below(line: Line, paper: Paper) -> list[Stroke]:
    """List the drawn lines below a text, the nearest first; lines right under letters are no such lines."""
    found = [
        stroke
        for stroke in paper.layout.pages[line.page - 1].strokes
        if stroke.is_across
        and line.base + line.size < stroke.top < line.base + _REACH * line.size
        and stroke.left < line.right
        and line.left < stroke.right
    ]
    return sorted(found, key=lambda stroke: stroke.top)


def _is_typed_below(line: Line, paper: Paper) -> bool:
    return any(
        not other.text.strip(_TYPED) and 0 < other.base - line.base < _REACH * line.size
        for other in paper.layout.pages[line.page - 1].lines
        if other.left < line.right and line.left < other.right
    )


def level(paper: Paper) -> Iterator[Finding]:
    """Check that the date stands beside the number, and the recipients beside the signer's title."""
    for date in paper.place_date[:1]:
        yield from _beside("H-6", date, paper.number[-1:], phrase("it is not level with the number"))
    if paper.kind == "BIÊN BẢN":
        return  # there the recipients stand below
    titles = [column[0] for column in paper.signatures if column]
    for head in paper.recipients_head:
        yield from _beside("N-2", head, titles, phrase("it is not level with the signer's title"))


def _beside(rule: str, block: Block, others: Sequence[Block], stands: Phrase) -> Iterator[Finding]:
    line = block.lines[0]
    places = [(other.lines[0].page, other.lines[0].base) for other in others]
    if places and not any(page == line.page and abs(base - line.base) <= _LEVEL for page, base in places):
        yield Finding(rule, block.place, block.text, stands)


def page_ends(paper: Paper) -> Iterator[Finding]:
    """Look for a heading alone at the end of a page, a word alone on the last one, a signature alone."""
    text = {id(block) for block in paper.text}
    for one, other in pairwise(block for block in paper.layout.blocks if block.lines):
        if (
            id(one) in text
            and other.lines[0].page > one.lines[-1].page
            and is_bold(one)
            and len(one.lines) == 1
        ):
            yield Finding("W-1", one.place, one.text, phrase("its text begins on the next page"))
    lines = [line for block in paper.text for line in block.lines]
    if len(lines) > 1 and lines[-1].page > lines[-2].page and len(lines[-1].text.split()) == 1:
        yield Finding("W-2", lines[-1].place, lines[-1].text, phrase("it stands alone on its page"))
    yield from _signed_apart(paper)


def _signed_apart(paper: Paper) -> Iterator[Finding]:
    for column in paper.signatures[-1:]:
        title = column[0].lines[0]
        on_page = [b for b in paper.layout.blocks for line in b.lines if line.page == title.page]
        text = [b for b in on_page if b.lines[0].base < title.base or b.lines[0].page < title.page]
        if title.page > 1 and len(text) < _LAST_LINES:
            yield Finding("S-8", title.place, title.text, phrase("it stands alone on its page"))
        if len({block.lines[0].page for block in column}) > 1:
            yield Finding("S-8", title.place, title.text, phrase("it is torn apart by the end of the page"))
