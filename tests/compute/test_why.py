"""`reportgen why`: the cells and rows that a figure is made of, and what of them was assumed."""

from reportgen.figures import explain_figure
from tests.helpers.written import Written


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
