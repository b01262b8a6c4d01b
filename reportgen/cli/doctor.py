"""``reportgen doctor``."""

from pathlib import Path

import typer

from reportgen.cli.language import said_here, say
from reportgen.cli.options import Output


def run(output: Output = Path("out")) -> None:
    """See whether everything is there to make documents, and what to do where it is not."""
    from reportgen.doctor import examine, well  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    findings = examine(output)
    marks = {mark: say(mark) for mark in ("ok", "MISSING", "absent")}
    width = max(map(len, marks.values()))
    for finding in findings:
        mark = "ok" if finding.well else "MISSING" if finding.required else "absent"
        typer.echo(f"{marks[mark]:{width}}  {say(finding.name):12} {said_here(finding.seen)}")
        if not finding.well:
            below = " " * (width + 15)
            typer.echo(below + say("needed for {what}", what=finding.needed_for))
            typer.echo(below + say("to do: {what}", what=finding.remedy))
    if not well(findings):
        raise typer.Exit(ExitCode.MISSING_TOOL)
