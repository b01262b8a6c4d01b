"""What changed between two data files: listed exactly, with both places."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.diff import Change, Comparison, RowChange, TableChanges, diff
from reportgen.diff.align import aligned, matched
from reportgen.kinds import Shelf
from reportgen.model.errors import DataError
from tests.helpers.written import Written, write_kind, written_as

KIND = """
    fields:
      round: {type: count, label: Đợt}
      note: {type: text, optional: true}
      target: {type: percent, default: 100%}
      signer: {optional: true, group: {name: text, position: text}}
      agenda: {optional: true, list: {title: text, minutes: count}}
      units:
        label: Đơn vị
        rows: {name: text, staff: {type: count, label: Số người}, trained: count}
        key: name
        columns: {rate: {formula: "share(units.trained, units.staff)", as: percent, places: 0}}
    figures:
      staff: sum(units.staff)
      trained: sum(units.trained)
      trained_share: {formula: "share(trained, staff)", as: percent, places: 0, label: Tỷ lệ}
      half: {formula: round / 2, places: 1}
    ---
    round: 1
    units: {from: u.csv}
    --- u.csv
    name,staff,trained
    a,400,300
    b,329,312
    --- new.yaml
    kind: k
    """


def compared(written: Written) -> Comparison:
    return diff(written.data, written.folder / "new.yaml", written.shelf)[0]


def only(table: TableChanges) -> RowChange:
    (row,) = table.rows
    return row


def sides(change: Change) -> tuple[str, str | None, str | None]:
    return change.name, change.old, change.new


def places(change: Change | RowChange) -> list[tuple[str, int | None, int | None]]:
    return [(Path(at.file).name, at.line, at.column) for at in (change.old_at, change.new_at) if at]


@written_as(KIND + "round: 01\n    units: {from: u.csv}\n    target: '100,0%'\n")
def test_what_is_only_written_otherwise_is_no_difference(written: Written) -> None:
    assert compared(written).equal


@written_as(
    KIND
    + """round: 1
    units: {from: v.csv}
    --- v.csv
    name,staff,trained
    a,400,300
    b,330,312
    """
)
def test_a_changed_cell_has_both_places_and_changes_what_is_computed_from_it(written: Written) -> None:
    found = compared(written)

    row = only(found.data.tables[0])
    assert (row.how, row.key) == ("changed", "b")
    assert [sides(cell) for cell in row.cells] == [("staff", "329", "330")]
    assert places(row.cells[0]) == [("u.csv", 3, 3), ("v.csv", 3, 3)]
    assert [sides(figure) for figure in found.figures] == [("staff", "729", "730")]
    assert found.figures[0].difference == 1


@written_as(
    KIND
    + """round: 1
    units: {from: v.csv}
    --- v.csv
    name,staff,trained
    a,400,300
    b,330,312
    """
)
def test_a_figure_that_prints_the_same_is_told_with_its_exact_difference(written: Written) -> None:
    (share,) = compared(written).alike

    assert sides(share) == ("trained_share", "84%", "84%")
    assert share.difference == Fraction(61200, 730) - Fraction(61200, 729)
    assert (share.points, share.about) == (True, "≈ -0,12")


@written_as(
    KIND
    + """round: 1
    units: [{name: c, staff: 10, trained: 5}, {name: b, staff: 329, trained: 312}]
    """
)
def test_rows_that_came_and_went_are_told_whole_and_where_they_stand(written: Written) -> None:
    went, came = compared(written).data.tables[0].rows

    assert (went.how, went.key, places(went)) == ("went", "a", [("u.csv", 2, 1)])
    assert (came.how, came.key, places(came)) == ("came", "c", [("new.yaml", 3, 9)])
    assert [sides(cell) for cell in came.cells] == [
        ("name", None, "c"),
        ("staff", None, "10"),
        ("trained", None, "5"),
        ("rate", None, "50%"),
    ]


@written_as(
    KIND + "round: 1\n    units: [{name: b, staff: 329, trained: 312}, {name: a, staff: 400, trained: 300}]"
)
def test_rows_in_another_order_are_a_difference_of_its_own(written: Written) -> None:
    found = compared(written)

    assert [(table.rows, table.moved) for table in found.data.tables] == [((), True)]
    assert not found.figures


@written_as(
    KIND
    + """units: {from: u.csv}
    note: khác
    signer: {name: A}
    target: 95%
    """
)
def test_what_was_not_given_and_what_is_missing_are_told_as_such(written: Written) -> None:
    found = compared(written)

    assert [sides(change) for change in found.data.fields] == [
        ("round", "1", "(still missing)"),
        ("note", "(not given)", "khác"),
        ("target", "100%", "95%"),
        ("signer", "(not given)", "name: A; position: (still missing)"),
    ]
    assert [change.difference for change in found.data.fields] == [None, None, -5, None]
    assert [sides(figure) for figure in found.figures] == [("half", "0,5", "(still missing)")]


@written_as(
    """
    fields:
      signer: {label: Người ký, group: {name: {type: text, label: Họ tên}, position: text}}
      agenda: {label: Chương trình, list: {title: text, n: count}}
    ---
    signer: {name: A, position: Chủ tịch}
    agenda: [{title: một, n: 10}, {title: hai, n: 2}, {title: ba, n: 30}, {title: bốn, n: 4}]
    --- new.yaml
    kind: k
    signer: {name: B, position: Chủ tịch}
    agenda: [{title: hai, n: 2}, {title: ba, n: 35}, {title: bốn, n: 4}, {title: n, n: 5}]
    """
)
def test_groups_and_lists_are_compared_inside(written: Written) -> None:
    name, went, minutes, came = compared(written).data.fields

    assert (sides(name), name.title) == (("signer.name", "A", "B"), "Người ký › Họ tên")
    assert places(name) == [("data.yaml", 2, 16), ("new.yaml", 2, 16)]
    assert sides(went) == ("agenda.1", "title: một; n: 10", None)
    assert (sides(minutes), minutes.title) == (("agenda.2.n", "30", "35"), "Chương trình › 2 › n")
    assert sides(came) == ("agenda.4", None, "title: n; n: 5")


@written_as(
    """
    fields: {units: {rows: {area: text, staff: count}}}
    tables: {by_area: {of: units, by: area, figures: {staff: sum(units.staff)}}}
    ---
    units: [{area: a, staff: 1}, {area: b, staff: 2}, {area: b, staff: 3}]
    --- new.yaml
    kind: k
    units: [{area: a, staff: 1}, {area: b, staff: 3}, {area: c, staff: 4}]
    """
)
def test_a_derived_table_is_compared_by_group_with_its_total(written: Written) -> None:
    found = compared(written)
    (table,) = found.grouped

    assert table.key == ("area",)
    assert [(row.how, row.key) for row in table.rows] == [
        ("changed", "b"),
        ("came", "c"),
        ("changed", "total"),
    ]
    assert sides(table.rows[0].cells[0]) == ("by_area.staff (b)", "5", "3")
    assert sides(table.rows[2].cells[0]) == ("by_area.staff (total)", "6", "8")


@written_as(
    """
    fields: {units: {rows: {area: text, staff: count}}}
    ---
    units: [{area: a, staff: 1}, {area: b, staff: 2}, {area: c, staff: 3}, {area: d, staff: 4}]
    --- new.yaml
    kind: k
    units: [{area: b, staff: 2}, {area: c, staff: 33}, {area: d, staff: 4}, {area: e, staff: 5}]
    """
)
def test_without_a_key_rows_are_matched_by_their_place_between_those_that_are_equal(written: Written) -> None:
    (table,) = compared(written).data.tables

    assert table.key == ()
    assert [(row.how, row.key) for row in table.rows] == [
        ("went", "row 1"),
        ("changed", "row 2"),
        ("came", "row 4"),
    ]


@written_as(
    """
    fields:
      units: {rows: {name: text, staff: count}, key: name, columns: {double: "units.staff * 2"}}
      other: count?
    figures: {staff: sum(units.staff)}
    ---
    staff: 3
    units: [{name: a, staff: 3, double: 6}]
    assumed: {units.staff: chưa có báo cáo}
    --- new.yaml
    kind: k
    staff: 4
    units: [{name: a, staff: 3}]
    assumed: {units.staff: theo quyết định, other: đoán}
    """
)
def test_claims_and_assumptions_are_compared_too(written: Written) -> None:
    data = compared(written).data

    assert [sides(claim) for claim in data.claims] == [("staff", "3", "4")]
    assert places(data.claims[0]) == [("data.yaml", 2, 8), ("new.yaml", 2, 8)]
    assert [sides(cell) for cell in only(data.tables[0]).cells] == [("double (claimed)", "6", None)]
    assert [sides(one) for one in data.assumed] == [
        ("units.staff", "chưa có báo cáo", "theo quyết định"),
        ("other", None, "đoán"),
    ]


@written_as(
    """
    fields: {units: {rows: {name: text, staff: count}, key: name}}
    figures: {reached: sum(earlier.units.staff) + sum(units.staff)}
    ---
    earlier: [one.yaml]
    units: [{name: a, staff: 3}]
    --- new.yaml
    kind: k
    earlier: [two.yaml, three.yaml]
    units: [{name: a, staff: 3}]
    --- one.yaml
    kind: k
    units: [{name: a, staff: 1}]
    --- two.yaml
    kind: k
    units: [{name: a, staff: 2}]
    --- three.yaml
    kind: k
    units: [{name: a, staff: 10}]
    """
)
def test_a_figure_that_changed_by_an_earlier_file_is_not_left_unexplained(written: Written) -> None:
    found = compared(written)

    assert [sides(figure) for figure in found.figures] == [("reached", "4", "15")]
    (earlier,) = found.earlier
    assert sides(only(earlier.tables[0]).cells[0]) == ("staff", "1", "2")
    (named,) = found.data.fields
    assert (named.name, named.old, Path(str(named.new)).name) == ("earlier.2", None, "three.yaml")


@written_as(
    """
    fields: {n: count}
    ---
    n: x
    --- new.yaml
    kind: k
    n: y
    """
)
def test_the_mistakes_of_both_files_are_told(written: Written) -> None:
    with pytest.raises(DataError) as caught:
        compared(written)

    told = [(one.code, Path(one.origin.file).name) for one in caught.value.diagnostics if one.origin]
    assert told == [("not-a-number", "data.yaml"), ("not-a-number", "new.yaml")]


@written_as("fields: {n: count}\n---\nn: 1\n--- new.yaml\nkind: other\nn: 1\n")
def test_files_of_two_kinds_are_not_compared(written: Written) -> None:
    write_kind(written.folder, "other", "fields: {n: count}\n")

    with pytest.raises(DataError) as caught:
        compared(written)

    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "diff-other-kind"
    assert diagnostic.origin
    assert (Path(diagnostic.origin.file).name, diagnostic.origin.line) == ("new.yaml", 1)


# --- the command --------------------------------------------------------------------------------------------


def told(written: Written, *options: str) -> Any:
    templates = str(written.folder / "templates")
    new = str(written.folder / "new.yaml")
    return CliRunner().invoke(app, ["diff", str(written.data), new, "--templates", templates, *options])


@written_as(KIND + "round: 1\n    units: {from: u.csv}\n")
def test_the_first_line_says_that_there_is_no_difference(written: Written) -> None:
    result = told(written)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].endswith("new.yaml: no difference")


@written_as(KIND + "round: 2\n    units: [{name: a, staff: 400, trained: 300}]\n")
def test_the_first_line_counts_what_differs_and_the_rest_shows_it(written: Written) -> None:
    result = told(written)

    first, *rest = result.stdout.splitlines()
    assert result.exit_code == 0
    assert first.endswith("changed: 4 figures, 1 value, 1 row")
    assert any(line.startswith("  Đợt (round): 1 → 2  (+1)    [") for line in rest)
    assert "  Tỷ lệ (trained_share): 84% → 75%  (≈ -8,95 points)" in rest
    assert "Đơn vị (units), by name" in rest
    assert any(line.startswith("  - b    [") and line.endswith("u.csv:3:1]") for line in rest)


@written_as(KIND + "round: 2\n    units: {from: u.csv}\n")
def test_machines_get_the_same_as_json(written: Written) -> None:
    record = json.loads(told(written, "--format", "json").stdout)

    assert (record["kind"], record["equal"]) == ("k", False)
    (change,) = record["fields"]
    assert (change["old"], change["new"], change["difference"]) == ("1", "2", "+1")
    assert (change["new_at"]["line"], change["new_at"]["column"]) == (2, 8)
    assert [figure["name"] for figure in record["figures"]] == ["half"]


@written_as(
    """
    fields: {note: text}
    ---
    note: Các đơn vị nộp báo cáo đúng hạn, đủ biểu mẫu; một số đơn vị còn nộp bản viết tay, khó tổng hợp.
    --- new.yaml
    kind: k
    note: Các đơn vị nộp báo cáo đúng hạn, đủ biểu mẫu; nhiều đơn vị còn nộp bản viết tay, khó tổng hợp.
    """
)
def test_of_long_texts_the_part_that_differs_is_shown(written: Written) -> None:
    assert (
        "“…g hạn, đủ biểu mẫu; một số đơn vị còn nộp bản …” → “…g hạn, đủ biểu mẫu; nhiều đơn vị"
        in told(written).stdout
    )


@written_as(
    """
    fields: {n: count}
    figures: {m: n + 0}
    ---
    n: 1
    --- new.yaml
    kind: k
    n: 2
    m: 1
    """
)
def test_what_contradicts_the_figures_is_told_beside_and_does_not_fail(written: Written) -> None:
    result = told(written)

    assert result.exit_code == 0
    assert "error[claim-differs]" in result.stderr
    assert "  m: – → 1" in result.stdout


def test_long_lists_are_cut_and_all_of_them_can_be_had(tmp_path: Path) -> None:
    write_kind(tmp_path, "k", "fields: {units: {rows: {n: count}, key: n}}\n")
    (tmp_path / "data.yaml").write_text("kind: k\nunits: []\n", encoding="utf-8")
    rows = "".join(f"  - n: {number}\n" for number in range(50))
    (tmp_path / "new.yaml").write_text(f"kind: k\nunits:\n{rows}", encoding="utf-8")
    written = Written(tmp_path, tmp_path / "data.yaml", Shelf([tmp_path / "templates"]))

    assert "  … and 10 more; --all shows them" in told(written).stdout
    assert told(written, "--all").stdout.count("  + ") == 50


# --- whatever the files are ---------------------------------------------------------------------------------

NAMES = st.text("abcđoơ", min_size=1, max_size=4)
ROWS = st.dictionaries(NAMES, st.tuples(st.integers(0, 3000), st.integers(0, 3)), max_size=8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("diff")
    fields = (
        "fields: {units: {rows: {name: text, staff: count, left: count}, key: name}, texts: {list: text}}\n"
    )
    write_kind(place, "k", f"{fields}figures: {{staff: sum(units.staff)}}\n")
    return place


def data_file(path: Path, rows: dict[str, tuple[int, int]], texts: list[str]) -> Path:
    lines = [f"  - {{name: {json.dumps(name)}, staff: {a}, left: {b}}}\n" for name, (a, b) in rows.items()]
    lines = ["kind: k\n", f"texts: {json.dumps(texts)}\n", "units:\n", *(lines or ["  []\n"])]
    path.write_text("".join(lines), encoding="utf-8")
    return path


@given(rows=ROWS, texts=st.lists(NAMES, max_size=4))
def test_a_file_does_not_differ_from_itself(
    folder: Path, rows: dict[str, tuple[int, int]], texts: list[str]
) -> None:
    file = data_file(folder / "data.yaml", rows, texts)

    found = diff(file, file, Shelf([folder / "templates"]))[0]
    assert found.equal
    assert not found.data.tables


@given(old=ROWS, new=ROWS, kept=st.data())
def test_the_rows_listed_are_exactly_those_that_came_went_and_changed(
    folder: Path, old: dict[str, tuple[int, int]], new: dict[str, tuple[int, int]], kept: st.DataObject
) -> None:
    both = [name for name in old if kept.draw(st.booleans())]
    new = {name: old[name] for name in kept.draw(st.permutations(both))} | new
    files = data_file(folder / "old.yaml", old, []), data_file(folder / "new.yaml", new, [])

    found = diff(*files, Shelf([folder / "templates"]))[0]
    rows = [row for table in found.data.tables for row in table.rows]
    listed = {how: {row.key for row in rows if row.how == how} for how in ("came", "went", "changed")}
    assert listed == {
        "came": new.keys() - old.keys(),
        "went": old.keys() - new.keys(),
        "changed": {name for name in old.keys() & new.keys() if old[name] != new[name]},
    }
    for row in rows:
        if row.how == "changed":
            names = ("staff", "left")
            differ = [name for name, a, b in zip(names, old[row.key], new[row.key], strict=True) if a != b]
            assert [cell.name for cell in row.cells] == differ
    stayed = [name for name in old if name in new], [name for name in new if name in old]
    assert any(table.moved for table in found.data.tables) == (stayed[0] != stayed[1])
    difference = sum(a for a, _ in new.values()) - sum(a for a, _ in old.values())
    assert [figure.difference for figure in found.figures] == ([difference] if difference else [])


LETTERS = st.lists(st.sampled_from("abc"), max_size=12)


@given(LETTERS, LETTERS)
def test_without_a_key_each_row_is_told_once_and_in_its_order(old: list[str], new: list[str]) -> None:
    pairs = aligned(old, new)

    assert [one for one, _ in pairs if one is not None] == list(range(len(old)))
    assert [other for _, other in pairs if other is not None] == list(range(len(new)))


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_without_a_key_one_row_taken_out_is_the_only_one_listed(rows: list[int], draw: st.DataObject) -> None:
    place = draw.draw(st.integers(0, len(rows) - 1))
    shorter = rows[:place] + rows[place + 1 :]

    assert [pair for pair in aligned(rows, shorter) if None in pair] == [(place, None)]
    assert [pair for pair in aligned(shorter, rows) if None in pair] == [(None, place)]


def test_long_tables_without_a_key_are_compared_in_reasonable_time() -> None:
    old, new = [0] * 5000, [1] * 6000

    assert len(aligned(old, new)) == 6000


def test_equal_keys_are_told_apart_by_their_number() -> None:
    assert matched(["a", None, None], [None, "b"]) == [(0, None), (2, None), (1, 0), (None, 1)]


def test_a_difference_is_written_in_as_many_decimals_as_it_takes_to_tell_it() -> None:
    change = Change("n", "n", "1", "2", difference=Fraction(1, 3000))

    assert (change.exactly, change.about) == ("+1/3000", "≈ +0,0003")
    assert replace(change, difference=Fraction(-5, 2)).about == "-2,5"
