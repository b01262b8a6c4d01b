"""How a column writes its decimals: told where that was found out, refused where it is not clear."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.phrase import likewise, phrase
from reportgen.model.values import BLANK, Known
from reportgen.validate.misread import Misread, PointOnly
from reportgen.validate.numerals import POINTED, USUAL, Shape, shape, with_comma
from reportgen.validate.scalars import reader

COUNT = "count"
NUMERIC = frozenset((COUNT, "number", "percent"))
"""The types whose values are written with decimals, or could be."""

COMMA, POINT = "comma", "point"

EITHER = (Shape.EITHER_POINT, Shape.EITHER_COMMA)
"""What may mean two numbers."""

HIDDEN = "…"
"""What a message shows of a personal value: messages are mailed around."""

_SHOWN = 6


@dataclass(slots=True)
class Seen:
    """How often one shape occurs, the first text that has it, and the first rows."""

    count: int = 0
    text: str = ""
    rows: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether it occurs at all."""
        return self.count > 0

    def add(self, row: int, text: str) -> None:
        """Take note of one."""
        self.count += 1
        self.text = self.text or text
        if len(self.rows) < _SHOWN:
            self.rows.append(row)


Shapes = Mapping[Shape, Seen]


@dataclass(frozen=True, slots=True)
class Written:
    """What the numbers of one column, or one value, look like, and where each stands."""

    spec: FieldSpec
    seen: Shapes
    place: Callable[[int], Origin]
    decimal: str | None = None
    """What the data file says of the column: ``comma`` or ``point``."""

    heading: str | None = None
    """Its heading in a table file, which may come from another program; None in the data file itself."""

    def shown(self, seen: Seen) -> str:
        """Give a text as a message may show it."""
        return HIDDEN if self.spec.personal else seen.text


def shapes(texts: Sequence[str | None]) -> Shapes:
    """Look at the texts that have a sign; a number cell is no text, its sign is ours."""
    seen = {each: Seen() for each in Shape}
    for row, text in enumerate(texts):
        if text is not None and ("." in text or "," in text) and type(text) is str:
            seen[shape(text)].add(row, text)
    return seen


def number_readers(
    columns: Sequence[Written], complaints: Complaints, refused: AbstractSet[str] = frozenset()
) -> list[Callable[[str], Known]]:
    """Give the readers of all columns of numbers in one file, which one hand or program wrote.

    What is not clear is complained of, what was found out is told. A point before decimals in one column
    makes others unclear, but for counts, where ``1.234`` is whole in any case. Columns that were ``refused``
    as unclear are left with gaps.
    """
    shown = next((found for column in columns if (found := _shown_point(column))), None)
    return [
        _clear_ones(column.spec) if column.spec.name in refused else _number_reader(column, shown, complaints)
        for column in columns
    ]


def _shown_point(column: Written) -> Origin | None:
    """Find where a column shows that its decimals have a point."""
    seen = column.seen[Shape.POINT]
    return (
        column.place(seen.rows[0]) if seen and column.decimal is None and column.spec.type != COUNT else None
    )


def _number_reader(column: Written, shown: Origin | None, complaints: Complaints) -> Callable[[str], Known]:
    seen = column.seen
    if column.decimal is not None:
        return _declared(column.spec, column.decimal)
    if _unclear(column.spec, seen, pointed=shown is not None):
        refuse(column, shown, complaints)
        return _clear_ones(column.spec)
    if seen[Shape.POINT]:
        _tell("decimal-guessed", column, seen[Shape.POINT], complaints)
    if column.heading is not None and seen[Shape.EITHER_COMMA] and not seen[Shape.COMMA]:
        _tell("thousands-guessed", column, seen[Shape.EITHER_COMMA], complaints)
    return _pointed(column.spec) if seen[Shape.POINT] and not seen[Shape.COMMA] else tolerant(column.spec)


def tolerant(spec: FieldSpec) -> Callable[[str], Known]:
    """Read with a decimal comma, and with a point what is a number in no other way."""
    read = reader(spec)

    def read_either(text: str) -> Known:
        try:
            return read(text)
        except PointOnly:
            return read(with_comma(text))

    return read_either


