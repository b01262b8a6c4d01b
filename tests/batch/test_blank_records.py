"""Blanks are given away once, in their order, and a workbook keeps the record."""

import datetime as dt
import io
import os
import signal
from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.batch import build_on_blanks, check_on_blanks
from reportgen.batch.serials import Wanted, give
from reportgen.cli.app import app
from reportgen.model.blank import Spoiled, Stock, Taken
from reportgen.model.errors import DataError, ExitCode
from reportgen.model.origin import Origin
from reportgen.offices.serials import spread
from tests.batch.blanks import DATA, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_blanks_are_taken_in_order_and_spoiled_ones_are_passed_over(desk: Desk) -> None:
    desk.stock("A 0009")

    assert desk.names() == [
        "A 0008 Cầm Thị Nụ.pdf", "A 0010 Lò Văn Bút.pdf", "A 0011 Cầm Thị Nụ (2).pdf",
    ]  # fmt: skip
    assert desk.record() == [
        ("A 0008", "Cầm Thị Nụ", "đã dùng", "", "", ""),
        ("A 0009", "", "hỏng", "kẹt giấy", "22/11/2026", ""),
        ("A 0010", "Lò Văn Bút", "đã dùng", "", "", ""),
        ("A 0011", "Cầm Thị Nụ (2)", "đã dùng", "", "", ""),
    ]


def test_a_rerun_gives_the_same_blanks_and_a_spoiled_one_is_replaced_by_the_next(desk: Desk) -> None:
    desk.stock()
    first = desk.names()
    bytes_before = {path.name: path.read_bytes() for path in desk.folder.glob("out/in-phoi/*.pdf")}

    assert desk.names() == first
    assert {path.name: path.read_bytes() for path in desk.folder.glob("out/in-phoi/*.pdf")} == bytes_before
    desk.stock("A 0009")

    assert desk.names() == [first[0], "A 0010 Cầm Thị Nụ (2).pdf", "A 0011 Lò Văn Bút.pdf"]
    assert desk.record()[1] == ("A 0009", "Lò Văn Bút", "hỏng", "kẹt giấy", "22/11/2026", "A 0011")
    assert desk.record()[3] == ("A 0011", "Lò Văn Bút", "đã dùng", "", "", "")


def test_several_processes_print_the_same_and_a_rerun_prints_only_what_has_changed(desk: Desk) -> None:
    desk.stock()
    desk.names()
    one = {path.name: path.read_bytes() for path in desk.folder.glob("out/in-phoi/*.pdf")}
    desk.order = replace(desk.order, workers=2, output=desk.folder / "out-2")
    desk.names()

    assert {path.name: path.read_bytes() for path in desk.folder.glob("out-2/in-phoi/*.pdf")} == one
    desk.order = replace(desk.order, workers=1)
    desk.change("born: 30/7/1992", "born: 30/7/1993")
    assert sorted(made.how for made in desk.build().made) == ["replaced", "unchanged", "unchanged"]
    desk.change("left: 20", "left: 21", desk.blank)
    assert {made.how for made in desk.build().made} == {"replaced"}


def test_a_lost_record_is_written_again_though_all_papers_are_there(desk: Desk) -> None:
    desk.stock()
    desk.names()
    record = desk.record()
    (desk.folder / "phoi-so-theo-doi.xlsx").unlink()

    assert {made.how for made in desk.build().made} == {"unchanged"}
    assert desk.record() == record


def test_who_presses_ctrl_c_has_taken_no_blank(desk: Desk) -> None:
    desk.stock()

    (outcome,) = build_on_blanks(
        [desk.data], desk.order, desk.blank, lambda *_: os.kill(os.getpid(), signal.SIGINT)
    ).outcomes

    assert outcome.error is not None
    assert [one.code for one in outcome.error.diagnostics] == ["stopped"]
    assert not list(desk.folder.glob("out/**/*.pdf"))
    assert not (desk.folder / "phoi-so-theo-doi.xlsx").exists()


