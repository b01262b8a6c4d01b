"""What stands above a table's headings: its unit, and its school year, are not passed over in silence."""

from pathlib import Path

import pytest

from reportgen.kinds import Shelf
from tests.helpers.written import Written, write_kind

KIND = "fields: {units: {rows: {school: text, money: number}}}\nfigures: {all: sum(units.money)}\n"


def sent(folder: Path, *said: str) -> Written:
    """Write a table for each school, with what it says above its headings."""
    write_kind(folder, "k", KIND)
    names = []
    for number, line in enumerate(said):
        names.append(f"{{from: {number}.csv}}")
        (folder / f"{number}.csv").write_text(f"{line}\nschool,money\nMầm non {number},5\n", encoding="utf-8")
    (folder / "data.yaml").write_text(f"kind: k\nunits: [{', '.join(names)}]\n", encoding="utf-8")
    return Written(folder, folder / "data.yaml", Shelf([folder / "templates"]))


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        (",ĐVT: nghìn đồng", "nghìn đồng"),
        (",(Đơn vị tính: triệu đồng)", "triệu đồng"),
        ("Đơn vị : 1.000 đ,", "1.000 đ"),
        (",Đơn vị tính (tỷ đồng)", "tỷ đồng"),
        (",Đvt: %", "%"),
    ],
)
def test_a_unit_that_stands_for_many_is_told_at_the_headings(tmp_path: Path, line: str, unit: str) -> None:
    (told,) = (note for note in sent(tmp_path, line).study().notes if note.code == "measure-scaled")

    assert f"'{unit}'" in told.message
    assert str(told.origin).endswith("0.csv:2:1")


@pytest.mark.parametrize(
    "line", ["ĐVT: người,", "Đơn vị: Trường Mầm non Hoa Ban,", "Đơn vị tính: đồng,", "Triệu Sơn,"]
)
def test_a_school_and_a_plain_unit_are_passed_over(tmp_path: Path, line: str) -> None:
    assert not [note for note in sent(tmp_path, line).study().notes if note.code == "measure-scaled"]


def test_tables_in_two_units_are_not_added_up(tmp_path: Path) -> None:
    written = sent(tmp_path, ",ĐVT: nghìn đồng", ",ĐVT: Nghìn  đồng", ",ĐVT: triệu đồng")

    assert written.complaint().code == "measures-differ"
    assert written.place()[:2] == ("2.csv", 2)


def test_the_data_file_has_the_last_word_on_a_unit(tmp_path: Path) -> None:
    written = sent(tmp_path, ",ĐVT: nghìn đồng", ",ĐVT: triệu đồng")
    text = written.data.read_text(encoding="utf-8")
    written.data.write_text(text.replace("1.csv", "1.csv, unit: nghìn đồng"), encoding="utf-8")

    told = [note for note in written.study().notes if note.code in {"measure-scaled", "measures-differ"}]
    assert [str(note.origin).rpartition("/")[2] for note in told] == ["0.csv:2:1"]


@pytest.mark.parametrize(
    "title", ["DANH SÁCH NĂM HỌC 2024–2025,", "So với năm học 2023-2024 (năm học 2024-2025),", ","]
)
def test_a_title_of_the_year_of_the_data_or_of_two_years_is_passed_over(tmp_path: Path, title: str) -> None:
    assert "title-of-another-year" not in _told_of(sent(tmp_path, title))


def test_a_title_of_another_year_is_told_unless_the_data_say_no_year(tmp_path: Path) -> None:
    written = sent(tmp_path, "SỐ LIỆU NĂM HỌC: 2023 - 2024,")

    assert "title-of-another-year" not in {note.code for note in written.study().notes}
    assert "title-of-another-year" in _told_of(written)


def _told_of(written: Written) -> set[str]:
    """Read what was sent as figures of the year 2024-2025."""
    kind = written.folder / "templates" / "k" / "kind.yaml"
    kind.write_text(
        kind.read_text(encoding="utf-8").replace("{units:", "{of_year: text, units:"), encoding="utf-8"
    )
    with written.data.open("a", encoding="utf-8") as data:
        data.write("of_year: 2024-2025\n")
    return {note.code for note in written.study().notes}
