"""Which figures say something about a person."""

from functools import lru_cache

from reportgen.compute.order import Node, node_of, spec_of
from reportgen.compute.scope import PASTS
from reportgen.model.formula import Name
from reportgen.model.kind import FigureSpec, Kind


def is_personal(kind: Kind, name: Name) -> bool:
    """Tell whether a value was declared personal, in this file or in earlier ones."""
    plain = name[1:] if name[0] in PASTS else name
    if (spec := kind.fields.get(plain[0])) is None:
        return False
    inside = spec.fields.get(plain[-1]) if len(plain) > 1 else None
    return spec.personal or (inside is not None and inside.personal)


@lru_cache(maxsize=4096)
def touches_a_person(kind: Kind, node: Node) -> bool:
    """Tell whether a figure, or ``("field", …)``, is personal or computed from what is."""
    if node[0] == "field":
        below = node_of(kind, node[1:], None)
        return is_personal(kind, node[1:]) or (below is not None and touches_a_person(kind, below))
    if node[0] == "group":
        grouped = kind.tables[node[1]]
        return any(is_personal(kind, (grouped.of, key)) for key in grouped.by)
    spec = spec_of(kind, node)
    table = kind.tables[node[1]] if node[0] == "cell" else None
    names = spec.formula.names if isinstance(spec, FigureSpec) else ()
    return any(_reads_a_person(kind, name, node_of(kind, name, table)) for name in names)


def _reads_a_person(kind: Kind, name: Name, below: Node | None) -> bool:
    return is_personal(kind, name) or (below is not None and touches_a_person(kind, below))
