"""``reportgen why``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leave_with, leaving_properly
from reportgen.cli.explanations import print_explanations
from reportgen.cli.language import counted, say
from reportgen.cli.options import Format, Office, Print, Templates

if TYPE_CHECKING:
    from reportgen.audit import Compared

NAME = "why"
_ROWS = 40
"""Rows of one sum that are shown; ``--all`` shows every one."""


def run(  # noqa: PLR0913  (one argument per option)
    figure: Annotated[
        str, typer.Argument(help="A figure's name or label, such as managers_share or by_district.share.")
    ],
    data: Annotated[
        Path,
        typer.Argument(
            metavar="DATA",
            help="A data file, or a paper that reportgen made of one (.docx, .pdf).",
            readable=False,
        ),
    ],
    templates: Templates = None,
    office: Office = None,
    form: Print = Format.TEXT,
    *,
    member: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="NAME",
            help="Whose document, where one is made for each: what its row says, with commas between.",
        ),
    ] = "",
    against: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar="DATA",
            help="Of a paper: tell whether the rows of this data file are those of which it was made.",
            readable=False,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Show all rows of a long sum.")] = False,
) -> None:
    """Explain a figure: formula, inputs with values and origins down to rows, and the rounding.

    A paper explains its figures itself, with sums in the place of rows, which stay in the office.
    """
    if data.suffix.lower() in {".docx", ".pdf"}:
        if member:
            raise typer.BadParameter(say("a paper is one document already"), param_hint="--for")
        _of_paper(figure, data, against, templates, form)
        return
    if against is not None:
        raise typer.BadParameter(say("only a paper is held against data"), param_hint="--data")
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.figures import explain_figure  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415
        from reportgen.study import examine  # noqa: PLC0415

        found = examine(data, Shelf.usual(templates, office=office))
        explanations = explain_figure(found, figure, member)
    print_explanations(explanations, as_json=form is Format.JSON, most=None if every else _ROWS)
    leave_with(found.doubts)


def _of_paper(figure: str, paper: Path, against: Path | None, templates: Path | None, form: Format) -> None:
    """Let a paper explain a figure, and hold it against data where these are named."""
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.audit import compare_rows, explain_paper  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415
        from reportgen.study import examine  # noqa: PLC0415

        explanations, shelf = explain_paper(paper, figure), Shelf.usual(templates)
        compared = None if against is None else compare_rows(paper, figure, examine(against, shelf))
    print_explanations(explanations, as_json=form is Format.JSON)
    if compared is not None:
        _tell_compared(compared, form)


def _tell_compared(compared: "Compared", form: Format) -> None:
    from reportgen.cli.findings import print_findings  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    print_findings(compared.findings)
    for one in compared.same if form is Format.TEXT else ():
        rows = counted(one.rows, "{count} row", "{count} rows")
        typer.echo(say("{table}: the same {rows} as when the paper was made", table=one.table, rows=rows))
    for one in compared.unproven if form is Format.TEXT else ():
        rows = counted(one.rows, "{count} row", "{count} rows")
        typer.echo(say("{table}: {rows}, of which only the sums were compared", table=one.table, rows=rows))
    if any(one.stops for one in compared.findings):
        raise typer.Exit(ExitCode.SAYS_NO)
