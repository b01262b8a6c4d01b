"""What is wrong in a workbook that is a whole document is told at its cell."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.kinds import Shelf
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from reportgen.study import examine
from tests.helpers.cases import workbook
from tests.workbooks.documents import (
    ROOT,
    SHELF,
    a_report,
    example_of,
    figures,
    in_workbook,
    said,
)

# --- what is wrong is told at its cell ----------------------------------------------------------------------

FACTS = """
! sheet Thông tin
Mục | Nội dung | Cách ghi
Loại văn bản | minutes
Tên cuộc họp | Họp tháng 10
"""


def told(folder: Path, text: str) -> dict[str, str]:
    """Play a workbook: the codes of what is wrong or to know, by cell."""
    (folder / "b.xlsx").write_bytes(workbook([line for line in text.splitlines() if line]))
    try:
        notes = examine(folder / "b.xlsx", SHELF).notes
    except DataError as error:
        notes = error.diagnostics
    return {place(note): note.code for note in notes if note.severity != "missing"}


def dataset_of(folder: Path, text: str) -> Dataset:
    """Read a workbook with nothing wrong in it."""
    assert told(folder, text) == {}
    return examine(folder / "b.xlsx", SHELF).dataset


def place(note: Diagnostic) -> str:
    assert note.origin
    return f"{note.origin.sheet}!{note.origin.cell}"


def test_all_mistakes_of_a_workbook_are_told_at_once_each_at_its_cell(tmp_path: Path) -> None:
    text = f"""{FACTS}
Ngày bắt đầu | 31/9/2025
Giờ bắt đầu | 25h00
Địa diểm họp | Phòng họp
! sheet Biểu quyết
Nội dung biểu quyết | Tán thành | Không tán thành | Ý kiến khác
Kế hoạch | 12.5 | 0 | 0
! sheet Kết luận
Người thực hiện | Việc phải làm | Hạn
Tổ mẫu giáo | nộp kế hoạch | 2025
! sheet Nơi nhạn
Nơi nhận
UBND xã
"""
    assert told(tmp_path, text) == {
        "Thông tin!A6": "unknown-key",
        "Nơi nhạn!A1": "sheet-unknown",
        "Thông tin!B4": "no-such-day",
        "Thông tin!B5": "not-a-time",
        "Biểu quyết!B2": "not-a-count",
        "Kết luận!C2": "date-incomplete",
    }


def test_a_cell_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    text = f"""{FACTS}
! sheet Biểu quyết
Nội dung biểu quyết | Tán thành | Không tán thành | Ý kiến khác
Kế hoạch | #N/A | 0 | 0
"""
    (tmp_path / "b.xlsx").write_bytes(workbook([line for line in text.splitlines() if line]))

    with pytest.raises(DataError) as caught:
        examine(tmp_path / "b.xlsx", SHELF)

    assert [(one.code, place(one)) for one in caught.value.diagnostics] == [("cell-error", "Biểu quyết!B2")]


def test_what_is_missing_is_told_at_the_cell_that_waits_for_it(tmp_path: Path) -> None:
    text = f"{FACTS}Địa điểm |\n! sheet Chương trình\nSTT | Nội dung\n1 |"
    assert told(tmp_path, text) == {}
    notes = examine(tmp_path / "b.xlsx", SHELF).notes
    missing = {place(note) for note in notes if note.severity == "missing"}

    assert {"Thông tin!B4", "Thông tin!A1", "Chương trình!B2"} <= missing


def test_cells_that_excel_made_dates_times_and_numbers_of_are_read_as_such(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    facts = book.worksheets[0]
    rows = (
        ["Loại văn bản", "minutes"],
        ["Ngày bắt đầu", dt.date(2025, 10, 3)],
        ["Giờ bắt đầu", dt.time(14)],
    )
    for row in (*rows, ["Số bản", 2], ["Số văn bản", 7]):
        facts.append(row)
    facts["B5"].number_format = "00"
    book.save(tmp_path / "b.xlsx")
    values = examine(tmp_path / "b.xlsx", SHELF).dataset.values

    assert (values["begins_on"], values["begins_at"]) == (dt.date(2025, 10, 3), dt.time(14))
    assert (values["copies"], values["number"]) == (2, "07")


AGENDA = """
! sheet Chương trình
STT | Nội dung | Ý kiến: Người nêu | Ý kiến: Nội dung | Kết quả thảo luận
1 | Sơ kết | Tổ mẫu giáo | thêm đồ dùng |
 | | Tổ nhà trẻ | thêm sách | nhất trí
