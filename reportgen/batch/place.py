"""Where papers are written, and what is noted of them there."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen import __version__
from reportgen.batch.basis import Bases
from reportgen.batch.press import Printed
from reportgen.batch.records import Document, Made
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import OutputError
from reportgen.write import Draft, OutputFolder, Written


@dataclass(frozen=True, slots=True)
class Place:
    """Where papers go, and as what made from: nowhere if they are only to be checked."""

    folder: OutputFolder
    source: str
    bases: Bases
    overwrite: bool

    def record(self, paper: Document) -> dict[str, str]:
        """Say from what the documents of a paper are made."""
        kind, basis = paper.papers.job.kind.name, self.bases.basis(paper.key)
        return {"source": self.source, "kind": kind, "version": __version__, "basis": basis}

    def keep(self, documents: Sequence[Document]) -> list[Made]:
        """Leave a paper alone that was made from the same and stands there in all its formats."""
        record = self.record(documents[0])
        kept = self.folder.keep([one.name for one in documents], record)
        return [
            Made(one, str(there.path), str(there.how)) for one, there in zip(documents, kept, strict=False)
        ]

    def drafts(self, documents: Sequence[Document], printed: Printed) -> list[Draft]:
        """Give the documents of a paper as they are to be written."""
        record = self.record(documents[0]) if documents else {}
        return [Draft(one.name, printed.artifacts[one.target].content, record) for one in documents]

    def refusals(self, drafts: Sequence[Draft]) -> list[Diagnostic]:
        """Find out why one of many formats may not be written, before another is; one alone is asked then."""
        several = drafts if len(drafts) > 1 else ()
        asked = (self.folder.refusal(one, overwrite=self.overwrite) for one in several)
        return [refusal for refusal in asked if refusal]

    def write(self, drafts: Sequence[Draft]) -> list[Written | OutputError]:
        """Write documents together."""
        return self.folder.write_all(drafts, overwrite=self.overwrite)


def seen_from(source: Path, folder: Path) -> str:
    """Name a data file as seen from a folder, however it was given."""
    path = source.resolve()
    try:
        return Path(os.path.relpath(path, folder.resolve())).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
