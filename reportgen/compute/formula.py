"""Formulas: the arithmetic part of Python's own grammar, and nothing else of it."""

import ast
import re
import tokenize
import warnings
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from reportgen.compute.functions import FUNCTIONS
from reportgen.model.diagnostics import Complaints
from reportgen.model.formula import Formula, Name
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, Phrase, phrase

LONGEST = 500
"""Code points in a formula; what is longer wants to be two figures."""

DEEPEST = 200
"""Parts of a formula that may stand inside one another."""

_ALLOWED = (
    ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Constant, ast.Name, ast.Attribute, ast.Call,
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.USub, ast.Not, ast.And, ast.Or,
    ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.keyword, ast.Load,
)  # fmt: skip

_INSTEAD = {
    ast.Pow: phrase("multiply instead"),
    ast.FloorDiv: phrase("divide with a single / and declare places"),
    ast.Mod: phrase("write a percentage as a share, with 'as: percent'"),
    ast.Tuple: phrase("write decimals with a point in formulas: 0.84"),
    ast.IfExp: phrase("declare two figures, or a table with 'where'"),
    ast.Subscript: phrase("use sum, count, min or max with 'where'"),
    ast.Is: phrase("compare with =="),
    ast.In: phrase("compare with == and 'or'"),
}
_USE = phrase("use + - * /, comparisons, and, or, not, and the functions")


_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
"""``2.960`` is a whole number to whoever writes reports and a decimal one to Python."""


def parse_formula(text: str, origin: Origin, complaints: Complaints) -> Formula | None:
    """Read a formula, or say at which place it leaves the grammar."""
    flat = " ".join(text.split("\n"))
    if len(flat) > LONGEST:
        complaints.add("formula-too-long", origin, length=len(flat), longest=LONGEST)
        return None
    try:
        tree = _parsed(flat)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        place = origin.shifted(max(getattr(error, "offset", 1) or 1, 1) - 1)
        complaints.add("formula-syntax", place, formula=flat, why=_why(error))
        return None
    formula = Formula(flat, origin, tree, tuple(dict.fromkeys(names_in(tree))))
    outside = list(_outside(formula))
    for node, code, values in outside:
        complaints.add(code, formula.at(node), formula=flat, **values)
    return None if outside else formula


def name_of(node: ast.expr) -> Name | None:
    """Give the dotted name that a node spells, if it is one."""
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=inner, attr=name):
            above = name_of(inner)
            return None if above is None else (*above, name)
        case _:
            return None


def literal(node: ast.Constant, formula: Formula) -> int | Fraction | str:
    """Read a literal from the text as written: ``0.1`` is one tenth, never a float."""
    if isinstance(node.value, float):
        written = ast.get_source_segment(formula.text, node) or repr(node.value)
        return Fraction(written.replace("_", ""))
    if isinstance(node.value, (int, str)):
        return node.value
    raise TypeError(f"{node.value!r} passed the allow-list")


def _parsed(flat: str) -> ast.expr:
    """Parse, and take for a mistake what Python only warns of, and a comment that would hide the rest."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tree = ast.parse(flat, mode="eval").body
    for token in tokenize.generate_tokens(iter([flat, ""]).__next__):
        if token.type == tokenize.COMMENT:
            raise SyntaxError(
                phrase("what stands behind # would not count"), ("", 1, token.start[1] + 1, flat)
            )
    if _depth(tree) > DEEPEST:
        raise RecursionError
    return tree


def _depth(tree: ast.AST) -> int:
    depth, level = 0, [tree]
    while level:
        depth, level = depth + 1, [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


def _why(error: BaseException) -> str:
    if isinstance(error, SyntaxError) and error.msg:
        said = error.msg
        return said if isinstance(said, Phrase) else Foreign(said[0].lower() + said[1:])
    too_deep = isinstance(error, (RecursionError, MemoryError))
    return phrase("it is nested too deeply") if too_deep else Foreign(str(error))


def names_in(node: ast.AST) -> Iterator[Name]:
    """List the names that a part of a formula reads, each as often as it does."""
    if isinstance(node, (ast.Name, ast.Attribute)) and (name := name_of(node)) is not None:
        yield name
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, ast.Call) and child is node.func):
            yield from names_in(child)


def _outside(formula: Formula) -> Iterator[tuple[ast.AST, str, dict[str, Any]]]:
    """Find every part that is not in the grammar."""
    stack: list[ast.AST] = [formula.tree]
    while stack:
        node = stack.pop()
        if not isinstance(node, _ALLOWED):
            instead = _INSTEAD.get(type(node), _USE)
            place = node if hasattr(node, "col_offset") else formula.tree
            yield place, "formula-not-allowed", {"part": _part(formula, node), "instead": instead}
            continue
        yield from _refused(formula, node)
        stack.extend(_children(node))


def _children(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.Call):
        return [*node.args, *(keyword.value for keyword in node.keywords)]
    return [] if isinstance(node, (ast.Name, ast.Attribute)) else list(ast.iter_child_nodes(node))


def _refused(formula: Formula, node: ast.AST) -> Iterator[tuple[ast.AST, str, dict[str, Any]]]:
    match node:
        case ast.Constant(value=value) if not isinstance(value, (int, float, str)) or isinstance(value, bool):
            yield (
                node,
                "formula-not-allowed",
                {"part": _part(formula, node), "instead": phrase("name a flag itself")},
            )
        case ast.Constant(value=float()) if "e" in _part(formula, node).lower():
            yield (
                node,
                "formula-not-allowed",
                {"part": _part(formula, node), "instead": phrase("write it in full")},
            )
        case ast.Constant(value=float()) if _THOUSANDS.fullmatch(part := _part(formula, node)):
            whole, decimals = part.replace(".", ""), f"{part}0"
            instead = phrase(
                "write {whole}, or {decimals} where decimals are meant", whole=whole, decimals=decimals
            )
            yield node, "formula-not-allowed", {"part": part, "instead": instead}
        case ast.Name(id=name) | ast.Attribute(attr=name) if name.startswith("_"):
            yield (
                node,
                "formula-not-allowed",
                {"part": _part(formula, node), "instead": phrase("name a column")},
            )
        case ast.Attribute() if name_of(node) is None:
            yield (
                node,
                "formula-not-allowed",
                {"part": _part(formula, node), "instead": phrase("name a column")},
            )
        case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS:
            yield from _wrong_call(formula, node)
        case ast.Call():
            yield node, "unknown-function", {"part": _part(formula, node), "known": ", ".join(FUNCTIONS)}
        case _:
            return


def _wrong_call(formula: Formula, node: ast.Call) -> Iterator[tuple[ast.AST, str, dict[str, Any]]]:
    function = FUNCTIONS[node.func.id] if isinstance(node.func, ast.Name) else FUNCTIONS["sum"]
    extra = [k.arg or "**" for k in node.keywords if k.arg != "where" or not function.where]
    if extra or len(node.keywords) > 1 or not function.fewest <= len(node.args) <= function.most:
        yield node, "wrong-call", {"part": _part(formula, node), "usage": function.usage}


def _part(formula: Formula, node: ast.AST) -> str:
    if hasattr(node, "col_offset") and isinstance(node, ast.expr):
        return ast.get_source_segment(formula.text, node) or formula.text
    return formula.text
