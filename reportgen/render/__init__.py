"""The press: a template and the words it may use become one document.

The engines are loaded when they are used: Word needs no Pango, and ``--help`` neither.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from reportgen.model.artifact import Artifact, Impression
from reportgen.model.context import Context, Shape
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.formula import Name
from reportgen.render.watch import bounded


class Press(Protocol):
    """What prints one format."""

    def names(
        self, path: Path, shown: str, shape: Shape, filters: Collection[str], /, *, free: bool = False
    ) -> tuple[list[Diagnostic], frozenset[Name]]:
        """Look a template over before it is filled; give its mistakes and the declared names it prints.

        A template is ``free`` where no kind declares what it may name.
        """

    def render(self, path: Path, context: Context, /, *, title: str, date: dt.date | None) -> Artifact:
        """Fill a template."""

    def impress(
        self, path: Path, context: Context, /, *, title: str, date: dt.date | None
    ) -> Artifact | Impression:
        """Fill a template; what is stamped may be left to whoever finishes it."""


PRESSES = {"docx": "reportgen.render.docx", "pdf": "reportgen.render.pdf"}
"""The formats, each with the module that prints it; adding an engine is one entry."""


@dataclass(frozen=True, slots=True)
class _Watched:
    """A press that somebody watches: whatever a template makes it do comes to an end."""

    engine: Press

    def names(
        self, path: Path, shown: str, shape: Shape, filters: Collection[str], /, *, free: bool = False
    ) -> tuple[list[Diagnostic], frozenset[Name]]:
        """Look a template over, in time."""
        with bounded(shown):
            return self.engine.names(path, shown, shape, filters, free=free)

    def render(self, path: Path, context: Context, /, *, title: str, date: dt.date | None) -> Artifact:
        """Fill a template, in time."""
        with bounded(str(path)):
            return self.engine.render(path, context, title=title, date=date)

    def impress(
        self, path: Path, context: Context, /, *, title: str, date: dt.date | None
    ) -> Artifact | Impression:
        """Do the same, in time."""
        with bounded(str(path)):
            return self.engine.impress(path, context, title=title, date=date)


@cache
def press(target: str) -> Press:
    """Give what prints a format."""
    found: Any = import_module(PRESSES[target])
    return _Watched(found)


__all__ = ["PRESSES", "Press", "press"]
