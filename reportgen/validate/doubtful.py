"""Rows of a table file that may be none: what is doubtful is refused, nothing is silently counted twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Final

from reportgen.model.kind import FieldSpec
from reportgen.model.phrase import likewise, phrase, shortened, strung
from reportgen.model.raw import Doubt, DoubtfulRow
from reportgen.model.values import Known, Number
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import reader
from reportgen.validate.spans import spans
from reportgen.validate.table_files import TableFile

_SHOWN: Final = 12
_FEWEST: Final = 2


def judge_doubtful(file: TableFile, columns: Mapping[str, Sequence[Known]]) -> set[int]:
    """Complain of the doubtful rows of a file; give those that may be totals and were refused."""
    by_doubt: dict[Doubt, list[DoubtfulRow]] = {doubt: [] for doubt in Doubt}
    for one in file.raw.doubtful:
        by_doubt[one.doubt].append(one)
    for one in sorted((*by_doubt[Doubt.STRAY], *by_doubt[Doubt.ASIDE]), key=_by_row):
        file.desk.complaints.add("row-unclear", one.place, words=one.words, line=one.line)
    _warn_of_rows_below(file, by_doubt[Doubt.UNDER_TOTAL])
    names: list[DoubtfulRow] = []
    refused: set[int] = set()
    counted = added_up(file, columns)
    for one in sorted((*by_doubt[Doubt.LIKELY_ROW], *by_doubt[Doubt.TOTAL]), key=_by_row):
        above = _Above.of(one, file, columns)
        likely = one.doubt is Doubt.LIKELY_ROW
        if _is_name(one.words, shouted=likely) and (likely or above.is_larger or counted[one.row]):
            names.append(one)
        else:
            refused.add(one.row)
            file.desk.complaints.add(
                "total-unclear", one.place, words=one.words, line=one.line, compared=above.said()
            )
    _warn_of_names(file, names)
    return refused


def _by_row(one: DoubtfulRow) -> int:
    return one.row


def _warn_of_rows_below(file: TableFile, rows: Sequence[DoubtfulRow]) -> None:
    if rows:
        places = shortened(_places(rows), _SHOWN)
        file.desk.complaints.add("rows-below-total", rows[0].place, line=rows[0].line, places=places)


def _warn_of_names(file: TableFile, rows: Sequence[DoubtfulRow]) -> None:
    if rows:
        first, others = rows[0], likewise(_places(rows[:_SHOWN]), len(rows))
        file.desk.complaints.add(
            "total-as-row", first.place, words=first.words, line=first.line, others=others
        )


def _places(rows: Sequence[DoubtfulRow]) -> list[str]:
    return [f'{one.place} "{one.words}"' for one in rows]


def added_up(file: TableFile, columns: Mapping[str, Sequence[Known]]) -> Sequence[bool]:
    """Tell of each row whether a total of the file counts it, and every number of that total is right so."""
    length, specs = len(file.raw.rows), _summed(file) if file.raw.totals else []
    upto = {spec.name: [*accumulate(map(_or_zero, columns[spec.name]), initial=0)] for spec in specs}
    deeper = [0] * (length + 1)
    for total, rows in zip(file.raw.totals, spans(file.raw.totals, length), strict=True):
        compared = [
            (exact, upto[spec.name][rows.stop] - upto[spec.name][rows.start])
            for spec in specs
            if (exact := _read(spec, total.cells[file.places[spec.name]])) is not None
        ]
        if compared and all(said == added for said, added in compared):
            deeper[rows.start] += 1
            deeper[rows.stop] -= 1
    return [depth > 0 for depth in accumulate(deeper[:length])]


def _is_name(words: str, *, shouted: bool) -> bool:
    """Tell a proper name from a total's words: ``Cộng Hiền`` from ``Cộng công lập``.

    ``CỘNG TƯ THỤC`` is a total unless it is ``shouted`` as a row may be.
    """
    parts = words.split()
    return len(parts) >= _FEWEST and (shouted if words.isupper() else parts[1][:1].isupper())


@dataclass(frozen=True, slots=True)
class _Above:
    """The numbers of a row that may be a total, each with those it would add up."""

    compared: Sequence[tuple[str, Number, Sequence[Number]]]
    below: bool

    @classmethod
    def of(cls, one: DoubtfulRow, file: TableFile, columns: Mapping[str, Sequence[Known]]) -> "_Above":
        """Take the rows above, down from the last total; of the first row, those below."""
        ends = [total.above for total in file.raw.totals]
        begin = max((end for end in ends if end <= one.row), default=0)
        end = min((end for end in ends if end > one.row), default=len(file.raw.rows))
        rows = range(begin, one.row) or range(one.row + 1, end)
        found = [
            (spec.title, value, _numbers(columns[spec.name], rows))
            for spec in _summed(file)
            if (value := _number(columns[spec.name][one.row])) is not None
        ]
        return cls(found, rows.start > one.row)

    @property
    def is_larger(self) -> bool:
        """Tell whether a single row has more than this one, whatever is compared: a total would have most."""
        return bool(self.compared) and all(
            value < max(numbers, default=0) for _, value, numbers in self.compared
        )

    def said(self) -> str:
        """Say of each number what the rows add up to."""
        if not self.compared:
            return phrase("it has no number to compare")
        text = (
            "{name}: {value}, and the {count} rows below add up to {sum}"
            if self.below
            else "{name}: {value}, and the {count} rows above add up to {sum}"
        )
        return strung("; ", [
            phrase(text, name=name, value=value, count=len(numbers), sum=sum(numbers))
            for name, value, numbers in self.compared
        ])  # fmt: skip


def _summed(file: TableFile) -> list[FieldSpec]:
    """List the columns of numbers that may be shown."""
    specs = (spec for name, spec in file.spec.fields.items() if name in file.places)
    return [spec for spec in specs if spec.type in ("count", "number") and not spec.personal]


def _read(spec: FieldSpec, text: str | None) -> Number | None:
    try:
        return _number(reader(spec)(text)) if text else None
    except Misread:
        return None


def _numbers(cells: Sequence[Known], rows: range) -> list[Number]:
    return [number for row in rows if (number := _number(cells[row])) is not None]


def _or_zero(value: Known) -> Number:
    return _number(value) or 0


def _number(value: Known) -> Number | None:
    return value if isinstance(value, int | Fraction) and not isinstance(value, bool) else None
