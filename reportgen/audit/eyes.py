"""What an eye sees of a paper, and what an ear hears of it, held against its text: no digest is asked."""

import re
from collections.abc import Iterator
from typing import Final

from reportgen.audit.paper import OpenPaper
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.origin import Origin
from reportgen.readback.eyes import has_oddities, sights, spoken

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SHOWN: Final = 60


def of_eyes(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell of words of a PDF that nobody sees as they are written, and of what is said aloud of either sort.

    Of a Word file the legible words are held against the manifest already.
    """
    if not paper.is_word:
        for one in sights(paper.content, PDF, paper.file):
            yield report("eye-differs", one.place, words=one.words, how=one.how)
        if has_oddities(paper.content):
            yield report("shown-otherwise", Origin(paper.file))
    yield from _of_ears(paper)


def _of_ears(paper: OpenPaper) -> Iterator[Diagnostic]:
    """Tell of descriptions with numbers that the page never showed, and of numbers said instead of words."""
    said = spoken(paper.content, DOCX if paper.is_word else PDF)
    texts = [text for text, _ in paper.manifest.page]
    shown = {number for text in (*texts, "".join(texts)) for number in _NUMBER.findall(text)}
    for text in dict.fromkeys(said.pictures):
        strange = [number for number in _NUMBER.findall(text) if number not in shown]
        if strange:
            yield _heard(paper, text, strange)
    for text in dict.fromkeys(said.instead):
        if numbers := _NUMBER.findall(text):
            yield _heard(paper, text, numbers)


def _heard(paper: OpenPaper, text: str, numbers: list[str]) -> Diagnostic:
    words = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    return report(
        "heard-otherwise", Origin(paper.file), numbers=", ".join(dict.fromkeys(numbers)), words=words
    )
