"""The lives of papers, from the first step to the last."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import openpyxl
import pikepdf

from reportgen.model.acts import Act
from reportgen.model.registry import Standing
from reportgen.register import open_registry
from reportgen.seal.keys import open_key
from reportgen.seal.signing import Signing, signed
from tools.storm.office import CHAIR, PIN, SECRETARY
from tools.storm.running import Step, Storm

_DAY = ("--date", "22/11/2026")
_ROWS: Final = 39


def life(storm: Storm, number: int) -> None:
    """Let papers be born, approved, issued, signed, replaced, revoked and erased."""
    _meeting(storm, f"hop-{number}.yaml")
    _letters(storm, number)
    _people(storm, f"nguoi-{number}.yaml")
    _books(storm, number)


def _meeting(storm: Storm, source: str) -> None:
    data, go = storm.folder / source, storm.go
    text = f"kind: meeting\nsymbol: BB-VH\nvenue: phòng {source}\nsecretary: {SECRETARY}\nchair: {CHAIR}\n"
    data.write_text(text, encoding="utf-8")

    def stands(*states: Act) -> Callable[[], bool]:
        return lambda: storm.state(source) in states

    go(Step(("submit", source), stands(Act.SUBMITTED)))
    go(Step(("approve", source, "--by", CHAIR), stands(Act.APPROVED)))
    go(Step(("issue", source, *_DAY), stands(Act.ISSUED)))
    paper = storm.file(source)
    go(_signing(storm, source, "secretary", SECRETARY, 1))
    outside = storm.folder / f"{source}.signed.pdf"
    key = open_key((storm.folder / "khoa" / f"{CHAIR}.p12").read_bytes(), PIN, "key")
    outside.write_bytes(signed(paper.read_bytes(), Signing("chair", certifies=False), key))
    go(Step(("sign", "--signed", outside), lambda: _times(storm, source, Act.SIGNED) == 2))  # noqa: PLR2004
    old = storm.last(source)
    assert old
    data.write_text(text.replace("phòng", "hội trường"), encoding="utf-8")
    again = ("--replaces", str(old.number))
    go(Step(("submit", source, *again), stands(Act.SUBMITTED)))
    go(Step(("approve", source, "--by", CHAIR), stands(Act.APPROVED)))
    go(Step(("reissue", source, *again, *_DAY), stands(Act.ISSUED)))
    new = storm.last(source)
    assert new
    go(_signing(storm, source, "secretary", SECRETARY, 1))
    go(Step(("revoke", new.number, "--reason", "ghi nhầm"), stands(Act.REVOKED)))
    go(Step(("register", "erase", old.number, "--reason", "theo yêu cầu"), lambda: _erased(storm, old)))


def _signing(storm: Storm, source: str, name: str, who: str, times: int) -> Step:
    words = ("sign", storm.file(source), "--field", name, "--key", f"khoa/{who}.p12")
    return Step(words, lambda: _times(storm, source, Act.SIGNED) == times)


def _times(storm: Storm, source: str, act: Act) -> int:
    found = storm.last(source)
    return sum(one.act is act for one in found.entries) if found else 0


def _erased(storm: Storm, paper: Standing) -> bool:
    return any(one.erased for one in storm.papers() if one.paper == paper.paper)


def _letters(storm: Storm, number: int) -> None:
    """Let one letter be signed by pen, and one be changed in Word."""
    source, go = f"thu-{number}.yaml", storm.go
    for name in (source, f"sua-{number}.yaml"):
        text = f"kind: letter\nsymbol: T-VH\nwords: Thư {name}.\n"
        (storm.folder / name).write_text(text, encoding="utf-8")
    go(Step(("issue", "--by-hand", source), lambda: _times(storm, source, Act.PRINTED) > 0))
    go(Step(("issue", source, *_DAY), lambda: _times(storm, source, Act.ISSUED) == 1))
    if list((storm.folder / "cho-ky").glob("*.docx")):
        storm.findings.append(f"{source} lies in cho-ky still")
    scan = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Title"] = source
    pdf.save(scan)
    (storm.folder / "quet.pdf").write_bytes(scan.getvalue())
    paper = storm.last(source)
    assert paper
    go(Step(("sign", "--scan", "quet.pdf", paper.number), lambda: _times(storm, source, Act.SCANNED) == 1))
    edited = f"sua-{number}.yaml"
    storm.run(("build", edited, "-o", f"nhap-{number}"), None, fails=False)
    (draft,) = (storm.folder / f"nhap-{number}").glob("*.docx")
    _changed(draft)
    go(Step(("issue", edited, "--from", draft, *_DAY), lambda: storm.state(edited) is Act.ISSUED))


def _changed(paper: Path) -> None:
    with zipfile.ZipFile(paper) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "sôi nổi".encode(), "rất sôi nổi".encode()
    )
    with zipfile.ZipFile(paper, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _people(storm: Storm, source: str) -> None:
    names = [f"Người {place} của {source}" for place in range(3)]
    rows = "".join(f"  - {{name: {name}}}\n" for name in names)
    (storm.folder / source).write_text(f"kind: list\nfor_each: people\npeople:\n{rows}", encoding="utf-8")

    def all_stand(state: Act) -> bool:
        found = [one for one in storm.papers(source) if one.state is not Act.CANCELLED]
        return len(found) == len(names) and all(one.state is state for one in found)

    storm.go(Step(("issue", source, *_DAY), lambda: all_stand(Act.ISSUED)))
    files = [
        storm.folder / "ban-hanh" / one.told["files"]
        for one in storm.papers(source)
        if one.state is Act.ISSUED
    ]
    words = ("sign", *files, "--field", "signer", "--key", f"khoa/{CHAIR}.p12")
    storm.go(Step(words, lambda: all_stand(Act.SIGNED)))


def _books(storm: Storm, number: int) -> None:
    """Bring a register in, and copy the whole one."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản"])
    for each in range(1, _ROWS + 1):
        sheet.append([f"{each}/CU-{number}", "01/02/2025", f"văn bản cũ {each}"])
    book.save(storm.folder / f"cu-{number}.xlsx")

    def there() -> bool:
        return sum(one.number.series.name == f"CU-{number}" for one in storm.papers()) == _ROWS

    storm.go(Step(("register", "import", f"cu-{number}.xlsx"), there))
    copy = storm.folder / f"luu-{number}.db"

    def copied() -> bool:
        if not copy.exists():
            return False
        with open_registry(copy, write=False) as found, storm.office.reading() as registry:
            same = found.last() == registry.last() and not found.ailments()
        if not same:
            storm.findings.append("a copy is not whole")
        return same

    storm.go(Step(("register", "backup", copy), copied))
