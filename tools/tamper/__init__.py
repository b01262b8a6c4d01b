"""Finished papers altered in every way that we know of, to see what an audit finds."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pikepdf
from typer.testing import CliRunner

from reportgen.audit import audit
from reportgen.cli.app import app
from reportgen.kinds import Shelf
from reportgen.model.errors import DataError
from tools.tamper.parts import PARTS, NothingToAlter
from tools.tamper.pdf import PDF
from tools.tamper.pdf_deep import DEEP as PDF_DEEP
from tools.tamper.pdf_eyes import EYES as PDF_EYES
from tools.tamper.word import Parts
from tools.tamper.word_deep import DEEP as WORD_DEEP
from tools.tamper.word_list import WORD, altered

_WORD: Final = {**WORD, **WORD_DEEP}
_PDF: Final = {**PDF, **PDF_DEEP, **PDF_EYES}
_FORMS: Final = (".docx", ".pdf")
ROOT: Final = Path(__file__).parents[2]
PAPERS: Final = {
    "minutes": ROOT / "data" / "so-ket-van-khe" / "bien-ban.yaml",
    "report": ROOT / "data" / "thu-so-lieu" / "bao-cao.yaml",
}
"""A data file for each sort of draft."""

_LONGEST: Final = "minutes"
"""Nothing that is done to what eyes see needs so many pages."""

CERTIFICATE: Final = ROOT / "data" / "chung-nhan"
"""The data of certificates that are issued, with QR codes and fields for signatures."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One way of altering one paper, and the codes of what was found."""

    sort: str
    form: str
    way: str
    found: tuple[str, ...]


def made(folder: Path) -> dict[str, list[Path]]:
    """Make a paper of each sort, in both formats."""
    for sort, source in PAPERS.items():
        _run("build", source, "--output", folder / sort)
    office = folder / "certificate"
    shutil.copytree(CERTIFICATE, office)
    data = office / "truong.yaml"
    text = data.read_text(encoding="utf-8").replace("issued_on:", "issued_on: 28/5/2019")
    data.write_text(text, encoding="utf-8")
    _run("keys", "new", "--owner", "Sở Giáo dục và Đào tạo", "--office", office)
    _run("issue", data, "--office", office)
    return {
        sort: [min((folder / sort).rglob(f"*{suffix}")) for suffix in _FORMS]
        for sort in (*PAPERS, "certificate")
    }


def _run(*arguments: object) -> None:
    said = CliRunner().invoke(app, [str(one) for one in arguments])
    if said.exit_code:
        raise RuntimeError(said.output)


def tried(papers: dict[str, list[Path]], folder: Path) -> Iterator[Tried]:
    """Alter each paper in every way that it has something for."""
    shelf = Shelf.usual(ROOT / "templates")
    for sort, (word, pdf) in papers.items():
        target = folder / f"{sort}.docx"
        for way in (*_WORD, *PARTS):
            if (content := _word(word.read_bytes(), way)) is not None:
                target.write_bytes(content)
                yield Tried(sort, "Word", way, _found(target, shelf))
        target = folder / f"{sort}.pdf"
        for way in (one for one in _PDF if sort != _LONGEST or one not in PDF_EYES):
            if (content := _pdf(pdf.read_bytes(), way)) is not None:
                target.write_bytes(content)
                yield Tried(sort, "PDF", way, _found(target, shelf))


def _found(file: Path, shelf: Shelf) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(one.code for one in audit(file, shelf).findings))
    except DataError as error:
        return tuple(one.code for one in error.diagnostics)


def _word(content: bytes, way: str) -> bytes | None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: Parts = {name: archive.read(name) for name in archive.namelist()}
    before = dict(parts)
    try:
        if way in _WORD:
            altered(parts, _WORD[way])
        else:
            PARTS[way](parts)
    except (StopIteration, LookupError, NothingToAlter):
        return None
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as copy:
        for name, part in parts.items():
            copy.writestr(name, part)
    return file.getvalue() if parts != before else None


def _pdf(content: bytes, way: str) -> bytes | None:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        try:
            _PDF[way](pdf)
        except (LookupError, AttributeError):
            return None
        pdf.save(file)
    return file.getvalue()
