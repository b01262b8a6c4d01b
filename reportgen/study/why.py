"""Why a figure is what it is."""

from collections.abc import Callable
from typing import Any

from reportgen.compute import explain
from reportgen.model.diagnostics import did_you_mean, report
from reportgen.model.errors import DataError
from reportgen.model.figure import Explanation
from reportgen.model.messages import LANGUAGES
from reportgen.model.phrase import said
from reportgen.study.called import figure_called, figure_names, member_called
from reportgen.study.read import Study


def why(found: Study, asked: str, show: Callable[[Any], str], member: str = "") -> list[Explanation]:
    """Explain a figure down to the rows it was computed from: a table's in every row, or in the one named.

    ``member`` says whose document it is, where one is made for each of many.

    Raises:
        DataError: there is no figure of this name, or no such document.

    """
    dataset = member_called(found, member) if member else found.dataset
    name, row = figure_called(found.kind, asked)
    every = explain(dataset, found.kind, tuple(name.split(".")), show)
    explanations = [one for one in every if _is_called(one, row)]
    if not explanations and not every:
        raise DataError([report("figure-without-rows", name=name, table=name.partition(".")[0])])
    if not explanations:
        meant = did_you_mean(asked, figure_names(found.kind))
        raise DataError([report("unknown-figure", name=asked, meant=meant)])
    return explanations


def _is_called(one: Explanation, ending: str) -> bool:
    """Ask for an explanation by the end of its name, in any language: ``(total)``, ``(tổng)``."""
    return any(said(one.name, language).endswith(ending) for language in LANGUAGES)
