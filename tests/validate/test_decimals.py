"""Decimals: read as written whatever the habit, told where it was found out, refused where unclear."""

from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.kind import FieldSpec
from reportgen.model.origin import Origin
from reportgen.model.values import Known, Numeral
from reportgen.validate.decimals import Written as Column
from reportgen.validate.decimals import number_readers, shapes
from tests.helpers.written import Written

HERE = Origin("units.csv")
SPACES = (" ", "\u00a0", "\u202f", "\u2009", "\u2007")
COMMA = [("", ","), (".", ","), *((space, ",") for space in SPACES)]
POINT = [("", "."), (",", "."), *((space, ".") for space in SPACES)]
"""Habits: what stands between thousands, and before the decimals."""

VALUES = st.builds(Fraction, st.integers(-(10**12), 10**12), st.sampled_from([1, 10, 100, 1000, 10**4]))


def as_written(value: Fraction, habit: tuple[str, str], minus: str = "-") -> str:
    """Write a number down without any arithmetic of the program's."""
    group, sign = habit
    places = len(str(value.denominator)) - 1
    while value.denominator != 1 and (value * 10**places).denominator != 1:
        places += 1
    digits = f"{abs(value * 10**places).numerator:0{places + 1}d}"
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    grouped = f"{int(whole):,}".replace(",", group)
    return (minus if value < 0 else "") + grouped + (sign + decimals if decimals else "")


def read(
    texts: list[str], decimal: str | None = None, kind: str = "number"
) -> tuple[list[Known], list[Diagnostic]]:
    complaints = Complaints()
    spec = FieldSpec("score", kind, HERE)
    column = Column(spec, shapes(texts), lambda _: HERE, decimal, "score")
    (reader,) = number_readers([column], complaints)
    return [reader(text) for text in texts], complaints.found


@given(st.lists(VALUES, min_size=1), st.sampled_from([*COMMA, *POINT]), st.sampled_from("-−"))
def test_what_the_data_file_says_is_how_numbers_are_read(
    values: list[Fraction], habit: tuple[str, str], minus: str
) -> None:
    texts = [as_written(value, habit, minus) for value in values]

    assert read(texts, "comma" if habit in COMMA else "point") == (values, [])


@given(st.lists(VALUES, min_size=1), st.sampled_from(COMMA))
def test_vietnamese_numbers_are_read_as_written_or_refused_as_a_column(
    values: list[Fraction], habit: tuple[str, str]
) -> None:
    found, complaints = read([as_written(value, habit) for value in values])

    assert found == values or [one.code for one in complaints] == ["ambiguous-number"]


@given(st.lists(VALUES, min_size=1), st.sampled_from(POINT))
def test_once_a_point_shows_no_number_is_read_otherwise(
    values: list[Fraction], habit: tuple[str, str]
) -> None:
    texts = [as_written(value, habit) for value in values]
    assume("24.5" in texts or any("." in text and len(text.partition(".")[2]) != 3 for text in texts))
    found, complaints = read(texts)

    (complaint,) = complaints
    assert complaint.code == "ambiguous-number" or (complaint.code == "decimal-guessed" and found == values)


@given(VALUES)
def test_a_number_cell_is_never_in_doubt(value: Fraction) -> None:
    number = Numeral(as_written(value, ("", ",")))

    for decimal in (None, "comma", "point"):
        found, complaints = read([number, "24.5"] if decimal != "comma" else [number, "24,5"], decimal)
        assert found == [value, Fraction(49, 2)]
        assert {one.code for one in complaints} <= {"decimal-guessed"}


REFUSED = ["1.234 24.5", "1,234 24.5", "1.234 1,234.5", "1.234 1,234", "1.234 0.125", "1,234 1,234,567"]


@pytest.mark.parametrize("column", REFUSED)
def test_a_column_that_mixes_habits_is_refused_once(column: str) -> None:
    _, (complaint,) = read(column.split())

    assert complaint.code == "ambiguous-number"


@pytest.mark.parametrize(
    ("column", "values", "told"),
    [
        ("1.234 24,5", ["1234", "49/2"], []),
        ("1,234 24,5", ["617/500", "49/2"], []),
        ("1,234 1.234.567", ["617/500", "1234567"], []),
        ("1.234 950", ["1234", "950"], []),
        ("1,234 950", ["617/500", "950"], ["thousands-guessed"]),
        ("9,5 9.5", ["19/2", "19/2"], ["decimal-guessed"]),
        ("0.125", ["1/8"], ["decimal-guessed"]),
        ("-0.5 +3 −7", ["-1/2", "3", "-7"], ["decimal-guessed"]),
        ("1,234,567", ["1234567"], ["decimal-guessed"]),
        ("1,234.50", ["2469/2"], ["decimal-guessed"]),
        ("12.345.678,5", ["24691357/2"], []),
    ],
)
def test_what_can_mean_one_thing_only_is_read(column: str, values: list[str], told: list[str]) -> None:
    found, complaints = read(column.split())

    assert found == [Fraction(value) for value in values]
    assert [one.code for one in complaints] == told


