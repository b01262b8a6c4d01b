"""From where a formula looks at the ledger: from a group of a derived table, from earlier rows."""

from dataclasses import dataclass, field

from reportgen.compute.evaluate import Evaluation, Problem, Result
from reportgen.compute.ledger import Grouping, Key, Ledger
from reportgen.compute.scope import PASTS
from reportgen.model.dataset import Column
from reportgen.model.formula import Name
from reportgen.model.kind import FigureSpec
from reportgen.model.origin import Origin
from reportgen.model.values import Cell


@dataclass(slots=True)
class Within:
    """The same names, seen from one group of a derived table (``key`` None: from its total row)."""

    ledger: Ledger
    grouping: Grouping
    index: int | None
    _taken: dict[Name, Result] = field(default_factory=dict)

    @property
    def key(self) -> Key | None:
        """Give the group's key."""
        return None if self.index is None else self.grouping.keys[self.index]

    def __call__(self, name: Name) -> Result:
        """Give the group's own figure, key or rows; else what the kind has."""
        spec = self.grouping.spec
        if len(name) == 1 and name[0] in spec.figures:
            return self._own(name[0])
        if len(name) == 1 and name[0] in spec.by:
            return None if self.key is None else self.key[spec.by.index(name[0])]
        source = self.source_of(name)
        if source is None:
            return self.ledger(name)
        if name not in self._taken:
            self._taken[name] = self._take(name, source)
        return self._taken[name]

    @property
    def place(self) -> Origin | None:
        """Point at the first row of the group."""
        return None if self.index is None else self.grouping.origin(self.ledger, self.index)

    def row_origin(self, name: Name, row: int) -> Origin | None:
        """Tell where that value of a column was written which stands in a row of the group."""
        source = self.source_of(name)
        return self.ledger.row_origin(name, self.grouping.picked(source, self.key)[row] if source else row)

    def source_of(self, name: Name) -> str | None:
        """Tell which source's rows a name means here, if it means rows of the grouped table."""
        of = self.grouping.spec.of
        if name[0] == of:
            return of
        return ".".join(name[:2]) if name[0] in PASTS and name[1] == of else None

    def _own(self, name: str) -> Cell:
        table = self.grouping.spec.name
        figure = (
            self.ledger.totals[table, name]
            if self.index is None
            else self.ledger.cells[table, name][self.index]
        )
        return figure.value

    def _take(self, name: Name, source: str) -> Result:
        whole = self.ledger(name)
        if not isinstance(whole, Column):
            return whole
        rows = self.grouping.picked(source, self.key)
        return Column([whole.values[row] for row in rows], whole.complete)


@dataclass(slots=True)
class InPast:
    """The same names, with the rows of earlier files in the place of today's."""

    ledger: Ledger
    past: str
    of: str
    troubles: list[tuple[FigureSpec, Problem]] = field(default_factory=list)

    def __call__(self, name: Name) -> Result:
        """Give the past's column; one that is computed is computed of the past's rows."""
        if name[0] != self.of:
            return self.ledger(name)
        column = self.ledger.kind.rows[self.of].columns.get(name[-1]) if len(name) > 1 else None
        if column is None:
            return self.ledger((self.past, *name))
        evaluation = Evaluation(column.formula, self)
        result = evaluation.run()
        self.troubles += [(column, problem) for problem in evaluation.problems]
        return result

    @property
    def place(self) -> Origin | None:
        """Point at no row of the past in particular."""
        return None

    def row_origin(self, name: Name, row: int) -> Origin | None:
        """Tell where a row of the past was written."""
        return self.ledger.row_origin((self.past, *name) if name[0] == self.of else name, row)


View = Ledger | Within | InPast
"""From where a formula looks at the names it reads."""
