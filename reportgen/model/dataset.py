"""Data of declared types, as inspected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from reportgen.model.attached import Attached
from reportgen.model.claims import CodeSigner
from reportgen.model.correction import Correction
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.origin import DataPath, Origin, Redirected, SourceMap, pinned
from reportgen.model.registry import Registered
from reportgen.model.values import Blank, Cell, Known, Value, grouped, told


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one column, top to bottom; ``complete`` when none is absent or blank."""

    values: Sequence[Cell]
    complete: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Typed rows, kept by column."""

    name: str
    columns: Mapping[str, Column]
    length: int
    sources: SourceMap
    computed: frozenset[str] = frozenset()

    def take(self, rows: Sequence[int]) -> "Table":
        """Keep only these rows, in this order, with their origins."""
        columns = {
            name: Column([column.values[row] for row in rows], column.complete)
            for name, column in self.columns.items()
        }

        def there(path: DataPath) -> DataPath:
            inside = path and isinstance(path[0], int) and path[0] < len(rows)
            return (rows[int(path[0])], *path[1:]) if inside else path

        return Table(self.name, columns, len(rows), Redirected(self.sources, there), self.computed)

    def apart(self) -> "Table":
        """Give a table that knows its places without the file it was read from: it can be sent elsewhere."""
        return replace(self, sources=pinned(self.sources, self.length, self.columns))


@dataclass(frozen=True, slots=True)
class Claim:
    """A key that is a figure's name: a printed number to be checked, ``84%`` or ``2.960``.

    ``value`` is the number as printed (84 for ``84%``), ``places`` its decimal places; ``None`` where the
    claim is what the kind prints for a share of nothing.
    """

    path: DataPath
    text: str
    value: Known
    places: int
    origin: Origin

    def printed(self, value: object) -> str:
        """Write another value the way this claim is written."""
        if not isinstance(value, (int, Fraction)):
            return told(value)
        digits = f"{abs(int(Fraction(value) * 10**self.places)):0{self.places + 1}d}"
        cut = len(digits) - self.places
        sign, decimals = ("-" if value < 0 else ""), ("," + digits[cut:] if self.places else "")
        return grouped(sign + digits[:cut] + decimals) + ("%" if "%" in self.text else "")


@dataclass(frozen=True, slots=True)
class ForEach:
    """A data file's wish for one document per row (``by`` empty) or per group of a table."""

    of: str
    by: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Dataset:
    """Data of declared types: the only thing that figures are computed from."""

    file: str
    kind: str
    values: Mapping[str, Value]
    tables: Mapping[str, Table]
    sources: SourceMap
    claims: tuple[Claim, ...] = ()
    assumed: Mapping[str, str] = field(default_factory=dict)
    for_each: ForEach | None = None
    earlier: tuple["Dataset", ...] = ()
    given: frozenset[str] = frozenset()
    each: Mapping[str, Cell] | None = None
    notes: tuple[Diagnostic, ...] = ()
    corrections: tuple[Correction, ...] = ()
    expected: Mapping[str, Table] = field(default_factory=dict)
    photos: Mapping[str, Attached] = field(default_factory=dict)
    """The picture files that values of the type ``photo`` name, by those names."""

    registered: Registered | None = None
    """Where the paper made of it stands in the register."""

    code_signer: CodeSigner | None = None
    """What signs the code of the paper made of it, where it is issued by an office with a key."""

    replaces: str | None = None
    """The paper that the one made of it replaces, named in full."""

    gaps: Mapping[str, Blank | None] = field(default_factory=dict)
    """What the register filled in and the data left out, with what stands there without it."""

    def with_gaps(self) -> "Dataset":
        """Give the same without what the register filled in."""
        return replace(self, values={**self.values, **self.gaps})
