"""Options that do not go together, or say nothing, refused before anything is read."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import typer

from reportgen.cli.language import say
from reportgen.cli.options import Target


def refuse_many(data: Sequence[Path], file: object, option: str, said: str) -> None:
    """Refuse several data files with an option that is about one paper."""
    if file and len(data) > 1:
        raise typer.BadParameter(said, param_hint=option)


def refuse_no_reason(reason: str) -> None:
    """Refuse a step of which the register keeps why, without that."""
    if not reason.strip():
        raise typer.BadParameter(say("say why"), param_hint="--reason")


def refuse_with_blank(
    blank: Path | None,
    targets: Collection[str],
    *,
    test_sheet: bool,
    keep_going: bool,
    bundles: Mapping[str, Path | None],
) -> None:
    """Refuse what does not go together: on blanks only PDF is made, and only for them is anything tried."""
    if test_sheet and blank is None:
        raise typer.BadParameter(say("it goes with --on-blank FILE"), param_hint="--test-sheet")
    if blank is not None and keep_going:
        said = say("on blanks all papers are printed or none, so that no blank is spoiled; leave it out")
        raise typer.BadParameter(said, param_hint="--keep-going")
    for option, file in bundles.items():
        if blank is not None and file is not None:
            said = say("each paper on a blank is a file of its own, named after its blank; leave it out")
            raise typer.BadParameter(said, param_hint=option)
    if blank is not None and Target.DOCX in targets:
        said = say("on blanks only PDF is printed, because Word moves words about; leave --to docx out")
        raise typer.BadParameter(said, param_hint="--on-blank")


def refuse_with_cluster(scheduler: str | None, *, workers: int | None, on_blank: Path | None) -> None:
    """Refuse what a cluster does not do: how many print is its own affair, and blanks are given out here."""
    if scheduler is not None and workers is not None:
        said = say("with --scheduler the workers of the cluster print; leave it out")
        raise typer.BadParameter(said, param_hint="--workers")
    if scheduler is not None and on_blank is not None:
        said = say("it is done on this computer; leave --scheduler out")
        raise typer.BadParameter(said, param_hint="--on-blank")


def refuse_zip_by(file: Path | None, by: str) -> None:
    """Refuse a column without a folder for the files of its values."""
    if by and file is None:
        raise typer.BadParameter(say("it goes with --zip FOLDER"), param_hint="--zip-by")
    if by and file is not None and file.suffix.lower() == ".zip":
        said = say(
            "with --zip-by it names a folder, in which each has a file: --zip {folder}", folder=file.stem
        )
        raise typer.BadParameter(said, param_hint="--zip")
