"""Formulas as they are written: what is refused, and where."""

import pytest

from reportgen.compute.evaluate import Evaluation
from reportgen.compute.formula import parse_formula
from reportgen.compute.scope import Sort
from reportgen.compute.sorts import check_formula
from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.origin import Origin
from tests.helpers.written import Written


def refused(text: str) -> Diagnostic:
    complaints = Complaints()
    assert parse_formula(text, Origin("kind.yaml", 1, 1), complaints) is None
    (diagnostic,) = complaints
    return diagnostic


def test_a_comment_would_hide_the_rest_of_a_formula_and_is_refused_at_its_line(written: Written) -> None:
    """
    fields: {a: count, b: count}
    figures:
      s: |
        a  # staff
        + b
    ---
    a: 1
    b: 2
    """
    assert written.complaint().code == "formula-syntax"
    assert written.place() == ("kind.yaml", 3, None)


def test_a_formula_over_several_lines_is_pointed_at_by_its_line(written: Written) -> None:
    """
    fields: {a: count, b: count}
    figures:
      s: >-
        a
        + c
    ---
    a: 1
    b: 2
    """
    assert written.complaint().code == "formula-unknown-name"
    assert written.place() == ("kind.yaml", 3, None)


def test_a_hash_in_a_text_is_no_comment() -> None:
    assert parse_formula('a == "#"', Origin("kind.yaml", 1, 1), Complaints()) is not None


@pytest.mark.parametrize("text", ["-" * 490 + "a", "a" + "+a" * 249, "(" * 240 + "a" + ")" * 240])
def test_what_is_nested_too_deeply_is_refused(text: str) -> None:
    diagnostic = refused(text)

    assert diagnostic.code == "formula-syntax"
    assert "nested" in diagnostic.message


@pytest.mark.parametrize(("text", "value"), [("-" * 190 + "a", 7), ("a" + "+a" * 190, 7 * 191)])
def test_what_is_not_nested_too_deeply_is_checked_and_computed(text: str, value: int) -> None:
    complaints = Complaints()
    formula = parse_formula(text, Origin("kind.yaml", 1, 1), complaints)
    assert formula is not None

    assert check_formula(formula, {("a",): Sort("number")}, complaints) == Sort("number")
    assert Evaluation(formula, lambda _: 7).run() == value


@pytest.mark.parametrize(("text", "ways"), [("a > 2.960", "write 2960"), ("a > 1.000", "or 1.0000")])
def test_a_number_with_a_point_before_three_digits_may_mean_thousands(text: str, ways: str) -> None:
    diagnostic = refused(text)

    assert (diagnostic.code, diagnostic.origin) == ("formula-not-allowed", Origin("kind.yaml", 1, 5))
    assert ways in diagnostic.hint


@pytest.mark.parametrize("text", ["0.125", "2.96", "2.9600", "1234.567", "0.001"])
def test_other_decimals_are_what_they_say(text: str) -> None:
    assert parse_formula(text, Origin("kind.yaml", 1, 1), Complaints()) is not None


@pytest.mark.parametrize("text", [r'a == "\d"', "1if a else b"])
def test_what_python_only_warns_of_is_refused(text: str) -> None:
    assert refused(text).code == "formula-syntax"


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