2 | Kế hoạch | | |
"""


def test_rows_without_a_number_go_on_with_the_item_above(tmp_path: Path) -> None:
    found = dataset_of(tmp_path, FACTS + AGENDA)
    values: Any = found.values
    first, second = values["agenda"]

    assert [one["who"] for one in first["opinions"]] == ["Tổ mẫu giáo", "Tổ nhà trẻ"]
    assert (first["decision"], second["title"], second["opinions"]) == ("nhất trí", "Kế hoạch", None)
    assert str(found.sources.nearest(("agenda", 0, "opinions", 1, "says"))).endswith("Chương trình!D3")
    assert str(found.sources.nearest(("agenda", 0, "decision"))).endswith("Chương trình!E3")


def test_two_items_with_one_number_are_told_at_their_numbers(tmp_path: Path) -> None:
    again = AGENDA.replace("2 | Kế hoạch", "1 | Kế hoạch")
    assert told(tmp_path, FACTS + again) == {"Chương trình!A4": "item-number-twice"}
    same = AGENDA.replace(" | | Tổ nhà trẻ", "1 | Sơ kết | Tổ nhà trẻ")
    assert told(tmp_path, FACTS + same) == {}


def test_cells_may_be_merged_over_the_rows_of_one_item_and_nowhere_else(tmp_path: Path) -> None:
    assert told(tmp_path, f"{FACTS}{AGENDA}! merge A2:A3\n! merge B2:B3") == {}
    assert told(tmp_path, f"{FACTS}{AGENDA}! merge D2:D3") == {"Chương trình!D2": "merged-cells"}


def test_hidden_rows_of_facts_and_lists_are_told(tmp_path: Path) -> None:
    listed = "! sheet Nơi nhận\nNơi nhận\nUBND xã\nLưu\n! hide row 3"

    assert told(tmp_path, f"{FACTS}! hide row 3\n{listed}") == {
        "Thông tin!A3": "hidden-row",
        "Nơi nhận!A3": "hidden-row",
    }


def test_headings_are_known_by_label_or_name_in_any_order_and_spelling(tmp_path: Path) -> None:
    lists = "! sheet conclusions\nDUE | việc  phải làm | who\n10/10/2025 | nộp kế hoạch | Tổ mẫu giáo"
    values: Any = dataset_of(tmp_path, FACTS + lists).values

    assert values["conclusions"][0] == {
        "who": "Tổ mẫu giáo",
        "what": "nộp kế hoạch",
        "due": dt.date(2025, 10, 10),
    }


@pytest.mark.parametrize("column", [1, 2, 3])
def test_a_column_put_in_beside_the_facts_moves_their_cells_only(column: int, tmp_path: Path) -> None:
    path = in_workbook(example_of("minutes"), tmp_path / "a.xlsx")
    before, book = examine(path, SHELF), openpyxl.load_workbook(path)
    sheet = book["Thông tin"]
    sheet.insert_cols(column)
    sheet.cell(6, column).value = "hỏi lại cô Hà"
    book.save(path)
    after = examine(path, SHELF)

    assert said(after.dataset) == said(before.dataset)
    assert {place(note) for note in before.notes if note.severity == "missing"} == {"Thông tin!B6"}
    assert {(note.code, place(note)) for note in after.notes if note.severity in {"missing", "note"}} == {
        ("missing", f"Thông tin!{'B' if column == 3 else 'C'}6"),
        ("cells-not-used", f"Thông tin!{'ABC'[column - 1]}6"),
    }


def test_what_is_typed_over_the_advice_beside_a_fact_is_told(tmp_path: Path) -> None:
    """Everybody slips into the next column once; the cell below has the advice that it always had."""
    path = in_workbook(example_of("minutes"), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book["Thông tin"]["C7"].value = "Báo Giáo dục"
    book.save(path)

    found = [(note.code, place(note)) for note in examine(path, SHELF).notes if note.severity == "note"]
    assert ("cells-not-used", "Thông tin!C7") in found
    assert len([code for code, _ in found if code == "cells-not-used"]) == 1


def test_a_row_that_names_the_kind_elsewhere_is_pointed_at(tmp_path: Path) -> None:
    facts = "! sheet Thông tin\n | Tên mục | Giá trị\n | Loại văn bản | minutes"
    (tmp_path / "b.xlsx").write_bytes(workbook(facts.splitlines()))

    with pytest.raises(DataError) as caught:
        examine(tmp_path / "b.xlsx", SHELF)

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "workbook-without-facts"
    assert [origin.cell for _, origin in diagnostic.related] == ["B2"]


def test_pairs_are_found_below_their_headings_wherever_these_stand(tmp_path: Path) -> None:
    claims = "! sheet Số đã công bố\nTháng 10\nGhi chú | Số liệu | Số đã công bố\n | Tổng số có mặt | x"

    assert told(tmp_path, FACTS + claims) == {"Số đã công bố!C3": "not-a-number"}


def test_earlier_rounds_may_be_workbooks(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data/boi-duong-hai-phong", tmp_path / "data")
    text = examine(tmp_path / "data/dot-2.yaml", SHELF)
    in_workbook(tmp_path / "data/dot-1.yaml", tmp_path / "data/dot-1.xlsx")
    second = tmp_path / "data/dot-2.yaml"
    second.write_text(
        second.read_text(encoding="utf-8").replace("dot-1.yaml", "dot-1.xlsx"), encoding="utf-8"
    )
    book = examine(in_workbook(second, tmp_path / "data/dot-2.xlsx"), SHELF)

    assert said(book.dataset)["earlier"] == said(text.dataset)["earlier"]
    assert figures(book) == figures(text)


def test_the_report_of_a_unit_below_may_be_a_workbook(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data/boi-duong-hai-phong", tmp_path / "data")
    text = examine(tmp_path / "data/dot-1.yaml", SHELF)
    below = tmp_path / "data/le-chan/dot-1.yaml"
    in_workbook(below, below.with_suffix(".xlsx"))
    whole = tmp_path / "data/dot-1.yaml"
    whole.write_text(
        whole.read_text(encoding="utf-8").replace("n/dot-1.yaml", "n/dot-1.xlsx"), encoding="utf-8"
    )
    book = examine(whole, SHELF)

    assert "le-chan/dot-1.xlsx" in whole.read_text(encoding="utf-8")
    assert figures(book) == figures(text)


def test_a_claim_is_told_at_its_cell(tmp_path: Path) -> None:
    claims = "! sheet Thành phần tham dự\nThành phần | Được mời | Có mặt\nGiáo viên | 25 | 24\n"
    claims += "! sheet Số đã công bố\nSố liệu | Số đã công bố\nTỷ lệ có mặt | 97%\npresent | 24"

    assert told(tmp_path, FACTS + claims) == {"Số đã công bố!B2": "claim-differs"}


def test_a_wish_for_one_document_each_may_be_wrong(tmp_path: Path) -> None:
    text = "! sheet Thông tin\nLoại văn bản | school-certificate\n"
    text += "Làm riêng cho từng | Danh sách học viên: Trường học"

    assert told(tmp_path, text)["Thông tin!B2"] == "wrong-for-each"


def test_corrections_and_files_stand_on_sheets_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "hoc-vien.csv").write_text(
        'Họ và tên,Ngày sinh,Chức vụ,Trường,"Huyện, thị xã",Số mô đun hoàn thành,Kết quả\n'
        "Vàng Thị Mỷ,02/4/1980,Hiệu trưởng,Hoa Ban,Suối Bạc,3,hoàn thành\n", encoding="utf-8"
    )  # fmt: skip
    text = """! sheet Thông tin
