"""What changed between two data files: listed exactly, with both places."""

from fractions import Fraction
from pathlib import Path

import pytest

from reportgen.diff import Change, Comparison, RowChange, TableChanges, diff
from reportgen.model.errors import DataError
from tests.diff.kind import KIND
from tests.helpers.written import Written, write_kind, written_as


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
