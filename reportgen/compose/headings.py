"""How the sub-headings of a section are numbered: those that are there, from 1 on (B-10)."""

from collections.abc import Mapping

from reportgen.compose.appendices import is_there
from reportgen.model.kind import Kind


def heading_numbers(kind: Kind, values: Mapping[str, object]) -> Mapping[str, int | None]:
    """Count the headings that have something to tell, list by list; the others are absent."""
    numbers: dict[str, int | None] = {}
    for headings in kind.headings:
        there = [name for name, told in headings.items() if any(is_there(values.get(one)) for one in told)]
        numbers |= dict.fromkeys(headings) | {name: number for number, name in enumerate(there, 1)}
    return numbers
