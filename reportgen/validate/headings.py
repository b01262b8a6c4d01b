"""Headings of a table file held against the columns that a kind declares: as names are, group aside."""

from collections.abc import Mapping, Sequence

from reportgen.model.names import folded


def meant(headings: Sequence[str], wanted: Mapping[str, str]) -> tuple[list[str | None], list[int]]:
    """Tell of each heading which column it means, and list those known by what stands below a group only.

    ``wanted`` are the labels of the columns by name. ``Giáo viên: GVMN`` means ``GVMN`` where no other
    heading does.
    """
    names = _matched(headings, wanted)
    lower = _matched([below_group(heading) for heading in headings], wanted)
    spare = [name for place, name in enumerate(lower) if names[place] is None and name not in names]
    under = [
        place for place, name in enumerate(lower) if name and names[place] is None and spare.count(name) == 1
    ]
    return [lower[place] if place in under else name for place, name in enumerate(names)], under


def below_group(heading: str) -> str:
    """Give the lower of two headings, or the only one."""
    return heading.rpartition(": ")[2]


def _matched(headings: Sequence[str], wanted: Mapping[str, str]) -> list[str | None]:
    known = {folded(label): name for name, label in wanted.items() if label}
    known |= {folded(name): name for name in wanted}
    return [known.get(folded(heading)) for heading in headings]
