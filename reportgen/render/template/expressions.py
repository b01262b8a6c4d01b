"""What the expressions of a template stand for, and what is wrong with them, told by their tree alone."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import nodes

from reportgen.model.formula import Name
from reportgen.model.phrase import phrase
from reportgen.render.template.allowed import SILENT_OPERATORS, TESTS
from reportgen.render.template.problems import Problem, instead, written
from reportgen.render.template.results import result_of
from reportgen.render.template.scope import (
    ANYTHING,
    CALLABLE,
    FLAG,
    PRINTABLE,
    TEXT,
    Meaning,
    Scope,
    advice,
    either,
    in_words,
)

MAPPING_CALLS: Final = frozenset({"items", "keys", "values"})
"""Methods of a group of values that a template without a kind may call."""

_ASK: Final = phrase("write it into the data, or ask first: {{% if … is defined %}}")


@dataclass(slots=True)
class Expressions:
    """Reads expressions, and keeps the problems found and the declared names that are quoted.

    ``part`` is the included file that is being read. A template without a kind is ``free`` to compute, and
    need not have the names in ``asked``, since it asks for them.
    """

    filters: Collection[str]
    problems: list[Problem] = field(default_factory=list)
    quoted: set[Name] = field(default_factory=set)
    part: str | None = None
    free: bool = False
    tests: Collection[str] = tuple(TESTS)
    asked: frozenset[str] = frozenset()

    def complain(self, code: str, node: nodes.Node, **values: str) -> None:
        """Write a problem down."""
        self.problems.append(Problem(code, node.lineno, values, self.part))

    def take(self, node: nodes.Node, scope: Scope, *, printed: bool = False) -> Meaning:
        """Read a value that is printed, or handed on to where it may be printed."""
        match node:
            case nodes.CondExpr():
                return _take_choice(self, node, scope, printed=printed)
            case nodes.And() | nodes.Or():
                left = self.take(node.left, scope, printed=printed)
                return either(left, self.take(node.right, scope, printed=printed))
            case nodes.Filter(name="unprinted", node=nodes.Expr() as inner):
                return self.meaning(inner, scope)
        meaning = self.meaning(node, scope)
        if printed and meaning.shape.sort not in PRINTABLE:
            self.complain("no-text-printed", node, shown=in_words(written(node), meaning))
        if meaning.path:
            self.quoted.add(meaning.path)
        return meaning

    def ask(self, node: nodes.Node, scope: Scope) -> None:
        """Read a condition: what it asks for is not quoted."""
        if isinstance(node, nodes.And | nodes.Or):
            self.ask(node.left, scope)
            self.ask(node.right, scope)
        else:
            self.meaning(node, scope)

    def meaning(self, node: nodes.Node, scope: Scope) -> Meaning:
        """Tell what an expression stands for, and complain of what it cannot stand for."""
        if (read := _READERS.get(type(node))) is not None:
            return read(self, node, scope)
        if type(node) in SILENT_OPERATORS and not (self.free and type(node) is not nodes.Pow):
            self.complain("computed-in-template", node, operator=SILENT_OPERATORS[type(node)])
        for child in node.iter_child_nodes():
            self.take(child, scope)
        return ANYTHING


def _take_choice(reader: Expressions, node: nodes.CondExpr, scope: Scope, *, printed: bool) -> Meaning:
    reader.ask(node.test, scope)
    first = reader.take(node.expr1, scope, printed=printed)
    if node.expr2 is None:
        reader.complain("if-without-else", node)
        return first
    return either(first, reader.take(node.expr2, scope, printed=printed))


def _name(reader: Expressions, node: nodes.Name, scope: Scope) -> Meaning:
    if (found := scope.find(node.name)) is not None:
        return found
    if node.name in reader.asked:
        return ANYTHING
    otherwise = _ASK if reader.free else phrase("declare it in kind.yaml, as a field or a figure")
    hint = advice(node.name, scope.visible(), otherwise)
    reader.complain("undeclared-name", node, name=node.name, advice=hint)
    return ANYTHING


def _constant(_: Expressions, node: nodes.Const, __: Scope) -> Meaning:
    return FLAG if node.value is None or isinstance(node.value, bool) else TEXT


def _dotted(reader: Expressions, node: nodes.Getattr, scope: Scope) -> Meaning:
    return _inside(reader, node, node.attr, scope)


def _subscript(reader: Expressions, node: nodes.Getitem, scope: Scope) -> Meaning:
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return _inside(reader, node, node.arg.value, scope)
    whole = reader.meaning(node.node, scope)
    if not reader.free:
        reader.complain("part-by-number", node, name=written(node.node))
        return ANYTHING
    reader.meaning(node.arg, scope)
    if isinstance(node.arg, nodes.Slice):
        return whole
    return whole.item() or ANYTHING


def _inside(reader: Expressions, node: nodes.Getattr | nodes.Getitem, name: str, scope: Scope) -> Meaning:
    whole = reader.meaning(node.node, scope)
    if (found := whole.inside(name)) is not None:
        return found
    owner = written(node.node)
    if f"{owner}.{name}" in reader.asked:
        return ANYTHING
    hint = advice(
        name, whole.parts(), _way_in(owner, whole, _ASK if reader.free else phrase("declare it in kind.yaml"))
    )
    reader.complain("undeclared-name", node, name=f"{owner}.{name}", advice=hint)
    return ANYTHING


def _filtered(reader: Expressions, node: nodes.Filter, scope: Scope) -> Meaning:
    _known(reader, "unknown-filter", node, reader.filters)
    whole = reader.take(node.node, scope) if node.node is not None else ANYTHING
    _arguments(reader, node, scope)
    if node.name.startswith("whole_"):
        return whole
    return result_of(node.name, whole) if reader.free else TEXT


def _tested(reader: Expressions, node: nodes.Test, scope: Scope) -> Meaning:
    _known(reader, "unknown-test", node, reader.tests)
    reader.meaning(node.node, scope)
    _arguments(reader, node, scope)
    return FLAG


def _known(reader: Expressions, code: str, node: nodes.Filter | nodes.Test, known: Collection[str]) -> None:
    if node.name not in known:
        known = [name for name in known if not name.startswith(("cell_", "whole_"))]
        hint = advice(node.name, known, phrase("use one of {names}", names=", ".join(sorted(known))))
        reader.complain(code, node, name=node.name, advice=hint)


def _compared(reader: Expressions, node: nodes.Node, scope: Scope) -> Meaning:
    for child in node.iter_child_nodes():
        reader.ask(child.expr if isinstance(child, nodes.Operand) else child, scope)
    return FLAG


def _call(reader: Expressions, node: nodes.Call, scope: Scope) -> Meaning:
    _arguments(reader, node, scope)
    if reader.free and _goes_through(reader, node, scope):
        return ANYTHING
    called = _callee(reader, node.node, scope)
    if called is None or called.shape.sort not in CALLABLE:
        name = written(node.node)
        reader.complain("call-refused", node, called=f"'{name}'", advice=instead(name))
    return TEXT


def _goes_through(reader: Expressions, node: nodes.Call, scope: Scope) -> bool:
    """Ask whether a call lists what a group holds."""
    if not isinstance(node.node, nodes.Getattr) or node.node.attr not in MAPPING_CALLS or node.args:
        return False
    return reader.take(node.node.node, scope).shape.sort in {"mapping", "anything"}


def _callee(reader: Expressions, node: nodes.Node, scope: Scope) -> Meaning | None:
    """Look up what is called, without complaint: a method is refused as a call, not as a name."""
    match node:
        case nodes.Name():
            return scope.find(node.name)
        case nodes.Getattr():
            return reader.meaning(node.node, scope).inside(node.attr)
    return reader.meaning(node, scope)


def _arguments(reader: Expressions, node: nodes.Call | nodes.Filter | nodes.Test, scope: Scope) -> None:
    for argument in (*node.args, *node.kwargs):
        reader.take(argument.value if isinstance(argument, nodes.Keyword) else argument, scope)


def _chosen(reader: Expressions, node: nodes.Node, scope: Scope) -> Meaning:
    return reader.take(node, scope)


def _way_in(owner: str, whole: Meaning, otherwise: str) -> str:
    if whole.item() is not None:
        return phrase("loop over it: {{% for item in {name} %}}", name=owner)
    if whole.shape.sort == "mapping":
        return otherwise
    return phrase("write '{name}' alone", name=owner)


_Read = Callable[[Expressions, Any, Scope], Meaning]

_READERS: Final[Mapping[type[nodes.Node], _Read]] = {
    nodes.Name: _name,
    nodes.Const: _constant,
    nodes.Getattr: _dotted,
    nodes.Getitem: _subscript,
    nodes.Filter: _filtered,
    nodes.Test: _tested,
    nodes.Compare: _compared,
    nodes.Not: _compared,
    nodes.Call: _call,
    nodes.CondExpr: _chosen,
    nodes.And: _chosen,
    nodes.Or: _chosen,
}
