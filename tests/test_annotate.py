"""Copies of workbooks with what is wrong in them as comments, to be mailed back."""

import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from typer.testing import CliRunner, Result

from reportgen.cli.app import app
from reportgen.model.book import REMARKS
from tests.helpers.cases import workbook
from tests.helpers.written import write_kind

KIND = """
fields:
  units:
    rows:
      school: {type: text, label: Trường}
      managers: {type: count, label: CBQL}
      trained: {type: count, label: Đã học, at_most: managers}
    key: school
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    write_kind(tmp_path, "k", KIND)
    return tmp_path


def annotate(office: Path, target: str, *files: str, language: str = "en") -> Result:
    sources = ", ".join(f"{{from: {file}}}" for file in files)
    data = office / "data.yaml"
    data.write_text(f"kind: k\nunits: [{sources}]\n", encoding="utf-8")
    where = ["--templates", str(office / "templates"), "--annotate", str(office / target)]
    return CliRunner().invoke(app, ["check", str(data), *where, "--lang", language])


def sent(office: Path, name: str, *rows: str) -> Path:
    """Put a workbook into the office, as a school sent it."""
    path = office / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(workbook(list(rows)))
    return path


def comments(path: Path) -> dict[str, str]:
    page: Any = openpyxl.load_workbook(path).worksheets[-1]
    return {cell.coordinate: cell.comment.text for row in page.iter_rows() for cell in row if cell.comment}


def values(path: Path) -> dict[str, list[list[Any]]]:
    return {
        page.title: [[cell.value for cell in row] for row in page.iter_rows()]
        for page in openpyxl.load_workbook(path)
        if page.title != REMARKS
    }


def test_each_complaint_is_a_comment_in_its_cell(office: Path) -> None:
    original = sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2", "Bản Đông | 2 | 3")

    result = annotate(office, "gop-y.xlsx", "a.xlsx", language="vi")

    said = comments(office / "gop-y.xlsx")
    assert set(said) == {"B2", "C3"}
    assert said["B2"].startswith("lỗi: CBQL: 'ba' không phải là số\nchỉ ghi chữ số")
    assert values(office / "gop-y.xlsx") == values(original)
    assert "gop-y.xlsx (mới): 2 góp ý" in result.stdout
    assert result.exit_code == 4


def test_a_first_sheet_lists_all_with_links(office: Path) -> None:
    sent(office, "a.xlsx", "! sheet Số liệu", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2")

    annotate(office, "gop-y.xlsx", "a.xlsx")

    page = openpyxl.load_workbook(office / "gop-y.xlsx").worksheets[0]
    assert page.title == REMARKS
    assert [page.cell(2, column).value for column in (1, 2)] == ["Số liệu!B2", "error"]
    link = page.cell(2, 1).hyperlink
    assert link is not None
    assert link.location == "'Số liệu'!B2"


def test_what_to_do_is_said_to_whoever_has_the_table_alone(office: Path) -> None:
    sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | 2 | 1", "Hoa Ban (sửa) | 3 | 2")

    printed = annotate(office, "gop-y.xlsx", "a.xlsx").stderr
    (said,) = comments(office / "gop-y.xlsx").values()

    assert 'beside "from:"' in printed
    assert "delete the row that does not count" in said
    assert "from:" not in said


def test_rows_of_the_list_are_as_high_as_what_is_in_them(office: Path) -> None:
    sent(office, "a.xlsx", "Trường | CBQL | Đã học", f"Hoa Ban | {'ba ' * 200} | 2")

    annotate(office, "gop-y.xlsx", "a.xlsx")
    listed: Any = openpyxl.load_workbook(office / "gop-y.xlsx").worksheets[0]

    assert listed.row_dimensions[2].height >= 15 * 600 / 70


def test_several_complaints_of_a_cell_stand_below_what_others_wrote(office: Path) -> None:
    path = sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | 2 | 3", "Hoa Ban | 2 | 1")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C2"].comment = Comment("Cô Lan đã hỏi", "Lan")
    book.save(path)

    annotate(office, "gop-y.xlsx", "a.xlsx")

    said = comments(office / "gop-y.xlsx")
    assert said["C2"].startswith("Cô Lan đã hỏi\n\nerror: ")
    assert len(said) == 2


def test_formulas_stay_formulas_and_texts_stay_texts(office: Path) -> None:
    path = sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2")
    book = openpyxl.load_workbook(path)
    page: Any = book.worksheets[0]
    page["A3"], page["B3"], page["C3"] = "=1+1", "=1+1", 1
    page["A3"].data_type = "s"
    book.save(path)

    annotate(office, "gop-y.xlsx", "a.xlsx")

    copied: Any = openpyxl.load_workbook(office / "gop-y.xlsx").worksheets[-1]
    assert [(copied[cell].value, copied[cell].data_type) for cell in ("A3", "B3")] == [
        ("=1+1", "s"),
        ("=1+1", "f"),
    ]
    remarks: Any = openpyxl.load_workbook(office / "gop-y.xlsx").worksheets[0]
    assert {cell.data_type for row in remarks.iter_rows() for cell in row} <= {"s", "n"}


def test_a_text_file_becomes_a_workbook_of_texts(office: Path) -> None:
    (office / "a.csv").write_text(
        'Danh sách\nTrường;CBQL;Đã học\n"Hoa\nBan";003;2\n=1+1;2;ba\nCộng;5;2\n', encoding="utf-8"
    )

    annotate(office, "gop-y.xlsx", "a.csv")

    page: Any = openpyxl.load_workbook(office / "gop-y.xlsx").worksheets[-1]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["Trường", "CBQL", "Đã học"],
        ["Hoa\nBan", "003", "2"],
        ["=1+1", "2", "ba"],
        ["Cộng", "5", "2"],
    ]
    assert page["A3"].data_type == "s"
    assert list(comments(office / "gop-y.xlsx")) == ["C3"]


def test_several_files_go_into_a_folder(office: Path) -> None:
    sent(office, "nop/a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2")
    sent(office, "nop/b.xlsx", "Trường | CBQL | Đã học", "Bản Đông | 2 | hai")
    sent(office, "nop/c.xlsx", "Trường | CBQL | Đã học", "Suối Bạc | 2 | 2")

    assert annotate(office, "gop-y.xlsx", "nop/a.xlsx", "nop/b.xlsx", "nop/c.xlsx").exit_code == 7
    assert not (office / "gop-y.xlsx").exists()
    annotate(office, "gop-y", "nop/a.xlsx", "nop/b.xlsx", "nop/c.xlsx")

    assert {path.name: list(comments(path)) for path in sorted((office / "gop-y").glob("*.xlsx"))} == {
        "a.xlsx": ["B2"],
        "b.xlsx": ["C2"],
    }


def test_no_file_is_overwritten_least_of_all_the_original(office: Path) -> None:
    path = sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2")
    before = path.read_bytes()

    result = annotate(office, "a.xlsx", "a.xlsx")

    assert result.exit_code == 7
    assert result.stderr.index("not-a-number") < result.stderr.index("file-exists")
    assert "1 of 1 data file failed" in result.stdout
    assert path.read_bytes() == before


def test_a_copy_that_comes_back_is_read_without_its_remarks(office: Path) -> None:
    sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2")
    annotate(office, "gop-y.xlsx", "a.xlsx")
    book = openpyxl.load_workbook(office / "gop-y.xlsx")
    book.worksheets[-1]["B2"] = 3
    book.save(office / "lan-2.xlsx")

    result = annotate(office, "gop-y-2.xlsx", "lan-2.xlsx")

    assert result.exit_code == 0
    assert "[sheet-not-used]" in result.stderr
    assert "no copy is written" in result.stdout


def test_what_a_copy_cannot_keep_is_named(office: Path) -> None:
    shape = '<xdr:wsDr xmlns:xdr="x"><xdr:sp macro=""/></xdr:wsDr>'
    sent(
        office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2",
        f"! part xl/drawings/drawing7.xml {shape}", "! part xl/pivotTables/pivotTable1.xml <x/>",
    )  # fmt: skip

    result = annotate(office, "gop-y.xlsx", "a.xlsx")

    assert "is without its pivot tables, text boxes and shapes" in " ".join(result.stderr.split())


def test_a_copy_is_the_same_tomorrow(office: Path) -> None:
    sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2")

    for name in ("1.xlsx", "2.xlsx"):
        annotate(office, name, "a.xlsx")

    assert (office / "1.xlsx").read_bytes() == (office / "2.xlsx").read_bytes()


@pytest.mark.slow
def test_libreoffice_shows_the_comments_and_calculates_the_formulas(office: Path) -> None:
    path = sent(office, "a.xlsx", "Trường | CBQL | Đã học", "Hoa Ban | ba | 2", "Bản Đông | 2 | 1")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D1"], book.worksheets[0]["D2"] = "Tính", "=SUM(C2:C3)"
    book.save(path)
    converted = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(office / 'profile').as_uri()}",
        "--convert-to",
    ]
    subprocess.run([*converted, "xlsx", "--outdir", office / "calculated", path], check=True)

    annotate(office, "gop-y.xlsx", "calculated/a.xlsx")
    subprocess.run([*converted, "ods", "--outdir", office, office / "gop-y.xlsx"], check=True)

    with zipfile.ZipFile(io.BytesIO((office / "gop-y.ods").read_bytes())) as archive:
        shown = archive.read("content.xml").decode()
    said = re.findall(r"<office:annotation .*?</office:annotation>", shown, re.DOTALL)
    assert ["'ba' is not a number" in one.replace("&apos;", "'") for one in said] == [True]
    assert re.search(r'of:=SUM\(\[\.C2:\.C3\]\)"[^>]*office:value="3"', shown)
