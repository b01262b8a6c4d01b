"""What the sheets of a workbook are: facts on one, tables and lists on their own, lists in lists flat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.model.kind import FieldSpec

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to fill in, a fact or a column; ``path`` leads to it from the document or from its item."""

    heading: str
    path: Path
    spec: FieldSpec


@dataclass(frozen=True, slots=True)
class Level:
    """A list that rows make up: the cells of its items, and the lists inside each of them, in their order.

    ``path`` leads to it from the document or from the item that holds it. ``number`` is the heading of the
    column that numbers the items, where they hold lists and so may have several rows. ``optional`` are the
    paths of groups that may be left out; ``wanted`` says that the list itself may not.
    """

    path: Path
    parts: "tuple[Entry | Level, ...]"
    number: str = ""
    optional: frozenset[Path] = frozenset()
    wanted: bool = True

    @property
    def own(self) -> list[Entry]:
        """Give the cells of an item itself."""
        return [part for part in self.parts if isinstance(part, Entry)]

    @property
    def inner(self) -> "list[Level]":
        """Give the lists inside an item."""
        return [part for part in self.parts if isinstance(part, Level)]

    def must_have(self) -> Iterator[tuple[str, Path]]:
        """List the columns that must be there: heading and name."""
        if self.number:
            yield self.number, ()
        for entry in self.own:
            in_optional = any(entry.path[: len(group)] == group for group in self.optional)
            if not (entry.spec.optional or entry.spec.default is not None or in_optional):
                yield entry.heading, entry.path
        for inner in self.inner:
            if inner.wanted:
                yield from ((heading, (*inner.path, *path)) for heading, path in inner.must_have())

    def columns(self) -> Iterator[tuple[str, Path, FieldSpec | None]]:
        """List the columns from left to right: heading, name, and what stands there, a number if nothing."""
        if self.number:
            yield self.number, (), None
        for part in self.parts:
            if isinstance(part, Entry):
                yield part.heading, part.path, part.spec
            else:
                yield from ((heading, (*part.path, *path), spec) for heading, path, spec in part.columns())


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet of one table or list."""

    title: str
    level: Level
    spec: FieldSpec

    @property
    def names(self) -> tuple[str, ...]:
        """Tell what the sheet may be called."""
        return (self.title, self.spec.title, ".".join(self.level.path))


@dataclass(frozen=True, slots=True)
class Pairs:
    """A sheet of names, each with what is said about it; ``known`` are the names by what they are called."""

    title: str
    path: Path
    headings: tuple[str, str]
    known: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        """Tell what the sheet may be called."""
        return (self.title, *self.path)


@dataclass(frozen=True, slots=True)
class Form:
    """The sheets of a kind's workbook; ``optional`` are the groups of facts that may be left out."""

    facts: tuple[Entry, ...]
    optional: frozenset[Path]
    pages: tuple[Page, ...]
    pairs: tuple[Pairs, ...]

    @property
    def parts(self) -> "tuple[Page | Pairs, ...]":
        """Give every sheet but that of the facts."""
        return (*self.pages, *self.pairs)
