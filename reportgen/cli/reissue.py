"""``reportgen reissue``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.issue import report
from reportgen.cli.options import (
    By,
    DataFile,
    Date,
    Edited,
    Format,
    OfficeFolder,
    Print,
    Templates,
    Year,
    hand_of,
    today,
)

NAME = "reissue"

_Replaces = Annotated[
    str,
    typer.Option("--replaces", metavar="NUMBER", help="The paper in whose place it is issued."),
]
_Number = Annotated[
    str, typer.Option(help="The number that the registry clerk gave; without it, the next of the register.")
]


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFile,
    replaces: _Replaces,
    number: _Number = "",
    edited: Edited = None,
    date: Date = None,
    office: OfficeFolder = None,
    year: Year = None,
    templates: Templates = None,
    by: By = "",
    form: Print = Format.TEXT,
) -> None:
    """Issue a paper of the same form, under a number of its own, in the place of one with a mistake in it.

    It says which paper it replaces; that one stays in the register as replaced. In a list, the row of that
    paper is issued, or the only row that was not issued yet.
    """
    day = today(date)
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.batch import Order  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415
        from reportgen.papers import Request, find_office, issue  # noqa: PLC0415

        place = find_office(office, Path())
        order = Order(Shelf.usual(templates, office=place.path), day, issue=day)
        hand = hand_of(by)
        request = Request(place, hand, order, number.strip(), edited, replaces.strip(), year)
        outcomes = issue([data], request)
    report(outcomes, form)