@pytest.mark.parametrize("text", ["6,726", "24.5"])
def test_a_count_with_decimals_is_never_made_whole(written: Written, text: str) -> None:
    """
    fields: {units: {rows: {staff: count}}}
    ---
    units: {from: u.csv}
    --- u.csv
    name;staff
    A;TEXT
    """
    table = written.folder / "u.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("TEXT", text), encoding="utf-8")

    assert written.complaint().code == ("ambiguous-number" if "," in text else "not-a-count")
    assert written.place() == ("u.csv", 2, 3)


def test_percentages_keep_their_habit_behind_the_sign() -> None:
    assert read(["41,9%", "7 %", "41.9%"], kind="percent")[0] == [
        Fraction(419, 1000),
        Fraction(7, 100),
        Fraction(419, 1000),
    ]


def test_a_mixed_column_names_each_doubtful_cell_and_one_that_shows_the_point(written: Written) -> None:
    """
    fields: {units: {rows: {school: text, score: {type: number, label: Điểm}}}}
    ---
    units: {from: u.csv}
    --- u.csv
    school,Điểm
    A,1.234
    B,24.5
    C,7.125
    """
    found = written.complaint()

    assert written.place() == ("u.csv", 2, 3)
    assert "1,234" in found.message
    assert "1234" in found.message
    assert "u.csv:4:3" in found.message
    assert [(origin.line, origin.column) for _, origin in found.related] == [(3, 3)]
    assert 'decimal: {"Điểm": point}' in found.hint


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("decimal: point", ["617/500", "49/2"]),
        ('decimal: "."', ["617/500", "49/2"]),
        ("decimal: {score: point}", ["617/500", "49/2"]),
        ("decimal: {SCORE: point}", ["617/500", "49/2"]),
    ],
)
def test_the_data_file_says_which_is_meant(written: Written, said: str, values: list[str]) -> None:
    """
    fields: {units: {rows: {school: text, score: number}}}
    ---
    units: {from: u.csv, SAID}
    --- u.csv
    school,score
    A,1.234
    B,24.5
    """
    written.data.write_text(written.data.read_text(encoding="utf-8").replace("SAID", said), encoding="utf-8")
    found = written.study()

    assert found.dataset.tables["units"].columns["score"].values == [Fraction(value) for value in values]
    assert not [note for note in found.notes if "guessed" in note.code]


def test_each_column_may_have_a_habit_of_its_own(written: Written) -> None:
    """
    fields: {units: {rows: {pupils: count, score: number}}}
    ---
    units: {from: u.csv, decimal: {score: point, pupils: comma}}
    --- u.csv
    pupils,score
    1.234,1.234
    """
    columns = written.study().dataset.tables["units"].columns

    assert (columns["pupils"].values, columns["score"].values) == ([1234], [Fraction(617, 500)])


@pytest.mark.parametrize(
    ("said", "code", "column"),
    [
        ("decimal: dot", "decimal-unknown", 31),
        ("decimal: {score: [point]}", "decimal-unknown", 31),
        ("decimal: {scores: point}", "unknown-key", 32),
        ("decimal: comma", "decimal-wrong", 3),
    ],
)
def test_what_the_data_file_says_of_decimals_must_fit(
    written: Written, said: str, code: str, column: int
) -> None:
    """
    fields: {units: {rows: {school: text, score: number}}}
    ---
    units: {from: u.csv, SAID}
    --- u.csv
    school,score
    A,24.5
    """
    written.data.write_text(written.data.read_text(encoding="utf-8").replace("SAID", said), encoding="utf-8")

    assert written.complaint().code == code
    assert written.place()[2] == column


def test_rows_of_the_data_file_are_one_column(written: Written) -> None:
    """
    fields: {units: {rows: {school: text, score: number}}, marks: {list: number}}
    ---
    units:
      - {school: A, score: 1.234}
      - {school: B, score: 24.5}
    marks: [1.5, "1,5"]
    """
    found = written.complaint()

    assert found.code == "ambiguous-number"
    assert written.place() == ("data.yaml", 3, 24)
    assert [origin.line for _, origin in found.related] == [4]


def test_a_lone_point_in_the_data_file_is_told(written: Written) -> None:
    """
    fields: {average: number, units: {rows: {score: number}}}
    figures: {best: {formula: max(units.score), places: 1}}
    ---
    average: 7.25
    best: 24.5
    units: [{score: "24,5"}]
    """
    found = written.study()

    assert found.dataset.values["average"] == Fraction(29, 4)
    told = [
        (note.code, note.origin and note.origin.line) for note in found.notes if note.severity == "warning"
    ]
    assert sorted(told) == [("decimal-guessed", 2), ("decimal-guessed", 3)]


