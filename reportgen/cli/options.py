"""Arguments and options that several commands share."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.language import say
from reportgen.model.local_time import VIETNAM

if TYPE_CHECKING:
    from reportgen.model.registry import Hand


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


class ListFormat(StrEnum):
    """How lists are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Proven(StrEnum):
    """Which Word papers are proven."""

    SOME = "some"
    ALL = "all"


class Target(StrEnum):
    """The formats a document is made in."""

    DOCX = "docx"
    PDF = "pdf"


def _of_kinds(folder: Path | None) -> Path | None:
    """Refuse a folder without kinds: others would be taken in silence."""
    if folder is None or any(folder.glob("*/kind.yaml")):
        return folder
    if (folder / "kind.yaml").is_file():
        raise typer.BadParameter(
            say("'{folder}' is a document kind itself; name the folder above it", folder=folder)
        )
    raise typer.BadParameter(
        say("'{folder}' holds no document kinds, folders with a kind.yaml in them", folder=folder)
    )


def _of_office(folder: Path | None) -> Path | None:
    """Refuse a folder without offices.yaml: nothing would be taken from it, in silence."""
    if folder is None or (folder / "offices.yaml").is_file():
        return folder
    raise typer.BadParameter(say("'{folder}' holds no offices.yaml", folder=folder))


DataFiles = Annotated[
    list[Path],
    typer.Argument(metavar="DATA...", help="Data files: workbooks (.xlsx) or YAML.", readable=False),
]
DataFile = Annotated[
    Path, typer.Argument(metavar="DATA", help="A data file: a workbook (.xlsx) or YAML.", readable=False)
]
Templates = Annotated[
    Path | None,
    typer.Option(
        help="A folder of document kinds, looked into before all others.",
        file_okay=False,
        exists=True,
        callback=_of_kinds,
    ),
]
Office = Annotated[
    Path | None,
    typer.Option(
        help="The folder of the office's offices.yaml; without it, the nearest one above the file.",
        file_okay=False,
        exists=True,
        callback=_of_office,
    ),
]
OfficeFolder = Annotated[
    Path | None,
    typer.Option(
        "--office",
        help="The office's folder; without it, the nearest one with an offices.yaml, from here upwards.",
        file_okay=False,
        exists=True,
        callback=_of_office,
    ),
]
By = Annotated[str, typer.Option(help="Who does this; without it, the user of this computer.")]
Year = Annotated[
    int | None, typer.Option(metavar="YEAR", help="The year of the number, where it was given in several.")
]
Edited = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="The Word file of the draft, after the head changed its wording: it becomes the paper.",
        dir_okay=False,
    ),
]
Replaces = Annotated[
    str,
    typer.Option(
        "--replaces",
        metavar="NUMBER",
        help="The paper in whose place it is issued.",
        show_default=False,
    ),
]
Row = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="NAME",
        help="With --replaces, of a list: whose row replaces it, as `reportgen status` calls it.",
        show_default=False,
    ),
]
To = Annotated[list[Target] | None, typer.Option(help="The format: docx, pdf; both without it.")]
Output = Annotated[
    Path, typer.Option("--output", "-o", help="The folder for the documents.", file_okay=False)
]
Date = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Today's date as dd/mm/yyyy or yyyy-mm-dd, for data that names none."),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace files that reportgen did not write.")]
KeepGoing = Annotated[
    bool, typer.Option("--keep-going", help="Make the papers of which nothing is wrong, and list the others.")
]
Fresh = Annotated[
    bool, typer.Option("--fresh", help="Make all papers, those too that stand there, made of the same data.")
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, max=64, help="In how many processes to print; as many as it is worth without it."),
]
Proof = Annotated[
    Proven | None,
    typer.Option(
        "--prove",
        help="Open Word papers in LibreOffice (first and longest, or all); hold files to their standards.",
    ),
]
Merge = Annotated[
    Path | None,
    typer.Option(
        "--merge",
        metavar="FILE",
        help="Put all PDFs together in one file to print, by folder and name, with bookmarks.",
    ),
]
Zip = Annotated[
    Path | None,
    typer.Option(
        "--zip", metavar="FILE", help="Pack all papers in one zip file, or with --zip-by in a folder."
    ),
]
ZipBy = Annotated[
    str,
    typer.Option(
        metavar="COLUMN",
        help="With --zip FOLDER: a zip file there for each value of a column, such as each school.",
        show_default=False,
    ),
]
Index = Annotated[
    Path | None,
    typer.Option(
        "--index",
        metavar="FILE",
        help="List all papers, .xlsx or .csv: whose they are, figures, files and their digests.",
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Print on the Dask cluster of this scheduler, such as tcp://10.0.0.5:8786 (docs/scale.md).",
    ),
]
OnBlank = Annotated[
    Path | None,
    typer.Option(
        "--on-blank",
        metavar="FILE",
        help="Print only the words, as PDF, onto the pre-printed blanks that FILE describes.",
        dir_okay=False,
    ),
]
TestSheet = Annotated[
    bool,
    typer.Option("--test-sheet", help="With --on-blank: one sheet to try on plain paper, with rulers."),
]
Print = Annotated[Format, typer.Option("--format", help="How to print the result.")]
PrintList = Annotated[ListFormat, typer.Option("--format", help="How to print the list.")]


def today(date: str | None) -> dt.date:
    """Read ``--date``, or give Vietnam's day, whatever the machine's zone."""
    return dt.datetime.now(VIETNAM).date() if date is None else read_day(date, "--date")


def hand_of(by: str) -> "Hand":
    """Tell who writes into the register, and when."""
    import getpass  # noqa: PLC0415  (few commands write)

    from reportgen.model.registry import Hand  # noqa: PLC0415

    try:
        who = by.strip() or getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user without a name, as in some containers
        raise typer.BadParameter(say("this computer does not know your name"), param_hint="--by") from None
    return Hand(who, now())


def now() -> dt.datetime:
    """Ask the clock."""
    return dt.datetime.now(dt.UTC)


def read_day(date: str, option: str) -> dt.date:
    """Read a day typed behind an option."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(date, form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    raise typer.BadParameter(say("'{date}' is not a date; write dd/mm/yyyy", date=date), param_hint=option)
