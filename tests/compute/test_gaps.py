"""What is not there: absent, still missing, nothing, failed; it never turns into a number."""

from reportgen.figures import explain_figure
from reportgen.study import Study
from tests.helpers.written import Written


def states(found: Study) -> dict[str, str]:
    return {name: figure.state for name, figure in found.figures.named.items()}


def test_sums_over_a_missing_table_are_gaps_those_of_computed_columns_too(written: Written) -> None:
    """
    fields: {units: {rows: {a: count, b: count}, columns: {both: units.a + units.b}}}
    figures: {a: sum(units.a), c: sum(units.both), rows: count(units), groups: count(by_a), b: sum(by_a.b)}
    tables: {by_a: {of: units, by: a, figures: {b: sum(units.b)}}}
    ---
    units:
    """
    assert set(states(written.study()).values()) == {"blank"}


def test_sums_over_a_table_that_was_not_given_are_absent(written: Written) -> None:
    """
    fields: {units: {rows: {a: count, b: count}, columns: {both: units.a + units.b}, optional: true}}
    figures: {a: sum(units.a), c: sum(units.both), rows: count(units), groups: count(by_a), b: sum(by_a.b)}
    tables: {by_a: {of: units, by: a, figures: {b: sum(units.b)}}}
    ---
    """
    assert set(states(written.study()).values()) == {"absent"}


def test_a_table_of_no_rows_is_none_of_both(written: Written) -> None:
    """
    fields: {units: {rows: {a: count, b: count}, columns: {both: units.a + units.b}, optional: true}}
    figures: {sum_both: sum(units.both), rows: count(units), by_rows: count(by_a)}
    tables: {by_a: {of: units, by: a, figures: {b: sum(units.b)}}}
    ---
    units: []
    """
    assert {figure.value for figure in written.study().figures.named.values()} == {0}


def test_a_value_missing_among_those_that_count_is_told_at_its_own_row(written: Written) -> None:
    """
    fields: {units: {rows: {sector: text, a: count?}}}
    figures: {public: 'sum(units.a, where=units.sector == "public")'}
    ---
    units:
      - {sector: private, a: 1}
      - {sector: private}
      - {sector: public, a: 1}
      - {sector: public}
    """
    assert written.complaint().code == "partly-given"
    assert written.place()[:2] == ("data.yaml", 6)


def test_of_two_tables_the_one_with_the_gap_is_pointed_at(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}, others: {rows: {b: count?}}}
    figures: {both: sum(units.a) + sum(others.b)}
    ---
    units: [{a: 1}, {a: 1}]
    others:
      - {b: 1}
      - {}
    """
    assert written.complaint().code == "partly-given"
    assert written.place()[:2] == ("data.yaml", 5)


def test_a_missing_value_in_the_condition_of_a_derived_table_makes_it_a_gap(written: Written) -> None:
    """
    fields: {units: {rows: {name: text, a: count}}}
    figures: {all: sum(big.a)}
    tables: {big: {of: units, by: name, where: units.a > 3, figures: {a: sum(units.a)}}}
    ---
    units: [{name: x, a: 4}, {name: y, a: }]
    """
    found = written.study()

    assert states(found) == {"all": "blank"}
    assert len(found.missing) == 1


def test_a_condition_that_some_rows_do_not_answer_is_told_at_the_row(written: Written) -> None:
    """
    fields: {units: {rows: {name: text, a: count?}}}
    figures: {all: sum(big.a)}
    tables: {big: {of: units, by: name, where: units.a > 3, figures: {a: sum(units.a)}}}
    ---
    units:
      - {name: x, a: 4}
      - {name: y}
    """
    assert written.complaint().code == "partly-given"
    assert "'big'" in written.complaint().message
    assert written.place()[:2] == ("data.yaml", 4)


def test_what_goes_wrong_in_a_check_is_told(written: Written) -> None:
    """
    fields: {units: {rows: {part: count, whole: count}}}
    checks: [{that: "share(units.part, units.whole) > 0.5", say: fewer than half}]
    ---
    units:
      - {part: 2, whole: 2}
      - {part: 3, whole: 2}
    """
    assert written.complaint().code == "part-over-whole"
    assert "fewer than half" in written.complaint().message
    assert written.place()[:2] == ("data.yaml", 4)


def test_a_figure_that_is_not_whole_in_a_row_is_told_at_the_row(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}, columns: {half: units.a / 2}}}
    ---
    units:
      - {a: 2}
      - {a: 3}
    """
    assert written.complaint().code == "not-whole"
    assert written.place()[:2] == ("data.yaml", 4)


