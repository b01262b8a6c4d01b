"""The figures of a data file, as a list and explained."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportgen.compose import figure_text, value_text
from reportgen.model.figure import Explanation, Figure
from reportgen.model.phrase import phrase
from reportgen.study import Study, why


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a list: texts as people read them."""

    name: str
    title: str
    printed: str
    exact: str
    formula: str
    declared_at: str

    def record(self) -> dict[str, str]:
        """Give the line as a mapping."""
        return {name: getattr(self, name) for name in self.__slots__}


def list_figures(found: Study) -> list[Line]:
    """List a data file's figures: the named ones, then tables row by row with their totals."""
    return list(_lines(found))


def explain_figure(found: Study, name: str, member: str = "") -> list[Explanation]:
    """Explain one figure of a data file, or of one document of many, down to the rows it was computed from.

    Raises:
        DataError: there is no such figure, or no such document.

    """
    return why(found, name, show, member)


def show(value: Any) -> str:
    """Write a value or a figure as people read it."""
    return figure_text(value) if isinstance(value, Figure) else value_text(value)


def _lines(found: Study) -> Iterator[Line]:
    for name, figure in found.figures.named.items():
        yield _line(name, figure)
    for table in found.figures.tables.values():
        for name, figures in table.figures.items():
            for key, figure in zip(table.keys, figures, strict=True):
                yield _line(f"{table.name}.{name} ({', '.join(map(value_text, key))})", figure)
            yield _line(
                phrase("{name} ({label})", name=f"{table.name}.{name}", label=phrase("total")),
                table.total[name],
            )


def _line(name: str, figure: Figure) -> Line:
    spec = figure.spec
    exact = value_text(figure.value)
    return Line(name, spec.title, figure_text(figure), exact, spec.formula.text, str(spec.formula.origin))
