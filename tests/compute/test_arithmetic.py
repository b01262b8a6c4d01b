"""Exact arithmetic, tried with whatever hypothesis thinks of."""

import string
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reportgen.compute.evaluate import Evaluation
from reportgen.compute.formula import LONGEST, parse_formula
from reportgen.compute.rounding import half_up, largest_remainder
from reportgen.model.dataset import Column
from reportgen.model.diagnostics import Complaints
from reportgen.model.formula import Formula, Name
from reportgen.model.origin import Origin
from reportgen.model.values import Hole

HERE = Origin("kind.yaml", 1, 1)
VALUES = {"a": 7, "b": Fraction(1, 3), "c": -2, "z": 0}
ROWS = st.lists(st.tuples(st.integers(-99, 99), st.booleans()), max_size=30)


def parsed(text: str) -> Formula:
    complaints = Complaints()
    formula = parse_formula(text, HERE, complaints)
    assert formula is not None, [str(one) for one in complaints]
    return formula


def evaluated(text: str, columns: dict[str, Column] | None = None) -> Any:
    def lookup(name: Name) -> object:
        return (columns or {})[name[1]] if name[0] == "t" and len(name) > 1 else VALUES[name[0]]

    return Evaluation(parsed(text), lookup).run()  # type: ignore[arg-type]


@given(st.fractions(max_denominator=10**6), st.integers(0, 6))
@example(Fraction(1, 8), 2)
@example(Fraction(-5, 2), 0)
def test_rounding_is_half_up_away_from_zero(value: Fraction, places: int) -> None:
    rounded = half_up(value, places)

    assert Fraction(rounded * 10**places).denominator == 1
    error = abs(Fraction(rounded) - value) * 2 * 10**places
    assert error <= 1
    assert half_up(-value, places) == -rounded
    if error == 1:
        assert abs(Fraction(rounded)) > abs(value)


@given(st.decimals(-(10**9), 10**9, places=5), st.integers(0, 4))
def test_rounding_agrees_with_decimal_told_to_round_half_up(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)

    assert half_up(Fraction(value), places) == Fraction(expected)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12), st.integers(0, 3))
def test_fitted_parts_print_as_their_whole_and_move_less_than_one_unit(
    counts: list[int], places: int
) -> None:
    assume(sum(counts) > 0)
    parts = [Fraction(100 * count, sum(counts)) for count in counts]

    fitted = largest_remainder(parts, places)

    assert sum(fitted) == 100
    assert all(abs(new - old) * 10**places < 1 for new, old in zip(fitted, parts, strict=True))
    assert all(new >= 0 for new in fitted)


@given(st.lists(st.integers(0, 50), min_size=2, max_size=8))
def test_a_larger_part_never_prints_smaller_than_a_smaller_one(counts: list[int]) -> None:
    assume(sum(counts) > 0)
    fitted = largest_remainder([Fraction(100 * count, sum(counts)) for count in counts], 0)

    by_count = sorted(zip(counts, fitted, strict=True))
    assert all(low[1] <= high[1] for low, high in pairwise(by_count) if low[0] < high[0])


EXPRESSIONS = st.recursive(
    st.sampled_from([*VALUES, "2", "10", "0.1", "3.75"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(
            lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
        ),
        inner.map(lambda text: f"-{text}"),
    ),
    max_leaves=12,
)


@given(EXPRESSIONS)
def test_arithmetic_is_what_exact_fractions_give(text: str) -> None:
    names = {name: Fraction(str(value)) for name, value in VALUES.items()}
    exact = "".join(f"Fraction('{part}')" if part[:1].isdigit() else part for part in _tokens(text))
    try:
        expected = eval(exact, {"Fraction": Fraction, **names})  # noqa: S307  (the independent reckoner)
    except ZeroDivisionError:
        assert evaluated(text) is Hole.NOTHING
    else:
        assert evaluated(text) == expected


def _tokens(text: str) -> list[str]:
    tokens = [""]
    for letter in text:
        if (letter in string.digits + ".") != (tokens[-1][-1:] in tuple(string.digits + ".")):
            tokens.append("")
        tokens[-1] += letter
    return tokens


@given(ROWS)
def test_a_conditional_sum_is_the_sum_of_the_rows_that_count(rows: list[tuple[int, bool]]) -> None:
    columns = {
        "n": Column([number for number, _ in rows], complete=True),
        "yes": Column([flag for _, flag in rows], complete=True),
    }

    assert evaluated("sum(t.n, where=t.yes)", columns) == sum(number for number, flag in rows if flag)
    assert evaluated("sum(t.n, where=not t.yes)", columns) == sum(number for number, flag in rows if not flag)
    assert evaluated("sum(t.n * 2 - 1)", columns) == sum(2 * number - 1 for number, _ in rows)
    assert evaluated("distinct(t.n)", columns) == len({number for number, _ in rows})


@given(st.text(max_size=60))
def test_no_text_makes_the_formula_reader_fall_over(text: str) -> None:
    complaints = Complaints()
    formula = parse_formula(text, HERE, complaints)

    assert (formula is None) == complaints.serious


ATTACKS = [
    "a ** 9 ** 9", "__import__('os')", "a.__class__", "(1).__class__", "[x for x in a]", "lambda: 1",
    "f'{a}'", "a[0]", "a if b else c", "a // b", "a % b", "'x' % a", "a @ b", "open('x')",
    "sum(a for a in b)", "sum(*a)", "sum(a, **b)", "sum(x.y, where=1, where=2)", "a := 1", "1e9", "1j",
    "...", "None", "True", "b'x'", "a; b", "", "(" * 300, "1 +" * 200 + "1", "a is b", "a in b",
    "a.b().c", "not_there(a)", "share(a)", "share(a, b, c)",
]  # fmt: skip


@pytest.mark.parametrize("text", ATTACKS)
def test_what_is_not_arithmetic_is_refused(text: str) -> None:
    complaints = Complaints()

    assert parse_formula(text, HERE, complaints) is None
    assert complaints.serious
    assert all(one.origin and one.origin.file == "kind.yaml" for one in complaints)


def test_a_formula_of_the_longest_length_is_read() -> None:
    assert parsed("1" + "+ 1" * ((LONGEST - 1) // 3)).names == ()
