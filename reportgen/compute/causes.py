"""One cause, one message: what follows from a value over its limit is not told beside it."""

import ast
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import Final, TypeGuard

from reportgen.compute.limits import MENDS, Excess, mended
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.kind import CheckSpec, Kind

_CALLED_BY: Final = ("name", "names", "that", "part")
"""The words of a finding by which it is known again when its numbers are others."""

Mark = tuple[object, ...]
Find = Callable[[Dataset, Kind], Iterable[Diagnostic]]


def lasting(dataset: Dataset, kind: Kind, over: list[Excess], find: Find) -> Callable[[Diagnostic], bool]:
    """Tell of findings which have a cause of their own: they stay, however the values over are put right.

    The same data is looked through again with all of these right, in each way in which they can be. What is
    gone in one of them may follow from the values; what is found in all of them cannot. A check that two
    numbers are equal has two sides: values between the ways heal it where each side is healed in one.
    """
    ways = [mended(dataset, over, mend) for mend in MENDS] if over else []
    sides = [[_marks(find(way, side)) for way in ways] for side in _sides(kind)]
    return lambda finding: any(all(_mark(finding) in world for world in worlds) for worlds in sides)


@lru_cache(maxsize=8)
def _sides(kind: Kind) -> tuple[Kind, ...]:
    """Read every check that two things are equal as at most, and as at least; without one it is one kind."""
    if not any(_equates(check.that.tree) for check in kind.checks):
        return (kind,)
    bounds = ast.LtE(), ast.GtE()
    return tuple(
        replace(kind, checks=tuple(_bounded(check, bound) for check in kind.checks)) for bound in bounds
    )


def _equates(tree: ast.expr) -> TypeGuard[ast.Compare]:
    return isinstance(tree, ast.Compare) and len(tree.ops) == 1 and isinstance(tree.ops[0], ast.Eq)


def _bounded(check: CheckSpec, bound: ast.cmpop) -> CheckSpec:
    tree = check.that.tree
    if not _equates(tree):
        return check
    bounded = ast.copy_location(ast.Compare(tree.left, [bound], tree.comparators), tree)
    return replace(check, that=replace(check.that, tree=bounded))


def _marks(findings: Iterable[Diagnostic]) -> AbstractSet[Mark]:
    return frozenset(map(_mark, findings))


def _mark(finding: Diagnostic) -> Mark:
    said = dict(finding.values)
    return finding.code, finding.origin, *(said.get(name) for name in _CALLED_BY)
