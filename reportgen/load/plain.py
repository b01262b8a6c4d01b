"""Data without a kind: YAML, JSON, CSV and workbooks, each value typed as far as its file says so."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from reportgen.load.attached import attached
from reportgen.load.files import is_folder, listed, read_bytes
from reportgen.load.graft import YAML_SUFFIXES
from reportgen.load.json import read_json
from reportgen.load.loaders import LOADERS, READABLE, load_table
from reportgen.load.text import decode
from reportgen.load.yaml import in_order, read_yaml
from reportgen.model.diagnostics import Complaints, report
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import phrase
from reportgen.model.plain import LONGEST_NUMBER, Exact, PlainData
from reportgen.model.raw import Raw

ROWS: Final = "rows"
"""What a template calls the rows of a table file, and the items of a JSON list."""

_LINE: Final = "name: Trần Thị Mây"
_JSON_LINE: Final = '{"name": "Trần Thị Mây"}'
"""What such a file may hold, as a message shows it."""

_WHOLE: Final = re.compile(rf"0|-?[1-9][0-9]{{0,{LONGEST_NUMBER - 1}}}")
_WORDS: Final[Mapping[str, bool]] = {"true": True, "false": False}


def load_plain(path: Path) -> PlainData:
    """Read a data file of any format; nothing declares what its values are.

    Raises:
        DataError: with all that is wrong in the file.

    """
    read = _READERS.get(path.suffix.lower())
    if read is None and not is_folder(path):
        raise DataError(
            [
                report(
                    "fill-data-format",
                    Origin(str(path)),
                    name=path.name,
                    known=listed((".json", *YAML_SUFFIXES, *READABLE)),
                )
            ]
        )
    return (read or _yaml)(path, str(path))


def _json(path: Path, file: str) -> PlainData:
    complaints = Complaints()
    values, sources = read_json(decode(read_bytes(path, file), file, "not-utf8"), file, complaints)
    if isinstance(values, list):
        values, sources = {ROWS: values}, _one_down(sources)
    elif not isinstance(values, dict):
        complaints.add("yaml-no-mapping", sources.nearest(()), what=phrase("a single value"), like=_JSON_LINE)
    if complaints.serious or not isinstance(values, dict):
        raise DataError(in_order(complaints, file))
    return _with_files(path, PlainData(file, values, sources, tuple(in_order(complaints, file))))


def _yaml(path: Path, file: str) -> PlainData:
    complaints = Complaints()
    values, sources = read_yaml(decode(read_bytes(path, file), file, "not-utf8"), file, complaints, _LINE)
    if complaints.serious:
        raise DataError(in_order(complaints, file))
    typed = {key: _typed(value, (key,), sources) for key, value in values.items()}
    return _with_files(path, PlainData(file, typed, sources, tuple(in_order(complaints, file))))


def _with_files(path: Path, data: PlainData) -> PlainData:
    """Take in the pictures and documents that the data names."""
    complaints = Complaints()
    values = attached(data.values, path, data.sources, complaints)
    if complaints.found:
        raise DataError(in_order(complaints, data.file))
    return replace(data, values=values)


def _table(path: Path, file: str) -> PlainData:
    table = load_table(path)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    sources = Sources(file, below={(ROWS,): table.sources})
    return PlainData(file, {ROWS: rows}, sources, table.notes, table)


def _one_down(sources: Sources) -> Sources:
    """Give every path of a list its name before it."""
    values = {(ROWS, *path): origin for path, origin in sources.values.items()}
    return Sources(sources.file, values, {(ROWS, *path): origin for path, origin in sources.keys.items()})


def _typed(value: Raw, path: DataPath, sources: Sources) -> object:
    """Type what YAML says without quotes: yes or no, and whole numbers that print back unchanged."""
    match value:
        case str():
            bare = path not in sources.quoted and path not in sources.spread
            return _scalar(value) if bare else value
        case Mapping():
            return {key: _typed(inner, (*path, key), sources) for key, inner in value.items()}
        case Sequence():
            return [_typed(item, (*path, number), sources) for number, item in enumerate(value)]
    return value


def _scalar(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    return Exact(int(text), text) if _WHOLE.fullmatch(text) else text


_READERS: Final[Mapping[str, Callable[[Path, str], PlainData]]] = {
    ".json": _json,
    **dict.fromkeys(YAML_SUFFIXES, _yaml),
    **dict.fromkeys(LOADERS, _table),
}
