"""Who should have sent figures: missing, unknown and double units are told, and a paper can say how many."""

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.compose import build_context
from reportgen.kinds import Shelf, read_kind
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError, KindError
from reportgen.study import Study, study
from tests.helpers.cases import split, write

FILES = """
--- templates/report/kind.yaml
title: Báo cáo
fields:
  schools:
    label: Các trường
    rows: {school: {type: text, label: Trường}, staff: {type: count, label: Số CBQL}}
    reported_by: school
figures:
  staff: sum(schools.staff)
  asked: count(expected.schools)
  reported: count(expected.schools, where=expected.schools.reported)
outputs: {pdf: report.html}
--- templates/report/report.html
<p>{{ staff }}</p>
{% if expected %}<p>{{ reported }}/{{ asked }} trường đã nộp.
{% for one in expected.schools %}{% if not one.reported %}Chưa nộp: {{ one.school }}. {% endif %}{% endfor %}
</p>{% endif %}
--- nop/le-loi.csv
Trường,Số CBQL
lê  lợi,2
LÊ LỢI,3
--- nop/hoa-binh.csv
Trường,Số CBQL
Hoà Bình,4
--- danh-sach.csv
Số,Tên đơn vị
1,Lê Lợi
2,Hòa Bình
3,Kim Đồng
4,Trần Phú
"""
LISTED = "{from: danh-sach.csv, column: Tên đơn vị}"
SOME = "{from: nop/*.csv}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, split(FILES)[1])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(expected: str, schools: str = SOME) -> Study:
    asked = f"expected: {{schools: {expected}}}\n" if expected else ""
    Path("data.yaml").write_text(f"kind: report\n{asked}schools: {schools}\n", encoding="utf-8")
    return study(Path("data.yaml"), Shelf.usual())


def mistakes(expected: str, schools: str = SOME) -> list[tuple[str, str]]:
    with pytest.raises(DataError) as caught:
        read(expected, schools)
    return [(one.code, str(one.origin)) for one in caught.value.diagnostics if one.stops]


def warned(found: Study) -> list[Diagnostic]:
    """List the warnings but for that of other spellings, which these files always have."""
    return [note for note in found.notes if note.severity == "warning" and note.code != "units-otherwise"]


def figures(found: Study) -> dict[str, object]:
    return {name: figure.value for name, figure in found.figures.named.items()}


def test_who_is_missing_is_warned_of_and_the_figures_go_on() -> None:
    found = read(LISTED)

    (missing,) = warned(found)
    assert (missing.code, str(missing.origin)) == ("units-missing", "danh-sach.csv:4:3")
    assert "2 of 4" in missing.message
    assert missing.message.endswith("Kim Đồng, Trần Phú")
    assert figures(found) == {"staff": 9, "asked": 4, "reported": 2}


def test_names_may_stand_in_the_data_file() -> None:
    (missing,) = warned(read("[Lê Lợi, Kim Đồng, Hòa Bình]"))

    assert str(missing.origin) == "data.yaml:2:30"


def test_nobody_is_missing_when_all_are_there() -> None:
    found = read("[Hòa Bình, Lê Lợi]")

    assert not warned(found)
    assert figures(found) == {"staff": 9, "asked": 2, "reported": 2}


def test_units_that_write_their_name_otherwise_than_the_list_are_told_together() -> None:
    (told,) = (note for note in read(LISTED).notes if note.code == "units-otherwise")

    assert str(told.origin) == "nop/hoa-binh.csv:2:1"
    assert "'Hoà Bình' (nop/hoa-binh.csv:2:1) → 'Hòa Bình'" in told.message
    assert "'lê lợi' (nop/le-loi.csv:2:1) → 'Lê Lợi'" in told.message


def test_without_a_list_what_counts_it_is_absent() -> None:
    assert figures(read("")) == {"staff": 9, "asked": None, "reported": None}