def test_two_people_of_one_name_keep_their_blanks_when_their_rows_change_places(desk: Desk) -> None:
    desk.stock()
    desk.names()
    desk.change("born: 2/4/1988", "born: x")
    desk.change("born: 30/7/1992", "born: 2/4/1988")
    desk.change("born: x", "born: 30/7/1992")

    outcome = desk.build()

    papers = {made.path.name[:6]: made.path.read_bytes() for made in outcome.made}
    text = pypdfium2.PdfDocument(papers["A 0008"])[0].get_textpage().get_text_range()
    assert "năm 1988" in text
    assert not [note for note in outcome.notes if note.code == "blank-text-changed"]


def test_who_says_something_else_than_when_the_blank_was_taken_is_told(desk: Desk) -> None:
    desk.stock()
    desk.names()
    desk.change("Lò Văn Bút, born: 19/11", "Lò Văn Bút, born: 18/11")

    outcome = desk.build()

    (note,) = [note for note in outcome.notes if note.code == "blank-text-changed"]
    assert "A 0009" in note.message
    assert "ngày 19 tháng 11" in note.message
    assert "ngày 18 tháng 11" in note.message


def test_a_list_under_another_name_is_told_before_its_papers_go_onto_blanks_again(desk: Desk) -> None:
    desk.stock()
    desk.data.write_text(DATA.replace("  - {name: Lò Văn Bút, born: 19/11/1979, school: Hoa Ban}\n", ""))
    desk.names()
    desk.data = desk.folder / "cuoi.yaml"
    desk.data.write_text(DATA, encoding="utf-8")
    desk.blank.write_text(
        desk.blank.read_text(encoding="utf-8").replace("A 0011", "A 0019"), encoding="utf-8"
    )

    outcome = desk.build()

    (told,) = [note for note in outcome.notes if note.code == "blank-again"]
    assert "A 0010, A 0012" in told.message
    assert "A 0008, A 0009" in told.message
    assert "data.yaml" in told.message
    assert "blank-again" not in {note.code for note in desk.build().notes}


def test_too_few_blanks_are_told_before_anything_is_printed(desk: Desk) -> None:
    desk.stock("A 0008", "A 0010")

    found = desk.complaint()

    assert found.code == "blanks-too-few"
    assert found.origin
    assert (Path(found.origin.file).name, found.origin.line) == ("phoi.yaml", 9)
    assert not (desk.folder / "phoi-so-theo-doi.xlsx").exists()


def test_a_paper_that_cannot_be_printed_takes_no_blank(desk: Desk) -> None:
    desk.stock()
    desk.change("name: Lò Văn Bút", "name: " + "Nguyễn Phúc Hoàng " * 9)

    assert desk.complaint().code == "blank-too-narrow"
    assert not (desk.folder / "phoi-so-theo-doi.xlsx").exists()


def test_blanks_that_other_data_took_are_not_given_again(desk: Desk) -> None:
    desk.stock()
    desk.change("  - {name: Lò Văn Bút, born: 19/11/1979, school: Hoa Ban}\n", "")
    other = desk.folder / "other.yaml"
    other.write_text(DATA.replace("Cầm", "Vi").replace("Lò Văn", "Hà Thị"), encoding="utf-8")
    desk.names()

    (outcome,) = build_on_blanks([other], desk.order, desk.blank).outcomes

    assert outcome.error is not None
    assert [one.code for one in outcome.error.diagnostics] == ["blanks-too-few"]


@pytest.mark.parametrize(
    ("spoiled", "there", "instead"),
    [
        ((), "", ""),
        (("A 0008", "A 0010"), "", ""),
        ((), "name: Lò Văn Bút", "name: " + "Nguyễn Phúc Hoàng " * 9),
        ((), "born: 19/11/1979", "born: "),
        ((), "born: 19/11/1979", "born: 31/2/1979"),
    ],
)
def test_a_check_tells_what_a_build_on_blanks_would_and_writes_nothing(
    desk: Desk, spoiled: tuple[str, ...], there: str, instead: str
) -> None:
    desk.stock(*spoiled)
    desk.change(there, instead)
    before = {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()}

    checked = check_on_blanks([desk.data, desk.data], desk.order, desk.blank)

    assert {path: path.read_bytes() for path in desk.folder.rglob("*") if path.is_file()} == before
    assert not any(one.made for one in checked)
    built = [desk.build(), desk.build()]
    assert [(str(one.error), one.notes) for one in checked] == [(str(one.error), one.notes) for one in built]


