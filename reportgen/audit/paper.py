"""A finished paper, opened: its manifest, and what its pages say."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from reportgen.load import read_bytes
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.manifest import Manifest
from reportgen.model.manifest_text import ManifestError, read_manifest
from reportgen.model.origin import Origin
from reportgen.model.reading import Reading
from reportgen.readback import drawings, read_back
from reportgen.readback.docx import read_legible
from reportgen.readback.manifest import Carried, carried

_SORTS = {".docx": DOCX, ".pdf": PDF}


@dataclass(frozen=True)
class OpenPaper:
    """A paper that carries a manifest; ``sealed`` tells that this is as the program wrote it."""

    file: str
    content: bytes
    carried: Carried
    manifest: Manifest
    sealed: bool

    @cached_property
    def reading(self) -> Reading:
        """Read what the pages say."""
        return read_back(self.content, _SORTS[Path(self.file).suffix.lower()])

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """Digest what each page of a PDF draws now."""
        return drawings(self.content, _SORTS[Path(self.file).suffix.lower()])

    @cached_property
    def legible(self) -> Reading:
        """Read what of the pages can be read and is not struck out; of a PDF that is not asked."""
        is_word = _SORTS[Path(self.file).suffix.lower()] == DOCX
        return read_legible(self.content) if is_word else self.reading

    @cached_property
    def printed(self) -> dict[str, str]:
        """Give what the pages printed when they were made, by name."""
        return {name: text for text, name in self.manifest.page if name}

    def row(self, beginning: str) -> list[str]:
        """List what the pages print of a row, by the beginning of its names."""
        return [name for name in self.printed if name.startswith(beginning)]


def is_paper(file: Path) -> bool:
    """Tell a finished paper from a data file, by its name."""
    return file.suffix.lower() in _SORTS


def open_paper(file: Path) -> OpenPaper:
    """Open a finished paper.

    Raises:
        DataError: it is none, cannot be read, or carries no manifest that can be read.

    """
    place = Origin(str(file))
    if not is_paper(file):
        raise DataError([report("audit-format", place, name=file.name)])
    try:
        content = read_bytes(file, str(file))
        found = carried(content, _SORTS[file.suffix.lower()])
    except DataError as error:
        raise DataError(replace(one, origin=one.origin or place) for one in error.diagnostics) from error
    if found is None:
        raise DataError([report("no-manifest", place)])
    try:
        return OpenPaper(str(file), content, found, *read_manifest(found.text))
    except ManifestError as error:
        raise DataError([report("manifest-unreadable", place, reason=error.args[0])]) from error
