"""From what a paper is made, as one digest: the same again would give the same page."""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from reportgen.batch.machine import contents, files_of_kind, presses
from reportgen.batch.papers import Key, Papers
from reportgen.model.dataset import Dataset
from reportgen.model.kind import Kind

_PLACES: Final = frozenset({"origin", "sources"})
_LENGTH: Final = 32
_MANY: Final = 4096


@dataclass(frozen=True, slots=True)
class Bases:
    """The digests of a data file's papers: of the program, the kind, and what each paper reads of the data.

    Places are left out, and the rows of others: a list that grew makes no other paper of anybody else.
    """

    papers: Papers
    shared: str
    known: dict[Key, str] = field(default_factory=dict)

    def basis(self, key: Key) -> str:
        """Give the digest of one paper."""
        if key not in self.known:
            own = self.papers.own(key)
            rows = [] if own is None else [own.each, own.table, *own.earlier]
            self.known[key] = digest([self.shared, *rows])[:_LENGTH]
        return self.known[key]


def bases_of(papers: Papers, day: dt.date | None) -> Bases:
    """Digest what the papers of a data file have in common; ``day`` is today's where they print it."""
    dataset = papers.job.dataset
    own = papers.members.asked.of if papers.members else None
    blank = papers.job.blank and replace(papers.job.blank, file="", stock=None)
    onto = [blank] if blank else []
    shared = [_machine(), _kind(papers.job.kind), day, *onto, *_of_dataset(dataset, own)]
    return Bases(papers, digest(shared))


def said_by(papers: Papers, key: Key) -> str:
    """Digest what the data of a paper say, but for what the register fills in: its number and its day.

    Neither the file's name nor the program counts: who sends the same again says the same.
    """
    dataset, kind = papers.dataset(key), papers.job.kind
    aside = {kind.register.number, kind.register.date} if kind.register else set()
    return digest([kind.name, *said_in(dataset, aside)])[:_LENGTH]


def form_of(papers: Papers) -> str:
    """Digest the kind of papers: all that its folder holds."""
    return _kind(papers.job.kind)[:_LENGTH]


def said_in(dataset: Dataset, aside: AbstractSet[str] = frozenset()) -> Iterator[object]:
    """List all that data say, but for some names."""
    yield {name: value for name, value in dataset.values.items() if name not in aside}
    for name, table in sorted(dataset.tables.items()):
        yield name
        yield {title: column.values for title, column in table.columns.items() if title not in aside}
    yield {name: value for name, value in (dataset.each or {}).items() if name not in aside}
    yield from ([dataset.expected, dataset.photos])
    for past in dataset.earlier:
        yield from said_in(past)


def _of_dataset(dataset: Dataset, without: str | None) -> Iterator[object]:
    yield from (Path(dataset.file).name, dataset.values, dataset.assumed, dataset.given)
    yield from (dataset.expected, dataset.photos)
    yield {name: table for name, table in dataset.tables.items() if name != without}
    for past in dataset.earlier:
        yield from _of_dataset(past, without)


@lru_cache(maxsize=1)
def _machine() -> str:
    """Digest what prints."""
    return digest([presses()])


@lru_cache(maxsize=8)
def _kind(kind: Kind) -> str:
    """Digest all that lies in the folder of a kind, but its examples."""
    return digest([kind.name, contents(files_of_kind(kind.folder), kind.folder)])


def digest(parts: Iterable[object]) -> str:
    """Digest values, whatever they are: the same again gives the same."""
    made, pieces = hashlib.sha256(), list[str]()
    for part in parts:
        _write(part, pieces, made.update)
    made.update(_joined(pieces))
    return made.hexdigest()


def _joined(pieces: Sequence[str]) -> bytes:
    return "".join(pieces).encode("utf-8", "surrogatepass")


def _write(value: Any, pieces: list[str], take: Callable[[bytes], object]) -> None:
    """Write a value down so that no two different ones look alike; what has become much is taken."""
    match value:
        case str():
            pieces.append(f"s{len(value)}:{value}")
        case None | bool() | int() | Fraction() | dt.date() | dt.time() | Enum():
            pieces.append(f"{type(value).__name__}:{value!s};")
        case bytes():
            pieces.append(f"b{hashlib.sha256(value).hexdigest()}")
        case _:
            parts = _parts(value)
            pieces.append(f"{len(parts)}:")
            for part in parts:
                _write(part, pieces, take)
                if len(pieces) > _MANY:
                    take(_joined(pieces))
                    pieces.clear()


def _parts(value: Any) -> Sequence[object]:
    """Take apart what holds other values; where they were written is no part of them."""
    match value:
        case dict() | Mapping():
            return [part for name in sorted(value, key=str) for part in (name, value[name])]
        case list() | tuple():
            return value
        case frozenset():
            return sorted(map(str, value))
        case Sequence():
            return value
        case _ if is_dataclass(value):
            return [type(value).__name__, *(getattr(value, name) for name in _fields(type(value)))]  # type: ignore[arg-type]
        case _:
            raise TypeError(f"{value!r} cannot be digested")


@lru_cache(maxsize=256)
def _fields(sort: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(sort) if one.name not in _PLACES)
