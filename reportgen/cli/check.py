"""``reportgen check``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.options import DataFiles, Date, Format, Office, Print, Templates, To, today

NAME = "check"

_Annotate = Annotated[
    Path | None,
    typer.Option(
        "--annotate",
        metavar="OUT",
        help="Write copies of the table files with what is wrong as comments: a folder, or one FILE.xlsx.",
    ),
]


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFiles,
    to: To = None,
    templates: Templates = None,
    office: Office = None,
    date: Date = None,
    form: Print = Format.TEXT,
    annotate: _Annotate = None,
) -> None:
    """Find every mistake: all that build does, but nothing is written."""
    day = today(date)
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.batch import Order, check  # noqa: PLC0415
        from reportgen.cli.ending import exit_code, findings_of, print_ending  # noqa: PLC0415
        from reportgen.cli.progress import progress_bar  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415

        targets = tuple(dict.fromkeys(to or ()))
        with progress_bar() as advance:
            outcomes = check(data, Order(Shelf.usual(templates, office=office), day, targets), advance)
    print_ending(outcomes, form, writing=False)
    if annotate is not None:
        from reportgen.cli.annotate import write_copies  # noqa: PLC0415

        with leaving_properly():  # what was found is told already
            write_copies(findings_of(outcomes), annotate, data, quiet=form is Format.JSON)
    raise typer.Exit(exit_code(outcomes))