def test_one_operand_alone_decides_what_no_other_can_change(written: Written) -> None:
    """
    fields: {units: {rows: {name: text, a: count?}}}
    figures:
      both: count(units, where=given(units.a) and units.a > 1)
      either: count(units, where=not given(units.a) or units.a > 1)
    ---
    units: [{name: x, a: 1}, {name: y, a: 2}, {name: z}]
    """
    figures = written.study().figures.named

    assert (figures["both"].value, figures["either"].value) == (1, 2)


def test_what_is_still_missing_is_neither_given_nor_not(written: Written) -> None:
    """
    fields: {a: count, b: count?, units: {rows: {x: text}, optional: true}, l: {list: text, optional: true}}
    checks:
      - {that: given(a), say: a is not there}
      - {that: not given(a), say: a is there}
      - {that: given(b) or given(units) or given(l) or given(earlier.units), say: nothing is there}
    ---
    a:
    """
    assert written.complaint().code == "check-failed"
    assert written.complaint().message.startswith("nothing is there")


def test_a_check_points_at_the_table_whose_rows_it_goes_through(written: Written) -> None:
    """
    fields: {small: {rows: {a: count}}, big: {rows: {b: count}}}
    checks: [{that: sum(small.a) >= big.b, say: too big}]
    ---
    small: [{a: 1}]
    big:
      - {b: 1}
      - {b: 2}
    """
    assert written.complaint().message == "too big (small.a = 1 rows, big.b = 2)"
    assert written.place() == ("data.yaml", 5, 9)


def test_a_check_over_earlier_rows_points_at_them(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    checks: [{that: earlier.units.a > 1, say: too few}]
    ---
    earlier: [one.yaml]
    units: []
    --- one.yaml
    kind: k
    units:
      - {a: 2}
      - {a: 1}
    """
    assert written.place() == ("one.yaml", 4, 9)


def test_a_limit_among_single_values_is_kept_too(written: Written) -> None:
    """
    fields: {invited: count, present: {type: count, at_most: invited}}
    ---
    invited: 3
    present: 4
    """
    assert written.complaint().code == "over-limit"
    assert written.place() == ("data.yaml", 3, 10)


def test_what_is_wrong_in_one_group_points_at_its_rows(written: Written) -> None:
    """
    fields: {units: {rows: {district: text, part: count, whole: count}}}
    tables:
      by_district:
        of: units
        by: district
        figures:
          reached: {formula: "share(sum(units.part), sum(units.whole))", as: percent, places: 1}
          mean: sum(units.whole) / count(units)
    ---
    units:
      - {district: x, part: 1, whole: 9}
      - {district: y, part: 3, whole: 2}
      - {district: y, part: 0, whole: 1}
    """
    found = [
        (one.code, one.origin.line, one.related[0][0])
        for one in written.complaints()
        if one.origin and "(y)" in one.message
    ]

    assert found == [("not-whole", 4, "formula")]


def test_numbers_beyond_all_counting_are_refused_where_they_stand(written: Written) -> None:
    """
    fields: {a: count, b: number}
    ---
    a: 1000000000000000000000000000000000000000000000000000000000000000
    b: "-1.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000.000,5"
    """
    found = [(one.code, one.origin.line) for one in written.complaints() if one.origin]

    assert found == [("too-many-digits", 2), ("too-many-digits", 3)]


def test_figures_that_square_each_other_stop_before_the_machine_does(written: Written) -> None:
    """
    fields: {a: count}
    figures: {b: a*a, c: b*b, d: c*c, e: d*d, f: e*e, g: f*f, h: g*g, i: h*h, j: i*i, k: j*j, l: k*k}
    ---
    a: 1000000000000
    """
    assert written.complaint().code == "too-many-digits"
    assert written.complaint().message.startswith("h:")


def test_why_shows_the_rows_of_a_sum_that_is_a_gap(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {all: sum(units.a)}
    ---
    units: [{a: 1}, {a: }]
    """
    (told,) = explain_figure(written.study(), "all")

    assert [value for _, value in told.inputs[0].rows] == ["1", "(still missing)"]


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
