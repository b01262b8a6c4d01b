"""Figures: what they come out as, how they are rounded, and what is said where they cannot be."""

from fractions import Fraction
from pathlib import Path

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


def test_decimal_literals_are_exact(written: Written) -> None:
    """
    fields: {a: count, t: {rows: {x: count}}}
    figures:
      tenth: {formula: a * 0.1 + a * 0.2, places: 17}
      equal: count(t, where=0.1 + 0.2 == 0.3 * a)
    ---
    a: 1
    t: [{x: 1}]
    """
    assert written.printed("tenth") == "0,30000000000000000"
    assert written.printed("equal") == "1"


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


def test_vietnamese_names_work_in_formulas_and_their_places_count_letters(written: Written) -> None:
    """
    fields: {tổng_số: count, đã_học: count}
    figures:
      tỷ_lệ: {formula: "share(đã_học, tổng_sô)", as: percent, places: 1}
    ---
    tổng_số: 3
    đã_học: 1
    """
    assert written.complaint().code == "formula-unknown-name"
    assert "tổng_số" in written.complaint().message
    assert written.place() == ("kind.yaml", 3, 35)


def test_figures_that_read_each_other_in_a_circle_are_named(written: Written) -> None:
    """
    fields: {x: count}
    figures:
      a: b + x
      b: c + 1
      c: a + 1
    ---
    x: 1
    """
    diagnostic = written.complaint()

    assert diagnostic.code == "figure-cycle"
    assert all(name in diagnostic.message for name in ("a", "b", "c"))


def test_a_claim_is_compared_at_its_own_places(written: Written) -> None:
    """
    fields: {part: count, whole: count}
    figures:
      rate: {formula: "share(part, whole)", as: percent, places: 2}
    ---
    part: 612
    whole: 729
    rate: 84%
    """
    assert written.printed("rate") == "83,95%"


def test_a_claim_that_differs_shows_both_numbers_and_both_places(written: Written) -> None:
    """
    fields: {part: count, whole: count}
    figures:
      rate: {formula: "share(part, whole)", as: percent, places: 1}
    ---
    part: 22.119
    whole: 48.145
    rate: 70%
    """
    diagnostic = written.complaint()

    assert diagnostic.code == "claim-differs"
    assert "70%" in diagnostic.message
    assert "46%" in diagnostic.message
    assert written.place() == ("data.yaml", 4, 7)
    assert diagnostic.related[0][1].line == 3


def test_earlier_rounds_are_added_up_by_group(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, staff: count, trained: count}}}
    figures:
      before: sum(earlier.units.trained)
      last: sum(previous.units.trained)
    tables:
      by_district:
        of: units
        by: district
        figures:
          reached: sum(earlier.units.trained) + sum(units.trained)
          left: sum(units.staff) - reached
    ---
    earlier: [one.yaml, two.yaml]
    units: [{district: a, staff: 10, trained: 2}, {district: b, staff: 10, trained: 3}]
    --- one.yaml
    kind: k
    units: [{district: b, staff: 9, trained: 4}, {district: a, staff: 9, trained: 1}]
    --- two.yaml
    kind: k
    units: [{district: a, staff: 9, trained: 5}, {district: b, staff: 9, trained: 0}]
    """
    figures = written.study().figures

    assert (figures.named["before"].shown, figures.named["last"].shown) == (10, 5)
    assert [figure.shown for figure in figures.tables["by_district"].figures["left"]] == [2, 3]


def test_an_earlier_unit_without_a_row_now_would_lose_its_numbers(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, trained: count}}}
    tables: {by_district: {of: units, by: district, figures: {reached: sum(earlier.units.trained)}}}
    ---
    earlier: [one.yaml]
    units: [{district: a, trained: 2}]
    --- one.yaml
    kind: k
    units:
      - {district: a, trained: 1}
      - {district: Tiên Lãng, trained: 4}
    """
    assert written.complaint().code == "group-gone"
    assert written.place()[:2] == ("one.yaml", 4)


def test_an_absent_optional_value_makes_its_figures_absent(written: Written) -> None:
    """
    fields: {present: count, invited: count?}
    figures:
      rate: {formula: "share(present, invited)", as: percent, places: 1}
      twice: {formula: rate * 2, places: 1}
    ---
    present: 3
    """
    figures = written.study().figures.named

    assert [figures[name].state for name in ("rate", "twice")] == ["absent", "absent"]


