"""Where mistakes become words and an exit code."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from reportgen.cli.findings import as_record, print_findings
from reportgen.cli.options import Format
from reportgen.model.errors import ReportgenError


@contextmanager
def leaving_properly(form: Format = Format.TEXT) -> Iterator[None]:
    """Print the mistakes of people's files and leave with the code of who must act; bugs pass through."""
    try:
        yield
    except ReportgenError as error:
        if form is Format.JSON:
            records = [as_record(diagnostic) for diagnostic in error.diagnostics]
            typer.echo(json.dumps({"diagnostics": records}, ensure_ascii=False, indent=2))
        else:
            print_findings(error.diagnostics)
        raise typer.Exit(error.exit_code) from None
