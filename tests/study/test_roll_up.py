"""Rows taken from the reports of the units below: what is taken, and what is told where nothing can be."""

from collections.abc import Callable
from pathlib import Path

from reportgen.figures import explain_figure
from tests.helpers.written import Written, written_as

Files = Callable[[Callable[[Written], None]], Callable[[Written], None]]


def below(columns: str, takes: str, report: str) -> Files:
    """Write a report with one row from below: its columns, what it takes, and the report below."""
    return written_as(f"""
fields:
  units: {{rows: {{{columns}}}, roll_up: {{below: {{{takes}}}}}}}
figures: {{total: {{formula: sum(units.x), places: 2}}}}
---
units:
  - {{from: below.yaml}}
--- below.yaml
kind: below
{report}
--- templates/below/kind.yaml
title: below
outputs: {{pdf: page.html}}
fields: {{a: count, b: count?, schools: {{rows: {{staff: count?}}, optional: true}}}}
figures:
  rate: {{formula: "share(a, a)", as: percent, places: 1, if_nothing: "–"}}
--- templates/below/page.html
<p>x</p>
""")


@below("x: number", "x: rate", "a: 0")
def test_a_share_of_nothing_below_is_no_number_here(written: Written) -> None:
    assert written.complaint().code == "rolled-up-type"
    assert str(written.complaint().origin).endswith("below.yaml#rate")


@below("x: number?", "x: rate", "a: 0")
def test_a_share_of_nothing_below_leaves_an_optional_column_out(written: Written) -> None:
    assert written.study().figures.named["total"].state == "absent"


@below("x: count?", "x: b", "a: 0")
def test_what_was_not_given_below_is_not_given_here(written: Written) -> None:
    found = written.study()

    assert found.figures.named["total"].state == "absent"
    assert found.missing == []


@below("x: count", "x: b", "a: 0")
def test_what_was_not_given_below_is_missing_where_it_is_required(written: Written) -> None:
    found = written.study()

    assert found.figures.named["total"].state == "blank"
    (gap,) = found.missing
    assert str(gap.origin).endswith("below.yaml#b")


@below("x: {type: count, default: 3}", "x: b", "a: 0")
def test_what_was_not_given_below_has_its_default_here(written: Written) -> None:
    assert written.study().figures.named["total"].value == 3


@below("x: count, y: text", "x: a", "a: 4")
def test_a_column_that_nothing_is_taken_for_is_missing_in_the_report_below(written: Written) -> None:
    (gap,) = written.study().missing

    assert "'y'" in gap.message
    assert str(gap.origin).endswith("below.yaml")


@below("x: count", "x: a", "a:")
def test_a_gap_below_is_a_gap_here_and_told_once(written: Written) -> None:
    found = written.study()

    assert found.figures.named["total"].state == "blank"
    (gap,) = found.missing
    assert gap.origin is not None
    assert (Path(gap.origin.file).name, gap.origin.line) == ("below.yaml", 2)


@below("x: number", "x: 'share(5, a)'", "a: 2")
def test_what_goes_wrong_in_taking_is_told(written: Written) -> None:
    assert written.complaint().code == "part-over-whole"
    assert written.place() == ("kind.yaml", 2, 52)


@below("x: number", "x: schools.staff", "a: 2\nschools: [{staff: 1}]")
def test_a_whole_column_cannot_be_taken(written: Written) -> None:
    assert written.complaint().code == "figure-is-column"
    assert written.place() == ("kind.yaml", 2, 51)


@below("x: number", "x: sum(schools.staff)", "a: 2\nschools:\n  - {staff: 1}\n  - {}")
def test_a_sum_of_some_rows_only_is_not_taken(written: Written) -> None:
    assert written.complaint().code == "partly-given"
    assert written.place()[:2] == ("below.yaml", 5)


def test_a_report_is_no_value_wherever_it_stands(written: Written) -> None:
    """
    fields: {signer: {group: {name: text}}, agenda: {list: {title: text}}, l: {list: text}, s: text}
    ---
    signer: {name: {from: b.yaml}}
    agenda:
      - {title: {from: b.yaml}}
    l: [{from: b.yaml}]
    s: {from: b.yaml}
    --- b.yaml
    kind: k
    """
    found = [(one.code, one.origin.line, one.origin.column) for one in written.complaints() if one.origin]

    assert found == [("graft-is-a-report", *place) for place in ((2, 23), (4, 20), (5, 12), (6, 11))]


def test_rows_of_one_file_are_not_taken_twice_but_those_of_two_sheets_are(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}, roll_up: {k: {a: total}}}}
    figures: {total: sum(units.a)}
    ---
    units:
      - {from: u.xlsx, sheet: one}
      - {from: u.xlsx, sheet: two}
      - {from: u.csv}
      - {from: low.yaml}
      - {from: ./u.csv}
      - {from: ./low.yaml}
      - {from: u.xlsx, sheet: two}
    --- u.csv
    a
    1
    --- low.yaml
    kind: k
    units: [{a: 1}]
    --- u.xlsx
    ! sheet one
    a
    1
    ! sheet two
    a
    1
    """
    found = [(one.code, one.origin.line) for one in written.complaints() if one.origin]

    assert found == [("graft-twice", 7), ("graft-twice", 8), ("graft-twice", 9)]


def test_what_fails_in_all_rows_together_is_told_where_it_is_taken(written: Written) -> None:
    """
    fields: {units: {rows: {x: number}, roll_up: {below: {x: rate}}}}
    ---
    units: [{from: below.yaml}]
    --- below.yaml
    kind: below
    for_each: people
    days: 1
    people: [{name: An, came: 1}, {name: Bình, came: 1}]
    --- templates/below/kind.yaml
    title: below
    outputs: {pdf: page.html}
    file_name: "{each.name}"
    fields: {days: count, people: {rows: {name: text, came: count}}}
    figures: {rate: {formula: "share(sum(people.came), days)", as: percent, places: 1}}
    each: {of: people}
    --- templates/below/page.html
    <p>x</p>
    """
    assert written.complaint().code == "part-over-whole"


def test_a_report_takes_its_row_from_the_report_of_a_unit_below(written: Written) -> None:
    """
    fields:
      units: {rows: {district: text, staff: count}, roll_up: {below: {district: place, staff: staff}}}
    figures: {staff: sum(units.staff)}
    ---
    units:
      - {from: le-chan.yaml}
      - {district: b, staff: 5}
    --- le-chan.yaml
    kind: below
    place: Lê Chân
    schools: [{name: x, staff: 3}, {name: y, staff: 4}]
    --- templates/below/kind.yaml
    title: below
    outputs: {pdf: page.html}
    file_name: below
    fields: {place: text, schools: {rows: {name: text, staff: count}}}
    figures: {staff: sum(schools.staff)}
    --- templates/below/page.html
    <p>x</p>
    """
    (told,) = explain_figure(written.study(), "staff")

    assert told.printed == "12"
    assert str(told.inputs[0].rows[0][0]).endswith("le-chan.yaml#staff")


def test_a_report_cannot_take_a_row_from_itself(written: Written) -> None:
    """
    fields:
      units: {rows: {district: text, staff: count}, roll_up: {k: {district: '"x"', staff: staff}}}
    figures: {staff: sum(units.staff)}
    ---
    units:
      - {from: data.yaml}
    """
    assert written.complaint().code == "rolled-up-circle"
    assert written.place()[:2] == ("data.yaml", 3)
