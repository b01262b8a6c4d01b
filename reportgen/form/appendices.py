"""Checks of the appendices of a paper."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.look import look_faults
from reportgen.form.paper import Paper, plain
from reportgen.model.decree import SETTINGS
from reportgen.model.layout import Block
from reportgen.model.phrase import phrase

_NUMBERED: Final = re.compile(r"^phụ lục\s+(?P<number>\w+)", re.IGNORECASE)
_ROMAN: Final = re.compile(r"^[IVXLC]+$")
_NOTE: Final = re.compile(r"^\(\s*kèm theo\b", re.IGNORECASE)
_NEAR: Final = 5
"""So many paragraphs at most make up the head of an appendix."""


def appendices(paper: Paper) -> Iterator[Finding]:
    """Check that the text points to them, how they are numbered, and how each is headed."""
    heads = [appendix[0] for appendix in paper.appendices]
    if heads and not any("phụ lục" in plain(block).casefold() for block in _all_text(paper)):
        yield Finding("A-4", heads[0].place, heads[0].text, phrase("the text does not speak of it"))
    for appendix in paper.appendices:
        yield from _number(appendix[0], alone=len(heads) == 1)
        yield from _head(appendix)


def _all_text(paper: Paper) -> Iterator[Block]:
    """Give the text, its tables too: all that stands before the first appendix."""
    first = paper.appendices[0][0]
    for block in paper.layout.blocks:
        if block is first:
            return
        yield block


def _number(head: Block, *, alone: bool) -> Iterator[Finding]:
    found = _NUMBERED.match(plain(head))
    if alone and found:
        yield Finding("A-4", head.place, head.text, phrase("it is numbered and the only one"))
    elif not alone and (found is None or not _ROMAN.match(found["number"])):
        yield Finding("A-4", head.place, head.text, phrase("its number is not Roman"))


def _head(appendix: Sequence[Block]) -> Iterator[Finding]:
    head, following = appendix[0], [block for block in appendix[1:_NEAR] if block.cell is None]
    for fault in look_faults(head, SETTINGS["A-1"]):
        yield Finding("A-1", head.place, head.text, fault)
    note = next((block for block in following if _NOTE.match(plain(block))), None)
    titles = [block for block in following[: following.index(note) if note else 1] if block.text]
    for block in titles:
        for fault in look_faults(block, SETTINGS["A-2"]):
            yield Finding("A-2", block.place, block.text, fault)
    if note is None:
        yield Finding("A-5", head.place, head.text, phrase("the note “(Kèm theo …)” is not there"))
    else:
        for fault in look_faults(note, SETTINGS["A-3"]):
            yield Finding("A-3", note.place, note.text, fault)


def appendix_pages(paper: Paper) -> Iterator[Finding]:
    """Check that the pages of each appendix are counted anew."""
    for appendix in paper.appendices:
        head = appendix[0]
        counted_anew = _in_pages(paper, head) if head.lines else _in_sections(paper, head)
        if not counted_anew:
            yield Finding("P-7", head.place, head.text, phrase("its pages are not counted anew"))


def _in_sections(paper: Paper, head: Block) -> bool:
    sheets = paper.layout.sheets
    return head.section >= len(sheets) or sheets[head.section].restarts


def _in_pages(paper: Paper, head: Block) -> bool:
    """Ask whether the next page, if it shows a number, shows a low one."""
    first = head.lines[0].page
    following = paper.layout.pages[first : first + 1]
    shown = [b.text.strip() for page in following for b in page.margins if b.numbered]
    return all(number in ("1", "2") for number in shown)
