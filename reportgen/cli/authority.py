"""``reportgen test-keys``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say

NAME = "test-keys"

_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Where the keys are put.", file_okay=False)]
_Names = Annotated[
    list[str],
    typer.Option("--for", metavar="NAME", help="Whose key to make; again for each person or office."),
]


def run(folder: _Folder, names: _Names) -> None:
    """Make keys to try signing out with: every certificate says TEST and is worth nothing.

    All keys are locked by the PIN that is asked for.
    """
    with leaving_properly():
        import datetime as dt  # noqa: PLC0415

        from reportgen.papers.authority import make_authority  # noqa: PLC0415

        pin = str(
            typer.prompt(say("PIN"), hide_input=True, confirmation_prompt=say("the PIN again"), err=True)
        )
        made = make_authority(folder, names, pin, dt.datetime.now(dt.UTC))
    for path in made:
        typer.echo(f"{path} ({say('written')})")
