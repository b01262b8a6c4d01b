"""What a paper carries of its figures: formulas, values, and rows only as what they add up to."""

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reportgen.compute.evaluate import Evaluation, Fold, folds, row_names, source_of
from reportgen.compute.holes import known
from reportgen.compute.ledger import Ledger
from reportgen.compute.order import Node, node_of, spec_of
from reportgen.compute.personal import touches_a_person
from reportgen.compute.views import View, Within
from reportgen.model.dataset import Column
from reportgen.model.figure import Figure
from reportgen.model.formula import Formula, Name
from reportgen.model.kind import FigureSpec, Kind, TableSpec
from reportgen.model.manifest import TOTAL, WITHHELD, Aggregate, Entry, Recorded, Told
from reportgen.model.origin import Origin
from reportgen.model.values import Cell


@dataclass(frozen=True, slots=True)
class Telling:
    """How things are written down: ``show`` prints a figure, ``place`` names where a row stands."""

    show: Callable[[Figure], str]
    place: Callable[[Origin], str]


def record(
    ledger: Ledger, page: Mapping[str, str], spoken_of: Iterable[str], telling: Telling
) -> tuple[Recorded, ...]:
    """Write down the figures that a page prints or speaks of, and those that they are computed from.

    ``page`` are the printed texts by their names. What it does not print is withheld where it is a row's, or
    about a person.
    """
    recorder = _Recorder(ledger, page, telling)
    for name in (*page, *spoken_of):
        recorder.add_printed(name)
    found = recorder.entries
    return tuple(recorder.recorded(node) for node in _declared(ledger.kind) if node in found)


@lru_cache(maxsize=8)
def _declared(kind: Kind) -> tuple[Node, ...]:
    """List everything that a kind computes, as it is declared."""
    return (
        *(("figure", name) for name in kind.figures),
        *(("cell", table.name, name) for table in kind.tables.values() for name in table.figures),
        *(("column", rows.name, name) for rows in kind.rows.values() for name in rows.columns),
    )


