"""A workbook is a whole document: what its kind lays out, people fill in, and every value has its cell."""

import datetime as dt
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.batch import Order, build
from reportgen.cli.app import app
from reportgen.kinds import Shelf, read_kind
from reportgen.load import load_yaml_mapping
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from reportgen.model.kind import Kind
from reportgen.model.manifest import Entry, Manifest
from reportgen.model.manifest_text import read_manifest
from reportgen.readback.manifest import carried
from reportgen.study import Study, examine
from reportgen.workbooks import form
from tests.helpers.cases import workbook

ROOT = Path(__file__).parents[2]
KINDS = sorted(path.name for path in (ROOT / "templates").iterdir() if path.is_dir())
SAMPLES = [
    path.relative_to(ROOT) for path in sorted((ROOT / "data").rglob("*.yaml")) if path.name != "offices.yaml"
]
DAY = dt.date(2026, 1, 1)
SHELF = Shelf([ROOT / "templates"])
SOFFICE = shutil.which("soffice")


def kind_called(name: str) -> Kind:
    return read_kind(ROOT / "templates" / name)


def example_of(name: str) -> Path:
    return next((ROOT / "templates" / name / "examples").glob("*.yaml"))


def in_workbook(data: Path, target: Path) -> Path:
    """Write a data file as a workbook."""
    values = load_yaml_mapping(data).values
    target.write_bytes(form(kind_called(str(values["kind"])), values, target.name))
    return target


def said(dataset: Dataset) -> dict[str, Any]:
    """All that a dataset says, without the places."""
    return {
        "kind": dataset.kind,
        "values": dataset.values,
        "given": dataset.given,
        "tables": {
            name: {column: list(cells.values) for column, cells in table.columns.items()}
            for name, table in dataset.tables.items()
        },
        "claims": {(claim.path, claim.text, claim.value, claim.places) for claim in dataset.claims},
        "assumed": dataset.assumed,
        "for_each": dataset.for_each and (dataset.for_each.of, dataset.for_each.by),
        "earlier": [said(one) for one in dataset.earlier],
    }


def figures(found: Study) -> dict[str, object]:
    return {name: figure.value for name, figure in found.figures.named.items()}


# --- there and back -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_the_example_of_a_kind_says_the_same_in_a_workbook(name: str, tmp_path: Path) -> None:
    text, book = examine(example_of(name), SHELF), in_workbook(example_of(name), tmp_path / "a.xlsx")

    assert said(examine(book, SHELF).dataset) == said(text.dataset)
    assert figures(examine(book, SHELF)) == figures(text)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_a_data_file_says_the_same_in_a_workbook(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    text = examine(tmp_path / sample, SHELF)
    book = examine(in_workbook(tmp_path / sample, (tmp_path / sample).with_suffix(".xlsx")), SHELF)

    assert said(book.dataset) == said(text.dataset)
    assert figures(book) == figures(text)
    assert sorted(note.code for note in book.notes) == sorted(note.code for note in text.notes)


@pytest.mark.parametrize("name", KINDS)
def test_the_documents_are_the_same_but_for_where_their_data_stood(name: str, tmp_path: Path) -> None:
    text = Path(shutil.copy(example_of(name), tmp_path / "a.yaml"))
    book = in_workbook(text, tmp_path / "a.xlsx")
    made = {}
    for data in (text, book):
        folder = tmp_path / data.suffix[1:]
        build([data], Order(SHELF, DAY, (), folder))
        made[data] = {
            path.relative_to(folder): [*PRINTED[path.suffix](path), without_places(path)]
            for path in folder.rglob("*.*")
            if ".reportgen" not in str(path)
        }

    assert made[book]
    assert made[book] == made[text]


def parts_of_word(path: Path) -> list[object]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.startswith("customXml/")]
        return [(name, archive.read(name)) for name in names]


def pages_of_pdf(path: Path) -> list[object]:
    with pikepdf.open(path) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages]


PRINTED = {".docx": parts_of_word, ".pdf": pages_of_pdf}
MEDIA = {".docx": DOCX, ".pdf": PDF}


def without_places(path: Path) -> Manifest:
    """The manifest of a paper, without the name of its data file and the places in it."""
    found = carried(path.read_bytes(), MEDIA[path.suffix])
    assert found is not None
    manifest, _ = read_manifest(found.text)
    figures = tuple(
        replace(figure, entries=tuple(without_rows(entry) for entry in figure.entries))
        for figure in manifest.figures
    )
    return replace(manifest, maker=replace(manifest.maker, source=""), figures=figures)


def without_rows(entry: Entry) -> Entry:
    return replace(entry, aggregates=tuple(replace(one, first="", last="") for one in entry.aggregates))


