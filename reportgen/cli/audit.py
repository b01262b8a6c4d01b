"""``reportgen audit``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportgen.cli.audited import audit_record, tell_audited
from reportgen.cli.errors import leaving_properly
from reportgen.cli.options import Format, Print, Templates
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.audit import Audited


def run(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Papers that reportgen made, or folders of them.", readable=False
        ),
    ],
    templates: Templates = None,
    form: Print = Format.TEXT,
) -> None:
    """Compute the figures of finished papers again, and see whether their pages still say what they said.

    Word and PDF files carry what is needed for that; the data stay in the office. An edited number is told by
    its name, with what it was and what stands there; changed wording is listed apart. The exit code is 10 if
    anything is not as it was made.
    """
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.audit import audit_all  # noqa: PLC0415
        from reportgen.kinds import Shelf  # noqa: PLC0415

        found = audit_all(files, Shelf.usual(templates))
    if form is Format.JSON:
        print_record({"files": [audit_record(one) for one in found]})
    else:
        for one in found:
            tell_audited(one, fully=len(found) == 1)
    _leave(found)


def _leave(found: "list[Audited]") -> None:
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    if any(one.says_no for one in found):
        raise typer.Exit(ExitCode.SAYS_NO)
    if any(one.unread for one in found):
        raise typer.Exit(ExitCode.DATA)
