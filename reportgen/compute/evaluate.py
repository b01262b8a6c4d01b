"""A formula's value: one value, or a column of them, exact."""

import ast
import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, Protocol

from reportgen.compute.formula import literal, name_of
from reportgen.compute.functions import FUNCTIONS, Function, Objection, divide
from reportgen.compute.holes import hole_among, known
from reportgen.compute.scope import PASTS, split
from reportgen.model.dataset import Column
from reportgen.model.formula import Formula, Name
from reportgen.model.names import same_name
from reportgen.model.values import Blank, Cell, Hole

Result = Cell | Column


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a formula has no value: where in it, and in which row if it runs over a table."""

    node: ast.AST
    code: str
    values: tuple[tuple[str, object], ...]
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Fold:
    """One aggregate as it happened: which rows counted, and what they held (kept only for `why`).

    ``names`` are the columns that it read, ``counts`` tells that it went by rows and not by what they hold.
    """

    text: str
    names: Sequence[Name]
    counts: bool
    rows: Sequence[int]
    values: Sequence[Any]
    result: Cell


class Lookup(Protocol):
    """Where names get their values."""

    def __call__(self, name: Name) -> Result:
        """Give the value or the column of this name."""


@dataclass(slots=True)
class Evaluation:
    """One run of one formula."""

    formula: Formula
    lookup: Lookup
    problems: list[Problem] = field(default_factory=list)
    folds: list[Fold] | None = None

    def run(self) -> Result:
        """Work the formula out; what cannot be is a hole, and a problem is noted."""
        return self.value(self.formula.tree)

    def value(self, node: ast.expr) -> Result:
        """Work one part out."""
        match node:
            case ast.Constant():
                return literal(node, self.formula)
            case ast.Name() | ast.Attribute():
                return self.lookup(name_of(node) or ())
            case ast.BinOp(left=left, op=op, right=right):
                return self.apply(node, _BINARY[type(op)], [self.value(left), self.value(right)])
            case ast.UnaryOp(op=op, operand=operand):
                return self.apply(node, _UNARY[type(op)], [self.value(operand)])
            case ast.BoolOp(op=op, values=values):
                return self.apply(node, _BOOLEAN[type(op)], [self.value(value) for value in values])
            case ast.Compare():
                return self.compare(node)
            case ast.Call():
                return self.call(node)
        raise TypeError(f"{node!r} passed the allow-list")

    def compare(self, node: ast.Compare) -> Result:
        """Compare, ``a < b < c`` meaning ``a < b and b < c``."""
        operands = [self.value(operand) for operand in (node.left, *node.comparators)]
        pairs = [
            self.apply(node, _COMPARE[type(op)], [left, right])
            for op, left, right in zip(node.ops, operands, operands[1:], strict=False)
        ]
        return pairs[0] if len(pairs) == 1 else self.apply(node, _all, pairs)

    def call(self, node: ast.Call) -> Result:
        """Call one of the published functions."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        function = FUNCTIONS[name]
        arguments = [self.value(argument) for argument in node.args]
        if folds(node):
            return self.fold(node, function, arguments[0])
        if function.maps:
            return self.apply(node, function.maps, arguments)
        return self.given(name_of(node.args[0]) or (), arguments[0])

    def given(self, name: Name, argument: Result) -> Result:
        """Tell which values were given; of rows, whether there are any to speak of."""
        if not isinstance(argument, Column):
            return _given(argument)
        if name and not split(name)[1]:
            return len(argument.values) > 0 or name[0] not in PASTS
        cells = [_given(cell) for cell in argument.values]
        return Column(cells, all(known(cell) for cell in cells))

    def fold(self, node: ast.Call, function: Function, argument: Result) -> Cell:
        """Turn the rows that count into one value."""
        if not isinstance(argument, Column):
            return argument
        rows: Sequence[int] = range(len(argument.values))
        for keyword in node.keywords:
            condition = self.value(keyword.value)
            if not isinstance(condition, Column):
                condition = Column([condition] * len(argument.values), known(condition))
            if not condition.complete and (hole := self.hole(node, condition.values, rows)) is not False:
                return hole
            rows = [row for row, holds in enumerate(condition.values) if holds]
        return self._folded(node, function, argument, rows)

    def _folded(self, node: ast.Call, function: Function, argument: Column, rows: Sequence[int]) -> Cell:
        values = argument.values if isinstance(rows, range) else [argument.values[row] for row in rows]
        hole = False if argument.complete else self.hole(node, values, rows)
        result = hole if hole is not False or not function.folds else function.folds(values)
        if self.folds is not None:
            names = list(row_names(node))
            name = name_of(node.args[0])
            counts = name is not None and not split(name)[1]
            self.folds.append(Fold(self._text(node), names, counts, rows, values, result))
        return result

    def hole(
        self, node: ast.AST, values: Sequence[Cell], rows: Sequence[int]
    ) -> Hole | Blank | Literal[False] | None:
        """Find the weightiest hole; a column given in some rows only is a doubtful sum, and told."""
        hole = hole_among(*values) if values else False
        if hole is None and any(value is not None for value in values):
            row = rows[next(i for i, value in enumerate(values) if value is None)]
            self.problems.append(Problem(node, "partly-given", (("part", self._text(node)),), row))
            return Hole.FAILED
        return hole

    def apply(self, node: ast.expr, function: Callable[..., Cell], operands: list[Result]) -> Result:
        """Apply a function of single values, row by row where an operand is a column."""
        columns = [operand for operand in operands if isinstance(operand, Column)]
        if not columns:
            return self._one(node, function, operands, None)
        length = len(columns[0].values)
        spread = [o.values if isinstance(o, Column) else [o] * length for o in operands]
        complete = all(column.complete for column in columns)
        if complete and function in _SAFE and all(isinstance(o, Column) or known(o) for o in operands):
            return Column([function(*cells) for cells in zip(*spread, strict=True)], complete=True)
        values = [
            self._one(node, function, cells, row) for row, cells in enumerate(zip(*spread, strict=True))
        ]
        return Column(values, all(known(value) for value in values))

    def _one(
        self, node: ast.expr, function: Callable[..., Cell], cells: Sequence[Any], row: int | None
    ) -> Cell:
        if (hole := hole_among(*cells)) is not False:
            decided = _DECIDED.get(function)
            decides = decided is not None and any(cell is decided for cell in cells)
            return decided if decides else hole
        try:
            return function(*cells)
        except Objection as objection:
            values = (("part", self._text(node)), *objection.values.items())
            self.problems.append(Problem(node, objection.code, values, row))
            return Hole.FAILED

    def _text(self, node: ast.AST) -> str:
        return source_of(self.formula.text, node) or self.formula.text