@pytest.mark.parametrize("name", KINDS)
def test_a_blank_workbook_is_wrong_in_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(form(kind_called(name), {}, "a.xlsx"))
    notes = examine(tmp_path / "a.xlsx", SHELF).notes

    assert {str(note.severity) for note in notes} == {"missing"}
    assert all(note.origin and note.origin.cell for note in notes)


WORDS = st.sampled_from((
    "Tổ", "mẫu", "giáo", "đề", "nghị", "thêm", "Đồ", "dùng", "07", "2.960", "3/4", "=1+1", "-5", "+84", "@",
    "'", '"', "#", ",", ":", "…",
))  # fmt: skip
LINES = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: " ".join([*words, "Tổ"]))
"""Texts that do not end with a sign which the form sets behind them."""

OPINION = st.fixed_dictionaries({"who": LINES, "says": LINES})
ITEM = st.fixed_dictionaries(
    {"title": LINES},
    optional={
        "presenter": LINES,
        "decision": LINES,
        "report": st.lists(LINES, min_size=1, max_size=3),
        "opinions": st.lists(OPINION, min_size=1, max_size=3),
    },
)


@settings(max_examples=25, deadline=None)
@given(agenda=st.lists(ITEM, min_size=1, max_size=4))
def test_lists_in_lists_come_back_as_they_were(
    agenda: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = tmp_path_factory.mktemp("book") / "a.xlsx"
    book.write_bytes(form(kind_called("minutes"), {"agenda": agenda}, "a.xlsx"))
    read = examine(book, SHELF).dataset.values["agenda"]

    assert isinstance(read, tuple)
    kept = [{key: value for key, value in item.items() if value is not None} for item in read]
    assert kept == [{key: fixed(value) for key, value in item.items()} for item in agenda]


def fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


# --- the workbook itself ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_no_cell_is_a_formula_and_the_same_kind_gives_the_same_bytes(name: str) -> None:
    values = {**load_yaml_mapping(example_of(name)).values, "office": "=1+1", "parent": "@SUM(A1)"}
    made = form(kind_called(name), values, "a.xlsx")

    assert form(kind_called(name), values, "a.xlsx") == made
    assert {cell.data_type for cell in cells_of(made)} <= {"s", "n", "inlineStr"}


def cells_of(content: bytes) -> list[Any]:
    import io  # noqa: PLC0415

    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]


def test_the_command_line_writes_a_workbook_and_keeps_what_was_filled_in(tmp_path: Path) -> None:
    book = tmp_path / "hop.xlsx"
    first = CliRunner().invoke(app, ["kinds", "minutes", "--example", str(book)])
    again = CliRunner().invoke(app, ["kinds", "minutes", "--example", str(book)])
    filled = openpyxl.load_workbook(book)
    filled["Thông tin"]["B6"] = "07"
    filled.save(book)
    kept = CliRunner().invoke(app, ["kinds", "minutes", "--example", str(book)])

    assert (first.exit_code, first.stdout) == (0, f"{book} (written)\n")
    assert again.stdout == f"{book} (unchanged)\n"
    assert (kept.exit_code, "file-exists" in kept.stderr) == (7, True)
    assert examine(book, SHELF).dataset.values["number"] == "07"


def test_a_file_without_example_is_a_misuse(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["kinds", "minutes", str(tmp_path / "a.xlsx")]).exit_code == 2


def test_a_yaml_file_can_be_written_too(tmp_path: Path) -> None:
    for options in ([], ["--blank"]):
        data = tmp_path / f"{len(options)}.yaml"
        assert CliRunner().invoke(app, ["kinds", "minutes", "--example", str(data), *options]).exit_code == 0
        assert load_yaml_mapping(data).values["kind"] == "minutes"


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


def a_report(folder: Path) -> Kind:
    """Write a kind that counts by school."""
    (folder / "report").mkdir(exist_ok=True)
    (folder / "report/p.html").write_text(
        "<p>{% for s in by_school %}{{ s.school }} {{ s.managers }}{% endfor %}</p>", encoding="utf-8"
    )
    (folder / "report/kind.yaml").write_text(
        """title: Báo cáo
fields:
  units:
    label: Các đơn vị
    rows: {school: {type: text, label: Trường}, managers: {type: count, label: CBQL}}
tables: {by_school: {of: units, by: school, figures: {managers: sum(units.managers)}}}
outputs: {pdf: p.html}
""", encoding="utf-8"
    )  # fmt: skip
    return read_kind(folder / "report")


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


