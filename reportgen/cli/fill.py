"""``reportgen fill``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import Format, Overwrite, Print

_Template = Annotated[
    Path,
    typer.Argument(metavar="TEMPLATE", help="A Word template (.docx) or a page (.html).", readable=False),
]
_Data = Annotated[
    Path,
    typer.Argument(
        metavar="DATA", help="A data file: YAML, JSON, CSV, TSV, XLSX, ODS or XLS.", readable=False
    ),
]
_Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="The document; without it, named after both, beside the data."),
]


def run(
    template: _Template,
    data: _Data,
    output: _Output = None,
    form: Print = Format.TEXT,
    *,
    overwrite: Overwrite = False,
) -> None:
    """Fill any docxtpl template or HTML page with any data, no kind needed.

    The names of the data are the names of the template; the rows of a table file are called rows.
    """
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415
        from reportgen.cli.records import print_record  # noqa: PLC0415
        from reportgen.fill import FillOrder, fill  # noqa: PLC0415

        filled = fill(FillOrder(template, data, output, overwrite=overwrite))
        if form is Format.JSON:
            notes = [as_record(note) for note in filled.notes]
            made = {"file": str(filled.written.path), "how": str(filled.written.how)}
            print_record({"made": made, "diagnostics": notes})
        else:
            print_findings(filled.notes)
            typer.echo(f"{filled.written.path} ({say(filled.written.how)})")
