"""Every check, in the order in which their findings are told."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reportgen.form.components import Paper
from reportgen.form.finding import Finding
from reportgen.form.head import header, recipients, signatures
from reportgen.form.look import look_faults
from reportgen.form.page import letters, page_numbers, sheets, spelling
from reportgen.form.text import bases, paragraphs
from reportgen.model.decree import SETTINGS
from reportgen.model.layout import BOTH, Block


def looks(paper: Paper) -> Iterator[Finding]:
    """Check size, style and place of every component."""
    for rule, blocks in _components(paper).items():
        for block in filter(_has_letters, blocks):
            for fault in look_faults(block, SETTINGS[rule]):
                yield Finding(rule, block.place, block.text, fault)


def _has_letters(block: Block) -> bool:
    """Pass over the gaps of a draft."""
    return any(letter.isalpha() for letter in block.text)


def _components(paper: Paper) -> dict[str, Sequence[Block]]:
    signatures = [column for column in paper.signatures if column]
    return {
        "H-1": paper.nation,
        "H-2": paper.motto,
        "H-3": paper.parent,
        "H-4": paper.office,
        "H-5": paper.number,
        "H-6": paper.place_date,
        "H-7": paper.title,
        "H-8": paper.subject,
        "B-1": paper.bases,
        "B-2": [b for b in paper.text if b.align == BOTH],
        "S-1": [column[0] for column in signatures],
        "S-2": [column[-1] for column in signatures],
        "N-2": paper.recipients_head,
        "N-3": paper.recipients,
    }


_OF_THE_FILE: Final[tuple[Callable[[Paper], Iterator[Finding]], ...]] = (
    sheets,
    page_numbers,
    letters,
    spelling,
)
_OF_EACH_PAPER: Final[tuple[Callable[[Paper], Iterator[Finding]], ...]] = (
    looks,
    header,
    bases,
    paragraphs,
    signatures,
    recipients,
)


def check(papers: Sequence[Paper]) -> list[Finding]:
    """Make every check on the papers of one file; what is no kind of the decree is only looked over."""
    whole = [finding for one in _OF_THE_FILE for finding in one(papers[0])]
    bound = [paper for paper in papers if paper.kind]
    return [*whole, *(finding for paper in bound for one in _OF_EACH_PAPER for finding in one(paper))]
