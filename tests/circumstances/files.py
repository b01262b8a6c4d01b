"""What somebody does to files, and how large or odd they are."""

import fnmatch
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pikepdf

from reportgen.cli.findings import described
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.errors import ReportgenError
from reportgen.readback import read_back
from tests.circumstances.machine import Machine
from tests.verify.forging import turned


def _taken(machine: Machine, name: str) -> Iterator[None]:
    shutil.rmtree(machine.folder / name)
    yield


def _link(machine: Machine, name: str, to: str) -> Iterator[None]:
    path = machine.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(to)
    yield


def _corrected(machine: Machine, name: str, old: str, new: str) -> Iterator[None]:
    path = machine.folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    yield


def _rewritten(machine: Machine, part: str, name: str, old: str, new: str) -> Iterator[None]:
    """Let somebody change a part of a finished Word file, once; ``*`` in its name stands for any letters."""
    path = machine.folder / name
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    part = next(entry for entry in parts if fnmatch.fnmatchcase(entry, part))
    assert old.encode() in parts[part], parts[part].decode()
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
    yield


def _commented(machine: Machine, name: str, words: str) -> Iterator[None]:
    """Let somebody write a comment into a finished Word file."""
    path = machine.folder / name
    commented = docx.Document(str(path))
    commented.add_comment(commented.paragraphs[0].runs, words, "Mỷ", "M")
    commented.save(str(path))
    yield


def _scanned(machine: Machine, name: str, pages: str) -> Iterator[None]:
    """Make pages without a text, as a scanner does."""
    with pikepdf.new() as scan:
        for _ in range(int(pages)):
            scan.add_blank_page(page_size=(595, 842))
        scan.save(machine.folder / name)
    yield


def _painted(machine: Machine, page: str, name: str) -> Iterator[None]:
    """Let somebody lay a white box over a page of a finished PDF."""
    path = machine.folder / name
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[int(page) - 1].contents_add(pdf.make_stream(b"q 1 g 90 600 200 100 re f Q"))
        pdf.save(path)
    yield


def _covered(machine: Machine, page: str, name: str) -> Iterator[None]:
    """Let somebody lay white over the upper half of a page of a finished PDF."""
    path = machine.folder / name
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[int(page) - 1].contents_add(pdf.make_stream(b"q 1 g 0 0 600 420 re f Q"))
        pdf.save(path)
    yield


def _page_turned(machine: Machine, page: str, name: str) -> Iterator[None]:
    """Let somebody turn a page of a finished PDF upside down."""
    path = machine.folder / name
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[int(page) - 1].obj.Rotate = 180
        pdf.save(path)
    yield


def _refonted(machine: Machine, name: str) -> Iterator[None]:
    """Let somebody exchange a font of a finished PDF."""
    path = machine.folder / name
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        (font, *_) = pdf.pages[0].Resources.Font.values()
        program = font.DescendantFonts[0].FontDescriptor.FontFile2
        program.write(program.read_bytes() + b"\0")
        pdf.save(path)
    yield


def _overwritten(machine: Machine, old: str, new: str, name: str) -> Iterator[None]:
    """Let somebody write over the same number of letters in a finished file, the last time they stand."""
    path = machine.folder / name
    before, found, after = path.read_bytes().rpartition(old.encode())
    assert found
    assert len(old) == len(new)
    path.write_bytes(before + new.encode() + after)
    yield


def _turned(machine: Machine, name: str) -> Iterator[None]:
    """Let somebody turn the first page of a finished file, without a change of what stands there."""
    path = machine.folder / name
    path.write_bytes(turned(path.read_bytes()))
    yield


def _large(machine: Machine, name: str, size: str) -> Iterator[None]:
    os.truncate(machine.folder / name, int(size) << 20)
    yield


def _long_list(machine: Machine, name: str, items: str) -> Iterator[None]:
    with (machine.folder / name).open("a", encoding="utf-8") as file:
        file.write("- x\n" * int(items))
    yield


def _many_columns(machine: Machine, name: str, columns: str) -> Iterator[None]:
    with (machine.folder / name).open("a", encoding="utf-8") as file:
        file.write("," * int(columns))
    yield


def _long_cell(machine: Machine, name: str, letters: str) -> Iterator[None]:
    with (machine.folder / name).open("a") as file:
        file.write("x" * int(letters))
    yield


def _pipe(machine: Machine, name: str) -> Iterator[None]:
    os.mkfifo(machine.folder / name)
    yield


def _copied(machine: Machine, name: str, to: str) -> Iterator[None]:
    """Let somebody copy a folder, or a file."""
    source, target = machine.folder / name, machine.folder / to
    shutil.copytree(source, target) if source.is_dir() else shutil.copyfile(source, target)
    yield


def _deleted(machine: Machine, name: str) -> Iterator[None]:
    (machine.folder / name).unlink()
    yield


def _read_back(machine: Machine, name: str) -> Iterator[None]:
    """Read a finished file, as is done with every file before it is written."""
    media_type = {".pdf": PDF, ".docx": DOCX}[Path(name).suffix]
    try:
        read_back((machine.folder / name).read_bytes(), media_type)
    except ReportgenError as error:
        lines = [line for diagnostic in error.diagnostics for line in described(diagnostic)]
        machine.say("\n".join([*lines, ""]), error.exit_code)
    yield


FILES: dict[str, Callable[..., Iterator[None]]] = {
    r"(\S+) is a link to (\S+)": _link,
    r"“(.+)” is overwritten by “(.+)” in (.+)": _overwritten,
    r"behind what stands in (\S+\.pdf) its first page is turned": _turned,
    r"in (\S+) “(.+)” becomes “(.+)”": _corrected,
    r"in (\S+) of (\S+\.docx) “(.+)” becomes “(.*)”": _rewritten,
    r"a comment is put into (\S+\.docx): (.+)": _commented,
    r"(\S+\.pdf) is a scan of (\d+) pages?": _scanned,
    r"a white box lies over page (\d+) of (\S+\.pdf)": _painted,
    r"white lies over the upper half of page (\d+) of (\S+\.pdf)": _covered,
    r"page (\d+) of (\S+\.pdf) is turned": _page_turned,
    r"a font of (\S+\.pdf) is another": _refonted,
    r"(\S+) is (\d+) MB large": _large,
    r"(\S+) goes on with a cell of (\d+) letters": _long_cell,
    r"(\S+) goes on with (\d+) items": _long_list,
    r"(\S+) goes on with (\d+) columns": _many_columns,
    r"(\S+) is a pipe": _pipe,
    r"(.+?) is copied to (.+)": _copied,
    r"somebody deletes (.+)": _deleted,
    r"the folder (\S+) is taken away": _taken,
    r"(\S+) is read back": _read_back,
}
