"""In which order figures are computed: from the names they read."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter

from reportgen.compute.evaluate import folds
from reportgen.model.diagnostics import Complaints
from reportgen.model.formula import Formula, Name
from reportgen.model.kind import FigureSpec, Kind, TableSpec
from reportgen.model.origin import Origin

Node = tuple[str, ...]
"""``("figure", name)``, ``("column", table, name)``, ``("cell", table, figure)`` or ``("group", table)``."""


@lru_cache(maxsize=8)
def computing_order(kind: Kind) -> Sequence[Node]:
    """Put everything that is computed in an order in which nothing is read before it is known."""
    return tuple(TopologicalSorter(_graph(kind)).static_order())


def check_cycles(kind: Kind, complaints: Complaints) -> None:
    """Complain of figures that read each other in a circle, naming all of them."""
    sorter = TopologicalSorter(_graph(kind))
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[Node] = error.args[1]
        names = " → ".join(".".join(node[1:]) for node in reversed(circle))
        complaints.add("figure-cycle", _origin(kind, circle[0]), names=names)


def node_of(kind: Kind, name: Name, table: TableSpec | None) -> Node | None:
    """Tell which computed thing a name means, seen from a table's own figures or from anywhere else."""
    match name:
        case (own,) if table and own in table.figures:
            return ("cell", table.name, own)
        case (own,) if table and own in table.by:
            return ("group", table.name)
        case (figure,) if figure in kind.figures:
            return ("figure", figure)
        case (derived, *rest) if derived in kind.tables:
            own_figure = rest and rest[0] in kind.tables[derived].figures
            return ("cell", derived, rest[0]) if own_figure else ("group", derived)
        case (rows, column) if rows in kind.rows and column in kind.rows[rows].columns:
            return ("column", rows, column)
        case _:
            return None


def _graph(kind: Kind) -> dict[Node, set[Node]]:
    graph: dict[Node, set[Node]] = {}
    for figure in kind.figures.values():
        graph["figure", figure.name] = _reads(kind, [figure.formula], None)
    for spec in kind.rows.values():
        for column in spec.columns.values():
            graph["column", spec.name, column.name] = _reads(kind, [column.formula], None)
    for table in kind.tables.values():
        graph["group", table.name] = _reads(kind, [table.where] if table.where else [], None)
        for cell in table.figures.values():
            reads = _reads(kind, [cell.formula], table)
            graph["cell", table.name, cell.name] = reads | {("group", table.name)}
    return graph


def _reads(kind: Kind, formulas: Iterable[Formula], table: TableSpec | None) -> set[Node]:
    return {node for formula in formulas for node in _nodes(kind, formula.names, table)}


def _nodes(kind: Kind, names: Iterable[Name], table: TableSpec | None) -> Iterator[Node]:
    found = (node_of(kind, name, table) for name in names)
    yield from (node for node in found if node is not None)


def _origin(kind: Kind, node: Node) -> Origin:
    return spec_of(kind, node).origin


def spec_of(kind: Kind, node: Node) -> FigureSpec | TableSpec:
    """Find the declaration of a computed thing."""
    match node:
        case ("figure", name):
            return kind.figures[name]
        case ("column", table, name):
            return kind.rows[table].columns[name]
        case ("cell", table, name):
            return kind.tables[table].figures[name]
        case _:
            return kind.tables[node[1]]


@lru_cache(maxsize=1024)
def row_alone(kind: Kind, formula: Formula) -> bool:
    """Tell whether a formula reads nothing but the row it stands in and single fields: no sum, no figure."""
    if any(folds(node) for node in ast.walk(formula.tree)):
        return False
    nodes = (node_of(kind, name, None) for name in formula.names)
    computed = [node for node in nodes if node is not None]
    return all(
        node[0] == "column" and row_alone(kind, kind.rows[node[1]].columns[node[2]].formula)
        for node in computed
    )