Loại văn bản | school-certificate
Số mô đun của chương trình | 4
! sheet Lấy từ tệp
Bảng | Tệp
Danh sách học viên | hoc-vien.csv
! sheet Đính chính
Vị trí | Giá trị cũ | Giá trị mới | Người báo | Ngày | Lý do
hoc-vien.csv:2:Số mô đun hoàn thành | 3 | 4 | cô Hà | 14/5/2025 | gõ nhầm
"""
    assert told(tmp_path, text) == {}
    table = examine(tmp_path / "b.xlsx", SHELF).dataset.tables["participants"]
    assert list(table.columns["modules_completed"].values) == [4]
    assert (
        told(tmp_path, text.replace("hoc-vien.csv\n", "hoc-vien2.csv\n"))["Lấy từ tệp!B2"] == "graft-missing"
    )
    assert told(tmp_path, text.replace("Danh sách học", "Danh sách"))["Lấy từ tệp!A2"] == "unknown-key"


def noted(folder: Path, text: str) -> dict[str, Diagnostic]:
    """Play a workbook of `a_report`: what is wrong or to know, by cell."""
    (folder / "b.xlsx").write_bytes(workbook([line for line in text.splitlines() if line]))
    try:
        notes = examine(folder / "b.xlsx", Shelf([folder])).notes
    except DataError as error:
        notes = error.diagnostics
    return {place(note): note for note in notes}


UNITS = """! sheet Thông tin
Loại văn bản | report
! sheet Các đơn vị
Trường | CBQL
Hòa Bình | 12
Hoà Bình | 3
"""
COUNTS = "! sheet Cách viết tên\nTên ghi trong bảng | Tên được dùng\n"


def test_a_sheet_says_which_spelling_counts_as_the_hint_tells(tmp_path: Path) -> None:
    a_report(tmp_path)
    split = noted(tmp_path, UNITS)
    assert {cell: note.code for cell, note in split.items()} == {"Các đơn vị!A3": "spelled-otherwise"}
    for name in ("Cách viết tên", "Tên ghi trong bảng", "Tên được dùng"):
        assert f"'{name}'" in split["Các đơn vị!A3"].hint

    assert noted(tmp_path, UNITS + COUNTS + "Hoà Bình | Hòa Bình") == {}
    table = examine(tmp_path / "b.xlsx", Shelf([tmp_path])).dataset.tables["units"]
    assert list(table.columns["school"].values) == ["Hòa Bình", "Hòa Bình"]


def test_mistakes_about_spellings_are_told_at_their_cells(tmp_path: Path) -> None:
    a_report(tmp_path)
    rows = "Hoà Bình | Hòa Bình\nLê Lợi | LÊ LỢI\nHoà Bình | Hòa Bình\nSao Mai | \n | Mầm non"
    notes = noted(tmp_path, UNITS + COUNTS + rows)

    assert {cell: note.code for cell, note in notes.items()} == {
        "Cách viết tên!A4": "fact-twice",
        "Cách viết tên!B5": "spelling-half",
        "Cách viết tên!A6": "spelling-half",
    }
    unused = noted(tmp_path, UNITS + COUNTS + "Hoà Bình | Hòa Bình\nLê Lợi | LÊ LỢI")
    assert {cell: note.code for cell, note in unused.items()} == {"Cách viết tên!A3": "same-as-unused"}
    assert noted(tmp_path, UNITS + COUNTS.replace("được dùng", "khác") + rows)["Cách viết tên!A1"].code == (
        "missing-column"
    )
