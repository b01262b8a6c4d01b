"""Numbers in sentences: found, held against the figures they name, printed without the names."""

import json
from typing import Any

from typer.testing import CliRunner

from reportgen.batch import Order
from reportgen.batch.plan import make_plan
from reportgen.cli.app import app
from reportgen.pipeline import Paper
from tests.helpers.written import Written
from tests.prose.judging import DAY, codes, found, place


def paper(written: Written) -> Paper:
    return make_plan(written.data, Order(written.shelf, DAY)).documents[0].paper


def remarks(written: Written) -> list[str]:
    """Give the texts of the data as they print."""
    values: Any = paper(written).context.values["remarks"]
    return list(values)


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
