"""Sentences are judged beside mistakes in the data, but for what these touch."""

from tests.helpers.written import Written
from tests.prose.judging import codes, found, place

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
