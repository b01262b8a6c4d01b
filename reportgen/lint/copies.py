"""Copies of Word files in which each finding is a comment at its paragraph."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportgen import __version__
from reportgen.lint.linted import WORD, Linted
from reportgen.load import read_bytes
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import OutputError
from reportgen.model.origin import Origin
from reportgen.render.word.comments import commented
from reportgen.write import Written, open_folder


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was written, and how many remarks it holds."""

    written: Written
    remarks: int


def write_commented(found: Sequence[Linted], target: Path, words: Callable[[Diagnostic], str]) -> list[Copy]:
    """Write a copy of every Word file with findings: into a folder, or the only one as a file.

    Raises:
        OutputError: a file of that name is there, or one name is to hold several copies.

    """
    told = [one for one in found if one.findings and not one.unread and Path(one.file).suffix.lower() == WORD]
    if not told:
        return []
    folder, names = _names([Path(one.file) for one in told], target)
    made = {name: _copy(one, words) for name, one in zip(names, told, strict=True)}
    with open_folder(folder) as place:
        if refused := place.check(list(made), overwrite=False, inputs=[Path(one.file) for one in told]):
            raise OutputError(refused)
        record = {"version": __version__}
        written = [place.write(name, made[name], overwrite=False, record=record) for name in names]
    return [Copy(copy, len(one.findings)) for copy, one in zip(written, told, strict=True)]


def _names(files: Sequence[Path], target: Path) -> tuple[Path, list[PurePosixPath]]:
    """Say where the copies go: a folder, with a copy named after each file, or one file."""
    if target.suffix.lower() == WORD and len(files) == 1:
        return target.parent, [PurePosixPath(target.name)]
    names = [PurePosixPath(file.name) for file in files]
    twice = len(set(names)) < len(names)
    if target.suffix.lower() == WORD or twice:
        listed = ", ".join(map(str, files))
        raise OutputError([report("annotate-several", Origin(str(target)), name=target.name, files=listed)])
    return target, names


def _copy(one: Linted, words: Callable[[Diagnostic], str]) -> bytes:
    """Put each finding where it stands; what is of a whole page or file stands at its beginning."""
    content = read_bytes(Path(one.file), one.file)
    remarks = [
        (one.paths.get((finding.origin.place if finding.origin else None) or "", ()), words(finding))
        for finding in one.findings
    ]
    return commented(content, remarks)
