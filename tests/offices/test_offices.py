"""Offices by their days: what a paper takes from offices.yaml, and what was not there on its day."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.batch import Order, make_plan
from reportgen.cli.app import app
from reportgen.kinds import Shelf
from reportgen.pipeline import produce
from reportgen.study import study
from tests.helpers.written import Written, written_as

ROOT = Path(__file__).parents[2]
PAPER = """
    date: issued_on
    fields:
      parent: {type: text, from_office: "{parent}"}
      office: {type: text, from_office: "{office}"}
      symbol: {type: code, from_office: "BC-{symbol}"}
      authority: {type: text, optional: true, from_office: "{authority}"}
      position: {type: text, from_office: "{position}"}
      signer: {type: text, from_office: "{signer}"}
      to: {list: text, optional: true, names_office: true}
      issued_on: date
    --- offices.yaml
    own: Phòng Văn hóa - Xã hội phường Kỳ Lừa
    offices:
      - name: Phòng Văn hóa - Xã hội phường Kỳ Lừa
        heading: Phòng Văn hóa - Xã hội
        parent: UBND phường Kỳ Lừa
        symbol: VHXH
        signers:
          - {position: Trưởng phòng, name: Trần Thị Mây}
          - {position: Phó Trưởng phòng, authority: KT. Trưởng phòng, name: Vũ Văn Sông}
        from: 01/07/2025
      - name: Phòng Giáo dục và Đào tạo
        parent: UBND quận Kỳ Lừa
        symbol: PGDĐT
        signers: [{position: Trưởng phòng, name: Lò Văn Núi}]
        until: 30/06/2025
        successors: [Phòng Văn hóa - Xã hội phường Kỳ Lừa]
    --- data.yaml
    """


def head(written: Written) -> list[object]:
    values = written.study().dataset.values
    return [values[name] for name in ("parent", "office", "symbol", "authority", "position", "signer")]


@written_as(PAPER + "issued_on: 20/8/2025")
def test_what_the_data_leave_out_is_taken_from_the_offices_file_with_its_place(written: Written) -> None:
    sources = written.study().dataset.sources

    assert head(written) == [
        "UBND phường Kỳ Lừa", "Phòng Văn hóa - Xã hội", "BC-VHXH", None, "Trưởng phòng", "Trần Thị Mây",
    ]  # fmt: skip
    place = sources.nearest(("parent",))
    assert (Path(place.file).name, place.line, place.column) == ("offices.yaml", 5, 13)


@written_as(PAPER.replace("parent: UBND phường Kỳ Lừa", "parent:") + "issued_on: 20/8/2025")
def test_an_office_may_have_none_above_it(written: Written) -> None:
    found = written.study()

    assert (found.dataset.values["parent"], found.missing) == ("", [])


@written_as(PAPER.replace("parent: UBND phường Kỳ Lừa", "") + "issued_on: 20/8/2025")
def test_where_nobody_says_who_is_above_an_office_that_is_missing(written: Written) -> None:
    assert [note.message for note in written.study().missing] == ["'parent' is still missing"]


def test_a_committee_s_head_begins_with_its_own_name_in_both_formats(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data/so-ket-van-khe", tmp_path / "data")
    data = tmp_path / "data/bien-ban.yaml"
    lines = [
        line for line in data.read_text("utf-8").splitlines() if not line.startswith(("parent:", "office:"))
    ]
    data.write_text("\n".join(lines), "utf-8")
    (tmp_path / "data/offices.yaml").unlink(missing_ok=True)
    (tmp_path / "data/offices.yaml").write_text(
        "own: UBND xã Suối Cạn\noffices: [{name: UBND xã Suối Cạn, parent: }]", "utf-8"
    )
    order = Order(Shelf.usual(), dt.date(2026, 11, 22))
    (paper, _) = (document.paper for document in make_plan(data, order).documents)

    for target in ("docx", "pdf"):
        pieces = [text.strip() for text, _ in produce(paper, target).script.pieces if text.strip()]
        assert pieces[0].startswith("UBND XÃ SUỐI CẠN")


@written_as(PAPER + "issued_on: 20/8/2025\n    signer: Vũ Văn Sông")
def test_who_signs_for_somebody_has_two_lines(written: Written) -> None:
    assert head(written)[3:] == ["KT. Trưởng phòng", "Phó Trưởng phòng", "Vũ Văn Sông"]


@written_as(PAPER + "issued_on: 20/8/2025\n    position: Chuyên viên")
def test_where_the_data_say_as_what_somebody_signs_nobody_elses_name_is_taken(written: Written) -> None:
    found = study(written.data, written.shelf)

    assert [found.dataset.values[name] for name in ("authority", "position")] == [None, "Chuyên viên"]
    assert [note.message for note in found.missing] == ["'signer' is still missing"]


@written_as(PAPER + "office: Phòng Giáo dục và Đào tạo\n    issued_on: 30/6/2025")
def test_an_office_signs_on_its_last_day(written: Written) -> None:
    assert head(written)[:3] == ["UBND quận Kỳ Lừa", "Phòng Giáo dục và Đào tạo", "BC-PGDĐT"]


@written_as(PAPER + "office: Phòng Giáo dục và Đào tạo\n    issued_on: 01/7/2025")
def test_a_day_later_it_is_told_who_took_over(written: Written) -> None:
    complaint = written.complaint()

    assert complaint.code == "office-ended"
    assert complaint.origin is not None
    assert (complaint.origin.line, complaint.origin.column) == (2, 9)
    assert "Phòng Văn hóa - Xã hội phường Kỳ Lừa" in complaint.hint


@written_as(PAPER.replace("from: 01/07/2025", "until: 30/06/2030") + "issued_on: 1/7/2030")
def test_where_the_data_name_no_office_its_end_is_told_at_the_date(written: Written) -> None:
    complaint = written.complaint()

    assert complaint.code == "office-ended"
    assert complaint.origin is not None
    assert (complaint.origin.line, complaint.origin.column) == (2, 12)


@written_as(
    PAPER.replace("symbol: PGDĐT", "sybmol: PGDĐT").replace("30/06/2025", "31/06/2025") + "issued_on: x"
)
def test_mistakes_of_the_offices_file_and_of_the_data_are_told_in_one_run_and_nothing_else(
    written: Written,
) -> None:
    found = [(one.code, one.origin.line, one.origin.column) for one in written.complaints() if one.origin]

    assert found == [("office-unknown-key", 13, 5), ("no-such-day", 15, 12), ("not-a-date", 2, 12)]


@written_as(PAPER + "issued_on:")
def test_a_draft_without_a_date_takes_the_names_that_are_still_there(written: Written) -> None:
    assert head(written)[0] == "UBND phường Kỳ Lừa"


@written_as(PAPER + "issued_on: 20/8/2025\n    to: [Sở Giáo dục và Đào tạo, 'UBND huyện Lộc Bình']")
def test_an_office_of_a_district_receives_nothing_after_districts_ended(written: Written) -> None:
    complaint = written.complaint()

    assert (complaint.code, dict(complaint.values)["name"]) == ("district-ended", "UBND huyện Lộc Bình")


@pytest.mark.parametrize(
    ("name", "ended"),
    [
        ("UBND quận Lê Chân", True), ("Ủy ban nhân dân huyện Đồi Thông", True),
        ("Uỷ ban nhân dân thị xã X", True), ("UBND QUẬN LÊ CHÂN", True), ("UBND Quận 1", True),
        ("Phòng GD&ĐT huyện Suối Cạn", True), ("Phòng Giáo dục và Đào tạo thị xã Ninh Khê", True),
        ("UBND thành phố Hải Phòng", False), ("UBND phường Kỳ Lừa", False),
        ("Trường Mầm non huyện Cũ", False),
        ("Các trường thuộc quận Lê Chân trước đây", False), ("UBND xã Quận Vân", False),
    ],
)  # fmt: skip
def test_districts_are_known_by_how_their_offices_are_called(
    tmp_path: Path, name: str, *, ended: bool
) -> None:
    folder = tmp_path / "templates" / "k"
    folder.mkdir(parents=True)
    fields = "{to: {list: text, names_office: true}, day: date}"
    (folder / "kind.yaml").write_text(
        f"title: x\ndate: day\nfields: {fields}\noutputs: {{pdf: x.html}}", "utf-8"
    )
    (folder / "x.html").write_text("x", "utf-8")
    result = {}
    for day in ("30/6/2025", "1/7/2025"):
        data = tmp_path / "data.yaml"
        data.write_text(f"kind: k\nday: {day}\nto: ['{name}']", "utf-8")
        result[day] = CliRunner().invoke(app, ["figures", str(data), "--templates", str(folder.parent)])

    assert "district-ended" not in result["30/6/2025"].output
    assert ("district-ended" in result["1/7/2025"].output) is ended


def test_a_paper_without_an_offices_file_is_as_it_was(written: Written) -> None:
    """
    date: day
    fields: {office: {type: text, from_office: "{office}"}, day: date}
    --- data.yaml
    office: Sở Giáo dục và Đào tạo
    day: 20/8/2025
    """
    found = written.study()

    assert (found.dataset.values["office"], found.notes) == ("Sở Giáo dục và Đào tạo", ())


ROUNDS = """
    date: day
    fields:
      day: date
      units: {rows: {unit: text, trained: count}, key: unit}
    tables:
      by_unit: {of: units, by: unit, figures: {reached: sum(earlier.units.trained) + sum(units.trained)}}
    --- offices.yaml
    units:
      - {old: quận Kỳ Lừa, new: phường Kỳ Lừa, on: 01/07/2025}
      - {old: quận Tam Thanh, new: phường Kỳ Lừa, on: 01/07/2025}
    --- one.yaml
    kind: k
    day: 20/12/2024
    units: [{unit: quận Kỳ Lừa, trained: 12}, {unit: quận Tam Thanh, trained: 30}]
    --- data.yaml
    earlier: [one.yaml]
    """


def reached(written: Written) -> list[object]:
    return [figure.value for figure in written.study().figures.tables["by_unit"].figures["reached"]]


@written_as(ROUNDS.replace("old: quận Tam Thanh", "odl: quận Tam Thanh") + "day: 20/12/2025\n    units: []")
def test_a_mistake_of_the_offices_file_is_told_once_however_many_rounds_read_it(written: Written) -> None:
    (complaint,) = written.complaints()

    assert (complaint.code, complaint.origin and complaint.origin.column) == ("office-unknown-key", 6)


@written_as(ROUNDS + "day: 20/12/2025\n    units: [{unit: phường Kỳ Lừa, trained: 5}]")
def test_rounds_before_and_after_units_were_merged_are_added_up(written: Written) -> None:
    assert reached(written) == [47]
    followed = [note for note in written.study().notes if note.code == "unit-followed"]
    assert [(note.origin and note.origin.line) for note in followed] == [3, 3]


@written_as(
    ROUNDS + "day: 20/12/2025\n"
    "    units: [{unit: quận Kỳ Lừa, trained: 5}, {unit: quận Tam Thanh, trained: 1}]"
)
def test_units_that_the_data_still_call_by_their_old_names_keep_them(written: Written) -> None:
    assert reached(written) == [17, 31]


@written_as(
    ROUNDS.replace(
        "units:\n      - {old",
        "units:\n      - {old: phường Kỳ Lừa, new: phường Kỳ, on: 1/1/2026}\n      - {old",
        1,
    )
    + "day: 20/2/2026\n    units: [{unit: phường Kỳ, trained: 5}]"
)
def test_units_that_were_merged_and_renamed_again_are_followed_to_the_name_in_use(written: Written) -> None:
    assert reached(written) == [47]


@written_as(ROUNDS + "day: 20/6/2025\n    units: [{unit: phường Kỳ Lừa, trained: 5}]")
def test_before_the_day_a_unit_is_not_yet_the_other(written: Written) -> None:
    assert {one.code for one in written.complaints()} == {"group-gone"}
