"""The lines between the cells of a table where they are not all alike: those above, below and in each row.

Which line stands between two rows follows from both. So rows are told apart by the rows beside them
(`Sheets.looks`), and what the engine drew around a row of the sample is drawn around all of its form.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final
from xml.etree.ElementTree import Element

from weasyprint.draw.border import draw_line

from reportgen.render.rows.file import said
from reportgen.render.rows.letters import scratch
from reportgen.render.rows.reasons import LaidOut, NotWrittenError

Kind = tuple[str, float, Any]
"""How a line is drawn: its style, how thick it is, its colour."""

Line = tuple[float, float, float, float]
"""From where to where it goes: across and down, and again."""

_STYLES: Final = frozenset({"solid", "dashed", "dotted", "double"})


@dataclass(frozen=True, slots=True)
class Rule:
    """The lines around a row's cells: above and below, by columns, and upright, by edges; some are none."""

    above: Sequence[Kind | None]
    below: Sequence[Kind | None]
    upright: Sequence[Kind | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of all forms, and those between the heading and the first row, also on later pages."""

    forms: Mapping[int, Rule]
    first: Sequence[Kind | None]
    edges: Sequence[float]

    def drawn(
        self, rows: Iterable[tuple[int, float]], top: float, *, goes_on: bool, is_coloured: bool
    ) -> Iterator[str]:
        """Draw the lines of rows, given by form and height, which go on from others or begin a page.

        Colours cover half of a line that others drew.
        """
        lines: dict[Kind, list[Line]] = {}
        rule = None
        for count, (form, height) in enumerate(rows):
            rule = self.forms[form]
            above = rule.above if count or goes_on else self.first
            if count or is_coloured:  # else it was drawn, by the engine below the heading
                self._take_level(above, rule.upright, top, lines)
            for edge, kind in enumerate(rule.upright):
                if kind is not None:
                    ends = top - _half(above, edge), top + height + _half(rule.below, edge)
                    lines.setdefault(kind, []).append((self.edges[edge], ends[0], self.edges[edge], ends[1]))
            top += height
        if rule is not None:
            self._take_level(rule.below, rule.upright, top, lines)
        for kind in sorted(lines, key=lambda kind: kind[1]):  # thicker ones lie above the others
            yield "/Artifact BMC\nq"
            yield from _solid(kind, lines[kind]) if kind[0] == "solid" else _patterned(kind, lines[kind])
            yield "Q\nEMC"

    def _take_level(
        self,
        kinds: Sequence[Kind | None],
        upright: Sequence[Kind | None],
        down: float,
        lines: dict[Kind, Any],
    ) -> None:
        for kind, some in groupby(range(len(kinds)), key=lambda column: kinds[column]):
            columns = list(some)
            runs = [columns] if kind is None or kind[0] == "solid" else [[one] for one in columns]
            for run in runs if kind is not None else []:
                begin = self.edges[run[0]] - _thick(upright[run[0]]) / 2
                end = self.edges[run[-1] + 1] + _thick(upright[run[-1] + 1]) / 2
                lines.setdefault(kind, []).append((begin, down, end, down))


def rules_of(parts: Sequence[Any], body: Element, rows: Sequence[tuple[Any, int]], edges: Any) -> Rules:
    """Look at the lines around rows, given with their forms.

    Raises:
        NotWrittenError: rows of one form have other lines, or lines that are not known.

    """
    upright, level = parts[0].collapsed_border_grid
    heading = sum(len(group.children) for group in parts[0].children if group.is_header)
    groups = [group for part in parts for group in part.children if not group.is_header]
    order = {
        id(row): heading + count for count, row in enumerate(row for one in groups for row in one.children)
    }
    begin = min(order[id(row)] for group in groups if group.element is body for row in group.children)
    forms: dict[int, Rule] = {}
    for row, form in rows:
        place = order[id(row)]
        found = Rule(_kinds(level[place]), _kinds(level[place + 1]), _kinds(upright[place]))
        if forms.setdefault(form, found) != found:
            raise NotWrittenError(LaidOut.BORDERS)
    return Rules(forms, _kinds(level[begin]), edges)


def _kinds(lines: Any) -> tuple[Kind | None, ...]:
    return tuple(_kind(*line) for line in lines)


def _kind(score: Any, line: Any) -> Kind | None:
    style, thick, colour = line
    if score[0] or not thick or not colour.alpha:
        return None
    if style not in _STYLES or colour.alpha != 1:
        raise NotWrittenError(LaidOut.BORDERS)
    return style, thick, colour


def _thick(kind: Kind | None) -> float:
    return kind[1] if kind is not None else 0


def _half(kinds: Sequence[Kind | None], edge: int) -> float:
    """Tell how far an upright line goes into the lines that it meets."""
    return max((_thick(kind) for kind in kinds[max(edge - 1, 0) : edge + 1]), default=0) / 2


def _solid(kind: Kind, lines: Sequence[Line]) -> Iterator[str]:
    colour = " ".join(f"{part:g}" for part in kind[2].to("srgb").coordinates)
    yield f"{colour} RG {kind[1]:.6f} w"
    yield from (f"{x:.3f} {y:.3f} m {to:.3f} {down:.3f} l" for x, y, to, down in lines)
    yield "S"


def _patterned(kind: Kind, lines: Sequence[Line]) -> Iterator[str]:
    """Let the engine draw dots and dashes."""
    style, thick, colour = kind
    stream = scratch({})
    for line in lines:
        with stream.stacked():
            draw_line(stream, *line, thick, style, colour)
    stream.stream = [
        item for item in stream.stream if not (isinstance(item, bytes) and item.endswith(b" gs"))
    ]
    yield said(stream).decode("latin-1")
