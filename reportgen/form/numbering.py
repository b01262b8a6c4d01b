"""Checks of how a text is divided: parts, sections, articles, points."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportgen.form.finding import Finding
from reportgen.form.paper import Paper, is_bold, plain
from reportgen.model.layout import CENTRE, Block
from reportgen.model.phrase import phrase

_PART: Final = re.compile(r"^(?:Phần|Chương|PHẦN|CHƯƠNG)\s+(?P<number>[IVXLC]+|\d+)\s*\.?$")
_SECTION: Final = re.compile(r"^[IVXLC]+\.\s+\w")
_ARTICLE: Final = re.compile(r"^Điều\s+\d+\s*\.")
_POINT: Final = re.compile(r"^(?P<letter>[a-zđ])(?P<mark>[.)/])\s")
_ROMAN: Final = re.compile(r"^[IVXLC]+$")
_ALPHABET: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters of points: B-12; those with other marks are not counted."""


def divisions(paper: Paper) -> Iterator[Finding]:
    """Check parts, sections and articles, each by its first words."""
    for block in paper.text:
        text = plain(block)
        if found := _PART.match(text):
            yield from _part(block, found["number"])
        elif _SECTION.match(text):
            yield from _section(block)
        elif _ARTICLE.match(text) and not _begins_bold(block):
            yield Finding("B-11", block.place, block.text, phrase("it is not bold"))
    yield from _points(paper.text)


def _part(block: Block, number: str) -> Iterator[Finding]:
    if not _ROMAN.match(number):
        yield Finding("B-9", block.place, block.text, phrase("its number is not Roman"))
    if not is_bold(block):
        yield Finding("B-9", block.place, block.text, phrase("it is not bold"))
    if block.align not in (CENTRE, ""):
        yield Finding("B-9", block.place, block.text, phrase("it is not centred"))


def _section(block: Block) -> Iterator[Finding]:
    """Check a heading: what is neither bold nor in capitals is none."""
    if is_bold(block) and not block.text.isupper():
        yield Finding("B-10", block.place, block.text, phrase("it is not in capitals"))
    if block.text.isupper() and not is_bold(block):
        yield Finding("B-10", block.place, block.text, phrase("it is not bold"))


def _begins_bold(block: Block) -> bool:
    return next((one.look.bold for one in block.letters if one.text.strip()), True)


def _points(text: Sequence[Block]) -> Iterator[Finding]:
    """Check the letters of points, one after the other; each list begins anew at ``a``."""
    points = [(found["letter"], found["mark"], b) for b in text if (found := _POINT.match(plain(b)))]
    for letter, mark, block in points:
        if mark != ")" and any(other == mark for _, other, b in points if b is not block):
            yield Finding("B-12", block.place, block.text, phrase("“{mark}” follows the letter", mark=mark))
        elif letter not in _ALPHABET:
            yield Finding(
                "B-12", block.place, block.text, phrase("“{letter}” is no letter of points", letter=letter)
            )
    for (one, _, _), (other, _, block) in pairwise(points):
        if one in _ALPHABET and other in _ALPHABET and other != "a" and _next(one) != other:
            stands = phrase("“{letter}” comes after “{one}”", letter=other, one=one)
            yield Finding("B-12", block.place, block.text, stands)


def _next(letter: str) -> str:
    place = _ALPHABET.index(letter) + 1
    return _ALPHABET[place : place + 1]
