"""Pen and stamp: printed blank once approved, numbered once signed, scanned; never said to be valid."""

import json
from pathlib import Path

import docx
import pikepdf
import pytest

from reportgen.audit.paper import open_paper
from reportgen.model.artifact import DOCX
from reportgen.readback import read_back
from tests.papers.issuing import DAY, change, die, run, told

KIND = """title: Biên bản
date: held_on
fields: {number: code, symbol: code, held_on: date, venue: text, chair: text}
register: {number: number, date: held_on, series: "{symbol}", sort: Biên bản}
approvals:
  chair: {role: Chủ tọa, who: "{chair}"}
signatures:
  chair: {role: Chủ tọa, who: "{chair}"}
outputs: {docx: bien-ban.docx}
file_name: bien-ban
"""
PLAIN = KIND.replace("""approvals:
  chair: {role: Chủ tọa, who: "{chair}"}
""", "")  # fmt: skip


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an office with minutes that nobody must approve, and some that the chair must."""
    monkeypatch.chdir(tmp_path)
    for name, kind in (("hop", PLAIN), ("hop-duyet", KIND)):
        folder = tmp_path / "templates" / name
        folder.mkdir(parents=True)
        (folder / "kind.yaml").write_text(kind, encoding="utf-8")
        template = docx.Document()
        template.add_paragraph("Số: {{ number|two_digits }}/{{ symbol }}, {{ held_on|long_date }}")
        template.add_paragraph(
            "Họp tại {{ venue }}. Chủ tọa: {{ chair }}{% if replaces %}. Thay thế {{ replaces }}{% endif %}"
        )
        template.save(str(folder / "bien-ban.docx"))
        data = f"kind: {name}\nsymbol: BB-P\nvenue: phòng họp\nchair: Lò Văn Bút\n"
        Path(f"{name}.yaml").write_text(data, encoding="utf-8")
    Path("offices.yaml").write_text("own: Phòng\noffices: [{name: Phòng}]\n", encoding="utf-8")
    return tmp_path


def said(paper: Path) -> str:
    return " ".join(read_back(paper.read_bytes(), DOCX).pieces)


def scan(name: str, pages: int) -> Path:
    """Make what a scanner makes: pages without a text."""
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page()
        made.save(name)
    return Path(name)


def test_a_paper_for_the_pen_is_blank_and_no_draft_and_gets_its_number_once_signed(office: Path) -> None:
    run("issue", "hop.yaml", "--by-hand")
    blank = office / "cho-ky" / "bien-ban.docx"
    printed = said(blank)
    (where,) = json.loads(run("status", "--format", "json"))["papers"]
    run("issue", "hop.yaml", "--number", "127", "--date", "24/11/2026")

    assert printed.startswith("Số: …………/BB-P, ngày … tháng … năm … ")
    assert "DỰ THẢO" not in printed
    assert where["state"] == "printed"
    assert not blank.exists()  # what is filed takes its place
    (paper,) = (office / "ban-hanh").rglob("*.docx")
    assert said(paper).startswith("Số: 127/BB-P, ngày 24 tháng 11 năm 2026")
    assert open_paper(paper).manifest.signers == ()  # nobody signs it by key
    (entry,) = told()
    assert [one["act"] for one in entry["entries"]] == ["printed", "reserved", "issued"]
    run("register", "verify")


def test_its_scan_is_filed_once_and_nobody_says_that_it_is_valid(office: Path) -> None:
    run("issue", "hop.yaml", "--by-hand")
    run("issue", "hop.yaml", *DAY)
    first = scan("a.pdf", 1)
    (paper,) = (office / "ban-hanh").rglob("*.docx")
    before = json.loads(run("verify", paper, "--format", "json", code=10))
    run("sign", "01/BB-P", "--scan", first)
    run("sign", paper, "--scan", first)
    run("sign", "1/BB-P", "--scan", scan("b.pdf", 2), code=4)
    after = json.loads(run("verify", paper, "--format", "json", code=10))

    assert before["files"][0]["verdict"] == after["files"][0]["verdict"] == "cannot tell"
    (entry,) = told()
    assert entry["state"] == "scanned"
    filed = office / "ban-hanh" / entry["told"]["scan"]
    assert filed.read_bytes() == first.read_bytes()
    run("register", "verify")
    filed.write_bytes(b"%PDF-1.4 another")
    run("register", "verify", code=10)


def test_what_was_signed_is_what_is_numbered(office: Path) -> None:
    run("issue", "hop.yaml", "--by-hand")
    data = Path("hop.yaml").read_text(encoding="utf-8")
    Path("hop.yaml").write_text(data.replace("phòng họp", "hội trường"), encoding="utf-8")
    run("issue", "hop.yaml", *DAY, code=4)
    assert told() == []
    run("issue", "hop.yaml", "--by-hand")
    run("issue", "hop.yaml", *DAY)

    (paper,) = (office / "ban-hanh").rglob("*.docx")
    assert "hội trường" in said(paper)


def test_nothing_is_printed_for_the_pen_before_it_is_approved(office: Path) -> None:
    run("issue", "hop-duyet.yaml", "--by-hand", code=4)
    run("submit", "hop-duyet.yaml", "--by", "Nông Văn Dền")
    run("issue", "hop-duyet.yaml", "--by-hand", code=4)
    assert not (office / "cho-ky" / "bien-ban.docx").exists()
    run("approve", "hop-duyet.yaml", "--by", "Lò Văn Bút")
    run("issue", "hop-duyet.yaml", "--by-hand")
    run("issue", "hop-duyet.yaml", *DAY)

    assert [one["number"] for one in told()] == ["01/BB-P"]
    run("register", "verify")


def test_the_chair_approves_the_minutes_as_he_changed_them_in_word(office: Path) -> None:
    """They go on to the pen, and to their number, from that file only."""
    run("build", "hop-duyet.yaml")
    edited = change(office / "out" / "bien-ban.docx", "phòng họp", "phòng họp lớn")
    run("submit", "hop-duyet.yaml", "--by", "Nông Văn Dền")
    run("approve", "hop-duyet.yaml", "--by", "Lò Văn Bút", "--from", edited)
    run("issue", "hop-duyet.yaml", "--by-hand", code=4)
    assert f"--from {edited}" in run("issue", "hop-duyet.yaml", "--by-hand", "--from", edited)
    assert said(office / "cho-ky" / "bien-ban.docx").startswith("Số: …………/BB-P")
    run("issue", "hop-duyet.yaml", *DAY, code=4)
    run("issue", "hop-duyet.yaml", "--from", edited, *DAY)

    (paper,) = (office / "ban-hanh").rglob("*.docx")
    assert said(paper) == "Số: 01/BB-P, ngày 22 tháng 11 năm 2026 Họp tại phòng họp lớn. Chủ tọa: Lò Văn Bút"
    run("register", "verify")


def test_what_replaces_another_is_printed_as_that_and_replaces_it_once_it_is_signed(office: Path) -> None:
    run("issue", "hop.yaml", *DAY)
    data = Path("hop.yaml").read_text(encoding="utf-8")
    Path("hop.yaml").write_text(data.replace("phòng họp", "hội trường"), encoding="utf-8")
    again = ("reissue", "hop.yaml", "--replaces", "01/BB-P")
    assert " ".join(map(str, again)) in run(*again, "--by-hand")
    blank = said(office / "cho-ky" / "bien-ban.docx")
    run("issue", "hop.yaml", *DAY, code=4)  # that would be another paper than the one that was signed
    run(*again, *DAY)

    assert blank.startswith("Số: …………/BB-P")
    assert "Thay thế Biên bản số 01/BB-P ngày 22 tháng 11 năm 2026" in blank
    assert [(one["number"], one["state"]) for one in told()] == [
        ("01/BB-P", "replaced"), ("02/BB-P", "issued"),
    ]  # fmt: skip
    run("register", "verify")


def test_a_run_that_died_while_it_numbered_what_was_signed_goes_on(office: Path) -> None:
    run("issue", "hop.yaml", "--by-hand")
    die("hop.yaml", *DAY)
    run("issue", "hop.yaml", *DAY)

    assert [(one["number"], one["state"]) for one in told()] == [("01/BB-P", "issued")]
    (paper,) = (office / "ban-hanh").rglob("*.docx")
    assert open_paper(paper).manifest.signers == ()
    run("register", "verify")