def test_claims_of_a_table_file_have_the_habit_of_their_column(written: Written) -> None:
    """
    fields:
      units:
        rows: {part: count, whole: count}
        columns: {done: {formula: "share(units.part, units.whole)", as: percent, places: 1}}
    ---
    units: {from: u.csv, decimal: {done: point}}
    --- u.csv
    part,whole,done
    419,1000,41.9%
    1,8,12.5%
    """
    assert not [note for note in written.study().notes if "guessed" in note.code and note.code[0] == "d"]


def test_number_cells_of_a_workbook_settle_nothing_and_need_nothing(written: Written, tmp_path: Path) -> None:
    """
    fields: {units: {rows: {school: text, score: number}}}
    ---
    units: {from: u.xlsx}
    """
    sheet = openpyxl.Workbook()["Sheet"]
    for row in (["school", "score"], ["A", 1.234], ["B", "24.5"], ["C", 1234]):
        sheet.append(row)
    assert sheet.parent is not None
    sheet.parent.save(tmp_path / "u.xlsx")
    found = written.study()

    assert found.dataset.tables["units"].columns["score"].values == [
        Fraction(617, 500),
        Fraction(49, 2),
        1234,
    ]
    assert [(note.code, note.origin and note.origin.cell) for note in found.notes if note.stops is False][
        -1
    ] == ("decimal-guessed", "B3")


WAYS = [
    ("-", "write 0"),
    ("–", "write 0"),
    ("\uff11\uff12", "keyboard"),
    ("1O", "letters"),
    ("– 5", "minus"),
    ("41,9%", "without %"),
    ("12 triệu", "digits only"),
    ("1'234", "digits only"),
    ("1.234 567", "digits only"),
    ("0 123", "digits only"),
]


@pytest.mark.parametrize(("text", "way"), WAYS)
def test_what_is_no_number_is_refused_with_a_way_out(written: Written, text: str, way: str) -> None:
    """
    fields: {cost: number}
    ---
    cost: "TEXT"
    """
    written.data.write_text(written.data.read_text(encoding="utf-8").replace("TEXT", text), encoding="utf-8")
    found = written.complaint()

    assert (found.code, written.place()) == ("not-a-number", ("data.yaml", 2, 7))
    assert way in found.hint


def test_totals_have_the_habit_of_their_column(written: Written) -> None:
    """
    fields: {units: {rows: {school: text, score: number}}}
    ---
    units: {from: u.csv, decimal: point}
    --- u.csv
    school,score
    A,"1,000.5"
    B,24.5
    Cộng,"1,025.0"
    """
    assert "totals-agree" in [note.code for note in written.study().notes]


def test_a_point_in_one_column_makes_thousands_doubtful_in_another_but_not_counts(written: Written) -> None:
    """
    fields: {units: {rows: {pupils: count, score: number, cost: number}}}
    ---
    units: {from: u.csv}
    --- u.csv
    pupils,score,cost
    1.234,24.5,1.234
    """
    found = written.complaint()

    assert (found.code, written.place()) == ("ambiguous-number", ("u.csv", 2, 12))
    assert [str(origin).rpartition("/")[2] for _, origin in found.related] == ["u.csv:2:7"]


def test_advice_has_the_point_that_the_data_file_names(written: Written) -> None:
    """
    fields: {units: {rows: {school: text, pupils: count, score: number, reached: percent}}}
    ---
    units: {from: u.csv, decimal: point}
    --- u.csv
    school,pupils,score,reached
    A,98.5,9 1/2,41.9
    """
    hints = {found.code: found.hint for found in written.complaints()}

    assert hints == {
        "not-a-count": "write a whole number, such as 612 or 2,960",
        "not-a-number": "write digits only, such as 1,234 or 12.5",
        "percent-without-sign": "write the percentage with its sign, such as 41.9%",
    }


@pytest.mark.parametrize("old", ["1,000.5", "1000.50"])
def test_a_correction_is_read_as_the_file_that_it_corrects(written: Written, old: str) -> None:
    """
    fields: {units: {rows: {school: text, score: number}}}
    ---
    units: {from: u.csv, decimal: point}
    corrections: [{at: "u.csv:2:score", old: "OLD", new: 2.005, who: Hà, when: 14/5/2025, why: gõ nhầm}]
    --- u.csv
    school,score
    A,"1,000.5"
    B,1.234
    Cộng,"1,001.734"
    """
    written.data.write_text(written.data.read_text(encoding="utf-8").replace("OLD", old), encoding="utf-8")
    found = written.study()

    assert found.dataset.tables["units"].columns["score"].values == [Fraction("2.005"), Fraction("1.234")]
    assert "totals-agree" in [note.code for note in found.notes]  # it is right of what was sent


def test_what_is_said_of_one_column_leaves_the_others_as_they_are(written: Written) -> None:
    """
    fields: {units: {rows: {score: number, cost: number}}}
    ---
    units: {from: u.csv, decimal: {score: point}}
    --- u.csv
    score,cost
    24.5,1.234
    """
    assert written.study().dataset.tables["units"].columns["cost"].values == [1234]
