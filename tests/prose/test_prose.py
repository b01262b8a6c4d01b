"""Numbers in sentences: found, held against the figures they name, printed without the names."""

import datetime as dt
import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.batch import Order
from reportgen.batch.plan import make_plan
from reportgen.cli.app import app
from reportgen.compose import number_text, percent_text
from reportgen.compose.words import number_words
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from reportgen.pipeline import Paper
from reportgen.prose.find import find_quantities
from reportgen.prose.quantity import Quantity, Sense, Verdict, reach_of, verdict
from tests.helpers.written import Written

DAY = dt.date(2026, 1, 1)


def sure(text: str) -> list[str]:
    """Give the quantities of a text that count even when nobody names their figure."""
    return [quantity.text for quantity in find_quantities(text) if quantity.sure]


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


def paper(written: Written) -> Paper:
    return make_plan(written.data, Order(written.shelf, DAY)).documents[0].paper


def remarks(written: Written) -> list[str]:
    """Give the texts of the data as they print."""
    values: Any = paper(written).context.values["remarks"]
    return list(values)


def found(written: Written) -> list[Diagnostic]:
    """Give everything that there is to say of sentences."""
    try:
        notes = make_plan(written.data, Order(written.shelf, DAY)).notes
    except DataError as error:
        notes = error.diagnostics
    return [note for note in notes if not note.code.endswith("not-quoted")]


def place(note: Diagnostic) -> tuple[int | None, int | None]:
    assert note.origin is not None
    return note.origin.line, note.origin.column


def codes(written: Written) -> list[str]:
    return [note.code for note in found(written)]


# --- what a quantity is -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Tổ chức 8 chuyên đề cấp huyện và 24 chuyên đề cấp cụm.", ["8", "24"]),
        ("có mặt 74/81 đại biểu (91,4%), vắng 7.", ["74/81", "91,4%", "7"]),
        ("22.119 / 48.145 CBQL, đạt hơn 70%", ["22.119 / 48.145", "hơn 70%"]),
        ("612 trên 729 người", ["612 trên 729"]),
        ("982/2.000 trẻ, đạt 51%", ["982/2.000", "51%"]),
        ("tăng 10-15% so với năm trước", ["10-15%"]),
        ("84 % và 84 phần trăm", ["84 %", "84 phần trăm"]),
        ("kinh phí 2,5 triệu đồng, 12.345.678 đồng", ["2,5 triệu", "12.345.678"]),
        ("trong đó có 01 lớp CBQL, 07 lớp GVMN", ["01", "07"]),
        ("tổng số 286 chuyên đề, mỗi lớp 35 trẻ", ["286", "35"]),
        ("quá nửa số trường, gần hai phần ba giáo viên", ["quá nửa", "gần hai phần ba"]),
        ("hai mươi bốn chuyên đề, một trăm linh năm người", ["hai mươi bốn", "một trăm linh năm"]),
        ("18 trường, tức 3/4; chiếm 1/3, tức là 2/3", ["18", "3/4", "1/3", "2/3"]),
        ("2 trong 3 trường, hai trong số ba tổ", ["2 trong 3", "hai trong số ba"]),
        ("hơn gấp đôi năm trước, gần gấp ba lần, gấp rưỡi", ["hơn gấp đôi", "gần gấp ba", "gấp rưỡi"]),
        ("một nửa, nửa số trường, ba phần tư", ["một nửa", "nửa", "ba phần tư"]),
        ("từ 70% trở lên, không quá 35 trẻ", ["70% trở lên", "không quá 35"]),
    ],
)
def test_quantities_are_found_with_the_words_that_qualify_them(text: str, quantities: list[str]) -> None:
    assert sure(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 88/QĐ-SGDĐT ngày 28 tháng 5 năm 2019 của Giám đốc Sở",
        "Thông tư 32 của Bộ, Nghị quyết 29-NQ/TW, Nghị định 30/2020/NĐ-CP, Luật 43",
        "Điều 5, khoản 2, điểm a; mục 2.1; Phụ lục 3; Mẫu 1.9",
        "lớp 5A, lớp 5, khối 4, tổ 3, cụm số 3, đợt 2, học kỳ 1, lần 2, phòng 305, tầng 3",
        "năm học 2013-2014, đến năm 2015, tháng 9/2019, ngày 19/01/2020, 8-10, 20/11, sáng 5/7",
        "lúc 7h30, 07:30, 8 giờ 30 phút, vào 14 giờ",
        "ĐT 0912345678, 02253.842.123, mã 0201234567",
        "trẻ 5 tuổi, trẻ 5-6 tuổi, Trường Mầm non 1/6, Trường Tiểu học 1-6, trường 19/5",
        "thứ Hai, thứ ba, ba trường, một số tổ, hai chuyên đề, ba bốn trường, năm nay, tư thục",
        "nửa đầu năm, một nửa ngày, COVID-19, công nghệ 4.0, Công nghiệp 4.0, H2O",
        "họp 3/4, hạn nộp 3/4, ngày 8/5 tức 3/4 âm lịch, báo cáo số 12/BC-PGDĐT, lớp 3/4, một trong hai tổ",
        "1. Tổ chức hội nghị",
        "Chưa có số liệu.",
        "",
    ],
)
def test_what_counts_nothing_is_passed_over(text: str) -> None:
    assert sure(text) == []


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_a_number_is_found_as_offices_write_it(number: int, places: int) -> None:
    value = Fraction(number, 10**places)

    assert only(f"đã đạt {number_text(value, places)} điểm").value == value
    assert (
        only(f"tỷ lệ đạt ({percent_text(value, places)}).").value
        == value * 100
        == only(f"đạt {number_text(value * 100, places)} %").value
    )


