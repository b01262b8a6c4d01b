"""``reportgen revoke``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.misfits import refuse_no_reason
from reportgen.cli.options import By, OfficeFolder, Year, hand_of

_Number = Annotated[str, typer.Argument(metavar="NUMBER", help="The paper's number and symbol: 07/BB-PGDĐT.")]
_Reason = Annotated[str, typer.Option(help="Why: the decision, its date, the reason. The register keeps it.")]


def run(
    number: _Number, reason: _Reason, office: OfficeFolder = None, year: Year = None, by: By = ""
) -> None:
    """Revoke a paper that was issued; it stays in the register, with the reason.

    Its number is never given again.
    """
    refuse_no_reason(reason)
    with leaving_properly():
        from reportgen.papers import find_office, revoke  # noqa: PLC0415

        done = revoke(find_office(office, Path()), number, reason.strip(), hand_of(by), year)
    typer.echo(say("{number} is revoked", number=done.number))
