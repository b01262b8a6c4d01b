"""Checks of how a paper speaks of others: what a legal basis names, and how parts of a law are called."""

import re
from collections.abc import Iterator
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.paper import Paper, plain
from reportgen.model.phrase import phrase

_NUMBERED: Final = re.compile(r"^căn cứ (?:nghị định|thông tư|quyết định)\b", re.IGNORECASE)
"""Laws have no number in a basis, and plans of an office may have none; these always have one."""

_NUMBER: Final = re.compile(r"\bsố\s*[\d.…_]|…|\.{3}", re.IGNORECASE)
_DAY: Final = re.compile(r"\bngày\b|…|\.{3}", re.IGNORECASE)
_PART: Final = r"(?:\d+|[a-zđ])"
_LARGE: Final = re.compile(rf"(?<=[\w,;] )(?:Khoản|Điểm) {_PART}(?:,? [kK]hoản {_PART})?,? [đĐ]iều \d+")
_SMALL: Final = re.compile(rf"\b[kK]hoản {_PART},? điều \d+")


def cited(paper: Paper) -> Iterator[Finding]:
    """Check number and day of what the paper rests on, and the capitals of citations."""
    for block in paper.bases:
        text = plain(block)
        if _NUMBERED.match(text) and not (_NUMBER.search(text) and _DAY.search(text)):
            yield Finding("B-6", block.place, block.text, phrase("its number or its day is not there"))
    for block in (*paper.bases, *paper.text):
        text = plain(block)
        if found := _LARGE.search(text) or _SMALL.search(text):
            yield Finding("C-6", block.place, found.group(), phrase("the capitals are not right"))