@lru_cache(maxsize=4096)
def source_of(text: str, node: ast.AST) -> str:
    """Give the words of a part of a formula; Python goes through the whole formula for that."""
    return ast.get_source_segment(text, node) or ""


def _all(*values: bool) -> bool:
    return all(values)


def _any(*values: bool) -> bool:
    return any(values)


def _differ(one: Cell, other: Cell) -> bool:
    return not same_name(one, other)


def _given(cell: Cell) -> Cell:
    """Tell whether a value was given; of one that is missing or has failed nobody knows."""
    return cell if isinstance(cell, Blank) or cell is Hole.FAILED else cell is not None


def folds(node: ast.AST) -> bool:
    """Tell whether a part of a formula makes one value of a column."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return False
    function = FUNCTIONS[node.func.id]
    return function.folds is not None and (len(node.args) == 1 or function.maps is None)


@lru_cache(maxsize=4096)
def row_names(node: ast.AST) -> tuple[Name, ...]:
    """List the names that a part of a formula reads row by row: not those of a sum inside it."""
    parts = (*node.args, *node.keywords) if isinstance(node, ast.Call) and folds(node) else (node,)
    return tuple(name for part in parts for name in _open_names(part))


def _open_names(node: ast.AST) -> Iterator[Name]:
    match node:
        case ast.Name() | ast.Attribute():
            yield name_of(node) or ()
        case ast.Call(args=arguments):
            yield from (name for part in arguments if not folds(node) for name in _open_names(part))
        case _:
            yield from (name for part in ast.iter_child_nodes(node) for name in _open_names(part))


_BINARY: dict[type, Callable[..., Cell]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: divide,
}  # fmt: skip
_UNARY: dict[type, Callable[..., Cell]] = {ast.USub: operator.neg, ast.Not: operator.not_}
_BOOLEAN: dict[type, Callable[..., Cell]] = {ast.And: _all, ast.Or: _any}
_DECIDED: dict[Callable[..., Cell], bool] = {_all: False, _any: True}
"""What one operand alone decides, whatever the others are."""
_COMPARE: dict[type, Callable[..., Cell]] = {
    ast.Eq: same_name, ast.NotEq: _differ, ast.Lt: operator.lt, ast.LtE: operator.le,
    ast.Gt: operator.gt, ast.GtE: operator.ge,
}  # fmt: skip
_SAFE = {operator.add, operator.sub, operator.mul, *_UNARY.values(), _all, _any, *_COMPARE.values()}
"""Functions that always give a value when their operands have one."""
