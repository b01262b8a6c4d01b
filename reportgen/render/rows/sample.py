"""The few rows of a long table that the engine lays out: the first, and the widest of each form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final
from xml.etree.ElementTree import Element

from reportgen.model.artifact import Script
from reportgen.render.advances import text_width
from reportgen.render.rows.cut import Long, Row
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.marks import marked
from reportgen.render.template.script import Sheet, read_sheet

_FIRST: Final = "reportgen-rows-begin-"
_LAST: Final = "reportgen-rows-end-"
"""What stands in the rows around those of the sample while the page is read."""

_WORDS: Final = re.compile(r"[^\s/–—…-]+")
_SIZE: Final = 12
_TRIED: Final = 20
"""So many texts are measured, those with the most letters."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with some of its rows: the table, its body with them, and what else the page prints."""

    root: Element
    table: Element
    body: Element
    before: Script
    after: Script


def widest(rows: Sequence[Row], words: Sequence[Sequence[str]]) -> list[int]:
    """Choose the rows, by their numbers, in which a column seems to have its longest text or longest word.

    Where that is wrong it is seen later, and costs another layout.
    """
    met: dict[tuple[int, int], dict[str, int]] = {}
    for number, (row, texts) in enumerate(zip(rows, words, strict=True)):
        for cell, text in enumerate(texts):
            met.setdefault((row.form, cell), {}).setdefault(text, number)
    return sorted({0, *chain.from_iterable(map(_telling, met.values()))})


def _telling(met: Mapping[str, int]) -> Iterator[int]:
    """Choose the row of the text that is the widest, and of the one with the widest word."""
    longest = sorted(met, key=len)[-_TRIED:]
    yield met[max(longest, key=_width)]
    wordy = sorted(met, key=_longest_word)[-_TRIED:]
    yield met[max(wordy, key=lambda text: max(map(_width, _WORDS.findall(text)), default=0))]


def _width(text: str) -> float:
    return text_width(text, _SIZE)


def _longest_word(text: str) -> int:
    return max(map(len, _WORDS.findall(text)), default=0)


def sampled(long: Long, numbers: Sequence[int]) -> Sample:
    """Read the page with some of its rows.

    Raises:
        NotWrittenError: the rows do not stand in a table as they should.

    """
    ends = [f"<tr><td>{marked(sign)}</td></tr>" for sign in (_FIRST, _LAST)]
    rows = "".join(written(long, long.rows[number]) for number in numbers)
    sheet = read_sheet(f"{long.before}{ends[0]}{rows}{ends[1]}{long.after}")
    if sheet.unseen:
        raise NotWrittenError(LaidOut.MARK_UP)
    table, body = _parents(sheet.root)
    found = list(body)
    signs = [_sign(found[0]), _sign(found[-1])]
    if len(found) != len(numbers) + 2 or signs != [_FIRST, _LAST]:
        raise NotWrittenError(LaidOut.MARK_UP)
    body.remove(found[0])
    body.remove(found[-1])
    return Sample(sheet.root, table, body, *_around(sheet))


def written(long: Long, row: Row) -> str:
    """Give a row as it stood on the page."""
    own = long.forms[row.form]
    values = (f"{marked(v, n)}{o}" for v, n, o in zip(row.values, row.names, own[1:], strict=True))
    return f"<tr{own[0]}{''.join(values)}"


def elements(long: Long, numbers: Sequence[int]) -> list[Element]:
    """Read some rows by themselves."""
    rows = "".join(written(long, long.rows[number]) for number in numbers)
    return list(read_sheet(f"<table><tbody>{rows}</tbody></table>").root.iter("tr"))


def _parents(root: Element) -> tuple[Element, Element]:
    for table in root.iter("table"):
        for body in table:
            if body.tag == "tbody" and len(body) and _sign(body[0]) == _FIRST:
                return table, body
    raise NotWrittenError(LaidOut.MARK_UP)


def _sign(row: Element) -> str:
    return "".join(row.itertext())


def _around(sheet: Sheet) -> Iterator[Script]:
    """Give the script of the page before and after the rows."""
    texts = [text for text, _ in sheet.script.pieces]
    first, last = texts.index(_FIRST), texts.index(_LAST)
    pieces, names = sheet.script.pieces, sheet.script.names
    yield Script(tuple(pieces[:first]), tuple(names[:first]))
    yield Script(tuple(pieces[last + 1 :]), tuple(names[last + 1 :]))