@given(st.integers(1, 10**12 - 1))
def test_a_number_in_words_is_read(number: int) -> None:
    assert only(number_words(number)).value == number


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text


# --- what the words around a number claim -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "holds", "far", "wrong"),
    [
        ("84%", ["83,5", "84", "84,49"], [], ["83,4", "84,5", "0"]),
        ("45,9%", ["45,85", "45,94"], [], ["45,84", "45,95", "70"]),
        ("hơn 70%", ["70,1", "79,9"], ["80", "95"], ["70", "45,9"]),
        ("hơn 75%", ["75,1", "79,9"], ["80"], ["75"]),
        ("trên 70%", ["70", "72,8"], ["81"], ["69,9"]),
        ("gần 70%", ["69,9", "60,1"], ["60"], ["70", "71"]),
        ("chưa đến 50 người", ["49", "41"], ["40"], ["50", "51"]),
        ("dưới 10%", ["9,9", "0"], [], ["10"]),
        ("ít nhất 5 lớp", ["5", "90"], [], ["4"]),
        ("không quá 35 trẻ", ["35", "1"], [], ["36"]),
        ("khoảng 300 người", ["300", "260", "350"], ["220", "390"], ["199", "401"]),
        ("tối đa 70% trở xuống", ["70"], [], ["71"]),
        ("70% trở lên", ["70", "100"], [], ["69"]),
        ("quá nửa", ["50,1", "70"], ["75"], ["50", "49"]),
        ("gần hai phần ba", ["66", "50"], ["41"], ["67"]),
        ("22/24", [], [], ["91,7"]),
        ("10-15%", ["10", "15"], [], ["9", "16"]),
        ("2,5 triệu", ["2450000", "2549999"], [], ["2550000", "2400000"]),
        ("cao hơn 5%", ["5", "5,4"], [], ["4"]),
        ("không ít hơn 5 người", ["5"], [], ["4"]),
        ("trên dưới 300", ["310", "290"], [], ["450"]),
    ],
)
def test_a_figure_keeps_to_what_is_said_of_it(
    text: str, holds: list[str], far: list[str], wrong: list[str]
) -> None:
    quantity = only(text)
    verdicts = {
        number: verdict(quantity, Fraction(number.replace(",", "."))) for number in (*holds, *far, *wrong)
    }

    assert verdicts == {
        **dict.fromkeys(holds, Verdict.HOLDS),
        **dict.fromkeys(far, Verdict.FAR),
        **dict.fromkeys(wrong, Verdict.WRONG),
    }


