"""``reportgen setup``."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import read_day

NAME = "setup"

_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The office's folder.", file_okay=False)]
_Name = Annotated[str, typer.Option(help="The office's name; with it nothing is asked.")]
_Parent = Annotated[str, typer.Option(help="The office above it, as papers name it: UBND tỉnh Sơn Vân.")]
_Symbol = Annotated[str, typer.Option(help="Its abbreviation in symbols: SGDĐT.")]
_Place = Annotated[str, typer.Option(help="Where its papers are signed.")]
_Position = Annotated[str, typer.Option(help="The title of who signs: Giám đốc.")]
_Signer = Annotated[str, typer.Option(help="The name of who signs.")]
_Since = Annotated[str, typer.Option("--from", help="Since when the office is there, as dd/mm/yyyy.")]


def run(  # noqa: PLR0913, PLR0917  (one argument per option)
    folder: _Folder = Path(),
    name: _Name = "",
    parent: _Parent = "",
    symbol: _Symbol = "",
    place: _Place = "",
    position: _Position = "",
    signer: _Signer = "",
    since: _Since = "",
) -> None:
    """Write an office's offices.yaml: data files then leave out what every paper has in common.

    Asks for what it needs. A file that is there is never replaced.
    """
    with leaving_properly():
        from reportgen.model.office import Office, Signer  # noqa: PLC0415
        from reportgen.model.origin import Origin  # noqa: PLC0415
        from reportgen.setup import (  # noqa: PLC0415
            likely_beginning,
            likely_place,
            likely_position,
            likely_symbol,
            refuse_twice,
            write_office,
        )

        refuse_twice(folder)
        asks = not name
        name = _answer(asks, say("Name of the office"), name, None)
        parent = _answer(asks, say("Office above it, as papers name it"), parent, "")
        beginning = likely_beginning(name, parent)
        office = Office(
            name,
            Origin(str(folder)),
            parent=parent,
            symbol=_answer(asks, say("Abbreviation in symbols"), symbol, likely_symbol(name)),
            place=_answer(asks, say("Place where papers are signed"), place, likely_place(parent)),
            signers=(
                Signer(
                    _answer(asks, say("Title of who signs"), position, likely_position(name)),
                    _answer(asks, say("Name of who signs"), signer, ""),
                ),
            ),
            since=_day(_answer(asks, say("The office is there since"), since, beginning)),
        )
        written = write_office(office, folder)
    typer.echo(f"{written.path} ({say(written.how)})")
    typer.echo(say("data files below this folder may leave out what stands there"))


def _answer(asks: bool, question: str, given: str, likely: str | None) -> str:  # noqa: FBT001  (as all the questions)
    """Take what was given, ask, or suppose."""
    if given or not asks:
        return given or likely or ""
    try:
        return str(typer.prompt(question, default=likely, show_default=bool(likely))).strip()
    except typer.Abort:
        raise typer.BadParameter(
            say("nobody answers; give it as an option"), param_hint=f"'{question}'"
        ) from None


def _day(text: str) -> dt.date | None:
    return read_day(text, "--from") if text else None
