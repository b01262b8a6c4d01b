"""Formulas with gaps in their data, held against a slow reckoning row by row."""

import ast
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.compute.evaluate import Evaluation
from reportgen.compute.formula import parse_formula
from reportgen.compute.holes import known
from reportgen.model.dataset import Column
from reportgen.model.diagnostics import Complaints
from reportgen.model.formula import Name
from reportgen.model.origin import Origin
from reportgen.model.values import BLANK, Hole

HOLES = (Hole.FAILED, Hole.NOTHING, BLANK, None)
"""The heavier comes first."""

CELLS = st.one_of(st.integers(-3, 3), st.sampled_from(HOLES))
FLAGS = st.one_of(st.booleans(), st.sampled_from(HOLES))
ROWS = st.lists(st.tuples(st.integers(-3, 3), CELLS, FLAGS), max_size=4)
SINGLES = st.fixed_dictionaries({"x": CELLS, "y": st.integers(-3, 3), "flag": FLAGS})

NUMBERS = st.recursive(
    st.sampled_from(["t.whole", "t.holed", "x", "y", "0", "2", "0.5"]),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("(-{})".format, inner),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max", "share"]), inner, inner),
    ),
    max_leaves=4,
)
CONDITIONS = st.recursive(
    st.one_of(
        st.sampled_from(["t.flag", "flag", "given(t.holed)", "given(x)"]),
        st.builds("({} {} {})".format, NUMBERS, st.sampled_from(["<", "==", ">=", "!="]), NUMBERS),
        st.builds("({} < {} < {})".format, NUMBERS, NUMBERS, NUMBERS),
    ),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from(["and", "or"]), inner),
        st.builds("(not {})".format, inner),
    ),
    max_leaves=4,
)
FOLDS = st.builds(
    "{}({}{})".format,
    st.sampled_from(["sum", "count", "min", "max", "distinct"]),
    st.sampled_from(["t.whole", "t.holed"]),
    st.one_of(st.just(""), st.builds(", where={}".format, CONDITIONS)),
)

Row = dict[str, Any]


def evaluated(text: str, rows: Sequence[Any], singles: Row) -> Any:
    columns = {
        name: Column([row[place] for row in rows], all(known(row[place]) for row in rows))
        for place, name in enumerate(("whole", "holed", "flag"))
    }

    def lookup(name: Name) -> Any:
        return columns[name[1]] if len(name) > 1 else singles[name[0]]

    formula = parse_formula(text, Origin("kind.yaml"), Complaints())
    assert formula is not None
    return Evaluation(formula, lookup).run()


def reckoned(text: str, row: Row) -> Any:
    """Work a formula out for one row, whose columns and single values are in one mapping."""
    return _reckoned(ast.parse(text, mode="eval").body, row)


def _reckoned(node: ast.expr, row: Row) -> Any:
    match node:
        case ast.Constant(value=value):
            return Fraction(str(value))
        case ast.Name() | ast.Attribute():
            return row[ast.unparse(node)]
        case ast.Call(func=ast.Name(id="given"), args=[argument]):
            value = _reckoned(argument, row)
            return value if value is BLANK or value is Hole.FAILED else value is not None
        case ast.BoolOp(op=op, values=parts):
            decisive = isinstance(op, ast.Or)
            values = [_reckoned(part, row) for part in parts]
            return (
                decisive
                if any(value is decisive for value in values)
                else _heaviest(values, otherwise=not decisive)
            )
        case ast.Compare(left=left, ops=ops, comparators=others):
            values = [_reckoned(part, row) for part in (left, *others)]
            pairs = zip(values, ops, values[1:], strict=False)
            answers = [_joined(COMPARED[type(op)], one, other) for one, op, other in pairs]
            return False if any(answer is False for answer in answers) else _heaviest(answers, otherwise=True)
        case ast.UnaryOp(op=op, operand=operand):
            value = _reckoned(operand, row)
            return value if not known(value) else not value if isinstance(op, ast.Not) else -value
        case ast.BinOp(left=left, op=op, right=right):
            return _joined(_CALCULATED[type(op)], _reckoned(left, row), _reckoned(right, row))
        case ast.Call(func=ast.Name(id=name), args=[one, other]):
            return _joined(_CALLED[name], _reckoned(one, row), _reckoned(other, row))
    raise AssertionError(ast.dump(node))


def _both(*values: Any) -> bool:
    return all(map(known, values))


def _heaviest(values: Sequence[Any], *, otherwise: Any) -> Any:
    return next((hole for hole in HOLES if any(value is hole for value in values)), otherwise)


def _joined(function: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    return function(one, other) if _both(one, other) else _heaviest([one, other], otherwise=None)


def _divided(one: Any, other: Any) -> Any:
    return Fraction(one) / other if other else Hole.NOTHING


def _shared(part: Any, whole: Any) -> Any:
    if part == whole == 0:
        return Hole.NOTHING
    return Fraction(part) / whole if 0 <= part <= whole else Hole.FAILED


COMPARED: dict[type, Callable[[Any, Any], bool]] = {
    ast.Lt: lambda a, b: a < b, ast.Eq: lambda a, b: a == b,
    ast.GtE: lambda a, b: a >= b, ast.NotEq: lambda a, b: a != b,
}  # fmt: skip
_CALCULATED: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b, ast.Sub: lambda a, b: a - b, ast.Mult: lambda a, b: a * b, ast.Div: _divided,
}  # fmt: skip
_CALLED: dict[str, Callable[[Any, Any], Any]] = {"min": min, "max": max, "share": _shared}
_FOLDED: dict[str, Callable[[list[Any]], Any]] = {
    "sum": sum, "count": len, "distinct": lambda values: len(set(values)),
    "min": lambda values: min(values, default=Hole.NOTHING),
    "max": lambda values: max(values, default=Hole.NOTHING),
}  # fmt: skip


def spread(rows: Sequence[Any], singles: Row) -> list[Row]:
    return [{"t.whole": a, "t.holed": b, "t.flag": f, **singles} for a, b, f in rows]


@settings(max_examples=300, deadline=None)
@given(st.one_of(NUMBERS, CONDITIONS), ROWS, SINGLES)
def test_a_formula_gives_in_each_row_what_a_reckoning_by_hand_gives(
    text: str, rows: Any, singles: Row
) -> None:
    result = evaluated(text, rows, singles)

    values = result.values if isinstance(result, Column) else [result] * len(rows)
    assert list(values) == [reckoned(text, row) for row in spread(rows, singles)]
    if isinstance(result, Column):
        assert not result.complete or all(map(known, result.values))


@settings(max_examples=300, deadline=None)
@given(FOLDS, ROWS, SINGLES)
def test_an_aggregate_takes_the_rows_that_count_and_no_others(text: str, rows: Any, singles: Row) -> None:
    name, _, rest = text.removesuffix(")").partition("(")
    column, _, where = rest.partition(", where=")
    everything = spread(rows, singles)
    answers = [reckoned(where, row) if where else True for row in everything]
    counted = [row[column] for row, answer in zip(everything, answers, strict=True) if answer is True]

    expected = _first_hole(answers) if _first_hole(answers) is not False else _first_hole(counted)
    assert evaluated(text, rows, singles) == (_FOLDED[name](counted) if expected is False else expected)


def _first_hole(values: Sequence[Any]) -> Any:
    """Give the heaviest hole; of values given in some rows only, a failure."""
    hole = _heaviest(values, otherwise=False)
    return Hole.FAILED if hole is None and any(value is not None for value in values) else hole
