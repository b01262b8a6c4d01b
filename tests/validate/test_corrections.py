"""A correction is a line of data beside what a school sent: it changes a value, and both places are told."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.kinds import Shelf
from reportgen.model.errors import DataError
from reportgen.model.place import Place, is_file, read_place
from reportgen.study import Study, study
from tests.helpers.cases import split, write

FILES = """
--- templates/report/kind.yaml
title: Báo cáo
fields:
  schools:
    label: Các trường
    rows:
      school: {type: text, label: Trường}
      public: {type: count, label: Công lập}
      private: {type: count, default: 0, label: Tư thục}
      phone: {type: code, optional: true, personal: true}
    columns: {staff: schools.public + schools.private}
figures: {public: sum(schools.public), staff: sum(schools.staff)}
outputs: {pdf: report.html}
--- templates/report/report.html
<p>{{ public }} {{ staff }}</p>
--- nop/le-loi.xlsx
DANH SÁCH
Trường | Công lập | Tư thục | phone
Lê Lợi | 1234 | 5 | '0912
Lê Lợi 2 | 3 |
--- nop/tran-phu.csv
Trường,Công lập,Tư thục,phone
"Trần Phú
cơ sở 1",7,1,0913
Trần Phú 2,8,2,
Tổng cộng,15,3,
"""


WORD = "Nguyễn Thị Hà, 14/05/2025: gõ nhầm"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, split(FILES)[1])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(*corrections: tuple[str, str, str]) -> Path:
    lines = ["kind: report", "schools: [{from: nop/*.xlsx}, {from: nop/*.csv}]", "corrections:"]
    for at, old, new in corrections:
        lines += [f"  - at: {at}", f"    old: {old}", f"    new: {new}"]
        lines += ["    who: Nguyễn Thị Hà", "    when: 14/5/2025", "    why: gõ nhầm"]
    Path("data.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Path("data.yaml")


def read(*corrections: tuple[str, str, str]) -> Study:
    return study(written(*corrections), Shelf.usual())


def cells(found: Study, column: str) -> list[object]:
    return list(found.dataset.tables["schools"].columns[column].values)


def mistakes(*corrections: tuple[str, str, str]) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        read(*corrections)
    return [(one.code, str(one.origin)) for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    "at",
    [
        "nop/le-loi.xlsx:Sheet!B3",
        "le-loi.xlsx:Sheet!B3",
        "nop/le-loi.xlsx:B3",
        "van-khe/dot-2/nop/le-loi.xlsx:sheet!$b$3",
        r"'..\dot-2\nop\LE-LOI.XLSX:Sheet!B3'",
        "nop/le-loi.xlsx:3:Công lập",
        "nop/le-loi.xlsx:3:công LẬP",
        "nop/le-loi.xlsx:3:public",
    ],
)
def test_a_cell_of_a_workbook_is_named_as_it_is_printed_or_by_its_heading(at: str) -> None:
    assert cells(read((at, "1.234", "12")), "public") == [12, 3, 7, 8]


@pytest.mark.parametrize(
    "at", ["nop/tran-phu.csv:3:10", "tran-phu.csv:2:public", "nop/tran-phu.csv:3:Công lập", "tran-phu.csv:B2"]
)
def test_a_cell_of_a_text_file_is_named_by_the_line_on_which_it_or_its_row_begins(at: str) -> None:
    assert cells(read((at, "7", "70")), "public") == [1234, 3, 70, 8]


def test_a_corrected_cell_has_both_places() -> None:
    found = read(("nop/le-loi.xlsx:Sheet!B3", "1234", "12"))

    sources = found.dataset.tables["schools"].sources
    assert str(sources.nearest((0, "public"))) == "nop/le-loi.xlsx:Sheet!B3 + data.yaml:4:9"
    assert str(sources.nearest((0, "private"))) == "nop/le-loi.xlsx:Sheet!C3"
    assert str(sources.nearest((1, "public"))) == "nop/le-loi.xlsx:Sheet!B4"
    assert str(sources.nearest((0,))) == "nop/le-loi.xlsx:Sheet!A3"


def test_the_place_of_a_corrected_cell_can_be_copied_whole() -> None:
    assert cells(read(("nop/le-loi.xlsx:Sheet!B3 + data.yaml:4:9", "1234", "12")), "public")[0] == 12


def test_a_blank_cell_is_filled_and_a_filled_one_cleared() -> None:
    found = read(("le-loi.xlsx:Sheet!C4", '""', "6"), ("tran-phu.csv:4:private", "2", '""'))

    assert cells(found, "private") == [5, 6, 1, 0]


def test_what_was_cleared_by_a_correction_is_missing_at_both_places() -> None:
    found = read(("le-loi.xlsx:Sheet!B3", "1234", '""'))

    assert [(one.code, str(one.origin)) for one in found.missing] == [
        ("missing-cells", "nop/le-loi.xlsx:Sheet!B3 + data.yaml:4:9")
    ]


def test_a_new_value_of_the_wrong_type_is_an_error_at_the_correction() -> None:
    assert mistakes(("le-loi.xlsx:Sheet!B3", "1234", "mười hai")) == [("not-a-number", "data.yaml:6:10")]


def test_a_correction_mends_what_could_not_be_read(folder: Path) -> None:
    text = (folder / "nop" / "tran-phu.csv").read_text(encoding="utf-8")
    (folder / "nop" / "tran-phu.csv").write_text(text.replace(",7,", ",bảy,"), encoding="utf-8")

    assert cells(read(("tran-phu.csv:3:10", "bảy", "7")), "public") == [1234, 3, 7, 8]


def test_an_old_value_that_no_longer_stands_there_is_an_error_and_changes_nothing() -> None:
    with pytest.raises(DataError) as caught:
        read(("le-loi.xlsx:Sheet!B3", "12", "13"))

    (one,) = caught.value.diagnostics
    assert (one.code, str(one.origin)) == ("correction-old-differs", "data.yaml:5:10")
    assert "'12', but '1234' stands there" in one.message
    assert [str(place) for _, place in one.related] == ["nop/le-loi.xlsx:Sheet!B3"]


def test_what_is_personal_is_not_told() -> None:
    with pytest.raises(DataError) as caught:
        read(("le-loi.xlsx:Sheet!D3", "0999", "0998"))

    assert "0912" not in str(caught.value)


@pytest.mark.parametrize(
    "at",
    [
        "nop/le-loi.xlsx:Sheet!B9",  # no row
        "nop/le-loi.xlsx:Sheet!B2",  # a heading
        "nop/le-loi.xlsx:Sheet!Z3",  # no column
        "nop/le-loi.xlsx:Khác!B3",
        "nop/tran-phu.csv:3:9",  # the sign before the cell
        "nop/tran-phu.csv:5:11",  # a total
        "nop/tran-phu.csv:3:staff",
        "le-lai.xlsx:Sheet!B3",
        "loi.xlsx:Sheet!B3",
        "data.yaml:2:10",
        "Lê Lợi",
    ],
)
def test_a_place_where_no_value_stands_is_an_error(at: str) -> None:
    assert mistakes((at, "1234", "12")) == [("correction-no-place", "data.yaml:4:9")]


def test_all_that_is_wrong_with_corrections_is_told_at_once() -> None:
    assert mistakes(
        ("le-loi.xlsx:Sheet!B3", "1234", "12"),
        ("le-loi.xlsx:3:public", "1234", "13"),
        ("le-loi.xlsx:Sheet!B4", "4", "5"),
        ("le-loi.xlsx:Sheet!B7", "4", "5"),
    ) == [
        ("correction-twice", "data.yaml:10:9"),
        ("correction-old-differs", "data.yaml:17:10"),
        ("correction-no-place", "data.yaml:22:9"),
    ]


@pytest.mark.parametrize("key", ["at", "who", "when", "why"])
def test_who_said_so_when_and_why_must_be_told(key: str) -> None:
    path = written(("le-loi.xlsx:Sheet!B3", "1234", "12"))
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.strip("- ").startswith(f"{key}:")]
    text = "\n".join(kept).replace("corrections:\n    old", "corrections:\n  - old")
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        study(path, Shelf.usual())
    (one,) = caught.value.diagnostics
    assert one.code == "correction-incomplete"
    assert f"'{key}'" in one.message


@pytest.mark.parametrize("key", ["at", "old", "new", "who", "when", "why"])
def test_a_correction_with_a_list_for_a_text_is_refused_at_the_list(key: str) -> None:
    path = written(("le-loi.xlsx:Sheet!B3", "1.234", "1.243"))
    lines = path.read_text("utf-8").splitlines()
    (number,) = (n for n, line in enumerate(lines, 1) if line.lstrip(" -").startswith(f"{key}:"))
    indent, _, _ = lines[number - 1].partition(key)
    path.write_text("\n".join([*lines[: number - 1], f"{indent}{key}: []", *lines[number:]]), "utf-8")

    with pytest.raises(DataError) as caught:
        study(path, Shelf.usual())

    (one,) = caught.value.diagnostics
    assert one.origin is not None
    assert one.origin.line == number


@pytest.mark.parametrize(
    "headings", ["at,old,new,who,when,why", "Vị trí,Giá trị cũ,Giá trị mới,Người báo,Ngày,Lý do"]
)
def test_corrections_come_from_a_table_file(folder: Path, headings: str) -> None:
    rows = f"{headings}\nnop/le-loi.xlsx:Sheet!B3,1.234,12,Hà,14/5/2025,gõ nhầm\n"
    (folder / "dinh-chinh.csv").write_text(rows, encoding="utf-8")
    text = "kind: report\nschools: {from: nop/le-loi.xlsx}\ncorrections: {from: dinh-chinh.csv}\n"
    Path("data.yaml").write_text(text, encoding="utf-8")

    found = study(Path("data.yaml"), Shelf.usual())

    assert cells(found, "public") == [12, 3]
    place = found.dataset.tables["schools"].sources.nearest((0, "public"))
    assert str(place) == "nop/le-loi.xlsx:Sheet!B3 + dinh-chinh.csv:2:1"


def test_a_total_may_be_right_of_what_was_sent_or_of_what_is_right() -> None:
    assert cells(read(("tran-phu.csv:4:public", "8", "9")), "public")[-1] == 9


def test_a_total_that_only_a_correction_makes_right_is_right(folder: Path) -> None:
    text = (folder / "nop" / "tran-phu.csv").read_text(encoding="utf-8")
    (folder / "nop" / "tran-phu.csv").write_text(text.replace(",15,", ",16,"), encoding="utf-8")

    assert cells(read(("tran-phu.csv:4:public", "8", "9")), "public")[-1] == 9
    assert mistakes(("tran-phu.csv:4:public", "8", "10")) == [("total-differs", "nop/tran-phu.csv:5:11")]


def asked(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_why_shows_a_correction_below_the_cell_that_it_changed() -> None:
    written(("le-loi.xlsx:Sheet!B3", "1234", "12"))

    assert asked("why", "public", "data.yaml").splitlines()[-6:] == [
        "  sum(schools.public) = 30, 4 rows",
        "    12    [nop/le-loi.xlsx:Sheet!B3 + data.yaml:4:9]",
        f"      CORRECTED: 1234 → 12; {WORD}    [data.yaml:4:9]",
        "    3    [nop/le-loi.xlsx:Sheet!B4]",
        "    7    [nop/tran-phu.csv:3:10]",
        "    8    [nop/tran-phu.csv:4:12]",
    ]


def test_why_shows_a_correction_below_a_row_whose_computed_column_reads_it() -> None:
    written(("le-loi.xlsx:Sheet!B3", "1234", "12"), ("le-loi.xlsx:Sheet!C4", '""', "6"))

    lines = asked("why", "staff", "data.yaml").splitlines()

    rows = lines[lines.index("  sum(schools.staff) = 44, 4 rows") :]
    assert [line.partition(";")[0].strip() for line in rows[2:6]] == [
        "17    [nop/le-loi.xlsx:Sheet!A3]",
        "CORRECTED: 1234 → 12",
        "9    [nop/le-loi.xlsx:Sheet!A4]",
        "CORRECTED: nothing → 6",
    ]


def test_why_tells_a_machine_of_a_correction() -> None:
    written(("le-loi.xlsx:Sheet!B3", "1234", "12"))

    (record,) = json.loads(asked("why", "public", "data.yaml", "--format", "json"))

    (evidence,) = record["inputs"]
    ((row, correction),) = evidence["corrections"]
    assert (row, correction["old"], correction["new"], correction["when"]) == (0, "1234", "12", "2025-05-14")
    assert evidence["rows"][0][0]["corrected"] == "data.yaml:4:9"


def test_a_correction_beyond_the_rows_that_are_shown_is_shown(folder: Path) -> None:
    rows = "".join(f"Trường {number},1,1,\n" for number in range(100))
    (folder / "nop" / "tran-phu.csv").write_text(f"Trường,Công lập,Tư thục,phone\n{rows}", encoding="utf-8")
    written(("tran-phu.csv:101:public", "1", "2"))

    assert "CORRECTED: 1 → 2; " in asked("why", "public", "data.yaml").splitlines()[-1]


def test_diff_tells_the_value_and_the_correction() -> None:
    written()
    Path("data.yaml").rename("old.yaml")
    old = Path("old.yaml")
    old.write_text(old.read_text(encoding="utf-8").replace("corrections:\n", ""), encoding="utf-8")
    written(("nop/le-loi.xlsx:Sheet!B3", "1234", "12"))

    told = asked("diff", "old.yaml", "data.yaml")

    assert "1 correction" in told.splitlines()[0]
    assert (
        "1.234 → 12  (-1.222)    [nop/le-loi.xlsx:Sheet!B3 → nop/le-loi.xlsx:Sheet!B3 + data.yaml:4:9]"
        in told
    )
    line = f"nop/le-loi.xlsx:Sheet!B3: – → 1234 corrected to 12; {WORD}    [data.yaml:4:9]"
    assert told.splitlines()[-1].strip() == line


def test_a_correction_in_an_earlier_file_is_told_of_its_rows(folder: Path) -> None:
    kind = folder / "templates" / "report" / "kind.yaml"
    text = kind.read_text(encoding="utf-8")
    kind.write_text(text.replace("sum(schools.public)", "sum(earlier.schools.public)"), encoding="utf-8")
    written(("le-loi.xlsx:Sheet!B3", "1234", "12")).rename("dot-1.yaml")
    now = "kind: report\nschools: [{school: A, public: 1, private: 2}]\nearlier: [dot-1.yaml]\n"
    Path("data.yaml").write_text(now, encoding="utf-8")

    assert "      CORRECTED: 1234 → 12; Nguyễn Thị Hà" in asked("why", "public", "data.yaml")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a.xlsx:Sheet 1!C7", Place("a.xlsx", 7, "C", "Sheet 1")),
        ("a: b.xlsx:Quý 3: nộp!AA10", Place("a", 10, "AA", " b.xlsx:Quý 3: nộp")),
        ("units.csv:14:8", Place("units.csv", 14, begin=8)),
        ("units.csv:14:CBQL: Tổng số", Place("units.csv", 14, heading="CBQL: Tổng số")),
        ("units.csv:14", None),
        ("units.csv", None),
        ("", None),
    ],
)
def test_a_place_is_read_as_it_is_printed(text: str, place: Place | None) -> None:
    assert read_place(text) == place


@pytest.mark.parametrize(
    ("named", "shown"), [("a.csv", "x/a.csv"), ("y/x/a.csv", "x/a.csv"), ("./x/A.csv", "x/a.csv")]
)
def test_a_file_is_meant_by_the_end_of_its_name(named: str, shown: str) -> None:
    assert is_file(named, shown)


@pytest.mark.parametrize(("named", "shown"), [("z/a.csv", "x/a.csv"), ("ba.csv", "a.csv"), ("", "a.csv")])
def test_another_file_is_not_meant(named: str, shown: str) -> None:
    assert not is_file(named, shown)
