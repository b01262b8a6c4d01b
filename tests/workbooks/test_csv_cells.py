"""CSV that we write is opened in spreadsheets: what it says must not be computed there."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.workbooks.csv_cells import csv_text, harmless
from tests.helpers.written import Written


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\ufeff=1", "＝1+1",
        "＋1", "－1", "＠x", "=", "-", "+84 912 345 678", "-1a", "--1", "+-1", "-١", "-1;=1",
        "=cmd|' /C calc'!A0",
    ],
)  # fmt: skip
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-5", "+5", "-1.234,5", "-41,9%", "0", "2.960", "a=1", "Lê - Hòa", "", "'=1", "1+1"]
)
def test_numbers_and_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text(st.sampled_from("=+-@ \t\r\n1,;.%'\"a＝")))
def test_no_cell_begins_like_a_formula_whatever_separates_the_cells(text: str) -> None:
    written = csv_text(["a", "b"], [{"a": text, "b": "x"}])

    for row in csv.reader(written.splitlines(keepends=True)):
        assert all(cell == "x" or harmless(cell) == cell for cell in row)
    assert written.split('"')[1] == "a"
    assert not any(
        cell[:1] in {"=", "@"}
        for row in csv.reader(written.splitlines(keepends=True), delimiter=";")
        for cell in row
    )


def test_figures_as_csv_hold_no_formula(written: Written) -> None:
    """
    fields: {a: count}
    figures:
      less: {formula: "-a", label: "=HYPERLINK(1)"}
    ---
    a: 5
    """
    arguments = [
        "figures",
        str(written.data),
        "--templates",
        str(written.folder / "templates"),
        "--format",
        "csv",
    ]
    told = CliRunner().invoke(app, arguments).stdout

    (line,) = csv.DictReader(told.splitlines())
    assert (line["title"], line["printed"], line["formula"]) == ("'=HYPERLINK(1)", "-5", "'-a")