def test_a_check_of_several_data_files_gives_no_blank_twice(desk: Desk) -> None:
    desk.stock()
    other = desk.folder / "other.yaml"
    other.write_text(DATA.replace("Cầm", "Vi").replace("Lò Văn", "Hà Thị"), encoding="utf-8")

    first, second = check_on_blanks([desk.data, other], desk.order, desk.blank)

    assert first.error is None
    assert second.error is not None
    assert [one.code for one in second.error.diagnostics] == ["blanks-too-few"]


def test_check_takes_a_blank_on_the_command_line(desk: Desk) -> None:
    desk.stock("A 0008", "A 0010")
    options = ["--templates", str(desk.folder / "templates"), "--on-blank", str(desk.blank)]

    result = CliRunner().invoke(app, ["check", str(desk.data), *options])

    assert result.exit_code == ExitCode.DATA
    assert "blanks-too-few" in result.stderr


def test_a_record_whose_columns_were_changed_is_refused_at_its_cell(desk: Desk) -> None:
    desk.stock()
    desk.names()
    path = desk.folder / "phoi-so-theo-doi.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B1"] = "Tên"
    book.save(path)

    with pytest.raises(DataError) as caught:
        desk.build()

    (one,) = caught.value.diagnostics
    assert (one.code, one.origin and one.origin.cell) == ("blank-record-column", "B1")


def test_a_record_that_was_saved_again_in_excel_counts_all_the_same(desk: Desk) -> None:
    desk.stock()
    first = desk.names()
    path = desk.folder / "phoi-so-theo-doi.xlsx"
    book = openpyxl.load_workbook(path)
    book.worksheets[0].column_dimensions["A"].width = 40
    book.save(path)

    assert desk.names() == first


def test_a_record_holds_no_formulas(desk: Desk) -> None:
    desk.stock()
    desk.change("name: Lò Văn Bút", 'name: "=HYPERLINK(1)"')
    desk.names()

    sheet = openpyxl.load_workbook(
        io.BytesIO((desk.folder / "phoi-so-theo-doi.xlsx").read_bytes())
    ).worksheets[0]

    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("text", "first", "last", "count"),
    [
        ("A 000101 - A 000400", "A 000101", "A 000400", 300),
        ("A 000101–000400", "A 000101", "A 000400", 300),
        ("GD-2025/09 đến GD-2025/11", "GD-2025/09", "GD-2025/11", 3),
        ("007", "007", "007", 1),
    ],
)
def test_ranges_are_written_as_people_do(text: str, first: str, last: str, count: int) -> None:
    found = spread(text)

    assert (found[0], found[-1], len(found)) == (first, last, count)


def stock_of(count: int, spoiled: set[int]) -> Stock:
    place = Origin("phoi.yaml", 1, 1)
    gone = {f"A {n}": Spoiled(f"A {n}", "rách", dt.date(2026, 11, 22), place) for n in spoiled}
    return Stock([f"A {n}" for n in range(count)], place, gone)


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 5)), unique=True, max_size=8),
    st.lists(st.sets(st.integers(0, 15), max_size=2), max_size=4),
)
def test_no_blank_is_ever_with_two_papers_and_none_is_given_away_that_was_spoiled(
    papers: list[tuple[str, int]], runs: list[set[int]]
) -> None:
    """The record of each run is what the next one begins with; more and more blanks are spoiled."""
    wanted = [Wanted(source, str(number), f"{source}{number}") for source, number in papers]
    taken: list[Taken] = []
    spoiled: set[int] = set()
    before: dict[Wanted, str] = {}
    for run in [set[int](), *runs]:
        spoiled |= run
        found = give(stock_of(24, spoiled), taken, wanted, "record")
        now = dict(zip(wanted, found.serials, strict=True))

        assert len(set(now.values())) == len(wanted)
        assert not set(now.values()) & {f"A {n}" for n in spoiled}
        kept = {one: serial for one, serial in before.items() if int(serial[2:]) not in spoiled}
        assert all(now[one] == serial for one, serial in kept.items())
        assert not {now[one] for one in wanted if one not in kept} & {one.serial for one in taken}
        taken, before = list(found.taken), now
