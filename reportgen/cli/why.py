"""``reportgen why``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportgen.cli.errors import leave_with, leaving_properly
from reportgen.cli.explanations import explanation_records, print_explanations
from reportgen.cli.language import counted, say
from reportgen.cli.options import Format, Office, Print, Templates
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.audit import Compared
    from reportgen.model.figure import Explanation

_SAME = "{table}: the same {rows} as when the paper was made"
_UNPROVEN = "{table}: {rows}, of which only the sums were compared"
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
        _of_paper(figure, data, against, templates, form, None if every else _ROWS)
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


def _of_paper(  # noqa: PLR0913, PLR0917  (what was asked)
    figure: str, paper: Path, against: Path | None, templates: Path | None, form: Format, most: int | None
) -> None:
    """Let a paper explain a figure, and hold it against data where these are named."""
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.audit import compare_rows, explain_paper  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415
        from reportgen.study import examine  # noqa: PLC0415

        explanations, shelf = explain_paper(paper, figure), Shelf.usual(templates)
        compared = None if against is None else compare_rows(paper, figure, examine(against, shelf))
    if compared is None:
        print_explanations(explanations, as_json=form is Format.JSON)
    else:
        _tell_compared(explanations, compared, form, most)


def _tell_compared(
    of_paper: "Sequence[Explanation]", compared: "Compared", form: Format, most: int | None
) -> None:
    """Explain a figure down to its rows where these are those of the paper, else as the paper does."""
    from reportgen.cli.findings import print_findings  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    differs = any(one.stops for one in compared.findings)
    shown = of_paper if differs or not compared.explanations else compared.explanations
    if form is Format.JSON:
        print_record(_record(shown, compared))
    else:
        print_explanations(shown, as_json=False, most=most)
        print_findings(compared.findings)
        for text, tables in ((_SAME, compared.same), (_UNPROVEN, compared.unproven)):
            for one in tables:
                rows = counted(one.rows, "{count} row", "{count} rows")
                typer.echo(say(text, table=one.table, rows=rows))
    if differs:
        raise typer.Exit(ExitCode.SAYS_NO)


def _record(shown: "Sequence[Explanation]", compared: "Compared") -> dict[str, Any]:
    from reportgen.cli.findings import as_record  # noqa: PLC0415

    return {
        "explanations": explanation_records(shown),
        "same": [{"table": one.table, "rows": one.rows} for one in compared.same],
        "sums_only": [{"table": one.table, "rows": one.rows} for one in compared.unproven],
        "findings": [as_record(one) for one in compared.findings],
    }
