"""Proving Word papers: LibreOffice lays them out, and its pages are held against what they should say."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from word import reworded

from reportgen.batch import Order, Prove, make_plan
from reportgen.batch.prove import prove
from reportgen.kinds import Shelf
from reportgen.model.artifact import Script
from reportgen.model.errors import RenderError
from reportgen.pipeline import produce
from reportgen.proof import unsound

ROOT = Path(__file__).parents[1]
SAMPLES = ("data/boi-duong-hai-phong/dot-1.yaml", "data/so-ket-van-khe/bien-ban.yaml")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")]


def test_long_papers_with_charts_photos_and_appendices_are_proven() -> None:
    order = Order(Shelf.usual(), dt.date(2025, 1, 1), ("docx",))
    documents = [make_plan(ROOT / sample, order).documents[0] for sample in SAMPLES]
    papers = [(one, produce(one.paper, "docx")) for one in documents]

    told = prove(papers, Prove.ALL)

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

    with pytest.raises(RenderError) as caught:
        prove([(document, replace(artifact, content=content))], Prove.SOME)

    (one,) = caught.value.diagnostics
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

    with pytest.raises(RenderError) as caught:
        prove([(document, replace(artifact, script=promised))], Prove.SOME)

    (one, *_) = caught.value.diagnostics
    assert one.code == "not-on-page"
    assert one.origin
    assert one.origin.file.endswith("minutes.docx")
    assert dict(one.values)["value"] == "năm trăm lẻ một"


def test_a_framed_paper_that_goes_on_behind_its_sheet_is_an_error_at_its_row(tmp_path: Path) -> None:
    heads = "Họ và tên;Ngày sinh;Chức vụ;Trường;Huyện, thị xã;Số mô đun hoàn thành;Kết quả"
    name = " ".join(["Công Tằng Tôn Nữ Ngọc Nguyệt Minh"] * 4)
    rows = [
        f"{who};12/03/1985;Giáo viên;Trường {who};huyện Vân Khê;10;hoàn thành" for who in ("Lò Thị Ban", name)
    ]
    (tmp_path / "participants.csv").write_text("\n".join([heads, *rows]), encoding="utf-8")
    source = tmp_path / "ca-nhan.yaml"
    source.write_bytes((ROOT / "data/chung-nhan/ca-nhan.yaml").read_bytes())
    order = Order(Shelf.usual(), dt.date(2025, 1, 1), ("docx",))
    papers = [(one, produce(one.paper, "docx")) for one in make_plan(source, order).documents]

    with pytest.raises(RenderError) as caught:
        prove(papers, Prove.ALL)

    (one,) = caught.value.diagnostics
    assert one.code == "second-sheet"
    assert str(one.origin) == f"{tmp_path}/participants.csv:3:1"
