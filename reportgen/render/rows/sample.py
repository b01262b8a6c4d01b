"""The few rows of a long table that the engine lays out: the first, and the widest of each form."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final
from xml.etree.ElementTree import Element

from reportgen.model.artifact import Script
from reportgen.render.advances import text_width
from reportgen.render.rows.cut import Cut, Long, Row
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.template.marks import marked
from reportgen.render.template.script import Sheet, read_sheet

_FIRST: Final = "reportgen-rows-begin-{}-"
_LAST: Final = "reportgen-rows-end-{}-"
"""What stands in the rows around those of the sample while the page is read."""

_WORDS: Final = re.compile(r"[^\s/–—…-]+")
_SIZE: Final = 12
_TRIED: Final = 20
"""So many texts are measured, those with the most letters."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with some rows of a table: the table's element, and its body with theirs."""

    root: Element
    table: Element
    body: Element


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


def shown(chosen: Collection[int], count: int, *, beside: bool) -> list[int]:
    """Put rows, given by their numbers of so many, in their order, with those ``beside`` them or without."""
    steps = (-1, 0, 1) if beside else (0,)
    return sorted({number + step for number in chosen for step in steps} & set(range(count)))


def sampled(cut: Cut, numbers: Sequence[Sequence[int]]) -> tuple[list[Sample], list[Script]]:
    """Read the page with some rows of each table; tell what it prints between the tables.

    Raises:
        NotWrittenError: the rows do not stand in tables as they should.

    """
    html = [cut.texts[0]]
    for place, (table, own, after) in enumerate(zip(cut.tables, numbers, cut.texts[1:], strict=True)):
        ends = [f"<tr><td>{marked(sign.format(place))}</td></tr>" for sign in (_FIRST, _LAST)]
        html += [ends[0], *(written(table, table.rows[number]) for number in own), ends[1], after]
    sheet = read_sheet("".join(html))
    if sheet.unseen:
        raise NotWrittenError(LaidOut.MARK_UP)
    samples = [_sample(sheet.root, place, len(own)) for place, own in enumerate(numbers)]
    return samples, list(_between(sheet, len(numbers)))


def written(long: Long, row: Row) -> str:
    """Give a row as it stood on the page."""
    own = long.forms[row.form]
    values = (f"{marked(v, n)}{o}" for v, n, o in zip(row.values, row.names, own[1:], strict=True))
    return f"<tr{own[0]}{''.join(values)}"


def elements(long: Long, numbers: Sequence[int]) -> list[Element]:
    """Read some rows by themselves."""
    rows = "".join(written(long, long.rows[number]) for number in numbers)
    return list(read_sheet(f"<table><tbody>{rows}</tbody></table>").root.iter("tr"))


def _sample(root: Element, place: int, count: int) -> Sample:
    """Find the table of a place with so many rows, and take the signs out."""
    signs = [_FIRST.format(place), _LAST.format(place)]
    for table in root.iter("table"):
        for body in table:
            rows = list(body)
            if body.tag == "tbody" and rows and _sign(rows[0]) == signs[0]:
                if len(rows) != count + 2 or _sign(rows[-1]) != signs[1]:
                    raise NotWrittenError(LaidOut.MARK_UP)
                body.remove(rows[0])
                body.remove(rows[-1])
                return Sample(root, table, body)
    raise NotWrittenError(LaidOut.MARK_UP)


def _sign(row: Element) -> str:
    return "".join(row.itertext())


def _between(sheet: Sheet, count: int) -> Iterator[Script]:
    """Give the script of the page before, between and after the tables."""
    pieces, names = sheet.script.pieces, sheet.script.names
    texts, begin = [text for text, _ in pieces], 0
    for place in range(count):
        end = texts.index(_FIRST.format(place))
        yield Script(tuple(pieces[begin:end]), tuple(names[begin:end]))
        begin = texts.index(_LAST.format(place)) + 1
    yield Script(tuple(pieces[begin:]), tuple(names[begin:]))
