"""Is a formula sensible? Asked once, when the kind is read, so that data cannot trip it later."""

import ast
from collections.abc import Iterable
from typing import Any

from reportgen.compute.formula import name_of
from reportgen.compute.functions import FUNCTIONS
from reportgen.compute.scope import Scope, Sort
from reportgen.model.diagnostics import Complaints, did_you_mean
from reportgen.model.formula import Formula
from reportgen.model.phrase import phrase, strung

_ORDERED = {"number", "date", "time"}
_TAKEN = {"number": {"number"}, "dated": {"date", "text"}}
"""What functions of single values take that do not take all that has an order."""


def check_formula(formula: Formula, scope: Scope, complaints: Complaints) -> Sort | None:
    """Tell what a formula gives, or say at which part it makes no sense."""
    return _Checker(formula, scope, complaints).sort(formula.tree)


class _Checker:
    """One walk over one formula; every method gives the sort of a node, or None once it has complained."""

    def __init__(self, formula: Formula, scope: Scope, complaints: Complaints) -> None:
        self.formula, self.scope, self.complaints = formula, scope, complaints

    def sort(self, node: ast.expr) -> Sort | None:
        match node:
            case ast.Constant(value=value):
                return Sort("text" if isinstance(value, str) else "number")
            case ast.Name() | ast.Attribute():
                return self.name(node)
            case ast.BinOp(left=left, right=right):
                return self.joined(node, [left, right], {"number"}, "number")
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self.joined(node, [operand], {"flag"}, "flag")
            case ast.UnaryOp(operand=operand):
                return self.joined(node, [operand], {"number"}, "number")
            case ast.BoolOp(values=values):
                return self.joined(node, values, {"flag"}, "flag")
            case ast.Compare(left=left, ops=ops, comparators=others):
                equal = all(isinstance(op, (ast.Eq, ast.NotEq)) for op in ops)
                wanted = {"number", "text", "flag", "date", "time"} if equal else _ORDERED
                found = self.joined(node, [left, *others], wanted, "flag")
                return found if found is None or self.possible(node, [left, *others]) else None
            case ast.Call():
                return self.call(node)
        raise TypeError(f"{node!r} passed the allow-list")

    def name(self, node: ast.expr) -> Sort | None:
        name = name_of(node) or ()
        if (found := self.scope.get(name)) is not None:
            return found
        known = [".".join(other) for other in self.scope]
        self.complain(
            "formula-unknown-name", node, name=".".join(name), meant=did_you_mean(".".join(name), known)
        )
        return None

    def joined(self, node: ast.expr, parts: list[ast.expr], wanted: set[str], gives: str) -> Sort | None:
        """Parts of one type, all single values or columns of one table."""
        sorts = [self.sort(part) for part in parts]
        found = [sort for sort in sorts if sort is not None]
        if len(found) < len(sorts):
            return None
        types = {sort.type for sort in found}
        if len(types) > 1 or not types <= wanted:
            self.complain(
                "formula-types",
                node,
                part=self.part(node),
                types=_both(phrase(name) for name in sorted(types)),
            )
            return None
        tables = {sort.table for sort in found if sort.table}
        if len(tables) > 1:
            self.complain("formula-tables", node, part=self.part(node), tables=_both(sorted(tables)))
            return None
        return Sort(gives, tables.pop() if tables else None)

    def possible(self, node: ast.expr, parts: list[ast.expr]) -> bool:
        """Refuse to compare a choice with a text that it can never be."""
        names = [name for part in parts if (name := name_of(part)) and self.scope[name].options]
        texts = [part.value for part in parts if isinstance(part, ast.Constant)]
        for name in names:
            known = self.scope[name].options
            for text in (str(text) for text in texts if text not in known):
                self.complain(
                    "formula-no-option", node, text=text, name=".".join(name),
                    known=", ".join(f"'{option}'" for option in known),
                    meant=did_you_mean(text, known),
                )  # fmt: skip
                return False
        return True

    def call(self, node: ast.Call) -> Sort | None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = FUNCTIONS[name]
        sorts = [self.sort(argument) for argument in node.args]
        condition = [self.sort(keyword.value) for keyword in node.keywords]
        if None in sorts or None in condition:
            return None
        first = next(sort for sort in sorts if sort is not None)
        if function.folds and (len(sorts) == 1 or function.maps is None):
            return self.fold(node, first, condition)
        if function.maps is None:
            return Sort("flag", None if first.type == "rows" else first.table)
        wanted = _TAKEN.get(function.takes, _ORDERED)
        joined = self.joined(
            node, node.args, wanted, first.type if function.gives == "same" else function.gives
        )
        if condition:
            self.complain("wrong-call", node, part=self.part(node), usage=function.usage)
            return None
        return joined

    def fold(self, node: ast.Call, over: Sort, condition: list[Sort | None]) -> Sort | None:
        function = FUNCTIONS[node.func.id] if isinstance(node.func, ast.Name) else FUNCTIONS["sum"]
        types = {"rows": {"rows"}, "number": {"number"}, "ordered": _ORDERED}.get(function.takes)
        if over.table is None or (types and over.type not in types) or (not types and over.type == "rows"):
            self.complain("wrong-call", node, part=self.part(node), usage=function.usage)
            return None
        for sort in condition:
            if sort is not None and (sort.type != "flag" or sort.table not in {over.table, None}):
                self.complain("wrong-where", node, part=self.part(node), table=over.table)
                return None
        return Sort(over.type if function.gives == "same" else function.gives)

    def complain(self, code: str, node: ast.AST, **values: Any) -> None:
        self.complaints.add(code, self.formula.at(node), formula=self.formula.text, **values)

    def part(self, node: ast.expr) -> str:
        return ast.get_source_segment(self.formula.text, node) or self.formula.text


def _both(names: Iterable[str]) -> str:
    return strung(phrase(" and "), names)
