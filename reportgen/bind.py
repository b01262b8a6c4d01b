"""What a paper carries of itself: everything is told as seen from its data file, wherever that lies."""

import datetime as dt
import os
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from pathlib import Path, PurePath

from reportgen import __version__
from reportgen.compose import figure_text
from reportgen.compute import Ledger, Rows, Telling, record
from reportgen.model.artifact import Script
from reportgen.model.formula import Name
from reportgen.model.kind import Kind
from reportgen.model.manifest import Maker, Manifest, Recorded
from reportgen.model.origin import Origin

_OFFICES = ("parent", "office")
"""The fields that name the office and the one above it."""


def manifest_of(
    ledger: Ledger, rows: Rows, script: Script, spoken_of: Iterable[Name], *, here: str = ""
) -> Manifest:
    """Gather what a paper carries: its figures are in the ``ledger``, ``spoken_of`` are behind its sentences.

    ``here`` is the folder that names of files start from, where that is not the working folder.
    """
    kind, dataset = rows.kind, ledger.dataset
    pieces = zip(script.pieces, script.names, strict=True)
    page = tuple([(words, name) for (text, _), name in pieces if (words := _closed_up(text))])
    printed = {name: text for text, name in page if name}
    telling = Telling(show=figure_text, place=partial(_place, kind, dataset.file, here))
    figures = record(ledger, printed, [".".join(name) for name in sorted(spoken_of)], telling)
    return Manifest(
        _maker(kind, dataset.file, dataset.values.get(kind.date or "")),
        figures, rows.behind([text for text, _ in page]), page,
        {name: text for name in _OFFICES if isinstance(text := dataset.values.get(name), str)},
        _assumed(dataset.assumed, figures),
        in_margins=sum(bool(text.split()) for text, _ in script.pieces[len(script.body) :]),
        registered=dataset.registered,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _closed_up(text: str) -> str:
    """Leave one space where there are more: most of a page is that of the paper before."""
    return " ".join(text.split())


@lru_cache(maxsize=8)
def _maker(kind: Kind, file: str, date: object) -> Maker:
    return Maker(
        __version__, kind.name, kind.title, kind.version, declared(kind), PurePath(file).name,
        date if isinstance(date, dt.date) else None,
    )  # fmt: skip


@lru_cache(maxsize=8)
def declared(kind: Kind) -> str:
    """Give the text of a kind's kind.yaml."""
    return (kind.folder / "kind.yaml").read_bytes().decode("utf-8-sig", "replace")


def _place(kind: Kind, source: str, here: str, origin: Origin) -> str:
    if origin.file == _declared_in(kind):
        return _in_kind(origin)
    return origin.seen_as(_seen_from(source, origin.file, here))


@lru_cache(maxsize=8)
def _declared_in(kind: Kind) -> str:
    return kind.sources.nearest(()).file


@lru_cache(maxsize=1024)
def _in_kind(origin: Origin) -> str:
    """Tell where something was declared: the same for all papers."""
    return origin.seen_as("kind.yaml")


@lru_cache(maxsize=1024)
def _seen_from(source: str, file: str, here: str) -> str:
    """Name a file as seen from the data file; of the kind's folder nothing is said."""
    path, folder = Path(here, file), Path(here, source).parent
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.name


def _assumed(assumed: Mapping[str, str], figures: Iterable[Recorded]) -> dict[str, str]:
    """Keep what was assumed of anything that the figures read."""
    if not assumed:
        return {}
    formulas = " ".join(figure.formula for figure in figures)
    words = set(re.split(r"\W+", formulas))
    return {path: why for path, why in assumed.items() if words.issuperset(path.split("."))}
