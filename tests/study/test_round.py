"""A round's folder: one file per school, taken in by a pattern, and nothing in it lost in silence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from reportgen.study import Study, study

KIND = """
title: Báo cáo
fields:
  schools:
    label: Các trường
    rows: {school: {type: text, label: Trường}, staff: {type: count, label: Số CBQL}}
figures: {staff: sum(schools.staff)}
outputs: {pdf: report.html}
"""
Told = Callable[[str], Study]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a kind, and two schools' files in ``nop``."""
    monkeypatch.chdir(tmp_path)
    kind = tmp_path / "templates" / "report"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(KIND, encoding="utf-8")
    (kind / "report.html").write_text("<p>{{ staff }}</p>", encoding="utf-8")
    send(tmp_path / "nop" / "le-loi.csv", "Lê Lợi,2")
    send(tmp_path / "nop" / "tran-phu.csv", "Trần Phú,3")
    return tmp_path


def send(path: Path, *rows: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(("Trường,Số CBQL", *rows)) + "\n", encoding="utf-8")


def read(schools: str) -> Study:
    Path("data.yaml").write_text(f"kind: report\nschools: {schools}\n", encoding="utf-8")
    return study(Path("data.yaml"), Shelf.usual())


def mistakes(schools: str) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        read(schools)
    return [(one.code, str(one.origin)) for one in caught.value.diagnostics]


def noted(found: Study, code: str) -> list[Diagnostic]:
    return [note for note in found.notes if note.code == code]


def test_rows_of_a_folder_come_in_the_order_of_its_names_each_with_its_place(folder: Path) -> None:
    send(folder / "nop" / "kim-dong.csv", "Kim Đồng,4", "Kim Đồng cơ sở 2,5")

    table = read("{from: nop/*.csv}").dataset.tables["schools"]

    assert list(table.columns["staff"].values) == [4, 5, 2, 3]
    places = [str(table.sources.nearest((row, "staff"))) for row in range(4)]
    assert places == [
        "nop/kim-dong.csv:2:10", "nop/kim-dong.csv:3:18", "nop/le-loi.csv:2:8", "nop/tran-phu.csv:2:10",
    ]  # fmt: skip


def test_a_folder_stands_in_a_list_beside_rows_and_files(folder: Path) -> None:
    send(folder / "muon" / "kim-dong.csv", "Kim Đồng,4")

    found = read("[{school: A, staff: 1}, {from: nop/*.csv}, {from: muon/kim-dong.csv}]")

    assert found.figures.named["staff"].value == 10


@pytest.mark.parametrize(
    "pattern", ["nop/*.csv", "NOP/*.CSV", "*/*.csv", "nop/*", "nop/*l*.csv", "./nop/*.csv", "nop/*-*.csv"]
)
def test_a_pattern_means_what_windows_means_by_it(folder: Path, pattern: str) -> None:
    (folder / "nop" / "tran-phu.csv").rename(folder / "nop" / "TRAN-PHU-L.CSV")

    assert read(f'{{from: "{pattern}"}}').figures.named["staff"].value == 5


def test_letters_in_brackets_stand_for_themselves(folder: Path) -> None:
    send(folder / "nop [muộn]" / "kim-dong.csv", "Kim Đồng,4")

    assert read('{from: "nop [muộn]/*.csv"}').figures.named["staff"].value == 4


def test_a_file_that_is_called_like_a_pattern_is_itself(folder: Path) -> None:
    send(folder / "nop" / "*.csv", "Kim Đồng,4")

    assert read("{from: nop/*.csv}").figures.named["staff"].value == 4


def test_a_bad_file_hides_neither_another_nor_a_wrong_value(folder: Path) -> None:
    send(folder / "nop" / "le-loi.csv", "Lê Lợi,2,3")
    (folder / "nop" / "kim-dong.csv").write_bytes(b"")
    send(folder / "nop" / "tran-phu.csv", "Trần Phú,ba")

    assert mistakes("{from: nop/*.csv}") == [
        ("table-empty", "nop/kim-dong.csv:1"),
        ("too-many-cells", "nop/le-loi.csv:2:10"),
        ("not-a-number", "nop/tran-phu.csv:2:10"),
    ]


def test_a_table_that_cannot_be_read_is_not_called_missing() -> None:
    assert mistakes("{from: nop/none.csv}") == [("graft-missing", "data.yaml:2:17")]


