"""Word files as LibreOffice lays them out: the pages that a reader would see, as PDFs."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reportgen.model.phrase import Phrase, phrase
from reportgen.readback.word_package import links_elsewhere, opened

_PDF: Final = "pdf"
_ARCHIVE: Final = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
)
"""PDF/A-3b: pages that may carry a manifest, and that keep the places of bookmarks."""

_SECONDS: Final = 300
_SECONDS_EACH: Final = 10

Laid = bytes | Phrase
"""The pages, or why there are none."""


def word_pages(files: Sequence[bytes], *, archive: bool = False) -> list[Laid]:
    """Lay Word files out, all in one go; but for what draws on files elsewhere, which would be fetched.

    For an ``archive`` the pages are PDF/A-3b.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return [phrase("LibreOffice is not on the path") for _ in files]
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources: list[Path | Phrase] = [
            _put(content, folder / f"{n}.docx") for n, content in enumerate(files)
        ]
        if paths := [one for one in sources if isinstance(one, Path)]:
            _convert(program, paths, folder, _ARCHIVE if archive else _PDF)
        return [_taken(source) for source in sources]


def _put(content: bytes, target: Path) -> Path | Phrase:
    with opened(content) as archive:
        if links_elsewhere(archive):
            return phrase("it links to files that are not in it")
    target.write_bytes(content)
    return target


def _convert(program: str, paths: Sequence[Path], folder: Path, sort: str) -> None:
    """Let LibreOffice work with settings of its own; what it does not get done in time has no pages."""
    settings = f"-env:UserInstallation={(folder / 'settings').as_uri()}"
    command = [
        program,
        settings,
        "--headless",
        "--norestore",
        "--convert-to",
        sort,
        "--outdir",
        str(folder),
        *map(str, paths),
    ]
    try:
        subprocess.run(  # noqa: S603  # no shell; the paths are our own
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS + _SECONDS_EACH * len(paths),
        )
    except (subprocess.TimeoutExpired, OSError):
        return


def _taken(source: Path | Phrase) -> Laid:
    if isinstance(source, Phrase):
        return source
    target = source.with_suffix(".pdf")
    return target.read_bytes() if target.exists() else phrase("LibreOffice could not lay it out")
