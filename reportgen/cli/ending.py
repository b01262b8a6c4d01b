"""How a run ends: what was made, from what, with which key figures; what failed, and why."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from reportgen.cli.bundles import bundle_record, findings_of_bundles, told_of_bundles
from reportgen.cli.findings import as_place, as_record, at, print_findings
from reportgen.cli.language import counted, language, said_here, say
from reportgen.cli.options import Format
from reportgen.cli.pages import pages_record, told_of_pages
from reportgen.cli.records import print_record
from reportgen.cli.tables import print_table
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import ExitCode

if TYPE_CHECKING:
    from reportgen.batch import Bundled, Outcome

_UNEXPLAINED = "numbers-unexplained"
_TO_GO_ON = "to go on: mend what is said above and run the same command again; it makes only what is missing"
_TO_GO_ON_AS_IT_IS = "to go on: run the same command again; it makes only what is missing"
_STOPPED = {"stopped", "bundle-stopped"}
"""What somebody wanted: nothing has to be mended."""

_SHOWN = 12
"""Rows of the end table for one data file; the rest is counted."""


def exit_code(outcomes: "Sequence[Outcome]") -> ExitCode:
    """Give the code of the one thing that failed, or that some of several did."""
    failed = [outcome.error for outcome in outcomes if outcome.error]
    if not failed:
        return ExitCode.OK
    some = len(outcomes) > 1 or (outcomes[0].failed and outcomes[0].made)
    return ExitCode.SOME_FAILED if some else failed[0].exit_code


def findings_of(outcomes: "Sequence[Outcome]") -> list[Diagnostic]:
    """List all that was found in the data files."""
    return [note for outcome in outcomes for note in _findings(outcome)]


def report_ending(
    outcomes: "Sequence[Outcome]", form: Format, *, writing: bool, bundled: "Sequence[Bundled]" = ()
) -> None:
    """Print findings and the end table, or everything as JSON, and leave with the right code."""
    print_ending(outcomes, form, writing=writing, bundled=bundled)
    failed = [one.error.exit_code for one in bundled if one.error]
    raise typer.Exit(exit_code(outcomes) or next(iter(failed), ExitCode.OK))


def print_ending(
    outcomes: "Sequence[Outcome]", form: Format, *, writing: bool, bundled: "Sequence[Bundled]" = ()
) -> None:
    """Print findings and the end table, or everything as JSON."""
    if form is Format.JSON:
        print_record([*map(_record, outcomes), *map(bundle_record, bundled)])
        return
    for outcome in outcomes:
        _print_notes(outcome)
    print_findings(findings_of_bundles(bundled))
    _print_table(outcomes, writing=writing)
    for line in told_of_bundles(bundled):
        typer.echo(line)
    for line in told_of_pages(outcomes):
        typer.echo(line)
    errors = [one.error for one in outcomes if one.error] + [one.error for one in bundled if one.error]
    if writing and errors:
        wanted = all(one.code in _STOPPED for error in errors for one in error.diagnostics)
        typer.echo(say(_TO_GO_ON_AS_IT_IS if wanted else _TO_GO_ON))


def _print_notes(outcome: "Outcome") -> None:
    """Print mistakes and warnings with their lines; what is missing and what is only told, a line each."""
    notes = _findings(outcome)
    print_findings(note for note in notes if note.severity in {"error", "warning"})
    for heading, listed in _lists(notes):
        if listed:
            lines = [f"{outcome.source}: {heading}", *map(_line, listed)]
            typer.echo("\n".join(lines), err=True)


def _findings(outcome: "Outcome") -> list[Diagnostic]:
    errors = outcome.error.diagnostics if outcome.error else ()
    return [*errors, *(note for note in outcome.notes if note not in errors)]


def _lists(notes: Sequence[Diagnostic]) -> Iterator[tuple[str, list[Diagnostic]]]:
    told = [note for note in notes if note.severity == "note"]
    yield say("still missing, shown as gaps:"), [note for note in notes if note.severity == "missing"]
    yield say("to know:"), [note for note in told if note.code != _UNEXPLAINED]
    heading = say("numbers in sentences that no figure explains (write [figure] or [theo whom] behind one):")
    yield heading, [note for note in told if note.code == _UNEXPLAINED]


def _line(note: Diagnostic) -> str:
    others = "".join(f"; {what} {at(origin)}" for what, origin in note.places_in(language()))
    return f"  {at(note.origin)}: {note.said_in(language()).text} [{note.code}]{others}"


def _record(outcome: "Outcome") -> dict[str, Any]:
    return {
        "source": str(outcome.source),
        "kind": outcome.plan.study.kind.name if outcome.plan else None,
        "made": [
            {"file": made.where, "how": made.how, "figures": dict(made.document.figures)}
            for made in outcome.made
        ],
        "planned": [str(document.name) for document in outcome.plan.documents] if outcome.plan else [],
        "not_made": [*_not_made(outcome)],
        "pages": pages_record(outcome),
        "quantities": [*_quantities(outcome)],
        "failed": outcome.error is not None,
        "exit_code": int(outcome.error.exit_code) if outcome.error else 0,
        "diagnostics": [as_record(note) for note in _findings(outcome)],
    }


def _not_made(outcome: "Outcome") -> Iterator[dict[str, Any]]:
    """Tell of each paper that was not made, or not in all its formats, which files are missing and why."""
    made = {one.document.name for one in outcome.made}
    lacking: dict[Any, list[str]] = {key: [] for key in outcome.lost}
    for document in outcome.plan.documents if outcome.plan else ():
        if document.key in lacking and document.name not in made:
            lacking[document.key].append(str(document.name))
    for key, files in lacking.items():
        yield {"files": files, "reasons": [as_record(reason) for reason in outcome.lost[key]]}


def _quantities(outcome: "Outcome") -> Iterable[dict[str, Any]]:
    """Tell of every number in a sentence what stands behind it; most are the same in all documents."""
    for said in outcome.plan.said if outcome.plan else ():
        yield {"origin": as_place(said.origin), "text": said.text, "how": said.how, "by": said.by}


def _print_table(outcomes: "Sequence[Outcome]", *, writing: bool) -> None:
    rows = (row for outcome in outcomes for row in _rows(outcome, writing=writing))
    print_table((say("document"), say("from"), say("key figures")), rows)
    typer.echo(_summary(outcomes, writing=writing))


def _rows(outcome: "Outcome", *, writing: bool) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []
    if outcome.error:
        count = sum(diagnostic.stops for diagnostic in outcome.error.diagnostics)
        failed = counted(count, "failed: {count} mistake", "failed: {count} mistakes")
        rows.append((failed, str(outcome.source), ""))
    could = outcome.plan.documents if outcome.plan and not outcome.error else ()
    documents = outcome.made if writing else could
    rows += [_row(outcome, document, writing=writing) for document in documents[:_SHOWN]]
    if len(documents) > _SHOWN:
        rows.append((say("… and {count} more", count=len(documents) - _SHOWN), str(outcome.source), ""))
    return rows


def _row(outcome: "Outcome", made: Any, *, writing: bool) -> tuple[str, str, str]:
    document = made.document if writing else made
    name = f"{made.where} ({say(made.how)})" if writing else str(document.name)
    return (
        name,
        str(outcome.source),
        "; ".join(f"{title}: {said_here(shown)}" for title, shown in document.figures),
    )


def _summary(outcomes: "Sequence[Outcome]", *, writing: bool) -> str:
    made = sum(made.how != "unchanged" for outcome in outcomes for made in outcome.made)
    left = sum(len(outcome.made) for outcome in outcomes) - made
    undone = sum(outcome.failed for outcome in outcomes)
    planned = sum(len(outcome.plan.documents) for outcome in outcomes if outcome.plan and not outcome.error)
    failed = sum(outcome.error is not None for outcome in outcomes)
    missing = sum(note.severity == "missing" for outcome in outcomes for note in outcome.notes)
    parts = [
        counted(made, "{count} document made", "{count} documents made")
        if writing
        else counted(planned, "{count} document could be made", "{count} documents could be made"),
        _told_failed(failed, len(outcomes)),
    ]
    if undone:
        parts.insert(1, counted(undone, "{count} not made", "{count} not made"))
    if left:
        parts.insert(1, counted(left, "{count} left as it was", "{count} left as they were"))
    if missing:
        one, many = (
            "{count} value still missing: drafts with gaps",
            "{count} values still missing: drafts with gaps",
        )
        parts.append(counted(missing, one, many))
    return "; ".join(parts)


def _told_failed(failed: int, count: int) -> str:
    if not failed:
        return say("nothing failed")
    one, many = "{failed} of {count} data file failed", "{failed} of {count} data files failed"
    return counted(count, one, many, failed=failed)
