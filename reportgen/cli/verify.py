"""``reportgen verify``."""

from pathlib import Path
from typing import Annotated

import typer

from reportgen.cli.language import say
from reportgen.cli.options import Format, Print
from reportgen.cli.verify_code import tell_code
from reportgen.cli.verify_paper import tell_papers

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
        help="PDF and Word papers, or folders of them; with --qr, the paper to hold the code against.",
        readable=False,
    ),
]
_Keys = Annotated[
    list[Path] | None,
    typer.Option(
        "--key", help="With --qr: a published key; without it, that of the office's folder.", dir_okay=False
    ),
]
_Office = Annotated[
    Path | None,
    typer.Option(
        "--office",
        help="The office's folder, with its register and whom it trusts; without it, the nearest above.",
        file_okay=False,
        exists=True,
    ),
]


def run(
    files: _Files = None,
    qr: _Code = "",
    key: _Keys = None,
    office: _Office = None,
    form: Print = Format.TEXT,
) -> None:
    """Tell what may be believed of papers, or of a certificate's QR code; no network is needed.

    Looked at are signatures, the place in the office's register, figures and pages; the verdict comes first.
    Hold what a code says against the certificate; a PDF that was issued is held against its own code. The
    exit code is 10 unless all is well.
    """
    if qr:
        tell_code(qr, files or [], key or [], office, form)
    elif files:
        tell_papers(files, office, form)
    else:
        raise typer.BadParameter(say("name papers, or a QR code with --qr"), param_hint="FILE...")
