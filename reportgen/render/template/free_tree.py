"""What Jinja would do to numbers and texts without asking the sandbox, rewritten before it is compiled."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from reportgen.model.phrase import phrase
from reportgen.model.plain import computed, exact_number
from reportgen.render.template.failures import UnfitError
from reportgen.render.template.free_texts import whole
from reportgen.render.template.literals import Literal

JOINED, EXACT, STRETCH = "joined_texts", "exact", "stretch"
"""Filters that the rewritten tree asks for."""

_FARTHEST: Final = 10**9


def prepared(source: nodes.Template) -> nodes.Template:
    """Make each ``~`` ask for texts, and each decimal literal the number it says."""
    tree: nodes.Template = _Prepared().visit(source)
    return tree


def exact(value: object) -> object:
    """Make a number of a template one that knows with what it may be compared."""
    number = Fraction(value) if isinstance(value, str) else exact_number(value)
    return value if number is None else computed(number)


def stretch(value: object, *ends: object) -> object:
    """Take the items of a list, or the letters of a text, from one number to another."""
    if isinstance(value, Mapping) or not isinstance(value, Sequence):
        raise UnfitError(phrase("what it was given is no list"))
    start, stop, step = (None if end is None else whole(end, -_FARTHEST, _FARTHEST) for end in ends)
    if step == 0:
        raise UnfitError(phrase("'{value}' is not a number", value="[::0]"))
    found: object = value[start:stop:step]
    return found


class _Prepared(NodeTransformer):
    """Rewrites what Jinja would do without asking the sandbox."""

    def __init__(self) -> None:
        self.comparing = 0

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        return _filtered(JOINED, nodes.List(node.nodes, lineno=node.lineno))

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.generic_visit(node)
        if not isinstance(wanted := node.arg, nodes.Slice):
            return node
        ends = [end or nodes.Const(None) for end in (wanted.start, wanted.stop, wanted.step)]
        return nodes.Filter(node.node, STRETCH, ends, [], None, None, lineno=node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802  # Jinja's name
        self.comparing += 1
        self.generic_visit(node)
        self.comparing -= 1
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802  # Jinja's name
        if isinstance(node.value, Literal):
            return _filtered(EXACT, nodes.Const(node.value.written, lineno=node.lineno))
        whole = exact_number(node.value) is not None
        return _filtered(EXACT, node) if whole and self.comparing else node


def _filtered(name: str, node: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
