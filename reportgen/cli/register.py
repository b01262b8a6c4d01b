"""``reportgen register``: what the office's register holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.erase import erase
from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.options import By, ListFormat, OfficeFolder, PrintList, Year, hand_of
from reportgen.cli.program import Command, Program
from reportgen.cli.records import print_data, print_record
from reportgen.cli.register_move import move
from reportgen.cli.register_show import as_record, said_of, show
from reportgen.cli.register_verify import verify
from reportgen.cli.tables import print_table

if TYPE_CHECKING:
    from reportgen.model.registry import Standing


app = typer.Typer(
    name="register",
    cls=Program,
    help="Look into the office's register of issued papers, check it, copy it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_HEADINGS = ("number", "date", "state", "what", "signer")

_Series = Annotated[str, typer.Option(help="Only the papers of this symbol: BB-PGDĐT.")]
_Copy = Annotated[Path, typer.Argument(metavar="FILE", help="The file to write the copy to.", dir_okay=False)]
_Book = Annotated[
    Path, typer.Argument(metavar="FILE", help="A workbook in the columns of the export.", dir_okay=False)
]
_Export = Annotated[
    Path, typer.Argument(metavar="FILE", help="FILE.xlsx, or FILE.pdf to print.", dir_okay=False)
]
_Certificates = Annotated[
    bool, typer.Option("--certificates", help="The register of certificates, not that of outgoing documents.")
]


def listing(
    office: OfficeFolder = None, year: Year = None, series: _Series = "", form: PrintList = ListFormat.TEXT
) -> None:
    """List the papers of the register and what became of each."""
    with leaving_properly(as_json=form is ListFormat.JSON):
        from reportgen.papers import find_office  # noqa: PLC0415

        with find_office(office, Path()).reading() as registry:
            standings = registry.standings()
    found = [
        one
        for one in standings
        if year in {None, one.number.series.year} and series in {"", one.number.series.name}
    ]
    if form is ListFormat.JSON:
        print_record([as_record(one) for one in found])
    elif form is ListFormat.CSV:
        from reportgen.workbooks.csv_cells import csv_text  # noqa: PLC0415

        print_data(
            csv_text(list(_HEADINGS), [dict(zip(_HEADINGS, _line(one), strict=True)) for one in found])
        )
    else:
        headings = (say("number"), say("date"), say("state"), say("what"), say("signer"))
        print_table(
            headings, ([*line[:2], said_of(one.state), *line[3:]] for one in found for line in [_line(one)])
        )


def backup(file: _Copy, office: OfficeFolder = None) -> None:
    """Copy the register into a file, as it stands at this moment, whoever is issuing papers."""
    if file.exists():
        raise typer.BadParameter(
            say("'{file}' is there already; give the copy another name, with the day in it", file=file),
            param_hint="FILE",
        )
    if not file.parent.is_dir():
        raise typer.BadParameter(
            say("there is no folder '{folder}'; make it first", folder=file.parent), param_hint="FILE"
        )
    with leaving_properly():
        from reportgen.papers import back_up, find_office  # noqa: PLC0415

        back_up(find_office(office, Path()), file)
    typer.echo(f"{file} ({say('written')})")


def export(
    file: _Export,
    office: OfficeFolder = None,
    year: Year = None,
    series: _Series = "",
    *,
    certificates: _Certificates = False,
) -> None:
    """Write the register as a workbook, or as pages in the layout of the registers on paper."""
    with leaving_properly():
        from reportgen.papers import CERTIFICATES, DOCUMENTS, Choice, find_office  # noqa: PLC0415
        from reportgen.papers import export as exported  # noqa: PLC0415

        sheet = CERTIFICATES if certificates else DOCUMENTS
        written = exported(find_office(office, Path()), file, Choice(sheet, year, series))
    typer.echo(f"{written.path} ({say(written.how)})")


def bring_in(file: _Book, office: OfficeFolder = None, by: By = "") -> None:
    """Enter papers that were registered elsewhere: the register goes on behind their numbers."""
    with leaving_properly():
        from reportgen.papers import bring_in as brought_in  # noqa: PLC0415
        from reportgen.papers import find_office  # noqa: PLC0415

        count = brought_in(find_office(office, Path()), file, hand_of(by))
    typer.echo(counted(count, "{count} paper entered", "{count} papers entered"))


for name, command in (
    ("list", listing), ("show", show), ("verify", verify), ("export", export), ("import", bring_in),
    ("backup", backup), ("erase", erase), ("move", move),
):  # fmt: skip
    app.command(name, cls=Command)(command)


def _line(one: "Standing") -> list[str]:
    from reportgen.model.values import told  # noqa: PLC0415

    what = one.told.get("subject") or one.told.get("name") or one.told.get("note", "")
    day = told(one.dated) if one.dated else ""
    if one.erased:
        what = say("(erased: {reason})", reason=one.told.get("reason", ""))
    return [str(one.number), day, said_of(one.state), what, one.told.get("signer", "")]
