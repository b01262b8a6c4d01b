"""People are the same by name, birth date and place: doubles are refused, doubtful pairs only shown."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import DataError
from tests.helpers.written import Written, write_kind

COLUMNS = "name: text, born: {type: date, optional: true, personal: true}, school: text, district: text?"
PERSON = "person: {name: name, born: born, at: school}"


def people(folder: Path, *rows: str, person: str = PERSON) -> Written:
    """Write a table of people, a row for each text."""
    write_kind(folder, "k", f"fields: {{people: {{rows: {{{COLUMNS}}}, {person}}}}}\n")
    text = "\n".join(["name,born,school,district", *rows])
    (folder / "u.csv").write_text(text, encoding="utf-8")
    (folder / "data.yaml").write_text("kind: k\npeople: {from: u.csv}\n", encoding="utf-8")
    return Written(folder, folder / "data.yaml", Shelf([folder / "templates"]))


def told(found: Diagnostic) -> tuple[str, str, str, list[str]]:
    """Give code, weight, place and the other places of a finding."""
    here, *others = (str(one).rsplit("/", 1)[-1] for one in (found.origin, *(o for _, o in found.related)))
    return found.code, str(found.severity), here, others


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("Lê Thị Hoà,12/3/1980,Hoa Ban,", "the same born, another school"),
        ("Lê Thị Hòa,,Sao Mai,", "the same school, and born is missing"),
        ("LÊ THỊ HÒA,3/12/1980,SAO MAI,", "day and month have changed places"),
        ("Lê Thị Hòa,12/3/1930,Sao Mai,", "born differs in one digit"),
        ("Lê Thị Hòa,12/3/1981,Sao Mai,", "born differs in one digit"),
        ("Lê Thị Hòa,12/8/1980,Sao Mai,", "born differs in one digit"),
    ],
)
def test_a_pair_that_may_be_one_person_is_shown_with_both_places(
    tmp_path: Path, other: str, why: str
) -> None:
    found = people(tmp_path, "Lê Thị Hòa,12/3/1980,Sao Mai,", "Ngô Lan,1/1/1990,Sao Mai,", other).study()

    (note,) = [note for note in found.notes if note.code == "person-doubtful"]
    assert told(note) == ("person-doubtful", "warning", "u.csv:4:1", ["u.csv:2:1"])
    assert why in note.message
    assert "1980" not in note.message
    assert found.dataset.tables["people"].length == 3


@pytest.mark.parametrize(
    "other",
    [
        "Lê Thị Hóa,12/3/1980,Hoa Ban,",
        "Lê Thị Hòa,25/7/1991,Sao Mai,",
        "Lê Thị Hòa,13/4/1980,Hoa Ban,",
        "Lê Thị Hòa,,Hoa Ban,",
    ],
)
def test_people_who_only_share_a_name_are_left_in_peace(tmp_path: Path, other: str) -> None:
    found = people(tmp_path, "Lê Thị Hòa,12/3/1980,Sao Mai,", other).study()

    assert not [note for note in found.notes if note.code.startswith("person")]


def test_a_person_who_is_there_twice_is_refused_unless_attendances_are_counted(tmp_path: Path) -> None:
    rows = ("Lê Thị Hòa,12/3/1980,Sao Mai,", "LÊ THỊ HOÀ,12/3/1980,SAO MAI,")
    found = people(tmp_path / "a", *rows).complaint()

    assert told(found) == ("person-twice", "error", "u.csv:3:1", ["u.csv:2:1"])
    assert "name, born, school are the same" in found.message
    again = people(tmp_path / "b", *rows, person=PERSON.replace("}", ", again: true}"))
    assert [note.code for note in again.study().notes if note.code.startswith("person")] == []


def test_what_a_key_tells_is_not_told_twice(tmp_path: Path) -> None:
    row = "Lê Thị Hòa,12/3/1980,Sao Mai,"
    found = people(tmp_path, row, row, person=f"key: [name, born, school], {PERSON}").complaint()

    assert found.code == "duplicate-row"


def test_schools_of_one_name_in_two_districts_are_two_places(tmp_path: Path) -> None:
    person = "person: {name: name, born: born, at: [school, district]}"
    rows = ("Lê Thị Hòa,12/3/1980,Sao Mai,Hải An", "Lê Thị Hòa,12/3/1980,Sao Mai,Đồ Sơn")
    (note,) = [
        note
        for note in people(tmp_path, *rows, person=person).study().notes
        if note.code == "person-doubtful"
    ]

    assert "the same born, another district" in note.message


def test_many_doubtful_pairs_are_told_up_to_a_limit(tmp_path: Path) -> None:
    rows = [f"Lê Hòa {n},1/1/1980,{school}," for n in range(30) for school in ("A", "B")]
    found = [note for note in people(tmp_path, *rows).study().notes if note.code == "person-doubtful"]

    assert len(found) == 20
    assert found[-1].message.endswith("; 10 more pairs are as doubtful")


DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2005, 12, 31))


@settings(max_examples=40)
@given(DAYS, st.data())
def test_any_slip_in_a_birth_date_is_shown(
    tmp_path_factory: pytest.TempPathFactory, born: dt.date, data: st.DataObject
) -> None:
    digits = f"{born:%d%m%Y}"
    at = data.draw(st.integers(0, 7))
    slip = digits[:at] + data.draw(st.sampled_from("0123456789")) + digits[at + 1 :]
    slip = data.draw(st.sampled_from([slip, digits[2:4] + digits[:2] + digits[4:]]))
    day, month, year = int(slip[:2]), int(slip[2:4]), int(slip[4:])
    assume(slip != digits and 1 <= month <= 12 and 1 <= day <= 28 and year > 1000)
    rows = (f"Lê Hòa,{born:%d/%m/%Y},A,", f"Lê Hoà,{day}/{month}/{year},a,")

    found = people(tmp_path_factory.mktemp("slip"), *rows).study()
    assert [note.code for note in found.notes if note.code.startswith("person")] == ["person-doubtful"]


@pytest.mark.parametrize(
    ("person", "codes"),
    [
        ("person: {name: name, born: born}", ["kind-wants-text"]),
        ("person: {name: nam, born: born, at: school}", ["kind-unknown-column"]),
        ("person: {name: name, born: school, at: school}", ["kind-unknown-column"]),
        ("person: {name: name, born: born, at: born}", ["kind-unknown-column"]),
        ("person: {name: name, born: born, at: school, sex: x}", ["kind-unknown-key"]),
        ("person: [name]", ["kind-not-a-mapping"]),
    ],
)
def test_a_kind_says_who_is_who_by_columns_that_can(tmp_path: Path, person: str, codes: list[str]) -> None:
    found = people(tmp_path, "a,1/1/1980,b,", person=person).complaints()

    assert [one.code for one in found][: len(codes)] == codes
    assert all(one.origin and one.origin.line == 1 for one in found)


def test_reading_wrong_dates_is_told_once_and_for_itself(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        people(tmp_path, "Lê Hòa,1/1/1980,A,", "Lê Hòa,hôm qua,B,").study()

    assert [one.code for one in caught.value.diagnostics if one.stops] == ["not-a-date"]
