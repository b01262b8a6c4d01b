"""Numbers in sentences: where they are found, and what the words around them claim."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose import number_text, percent_text
from reportgen.compose.words import number_words
from reportgen.prose.find import find_quantities
from reportgen.prose.quantity import Quantity, Sense, Verdict, reach_of, verdict


def sure(text: str) -> list[str]:
    """Give the quantities of a text that count even when nobody names their figure."""
    return [quantity.text for quantity in find_quantities(text) if quantity.sure]


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


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
