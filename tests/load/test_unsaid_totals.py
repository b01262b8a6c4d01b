"""Rows that are totals, say so or not: refused, counted or held against the rows that they add up."""

from pathlib import Path

import pytest

from tests.load.laid_out import HEADING, ROWS, refused, table, told

# --- words that may say a total -----------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["Cộng công lập", "Tổng công", "Toàn phòng", "CỘNG TƯ THỤC", "Cộng dồn"])
def test_what_begins_like_a_total_and_does_not_add_up_is_refused_with_both_numbers(
    tmp_path: Path, words: str
) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS};{words};43;3\n3;Mai;5;2\n")

    complaint = written.complaint()
    assert (complaint.code, str(complaint.origin).rpartition("units.csv:")[2]) == ("total-unclear", "4:2")
    assert all(text in complaint.message for text in (words, "CBQL: 43", "add up to 42"))


@pytest.mark.parametrize(
    "rows",
    [
        "1;Hoa Ban;12;1\n2;Cộng Hiền;30;2\n3;Mai;5;2\n",  # numbered in turn
        ";Hoa Ban;30;2\n;Cộng Hiền;12;1\n;Mai;5;2\n",  # less than one of the rows above
        ";Hoa Ban;12;1\n;Toàn Thắng;30;2\n;Mai;5;2\n;Tổng cộng;47;5\n",  # the total counts it
    ],
)
def test_a_place_that_begins_like_a_total_is_counted_and_told(tmp_path: Path, rows: str) -> None:
    written = table(tmp_path, HEADING + rows)

    assert written.printed("all") == "47"
    assert "total-as-row" in {code for code, _ in told(written)}


def test_a_commune_that_begins_like_a_total_in_a_column_of_communes_is_no_matter(tmp_path: Path) -> None:
    rows = "Tên đơn vị;Xã;CBQL\nHoa Ban;Cộng Hiền;12\nBản Đông;Cộng Hiền;30\nMai;Tổng Cọt;5\n"

    assert told(table(tmp_path, rows)) == []


@pytest.mark.parametrize("words", ["Cộng công lập", "Tổng các trường"])
def test_a_wrong_total_is_refused_though_it_has_a_number_in_turn(tmp_path: Path, words: str) -> None:
    written = table(tmp_path, f"{HEADING}{ROWS}3;{words};43;3\n")

    assert refused(written) == [("total-unclear", "4:3")]


# --- totals that do not say so ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (f";Huyện Hòa An;42;3\n{ROWS};Huyện Hạ Lang;9;4\n3;Mai;5;2\n4;Lan;4;2\n", "2:1"),
        (f"{ROWS};Hòa An;42;3\n", "4:1"),  # has no number in turn
        ("1;Hoa Ban;12;9\n2;Bản Đông;30;20\n3;Hòa An;42;29\n", "4:1"),  # looks like any other
        ("1;Hòa An;42;29\n2;Hoa Ban;12;9\n3;Bản Đông;30;20\n", "2:1"),
        ("1;Hoa Ban;2;\n2;Mai;1;\n3;TC;3;\n", "4:1"),  # may be short for a total
        ("1;Hoa Ban;312;\n2;Bản Đông;430;\n3;Hòa An;742;\n4;Mai;80;\n", "4:1"),  # one large sum
    ],
)
def test_a_row_that_adds_up_its_neighbours_is_refused_without_any_word_of_a_total(
    tmp_path: Path, rows: str, place: str
) -> None:
    assert refused(table(tmp_path, HEADING + rows))[0] == ("row-adds-up", place)


def test_what_a_line_adds_up_is_shown_with_its_lines_and_sums(tmp_path: Path) -> None:
    complaint = table(tmp_path, f"{HEADING}{ROWS};Hòa An;42;3\n").complaint()

    assert all(text in complaint.message for text in ('"Hòa An"', "2 rows on lines 2 to 3", "CBQL = 42"))
    assert "lines: {4: total}" in str(complaint.hint)


def test_a_groups_line_with_one_wrong_number_is_refused_by_the_other(tmp_path: Path) -> None:
    rows = ";Huyện Hòa An;47;40\n1;Hoa Ban;12;10\n2;Bản Đông;34;30\n3;Mai;5;2\n"

    assert refused(table(tmp_path, HEADING + rows)) == [("row-adds-up", "2:1")]
    settled = table(tmp_path / "settled", HEADING + rows, ", lines: {2: total}")
    assert [code for code, _ in refused(settled)] == ["total-differs"]


def test_a_groups_line_that_the_data_file_calls_a_total_is_held_against_its_own_rows(tmp_path: Path) -> None:
    rows = f"3;Mai;5;2\n;Hòa An;42;3\n{ROWS};Hạ Lang;9;4\n4;Lan;4;2\n5;Cúc;5;2\n;Tổng cộng;56;9\n"
    written = table(tmp_path, HEADING + rows, ", lines: {3: total, 6: total}")

    assert written.printed("all") == "56"
    assert told(written) == [("totals-agree", "3:2")]


