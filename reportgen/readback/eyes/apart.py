"""Where an eye and the text of a PDF come apart, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reportgen.readback.eyes.judging import Fault, Judged, looked_at
from reportgen.readback.pdf_file import opened

_NUMBER: Final = re.compile(r"\d+")


class How(StrEnum):
    """How they come apart."""

    UNSEEN = "unseen"
    """The text says it, and nobody sees it: covered, cut off, pale, tiny, upon other letters."""

    OTHERWISE = "otherwise"
    """The text says one digit, and another one is seen."""

    TURNED = "turned"
    """It stands on its head: a nine is a six."""

    REPLACED = "replaced"
    """The file gives a text of its own for what is drawn there."""

    ASIDE = "aside"
    """A number is seen that no tag names and is none of a page, or a shape for which the text has nothing."""

    NOTE = "note"
    """Something is stuck upon the page, as programs for PDF let anybody do."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A word of the text, on which page from 1, and what an eye makes of it where that is known."""

    page: int
    how: How
    word: str
    looks: str = ""


_FAULTS: Final = {
    Fault.UNSEEN: How.UNSEEN,
    Fault.PILED: How.UNSEEN,
    Fault.OTHERWISE: How.OTHERWISE,
    Fault.REPLACED: How.REPLACED,
    Fault.TURNED: How.TURNED,
    Fault.UNSAID: How.ASIDE,
}


def come_apart(content: bytes) -> list[Apart]:
    """List the words of a PDF that an eye does not see, or sees otherwise; those that no tag names come last.

    Raises:
        DataError: it is no PDF that can be read.

    """
    found: list[Apart] = []
    aside: list[Apart] = []
    numbers: set[str] = set()
    with opened(content) as document:
        for number in range(1, len(document) + 1):
            numbers.add(str(number))
            stuck, letters = looked_at(document, number - 1)
            found += [Apart(number, How.NOTE, note) for note in stuck]
            for word in _words(letters):
                text = "".join(one.sign.text for one in word)
                found += _of_word(number, text, word)
                if word[0].sign.run.tagged:
                    numbers.update(_NUMBER.findall(text))
                elif _NUMBER.search(text):
                    aside.append(Apart(number, How.ASIDE, text))
    return [*found, *(one for one in aside if not numbers.issuperset(_NUMBER.findall(one.word)))]


def _words(letters: Iterable[Judged]) -> Iterator[list[Judged]]:
    """Put letters together to words."""
    word: list[Judged] = []
    for one in letters:
        if word and (one.sign.begins or one.sign.run.tagged != word[-1].sign.run.tagged):
            yield word
            word = []
        word.append(one)
    if word:
        yield word


def _of_word(page: int, text: str, word: Sequence[Judged]) -> Iterator[Apart]:
    """Tell of a word once, by the first of its letters that is not seen as it is written."""
    fault = next((one.fault for one in word if one.fault), None)
    if fault:
        looks = "".join(one.looks or one.sign.text for one in word) if fault is Fault.OTHERWISE else ""
        yield Apart(page, _FAULTS[fault], text, looks)
