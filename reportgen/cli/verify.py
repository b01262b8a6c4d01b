"""``reportgen verify``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.options import Format, Print
from reportgen.cli.verify_code import tell_code

NAME = "verify"

_Code = Annotated[
    str,
    typer.Option(
        "--qr",
        metavar="TEXT|IMAGE",
        help="A QR code: its text as a phone shows it (- reads it here), or a photo, a scan or a PDF.",
    ),
]
_Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE...",
        help="The paper's own Word or PDF file, to hold the code against.",
        readable=False,
    ),
]
_Keys = Annotated[
    list[Path] | None,
    typer.Option("--key", help="A published key; without it, that of the office's folder.", dir_okay=False),
]
_Office = Annotated[
    Path | None,
    typer.Option(
        "--office", help="The office's folder, to ask its register too.", file_okay=False, exists=True
    ),
]


def run(
    qr: _Code,
    files: _Files = None,
    key: _Keys = None,
    office: _Office = None,
    form: Print = Format.TEXT,
) -> None:
    """Tell what may be believed of a certificate's QR code; no network is needed.

    Hold what it says against the certificate; a PDF that was issued is held against its own code. The exit
    code is 10 unless the office's key signed it and nothing speaks against it.
    """
    tell_code(qr, files or [], key or [], office, form)