def test_an_unknown_kind_hides_no_bad_file(folder: Path) -> None:
    (folder / "nop" / "le-loi.csv").write_bytes(b"")
    Path("data.yaml").write_text("kind: raport\nschools: {from: nop/*.csv}\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        study(Path("data.yaml"), Shelf.usual())
    assert [one.code for one in caught.value.diagnostics] == ["table-empty", "unknown-kind"]


def test_links_are_not_followed_out_of_the_folder(folder: Path) -> None:
    send(folder.parent / f"{folder.name}-outside" / "kim-dong.csv", "Kim Đồng,4")
    outside = folder.parent / f"{folder.name}-outside"
    (folder / "nop" / "kim-dong.csv").symlink_to(outside / "kim-dong.csv")
    (folder / "khac").symlink_to(outside)

    assert mistakes("[{from: nop/*.csv}, {from: khac/*.csv}]") == [
        ("graft-outside", "data.yaml:2:18"), ("graft-outside", "data.yaml:2:37"),
    ]  # fmt: skip


@pytest.mark.parametrize("pattern", ["../*.csv", "nop/../../*.csv", "/nop/*.csv", "nop\\*.csv"])
def test_no_pattern_leads_out_of_the_folder(pattern: str) -> None:
    assert mistakes(f"{{from: '{pattern}'}}") == [("graft-outside", "data.yaml:2:17")]


def test_what_is_not_taken_in_is_told(folder: Path) -> None:
    for name in ("~$le-loi.csv", ".le-loi.csv", "le-loi.csv~", "Thumbs.db", "cong-van.pdf"):
        (folder / "nop" / name).write_bytes(b"x")
    send(folder / "nop" / "kim-dong.txt", "Kim Đồng,4")

    found = read("{from: nop/*.csv}")

    assert [dict(one.values)["names"] for one in noted(found, "files-taken")] == [
        "nop/le-loi.csv, nop/tran-phu.csv"
    ]
    (passed,) = noted(found, "files-passed-over")
    assert dict(passed.values)["names"] == (
        "nop/.le-loi.csv, nop/Thumbs.db, nop/cong-van.pdf, nop/le-loi.csv~, nop/~$le-loi.csv"
    )
    (left,) = noted(found, "files-left-out")
    assert (dict(left.values)["names"], left.severity) == ("nop/kim-dong.txt", "warning")


def test_what_another_entry_takes_in_is_not_left_out(folder: Path) -> None:
    send(folder / "nop" / "kim-dong.txt", "Kim Đồng,4")

    found = read("[{from: nop/*.csv}, {from: nop/*.txt}]")

    assert not noted(found, "files-left-out")
    assert found.figures.named["staff"].value == 9


@pytest.mark.parametrize(
    "name", ["le-loi.csv", "nop/le-loi.csv", "[le-loi.csv]", "le-*.csv", "Nop/LE-LOI.CSV"]
)
def test_a_file_that_does_not_count_is_named(name: str) -> None:
    found = read(f"{{from: nop/*.csv, except: {name}}}")

    assert found.figures.named["staff"].value == 3
    assert not noted(found, "files-left-out")


def test_except_stands_beside_a_pattern_only() -> None:
    assert mistakes("{from: nop/le-loi.csv, except: le-loi.csv}") == [("graft-with-others", "data.yaml:2:33")]


def test_two_patterns_that_mean_one_file_take_it_in_once() -> None:
    assert mistakes("[{from: nop/*.csv}, {from: nop/le-*.csv}]") == [("graft-twice", "data.yaml:2:30")]


def test_what_is_told_of_a_hundred_files_is_told_once(folder: Path) -> None:
    for number in range(100):
        path = folder / "nop" / f"truong-{number:03}.csv"
        path.write_text(f"DANH SÁCH\nTrường,Số CBQL,Ghi chú\nTrường {number},1,x\n", encoding="utf-8")

    found = read("{from: nop/truong-*.csv}")

    (guessed,) = noted(found, "header-guessed")
    assert str(guessed.origin) == "nop/truong-000.csv:2:1"
    assert [(str(what), str(place)) for what, place in guessed.related] == [
        ("also", "nop/truong-001.csv:2:1"),
        ("also", "nop/truong-002.csv:2:1"),
        ("and 97 more, to", "nop/truong-099.csv:2:1"),
    ]
    assert len(noted(found, "column-not-used")) == len(noted(found, "rows-passed-over")) == 1
    assert len(found.notes) < 8


def test_the_places_of_what_is_told_once_are_printed(folder: Path) -> None:
    for number in range(7):
        path = folder / "nop" / f"truong-{number}.csv"
        path.write_text(f"DANH SÁCH\nTrường,Số CBQL\nTrường {number},1\n", encoding="utf-8")
    Path("data.yaml").write_text("kind: report\nschools: {from: nop/truong-*.csv}\n", encoding="utf-8")

    told = CliRunner().invoke(app, ["check", "data.yaml"], catch_exceptions=False).stderr

    (line,) = (line for line in told.splitlines() if "[header-guessed]" in line)
    assert line.startswith("  nop/truong-0.csv:2:1: ")
    others = "also nop/truong-1.csv:2:1; also nop/truong-2.csv:2:1; and 4 more, to nop/truong-6.csv:2:1"
    assert line.endswith(f"[header-guessed]; {others}")


def test_reports_of_units_below_come_by_a_pattern_too(folder: Path) -> None:
    kind = folder / "templates" / "district"
    kind.mkdir()
    (kind / "kind.yaml").write_text(
        "title: Quận\nfields: {name: text, staff: count}\noutputs: {pdf: report.html}\n", encoding="utf-8"
    )
    (kind / "report.html").write_text("<p>{{ staff }}</p>", encoding="utf-8")
    above = folder / "templates" / "report" / "kind.yaml"
    rolled = KIND.replace("figures:", "    roll_up: {district: {school: name, staff: staff}}\nfigures:")
    above.write_text(rolled, encoding="utf-8")
    for name, staff in (("lan", 7), ("hue", 8)):
        text = f"kind: district\nname: {name}\nstaff: {staff}\n"
        (folder / "nop" / f"{name}.yaml").write_text(text, encoding="utf-8")

    found = read("[{from: nop/*.yaml}, {from: nop/*.csv}]")

    assert list(found.dataset.tables["schools"].columns["staff"].values) == [8, 7, 2, 3]


@pytest.mark.parametrize(
    "copy",
    [
        "le-loi (1).csv",
        "Copy of le-loi.csv",
        "le-loi - Copy (2).csv",
        "LE-LOI - Bản sao.csv",
        "Bản sao của le-loi.csv",
    ],
)
def test_a_file_that_is_called_like_a_copy_is_told_with_the_one_it_may_be_of(folder: Path, copy: str) -> None:
    send(folder / "nop" / copy, "Lê Lợi mới,4")

    (told,) = noted(read("{from: nop/*.csv}"), "files-copied")

    assert f"nop/{copy} (nop/le-loi.csv)" in told.message
    assert str(told.origin) == "data.yaml:2:17"


@pytest.mark.parametrize("other", ["le-loi 2.csv", "le-loi-moi.csv", "lop (1).csv"])
def test_a_file_of_another_name_is_no_copy(folder: Path, other: str) -> None:
    send(folder / "nop" / other, "Lê Lợi mới,4")

    assert noted(read("{from: nop/*.csv}"), "files-copied") == []


def test_a_file_that_says_what_another_says_is_told_where_rows_have_no_keys(folder: Path) -> None:
    send(folder / "nop" / "ban-moi.csv", "Trần Phú,3")

    (told,) = noted(read("{from: nop/*.csv}"), "tables-alike")

    assert "'nop/tran-phu.csv' holds the same rows as 'nop/ban-moi.csv'" in told.message
    assert str(told.origin) == "nop/tran-phu.csv:1:1"


def test_the_only_row_of_a_file_that_is_called_like_a_total_is_told_beside_others(folder: Path) -> None:
    send(folder / "nop" / "tong-hop.csv", "Toàn huyện,5")

    (told,) = noted(read("{from: nop/*.csv}"), "total-as-row")

    assert str(told.origin) == "nop/tong-hop.csv:2:1"
    assert '"Toàn huyện"' in told.message
    settled = "[{from: nop/*.csv, except: tong-hop.csv}, {from: nop/tong-hop.csv, lines: {2: row}}]"
    assert noted(read(settled), "total-as-row") == []
    assert noted(read("{from: nop/tong-hop.csv}"), "total-as-row") == []


def test_a_file_with_an_entry_of_its_own_is_not_taken_in_by_the_pattern_again(folder: Path) -> None:
    send(folder / "nop" / "hai-ba.csv", "Hai Bà,4", "Hai Bà (cũ),1")
    own = "{from: nop/hai-ba.csv, lines: {3: note}}"
    found = read(f"[{{from: nop/*.csv}}, {own}]")
    (taken,) = noted(found, "files-taken")

    assert found.figures.named["staff"].value == 2 + 3 + 4
    assert "hai-ba" not in taken.message
    assert not noted(found, "files-left-out")


def test_lines_beside_a_pattern_are_of_its_only_file_or_refused() -> None:
    beside = "{{from: nop/{}, lines: {{2: note}}}}"

    assert mistakes(beside.format("*.csv")) == [("lines-of-several", "data.yaml:2:35")]
    assert read(beside.format("tran-*.csv")).figures.named["staff"].value == 0
