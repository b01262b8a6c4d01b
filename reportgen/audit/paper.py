"""A finished paper, opened: its manifest, and what its pages say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from reportgen.load import read_bytes
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.diagnostics import report
from reportgen.model.errors import DataError
from reportgen.model.kind import Kind
from reportgen.model.manifest import Entry, Manifest, Recorded
from reportgen.model.manifest_text import ManifestError, read_manifest
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.model.reading import Reading
from reportgen.readback import drawings, read_strange
from reportgen.readback.docx import read_legible
from reportgen.readback.manifest import Carried, carried

_SORTS = {".docx": DOCX, ".pdf": PDF}
SUFFIXES = frozenset(_SORTS)
"""How names of finished papers end."""


@dataclass(frozen=True)
class OpenPaper:
    """A paper that carries a manifest; ``sealed`` tells that this is as the program wrote it."""

    file: str
    content: bytes
    carried: Carried
    manifest: Manifest
    sealed: bool

    @property
    def is_word(self) -> bool:
        """Tell a Word file from a PDF."""
        return self._sort == DOCX

    @cached_property
    def page(self) -> Sequence[tuple[str, str]]:
        """Give what the pages said, piece by piece; without their margins where these say the same still."""
        page, apart = self.manifest.page, self.manifest.in_margins
        return page[: max(0, len(page) - apart)] if self._same_margins and apart > 0 else page

    @cached_property
    def shown(self) -> Reading:
        """Read what the pages say now, margins likewise."""
        return self._within(read_strange(self.content, self._sort))

    @cached_property
    def legible(self) -> Reading:
        """Read what of the pages can be read and is not struck out; of a PDF that is not asked."""
        return self._within(read_legible(self.content)) if self.is_word else self.shown

    @cached_property
    def drawn(self) -> tuple[str, ...]:
        """Digest what is drawn now: each page of a PDF, each picture and chart of a Word file."""
        return drawings(self.content, self._sort)

    @cached_property
    def printed(self) -> dict[str, str]:
        """Give what the pages printed when they were made, by name."""
        return {name: text for text, name in self.manifest.page if name}

    @cached_property
    def _same_margins(self) -> bool:
        """Tell whether headers and footers say the same; who saves a Word file again parts them anew."""
        return self.is_word and self.manifest.drawn[:1] == self.drawn[:1]

    @property
    def _sort(self) -> str:
        return _SORTS[Path(self.file).suffix.lower()]

    def _within(self, reading: Reading) -> Reading:
        return replace(reading, pieces=reading.pieces[: reading.body]) if self._same_margins else reading

    def row(self, beginning: str) -> list[str]:
        """List what the pages print of a row, by the beginning of its names."""
        return [name for name in self.printed if name.startswith(beginning)]


def is_paper(file: Path) -> bool:
    """Tell a finished paper from a data file, by its name."""
    return file.suffix.lower() in _SORTS


def open_paper(file: Path, content: bytes | None = None) -> OpenPaper:
    """Open a finished paper; ``content`` is what was read of it already.

    Raises:
        DataError: it is none, cannot be read, or carries no manifest that can be read.

    """
    place = Origin(str(file))
    if file.is_dir():
        raise DataError([report("folder-without-papers", place)])
    if not is_paper(file) and (content is not None or file.exists()):
        raise DataError([report("audit-format", place, name=file.name)])
    try:
        content = read_bytes(file, str(file)) if content is None else content
        found = carried(content, _SORTS[file.suffix.lower()])
    except DataError as error:
        raise DataError(replace(one, origin=one.origin or place) for one in error.diagnostics) from error
    if found is None:
        raise DataError([report("no-manifest", place)])
    try:
        return OpenPaper(str(file), content, found, *read_manifest(found.text))
    except ManifestError as error:
        raise DataError([report("manifest-unreadable", place, reason=error.args[0])]) from error


def called(recorded: Recorded, entry: Entry) -> str:
    """Call a figure as people do, with its row."""
    name = f"{recorded.label} ({recorded.name})" if recorded.label else recorded.name
    row = entry.label or (phrase("total") if entry.at == "total" else "")
    if not entry.at:
        return name
    if not row:
        row = phrase("row {row}", row=entry.at)
    return phrase("{name} ({label})", name=name, label=row)


def value_called(name: str, kind: Kind | None) -> str:
    """Call a value of the data as its kind does: ``each.name`` is “Họ và tên”."""
    fields = kind.fields if kind else {}
    title = ""
    for part in name.split("."):
        if part == "each" and kind and kind.each:
            fields = kind.fields[kind.each.of].fields
        elif part in fields:
            title, fields = fields[part].label, fields[part].fields
    return f"{title} ({name})" if title else name
