"""A name in two spellings never makes two groups in silence; the data file may say which spelling counts."""

from pathlib import Path

import pytest

from reportgen.model.diagnostics import Diagnostic
from tests.helpers.written import Written, written_as


def told(found: Diagnostic) -> tuple[str, str, list[str]]:
    """Give code, place and the other places of a finding."""
    places = [str(place).rsplit("/", 1)[-1] for place in (found.origin, *(one for _, one in found.related))]
    return found.code, places[0], places[1:]


def test_a_group_in_two_spellings_is_refused_at_the_second_with_both_places(written: Written) -> None:
    """
    fields: {rows: {rows: {school: {type: text, label: Trường}, n: count}}}
    tables: {by_school: {of: rows, by: school, figures: {n: sum(rows.n)}}}
    ---
    rows: {from: u.csv}
    --- u.csv
    n,school
    3,Hòa Bình
    4,Lê Lợi
    5,Hoà Bình
    6,Hoà Bình
    """
    found = written.complaint()

    assert told(found) == ("spelled-otherwise", "u.csv:4:3", ["u.csv:2:3"])
    assert found.message.startswith("Trường: 'Hoà Bình' and 'Hòa Bình' are one name")
    assert 'same_as: {"Hoà Bình": "Hòa Bình"}' in found.hint


KIND = """
    fields: {rows: {rows: {school: text, n: count}, key: school}}
    tables:
      by_school: {of: rows, by: school, figures: {all: sum(earlier.rows.n) + sum(rows.n)}}
    figures: {total: sum(by_school.all)}
"""
ROUNDS = """
    earlier: [r1.yaml]
    rows: [{school: Hòa Bình, n: 3}, {school: LÊ LỢI, n: 1}]
    --- r1.yaml
    kind: k
    rows: {from: r1.csv}
    --- r1.csv
    school,n
    Lê Lợi,1
    Hoà Bình,5
"""


@written_as(f"{KIND}    ---{ROUNDS}")
def test_a_spelling_of_an_earlier_round_is_told_in_this_file(written: Written) -> None:
    found = [told(one) for one in written.complaints()]

    assert found == [
        ("spelled-otherwise", "data.yaml:3:43", ["r1.csv:2:1"]),
        ("spelled-otherwise", "data.yaml:3:17", ["r1.csv:3:1"]),
    ]


@written_as(f"{KIND}    ---\n    same_as: {{Hoà Bình: Hòa Bình, Lê Lợi: LÊ LỢI}}{ROUNDS}")
def test_the_data_file_says_which_spelling_counts_in_earlier_rounds_too(written: Written) -> None:
    found = written.study()

    grouped = found.figures.tables["by_school"]
    assert grouped.keys == [("Hòa Bình",), ("LÊ LỢI",)]
    assert [one.value for one in grouped.figures["all"]] == [8, 2]
    assert found.dataset.earlier[0].tables["rows"].columns["school"].values == ["LÊ LỢI", "Hòa Bình"]


def test_a_name_may_be_another_one_altogether(written: Written) -> None:
    """
    fields: {rows: {rows: {school: text, n: count}}}
    tables: {by_school: {of: rows, by: school, figures: {n: sum(rows.n)}}}
    figures: {most: max(by_school.n)}
    ---
    same_as: {MN Hòa Bình: Mầm non Hòa Bình}
    rows: [{school: Mầm non Hòa Bình, n: 3}, {school: MN Hòa Bình, n: 5}]
    """
    assert written.printed("most") == "8"


def test_schools_of_one_name_in_two_districts_may_be_spelled_in_two_ways(written: Written) -> None:
    """
    fields: {rows: {rows: {district: text, school: text, n: count}}}
    tables: {by_school: {of: rows, by: [district, school], figures: {n: sum(rows.n)}}}
    ---
    rows: [{district: Hải An, school: Hòa Bình, n: 1}, {district: Đồ Sơn, school: Hoà Bình, n: 1}]
    """
    assert len(written.study().figures.tables["by_school"].keys) == 2