@given(
    st.fractions(0, 1000),
    st.sampled_from(["", "hơn ", "gần ", "khoảng ", "dưới ", "ít nhất "]),
    st.integers(1, 900),
)
def test_a_rough_word_never_makes_a_number_hold_that_lies_on_the_wrong_side(
    value: Fraction, word: str, number: int
) -> None:
    said = verdict(only(f"{word}{number} người"), value)

    sides = {
        "hơn ": value > number,
        "gần ": value < number,
        "dưới ": value < number,
        "ít nhất ": value >= number,
    }
    assert (said is not Verdict.WRONG) == sides.get(word, said is not Verdict.WRONG)


@pytest.mark.parametrize(
    ("number", "unit", "reach"),
    [
        (70, 1, 10),
        (75, 1, 5),
        (612, 1, 1),
        (600, 1, 100),
        (100, 1, 50),
        (5, 1, 1),
        (2960, 1, 10),
    ],
)
def test_a_rough_number_reaches_as_far_as_its_last_digit(number: int, unit: int, reach: Fraction) -> None:
    assert reach_of(Fraction(number), Fraction(unit)) == reach


def test_a_number_that_fell_is_said_without_its_sign() -> None:
    fell, rose = only("giảm 3 chuyên đề"), only("tăng 3 chuyên đề")

    assert verdict(fell, Fraction(-3)) is Verdict.HOLDS
    assert verdict(rose, Fraction(-3)) is Verdict.WRONG
    assert verdict(rose, Fraction(3)) is Verdict.HOLDS
    assert verdict(replace(fell, sense=Sense.MORE), Fraction(-4)) is Verdict.FAR


# --- what a writer names ------------------------------------------------------------------------------------


def test_a_named_figure_is_held_against_the_number_and_its_name_is_not_printed(written: Written) -> None:
    """
    fields: {reached: count, staff: count, remarks: {list: text}}
    figures:
      rate: {formula: "share(reached, staff)", as: percent, places: 1, label: Tỷ lệ đã bồi dưỡng}
    ---
    reached: 374.154
    staff: 513.852
    remarks:
      - Đã bồi dưỡng hơn 70% giáo viên [rate], tức 374.154/513.852 người.
      - Gần ba phần tư [Tỷ lệ đã bồi dưỡng] giáo viên đã học.
      - Trên 70% giáo viên cả tỉnh đã học [rate]; còn lại học sau [xem phụ lục].
    """
    assert found(written) == []
    assert remarks(written) == [
        "Đã bồi dưỡng hơn 70% giáo viên, tức 374.154/513.852 người.",
        "Gần ba phần tư giáo viên đã học.",
        "Trên 70% giáo viên cả tỉnh đã học; còn lại học sau [xem phụ lục].",
    ]


def test_a_ministry_page_is_stopped_at_its_number(written: Written) -> None:
    """
    fields: {reached: count, staff: count, remarks: {list: text}}
    figures: {rate: {formula: "share(reached, staff)", as: percent, places: 1}}
    ---
    reached: 22.119
    staff: 48.145
    remarks:
      - Đã có 22.119 CBQL được bồi dưỡng, đạt hơn 70% [rate].
    """
    (note,) = found(written)
    column = written.data.read_text(encoding="utf-8").splitlines()[4].index("hơn") + 1

    assert (note.code, note.origin and (note.origin.line, note.origin.column)) == (
        "number-differs",
        (5, column),
    )
    assert "45,9%" in note.message
    assert note.stops