@pytest.mark.parametrize(
    "rows",
    [
        "1;Hoa Ban;2;1\n2;Bản Đông;1;1\n3;Hòa An;3;2\n4;Mai;5;2\n",  # so small that it means nothing
        "1;Hoa Ban;12;9\n2;Bản Đông;30;20\n3;Hòa An;42;29\n;Tổng cộng;84;58\n",  # the total counts it
        "1;Phường 1;30;20\n2;Phường 2;12;9\n3;Phường 3;2;1\n",
        "1;ĐH;2;1\n2;CĐ;3;1\n3;TC;4;3\n",
        "1;Hoa Ban;2;1\n2;Nhóm trẻ Sao Mai;2;1\n3;Mai;5;2\n",
    ],
)
def test_an_ordinary_row_that_happens_to_be_a_sum_counts(tmp_path: Path, rows: str) -> None:
    written = table(tmp_path, HEADING + rows)

    assert "row-may-add-up" not in {code for code, _ in told(written)}
    assert written.printed("schools") == str(rows.count("\n") - rows.count("Tổng"))


def test_a_row_that_is_perhaps_a_sum_counts_with_a_warning_until_the_data_file_says_so(
    tmp_path: Path,
) -> None:
    rows = f"{HEADING}1;Hoa Ban;12;3\n2;Bản Đông;20;4\n3;Suối Bạc;32;7\n4;Mai;25;2\n"

    assert told(table(tmp_path / "not said", rows)) == [("row-may-add-up", "4:1")]
    assert told(table(tmp_path / "said", rows, ", lines: {4: row}")) == []


@pytest.mark.parametrize(
    "row",
    [
        "Kế hoạch giao;50;10", "Chỉ tiêu;50;10", "Năm học 2023-2024;40;2", "Năm trước;40;2", "So sánh;2;1",
        "Tăng (+), giảm (-);2;1", "Trung bình cộng;21;2", "Trang trước chuyển sang;42;2", "Mang sang;42;2",
        "Trung bình;21;2", "TB;21;2", "TRUNG BÌNH;21;2", "Trung Bình;21;2", "Bình quân;21;2", "Lớn nhất;30;2",
        "Thực hiện;43;4", "Đạt;86;40", "Còn lại;9;7", "Phát sinh;1;1", "Năm nay;40;3", "Cả nước;43;3",
    ],
)  # fmt: skip
def test_what_units_are_compared_with_is_no_unit_without_being_asked(tmp_path: Path, row: str) -> None:
    written = table(tmp_path, "Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\nBản Đông;30;2\n" + row + "\n")

    assert written.complaint().code in {"row-unclear", "total-unclear"}
    assert written.place() == ("units.csv", 4, 1)

    settled = table(
        tmp_path / "settled",
        "Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\n" + row + "\n",
        ", lines: {3: note}",
    )
    assert settled.printed("all") == "12"


@pytest.mark.parametrize(
    "rows",
    [
        "Năm học 2022-2023;12;1\nNăm học 2023-2024;30;2\n",
        "Tốt;12;1\nTrung bình;5;2\n",
        "Kế Sách;12;1\nTrung Bình;30;2\nTăng Nhơn Phú;3;1\n",
        "KẾ SÁCH;12;1\nHÒA AN;40;9\nTRUNG BÌNH;30;2\n",
        "Đạt;12;1\nChưa đạt;5;2\n",
        "Kế hoạch;12;1\nThực hiện;5;2\n",
        "Năm học 2021-2022;12;1\nNăm học 2022-2023;30;2\nNăm học 2023-2024;3;1\nTổng cộng;45;4\n",
    ],
)
def test_rows_that_are_years_marks_or_places_are_units(tmp_path: Path, rows: str) -> None:
    written = table(tmp_path, "Tên đơn vị;CBQL;Đã bồi dưỡng\n" + rows)

    assert written.printed("schools") == str(rows.count("\n") - rows.count("Tổng"))


def test_a_plan_and_what_was_done_are_both_refused_though_they_are_half_of_the_rows(tmp_path: Path) -> None:
    rows = "Kế hoạch;50;10\nThực hiện;42;3\n"
    written = table(tmp_path, "Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\nBản Đông;30;2\n" + rows)

    assert refused(written) == [("row-unclear", "4:1"), ("row-unclear", "5:1")]


@pytest.mark.parametrize("words", ["Σ", "∑:", "T ổ n g   c ộ n g", "TỔNG  CỘNG", "C Ộ N G"])
def test_a_total_may_be_a_sign_or_have_its_letters_set_apart(tmp_path: Path, words: str) -> None:
    text = f"Tên đơn vị;CBQL;Đã bồi dưỡng\nHoa Ban;12;1\nBản Đông;30;2\n{words};42;3\n"

    assert table(tmp_path, text).printed("all") == "42"

    wrong = table(tmp_path / "wrong", text.replace("42", "43"))
    assert wrong.complaint().code == "total-differs"
    assert wrong.place()[:2] == ("units.csv", 4)
