"""``reportgen sign --signed``: papers that were signed with another program come back."""

from collections.abc import Sequence
from pathlib import Path

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.options import hand_of


def file_signed_papers(files: Sequence[Path], office: Path | None, by: str) -> None:
    """File papers, and say who has signed them."""
    with leaving_properly():
        from reportgen.verify.examiner import examining  # noqa: PLC0415

        with examining() as examiner:  # it starts while the rest is imported
            from reportgen.verify.filing import file_signed  # noqa: PLC0415

            done = 0
            for one in file_signed(files, examiner, office, hand_of(by)):
                done += bool(one.signers)
                roles = ", ".join(signer.role for signer in one.signers)
                said = say("filed; signed by: {roles}", roles=roles) if roles else say("was filed before")
                typer.echo(f"{one.path} ({said})")
    typer.echo(counted(done, "{count} signed paper filed", "{count} signed papers filed"))
