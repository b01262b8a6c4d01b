"""Every check, in the order in which their findings are told."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reportgen.form.appendices import appendices, appendix_pages
from reportgen.form.citations import cited
from reportgen.form.finding import Finding
from reportgen.form.head import addressees, header, recipients, signatures
from reportgen.form.look import look_faults
from reportgen.form.measured import drawn_lines, level, one_line, page_ends
from reportgen.form.minutes import minutes
from reportgen.form.numbering import divisions
from reportgen.form.offices import offices, seat
from reportgen.form.page import letters, page_numbers, sheets, spelling
from reportgen.form.pages import page_margins, page_sizes, printed_numbers
from reportgen.form.paper import HASTE, LIMITS, MINUTES, Paper, plain, spelled
from reportgen.form.text import bases, paragraphs
from reportgen.model.decree import SETTINGS
from reportgen.model.layout import BOTH, Block
from reportgen.model.office import Register
from reportgen.model.phrase import Phrase, phrase


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
        "H-9": paper.about,
        "B-1": paper.bases,
        "B-2": [b for b in paper.text if b.align == BOTH],
        "S-1": [b for column in signatures for b in (column[0], *column[1:-1]) if _is_titular(b, column)],
        "S-2": [column[-1] for column in signatures],
        "N-1": paper.to,
        "N-2": paper.recipients_head,
        "N-3": paper.recipients,
        "X-2": [b for b in paper.layout.blocks if spelled(b.text) in LIMITS],
        "X-3": [b for b in paper.layout.blocks if spelled(b.text) in HASTE],
    }


def _is_titular(block: Block, column: Sequence[Block]) -> bool:
    """Ask for a line of the signer's title: the first, and those in capitals below it."""
    return block is column[0] or block.text.isupper()


_BETWEEN_PARTIES: Final = frozenset(("HỢP ĐỒNG", "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN"))

Check = Callable[[Paper], Iterator[Finding]]

_OF_THE_FILE: Final[tuple[Check, ...]] = (
    sheets,
    letters,
    spelling,
)
_OF_A_SECTOR: Final[tuple[Check, ...]] = (spelling,)
"""Of a certificate and its like, whose form is not the decree's."""

_OF_EACH_PAPER: Final[tuple[Check, ...]] = (
    looks,
    header,
    seat,
    bases,
    cited,
    paragraphs,
    divisions,
    minutes,
    signatures,
    addressees,
    recipients,
    appendices,
    appendix_pages,
)


_ON_PAGES: Final[tuple[Check, ...]] = (page_sizes, page_margins)
"""Of a file that has no sheets of its own, but pages."""

_OF_EACH_LAID_OUT: Final[tuple[Check, ...]] = (one_line, drawn_lines, level, page_ends)


def check(
    papers: Sequence[Paper], shown: Sequence[Paper] = (), register: Register | None = None
) -> list[Finding]:
    """Make every check on the papers of one file; what is no kind of the decree is only looked over.

    ``shown`` are the same papers as they were laid out; they are asked where the file alone tells nothing.
    ``register`` knows offices by their days.
    """
    shown = shown or papers
    told = papers if any(paper.nation for paper in papers) else shown
    return [
        *(finding for one in _of_the_file(told, shown[0]) for finding in one(papers[0])),
        *_of_each((*_OF_EACH_PAPER, lambda paper: offices(paper, register or Register())), told),
        *_of_each(_OF_EACH_LAID_OUT, [paper for paper in shown if paper.layout.pages]),
    ]


def _of_the_file(papers: Sequence[Paper], shown: Paper) -> Sequence[Check]:
    """Name the checks of a whole file; the numbers of pages are looked at where there are pages."""
    if all(paper.sector for paper in papers):
        return _OF_A_SECTOR
    numbers = (lambda _: printed_numbers(shown)) if shown.layout.pages else page_numbers
    return (*(_ON_PAGES if papers[0].layout.pages else ()), *_OF_THE_FILE, numbers)


def _of_each(checks: Sequence[Check], papers: Sequence[Paper]) -> Iterator[Finding]:
    bound = [paper for paper in papers if paper.kind]
    return (finding for paper in bound for one in checks for finding in one(paper))


def not_found(paper: Paper) -> list[Phrase]:
    """Name the components that every paper has and this one seems not to; what is attached to one has few."""
    if any("kèm theo" in plain(block).casefold() for block in (*paper.subject, *paper.text[:1])):
        return []
    components = {
        phrase("the motto"): paper.motto,
        phrase("the office"): paper.office,
        phrase("the number"): paper.number,
        phrase("place and date"): paper.place_date or paper.kind == MINUTES,
        phrase("the signer"): paper.signatures,
        phrase("the recipients"): paper.recipients_head or paper.kind in _BETWEEN_PARTIES,
    }
    return [name for name, found in components.items() if not found]
