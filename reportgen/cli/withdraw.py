"""``reportgen withdraw``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import say
from reportgen.cli.misfits import refuse_no_reason
from reportgen.cli.options import By, OfficeFolder, hand_of

_Draft = Annotated[
    str,
    typer.Argument(
        metavar="DRAFT", help="A data file, for all its drafts; or a draft as `reportgen status` calls it."
    ),
]
_Reason = Annotated[str, typer.Option(help="Why. The register keeps it.")]


def run(draft: _Draft, reason: _Reason, office: OfficeFolder = None, by: By = "") -> None:
    """Withdraw a draft that was handed in or printed for the pen, and that nobody wants any more.

    It has no number yet, so none is lost. The register keeps who withdrew it, when and why; handed in again,
    it begins anew.
    """
    refuse_no_reason(reason)
    with leaving_properly():
        from reportgen.papers import find_office, withdraw  # noqa: PLC0415
        from reportgen.papers.records import label_of  # noqa: PLC0415

        done = withdraw(find_office(office, Path()), draft.strip(), reason.strip(), hand_of(by))
    for one in done:
        typer.echo(say("{paper}: withdrawn", paper=label_of(one.told) or one.paper))
