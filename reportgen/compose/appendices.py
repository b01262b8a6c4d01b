"""What the appendices of a paper are called: by Roman numerals where there are two or more (A-4)."""

from collections.abc import Mapping
from typing import Final

from reportgen.compose.numerals import roman
from reportgen.model.kind import Kind

LABEL: Final = "Phụ lục"


def appendix_labels(kind: Kind, values: Mapping[str, object]) -> Mapping[str, str | None]:
    """Call each appendix that has something to show, in the order of the kind; the others are absent."""
    there = [name for name, shown in kind.appendices.items() if is_there(values.get(shown))]
    numbers = {name: f" {roman(number)}" if len(there) > 1 else "" for number, name in enumerate(there, 1)}
    return {name: f"{LABEL}{numbers[name]}" if name in numbers else None for name in kind.appendices}


def is_there(value: object) -> bool:
    """Tell whether a value was given; a list or a table without rows was not."""
    return value is not None and (not hasattr(value, "__len__") or isinstance(value, str) or len(value) > 0)
