"""What a template may name when there is no kind: the data's own names, typed as the data is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reportgen.compose.attached import attached
from reportgen.compose.filters import FILTERS, shown
from reportgen.compose.rich import is_paragraphs, is_rich, paragraphs, rich_text
from reportgen.model.attached import Attached, Enclosure, Picture
from reportgen.model.context import Context, Quantity, Shape
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath, SourceMap
from reportgen.model.phrase import phrase
from reportgen.model.plain import Paragraphs, PlainData, Rich

_ANYTHING: Final = Shape("anything")


def plain_context(data: PlainData) -> Context:
    """Give the values of a data file their names, and all rows of a list the same ones.

    Raises:
        DataError: a value that should be rich text is none.

    """
    complaints = Complaints()
    read = {name: _read(value, (name,), data.sources, complaints) for name, value in data.values.items()}
    if complaints.serious:
        raise DataError(complaints)
    evened = {name: _evened(value) for name, value in read.items()}
    return Context(evened, plain_shape(evened), FILTERS, _shown, free=True)


def plain_shape(value: object) -> Shape:
    """Tell what stands where, by looking at the data."""
    match value:
        case None:
            return _ANYTHING
        case bool():
            return Shape("flag")
        case str() | Quantity() | Rich() | Paragraphs() | Picture() | Enclosure():
            return Shape("scalar", quotable=True)
        case Mapping():
            names = {name: plain_shape(inner) for name, inner in value.items()}
            return Shape("mapping", names, quotable=True)
        case Sequence():
            return _list_shape([plain_shape(item) for item in value])
    return _ANYTHING


def _read(value: object, path: DataPath, sources: SourceMap, complaints: Complaints) -> object:
    """Understand the groups that stand for something to print."""
    match value:
        case Attached():
            return attached(value, path, sources, complaints)
        case Mapping() if is_rich(value):
            return rich_text(value, path, sources, complaints)
        case Mapping() if is_paragraphs(value):
            return paragraphs(value, path, sources, complaints)
        case Mapping():
            return {name: _read(inner, (*path, name), sources, complaints) for name, inner in value.items()}
        case str():
            return value
        case Sequence():
            return [_read(item, (*path, number), sources, complaints) for number, item in enumerate(value)]
    return value


def _list_shape(items: Sequence[Shape]) -> Shape:
    item = _common(items)
    return Shape("rows", item.names, item=item, quotable=True)


def _common(shapes: Sequence[Shape]) -> Shape:
    """Tell what items of a list are, as far as they are alike."""
    known = [shape for shape in shapes if shape.sort != "anything"]
    if not known or any(shape.sort != known[0].sort for shape in known):
        return _ANYTHING
    if known[0].sort == "rows":
        return _list_shape([shape.item or _ANYTHING for shape in known])
    inside = {name: [shape.names[name] for shape in known if name in shape.names] for name in _names(known)}
    return Shape(known[0].sort, {name: _common(found) for name, found in inside.items()}, quotable=True)


def _names(shapes: Iterable[Shape]) -> list[str]:
    return list(dict.fromkeys(name for shape in shapes for name in shape.names))


def _evened(value: object) -> object:
    """Give each mapping of a list the names of all: what one lacks, it was not given."""
    match value:
        case str():
            return value
        case Mapping():
            return {name: _evened(inner) for name, inner in value.items()}
        case Sequence():
            return tuple(_rows_evened([_evened(item) for item in value]))
    return value


def _rows_evened(items: Sequence[object]) -> Iterable[object]:
    rows = [item for item in items if isinstance(item, Mapping)]
    names = dict.fromkeys(name for row in rows for name in row) if len(rows) == len(items) else {}
    return [{**names, **item} if isinstance(item, Mapping) else item for item in items]


def _shown(value: object) -> str:
    """Print a value; a number that was computed may have decimals that never end."""
    text = shown(value)
    if isinstance(value, Quantity) and not text:
        raise TypeError(
            phrase("{value} has decimals that never end; print it with | round(2)", value=str(value.value))
        )
    return text
