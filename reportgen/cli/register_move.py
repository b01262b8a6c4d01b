"""``reportgen register move``."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.options import By, OfficeFolder, hand_of

_SERVER = ("postgresql://", "postgres://")

_To = Annotated[
    str,
    typer.Argument(
        metavar="TO",
        help="The address of a database, postgresql://…; or so-dang-ky.db, back into the folder.",
    ),
]


def move(to: _To, office: OfficeFolder = None, by: By = "") -> None:
    """Move the register to a server that several computers reach, or back: every entry as it is.

    The papers stay where they lie. Nobody can go on in the old place; where it was interrupted, the same
    command goes on.
    """
    _refuse(to)
    with leaving_properly():
        from reportgen.papers import find_office, move_to_file, move_to_server  # noqa: PLC0415

        place = find_office(office, Path())
        done = move_to_server(place, to, hand_of(by)) if _is_server(to) else move_to_file(place, hand_of(by))
    typer.echo(counted(done.entries, "{count} entry moved", "{count} entries moved"))
    if done.left:
        typer.echo(say("the old file is closed, and is now called {file}: keep it as a copy", file=done.left))


def _is_server(to: str) -> bool:
    return to.startswith(_SERVER)


def _refuse(to: str) -> None:
    from reportgen.papers.office import REGISTER  # noqa: PLC0415

    if not _is_server(to) and to != REGISTER:
        said = say("write postgresql://user@host/database, or {file}", file=REGISTER)
        raise typer.BadParameter(said, param_hint="TO")
    if _is_server(to) and urlsplit(to).password:
        said = say("a password belongs into ~/.pgpass or PGPASSWORD: the folder would show it to all")
        raise typer.BadParameter(said, param_hint="TO")
