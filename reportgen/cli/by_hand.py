"""``reportgen issue --by-hand``: papers that are printed to be signed by pen."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from reportgen.cli.language import counted, say
from reportgen.cli.options import Format
from reportgen.cli.outcomes import SHOWN, findings_of, leave_if_failed
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.papers import ForPen, Printing, Request


def print_by_hand(data: Sequence[Path], request: "Request", form: Format) -> None:
    """Print papers for the pen, tell which, and what is to be done once they are signed."""
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415
    from reportgen.cli.progress import progress_bar  # noqa: PLC0415
    from reportgen.papers import print_for_pen  # noqa: PLC0415

    with progress_bar() as advance:
        outcomes = print_for_pen(data, request, advance)
    notes = findings_of(outcomes)
    if form is Format.JSON:
        papers = [_as_record(one, each) for one in outcomes for each in one.papers]
        print_record({"papers": papers, "diagnostics": [as_record(note) for note in notes]})
    else:
        print_findings(notes)
        again = "reissue" if request.replaces else "issue"
        more = f" --replaces {request.replaces}" if request.replaces else ""
        more += f" --from {request.edited}" if request.edited else ""
        _tell(outcomes, again, more)
    leave_if_failed(outcomes)


def _tell(outcomes: "Sequence[Printing]", command: str, more: str) -> None:
    papers = [each for one in outcomes for each in one.papers]
    for each in papers[:SHOWN]:
        paths = ", ".join(map(str, each.paths)) or each.label
        typer.echo(f"{paths} ({say(_HOW[each.how])})")
    if len(papers) > SHOWN:
        typer.echo(say("… and {count} more", count=len(papers) - SHOWN))
    waiting = [one for one in outcomes if any(each.how != "issued" for each in one.papers)]
    count = sum(each.how == "printed" for each in papers)
    typer.echo(counted(count, "{count} paper printed to be signed", "{count} papers printed to be signed"))
    for one in waiting:
        typer.echo(
            say(
                "once it is signed: reportgen {command}, with --number if the clerk gives it",
                command=f"{command} {one.source}{more}",
            )
        )


_HOW = {"printed": "printed to be signed by hand", "unchanged": "printed before", "issued": "issued"}


def _as_record(one: "Printing", paper: "ForPen") -> dict[str, object]:
    files = [str(path) for path in paper.paths]
    return {"source": str(one.source), "paper": paper.label, "how": paper.how, "files": files}
