"""``reportgen doctor``."""

from pathlib import Path

import typer

from reportgen.cli.options import Output

NAME = "doctor"


def run(output: Output = Path("out")) -> None:
    """See whether everything is there to make documents, and what to do where it is not."""
    from reportgen.doctor import examine, well  # noqa: PLC0415
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    findings = examine(output)
    for finding in findings:
        mark = "ok     " if finding.well else "MISSING" if finding.required else "absent "
        typer.echo(f"{mark}  {finding.name:12} {finding.seen}")
        if not finding.well:
            typer.echo(f"{'':9}{'':12} needed for {finding.needed_for}")
            typer.echo(f"{'':9}{'':12} to do: {finding.remedy}")
    if not well(findings):
        raise typer.Exit(ExitCode.MISSING_TOOL)
