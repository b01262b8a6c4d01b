"""Spellings and those that count: rows of a sheet, ``same_as: {ONE: OTHER}`` where a data file says it."""

from collections.abc import Iterator, Mapping
from typing import Final

from reportgen.model.diagnostics import Complaints
from reportgen.model.kind import FieldSpec, Kind
from reportgen.model.origin import Origin, Sources
from reportgen.model.phrase import phrase
from reportgen.model.raw import Raw
from reportgen.workbooks import words
from reportgen.workbooks.layout import Entry, Level, Page, Path

PATH: Final = ("same_as",)
_SPELLED: Final = "spelled"
_COUNTS_AS: Final = "counts_as"
_COLUMNS: Final = {_SPELLED: words.SPELLED, _COUNTS_AS: words.COUNTS_AS}


def spellings_page(kind: Kind) -> Page:
    """Lay out the sheet that says which spelling counts."""
    origin = kind.sources.nearest(())
    entries = tuple(
        Entry(label, (name,), FieldSpec(name, "code", origin, label=label))
        for name, label in _COLUMNS.items()
    )
    return Page(
        words.SPELLINGS, Level(PATH, entries), FieldSpec(words.SPELLINGS, "list", origin, optional=True)
    )


def named_spellings(values: Mapping[str, Raw]) -> list[dict[str, Raw]]:
    """List the spellings of a data file as rows."""
    said = values.get(PATH[0])
    pairs = said.items() if isinstance(said, Mapping) else ()
    return [{_SPELLED: name, _COUNTS_AS: other} for name, other in pairs]


def take_spellings(values: dict[Path, Raw], sources: Sources, complaints: Complaints) -> None:
    """Make of the rows of the sheet what a data file says, each spelling with its cell."""
    counts: dict[str, Raw] = {}
    for name, other, (at, beside) in _whole(values.pop(PATH, None), sources, complaints):
        if name in counts:
            first = (phrase("it first stands here"), sources.keys[*PATH, name])
            complaints.add("fact-twice", at, related=(first,), name=name)
        else:
            counts[name] = other
            sources.keys[*PATH, name], sources.values[*PATH, name] = at, beside
    if counts:
        values[PATH] = counts


def _whole(
    rows: Raw, sources: Sources, complaints: Complaints
) -> Iterator[tuple[str, str, tuple[Origin, Origin]]]:
    """Go through the rows with both names in them; complain of others."""
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        said = row if isinstance(row, Mapping) else {}
        name, other = (said.get(key) for key in _COLUMNS)
        at, beside = (sources.nearest((*PATH, number, key)) for key in _COLUMNS)
        if isinstance(name, str) and isinstance(other, str):
            yield name, other, (at, beside)
        else:
            column = words.SPELLED if name is None else words.COUNTS_AS
            complaints.add("spelling-half", at if name is None else beside, column=column)