def turned(text: str, decimal: str | None) -> str:
    """Write a lone number of a table file with a decimal comma, where it has a point."""
    has_point = decimal == POINT or (decimal is None and shape(text) is Shape.POINT)
    return with_comma(text) if has_point and type(text) is str else text


def refuse(column: Written, shown: Origin | None, complaints: Complaints) -> None:
    """Complain once of all texts that may mean two numbers; show one that has a decimal point for sure."""
    doubtful = sorted((column.seen[each] for each in EITHER if column.seen[each]), key=lambda seen: seen.rows)
    rows, count = sorted(row for seen in doubtful for row in seen.rows), sum(seen.count for seen in doubtful)
    own = [column.place(row) for row in column.seen[Shape.POINT].rows[:1]]
    clear = own or ([shown] if shown and column.spec.type != COUNT else [])
    first = column.shown(doubtful[0])
    complaints.add(
        "ambiguous-number", column.place(rows[0]),
        related=[(phrase("here a point stands before the decimals"), place) for place in clear],
        name=column.spec.title, column=column.heading or column.spec.name, value=first,
        decimal=first.replace(".", ","), whole=_whole(first), others=_others(column, rows[:_SHOWN], count),
    )  # fmt: skip


def guessed(name: str, text: str, others: str = "") -> dict[str, Any]:
    """Give the words for a text that was read in one of two ways."""
    return {"name": name, "value": text, "reading": with_comma(text), "whole": _whole(text), "others": others}


def _declared(spec: FieldSpec, decimal: str) -> Callable[[str], Known]:
    """Read as the data file says, and nothing else; a number cell has no sign that could be mistaken."""
    read, other = reader(spec), Shape.COMMA if decimal == POINT else Shape.POINT

    def read_declared(text: str) -> Known:
        if type(text) is not str:
            return read(text)
        if shape(text) is other:
            raise Misread("decimal-wrong", decimal=decimal)
        return _in_points(read, text) if decimal == POINT else read(text)

    return read_declared


def _in_points(read: Callable[[str], Known], text: str) -> Known:
    """Read a text that has points before its decimals, and give advice in the same way."""
    try:
        return read(with_comma(text))
    except Misread as misread:
        raise Misread(misread.code, **{**misread.values, **_advice(misread)}) from None


def _advice(misread: Misread) -> Mapping[str, Any]:
    """Give the words of a message that show how a number is written."""
    values = misread.values
    advice = {"example": with_comma(values["example"])} if "example" in values else {}
    return advice | ({"way": POINTED} if values.get("way") == USUAL else {})


def _pointed(spec: FieldSpec) -> Callable[[str], Known]:
    """Read with a decimal point, where every sign of a column is known to be one."""
    read = reader(spec)
    return lambda text: read(with_comma(text) if type(text) is str else text)


def _clear_ones(spec: FieldSpec) -> Callable[[str], Known]:
    """Leave gaps where a text could mean two numbers."""
    read = tolerant(spec)
    return lambda text: BLANK if type(text) is str and shape(text) in EITHER else read(text)


def _unclear(spec: FieldSpec, seen: Shapes, *, pointed: bool) -> bool:
    """Ask whether a text may mean two numbers; where no other shows a point, ``1.234`` is 1234."""
    if seen[Shape.POINT]:
        return any(seen[each] for each in EITHER)
    if seen[Shape.COMMA]:
        return False
    if spec.type == COUNT:
        return bool(seen[Shape.EITHER_COMMA])
    several = bool(seen[Shape.EITHER_COMMA] and seen[Shape.EITHER_POINT])
    return several or (pointed and any(seen[each] for each in EITHER))


def _tell(code: str, column: Written, seen: Seen, complaints: Complaints) -> None:
    """Tell once of all texts of one shape how they were read."""
    text, others = column.shown(seen), _others(column, seen.rows, seen.count)
    complaints.add(code, column.place(seen.rows[0]), **guessed(column.spec.title, text, others))


def _whole(text: str) -> str:
    return text.replace(".", "").replace(",", "")


def _others(column: Written, rows: Sequence[int], count: int) -> str:
    return likewise([str(column.place(row)) for row in rows], count)
