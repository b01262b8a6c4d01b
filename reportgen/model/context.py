"""What a template may name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from reportgen.model.values import Number


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A number as a template sees it: prints as offices write it, compares by its exact value.

    It does not add or divide: a number that a template computes would have no pedigree.
    """

    value: Number
    text: str
    name: str = ""

    def __str__(self) -> str:
        """Print as offices write it."""
        return self.text

    def __bool__(self) -> bool:
        """Be false when zero, so that ``if x`` asks whether there are any."""
        return self.value != 0

    def __hash__(self) -> int:
        """Hash as the number it stands for."""
        return hash(self.value)

    def __eq__(self, other: object) -> bool:
        """Compare by the exact value."""
        return bool(self.value == _plain(other))

    def __lt__(self, other: "Number | Quantity") -> bool:
        """Compare by the exact value."""
        return bool(self.value < _plain(other))

    def __le__(self, other: "Number | Quantity") -> bool:
        """Compare by the exact value."""
        return bool(self.value <= _plain(other))

    def __gt__(self, other: "Number | Quantity") -> bool:
        """Compare by the exact value."""
        return bool(self.value > _plain(other))

    def __ge__(self, other: "Number | Quantity") -> bool:
        """Compare by the exact value."""
        return bool(self.value >= _plain(other))


def _plain(other: Any) -> Any:
    return other.value if isinstance(other, Quantity) else other


class Worded(str):
    """A text of the data as a template sees it: it knows which value it is."""

    __slots__ = ("name",)

    name: str

    def __new__(cls, text: str, name: str) -> Self:
        """Take a text and its name."""
        self = super().__new__(cls, text)
        self.name = name
        return self

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # str has its own
        """Keep the name when copied or sent to another process."""
        return str(self), self.name


class Rows(Sequence[Mapping[str, object]]):
    """A table as a template sees it: rows to loop over, and ``total`` where the table was derived."""

    __slots__ = ("_rows", "total")

    def __init__(
        self, rows: Sequence[Mapping[str, object]], total: Mapping[str, object] | None = None
    ) -> None:
        self._rows = rows
        self.total = total

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        """Give one row after the other."""
        return iter(self._rows)

    def __getitem__(self, index: Any) -> Any:
        """Give one row, or some."""
        return self._rows[index]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a name holds: something printable, a mapping of names, or rows of a mapping.

    ``sort`` is ``scalar``, ``flag`` (to ask for, not to print), ``mapping`` or ``rows``; ``names`` the names
    inside (of the mapping, or of each row, or of each item of a list when ``item`` says so); ``label`` what
    people call it.
    """

    sort: str
    names: Mapping[str, "Shape"] = field(default_factory=dict)
    item: "Shape | None" = None
    total: "Shape | None" = None
    quotable: bool = False
    label: str = ""


Filter = Callable[..., object]


@dataclass(frozen=True, slots=True)
class Context:
    """The flat mapping a template is filled from, the filters it may use, and how a value prints by itself.

    ``shown`` raises `TypeError` for what cannot be printed: ``None``, flags, lists, tables. A context is
    ``free`` where no kind declares it: templates may then compute and take things by number. The paper is a
    ``draft`` while a required value is still missing. ``figures`` are what people call the figures, by the
    names under which they are printed, rows of tables aside; ``author`` is the office that issues the paper.
    """

    values: Mapping[str, object]
    shape: Shape
    filters: Mapping[str, Filter]
    shown: Callable[[object], str]
    free: bool = False
    draft: bool = False
    figures: Mapping[str, str] = field(default_factory=dict)
    author: str = ""
