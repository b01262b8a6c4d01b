"""Total rows against the rows they add up: a table that contradicts itself is not printed."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import accumulate

from reportgen.model.kind import FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase, shortened
from reportgen.model.raw import TotalRow
from reportgen.model.totals import may_be_total
from reportgen.model.values import Blank, Known, Number
from reportgen.validate.decimals import turned
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import reader
from reportgen.validate.spans import spans
from reportgen.validate.table_files import TableFile

_SUMMED = ("count", "number")
_SHOWN = 12
_PRECISION = 10**13
"""A part of a number so small is Excel's own noise, which keeps 15 digits of each."""


def check_totals(file: TableFile, columns: Mapping[str, Sequence[Known]], refused: AbstractSet[int]) -> None:
    """Complain at each number in a total row that is not the sum of its rows; tell of the others once.

    Where one of its rows is ``refused``, because it may be a total itself, there is nothing to compare.
    """
    raw = file.raw
    if not raw.totals:
        return
    summed = {
        name: _Sums.of(columns[name])
        for name, spec in file.spec.fields.items()
        if name in file.places and spec.type in _SUMMED
    }
    check = _Check(file, summed)
    for total, rows in zip(raw.totals, spans(raw.totals, len(raw.rows)), strict=True):
        if refused.isdisjoint(rows):
            check.row(total, rows)
        else:
            check.apart.append(total)
    check.tell()


@dataclass(frozen=True, slots=True)
class _Sums:
    """What a column adds up to from its top down to each row, and how many values are missing till there."""

    values: Sequence[Number]
    gaps: Sequence[int]
    upto: Sequence[Number]

    @classmethod
    def of(cls, cells: Sequence[Known]) -> "_Sums":
        values = [cell if isinstance(cell, int | Fraction) else 0 for cell in cells]
        gaps = accumulate((isinstance(cell, Blank) for cell in cells), initial=0)
        return cls(values, list(gaps), list(accumulate(values, initial=0)))

    def over(self, rows: range) -> Number | None:
        """Add up some rows; None where one of them has no value that could be read."""
        if self.gaps[rows.stop] != self.gaps[rows.start]:
            return None
        return self.upto[rows.stop] - self.upto[rows.start]


@dataclass(slots=True)
class _Check:
    """Goes through the totals of one table file."""

    file: TableFile
    sums: Mapping[str, _Sums]
    right: list[TotalRow] = field(default_factory=list)
    apart: list[TotalRow] = field(default_factory=list)
    unchecked: list[tuple[Origin, str]] = field(default_factory=list)

    def row(self, total: TotalRow, rows: range) -> None:
        """Compare all numbers of one total."""
        if total.until is None and not may_be_total(total.words):
            rows = self._own(total, rows)
        results = [
            self._cell(total, name, turned(cell, self.file.decimal(name)), rows)
            for place, name in sorted((place, name) for name, place in self.file.places.items())
            if (cell := total.cells[place]) and cell != total.words
        ]
        if False not in results:
            (self.right if True in results else self.apart).append(total)

    def _own(self, total: TotalRow, rows: range) -> range:
        """Find the rows of what only the data file calls a total: those beside it that most numbers fit."""
        said = {
            name: value
            for name in self.sums
            if (cell := total.cells[self.file.places[name]])
            and (value := _number(self.file.spec.fields[name], turned(cell, self.file.decimal(name))))
        }
        ending = (range(begin, total.above) for begin in range(total.above))
        beginning = (range(total.above, end + 1) for end in range(total.above, len(self.file.raw.rows)))
        return max(
            (rows, *ending, *beginning),
            key=lambda own: sum(self.sums[name].over(own) == value for name, value in said.items()),
        )

    def tell(self) -> None:
        """Tell which rows were passed over as totals, and what of them was not compared."""
        for code, totals in (("totals-agree", self.right), ("totals-apart", self.apart)):
            if totals:
                places = shortened([f'{total.place} "{total.words}"' for total in totals], _SHOWN)
                self.file.desk.complaints.add(code, totals[0].place, places=places)
        if self.unchecked:
            cells = shortened([f'{origin} "{text}"' for origin, text in self.unchecked], _SHOWN)
            self.file.desk.complaints.add("totals-unchecked", self.unchecked[0][0], cells=cells)

    def _cell(self, total: TotalRow, name: str, text: str, rows: range) -> bool | None:
        """Tell whether a total is right; None where it is none, or its rows are not all known."""
        origin = total.sources.nearest((0, self.file.raw.columns[self.file.places[name]]))
        spec = self.file.spec.fields.get(name)
        value = _number(spec, text) if spec is not None and name in self.sums else None
        if spec is None or value is None:
            if any(letter.isdigit() for letter in text) and not (spec and spec.personal):
                self.unchecked.append((origin, text))
            return None
        exact = self.sums[name].over(rows)
        if exact is None:
            return None
        sent = exact - self._corrected_by(spec, rows)
        if not (_same(value, exact, text) or _same(value, sent, text)):
            self._differs(spec, value, rows, total.line, origin)
            return False
        return True

    def _corrected_by(self, spec: FieldSpec, rows: range) -> Number:
        """Tell how much corrections add to some rows: a total may be right of what was sent before them."""
        column, decimal = self.file.places[spec.name], self.file.decimal(spec.name)
        changed = (
            one.correction
            for (row, place), one in self.file.amended.items()
            if place == column and row in rows
        )
        return sum(
            (_number(spec, turned(one.new, decimal)) or 0) - (_number(spec, turned(one.old, decimal)) or 0)
            for one in changed
        )

    def _differs(self, spec: FieldSpec, value: Number, rows: range, line: int, origin: Origin) -> None:
        """Complain of a total, or only warn where rounding may have made the difference."""
        sums = self.sums[spec.name]
        exact = sums.upto[rows.stop] - sums.upto[rows.start]
        unit = min((_last_place(sums.values[row]) for row in rows), default=Fraction(1))
        difference = max(value - exact, exact - value)
        rounded = unit < 1 and difference * 2 <= unit * len(rows)
        related = [
            (phrase(words), self.file.sources.nearest((row, spec.name)))
            for words, row in (("its rows begin here", rows.start), ("and end here", rows.stop - 1))
            if rows
        ]
        self.file.desk.complaints.add(
            "total-rounded" if rounded else "total-differs", origin, related=related,
            name=spec.title, value=value, sum=exact, difference=difference, count=len(rows), line=line,
        )  # fmt: skip


def _number(spec: FieldSpec, text: str) -> Number | None:
    """Read a number; of a column of counts, a total that can be none is wrong and no mistake of type."""
    for type_ in dict.fromkeys((spec.type, "number")):
        try:
            value = reader(replace(spec, type=type_))(text)
        except Misread:
            continue
        return value if isinstance(value, int | Fraction) else None
    return None


def _same(value: Number, exact: Number, text: str) -> bool:
    """Let a total be rounded as it is written, and as Excel rounds."""
    unit = Fraction(1, 10 ** len(text.partition(",")[2]))
    away, whole = abs(Fraction(value - exact)), abs(Fraction(exact))
    rounded = (whole / unit * 2 + 1) // 2 * unit
    return (abs(value) == rounded and value * exact >= 0) or away * _PRECISION <= whole


def _last_place(value: Number) -> Fraction:
    """Give the unit of the last decimal place of a number that was read from digits."""
    unit = Fraction(1)
    while Fraction(value) % unit:
        unit /= 10
    return unit