def test_an_unknown_unit_is_an_error_at_its_first_row_and_those_missing_are_suggested() -> None:
    Path("nop/kim-dong.csv").write_text("Trường,Số CBQL\nKim Đòng,1\nKim Đòng,1\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read(LISTED)
    unknown = [one for one in caught.value.diagnostics if one.stops]
    assert [(one.code, str(one.origin)) for one in unknown] == [("unit-unknown", "nop/kim-dong.csv:2:1")]
    assert "did you mean 'Kim Đồng'?" in unknown[0].message
    (missing,) = (one for one in caught.value.diagnostics if one.code == "units-missing")
    assert missing.message.endswith("1 of 4 that are expected in Các trường have not reported: Trần Phú")


def test_a_unit_is_not_taken_for_another_because_all_schools_begin_alike(folder: Path) -> None:
    sent = "Trường,Số CBQL\nTrường Mầm non Lạ Hoắc,1\nTrường MN Sao Mai,2\n"
    (folder / "nop" / "la.csv").write_text(sent, encoding="utf-8")
    names = "[Lê Lợi, Hòa Bình, Trường Mầm non Ban Mai, Trường Mầm non Sao Mai]"

    with pytest.raises(DataError) as caught:
        read(names)
    said = {one.code: one.message for one in caught.value.diagnostics}
    first, second = (one.message for one in caught.value.diagnostics if one.code == "unit-unknown")

    assert "did you mean" not in first
    assert second.endswith("did you mean 'Trường Mầm non Sao Mai'?")
    assert "Trường Mầm non Ban Mai" in said["units-missing"]


def test_a_correction_gives_a_unit_its_name() -> None:
    Path("nop/kim-dong.csv").write_text("Trường,Số CBQL\nKim Đòng,1\n", encoding="utf-8")
    said = "old: Kim Đòng, new: Kim Đồng, who: cô Hà, when: 14/5/2025, why: gõ nhầm"
    schools = f"{SOME}\ncorrections: [{{at: nop/kim-dong.csv:2:1, {said}}}]"

    assert figures(read(LISTED, schools))["reported"] == 3


def test_a_unit_in_two_files_is_an_error_that_names_both_once() -> None:
    Path("nop/le-loi-lan-2.csv").write_text("Trường,Số CBQL\nLê Lợi,2\nLê Lợi,3\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read(LISTED)
    (twice,) = (one for one in caught.value.diagnostics if one.stops)
    assert (twice.code, str(twice.origin)) == ("unit-twice", "nop/le-loi.csv:2:1")
    assert [str(place) for _, place in twice.related] == ["nop/le-loi-lan-2.csv:2:1"]
    assert "nop/le-loi.csv and in nop/le-loi-lan-2.csv" in twice.message


def test_it_is_settled_by_naming_the_file_that_does_not_count() -> None:
    Path("nop/le-loi-lan-2.csv").write_text("Trường,Số CBQL\nLê Lợi,2\nLê Lợi,9\n", encoding="utf-8")

    assert figures(read(LISTED, "{from: nop/*.csv, except: le-loi.csv}"))["staff"] == 15


def test_a_row_in_the_data_file_and_one_in_a_table_are_two() -> None:
    assert mistakes(LISTED, f"[{SOME}, {{school: Hòa Bình, staff: 1}}]") == [("unit-twice", "data.yaml:3:39")]


@pytest.fixture
def keyed(folder: Path) -> Path:
    """Let a row be known by its school alone."""
    kind = folder / "templates" / "report" / "kind.yaml"
    kind.write_text(
        kind.read_text(encoding="utf-8").replace("reported_by: school", "key: school"), encoding="utf-8"
    )
    return folder


def test_a_key_of_one_column_names_who_reports(keyed: Path) -> None:
    (keyed / "nop" / "le-loi.csv").write_text("Trường,Số CBQL\nLê Lợi,2\n", encoding="utf-8")

    assert figures(read(LISTED)) == {"staff": 6, "asked": 4, "reported": 2}


def test_rows_without_a_name_are_no_unit_that_is_there_twice(keyed: Path) -> None:
    (keyed / "nop" / "le-loi.csv").write_text("Trường,Số CBQL\n,2\n", encoding="utf-8")
    (keyed / "nop" / "hoa-binh.csv").write_text("Trường,Số CBQL\n,3\n", encoding="utf-8")

    assert {one.code for one in read(LISTED).notes} >= {"missing-cells", "units-missing"}


@pytest.mark.parametrize("name", ["Lê Lợi", "LÊ LỢI"])
def test_the_same_key_in_two_files_is_told_once_however_it_is_written(keyed: Path, name: str) -> None:
    (keyed / "nop" / "le-loi.csv").write_text("Trường,Số CBQL\nLê Lợi,2\n", encoding="utf-8")
    (keyed / "nop" / "le-loi-lan-2.csv").write_text(f"Trường,Số CBQL\n{name},2\n", encoding="utf-8")

    assert mistakes(LISTED) == [("unit-twice", "nop/le-loi.csv:2:1")]


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("{from: danh-sach.csv}", ("expected-column", "danh-sach.csv:1:1")),
        ("{from: danh-sach.csv, column: Đơn vị}", ("list-no-column", "data.yaml:2:51")),
        ("[Lê Lợi, Hòa Bình, Lê lợi]", ("expected-twice", "data.yaml:2:40")),
        ("Lê Lợi", ("expected-no-list", "data.yaml:2:21")),
        ("[[Lê Lợi]]", ("expected-no-list", "data.yaml:2:21")),
        ("{from: none.csv}", ("graft-missing", "data.yaml:2:28")),
    ],
)
def test_a_list_that_is_none_is_told_alone(expected: str, found: tuple[str, str]) -> None:
    assert mistakes(expected) == [found]


