"""Documents per row and per group: which there are, what they are called, whom they are about."""

from pathlib import Path

import pytest

from reportgen.batch import build, check, make_plan
from reportgen.model.errors import DataError
from tests.batch.classes import order
from tests.helpers.written import Written, written_as

PEOPLE = """
    fields:
      people:
        rows: {{name: text, school: text, passed: {{type: flag, default: không}}}}
        key: [name, school]
    each: {{of: people{by}, where: passed >= 1}}
    file_name: "{name}"
    figures:
      taking: count(people)
      passed: count(people, where=people.passed)
      rate: {{formula: "share(passed, taking)", as: percent, places: 1}}
    ---
    for_each: {for_each}
    people: {{from: p.csv}}
    --- p.csv
    name,school,passed
    An,Mầm non 1/6,có
    Bình,Mầm non 1-6,x
    Chi,Mầm non 1/6,
    Dũng,Hoa Sen,
    --- templates/k/page.html
    <p>{{{{ each.{key} }}}}: {{{{ passed }}}} trên {{{{ taking }}}}, {{{{ rate }}}}.</p>
    """
SCHOOLS = PEOPLE.format(
    by=", by: school", for_each="{of: people, by: school}", name="{each.school}/giay", key="school"
)
PERSONS = PEOPLE.format(by="", for_each="people", name="{each.school}/{each.name}", key="name")


@written_as(SCHOOLS)
def test_each_group_has_its_own_figures(written: Written) -> None:
    plan = make_plan(written.data, order(written))

    printed = [
        (str(doc.paper.context.values["taking"]), str(doc.paper.context.values["rate"]))
        for doc in plan.documents
    ]
    assert printed == [("2", "50,0%"), ("1", "100,0%")]


@written_as(SCHOOLS)
def test_folders_of_schools_whose_names_nearly_collide_stay_apart(written: Written) -> None:
    plan = make_plan(written.data, order(written))

    assert [str(doc.name) for doc in plan.documents] == ["Mầm non 1-6/giay.pdf", "Mầm non 1-6 (2)/giay.pdf"]


@written_as(PERSONS)
def test_nobody_who_did_not_pass_gets_a_certificate_and_it_is_told_where(written: Written) -> None:
    plan = make_plan(written.data, order(written))
    (left_out,) = [note for note in plan.notes if note.code == "left-out"]

    assert [doc.name.name for doc in plan.documents] == ["An.pdf", "Bình.pdf"]
    assert "2 of 4" in left_out.message
    assert "p.csv:4" in left_out.message
    assert "p.csv:5" in left_out.message


@written_as(PERSONS)
def test_a_rerun_leaves_finished_documents_as_they_are(written: Written) -> None:
    (first,) = build([written.data], order(written)).outcomes
    before = {made.path: made.path.stat().st_mtime_ns for made in first.made}
    (second,) = build([written.data], order(written)).outcomes

    assert {made.how for made in first.made} == {"written"}
    assert {made.how for made in second.made} == {"unchanged"}
    assert {made.path: made.path.stat().st_mtime_ns for made in second.made} == before


@written_as(
    PERSONS.replace("Bình,Mầm non 1-6,x", "Bình,Mầm non 1-6,maybe").replace(
        "An,Mầm non 1/6,có", "An,Mầm non 1/6,perhaps"
    )
)
def test_bad_rows_write_nothing_and_all_are_told(written: Written) -> None:
    (outcome,) = build([written.data], order(written)).outcomes

    assert outcome.error is not None
    assert [one.origin.line for one in outcome.error.diagnostics if one.origin] == [2, 3]
    assert not list((written.folder / "out").rglob("*.pdf"))


@written_as(SCHOOLS.replace("    for_each: {of: people, by: school}\n", ""))
def test_a_kind_for_groups_says_how_to_ask_for_them(written: Written) -> None:
    with pytest.raises(DataError) as caught:
        make_plan(written.data, order(written))

    (diagnostic,) = [one for one in caught.value.diagnostics if one.stops]
    assert diagnostic.code == "not-for-each"
    assert "for_each: {of: people, by: [school]}" in diagnostic.hint


@written_as(PERSONS.replace("Dũng,Hoa Sen,", "An,Mầm non 1/6,"))
def test_a_person_named_twice_is_shown_at_both_places(written: Written) -> None:
    (outcome,) = build([written.data], order(written)).outcomes

    assert outcome.error is not None
    (twice,) = [one for one in outcome.error.diagnostics if one.stops]
    assert (twice.code, twice.origin and twice.origin.line, twice.related[0][1].line) == (
        "duplicate-row",
        5,
        2,
    )


@written_as(PERSONS)
def test_the_page_says_what_the_figures_are(written: Written) -> None:
    from reportgen.readback import read_back  # noqa: PLC0415

    (outcome,) = build([written.data], order(written)).outcomes
    first: Path = outcome.made[0].path

    assert "".join(read_back(first.read_bytes(), "application/pdf").pieces).split() == [
        "An:",
        "1",
        "trên",
        "1,",
        "100,0%.",
    ]


@written_as(PERSONS)
def test_a_paper_made_from_another_data_file_is_not_replaced(written: Written) -> None:
    (first,) = build([written.data], order(written)).outcomes
    before = first.made[0].path.read_bytes()
    data = written.data.read_text(encoding="utf-8")
    (written.folder / "other.yaml").write_text(data.replace("p.csv", "q.csv"), encoding="utf-8")
    rows = "name,school,passed\nAn,Mầm non 1/6,có\nAn,Mầm non 1-6,có\n"
    (written.folder / "q.csv").write_text(rows, encoding="utf-8")

    (other,) = build([written.folder / "other.yaml"], order(written)).outcomes

    assert other.error is not None
    (refused,) = other.error.diagnostics
    assert refused.code == "file-exists"
    assert refused.message.endswith("it was made from another data file, ../data.yaml")
    assert first.made[0].path.read_bytes() == before


@written_as(PERSONS)
def test_the_same_data_file_by_another_path_is_the_same(written: Written) -> None:
    build([written.data], order(written))
    round_about = written.folder / "templates" / ".." / "data.yaml"

    (again,) = build([round_about], order(written)).outcomes

    assert again.error is None
    assert {made.how for made in again.made} == {"unchanged"}


@written_as(PERSONS)
def test_a_paper_that_is_not_asked_for_any_more_is_told(written: Written) -> None:
    build([written.data], order(written))
    rows = (written.folder / "p.csv").read_text(encoding="utf-8")
    (written.folder / "p.csv").write_text(rows.replace("An,", "Ân,"), encoding="utf-8")

    (again,) = build([written.data], order(written)).outcomes

    (stale,) = again.stale
    assert (stale.code, stale.severity) == ("paper-left-over", "warning")
    assert "An.pdf" in stale.message
    assert {made.path.name: made.how for made in again.made} == {"Ân.pdf": "written", "Bình.pdf": "unchanged"}


@written_as(SCHOOLS)
def test_check_refuses_the_names_that_build_would_refuse(written: Written) -> None:
    again = written.folder / "again.yaml"
    again.write_text(written.data.read_text(encoding="utf-8"), encoding="utf-8")

    first, second = check([written.data, again], order(written))

    assert first.error is None
    assert second.error is not None
    assert {one.code for one in second.error.diagnostics} == {"file-twice"}
