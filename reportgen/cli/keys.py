"""``reportgen keys``: keys to sign with, shown or made for trying, and the key behind QR codes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.options import Format, OfficeFolder, Print, now
from reportgen.cli.pins import ask_pin
from reportgen.cli.program import Command, Program
from reportgen.cli.records import print_data, print_record
from reportgen.model.local_time import VIETNAM

if TYPE_CHECKING:
    from reportgen.papers.keyring import Shown


app = typer.Typer(
    name="keys",
    cls=Program,
    help="Look at keys, make some to try signing out with, and make the office's key for QR codes.",
    hidden=True,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_Key = Annotated[str, typer.Argument(metavar="KEY", help="A .p12 file, or pkcs11:… of a token.")]
_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Where the keys are put.", file_okay=False)]
_Names = Annotated[
    list[str],
    typer.Option("--for", metavar="NAME", help="Whose key to make; again for each person or office."),
]
_Owner = Annotated[str, typer.Option(help="Whose key it is, as everybody who checks a code will read it.")]


def show(key: _Key, form: Print = Format.TEXT) -> None:
    """Tell whose key it is, who vouches for that, until when, and whether it is a test only.

    The PIN of a .p12 file is asked for; that of a token is not needed.
    """
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.papers.keyring import show_key  # noqa: PLC0415

        found = show_key(key, ask_pin)
    if form is Format.JSON:
        print_record({
            "name": found.name, "issuer": found.issuer, "sort": found.sort, "test": found.test,
            "since": found.since.isoformat(), "until": found.until.isoformat(),
        })  # fmt: skip
    else:
        _tell(found)


def _tell(found: "Shown") -> None:
    since, until = (f"{at.astimezone(VIETNAM):%d/%m/%Y}" for at in (found.since, found.until))
    typer.echo(say("whose: {name}", name=found.name))
    typer.echo(say("issued by: {issuer}", issuer=found.issuer))
    typer.echo(say("holds from {since} to {until}", since=since, until=until))
    typer.echo(say("sort: {sort}", sort=found.sort))
    if found.test:
        typer.echo(say("TEST: what it signs is worth nothing"))


def test(folder: _Folder, names: _Names) -> None:
    """Make keys to try signing out with: every certificate says TEST and is worth nothing.

    All keys are locked by the PIN that is asked for.
    """
    with leaving_properly():
        from reportgen.papers.authority import make_authority  # noqa: PLC0415

        made = make_authority(folder, names, ask_pin(again=True), now())
    for path in made:
        typer.echo(f"{path} ({say('written')})")


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


app.command("show", cls=Command)(show)
app.command("test", cls=Command)(test)
app.command("new", cls=Command)(new)
app.command("export", cls=Command)(export)
