"""Decimals of several files that make one column: each is read as written, or all are asked about."""

from fractions import Fraction
from pathlib import Path

import pytest

from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from tests.helpers.written import Written, write_kind

A, B, C = "1.5 2", "1.234 7", "3.456 1.000"


def of_folder(folder: Path, *files: str, beside: str = "") -> Written:
    """Make a data file that takes in a folder: each text has the numbers of one file."""
    kind = 'fields: {units: {rows: {school: text, score: {type: number, label: Điểm}, pupils: "count?"}}}\n'
    write_kind(folder, "k", kind)
    (folder / "nop").mkdir()
    for name, numbers in zip("abcdef", files, strict=False):
        rows = "".join(f"{name}{n};{number}\n" for n, number in enumerate(numbers.split()))
        (folder / "nop" / f"{name}.csv").write_text("school;Điểm\n" + rows, encoding="utf-8")
    (folder / "data.yaml").write_text(f"kind: k\nunits: [{{from: nop/*.csv{beside}}}]\n", encoding="utf-8")
    return Written(folder, folder / "data.yaml", Shelf([folder / "templates"]))


def places(found: Diagnostic) -> list[str]:
    return [str(origin).rpartition("/")[2] for origin in (found.origin, *(at for _, at in found.related))]


def test_a_point_in_one_file_makes_thousands_of_the_others_doubtful_once_with_both_places(
    tmp_path: Path,
) -> None:
    found = of_folder(tmp_path, B, A, C).complaint()

    assert found.code == "ambiguous-number"
    assert places(found) == ["a.csv:2:4", "b.csv:2:4"]
    assert all(place in found.message for place in ("nop/c.csv:2:4", "nop/c.csv:3:4"))


@pytest.mark.parametrize("files", [("1,234", "1.234"), ("1.234", "5", "1,234")])
def test_two_files_whose_signs_may_each_mean_two_things_are_doubtful(
    tmp_path: Path, files: tuple[str, ...]
) -> None:
    assert of_folder(tmp_path, *files).complaint().code == "ambiguous-number"


@pytest.mark.parametrize(
    ("files", "values"),
    [
        ((A, "1.234 2,5"), ["3/2", "2", "1234", "5/2"]),  # its own comma shows what its point is
        ((B, C), ["1234", "7", "3456", "1000"]),
        (("1,5", B), ["3/2", "1234", "7"]),
        ((A, "1,5 9"), ["3/2", "2", "3/2", "9"]),
    ],
)
def test_files_that_are_clear_by_themselves_are_read_as_they_are(
    tmp_path: Path, files: tuple[str, ...], values: list[str]
) -> None:
    table = of_folder(tmp_path, *files).study().dataset.tables["units"]

    assert table.columns["score"].values == [Fraction(value) for value in values]


def test_the_way_out_of_a_folder_with_two_habits_is_a_from_of_its_own(tmp_path: Path) -> None:
    written = of_folder(tmp_path, A, B, beside=", decimal: comma")
    assert written.complaint().code == "decimal-wrong"

    written.data.write_text(
        "kind: k\nunits: [{from: nop/*.csv, except: a.csv}, {from: nop/a.csv, decimal: point}]\n",
        encoding="utf-8",
    )
    assert written.study().dataset.tables["units"].columns["score"].values == [1234, 7, Fraction(3, 2), 2]


@pytest.mark.parametrize(("own", "file"), [("1.234", "1.5"), ("1.5", "1.234")])
def test_rows_of_the_data_file_are_weighed_with_the_files_beside_them(
    tmp_path: Path, own: str, file: str
) -> None:
    written = of_folder(tmp_path, file)
    row = f"{{school: gọi điện, score: {own}}}"
    written.data.write_text(f"kind: k\nunits: [{{from: nop/a.csv}}, {row}]\n", encoding="utf-8")

    found = written.complaint()
    assert found.code == "ambiguous-number"
    assert {place.partition(":")[0] for place in places(found)} == {"a.csv", "data.yaml"}


def test_counts_of_several_files_are_whole_whatever_stands_in_another_column(tmp_path: Path) -> None:
    written = of_folder(tmp_path, A)
    (tmp_path / "nop" / "b.csv").write_text("school;Điểm;pupils\nb;7;1.234\n", encoding="utf-8")

    assert written.study().dataset.tables["units"].columns["pupils"].values[-1] == 1234
