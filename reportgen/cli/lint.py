"""``reportgen lint``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, language, say
from reportgen.cli.options import Format, Office, Print
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.lint import Linted
    from reportgen.model.diagnostics import Diagnostic


def run(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Finished Word and PDF files, or folders of them.", readable=False
        ),
    ],
    form: Print = Format.TEXT,
    *,
    advice: Annotated[bool, typer.Option("--advice", help="Tell good practice too, not only rules.")] = False,
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            metavar="OUT.docx|DIR",
            help="Also write copies of the Word files, each finding a comment at its paragraph.",
        ),
    ] = None,
    office: Office = None,
) -> None:
    """Hold finished Word and PDF files, whoever made them, against Decree 30/2020/NĐ-CP.

    Each finding names the rule, what the decree wants, what stands there instead and where. What only a
    page shows (wrapping, how long drawn lines are, where pages end) is measured: of a Word file LibreOffice
    makes the pages. The exit code is 10 if a rule is broken.
    """
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.lint import lint  # noqa: PLC0415

        found = lint(files, advice=advice, office=office)
    if form is Format.JSON:
        print_record({"files": [_record(one) for one in found]})
    else:
        for one in found:
            _tell(one)
    if annotate is not None:
        _write_copies(found, annotate, quiet=form is Format.JSON)
    _leave(found)


def _write_copies(found: "list[Linted]", target: Path, *, quiet: bool) -> None:
    with leaving_properly():  # what was found is told already
        from reportgen.lint import write_commented  # noqa: PLC0415

        copies = write_commented(found, target, _remark)
    for copy in copies:
        remarks = counted(copy.remarks, "{count} remark", "{count} remarks")
        typer.echo(f"{copy.written.path} ({say(copy.written.how)}): {remarks}", err=quiet)
    if not copies:
        typer.echo(say("there is nothing to say of a Word file: no copy is written"), err=quiet)


def _remark(finding: "Diagnostic") -> str:
    words = finding.said_in(language())
    return f"{words.text}\n{words.hint}".strip()


def _tell(found: "Linted") -> None:
    from reportgen.cli.findings import print_findings  # noqa: PLC0415

    print_findings(found.findings)
    if found.unread:
        return
    count = sum(finding.stops for finding in found.findings)
    unbroken = "no rule is broken of what was looked at" if found.in_part else "no rule is broken"
    broken = counted(count, "{count} finding", "{count} findings") if count else say(unbroken)
    kind = found.kind.capitalize() or say("kind not recognised")
    typer.echo(f"{found.file}: {kind}: {broken}")


def _record(found: "Linted") -> dict[str, Any]:
    from reportgen.cli.findings import as_record  # noqa: PLC0415

    findings = [{**as_record(one), "rule": dict(one.values).get("rule")} for one in found.findings]
    return {"file": found.file, "kind": found.kind, "in_part": found.in_part, "findings": findings}


def _leave(found: "list[Linted]") -> None:
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    if any(one.says_no for one in found):
        raise typer.Exit(ExitCode.SAYS_NO)
    if any(one.unread for one in found):
        raise typer.Exit(ExitCode.DATA)
