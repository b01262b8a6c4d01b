"""Figures: what they come out as, how they are rounded, and what is said where they cannot be."""

from fractions import Fraction

from reportgen.figures import explain_figure
from tests.helpers.written import Written


def test_a_sum_and_its_share_are_exact_and_rounded_once(written: Written) -> None:
    """
    fields:
      units: {rows: {name: text, staff: count, trained: count}}
    figures:
      staff: sum(units.staff)
      trained: sum(units.trained)
      trained_share: {formula: "share(trained, staff)", as: percent, places: 0}
    ---
    units:
      - {name: a, staff: 400, trained: 300}
      - {name: b, staff: 329, trained: 312}
    """
    figure = written.study().figures.named["trained_share"]

    assert written.printed("trained_share") == "84%"
    assert (figure.value, figure.shown) == (Fraction(612, 729), 84)


def test_a_share_of_nothing_is_refused_where_the_formula_stands(written: Written) -> None:
    """
    fields:
      lines: {rows: {planned: count, spent: count}}
    figures:
      used: {formula: "share(sum(lines.spent), sum(lines.planned))", as: percent, places: 1}
    ---
    lines: []
    """
    assert written.complaint().code == "undefined-figure"
    assert written.place() == ("kind.yaml", 4, 20)


def test_a_share_of_nothing_prints_what_the_kind_says(written: Written) -> None:
    """
    fields:
      lines: {rows: {planned: count, spent: count}}
    figures:
      used: {formula: "share(sum(lines.spent), sum(lines.planned))", as: percent, places: 1, if_nothing: "–"}
    ---
    lines: []
    """
    assert written.printed("used") == "–"


def test_a_part_over_its_whole_is_refused_at_the_row_that_has_it(written: Written) -> None:
    """
    fields:
      units:
        rows: {name: text, staff: count, trained: count}
        columns: {rate: {formula: "share(units.trained, units.staff)", as: percent, places: 1}}
    ---
    units: {from: units.csv}
    --- units.csv
    name,staff,trained
    a,10,9
    b,10,11
    """
    assert written.complaint().code == "part-over-whole"
    assert "11" in written.complaint().message
    assert written.place()[:2] == ("units.csv", 3)


def test_dependants_of_a_failed_figure_are_not_reported_again(written: Written) -> None:
    """
    fields:
      part: count
      whole: count
    figures:
      rate: {formula: part / whole, as: percent, places: 1}
      double: {formula: rate * 2, places: 1}
      triple: {formula: double + rate, places: 1}
    ---
    part: 1
    whole: 0
    """
    assert written.complaint().code == "undefined-figure"


def test_a_figure_without_places_must_be_whole(written: Written) -> None:
    """
    fields: {a: count, b: count}
    figures:
      mean: (a + b) / 2
    ---
    a: 1
    b: 2
    """
    assert written.complaint().code == "not-whole"
    assert "1,5" in written.complaint().message


def test_half_is_rounded_up_away_from_zero(written: Written) -> None:
    """
    fields: {a: number, b: number}
    figures:
      up: {formula: a / 2, places: 0}
      down: {formula: b / 2, places: 0}
    ---
    a: 5
    b: -5
    """
    assert (written.printed("up"), written.printed("down")) == ("3", "-3")


def test_parts_are_fitted_to_print_as_one_hundred(written: Written) -> None:
    """
    fields: {a: count, b: count, c: count}
    figures:
      all: a + b + c
      pa: {formula: "share(a, all)", as: percent, places: 1, fit: votes}
      pb: {formula: "share(b, all)", as: percent, places: 1, fit: votes}
      pc: {formula: "share(c, all)", as: percent, places: 1, fit: votes}
    ---
    a: 1
    b: 1
    c: 1
    """
    figures = written.study().figures.named

    assert [written.printed(name) for name in ("pa", "pb", "pc")] == ["33,4%", "33,3%", "33,3%"]
    assert [figures[name].fitted for name in ("pa", "pb", "pc")] == [True, False, False]
    (told,) = explain_figure(written.study(), "pa")
    assert told.rounding.startswith("largest remainder")