def test_a_ratio_and_its_percentage_are_compared_without_any_name(written: Written) -> None:
    """
    fields: {reached: count, staff: count, remarks: {list: text}}
    ---
    reached: 22.119
    staff: 48.145
    remarks:
      - Đã bồi dưỡng 22.119 / 48.145 CBQL, đạt hơn 70%.
      - Đã bồi dưỡng 22.119/48.145 CBQL (45,9%).
      - Đã bồi dưỡng 22.119/48.145 CBQL, tăng 5% so với năm trước.
    """
    differs, left = found(written)

    assert (differs.code, differs.origin and differs.origin.line) == ("ratio-differs", 5)
    assert (left.code, left.origin and left.origin.line) == ("numbers-unexplained", 7)
    assert left.message.endswith(": 5%")


def test_a_figure_can_be_inserted_and_is_then_on_the_page(written: Written) -> None:
    """
    fields: {reached: count, staff: count, remarks: {list: text}}
    figures: {rate: {formula: "share(reached, staff)", as: percent, places: 1}}
    ---
    reached: 612
    staff: 729
    remarks:
      - "[= reached] CBQL đã học ([= rate])"
      - Ghi [[rate]] thì in cả ngoặc.
    """
    assert remarks(written) == ["612 CBQL đã học (84,0%)", "Ghi [rate] thì in cả ngoặc."]


def test_a_gap_is_inserted_as_a_gap(written: Written) -> None:
    """
    fields: {staff: count, remarks: {list: text}}
    ---
    staff:
    remarks: ["Có [= staff] người."]
    """
    assert codes(written) == ["missing"]
    assert remarks(written) == ["Có ………… người."]


def test_cells_are_named_as_the_list_of_figures_names_them(written: Written) -> None:
    """
    fields:
      units: {rows: {district: text, staff: count, reached: count}, key: district}
      remarks: {list: text}
    tables:
      by_district:
        of: units
        by: district
        figures:
          people: sum(units.staff)
          rate: {formula: "share(sum(units.reached), people)", as: percent, places: 0}
    ---
    units:
      - {district: Lê Chân, staff: 200, reached: 100}
      - {district: An Dương, staff: 100, reached: 70}
    remarks:
      - Lê Chân đạt 50% [by_district.rate (Lê Chân)], An Dương khoảng 70% [by_district.rate (an dương)].
      - Cả hai đạt 57% [by_district.rate (tổng)] của 300 người [by_district.people (total)].
      - Lê Chân có 200 người [units.staff (Lê Chân)].
      - Lê Chân đạt 60% [by_district.rate (Lê Chân)].
    """
    (note,) = found(written)

    assert (note.code, note.origin and note.origin.line) == ("number-differs", 9)
    assert "by_district.rate (Lê Chân), which is 50%" in note.message


def test_a_name_without_a_number_before_it_is_refused_where_it_stands(written: Written) -> None:
    """
    fields: {staff: count, remarks: {list: text}}
    ---
    staff: 24
    remarks:
      - Mọi người đều đến [staff].
      - Có 24 người; đều đến [staff].
      - Có 24 người [staff] đều đến [staff].
    """
    assert codes(written) == ["mark-without-number"] * 3 + ["numbers-unexplained"][:0]


def test_brackets_of_the_writers_own_are_printed(written: Written) -> None:
    """
    fields: {staff: count, remarks: {list: text}}
    ---
    staff: 24
    remarks: ["Xem [1], [2-3] và [sic] […] [] [[x]] [theo mẫu] ]["]
    """
    assert found(written) == []
    assert remarks(written) == ["Xem [1], [2-3] và [sic] […] [] [[x]] [theo mẫu] ]["]


def test_what_nearly_is_a_name_is_told(written: Written) -> None:
    """
    fields: {managers: count, remarks: {list: text}}
    ---
    managers: 24
    remarks: ["Có 24 người [manager]."]
    """
    assert codes(written) == ["brackets-near"]
    assert "did you mean 'managers'" in found(written)[0].message


def test_a_number_without_its_percent_sign_differs(written: Written) -> None:
    """
    fields: {reached: count, staff: count, remarks: {list: text}}
    figures: {rate: {formula: "share(reached, staff)", as: percent, places: 1}}
    ---
    reached: 919
    staff: 1000
    remarks: ["Đạt 91,9 [rate]."]
    """
    assert codes(written) == ["number-differs"]