def test_spellings_come_back_from_a_workbook(tmp_path: Path) -> None:
    kind = a_report(tmp_path)
    (tmp_path / "a.yaml").write_text(
        "kind: report\nsame_as: {Hoà Bình: Hòa Bình, MN Sao Mai: Sao Mai}\n"
        "units:\n- {school: Hoà Bình, managers: 3}\n- {school: MN Sao Mai, managers: 5}\n",
        encoding="utf-8",
    )
    (tmp_path / "a.xlsx").write_bytes(form(kind, load_yaml_mapping(tmp_path / "a.yaml").values, "a.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Cách viết tên"]
    text, book = (examine(tmp_path / name, Shelf([tmp_path])) for name in ("a.yaml", "a.xlsx"))

    assert list(sheet.values) == [
        ("Tên ghi trong bảng", "Tên được dùng"), ("Hoà Bình", "Hòa Bình"), ("MN Sao Mai", "Sao Mai"),
    ]  # fmt: skip
    assert said(book.dataset) == said(text.dataset)
    assert list(book.dataset.tables["units"].columns["school"].values) == ["Hòa Bình", "Sao Mai"]


# --- with real programs -------------------------------------------------------------------------------------


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_what_libreoffice_saved_says_the_same(suffix: str, tmp_path: Path) -> None:
    for name in ("minutes", "round-report"):
        in_workbook(example_of(name), tmp_path / f"{name}.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    books = [str(path) for path in sorted(tmp_path.glob("*.xlsx"))]
    command = [
        str(SOFFICE),
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(tmp_path / "saved"),
        *books,
    ]
    subprocess.run(command, check=True, capture_output=True)

    for name in ("minutes", "round-report"):
        saved = examine(tmp_path / f"saved/{name}.{suffix}", SHELF).dataset
        assert said(saved) == said(examine(example_of(name), SHELF).dataset)


def test_drop_downs_and_formats_are_there(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(in_workbook(example_of("minutes"), tmp_path / "a.xlsx"))
    facts, votes, options = book["Thông tin"], book["Biểu quyết"], book["Danh mục"]
    (lists,) = [rule for rule in facts.data_validations.dataValidation if rule.sqref == "B8"]
    rows = [[cell.value for cell in row] for row in options.iter_rows()]

    assert facts["A8"].value == "Loại"
    assert (lists.type, lists.formula1) == ("list", "'Danh mục'!$B$1:$B$3")
    assert [row[1] for row in rows[:3]] == ["Cuộc họp", "Hội nghị", "Hội thảo"]
    assert options.sheet_state == "hidden"
    assert (facts["B6"].number_format, facts["B10"].number_format) == ("@", "@")
    assert (votes["B2"].value, votes.freeze_panes) == (33, "A2")
    assert votes.column_dimensions["A"].number_format == "@"


def test_titles_of_sheets_and_headings_are_never_alike(tmp_path: Path) -> None:
    (tmp_path / "k").mkdir()
    (tmp_path / "k/p.html").write_text("<p>a</p>", encoding="utf-8")
    label = "Kết quả: đạt / chưa đạt [theo từng đơn vị trực thuộc]"
    (tmp_path / "k/kind.yaml").write_text(
        f"""title: k
fields:
  a: {{list: text, optional: true, label: "{label}"}}
  b: {{list: text, optional: true, label: "{label}"}}
  kind_of: {{type: text, optional: true, label: Loại văn bản}}
  person: {{group: {{name: text, office: text?}}, optional: true, label: Người ký}}
outputs: {{pdf: p.html}}
""", encoding="utf-8"
    )  # fmt: skip
    values: dict[str, Any] = {"a": ["một"], "b": ["hai"], "kind_of": "x", "person": {"name": "Mỷ"}}
    (tmp_path / "a.xlsx").write_bytes(form(read_kind(tmp_path / "k"), values, "a.xlsx"))
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    dataset = examine(tmp_path / "a.xlsx", Shelf([tmp_path])).dataset

    assert len({name.casefold() for name in sheets}) == len(sheets)
    assert max(map(len, sheets)) <= 31
    assert dataset.values == {
        "a": ("một",),
        "b": ("hai",),
        "kind_of": "x",
        "person": {"name": "Mỷ", "office": None},
    }


def test_the_sheet_of_those_who_must_report_is_about_schools_and_not_about_numbered_classes(
    tmp_path: Path,
) -> None:
    text = "! sheet Thông tin\nLoại văn bản | district-report\n"
    text += "! sheet Số liệu theo trường, nhóm lớp\nTrường, nhóm lớp | Loại cơ sở | Loại hình | CBQL | "
    text += "CBQL đã bồi dưỡng | GVMN | GVMN đã bồi dưỡng\nSơn Ca | trường | công lập | 3 | 2 | 22 | 11\n"
    text += "! sheet Đơn vị phải nộp\nĐơn vị\nSơn Ca\nHoa Mai\n"
    (tmp_path / "b.xlsx").write_bytes(workbook(text.splitlines()))

    (missing,) = (note for note in examine(tmp_path / "b.xlsx", SHELF).notes if note.code == "units-missing")
    assert str(missing.origin).endswith("b.xlsx:Đơn vị phải nộp!A3")
    assert missing.message.startswith("1 of 2 that are expected in Số liệu theo trường")
