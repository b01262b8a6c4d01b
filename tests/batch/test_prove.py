"""Proving Word papers: LibreOffice lays them out, and its pages are held against what they should say."""

import datetime as dt
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.batch import Document, Order, Prove, build, make_plan
from reportgen.batch.prove import Proof, prove
from reportgen.kinds import Shelf
from reportgen.model.artifact import Artifact, Script
from reportgen.model.diagnostics import Diagnostic
from reportgen.pipeline import produce
from reportgen.proof import unsound
from tests.helpers.word import reworded

ROOT = Path(__file__).parents[2]
SAMPLES = ("data/boi-duong-hai-phong/dot-1.yaml", "data/so-ket-van-khe/bien-ban.yaml")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")]


def wrong(proof: Proof) -> list[Diagnostic]:
    assert not proof.notes
    return [one for found in proof.faults.values() for one in found]


def test_long_papers_with_charts_photos_and_appendices_are_proven() -> None:
    order = Order(Shelf.usual(), dt.date(2025, 1, 1), ("docx",))
    documents = [make_plan(ROOT / sample, order).documents[0] for sample in SAMPLES]
    papers = [(one, produce(one.paper, "docx")) for one in documents]

    told = prove(papers, Prove.ALL).notes

    assert [(one.code, dict(one.values)["count"]) for one in told] == [
        ("papers-proven", "2"),
        ("files-proven", "2"),
    ]


def test_what_the_press_puts_where_word_has_no_place_for_it_is_an_error_at_its_paragraph() -> None:
    order = Order(Shelf.usual(), dt.date(2025, 1, 1), ("docx",))
    document = make_plan(ROOT / SAMPLES[1], order).documents[0]
    artifact = produce(document.paper, "docx")
    content = reworded(
        artifact.content, '<w:pStyle w:val="TenLoai"/>', '<w:jc w:val="left"/><w:pStyle w:val="TenLoai"/>'
    )

    (one,) = wrong(prove([(document, replace(artifact, content=content))], Prove.SOME))
    assert (one.code, str(one.origin)) == ("file-unfit", f"{document.name}: body, paragraph 1")


def test_what_the_template_has_too_is_passed_over() -> None:
    before = (ROOT / "templates/minutes/minutes.docx").read_bytes()
    foreign = reworded(before, "<w:cantSplit/>", '<w:cantSplit w:val="true"/>')

    assert unsound(before) == unsound(foreign, foreign) == []
    assert unsound(foreign, before)


def test_a_word_that_the_pages_do_not_show_is_an_error_at_the_template() -> None:
    order = Order(Shelf.usual(), dt.date(2025, 1, 1), ("docx",))
    document = make_plan(ROOT / SAMPLES[1], order).documents[0]
    artifact = produce(document.paper, "docx")
    promised = Script([*artifact.script.pieces[:10], ("năm trăm lẻ một", True), *artifact.script.pieces[10:]])

    (one, *_) = wrong(prove([(document, replace(artifact, script=promised))], Prove.SOME))
    assert one.code == "not-on-page"
    assert one.origin
    assert one.origin.file.endswith("minutes.docx")
    assert dict(one.values)["value"] == "năm trăm lẻ một"


@pytest.mark.parametrize("keep_going", [False, True])
def test_a_framed_paper_that_goes_on_behind_its_sheet_is_an_error_at_its_row_and_is_not_written(
    tmp_path: Path, *, keep_going: bool
) -> None:
    heads = "Họ và tên;Ngày sinh;Chức vụ;Trường;Huyện, thị xã;Số mô đun hoàn thành;Kết quả"
    name = " ".join(["Công Tằng Tôn Nữ Ngọc Nguyệt Minh"] * 4)
    rows = [
        f"{who};12/03/1985;Giáo viên;Trường {who};huyện Vân Khê;10;hoàn thành" for who in ("Lò Thị Ban", name)
    ]
    (tmp_path / "participants.csv").write_text("\n".join([heads, *rows]), encoding="utf-8")
    source = tmp_path / "ca-nhan.yaml"
    source.write_bytes((ROOT / "data/chung-nhan/ca-nhan.yaml").read_bytes())
    order = Order(
        Shelf.usual(), dt.date(2025, 1, 1), ("docx",), tmp_path / "out", prove=Prove.ALL, workers=2,
        keep_going=keep_going,
    )  # fmt: skip

    (outcome,) = build([source], order).outcomes

    assert outcome.error is not None
    (one,) = outcome.error.diagnostics
    assert one.code == "second-sheet"
    assert str(one.origin) == f"{tmp_path}/participants.csv:3:1"
    assert outcome.lost[1,] == [one]
    assert [made.document.key for made in outcome.made] == ([(0,)] if keep_going else [])


# --- veraPDF: not to be had where these tests run, so a script stands in that answers in its format ---------

VERAPDF = """\
#!/usr/bin/env python3
import sys
flavour = sys.argv[sys.argv.index("--flavour") + 1]
print('<?xml version="1.0" encoding="utf-8"?><report><jobs>')
for name in sys.argv[sys.argv.index("--flavour") + 2:]:
    assert open(name, "rb").read(5) == b"%PDF-"
    rule = ('<rule specification="ISO 19005-3:2012" clause="6.2.11.4.1" testNumber="1" status="{status}">'
            "<description>The font programs shall be embedded</description></rule>")
    print(f'<job><item size="1"><name>{name}</name></item><validationReport isCompliant="x"><details>')
    print(rule.format(status="failed" if flavour == "3a" and FAILS else "passed"))
    print("</details></validationReport></job>")
print("</jobs></report>")
"""


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    folder.mkdir()
    (folder / "verapdf").write_text(script)
    (folder / "verapdf").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module")
def pdf() -> tuple[Document, Artifact]:
    order = Order(Shelf.usual(), dt.date(2025, 1, 1), ("pdf",))
    document = make_plan(ROOT / SAMPLES[1], order).documents[0]
    return document, produce(document.paper, "pdf")


def test_verapdf_is_asked_where_it_is_installed(
    pdf: tuple[Document, Artifact], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [dict(one.values)["standard"] for one in prove([pdf], Prove.SOME).notes] == ["PDF/A-3a, PDF/UA-1"]

    stand_in(tmp_path / "bin", monkeypatch, VERAPDF.replace("FAILS", "False"))
    told = [dict(one.values)["standard"] for one in prove([pdf, pdf], Prove.SOME).notes]
    assert told == ["PDF/A-3a, PDF/UA-1", "PDF/A-3a, PDF/UA-1 (veraPDF)"]


def test_what_verapdf_finds_is_an_error_of_the_paper(
    pdf: tuple[Document, Artifact], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, VERAPDF.replace("FAILS", "True"))

    (one,) = wrong(prove([pdf], Prove.SOME))
    assert one.code == "file-unfit"
    assert "ISO 19005-3:2012 6.2.11.4.1" in one.message


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 2\n", "#!/bin/sh\necho '<report><jobs/></report>'\n"])
def test_a_verapdf_that_does_not_answer_proves_nothing(
    pdf: tuple[Document, Artifact], script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path / "bin", monkeypatch, script)

    assert [one.code for one in prove([pdf], Prove.SOME).notes] == ["files-proven", "files-unproven"]
