"""The list that goes with the papers: each on one line, whose it is, where it stands, which bytes it has."""

import csv
import hashlib
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.batch.bundled import SCHOOLS, run
from tests.batch.classes import corrected
from tests.helpers.written import Written, written_as

PEOPLE = (
    SCHOOLS
    .replace("{name: text, born: date, school: text, days: count}", """
          name: {type: text, label: Họ và tên}
          born: {type: date, personal: true, label: Ngày sinh}
          school: {type: text, label: Trường}
          days: {type: count, label: Số ngày}
          code: {type: code, optional: true, label: Số vào sổ}
        unique: code""")
    .replace("figures: {days: sum(people.days)}", """figures:
      days: {formula: sum(people.days), label: Số ngày học}
    key_figures: [days]""")
    .replace("name,born,school,days", "name,born,school,code,days")
    .replace(",Số 2,", ",Số 2,0012,").replace("0012,5", "0013,5").replace("0012,6", "0014,6")
    .replace(",Số 10,", ",Số 10,0015,")
    .replace("Lò Thị Ân", "=Lò Thị Ân")
)  # fmt: skip
HEADINGS = [
    "No.",
    "Họ và tên",
    "Trường",
    "Số vào sổ",
    "Số ngày học",
    "PDF file",
    "state",
    "SHA-256 of the PDF file",
]
IN_ORDER = ["Trần Thị An", "=Lò Thị Ân", "Cầm Văn Ấn", "Nguyễn Văn Bình"]

Lines = list[dict[str, str]]


def listed(written: Written, name: str, *options: str, code: int = 0) -> Lines:
    target = written.folder / name
    found, said = run(written, "--index", str(target), *options)
    assert found == code, said
    return read(target)


