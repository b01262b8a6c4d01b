"""One document for each row or group: what each of them sees, and what is told of it."""

import datetime as dt
from pathlib import Path

import pytest

from reportgen.batch import Order, Plan, make_plan
from reportgen.compute import compute
from reportgen.figures import explain_figure
from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.errors import DataError
from reportgen.study import survey
from reportgen.study.members import members
from tests.helpers.written import Written, write_kind, written_as


def plan(written: Written) -> Plan:
    return make_plan(written.data, Order(written.shelf, dt.date(2020, 1, 19)))


def complaints(written: Written) -> tuple[Diagnostic, ...]:
    with pytest.raises(DataError) as caught:
        plan(written)
    return caught.value.diagnostics


def shown(written: Written, *names: str) -> list[tuple[str, ...]]:
    return [
        tuple(str(document.paper.context.values[name]) for name in names)
        for document in plan(written).documents
    ]


def test_a_group_sees_its_own_rows_of_earlier_files_too(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, school: text, days: count}}}
    figures: {days: sum(people.days), before: sum(earlier.people.days), last: sum(previous.people.days)}
    tables: {by_name: {of: people, by: name, figures: {all: sum(earlier.people.days) + sum(people.days)}}}
    each: {of: people, by: school}
    file_name: "{each.school}"
    ---
    for_each: {of: people, by: school}
    people: [{name: An, school: x, days: 1}, {name: Bình, school: y, days: 2}]
    earlier: [one.yaml, two.yaml]
    --- one.yaml
    kind: k
    people: [{name: An, school: x, days: 10}]
    --- two.yaml
    kind: k
    people: [{name: Bình, school: y, days: 20}, {name: An, school: x, days: 30}]
    """
    assert shown(written, "days", "before", "last") == [("1", "40", "30"), ("2", "20", "20")]


def test_a_row_sees_the_earlier_rows_with_its_key(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, days: count}, key: name}}
    figures: {before: sum(earlier.people.days)}
    each: {of: people}
    file_name: "{each.name}"
    ---
    for_each: people
    people: [{name: An, days: 1}, {name: Bình, days: 2}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    people: [{name: Bình, days: 20}]
    """
    assert shown(written, "before") == [("0",), ("20",)]


def test_without_a_key_no_row_can_tell_its_past(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, days: count}}}
    figures: {before: sum(earlier.people.days)}
    each: {of: people}
    file_name: "{each.name}"
    ---
    for_each: people
    people: [{name: An, days: 1}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    people: [{name: Bình, days: 20}]
    """
    (complaint,) = complaints(written)

    assert complaint.code == "each-without-key"
    assert complaint.origin is not None
    assert (complaint.origin.line, complaint.origin.column) == (2, 11)


def test_what_is_wrong_in_one_document_only_says_in_which(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, school: text, days: count}}}
    checks: [{that: count(people) >= 2, say: one person only}]
    each: {of: people, by: school}
    file_name: "{each.school}"
    ---
    for_each: {of: people, by: school}
    people:
      - {name: An, school: x, days: 1}
      - {name: Bình, school: y, days: 2}
      - {name: Chi, school: y, days: 2}
      - {name: Dũng, school: z, days: 2}
    """
    found = complaints(written)

    assert [one.code for one in found] == ["check-failed", "check-failed"]
    assert [one.related[-1][1].line for one in found] == [4, 7]
    assert {one.related[-1][0] for one in found} == {"in the document for"}


def test_no_fault_is_found_with_a_document_that_is_not_made(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, school: text, days: count}}}
    figures:
      days: sum(people.days)
      mean: {formula: count(people) / days, places: 1}
    each: {of: people, by: school, where: days > 0}
    file_name: "{each.school}"
    ---
    for_each: {of: people, by: school}
    people: [{name: An, school: x, days: 1}, {name: Bình, school: y, days: 0}]
    """
    assert shown(written, "mean") == [("1,0",)]
    assert [note.code for note in plan(written).notes if note.severity == "note"][:1] == ["left-out"]


def test_a_condition_that_fails_leaves_nobody_out_in_silence(written: Written) -> None:
    """
    fields: {people: {rows: {name: text, school: text, part: count, whole: count}}}
    figures: {part: sum(people.part), whole: sum(people.whole)}
    each: {of: people, by: school, where: "share(part, whole) >= 0.5"}
    file_name: "{each.school}"
    ---
    for_each: {of: people, by: school}
    people:
      - {name: An, school: x, part: 1, whole: 5}
      - {name: Bình, school: y, part: 3, whole: 2}
    """
    (complaint,) = complaints(written)

    assert complaint.code == "part-over-whole"
    assert complaint.related[-1][1].line == 5


@pytest.mark.parametrize(
    "asked",
    [
        "[people]",
        "{from: u.csv}",
        "{of: people, by: [[school]]}",
        "{of: people, by: {from: u.csv}}",
        "{by: school}",
    ],
)
def test_what_for_each_cannot_mean_is_refused_in_the_data_file(tmp_path: Path, asked: str) -> None:
    write_kind(tmp_path, "k", "fields: {people: {rows: {name: text, school: text}}}\n")
    (tmp_path / "u.csv").write_text("a\n1\n", encoding="utf-8")
    (tmp_path / "data.yaml").write_text(f"kind: k\npeople: []\nfor_each: {asked}\n", encoding="utf-8")

    (complaint,) = complaints(Written(tmp_path, tmp_path / "data.yaml", Shelf([tmp_path / "templates"])))

    assert complaint.code == "wrong-for-each"
    assert str(complaint.origin).endswith("data.yaml:3:11")


DAYS = """
    fields:
      days: count
      people:
        rows: {name: text, came: {type: count, at_most: most}, most: count}
        columns: {left: {formula: "share(people.came, people.most)", as: percent, places: 0}}
    figures:
      came: sum(people.came)
      rate: {formula: "share(came, days)", as: percent, places: 0}
    checks:
      - {that: came <= days, say: more days than there were}
      - {that: people.came <= days, say: a row with too many days}
    each: {of: people}
    file_name: "{each.name}"
    ---
    for_each: people
    days: 10
    """


@written_as(DAYS + "people: [{name: An, came: 8, most: 9}, {name: Bình, came: 10, most: 10}]\n")
def test_figures_of_all_rows_together_do_not_matter_where_each_row_has_its_own(written: Written) -> None:
    assert shown(written, "rate") == [("80%",), ("100%",)]


@written_as(
    DAYS
    + """people:
      - {name: An, came: 8, most: 9}
      - {name: Bình, came: 11, most: 10}
    """
)
def test_what_is_wrong_with_a_row_is_told_once_and_where_it_stands(written: Written) -> None:
    found = [(one.code, one.origin.line) for one in complaints(written) if one.origin]

    assert found == [("over-limit", 6)]


@written_as("""
each: {of: people, by: school}
fields: {people: {rows: {name: text, born: {type: date, personal: true}, school: text}}}
figures:
  took_part: {formula: count(people), label: Số người tham gia}
  all_there: {formula: "share(took_part, took_part)", as: percent, places: 0, label: Tỷ lệ (cả trường)}
