"""Where mistakes become words and an exit code."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.model.diagnostics import Diagnostic


@contextmanager
def leaving_properly(*, as_json: bool = False) -> Iterator[None]:
    """Print the mistakes of people's files and leave with the code of who must act; bugs pass through."""
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415  (--help finds nothing)
    from reportgen.model.diagnostics import report  # noqa: PLC0415
    from reportgen.model.errors import OutputError, ReportgenError  # noqa: PLC0415

    try:
        yield
    except (ReportgenError, MemoryError) as met:
        error = met if isinstance(met, ReportgenError) else OutputError([report("memory-short")])
        if as_json:
            print_record({"diagnostics": [as_record(diagnostic) for diagnostic in error.diagnostics]})
        else:
            print_findings(error.diagnostics)
        raise typer.Exit(error.exit_code) from None


def leave_with(doubts: "Sequence[Diagnostic]") -> None:
    """Tell what contradicts the figures just shown, and leave as the data's mistakes demand."""
    from reportgen.cli.findings import print_findings  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    print_findings(doubts)
    if doubts:
        raise typer.Exit(ExitCode.DATA)
