"""One cause, one message: what follows from a value over its limit is not told beside it."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from reportgen.compute.limits import MENDS, Excess, mended
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic

_CALLED_BY: Final = ("name", "names", "that", "part")
"""The words of a finding by which it is known again when its numbers are others."""

Mark = tuple[object, ...]
Find = Callable[[Dataset], Iterable[Diagnostic]]


def lasting(dataset: Dataset, over: list[Excess], find: Find) -> Callable[[Diagnostic], bool]:
    """Tell of findings which have a cause of their own: they stay, however the values over are put right.

    The same data is looked through again with all of these right, in each way in which they can be. What is
    gone in one of them may follow from the values; what is found in all of them cannot.
    """
    worlds = [_marks(find(mended(dataset, over, mend))) for mend in MENDS] if over else []
    return lambda finding: all(_mark(finding) in world for world in worlds)


def _marks(findings: Iterable[Diagnostic]) -> AbstractSet[Mark]:
    return frozenset(map(_mark, findings))


def _mark(finding: Diagnostic) -> Mark:
    said = dict(finding.values)
    return finding.code, finding.origin, *(said.get(name) for name in _CALLED_BY)
