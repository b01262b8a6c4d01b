"""Where the cells of a CSV text begin and what separates them."""

import re
from array import array
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.model.origin import Origin

SEPARATORS = (",", ";", "\t", "|")

_NO_TEXT = " " + "".join(SEPARATORS)
_SAMPLE = 65536
_SAMPLE_LINES = 50
_MOST_KEPT = 64
_SAYS = re.compile(r'"?sep=([,;\t|])"?[ \t]*(?:\n|\Z)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
_QUOTED_CELL = re.compile(r"(?:\A|(?<=[,;|\t\n])) *" + _QUOTED.pattern)


def announced(text: str) -> tuple[str | None, int]:
    """Read a ``sep=;`` line, as Excel does: the separator, and where the table begins after it."""
    match = _SAYS.match(text)
    return (match[1], match.end()) if match else (None, 0)


def sniffed(text: str) -> str:
    """Find the separator that the most lines have equally often, a tab if nothing speaks for one.

    Where the first line has another number of them it must be a title, so more is asked for: several in a
    line, or numbers between them.
    """
    lines = _sample(text)
    filled = [line for line in lines if line.strip(_NO_TEXT)]
    usual = {sign: _usual([line.count(sign) for line in filled]) for sign in SEPARATORS}
    best = max(SEPARATORS, key=usual.__getitem__)
    agreeing, times = usual[best]
    if agreeing and (filled[0].count(best) == times or _is_table(filled, best, agreeing, times)):
        return best
    blank = "".join(line.strip(" ") for line in lines if not line.strip(_NO_TEXT))
    return blank[:1] or "\t"


def _usual(counts: list[int]) -> tuple[int, int]:
    """Tell how many lines agree on how often a sign stands in them, and on what; the first line decides."""
    times = Counter(count for count in counts if count)
    best = max(times, key=lambda count: (times[count], count == counts[0], count), default=0)
    return times[best], best


def _is_table(lines: list[str], sign: str, agreeing: int, times: int) -> bool:
    rows = [line.split(sign) for line in lines if line.count(sign) == times]
    return agreeing > 1 and (times > 1 or any(cell.strip().isdigit() for row in rows[1:] for cell in row))


def _sample(text: str) -> list[str]:
    """Take the first lines, without what is quoted."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    return _QUOTED_CELL.sub('""', sample).split("\n")[:_SAMPLE_LINES]


@dataclass(slots=True)
class Starts:
    """Tells line and column where each cell of a row begins, from the text that was read.

    It can be pickled, unlike a closure: batches are made in several processes.
    """

    text: str
    separator: str
    _offsets: "array[int]" = field(default_factory=lambda: array("q"), repr=False)
    _asked: dict[int, list[tuple[int, int]]] = field(default_factory=dict, repr=False)

    def __call__(self, line: int) -> list[tuple[int, int]]:
        """List the places of the cells of the row that begins at a line; some are kept."""
        if line not in self._asked:
            if len(self._asked) >= _MOST_KEPT:
                self._asked.clear()
            self._asked[line] = [self._place(begin) for begin, _ in self._cells(self._offset(line))]
        return self._asked[line]

    def broken_quote(self, line: int, file: str) -> tuple[str, Origin]:
        """Find the quotation mark that spoils the row beginning at a line, and how."""
        for begin, end in self._cells(self._offset(line)):
            closed = _QUOTED.match(self.text, begin)
            if self.text[begin : begin + 1] == '"' and closed is None:
                return "csv-unclosed-quote", Origin(file, *self._place(begin))
            if closed is not None and self.text[end : end + 1] not in (self.separator, "\n", ""):
                return "csv-broken-quote", Origin(file, *self._place(begin))
        return "csv-cell-too-long", Origin(file, line)

    def _cells(self, offset: int) -> Iterator[tuple[int, int]]:
        """Go through the cells of the row at an offset: where each begins and ends."""
        plain = re.compile(rf"[^{self.separator}\n]*")
        while True:
            begin = _after_spaces(self.text, offset)
            match = _QUOTED.match(self.text, begin) or plain.match(self.text, begin)
            end = match.end() if match else begin
            yield begin, end
            if self.text[end : end + 1] != self.separator:
                return
            offset = end + 1

    def _offset(self, line: int) -> int:
        if not self._offsets:
            self._offsets.append(0)
            self._offsets.extend(match.end() for match in re.finditer("\n", self.text))
        return self._offsets[min(line, len(self._offsets)) - 1]

    def _place(self, offset: int) -> tuple[int, int]:
        return (self._line(offset), offset - self.text.rfind("\n", 0, offset))

    def _line(self, offset: int) -> int:
        return bisect(self._offsets, offset)


def _after_spaces(text: str, offset: int) -> int:
    while text[offset : offset + 1] == " ":
        offset += 1
    return offset
