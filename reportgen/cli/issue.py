"""``reportgen issue``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.by_hand import print_by_hand
from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.misfits import refuse_many
from reportgen.cli.options import (
    By,
    DataFiles,
    Date,
    Edited,
    Format,
    OfficeFolder,
    Print,
    Templates,
    Workers,
    hand_of,
    today,
)
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.papers import Issuing

NAME = "issue"

_SHOWN = 20

_Number = Annotated[
    str, typer.Option(help="The number that the registry clerk gave; without it, the next of the register.")
]

_ByHand = Annotated[
    bool,
    typer.Option(
        "--by-hand",
        help="Print it to be signed by pen: no mark of a draft, room for number and day. Once it is signed, "
        "issue it without this.",
    ),
]


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFiles,
    number: _Number = "",
    edited: Edited = None,
    date: Date = None,
    office: OfficeFolder = None,
    templates: Templates = None,
    by: By = "",
    form: Print = Format.TEXT,
    workers: Workers = None,
    *,
    by_hand: _ByHand = False,
) -> None:
    """Make final papers: number and date given, no draft mark, filed in the office's folder and its register.

    A list, such as that of certificates, is numbered in the order of its rows. The same command again changes
    nothing that was issued, and goes on where it was stopped.

    Papers are signed by pen; who signs by key finds how in `reportgen sign --help`.
    """
    day = today(date)
    refuse_many(data, edited, "--from", say("a Word file is the draft of one paper: name one data file"))
    if by_hand and number.strip():
        said = say("a paper gets its number after it was signed; leave it out now")
        raise typer.BadParameter(said, param_hint="--number")
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.batch import Order  # noqa: PLC0415
        from reportgen.cli.progress import progress_bar  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415
        from reportgen.papers import Request, find_office, issue  # noqa: PLC0415

        place = find_office(office, Path())
        order = Order(Shelf.usual(templates, office=place.path), day, workers=workers, issue=day)
        request = Request(place, hand_of(by), order, number.strip(), edited)
        if by_hand:
            print_by_hand(data, request, form)
            return
        with progress_bar() as advance:
            outcomes = issue(data, request, advance)
    report(outcomes, form)


def report(outcomes: "Sequence[Issuing]", form: Format) -> None:
    """Tell what was issued and what went wrong, and leave as this demands."""
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415

    notes = [note for one in outcomes for note in (*one.notes, *(one.error.diagnostics if one.error else ()))]
    if form is Format.JSON:
        print_record(
            {
                "papers": [_as_record(one) for one in outcomes],
                "diagnostics": [as_record(note) for note in dict.fromkeys(notes)],
            }
        )
    else:
        print_findings(dict.fromkeys(notes))
        _tell(outcomes)
    errors = [one.error for one in outcomes if one.error]
    if errors:
        from reportgen.model.errors import ExitCode  # noqa: PLC0415

        raise typer.Exit(errors[0].exit_code if len(outcomes) == 1 else ExitCode.SOME_FAILED)


def _tell(outcomes: "Sequence[Issuing]") -> None:
    for one in (each for outcome in outcomes for each in outcome.settled):
        said = say(
            "{number}: left half done by a run that died, now {how}", number=one.number, how=say(one.how)
        )
        typer.echo(said)
    filed = [each for one in outcomes for each in one.filed]
    new = [each for each in filed if each.how == "issued"]
    shown = new or filed
    for each in shown[:_SHOWN]:
        formats = ", ".join(path.suffix for path in each.paths)
        first = each.paths[0].with_suffix("") if each.paths else ""
        typer.echo(f"{each.number}  {first} ({formats}; {say(each.how)})")
    if len(shown) > _SHOWN:
        typer.echo(say("… and {count} more", count=len(shown) - _SHOWN))
    parts = [counted(len(new), "{count} paper issued", "{count} papers issued")]
    if left := len(filed) - len(new):
        alone, many = "{count} issued before, left as it was", "{count} issued before, left as they were"
        parts.append(counted(left, alone, many))
    typer.echo("; ".join(parts))


def _as_record(one: "Issuing") -> dict[str, object]:
    return {
        "source": str(one.source),
        "issued": [
            {
                "number": str(each.number), "year": each.number.series.year, "how": each.how,
                "files": [str(path) for path in each.paths],
            }
            for each in one.filed
        ],
        "settled": [{"number": str(each.number), "how": each.how} for each in one.settled],
    }  # fmt: skip
