"""Checks of the text: legal bases, paragraphs, its end."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.measures import SLACK, count_letters, millimetres, slack_of
from reportgen.form.paper import Paper, is_bold
from reportgen.model.decree import MEASURES, TEXT_ALIGN
from reportgen.model.layout import CENTRE, TWIPS_PER_MM, Block
from reportgen.model.phrase import Phrase, phrase

_CITED: Final = 12
"""Shorter ones are gaps of a form."""

_LONG: Final = 70
"""Shorter paragraphs may be headings or single lines, which are not justified."""

_ROOM: Final = 8
"""So many 240ths of a line a measured distance may be off."""

_SINGLE: Final = 240
"""A line, as Word counts them."""

_TWIPS: Final = 20
"""To a point."""


def bases(paper: Paper) -> Iterator[Finding]:
    """Check how the legal bases end; what follows the last one may begin with its comma."""
    for number, block in enumerate(paper.bases, 1):
        last = number == len(paper.bases)
        allowed = (".", ",", ":", "…") if last else (";", "…")
        if count_letters(block) > _CITED and not block.text.endswith(allowed):
            yield _found("B-7", block, phrase("it ends with “{letter}”", letter=block.text[-1:]))


def paragraphs(paper: Paper) -> Iterator[Finding]:
    """Check how the paragraphs are set; headings and lists that stand in the middle are none."""
    found = [block for block in paper.text if count_letters(block) > _LONG and not _is_caption(block)]
    for block in found:
        yield from _paragraph(block)
    yield from _spaces(paper, {id(block) for block in found})
    if found and not any(block.text.endswith("./.") for block in paper.text):
        yield _found("B-13", found[-1], phrase("it does not end so"))


def _paragraph(block: Block) -> Iterator[Finding]:
    lines = MEASURES["lines"]
    if block.align != TEXT_ALIGN:
        yield _found("B-2", block, phrase("it is not justified"))
    if not _is_listed(block) and not _is_indented(block):
        yield _found("B-3", block, phrase("the indent is {size} mm", size=millimetres(block.first_indent)))
    room = _ROOM if block.lines else 0
    if block.line is not None and not (
        lines.least * _SINGLE - room <= block.line <= lines.most * _SINGLE + room
    ):
        yield _found("B-5", block, phrase("they stand {lines} lines apart", lines=_lines(block.line)))


def _is_indented(block: Block) -> bool:
    """Ask for one of the two indents."""
    allowed = (MEASURES["indent"].least, MEASURES["indent"].most)
    return any(abs(block.first_indent - one * TWIPS_PER_MM) <= slack_of(block) for one in allowed)


def _spaces(paper: Paper, long: set[int]) -> Iterator[Finding]:
    """Find paragraphs that stand too close, whether their spaces are added up or the larger one counts."""
    least = MEASURES["between-paragraphs"].least * _TWIPS
    for one, other in pairwise(paper.layout.blocks):
        apart = one.after + other.before
        if apart < least - (SLACK if other.lines else 0) and id(one) in long and id(other) in long:
            yield _found("B-4", other, phrase("{size} pt lie before it", size=apart // _TWIPS))


def _found(rule: str, block: Block, stands: Phrase) -> Finding:
    return Finding(rule, block.place, block.text, stands)


def _is_caption(block: Block) -> bool:
    return block.align == CENTRE and is_bold(block)


def _is_listed(block: Block) -> bool:
    return block.left > 0 and block.first_indent <= 0


def _lines(line: int) -> str:
    return str(round(line / _SINGLE, 2)).replace(".", ",")
