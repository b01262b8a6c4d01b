"""What became of data files whose papers were issued, printed for the pen or reviewed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import typer

if TYPE_CHECKING:
    from reportgen.model.diagnostics import Diagnostic
    from reportgen.model.errors import ReportgenError

SHOWN = 20
"""So many papers are named; the others are counted."""


class Outcome(Protocol):
    """What became of the papers of one data file."""

    @property
    def notes(self) -> "tuple[Diagnostic, ...]":
        """Give what there is to tell besides errors."""
        ...

    @property
    def error(self) -> "ReportgenError | None":
        """Give what kept papers from it."""
        ...


def findings_of(outcomes: Sequence[Outcome]) -> "list[Diagnostic]":
    """List all that was found, each thing once."""
    notes = (note for one in outcomes for note in (*one.notes, *(one.error.diagnostics if one.error else ())))
    return list(dict.fromkeys(notes))


def leave_if_failed(outcomes: Sequence[Outcome]) -> None:
    """Leave with the code of the one thing that failed, or that some of several did."""
    errors = [one.error for one in outcomes if one.error]
    if errors:
        from reportgen.model.errors import ExitCode  # noqa: PLC0415

        raise typer.Exit(errors[0].exit_code if len(outcomes) == 1 else ExitCode.SOME_FAILED)