def test_a_key_in_two_spellings_is_one_row_too_many(written: Written) -> None:
    """
    fields: {rows: {rows: {school: text, n: count}, key: school}}
    tables: {by_school: {of: rows, by: school, figures: {n: sum(rows.n)}}}
    ---
    rows: {from: u.csv}
    --- u.csv
    school,n
    Hòa Bình,3
    HOÀ  BÌNH,5
    """
    found = written.complaint()

    assert told(found) == ("duplicate-row", "u.csv:3:1", ["u.csv:2:1"])
    assert "'HOÀ BÌNH' is there twice in rows, first spelled 'Hòa Bình'" in found.message


def test_codes_are_what_they_are(written: Written) -> None:
    """
    fields: {rows: {rows: {code: code, n: count}, key: code}}
    ---
    rows: [{code: 5a, n: 1}, {code: 5A, n: 2}]
    """
    assert written.study().dataset.tables["rows"].length == 2


def test_what_is_personal_stays_out_of_a_message_about_spellings(written: Written) -> None:
    """
    fields: {rows: {rows: {name: {type: text, personal: true}, n: count}}}
    tables: {by_name: {of: rows, by: name, figures: {n: sum(rows.n)}}}
    ---
    rows: [{name: Đỗ Thúy, n: 1}, {name: Đỗ Thuý, n: 2}]
    """
    found = written.complaint()

    assert found.code == "spelled-otherwise"
    assert "Đỗ" not in found.message + found.hint


def test_a_document_for_each_group_is_not_made_twice(written: Written) -> None:
    """
    fields: {rows: {rows: {school: text, n: count}}}
    each: {of: rows, by: school}
    ---
    for_each: {of: rows, by: school}
    rows: [{school: Hòa Bình, n: 1}, {school: Hoà Bình, n: 2}]
    """
    assert written.complaint().code == "spelled-otherwise"


def test_many_names_in_two_spellings_are_told_up_to_a_limit(written: Written, tmp_path: Path) -> None:
    """
    fields: {rows: {rows: {school: text, n: count}}}
    tables: {by_school: {of: rows, by: school, figures: {n: sum(rows.n)}}}
    ---
    rows: {from: u.csv}
    """
    rows = "".join(f"Hòa {n},1\nHoà {n},1\n" for n in range(30))
    (tmp_path / "u.csv").write_text(f"school,n\n{rows}", encoding="utf-8")
    found = written.complaints()

    assert [one.code for one in found] == ["spelled-otherwise"] * 20
    assert found[-1].message.endswith("; so are 10 more")


@pytest.mark.parametrize("spelled", ["[Hoà Bình]", "Hoà Bình", "{Hoà Bình: [a]}"])
def test_same_as_wants_pairs(tmp_path: Path, spelled: str) -> None:
    from reportgen.kinds import Shelf  # noqa: PLC0415
    from tests.helpers.written import write_kind  # noqa: PLC0415

    write_kind(tmp_path, "k", "fields: {a: text?}\n")
    (tmp_path / "data.yaml").write_text(f"kind: k\nsame_as: {spelled}\n", encoding="utf-8")
    found = Written(tmp_path, tmp_path / "data.yaml", Shelf([tmp_path / "templates"])).complaint()

    assert told(found)[:2] == ("not-a-group", "data.yaml:2:10")


def test_a_spelling_that_no_row_has_is_told_and_one_that_leads_on_is_refused(written: Written) -> None:
    """
    fields: {rows: {rows: {school: text, n: count}}}
    ---
    same_as:
      Hoà Bình: Hòa Bình
      A: B
      B: C
    rows: [{school: A, n: 1}, {school: B, n: 1}]
    """
    assert told(written.complaint()) == ("same-as-again", "data.yaml:4:6", [])


def test_a_spelling_that_no_row_has_is_told_where_it_is_written(written: Written) -> None:
    """
    fields: {rows: {rows: {school: text, n: count}}}
    ---
    same_as:
      Hoà Bình: Hòa Bình
      A: B
    rows: [{school: A, n: 1}]
    """
    (note,) = [one for one in written.study().notes if one.code == "same-as-unused"]
    assert (str(note.severity), told(note)[1]) == ("warning", "data.yaml:3:3")
