"""``reportgen register``: what the office's register holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.erase import erase
from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, said_here, say
from reportgen.cli.options import By, Format, ListFormat, OfficeFolder, Print, PrintList, Year, hand_of
from reportgen.cli.program import Command, Program
from reportgen.cli.records import print_data, print_record
from reportgen.cli.tables import print_table

if TYPE_CHECKING:
    from reportgen.model.registry import Act, Standing
    from reportgen.papers import Verified

NAME = "register"

app = typer.Typer(
    name=NAME,
    cls=Program,
    help="Look into the office's register of issued papers, check it, copy it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_HEADINGS = ("number", "date", "state", "what", "signer")
_SHORT_HEAD = 16
_LEAST_HEAD = 8

_Series = Annotated[str, typer.Option(help="Only the papers of this symbol: BB-PGDĐT.")]
_Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The paper's number and symbol: 07/BB-PGDĐT.")]
_Papers = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE", help="Further papers to hold against the register.", readable=False),
]
_Printed = Annotated[
    str,
    typer.Option(
        metavar="ENTRY:CODE",
        help="What stands below a printed register: its last entry, and at least 8 signs of its code.",
    ),
]
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
        print_record([_as_record(one) for one in found])
    elif form is ListFormat.CSV:
        from reportgen.workbooks.csv_cells import csv_text  # noqa: PLC0415

        print_data(
            csv_text(list(_HEADINGS), [dict(zip(_HEADINGS, _line(one), strict=True)) for one in found])
        )
    else:
        headings = (say("number"), say("date"), say("state"), say("what"), say("signer"))
        print_table(
            headings, ([*line[:2], _said(one.state), *line[3:]] for one in found for line in [_line(one)])
        )


def show(number: _Number, office: OfficeFolder = None, year: Year = None, form: Print = Format.TEXT) -> None:
    """Tell all that the register knows of a paper: who did what, and when."""
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.model.sign_off import INNER, OBJECTION  # noqa: PLC0415
        from reportgen.papers import find_office, find_paper  # noqa: PLC0415

        with find_office(office, Path()).reading() as registry:
            found = find_paper(registry, number, year)
    if form is Format.JSON:
        print_record(_as_record(found))
        return
    typer.echo(f"{found.number}, {found.number.series.office}: {_said(found.state)}")
    for one in found.entries:
        why = found.tales.get(one.entry, {}).get(OBJECTION, "")
        said = f"  {one.entry}: {hanoi(one.at)}  {_said(one.act)}  {one.who}"
        typer.echo(f"{said}: {why}" if why else said)
    for name, text in found.told.items():
        if text and name not in {"identity", "says", "form", "held", "printed", OBJECTION, *INNER}:
            typer.echo(f"  {say(name)}: {', '.join(text.splitlines())}")


def verify(
    files: _Papers = None,
    office: OfficeFolder = None,
    printed: _Printed = "",
    form: Print = Format.TEXT,
) -> None:
    """Find what was edited, taken out or put into the register, and issued papers that are not as they were.

    Papers carry how far the register went when they were issued: so a register that was cut is found out. The
    exit code is 10 if anything is wrong.
    """
    foot = _foot(printed)
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.papers import find_office  # noqa: PLC0415
        from reportgen.papers import verify as verified  # noqa: PLC0415

        found = verified(find_office(office, Path()), files or (), foot)
    _tell_verified(found, form)


def _foot(printed: str) -> tuple[int, str] | None:
    """Read what was typed of the foot of a printed register."""
    if not printed:
        return None
    from reportgen.model.registry import read_number  # noqa: PLC0415

    entry, _, head = printed.partition(":")
    place = read_number(entry)
    if place is None or len(head.strip()) < _LEAST_HEAD:
        raise typer.BadParameter(say("write the entry and its code: 152:3fa9c0d1"), param_hint="--printed")
    return place, head.strip()


def _tell_verified(found: "Verified", form: Format) -> None:
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    wrong = [one for one in found.findings if one.stops]
    if form is Format.JSON:
        findings = [as_record(one) for one in found.findings]
        print_record(
            {"entries": found.entries, "head": found.head, "papers": found.papers, "findings": findings}
        )
    else:
        print_findings(found.findings)
        verdict = (
            counted(len(wrong), "{count} thing is wrong", "{count} things are wrong")
            if wrong
            else say("as it was written")
        )
        typer.echo(
            say(
                "{entries} entries, {papers} papers: {verdict}",
                entries=found.entries, papers=found.papers, verdict=verdict,
            )
        )  # fmt: skip
        typer.echo(say("the last entry: {entry}, {head}", entry=found.entries, head=found.head[:_SHORT_HEAD]))
    if wrong:
        raise typer.Exit(ExitCode.SAYS_NO)


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
        from reportgen.papers import find_office  # noqa: PLC0415

        with find_office(office, Path()).reading() as registry:
            registry.backed_up(file)
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
    ("backup", backup), ("erase", erase),
):  # fmt: skip
    app.command(name, cls=Command)(command)


def _said(act: "Act") -> str:
    from reportgen.model.registry import ACTS  # noqa: PLC0415

    return said_here(ACTS[act])


def _line(one: "Standing") -> list[str]:
    from reportgen.model.values import told  # noqa: PLC0415

    what = one.told.get("subject") or one.told.get("name") or one.told.get("note", "")
    day = told(one.dated) if one.dated else ""
    if one.erased:
        what = say("(erased: {reason})", reason=one.told.get("reason", ""))
    return [str(one.number), day, _said(one.state), what, one.told.get("signer", "")]


def _as_record(one: "Standing") -> dict[str, object]:
    return {
        "number": str(one.number),
        "year": one.number.series.year,
        "office": one.number.series.office,
        "date": one.dated.isoformat() if one.dated else None,
        "state": str(one.state),
        "told": dict(one.told),
        "digests": dict(one.digests),
        "entries": [
            {"entry": each.entry, "at": each.at, "who": each.who, "act": str(each.act), "hash": each.hash}
            for each in one.entries
        ],
    }


def hanoi(at: str) -> str:
    """Show a moment as the clock in the office does."""
    import datetime as dt  # noqa: PLC0415

    from reportgen.cli.options import VIETNAM  # noqa: PLC0415

    return f"{dt.datetime.fromisoformat(at).astimezone(VIETNAM):%d/%m/%Y %H:%M:%S}"
