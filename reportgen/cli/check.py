"""``reportgen check``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.misfits import refuse_with_blank
from reportgen.cli.options import DataFiles, Date, Format, Office, Print, Templates, To, today

_Annotate = Annotated[
    Path | None,
    typer.Option(
        "--annotate",
        metavar="OUT",
        help="Write copies of the table files with what is wrong as comments: a folder, or one FILE.xlsx.",
    ),
]
_OnBlank = Annotated[
    Path | None,
    typer.Option(
        "--on-blank",
        metavar="FILE",
        help="Check for the pre-printed blanks that FILE describes: words that do not fit, too few blanks.",
        dir_okay=False,
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
    on_blank: _OnBlank = None,
) -> None:
    """Find every mistake: all that build does, but nothing is written."""
    day = today(date)
    refuse_with_blank(on_blank, to or (), test_sheet=False, keep_going=False, bundles={})
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.batch import Order, check, check_on_blanks  # noqa: PLC0415
        from reportgen.cli.ending import exit_code, findings_of, print_ending  # noqa: PLC0415
        from reportgen.cli.progress import progress_bar  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415

        targets = tuple(dict.fromkeys(to or ()))
        with progress_bar() as advance:
            order = Order(Shelf.usual(templates, office=office), day, targets, day=day if date else None)
            if on_blank is None:
                outcomes = check(data, order, advance)
            else:
                outcomes = check_on_blanks(data, order, on_blank, advance)
    print_ending(outcomes, form, writing=False)
    if annotate is not None:
        from reportgen.cli.annotate import write_copies  # noqa: PLC0415

        with leaving_properly():  # what was found is told already
            write_copies(findings_of(outcomes), annotate, data, quiet=form is Format.JSON)
    raise typer.Exit(exit_code(outcomes))