# --- what nobody names --------------------------------------------------------------------------------------


def test_numbers_that_nothing_explains_are_listed_once_for_each_text(written: Written) -> None:
    """
    fields: {staff: count, reached: count, remarks: {list: text, label: Nhận xét}}
    ---
    staff: 24
    reached: 24
    remarks:
      - Có 24 người, 8 lớp, gần 70% đạt; 9 lớp [theo báo cáo của xã].
      - Có 24 người [staff] học 2 đợt.
    """
    first, second = found(written)

    assert (
        first.message == "'Nhận xét' says what no figure explains: 24 (perhaps staff, reached?), 8, gần 70%"
    )
    assert second.message == "'Nhận xét' says what no figure explains: 2"
    assert remarks(written)[0] == "Có 24 người, 8 lớp, gần 70% đạt; 9 lớp."


def test_what_several_print_explains_a_number_that_is_no_small_one(written: Written) -> None:
    """
    fields: {staff: count, reached: count, remarks: {list: text}}
    figures: {rate: {formula: "share(reached, staff)", as: percent, places: 0}}
    ---
    staff: 729
    reached: 729
    remarks: [Có 729 người đạt 100%.]
    """
    assert found(written) == []


def test_texts_that_are_free_are_not_asked_where_their_numbers_come_from(written: Written) -> None:
    """
    fields:
      staff: count
      venue: {type: text, quantities: free}
      notes: {list: {what: text}, quantities: free}
    ---
    staff: 24
    venue: Nhà A2 có 3 tầng
    notes: [{what: 7 lớp}, {what: "có 25 người [staff]"}]
    """
    assert codes(written) == ["number-differs"]


def test_personal_texts_and_columns_of_tables_are_left_alone(written: Written) -> None:
    """
    fields:
      staff: count
      note: {type: text, personal: true}
      units: {rows: {name: text}}
    ---
    staff: 24
    note: có 3 con [staff]
    units: [{name: "Lớp có 7 trẻ [staff]"}]
    """
    assert found(written) == []
    assert paper(written).context.values["note"] == "có 3 con [staff]"


def test_a_text_over_several_lines_is_told_where_it_begins(written: Written) -> None:
    """
    fields: {staff: count, remark: text}
    ---
    staff: 24
    remark: >-
      Có mặt
      25 người [staff].
    """
    (note,) = found(written)

    assert place(note) == (3, 9)


def test_each_document_is_held_against_its_own_figures(written: Written) -> None:
    """
    fields:
      people: {rows: {school: text}}
      remark: text
    figures: {staff: count(people)}
    each: {of: people, by: school}
    file_name: "{each.school}"
    ---
    for_each: {of: people, by: school}
    people: [{school: A}, {school: B}, {school: B}]
    remark: Trường có 2 người [staff].
    """
    (differs,) = found(written)
    ((_, row),) = differs.related

    assert (differs.code, row.line, row.column) == ("number-differs", 3, 10)


def test_a_figure_that_a_sentence_names_is_quoted(written: Written) -> None:
    """
    fields: {staff: count, remark: text}
    figures: {half: staff / 2, third: {formula: staff / 3, places: 0}}
    ---
    staff: 24
    remark: Có 12 người [half] ở lại.
    """
    notes = make_plan(written.data, Order(written.shelf, DAY)).notes

    assert [note.values for note in notes if note.code == "figure-not-quoted"] == [(("name", "third"),)]


def test_the_whole_list_is_there_for_machines(written: Written) -> None:
    """
    fields: {staff: count, remark: text}
    figures: {half: staff / 2}
    ---
    staff: 24
    remark: Có 24 người, hơn 10 [half] ở lại [= half], 3 lớp, 9 [theo ông A].
    """
    folder = ["--templates", str(written.folder / "templates")]
    result = CliRunner().invoke(app, ["check", str(written.data), *folder, "--format", "json"])
    (record,) = json.loads(result.stdout)

    assert [(one["text"], one["how"], one["by"]) for one in record["quantities"]] == [
        ("hơn 10", "named", "half"),
        ("9", "source", "ông A"),
        ("24", "found", "staff"),
        ("3", "unexplained", ""),
        ("12", "inserted", "half"),
    ]


