"""``reportgen keys``: the office's key behind the QR codes of its certificates."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import OfficeFolder
from reportgen.cli.program import Command, Program
from reportgen.cli.records import print_data

NAME = "keys"

app = typer.Typer(
    name=NAME,
    cls=Program,
    help="Make the office's key for QR codes, and publish what others check them with.",
    no_args_is_help=True,
)

_Owner = Annotated[str, typer.Option(help="Whose key it is, as everybody who checks a code will read it.")]


def new(owner: _Owner, office: OfficeFolder = None) -> None:
    """Make the office's key: from now on, certificates that are issued carry a signed QR code.

    Keep a copy of the key in a safe; whoever has it can sign as the office.
    """
    with leaving_properly():
        from reportgen.papers import find_office  # noqa: PLC0415
        from reportgen.papers.keys import FILE, make_key  # noqa: PLC0415

        place = find_office(office, Path())
        key = make_key(place, owner)
    typer.echo(say("{file}: the key {name} of {owner}", file=place.path / FILE, name=key.name, owner=owner))


def export(office: OfficeFolder = None) -> None:
    """Write the public key, to be published: with it anybody can check the office's QR codes."""
    with leaving_properly():
        from reportgen.papers import find_office  # noqa: PLC0415
        from reportgen.papers.keys import public_key  # noqa: PLC0415
        from reportgen.token import written_public_key  # noqa: PLC0415

        line = written_public_key(public_key(find_office(office, Path())))
    print_data(line)


app.command("new", cls=Command)(new)
app.command("export", cls=Command)(export)
