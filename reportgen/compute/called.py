"""What people call the things that a formula reads: their labels, which stand on the sheets of a workbook."""

from collections.abc import Iterable, Iterator

from reportgen.compute.order import node_of, spec_of
from reportgen.compute.scope import OTHER_FILES
from reportgen.model.formula import Name
from reportgen.model.kind import FieldSpec, FigureSpec, Kind, TableSpec
from reportgen.model.phrase import Called, phrase

IN_KIND = ""
"""What a place in kind.yaml is called for those who fill in a workbook: it is not told."""

FORMULA = Called(phrase("formula"), IN_KIND)
CHECK = Called(phrase("check"), IN_KIND)


def called(kind: Kind, name: Name, table: TableSpec | None = None) -> Called:
    """Give a name of kind.yaml, and its label where it has one; ``table`` is the derived one that says it."""
    spec = _spec(kind, name[1:] if name[0] in OTHER_FILES else name, table)
    own = ".".join(name)
    return Called(own, (spec.label if spec else "") or own)


def called_formula(kind: Kind, text: str, names: Iterable[Name], table: TableSpec | None = None) -> Called:
    """Give a formula or a part of it; who fills in a workbook is told what it reads."""
    titles = dict.fromkeys(called(kind, name, table).label for name in names)
    return Called(text, ", ".join(titles) or text)


def columns_read(kind: Kind, name: Name) -> Iterator[Name]:
    """List the fields and columns that somebody wrote which a name comes from, itself if it is one."""
    node = node_of(kind, name, None)
    if node is None:
        yield name
        return
    spec = spec_of(kind, node)
    if isinstance(spec, FigureSpec):
        for below in spec.formula.names:
            table = kind.tables[node[1]] if node[0] == "cell" else None
            own = table is not None and node_of(kind, below, table) != node_of(kind, below, None)
            yield from () if own else columns_read(kind, below)


def _spec(kind: Kind, name: Name, table: TableSpec | None) -> FieldSpec | FigureSpec | None:
    node = node_of(kind, name, table)
    spec: FieldSpec | FigureSpec | TableSpec | None = (
        spec_of(kind, node) if node else kind.fields.get(name[0])
    )
    match (spec, name):
        case (TableSpec(of=of, by=by), (*_, column)):
            return kind.rows[of].fields[column] if column in by else kind.rows[of]
        case (FieldSpec() as field, (_, column)):
            return (field.item or field).fields.get(column)
        case (FieldSpec() | FigureSpec() as found, _):
            return found
        case _:
            return None
