"""The press: a template and the words it may use become one document.

The engines are loaded when they are used: Word needs no Pango, and ``--help`` neither.
"""

import datetime as dt
from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from reportgen.model.artifact import Artifact
from reportgen.model.context import Context, Shape
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.formula import Name


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


PRESSES = {"docx": "reportgen.render.docx", "pdf": "reportgen.render.pdf"}
"""The formats, each with the module that prints it; adding an engine is one entry."""


def press(target: str) -> Press:
    """Give what prints a format."""
    found: Any = import_module(PRESSES[target])
    engine: Press = found
    return engine


__all__ = ["PRESSES", "Press", "press"]