---
for_each: {of: people, by: school}
people:
  - {name: Lan, born: 2/4/1988, school: Hoa Ban}
  - {name: Hòa, born: 3/4/1988, school: Hoa Ban}
  - {name: Lan, born: 4/4/1988, school: Sao Mai}
""")
@pytest.mark.parametrize("asked", ["took_part", "Số người tham gia", "số người  THAM GIA"])
def test_why_explains_the_figure_of_one_document(written: Written, asked: str) -> None:
    (told,) = explain_figure(written.study(), asked, "hoa ban")

    assert (told.name, told.printed) == ("took_part", "2")
    assert [place.line for place, _ in told.inputs[0].rows] == [4, 5]


@written_as("""
each: {of: people}
fields: {people: {rows: {name: text, born: {type: date, personal: true}, school: text}}}
figures: {took_part: {formula: count(people), label: Số người (cả lớp)}}
---
for_each: people
people:
  - {name: Lan, born: 2/4/1988, school: Hoa Ban}
  - {name: Lan, born: 4/4/1988, school: Sao Mai}
""")
@pytest.mark.parametrize("member", ["Lan, Sao Mai", "04/04/1988", "lan,sao mai"])
def test_a_row_is_called_by_anything_that_it_says(written: Written, member: str) -> None:
    (told,) = explain_figure(written.study(), "Số người (cả lớp)", member)

    assert [place.line for place, _ in told.inputs[0].rows] == [5]


def test_a_check_that_holds_of_every_row_is_not_asked_of_each_paper_and_any_other_is(
    written: Written,
) -> None:
    """
    fields: {most: count, people: {rows: {name: text, days: count}, key: name}}
    figures: {all: sum(people.days)}
    checks:
      - {that: most >= 1, say: some}
      - {that: people.days <= most, say: few, warn: true}
      - {that: people.days >= 1, say: any}
      - {that: all <= 100, say: little, warn: true}
    each: {of: people}
    file_name: "{each.name}"
    ---
    most: 5
    for_each: people
    people: [{name: An, days: 1}, {name: Bình, days: 7}, {name: Chi, days: 101}]
    """
    found = survey(written.data, written.shelf)
    assert found.figures.held == {0, 2}
    asked = found.dataset.for_each
    assert asked is not None
    told = []
    for member in members(found.dataset, found.kind, asked, Complaints()):
        told.append(compute(member, found.kind).diagnostics)
        assert compute(member, found.kind, found.figures.held).diagnostics == told[-1]
    assert [[dict(one.values)["say"] for one in each] for each in told] == [[], ["few"], ["few", "little"]]


def test_what_all_papers_say_alike_is_held_against_the_figures_of_each(written: Written) -> None:
    """
    fields: {note: text, people: {rows: {name: text, days: count}}}
    figures: {days: sum(people.days)}
    each: {of: people}
    file_name: "{each.name}"
    ---
    note: Học 2 ngày [days], ghi đủ [=days] ngày
    for_each: people
    people: [{name: An, days: 2}, {name: Bình, days: 2}, {name: Chi, days: 3}, {name: Du, days: 2}]
    """
    (told,) = complaints(written)
    assert dict(told.values)["number"] == "3"

    written.data.write_text(written.data.read_text(encoding="utf-8").replace("2 ngày [days], ", ""), "utf-8")
    assert [note for (note,) in shown(written, "note")] == [
        f"Học ghi đủ {days} ngày" for days in (2, 2, 3, 2)
    ]