def test_nothing_else_has_a_list() -> None:
    Path("data.yaml").write_text("kind: report\nexpected: {school: [A]}\nschools: []\n", encoding="utf-8")

    with pytest.raises(DataError) as caught:
        study(Path("data.yaml"), Shelf.usual())
    (one,) = caught.value.diagnostics
    assert (one.code, str(one.origin)) == ("unknown-key", "data.yaml:2:12")


def test_a_file_that_cannot_be_read_makes_nobody_missing(folder: Path) -> None:
    (folder / "nop" / "kim-dong.csv").write_bytes(b"")

    with pytest.raises(DataError) as caught:
        read(LISTED)
    assert [one.code for one in caught.value.diagnostics if one.stops] == ["table-empty"]
    assert "units-missing" not in {one.code for one in caught.value.diagnostics}


def test_a_file_that_cannot_be_read_hides_no_value_over_its_limit(folder: Path) -> None:
    kind = folder / "templates" / "report" / "kind.yaml"
    limited = "staff: {type: count, label: Số CBQL}, trained: {type: count, at_most: staff, label: Đã học}}"
    text = kind.read_text(encoding="utf-8").replace("staff: {type: count, label: Số CBQL}}", limited)
    kind.write_text(text, encoding="utf-8")
    for name in ("le-loi", "hoa-binh"):
        sent = f"Trường,Số CBQL,Đã học\n{name},2,3\n"
        (folder / "nop" / f"{name}.csv").write_text(sent, encoding="utf-8")
    (folder / "nop" / "kim-dong.xlsx").write_bytes(b"")

    assert mistakes("", "{from: nop/*}") == [
        ("workbook-broken", "nop/kim-dong.xlsx"),
        ("over-limit", "nop/hoa-binh.csv:2:12"),
        ("over-limit", "nop/le-loi.csv:2:10"),
    ]


def test_all_are_missing_when_nothing_came_at_all() -> None:
    found = read(LISTED, "[]")

    assert "4 of 4" in warned(found)[0].message
    assert figures(found)["reported"] == 0


def test_why_lists_those_who_have_reported() -> None:
    read(LISTED)

    told = CliRunner().invoke(app, ["why", "reported", "data.yaml"], catch_exceptions=False).stdout

    assert told.splitlines()[-2:] == [
        "    counts    [danh-sach.csv:2:3]",
        "    counts    [danh-sach.csv:3:3]",
    ]


def test_a_template_lists_those_who_have_not() -> None:
    found = read(LISTED)

    context = build_context(found.dataset, found.figures, found.kind, today=dt.date(2025, 5, 20))

    expected = context.values["expected"]
    assert isinstance(expected, dict)
    assert [row["school"] for row in expected["schools"] if not row["reported"]] == ["Kim Đồng", "Trần Phú"]


def test_a_page_says_how_many_have_reported() -> None:
    read(LISTED)

    made = CliRunner().invoke(app, ["build", "data.yaml", "--to", "pdf"], catch_exceptions=False)

    assert made.exit_code == 0, made.stderr


def test_who_reports_must_be_a_column_of_names(folder: Path) -> None:
    kind = folder / "templates" / "report" / "kind.yaml"
    text = kind.read_text(encoding="utf-8")
    kind.write_text(text.replace("reported_by: school", "reported_by: staff"), encoding="utf-8")

    with pytest.raises(KindError) as caught:
        read_kind(kind.parent)
    assert next(one.code for one in caught.value.diagnostics) == "kind-unknown-column"
