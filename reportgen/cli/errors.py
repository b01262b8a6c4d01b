"""Where mistakes become words and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from reportgen.cli.records import print_record


@contextmanager
def leaving_properly(*, as_json: bool = False) -> Iterator[None]:
    """Print the mistakes of people's files and leave with the code of who must act; bugs pass through."""
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415  (--help finds nothing)
    from reportgen.model.errors import ReportgenError  # noqa: PLC0415

    try:
        yield
    except ReportgenError as error:
        if as_json:
            print_record({"diagnostics": [as_record(diagnostic) for diagnostic in error.diagnostics]})
        else:
            print_findings(error.diagnostics)
        raise typer.Exit(error.exit_code) from None
