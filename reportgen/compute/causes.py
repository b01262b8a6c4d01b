"""One cause, one message: what follows from a value over its limit is not told beside it."""

import ast
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import Final

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
def _sides(kind: Kind) -> tuple[Kind, Kind]:
    """Read every check that two things are equal as at most, and as at least."""
    below, above = (
        replace(kind, checks=tuple(_bounded(check, bound) for check in kind.checks))
        for bound in (ast.LtE(), ast.GtE())
    )
    return below, above


def _bounded(check: CheckSpec, bound: ast.cmpop) -> CheckSpec:
    match check.that.tree:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=others):
            tree = ast.copy_location(ast.Compare(left, [bound], others), check.that.tree)
            return replace(check, that=replace(check.that, tree=tree))
        case _:
            return check


def _marks(findings: Iterable[Diagnostic]) -> AbstractSet[Mark]:
    return frozenset(map(_mark, findings))


def _mark(finding: Diagnostic) -> Mark:
    said = dict(finding.values)
    return finding.code, finding.origin, *(said.get(name) for name in _CALLED_BY)
