"""What the filters of a template without a kind make of what they are given, as far as can be told before."""

from collections.abc import Callable, Mapping
from typing import Final

from reportgen.render.template.scope import ANYTHING, Meaning


def result_of(name: str, whole: Meaning) -> Meaning:
    """Tell what comes out of the filter of this name."""
    return _RESULTS.get(name, _anything)(whole)


def _anything(_: Meaning) -> Meaning:
    return ANYTHING


def _same(whole: Meaning) -> Meaning:
    return whole


def _one_of(whole: Meaning) -> Meaning:
    return whole.item() or ANYTHING


_RESULTS: Final[Mapping[str, Callable[[Meaning], Meaning]]] = {
    **dict.fromkeys(
        ("sort", "reverse", "unique", "list", "select", "reject", "selectattr", "rejectattr"), _same
    ),
    **dict.fromkeys(("first", "last", "min", "max"), _one_of),
}
