"""``reportgen reissue``."""

from dataclasses import replace
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.issuing import ByHand, Number, issue_or_print, refuse_number_before_pen, request_of
from reportgen.cli.options import (
    By,
    DataFile,
    Date,
    Edited,
    Format,
    OfficeFolder,
    Print,
    Row,
    Templates,
    Year,
)

_Replaces = Annotated[
    str,
    typer.Option("--replaces", metavar="NUMBER", help="The paper in whose place it is issued."),
]


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFile,
    replaces: _Replaces,
    number: Number = "",
    edited: Edited = None,
    date: Date = None,
    office: OfficeFolder = None,
    year: Year = None,
    row: Row = "",
    templates: Templates = None,
    by: By = "",
    form: Print = Format.TEXT,
    *,
    by_hand: ByHand = False,
) -> None:
    """Issue a paper of the same form, under a number of its own, in the place of one with a mistake in it.

    It says which paper it replaces; that one stays in the register as replaced. In a list, the row of that
    paper is issued, or the only row that was not issued yet.
    """
    refuse_number_before_pen(number, by_hand=by_hand)
    with leaving_properly(as_json=form is Format.JSON):
        request = request_of(office, templates, by, date)
        request = replace(
            request,
            number=number.strip(),
            edited=edited,
            replaces=replaces.strip(),
            year=year,
            row=row.strip(),
        )
        issue_or_print([data], request, form, by_hand=by_hand)
