"""What an approval stands for: all that a paper says but its number, its day and the mark of a draft."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from pathlib import Path
from typing import Final

from reportgen.batch.basis import digest, said_in
from reportgen.batch.machine import contents, files_of_kind
from reportgen.batch.papers import Key, Papers
from reportgen.model.context import Rows
from reportgen.model.dataset import Dataset
from reportgen.model.kind import Kind
from reportgen.offices import FILE
from reportgen.render.template.pages import find_part

_LENGTH: Final = 16
_DECLARED: Final = "kind.yaml"
_OF_ITSELF: Final = frozenset({"today", "check_code", "replaces"})
"""What the program fills in by the day and the register."""


def parts_of(papers: Papers, key: Key) -> dict[str, str]:
    """Digest what a paper is made of, part by part, so that it can be told which of them changed.

    ``words`` is all that the program makes of it for the templates: figures, numbers in words, headings;
    ``parts`` are the pages that it brings itself.
    """
    kind, paper = papers.job.kind, papers.paper(key)
    outside = {kind.register.number, kind.register.date} if kind.register else set[str]()
    parts = dict(_of_data(paper.dataset, outside))
    parts["words"] = {
        name: _plain(value)
        for name, value in paper.context.values.items()
        if name not in outside | _OF_ITSELF
    }
    return {**{name: digest([value])[:_LENGTH] for name, value in parts.items()}, **_of_kind(kind)}


def _of_data(dataset: Dataset, outside: AbstractSet[str]) -> Iterator[tuple[str, object]]:
    for name, value in dataset.values.items():
        if name not in outside:
            yield f"{_giver(dataset, name)}.{name}", value
    for name, table in dataset.tables.items():
        yield (
            f"data.{name}",
            {title: one.values for title, one in table.columns.items() if title not in outside},
        )
    others = {"expected": dataset.expected, "photos": dataset.photos, "assumed": dataset.assumed}
    yield from ((f"data.{name}", value) for name, value in others.items() if value)
    if dataset.earlier:
        yield "data.earlier", [list(said_in(past)) for past in dataset.earlier]


def _giver(dataset: Dataset, name: str) -> str:
    """Tell whether the data say a value, or the office's file."""
    return "office" if Path(dataset.sources.nearest((name,)).file).name == FILE else "data"


@lru_cache(maxsize=8)
def _of_kind(kind: Kind) -> Mapping[str, str]:
    return parts_of_kind(kind)


def parts_of_kind(kind: Kind) -> Mapping[str, str]:
    """Digest kind.yaml, and all else that lies in its folder but the examples, as it is at this moment."""
    found = contents(files_of_kind(kind.folder), kind.folder)
    declared = found.pop(_DECLARED, "")
    return {
        "kind": digest([kind.name, declared])[:_LENGTH],
        "template": digest([found])[:_LENGTH],
        "parts": digest([_parts()])[:_LENGTH],
    }


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, str]:
    """Digest the parts of pages that the program brings: header, signatures, style sheets."""
    official = find_part("official.html")
    return contents(official.parent.rglob("*"), official.parent) if official else {}


def _plain(value: object) -> object:
    """Spell out what a table prints besides its rows."""
    match value:
        case Rows():
            return [[_plain(row) for row in value], _plain(value.total)]
        case Mapping():
            return {name: _plain(one) for name, one in value.items()}
        case _:
            return value
