"""Where mistakes become words and an exit code."""

import errno
import os
import sys
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


@contextmanager
def no_room_told() -> Iterator[None]:
    """Tell of a disk that is full where no paper is written: for temporary files, or for what is printed."""
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        from reportgen.cli.findings import print_findings  # noqa: PLC0415
        from reportgen.model.diagnostics import report  # noqa: PLC0415
        from reportgen.model.errors import ExitCode  # noqa: PLC0415

        print_findings([report("no-room")])
        _drop_what_has_no_room()
        raise typer.Exit(ExitCode.OUTPUT) from None


def _drop_what_has_no_room() -> None:
    """Let Python not try once more, when it ends, to write what was printed and found no room."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def leave_with(doubts: "Sequence[Diagnostic]") -> None:
    """Tell what contradicts the figures just shown, and leave as the data's mistakes demand."""
    from reportgen.cli.findings import print_findings  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    print_findings(doubts)
    if doubts:
        raise typer.Exit(ExitCode.DATA)
