"""``reportgen submit``, ``approve``, ``reject``: a paper on its way through those who must approve it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.issuing import request_of
from reportgen.cli.language import say
from reportgen.cli.misfits import refuse_many, refuse_no_reason
from reportgen.cli.options import (
    By,
    DataFiles,
    Date,
    Format,
    OfficeFolder,
    Print,
    Replaces,
    Row,
    Templates,
    Workers,
    Year,
)
from reportgen.cli.outcomes import SHOWN, findings_of, leave_if_failed
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.papers import Reviewed, Reviewing

_Role = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="ROLE",
        help="In which role; without it, the one whose turn it is.",
        show_default=False,
    ),
]
_From = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Approve it as you changed it in Word: the draft's Word file, to be issued as it is now.",
        dir_okay=False,
    ),
]
_Reason = Annotated[str, typer.Option(help="What is to be put right. The register keeps it.")]


def submit(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFiles,
    date: Date = None,
    office: OfficeFolder = None,
    templates: Templates = None,
    by: By = "",
    form: Print = Format.TEXT,
    workers: Workers = None,
    replaces: Replaces = "",
    year: Year = None,
    row: Row = "",
) -> None:
    """Hand papers in to those who must approve them, as their kind says; all are printed first, for trial.

    What they approve is what the papers say now, but for number and day: who changes the data, the kind, its
    template or the office's file hands them in again.
    """
    refuse_many(data, replaces, "--replaces", say("one paper replaces another: name one data file"))
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.cli.progress import progress_bar  # noqa: PLC0415
        from reportgen.papers import submit as submitted  # noqa: PLC0415

        request = request_of(office, templates, by, date, workers)
        request = replace(request, replaces=replaces.strip(), year=year, row=row.strip())
        with progress_bar() as advance:
            outcomes = submitted(data, request, advance)
    _report(outcomes, form, "handed in")


def approve(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFiles,
    by: By = "",
    role: _Role = "",
    edited: _From = None,
    date: Date = None,
    office: OfficeFolder = None,
    templates: Templates = None,
    form: Print = Format.TEXT,
) -> None:
    """Approve papers that were handed in: all of a list, or none.

    The order is that of the kind. Who approves is whom the paper names, where it names somebody.
    """
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.model.acts import Act  # noqa: PLC0415
        from reportgen.papers import Answer, answer  # noqa: PLC0415

        request = replace(request_of(office, templates, by, date), edited=edited)
        outcomes = answer(data, request, Act.APPROVED, Answer(role.strip()))
    _report(outcomes, form, "approved")


def reject(  # noqa: PLR0913, PLR0917  (one argument per option)
    data: DataFiles,
    reason: _Reason,
    by: By = "",
    role: _Role = "",
    date: Date = None,
    office: OfficeFolder = None,
    templates: Templates = None,
    form: Print = Format.TEXT,
) -> None:
    """Send papers back to be put right; whatever was approved of them before counts no more."""
    refuse_no_reason(reason)
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.model.acts import Act  # noqa: PLC0415
        from reportgen.papers import Answer, answer  # noqa: PLC0415

        request = request_of(office, templates, by, date)
        outcomes = answer(data, request, Act.REJECTED, Answer(role.strip(), reason.strip()))
    _report(outcomes, form, "sent back")


def _report(outcomes: "Sequence[Reviewing]", form: Format, what: str) -> None:
    """Tell where papers stand now and what went wrong, and leave as this demands."""
    from reportgen.cli.findings import as_record, print_findings  # noqa: PLC0415

    notes = findings_of(outcomes)
    if form is Format.JSON:
        papers = [as_reviewed(one, each) for one in outcomes for each in one.papers]
        print_record({"papers": papers, "diagnostics": [as_record(note) for note in notes]})
    else:
        print_findings(notes)
        _tell([each for one in outcomes for each in one.papers], what)
    leave_if_failed(outcomes)


def _tell(papers: "Sequence[Reviewed]", what: str) -> None:
    if not papers:
        return
    for each in papers[:SHOWN]:
        typer.echo(f"{each.label}: {_standing(each)}")
    if len(papers) > SHOWN:
        typer.echo(say("… and {count} more", count=len(papers) - SHOWN))
    done = sum(each.done is not None for each in papers)
    kept = len(papers) - done
    before = say("; {count} unchanged since before", count=kept) if kept else ""
    typer.echo(say("{what}: {count} of {total}", what=say(what), count=done, total=len(papers)) + before)


def _standing(one: "Reviewed") -> str:
    """Say where a paper stands, and for whom it waits."""
    if one.number:
        return say("issued as {number}", number=one.number)
    stage, waits = say(str(one.review.stage)), one.review.waits
    if one.review.objection or waits is None:
        return f"{stage}: {one.review.objection}" if one.review.objection else stage
    who = f"{waits.role}, {waits.who}" if waits.who else waits.role
    return say("{stage}; waits for: {who}", stage=stage, who=who)


def as_reviewed(source: "Reviewing", one: "Reviewed") -> dict[str, object]:
    """Tell machines where a paper stands."""
    waits = one.review.waits
    return {
        "source": str(source.source),
        "paper": one.label,
        "state": "issued" if one.number else str(one.review.stage),
        "number": str(one.number) if one.number else None,
        "waits_for": {"role": waits.role, "who": waits.who} if waits and not one.number else None,
        "approved_by": [
            {"role": asked.role, "who": entry.who, "at": entry.at}
            for asked in one.review.asked
            if (entry := one.review.given.get(asked.name))
        ],
        "objection": one.review.objection,
        "done": str(one.done) if one.done else None,
    }
