"""Finding a number by its name, and the names that a number may have."""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from reportgen.model.dataset import Dataset
from reportgen.model.figure import Figures
from reportgen.model.kind import FieldSpec, FigureSpec, Kind
from reportgen.model.messages import LANGUAGES
from reportgen.model.phrase import Called, phrase, said
from reportgen.prose.numbers import TYPES, Number, Printing, field_number, figure_number
from reportgen.prose.quantity import Quantity

_MOST_ROWS: Final = 200
"""In a longer table any number stands by chance: what a text quotes from one must be named."""
_NEAR: Final = 0.75
_SMALL: Final = 100
_TOTAL: Final = phrase("total")


class Names:
    """The numbers of one document by name, those of tables only when they are asked for."""

    def __init__(self, dataset: Dataset, figures: Figures, kind: Kind, printing: Printing) -> None:
        self._dataset, self._figures, self._kind, self._printing = dataset, figures, kind, printing
        self._tables: dict[str, Mapping[str, Number]] = {}
        self.alone = True
        """Whether nothing but fields and figures was asked for so far, and no table."""

    def find(self, name: str) -> Number | None:
        """Look up ``managers``, its label, or a cell: ``by_district.share (Lê Chân)``."""
        name = " ".join(name.split())
        single = self._singles.get(self._by_label.get(name.casefold(), name))
        return single or self._table(name.partition(".")[0]).get(_in_english(name.casefold()))

    def called(self, number: Number) -> Called:
        """Give the name of a number; for those who fill in a workbook its label, where that is one alone."""
        labels = {name: self._known[name].title for name in self._by_label.values()}
        return Called(number.name, labels.get(number.name, number.name))

    def near(self, word: str) -> Sequence[str]:
        """Suggest what was perhaps meant."""
        return difflib.get_close_matches(word, [*self._singles, *self._by_label], n=1, cutoff=_NEAR)

    def explaining(self, quantity: Quantity) -> list[Number]:
        """List what explains a number that nobody names: all that print so, unless that is mere chance.

        A small number that several print means none of them, and neither does one of several cells.
        """
        meant = self.meant_by(quantity)
        single = all(number.name in self._singles for number in meant)
        telling = single and (quantity.percent or abs(quantity.value) >= _SMALL)
        return meant if len(meant) == 1 or telling else []

    def meant_by(self, quantity: Quantity) -> list[Number]:
        """List what a number that nobody names may be: figures and fields, else cells of short tables."""
        singles = [number for number in self._singles.values() if number.is_meant_by(quantity)]
        return singles or [number for number in self._in_short_tables() if number.is_meant_by(quantity)]

    @cached_property
    def _singles(self) -> Mapping[str, Number]:
        return {number.name: number for number in (*self._single_figures(), *self._single_fields())}

    @cached_property
    def _known(self) -> Mapping[str, FieldSpec | FigureSpec]:
        return {**self._kind.fields, **self._kind.figures}

    @cached_property
    def _by_label(self) -> Mapping[str, str]:
        """Name what people call by a label that nothing else has."""
        labels = [(self._known[name].title.casefold(), name) for name in self._singles if name in self._known]
        times = Counter(label for label, _ in labels)
        return {label: name for label, name in labels if times[label] == 1}

    def _single_figures(self) -> Iterator[Number]:
        for name, figure in self._figures.named.items():
            if figure.spec.shown_as in TYPES:
                yield figure_number(name, (name,), figure, self._printing)

    def _single_fields(self) -> Iterator[Number]:
        for spec in self._kind.fields.values():
            value: Any = self._dataset.values.get(spec.name)
            if spec.type in TYPES and not spec.personal:
                yield field_number(spec.name, (spec.name,), spec, value, self._printing)
            elif spec.type == "group" and isinstance(value, Mapping):
                yield from self._of_group(spec, value)

    def _of_group(self, group: FieldSpec, values: Mapping[str, Any]) -> Iterator[Number]:
        for spec in group.fields.values():
            name = (group.name, spec.name)
            if spec.type in TYPES and not spec.personal:
                yield field_number(".".join(name), name, spec, values.get(spec.name), self._printing)

    def _in_short_tables(self) -> Iterator[Number]:
        self.alone = False
        lengths = {name: table.length for name, table in self._dataset.tables.items()}
        lengths |= {name: len(table.keys) for name, table in self._figures.tables.items()}
        for name, length in lengths.items():
            if length <= _MOST_ROWS:
                yield from self._table(name).values()

    def _table(self, name: str) -> Mapping[str, Number]:
        """Give the cells of a table, by their names in lower case."""
        self.alone = False
        if name not in self._tables:
            cells = self._derived(name) if name in self._figures.tables else self._given(name)
            self._tables[name] = {cell.name.casefold(): cell for cell in cells}
        return self._tables[name]

    def _derived(self, name: str) -> Iterator[Number]:
        """Give the cells of a table derived by grouping, each named by the key of its row, and the totals."""
        table = self._figures.tables[name]
        columns = self._kind.fields[self._kind.tables[name].of].fields
        personal = any(columns[part].personal for part in table.by)
        rows = [] if personal else [", ".join(map(self._printing.key, key)) for key in table.keys]
        for column, figures in table.figures.items():
            if self._kind.tables[name].figures[column].shown_as not in TYPES:
                continue
            called = f"{name}.{column}"
            for row, figure in zip(rows, figures, strict=False):
                yield figure_number(f"{called} ({row})", (name, column), figure, self._printing)
            read = (name, "total", column)
            yield figure_number(f"{called} ({_TOTAL})", read, table.total[column], self._printing)

    def _given(self, name: str) -> Iterator[Number]:
        """Give the cells of a table of the data, each named by the key of its row or by the row's number."""
        table, spec = self._dataset.tables.get(name), self._kind.fields.get(name)
        if table is None or spec is None:
            return
        rows = self._keys_of_rows(spec)
        for column in spec.fields.values():
            if column.type in TYPES and not column.personal:
                called = f"{name}.{column.name}"
                for row, value in zip(rows, table.columns[column.name].values, strict=True):
                    yield field_number(
                        f"{called} ({row})", (name, column.name), column, value, self._printing
                    )
        for computed, figures in self._figures.columns.get(name, {}).items():
            numbers = zip(rows, figures, strict=True) if spec.columns[computed].shown_as in TYPES else ()
            for row, figure in numbers:
                yield figure_number(f"{name}.{computed} ({row})", (name, computed), figure, self._printing)

    def _keys_of_rows(self, spec: FieldSpec) -> Sequence[str]:
        table = self._dataset.tables[spec.name]
        if not spec.key or any(spec.fields[name].personal for name in spec.key):
            return [str(row + 1) for row in range(table.length)]
        columns = [table.columns[name].values for name in spec.key]
        return [", ".join(map(self._printing.key, key)) for key in zip(*columns, strict=True)]


def _in_english(name: str) -> str:
    """Let a total be named in any language."""
    totals = (f"({said(_TOTAL, language)})" for language in LANGUAGES)
    spoken = next((total for total in totals if name.endswith(total)), "")
    return name.removesuffix(spoken) + f"({_TOTAL})" if spoken else name