def read(file: Path) -> Lines:
    if file.suffix == ".csv":
        text = file.read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))
    sheet = openpyxl.load_workbook(file).worksheets[0]
    assert all(
        cell.data_type in {"s", "n"} and not isinstance(cell.value, int) for row in sheet for cell in row
    )
    headings, *rows = ([str(cell.value or "") for cell in row] for row in sheet.rows)
    return [dict(zip(headings, row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", ["danh-muc.xlsx", "danh-muc.csv"])
@written_as(PEOPLE)
def test_each_paper_has_a_line_with_the_file_and_its_digest_in_the_order_of_the_print_file(
    written: Written, name: str
) -> None:
    lines = listed(written, name)

    assert list(lines[0]) == HEADINGS
    assert [line["Họ và tên"].lstrip("'") for line in lines] == IN_ORDER
    assert [line["No."] for line in lines] == ["1", "2", "3", "4"]
    assert [line["Số vào sổ"] for line in lines] == ["0013", "0012", "0014", "0015"]
    assert [line["Số ngày học"] for line in lines] == ["5", "4", "6", "3"]
    for line in lines:
        content = (written.folder / "out" / line["PDF file"].lstrip("'")).read_bytes()
        assert hashlib.sha256(content).hexdigest() == line["SHA-256 of the PDF file"]


@written_as(PEOPLE)
def test_a_name_is_no_formula_where_the_list_is_opened(written: Written) -> None:
    book, text = listed(written, "danh-muc.xlsx"), listed(written, "danh-muc.csv")

    assert (book[1]["Họ và tên"], text[1]["Họ và tên"]) == ("=Lò Thị Ân", "'=Lò Thị Ân")
    assert (written.folder / "danh-muc.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@written_as(PEOPLE)
def test_a_day_of_birth_is_listed_where_the_page_prints_it_and_only_there(written: Written) -> None:
    assert "Ngày sinh" not in listed(written, "danh-muc.csv")[0]

    corrected(
        written.folder / "templates" / "k" / "page.html",
        "{{ days }}",
        "{{ each.born | short_date }}, {{ days }}",
    )

    assert listed(written, "danh-muc.csv")[0]["Ngày sinh"] == "05/06/1982"


@written_as(
    PEOPLE
    .replace("sum(people.days), label: Số ngày học", "sum(people.days) * 2, label: Số ngày")
    .replace("{{ days }} ngày", "{{ days }}, {{ each.days }} ngày")
)  # fmt: skip
def test_a_figure_that_is_called_as_a_column_hides_nothing_of_it(written: Written) -> None:
    lines = listed(written, "danh-muc.csv")

    assert [line["Số ngày"] for line in lines] == ["5", "4", "6", "3"]
    assert [line["Số ngày (2)"] for line in lines] == ["10", "8", "12", "6"]


@written_as(PEOPLE)
def test_a_rerun_lists_all_papers_and_which_of_them_it_made(written: Written) -> None:
    assert {line["state"] for line in listed(written, "danh-muc.csv")} == {"made now"}
    corrected(written.folder / "p.csv", "0012,4", "0012,9")

    assert [line["state"] for line in listed(written, "danh-muc.csv")] == [
        "left as it was", "made anew", "left as it was", "left as it was"
    ]  # fmt: skip


@written_as(PEOPLE)
def test_papers_that_failed_are_listed_with_their_reasons(written: Written) -> None:
    corrected(written.folder / "p.csv", "0013,5", "0013,năm")
    (written.folder / "out" / "giay" / "Số 10").mkdir(parents=True)
    (written.folder / "out" / "giay" / "Số 10" / "Nguyễn Văn Bình.pdf").write_bytes(b"by hand")

    *good, by_hand, bad_row = listed(written, "danh-muc.csv", "--keep-going", code=9)

    assert [line["Họ và tên"].lstrip("'") for line in good] == IN_ORDER[1:3]
    assert [by_hand["Họ và tên"], bad_row["Họ và tên"]] == ["Nguyễn Văn Bình", "Trần Thị An"]
    assert "Số ngày: 'năm' is not a number" in bad_row["reason"]
    assert "reportgen did not write it" in by_hand["reason"]
    for line in (by_hand, bad_row):
        assert (line["state"], line["SHA-256 of the PDF file"]) == ("not made", "")


@written_as(PEOPLE)
def test_without_keep_going_no_list_is_made_that_would_lack_papers(written: Written) -> None:
    corrected(written.folder / "p.csv", "0013,5", "0013,năm")

    code, said = run(written, "--index", str(written.folder / "danh-muc.csv"))

    assert code != 0
    assert "bundle-incomplete" in said
    assert not (written.folder / "danh-muc.csv").exists()


@written_as(PEOPLE)
def test_it_is_told_in_the_end_table_and_to_programs(written: Written) -> None:
    target = written.folder / "danh-muc.xlsx"

    assert "danh-muc.xlsx (written): 4 papers listed" in run(written, "--index", str(target))[1]
    *_, told = json.loads(run(written, "--index", str(target), "--format", "json")[1])
    assert (told["option"], told["made"][0]["file"], told["made"][0]["papers"]) == ("--index", str(target), 4)


@written_as(PEOPLE)
def test_programs_are_told_of_each_paper_that_was_not_made_and_why(written: Written) -> None:
    corrected(written.folder / "p.csv", "0013,5", "0013,năm")
    (written.folder / "out" / "giay" / "Số 10").mkdir(parents=True)
    (written.folder / "out" / "giay" / "Số 10" / "Nguyễn Văn Bình.pdf").write_bytes(b"by hand")

    told, _ = json.loads(run(written, "--keep-going", "--format", "json")[1])

    assert [(one["files"], [why["code"] for why in one["reasons"]]) for one in told["not_made"]] == [
        (["giay/Số 10/Nguyễn Văn Bình.pdf"], ["file-exists"]), ([], ["not-a-number"])
    ]  # fmt: skip


@written_as(PEOPLE)
def test_who_must_mend_something_is_told_how_to_go_on(written: Written) -> None:
    assert "to go on" not in run(written)[1]

    corrected(written.folder / "p.csv", "0013,5", "0013,năm")

    assert "to go on: mend what is said above" in run(written, "--keep-going")[1]


@written_as(PEOPLE)
def test_in_vietnamese_its_headings_are_too(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "vi")

    line = listed(written, "danh-muc.csv")[0]

    assert (line["STT"], line["Tình trạng"]) == ("1", "mới làm")
    assert line["Tệp PDF"].endswith("Trần Thị An.pdf")