def test_a_missing_required_value_leaves_a_gap_and_one_line(written: Written) -> None:
    """
    fields: {present: count, invited: count}
    figures:
      rate: {formula: "share(present, invited)", as: percent, places: 1}
    ---
    present: 3
    invited:
    """
    found = written.study()

    assert found.figures.named["rate"].state == "blank"
    (gap,) = found.missing
    assert gap.origin is not None
    assert (gap.code, gap.origin.line) == ("missing", 3)


def test_a_column_given_in_some_rows_only_is_not_summed_in_silence(written: Written) -> None:
    """
    fields: {bodies: {rows: {name: text, now: count, before: count?}}}
    figures: {before: sum(bodies.before)}
    ---
    bodies:
      - {name: a, now: 1, before: 2}
      - {name: b, now: 1}
    """
    assert written.complaint().code == "partly-given"
    assert written.place()[:2] == ("data.yaml", 4)


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


def test_assumed_values_are_said_by_why_down_to_the_row(written: Written) -> None:
    """
    fields: {units: {rows: {name: text, staff: count}}}
    figures: {staff: sum(units.staff)}
    ---
    units: {from: u.csv}
    assumed: {units.staff: no source gives it}
    --- u.csv
    name,staff
    a,3
    b,4
    """
    (told,) = explain_figure(written.study(), "staff")
    (evidence,) = told.inputs

    assert evidence.assumed == "no source gives it"
    assert [(origin.line, origin.column, value) for origin, value in evidence.rows] == [
        (2, 3, "3"),
        (3, 3, "4"),
    ]


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


def test_a_gap_in_an_earlier_file_is_a_gap_here_and_told(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, trained: count}}}
    figures: {before: sum(earlier.units.trained)}
    ---
    earlier: [one.yaml]
    units: [{district: a, trained: 2}]
    --- one.yaml
    kind: k
    units:
      - {district: a, trained: 1}
      - {district: b, trained: }
    """
    found = written.study()

    assert found.figures.named["before"].state == "blank"
    (gap,) = found.missing
    assert gap.origin is not None
    assert (gap.code, Path(gap.origin.file).name, gap.origin.line) == ("earlier-gap", "one.yaml", 4)


def test_a_total_among_the_rows_of_a_data_file_is_refused(written: Written) -> None:
    """
    fields: {groups: {rows: {group: text, present: count}}}
    figures: {present: sum(groups.present)}
    ---
    groups:
      - {group: Hiệu trưởng, present: 11}
      - {present: 35, group: Tổng cộng}
      - {group: Khách mời, present: 24}
    """
    assert written.complaint().code == "total-row"
    assert written.place() == ("data.yaml", 4, 26)


def test_a_total_that_stands_alone_is_counted(written: Written) -> None:
    """
    fields: {groups: {rows: {group: text, present: count}}}
    figures: {present: sum(groups.present)}
    ---
    groups: [{group: Tổng cộng, present: 35}]
    """
    assert written.printed("present") == "35"


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


def test_why_of_a_row_shows_its_own_cells_and_what_it_sums_of_other_tables(written: Written) -> None:
    """
    fields:
      units: {rows: {a: count}, columns: {part: {formula: units.a / sum(others.b), places: 1}}}
      others: {rows: {b: count}}
    ---
    units: [{a: 1}, {a: 2}, {a: 3}]
    others: [{b: 2}]
    """
    told = explain_figure(written.study(), "units.part")

    assert [[(one.name, one.value) for one in row.inputs] for row in told] == [
        [("units.a", "1"), ("sum(others.b)", "2")],
        [("units.a", "2"), ("sum(others.b)", "2")],
        [("units.a", "3"), ("sum(others.b)", "2")],
    ]


def test_why_of_a_sum_of_products_shows_the_products(written: Written) -> None:
    """
    fields: {units: {rows: {a: count, price: number}}}
    figures: {cost: {formula: sum(units.a * units.price), places: 2}}
    ---
    units: [{a: 3, price: "1,5"}, {a: 2, price: "0,25"}]
    """
    (told,) = explain_figure(written.study(), "cost")

    assert [value for _, value in told.inputs[0].rows] == ["4,5", "0,5"]
