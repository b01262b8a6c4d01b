"""``reportgen sign --archive`` without a key: papers are time-stamped again before the last runs out."""

from collections.abc import Sequence
from pathlib import Path

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.options import hand_of


def renew_stamps(files: Sequence[Path], authority: str, office: Path | None, by: str) -> None:
    """Have papers time-stamped again, and say which."""
    with leaving_properly():
        from reportgen.papers.renew import renew  # noqa: PLC0415

        done = 0
        for file in renew(files, authority, hand_of(by), office):
            typer.echo(f"{file} ({say('time-stamped again')})")
            done += 1
    typer.echo(counted(done, "{count} paper time-stamped again", "{count} papers time-stamped again"))
