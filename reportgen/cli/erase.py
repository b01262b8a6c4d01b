"""``reportgen register erase``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.misfits import refuse_no_reason
from reportgen.cli.options import By, OfficeFolder, Year, hand_of
from reportgen.cli.register_show import Paper

_Reason = Annotated[str, typer.Option(help="Why: who asked for it, and by which law. The register keeps it.")]


def erase(paper: Paper, reason: _Reason, office: OfficeFolder = None, year: Year = None, by: By = "") -> None:
    """Take out what the register tells of a paper's people, and its files, where the law demands it.

    Its number stays, with day and digests, so that the register can still be verified. Nothing brings the
    rest back: copies of the register, and files that were sent to others, are not touched.
    """
    refuse_no_reason(reason)
    with leaving_properly():
        from reportgen.papers import erase as erased  # noqa: PLC0415
        from reportgen.papers import find_office  # noqa: PLC0415

        done, files = erased(find_office(office, Path()), paper, reason.strip(), hand_of(by), year)
    number = done.number if done.numbered else say("the draft")
    typer.echo(say("{number}: what the register told of it is erased", number=number))
    if files:
        typer.echo(counted(len(files), "{count} file taken out", "{count} files taken out"))
    if source := done.told.get("source"):
        typer.echo(
            say("take it out of {source} too, or it is issued again under another number", source=source)
        )
