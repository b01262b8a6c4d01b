"""``reportgen sign --scan``: what was signed by pen."""

from collections.abc import Sequence
from pathlib import Path

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import hand_of


def file_scans(files: Sequence[Path], scan: Path, office: Path | None, by: str, *, keyed: bool) -> None:
    """File the scan of a paper, which is named by its file or its number."""
    if keyed:
        raise typer.BadParameter(
            say("a scan is signed by pen: leave --field and --key out"), param_hint="--scan"
        )
    if len(files) != 1:
        raise typer.BadParameter(say("a scan is of one paper: name it alone"), param_hint="--scan")
    with leaving_properly():
        from reportgen.papers import file_scan, find_office  # noqa: PLC0415

        standing, path = file_scan(find_office(office, Path()), files[0], scan, hand_of(by))
    typer.echo(f"{standing.number}  {path} ({say('signed by hand')})")


def refuse_without_key(field: str, key: str) -> None:
    """Refuse to sign with nothing."""
    for option, given in (("--field", field), ("--key", key)):
        if not given:
            raise typer.BadParameter(
                say("it is needed, or --scan FILE for what was signed by pen"), param_hint=option
            )
