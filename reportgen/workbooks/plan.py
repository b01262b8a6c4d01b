"""How a kind becomes the sheets of a workbook, no two of them called alike, nor two of their columns."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from reportgen.model.book import KIND
from reportgen.model.kind import FieldSpec, FigureSpec, Kind
from reportgen.model.names import folded
from reportgen.workbooks import words
from reportgen.workbooks.files import files_page
from reportgen.workbooks.layout import Entry, Form, Level, Page, Pairs, Path
from reportgen.workbooks.spellings import spellings_page

LONGEST_TITLE: Final = 31
"""Excel takes no longer title of a sheet."""

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_OWN: Final = (("kind", KIND), ("for_each", words.EACH))
"""Facts that every kind has."""

_OWN_SHEETS: Final = (
    words.GUIDE, words.FACTS, words.OPTIONS, words.FILES, words.EARLIER, words.CORRECTIONS, words.CLAIMS,
    words.ASSUMED, words.SPELLINGS,
)  # fmt: skip


def form_of(kind: Kind) -> Form:
    """Lay a kind out as sheets."""
    headings, titles = _Names(), _Names(LONGEST_TITLE)
    facts = [Entry(headings.of(label, name), (name,), _plain(kind, name, label)) for name, label in _OWN]
    for title in _OWN_SHEETS:
        titles.of(title)
    pages = []
    for path, label, spec in _leaves(kind.fields.values()):
        if spec.type in {"list", "rows"}:
            pages.append(Page(titles.of(_as_title(label), spec.name), _level(spec, path, "", _Names()), spec))
        else:
            facts.append(Entry(headings.of(label, ".".join(path)), path, spec))
    pages += [files_page(kind), _earlier_page(kind), _corrections_page(kind), *_expected_pages(kind, titles)]
    pages.append(spellings_page(kind))
    return Form(tuple(facts), _optional_groups(kind.fields.values()), tuple(pages), _pairs(kind))


def _corrections_page(kind: Kind) -> Page:
    fields = {name: _plain(kind, name, label) for name, label in words.CORRECTION.items()}
    level = Level(("corrections",), tuple(Entry(spec.label, (name,), spec) for name, spec in fields.items()))
    return Page(
        words.CORRECTIONS,
        level,
        replace(_plain(kind, "corrections", words.CORRECTIONS), type="rows", fields=fields),
    )


def _expected_pages(kind: Kind, titles: "_Names") -> Iterator[Page]:
    """Lay out who should report, a sheet for each table that says who did."""
    for table in kind.rows.values():
        if table.reporter:
            spec = _plain(kind, table.name, words.EXPECTED)
            level = Level(("expected", table.name), (Entry(words.UNIT, (), spec),))
            yield Page(titles.of(words.EXPECTED, table.name), level, spec)


def _earlier_page(kind: Kind) -> Page:
    spec = _plain(kind, "earlier", words.EARLIER)
    return Page(words.EARLIER, Level(("earlier",), (Entry(words.FILE, (), spec),)), spec)


def _pairs(kind: Kind) -> tuple[Pairs, ...]:
    return (
        Pairs(words.CLAIMS, (), (words.FIGURE, words.CLAIMS), _called(kind.figures.items())),
        Pairs(words.ASSUMED, ("assumed",), (words.ITEM, words.REASON), _called(_assumable(kind))),
    )


def _assumable(kind: Kind) -> Iterator[tuple[str, FieldSpec | FigureSpec]]:
    """List what may be assumed: fields, and columns of tables."""
    yield from kind.fields.items()
    for table in kind.rows.values():
        columns: list[FieldSpec | FigureSpec] = [*table.fields.values(), *table.columns.values()]
        yield from ((f"{table.name}.{column.name}", column) for column in columns)


def _called(specs: Iterable[tuple[str, FieldSpec | FigureSpec]]) -> dict[str, str]:
    """Give each name by what it is called, which is unique."""
    names = _Names()
    return {names.of(spec.title, name): name for name, spec in specs}


def _plain(kind: Kind, name: str, label: str) -> FieldSpec:
    origin = kind.sources.nearest(())
    return FieldSpec(name, "code", origin, optional=name != "kind", label=label)


def _leaves(
    specs: Iterable[FieldSpec], path: Path = (), label: str = ""
) -> Iterator[tuple[Path, str, FieldSpec]]:
    """List fields with what they are called; those of a group stand for it."""
    for spec in specs:
        called = f"{label}: {spec.title}" if label else spec.title
        if spec.type == "group":
            yield from _leaves(spec.fields.values(), (*path, spec.name), called)
        else:
            yield (*path, spec.name), called, spec


def _optional_groups(specs: Iterable[FieldSpec], path: Path = ()) -> frozenset[Path]:
    groups = [spec for spec in specs if spec.type == "group"]
    here = {(*path, spec.name) for spec in groups if spec.optional}
    return frozenset(here).union(
        *(_optional_groups(spec.fields.values(), (*path, spec.name)) for spec in groups)
    )


def _level(spec: FieldSpec, path: Path, prefix: str, names: "_Names") -> Level:
    """Lay a list or a table out as columns; those of a list inside another are headed by its name, too."""
    item = spec if spec.type == "rows" else spec.item
    if item is None or item.type not in {"group", "rows"}:
        cell = Entry(names.of(prefix or spec.title, spec.name), (), item or spec)
        return Level(path, (cell,), wanted=not spec.optional)
    leaves = list(_leaves(item.fields.values()))
    holds_lists = any(inner.type == "list" for _, _, inner in leaves)
    number = names.of(_below(prefix, words.NUMBER), "") if holds_lists else ""
    parts = [_part(inner, below, _below(prefix, label), names) for below, label, inner in leaves]
    optional = _optional_groups(item.fields.values())
    return Level(path, tuple(parts), number, optional, wanted=not spec.optional)


def _part(spec: FieldSpec, path: Path, heading: str, names: "_Names") -> Entry | Level:
    if spec.type == "list":
        return _level(spec, path, heading, names)
    return Entry(names.of(heading, ".".join(path)), path, spec)


def _below(prefix: str, label: str) -> str:
    return f"{prefix}: {label}" if prefix else label


def _as_title(label: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", label).split()).strip("'")


@dataclass(slots=True)
class _Names:
    """Names of one place, no two of them alike."""

    longest: int = 0
    taken: set[str] = field(default_factory=set)

    def of(self, label: str, name: str = "") -> str:
        """Give what something is called: by its label, with its own name where that is taken, or a number."""
        for tried in self._tries(label, name):
            if folded(tried) not in self.taken:
                self.taken.add(folded(tried))
                return tried
        raise AssertionError("numbers do not end")

    def _tries(self, label: str, name: str) -> Iterator[str]:
        yield self._cut(label, "")
        if name:
            yield self._cut(label, f" ({name})")
        number = 2
        while True:
            yield self._cut(label, f" ({number})")
            number += 1

    def _cut(self, label: str, ending: str) -> str:
        room = self.longest - len(ending) if self.longest else len(label)
        return label[: max(room, 1)].rstrip() + ending