def test_parts_that_are_not_the_whole_cannot_be_fitted(written: Written) -> None:
    """
    fields: {a: count, b: count, c: count}
    figures:
      pa: {formula: "share(a, c)", as: percent, places: 1, fit: votes}
      pb: {formula: "share(b, c)", as: percent, places: 1, fit: votes}
    ---
    a: 1
    b: 1
    c: 3
    """
    assert written.complaint().code == "parts-not-whole"


def test_parts_down_a_column_are_fitted(written: Written) -> None:
    """
    fields: {units: {rows: {name: text, staff: count}}}
    figures: {staff: sum(units.staff)}
    tables:
      by_name:
        of: units
        by: name
        figures:
          people: sum(units.staff)
          part: {formula: "share(people, staff)", as: percent, places: 0, fit: down}
    ---
    units: [{name: a, staff: 1}, {name: b, staff: 1}, {name: c, staff: 1}]
    """
    table = written.study().figures.tables["by_name"]

    assert [figure.shown for figure in table.figures["part"]] == [34, 33, 33]
    assert table.total["part"].shown == 100


def test_a_derived_table_groups_in_order_of_appearance_and_totals_by_formula(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, staff: count, trained: count}}}
    tables:
      by_district:
        of: units
        by: district
        figures:
          staff: sum(units.staff)
          trained: sum(units.trained)
          rate: {formula: "share(trained, staff)", as: percent, places: 1}
          schools: count(units)
    ---
    units:
      - {district: Lê Chân, staff: 3, trained: 1}
      - {district: An Dương, staff: 10, trained: 10}
      - {district: Lê Chân, staff: 3, trained: 3}
    """
    table = written.study().figures.tables["by_district"]

    assert list(table.keys) == [("Lê Chân",), ("An Dương",)]
    assert [figure.shown for figure in table.figures["schools"]] == [2, 1]
    assert str(table.total["rate"].shown) == "175/2"


def test_a_condition_picks_the_rows_that_count(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, result: {choice: [đạt, không đạt]}, modules: count}}}
    figures:
      passed: count(people, where=people.result == "đạt")
      most: max(people.modules, where=people.result == "đạt")
      kinds: distinct(people.result)
      both: count(people, where=people.result == "đạt" and people.modules >= 8 or people.modules == 1)
    ---
    people: {from: p.csv}
    --- p.csv
    name;result;modules
    a;đạt;7
    b;Không đạt;9
    c;đạt;8
    d;không đạt;1
    """
    assert [written.printed(name) for name in ("passed", "most", "kinds", "both")] == ["2", "8", "2", "2"]


def test_a_row_check_speaks_at_each_row_that_fails(written: Written) -> None:
    """
    fields: {units: {rows: {name: text, staff: count, trained: {type: count, at_most: staff}}}}
    checks:
      - {that: units.staff > 0, say: a unit without staff}
    ---
    units:
      - {name: a, staff: 0, trained: 0}
      - {name: b, staff: 2, trained: 3}
      - {name: c, staff: 0, trained: 0}
    """
    found = [(one.code, one.origin.line) for one in written.complaints() if one.origin]

    assert sorted(found) == [("check-failed", 3), ("check-failed", 5), ("over-limit", 4)]


def test_rows_that_are_there_twice_are_told_without_what_is_personal(written: Written) -> None:
    """
    fields:
      people: {rows: {name: text, born: {type: date, personal: true}, came: date}, key: [name, born, came]}
    ---
    people:
      - {name: Lan, born: 02/4/1988, came: 5/6/2019}
      - {name: Lan, born: 02/04/1988, came: 05/6/2019}
    """
    assert written.complaint().code == "duplicate-row"
    assert dict(written.complaint().values)["key"] == "Lan, 05/06/2019"