# --- beside other mistakes ----------------------------------------------------------------------------------


def test_sentences_are_judged_beside_mistakes_in_the_data(written: Written) -> None:
    """
    fields: {held: date, reached: count, staff: count, remarks: {list: text}}
    figures: {rate: {formula: "share(reached, staff)", as: percent, places: 1}}
    ---
    held: 31/02/2026
    reached: 22.119
    staff: 48.145
    remarks:
      - Đã bồi dưỡng hơn 70% CBQL [rate].
      - Còn [= raet] chưa học; 7 [rate] và 22.119/48.145 CBQL, đạt hơn 70%.
    """
    notes = [(note.code, place(note)[0]) for note in found(written)]

    assert notes == [
        ("no-such-day", 2),
        ("number-differs", 6),
        ("mark-unknown", 7),
        ("number-differs", 7),
        ("ratio-differs", 7),
    ]


def test_sentences_say_nothing_of_what_a_mistake_in_the_data_touches(written: Written) -> None:
    """
    fields:
      reached: count
      staff: count
      late: {type: count, optional: true}
      units: {rows: {level: text, staff: count}, key: level}
      remarks: {list: text}
    figures:
      rate: {formula: "share(reached, staff)", as: percent, places: 1}
      half: staff / 2
    tables: {by_level: {of: units, by: level, figures: {people: sum(units.staff)}}}
    ---
    reached: ba
    staff: 25
    units: [{level: A, staff: 4}, {level: C, staff: năm}]
    remarks:
      - Đã bồi dưỡng hơn 70% [rate], [= rate], còn 15 [reached] người, 12 [half] người, [= half].
      - Có [= units.staff (C)] và [= by_level.people (C)], 9 [by_level.people (total)] người, [= late].
    """
    assert codes(written) == ["not-a-number", "not-a-number", "not-whole"]


def test_a_row_without_its_key_may_belong_to_any_group(written: Written) -> None:
    """
    fields: {units: {rows: {level: {choice: [A, B]}, staff: count}}, remark: text}
    tables: {by_level: {of: units, by: level, figures: {people: sum(units.staff)}}}
    ---
    units: [{level: A, staff: 4}, {level: C, staff: 5}]
    remark: Có 9 [by_level.people (A)] người.
    """
    assert codes(written) == ["not-a-choice"]


def test_sentences_are_not_judged_by_figures_that_a_mistake_makes_others(written: Written) -> None:
    """
    fields: {units: {rows: {school: text, staff: count}, key: school}, remark: text}
    figures: {staff: sum(units.staff)}
    ---
    units: [{school: A, staff: 4}, {school: B, staff: 5}, {school: B, staff: 5}]
    remark: Có 9 người [staff].
    """
    assert codes(written) == ["duplicate-row"]


def test_each_document_is_judged_beside_mistakes_in_the_data(written: Written) -> None:
    """
    fields:
      held: date
      people: {rows: {school: {choice: [A, B]}}}
      remark: text
    figures: {staff: count(people)}
    each: {of: people, by: school}
    file_name: "{each.school}"
    ---
    held: mai
    for_each: {of: people, by: school}
    people: [{school: A}, {school: B}, {school: B}]
    remark: Trường có 2 người [staff].
    """
    assert codes(written) == ["not-a-date", "number-differs"]

    text = written.data.read_text(encoding="utf-8").replace("{school: A}", "{school: C}, {school: A}")
    written.data.write_text(text, encoding="utf-8")

    assert codes(written) == ["not-a-date", "not-a-choice"]


def test_a_claim_that_differs_hides_no_sentence(written: Written) -> None:
    """
    fields: {staff: count, remark: text}
    figures: {half: staff / 2}
    ---
    staff: 24
    half: 13
    remark: Có 13 người [half] ở lại.
    """
    assert codes(written) == ["claim-differs", "number-differs"]
