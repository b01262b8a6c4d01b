"""What a template may use; all else is refused, by name and at its line."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import nodes

from reportgen.model.context import Quantity
from reportgen.model.phrase import phrase


def plain(value: Any) -> Any:
    """Give the number of a quantity, and anything else as it is."""
    return value.value if isinstance(value, Quantity) else value


LOOP_FLAGS: Final = frozenset({"first", "last"})
LOOP_NUMBERS: Final = frozenset({"index", "index0", "length", "revindex", "revindex0", "depth", "depth0"})
LOOP_ITEMS: Final = frozenset({"previtem", "nextitem"})
LOOP_CALLS: Final = frozenset({"cycle"})
"""What a template may ask its ``loop``; nothing else of it can be reached."""

TESTS: Final[Mapping[str, Callable[..., bool]]] = {
    "none": lambda value: value is None,
    "odd": lambda value: plain(value) % 2 == 1,
    "even": lambda value: plain(value) % 2 == 0,
    "sameas": lambda value, other: value is other,
}
FILTERS: Final = frozenset({"unprinted"})
"""Filters that the press itself brings; all others come with the context."""

SILENT_OPERATORS: Final[Mapping[type[nodes.Node], str]] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.Concat: "~",
    nodes.Neg: "-",
    nodes.Pos: "+",
}
"""Operators that would make a number or a word without a pedigree."""

REFUSED: Final[Mapping[type[nodes.Node], str]] = {
    **SILENT_OPERATORS,
    nodes.Slice: "[:]",
    nodes.FilterBlock: "filter",
    nodes.AssignBlock: phrase("set without ="),
    nodes.ScopedEvalContextModifier: "autoescape",
    nodes.NSRef: phrase("set with a dot"),
}
"""What does not compile: the operators, and all that could lose a value's mark or its escaping."""
