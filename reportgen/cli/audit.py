"""``reportgen audit``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportgen.cli.errors import leaving_properly
from reportgen.cli.language import counted, say
from reportgen.cli.options import Format, Print
from reportgen.cli.records import print_record

if TYPE_CHECKING:
    from reportgen.audit import Audited

NAME = "audit"


def run(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Papers that reportgen made, or folders of them.", readable=False
        ),
    ],
    form: Print = Format.TEXT,
) -> None:
    """Compute the figures of finished papers again, and see whether their pages still say what they said.

    Word and PDF files carry what is needed for that; the data stay in the office. An edited number is told by
    its name, with what it was and what stands there. The exit code is 10 if anything is not as it was made.
    """
    with leaving_properly(as_json=form is Format.JSON):
        from reportgen.audit import audit_all  # noqa: PLC0415

        found = audit_all(files)
    if form is Format.JSON:
        print_record({"files": [_record(one) for one in found]})
    else:
        for one in found:
            _tell(one)
    _leave(found)


def _tell(found: "Audited") -> None:
    from reportgen.cli.findings import print_findings  # noqa: PLC0415

    print_findings(found.findings)
    if found.manifest is None:
        return
    made = found.manifest.maker
    count = len(found.findings)
    verdict = (
        counted(count, "{count} thing is not as it was made", "{count} things are not as they were made")
        if count
        else say("as it was made")
    )
    figures = say("{count} of {all} figures computed again", count=found.computed, all=found.figures)
    whence = say("{title}, from {source}", title=made.title, source=made.source)
    typer.echo(f"{found.file}: {whence}: {figures}: {verdict}")


def _record(found: "Audited") -> dict[str, Any]:
    from reportgen.cli.findings import as_record  # noqa: PLC0415

    made = found.manifest.maker if found.manifest else None
    return {
        "file": found.file,
        "kind": made.kind if made else None,
        "data": made.source if made else None,
        "figures": found.figures,
        "computed": found.computed,
        "findings": [as_record(one) for one in found.findings],
    }


def _leave(found: "list[Audited]") -> None:
    from reportgen.model.errors import ExitCode  # noqa: PLC0415

    if any(one.says_no for one in found):
        raise typer.Exit(ExitCode.SAYS_NO)
    if any(one.unread for one in found):
        raise typer.Exit(ExitCode.DATA)