@dataclass(slots=True)
class _Recorder:
    """One walk from the printed figures down to what they read; ``folds`` are of columns, run once each."""

    ledger: Ledger
    page: Mapping[str, str]
    telling: Telling
    entries: dict[Node, dict[str, Entry]] = field(default_factory=dict)
    folds: dict[Formula, list[Fold]] = field(default_factory=dict)

    def add_printed(self, name: str) -> None:
        """Record what a page calls by this name, if it is a figure."""
        kind: Kind = self.ledger.kind
        match name.split("."):
            case [figure] if figure in kind.figures:
                self.add(("figure", figure), "")
            case [table, at, cell] if table in kind.tables and cell in kind.tables[table].figures:
                self.add(("cell", table, cell), at)
            case [table, at, column] if table in kind.rows and column in kind.rows[table].columns:
                self.add(("column", table, column), at)
            case ["each", column] if kind.each and column in kind.rows[kind.each.of].columns:
                self.add(("column", kind.each.of, column), "1")

    def add(self, node: Node, at: str) -> None:
        """Record a figure at one place, and the figures that it reads."""
        entries = self.entries.setdefault(node, {})
        if at not in entries and (found := self._found(node, at)) is not None:
            entries[at] = self._entry(node, at, *found)

    def recorded(self, node: Node) -> Recorded:
        """Give the declaration of a figure with what was recorded of it."""
        spec = self._spec(node)
        entries = self.entries[node].values()
        return Recorded(
            ".".join(node[1:]), spec.label, spec.formula.text, self.telling.place(spec.formula.origin),
            spec.shown_as, spec.places, spec.if_nothing, spec.fit,
            tuple(entries if len(entries) == 1 else sorted(entries, key=_order)),
        )  # fmt: skip

    def _spec(self, node: Node) -> FigureSpec:
        return _declaration(self.ledger.kind, node)

    def _found(self, node: Node, at: str) -> tuple[Figure, View] | None:
        """Find a figure and from where its formula looks; none where its table could not be grouped."""
        match node:
            case ("figure", name):
                return self.ledger.figures[name], self.ledger
            case ("cell", table, name) if table in self.ledger.groups:
                grouping = self.ledger.groups[table]
                if at == TOTAL:
                    return self.ledger.totals[table, name], Within(self.ledger, grouping, None)
                row = int(at) - 1
                return self.ledger.cells[table, name][row], Within(self.ledger, grouping, row)
            case ("column", table, name):
                return self.ledger.columns[table, name][int(at) - 1], self.ledger
            case _:
                return None

    def _entry(self, node: Node, at: str, figure: Figure, view: View) -> Entry:
        hidden = self._is_hidden(node, at)
        told = figure.state in {"known", "nothing"} and not hidden
        return Entry(
            at, WITHHELD if hidden else figure.value, self.telling.show(figure) if told else "",
            self._label(node, at), figure.fitted,
            dict(self._reads(node, at, view)), () if hidden else tuple(self._aggregates(figure, view)),
        )  # fmt: skip

    def _is_hidden(self, node: Node, at: str) -> bool:
        """Tell whether a figure must stay in the office: about persons, or a row's, and not printed."""
        name = f"{node[1]}.{at}.{node[2]}" if at else node[1]
        printed = name in self.page or (node[0] == "column" and self._shows(node[1], at, node[2]))
        return not printed and (node[0] == "column" or touches_a_person(self.ledger.kind, node))

    def _shows(self, table: str, at: str, column: str) -> bool:
        """Tell whether the page prints a cell, of the row that it was made for under another name."""
        each = self.ledger.kind.each
        own = each is not None and not each.by and each.of == table
        return f"{table}.{at}.{column}" in self.page or (own and f"each.{column}" in self.page)

    def _label(self, node: Node, at: str) -> str:
        """Call a row by what the page prints of its key."""
        kind: Kind = self.ledger.kind
        if not at or at == TOTAL:
            return ""
        key = kind.tables[node[1]].by if node[0] == "cell" else kind.rows[node[1]].key
        texts = (self.page.get(f"{node[1]}.{at}.{name}", "") for name in key)
        return ", ".join(text for text in texts if text)

    def _reads(self, node: Node, at: str, view: View) -> Iterator[tuple[str, Told]]:
        """Write down what is read as one value; of a row only what the page prints of it."""
        formula = self._spec(node).formula
        by_row = set(row_names(formula.tree)) if node[0] == "column" else ()
        for name in formula.names:
            value = view(name)
            if not isinstance(value, Column):
                yield ".".join(name), self._single(name, value, self._table(node), at)
            elif name in by_row:
                shows = self._shows(name[0], at, name[-1])
                yield ".".join(name), value.values[int(at) - 1] if shows else WITHHELD

    def _table(self, node: Node) -> TableSpec | None:
        return self.ledger.kind.tables[node[1]] if node[0] == "cell" else None

    def _single(self, name: Name, value: Cell, table: TableSpec | None, at: str) -> Told:
        below = node_of(self.ledger.kind, name, table)
        if below is None:
            person = touches_a_person(self.ledger.kind, ("field", *name))
            return WITHHELD if person and ".".join(name) not in self.page else value
        if below[0] == "group":
            return value
        self.add(below, "" if below[0] == "figure" else at)
        entry = self.entries[below].get("" if below[0] == "figure" else at)
        return entry.value if entry else value

    def _aggregates(self, figure: Figure, view: View) -> Iterator[Aggregate]:
        formula = figure.spec.formula
        for fold in self._run(formula, view):
            person = any(touches_a_person(self.ledger.kind, ("field", *name)) for name in fold.names)
            gives: Told = WITHHELD if person and fold.result != figure.value else fold.result
            yield self._aggregate(fold, gives, view)
        yield from self._presences(formula, view)

    def _run(self, formula: Formula, view: View) -> list[Fold]:
        if not _folds_any(formula):
            return []
        if view is self.ledger and formula in self.folds:
            return self.folds[formula]
        folds: list[Fold] = []
        Evaluation(formula, view, folds=folds).run()
        if view is self.ledger:
            self.folds[formula] = folds
        return folds

    def _aggregate(self, fold: Fold, gives: Told, view: View) -> Aggregate:
        ends = (fold.rows[0], fold.rows[-1]) if len(fold.rows) and fold.names else ()
        places = [view.row_origin(fold.names[0], row) for row in ends]
        first, last = (self.telling.place(one) if one else "" for one in places or (None, None))
        return Aggregate(fold.text, gives, len(fold.rows), first, last)

    def _presences(self, formula: Formula, view: View) -> Iterator[Aggregate]:
        """Write down what was only asked for its presence, tables among them."""
        for node in _questions(formula):
            answer = Evaluation(formula, view).value(node)
            if not isinstance(answer, Column) and known(answer):
                yield Aggregate(source_of(formula.text, node), answer)


def _order(one: Entry) -> tuple[bool, int, str]:
    return one.at == TOTAL, len(one.at), one.at


@lru_cache(maxsize=1024)
def _declaration(kind: Kind, node: Node) -> FigureSpec:
    spec = spec_of(kind, node)
    if not isinstance(spec, FigureSpec):
        raise TypeError(f"{node} is computed, and no figure")
    return spec


@lru_cache(maxsize=1024)
def _folds_any(formula: Formula) -> bool:
    """Tell whether anything is added up in a formula."""
    return any(folds(node) for node in ast.walk(formula.tree))


@lru_cache(maxsize=1024)
def _questions(formula: Formula) -> tuple[ast.Call, ...]:
    """Find the parts of a formula that ask whether something was given."""
    calls = (node for node in ast.walk(formula.tree) if isinstance(node, ast.Call))
    return tuple(call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "given")
