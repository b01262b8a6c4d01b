"""What a careful chief clerk would catch: the checks of the kinds that come with reportgen."""

from pathlib import Path

import pytest

from reportgen.kinds import Shelf
from reportgen.study import survey
from tests.helpers.written import Written

KINDS = Path(__file__).parents[2] / "templates"
BORN = "born: 02/4/1988"
END = "ends_on: 12/9/2019"
ISSUED = "issued_on: "

OFF = [
    # the kind, what stands in its example and what is written instead, what is said of which line
    ("minutes", END, "ends_on: 11/9/2019", "error", "cuộc họp kết thúc trước khi bắt đầu"),
    ("minutes", "ends_at: 10h30", "ends_at: 7h30", "error", "cuộc họp kết thúc trước khi bắt đầu"),
    ("minutes", END, "ends_on: 12/9/2091", "error", "cuộc họp kéo dài nhiều năm"),
    ("minutes", "due: 20/9/2019", "due: 02/9/2019", "warning", "hạn của việc phải làm là trước ngày họp"),
    ("minutes", "due: 20/9/2019", "due: 20/9/2091", "warning", "năm của hạn hình như ghi nhầm"),
    ("minutes", "venue:", "year_reviewed: 2020-2021\nvenue:", "warning", "bắt đầu sau ngày họp"),
    ("district-report", "20/5/2019", "20/5/2017", "error", "ban hành trước khi năm học bắt đầu"),
    ("district-report", "modules: 4", "modules: 0", "error", "số mô đun phải từ 1"),
    ("district-report", "form: trường", "form: nhóm lớp", "warning", "nhóm lớp mà ghi là công lập"),
    ("round-report", "05/6/2019", "05/6/2017", "error", "ban hành trước khi năm học bắt đầu"),
    ("round-report", "05/6/2019", "05/6/2109", "warning", "năm ban hành hình như ghi nhầm"),
    ("round-report", "target: 100%", "target: 1000%", "error", "mục tiêu phải trên 0% và không quá 100%"),
    ("round-report", "area:", "module_names: [Một, Hai]\narea:", "warning", "số tên mô đun khác"),
    ("round-report", "area:", "next_year: 2017-2018\narea:", "error", "thuộc năm học trước năm học này"),
    (
        "person-certificate",
        ISSUED,
        "ends_on: 20/5/2019\nissued_on: 19/5/2019",
        "error",
        "cấp trước khi chương",
    ),
    ("person-certificate", ISSUED, f"begins_on: 2/5/2019\n{ISSUED}1/5/2019", "error", "trình bắt đầu"),
    ("person-certificate", f"{BORN},", "born: 02/4/1888,", "error", "hơn 100 năm"),
    ("person-certificate", f"{BORN},", "born: 02/4/2030,", "error", "ngày sinh không trước ngày cấp"),
    ("school-certificate", f"{BORN},", "born: 02/4/2008,", "warning", "dưới 18 hay trên 75 tuổi"),
]


@pytest.mark.parametrize("off", OFF, ids=[f"{off[0]} {off[2]}" for off in OFF])
def test_an_odd_date_or_number_is_told(tmp_path: Path, off: tuple[str, ...]) -> None:
    kind, there, instead, severity, said = off
    (example,) = (KINDS / kind / "examples").iterdir()
    text = example.read_text(encoding="utf-8")
    assert there in text
    changed = text.replace(there, instead, 1)
    if "born" in there:
        changed = changed.replace(ISSUED, "issued_on: 20/5/2019", 1)
    data = tmp_path / "data.yaml"
    data.write_text(changed, encoding="utf-8")

    found = [note for note in survey(data, Shelf([KINDS])).notes if note.severity in {"error", "warning"}]

    (note,) = found
    assert (note.severity, said in note.message) == (severity, True)
    assert "1888" not in note.message


@pytest.mark.parametrize("kind", ["minutes", "district-report", "round-report", "person-certificate"])
def test_of_an_example_nothing_is_said(kind: str) -> None:
    (example,) = (KINDS / kind / "examples").iterdir()

    assert not [
        note for note in survey(example, Shelf([KINDS])).notes if note.severity in {"error", "warning"}
    ]


def test_a_list_of_records_is_read_like_a_table(written: Written) -> None:
    """
    fields:
      on: date
      tasks: {list: {what: text, due: date?}, optional: true}
    figures: {last: {formula: "max(tasks.due, where=given(tasks.due))", as: date}}
    checks: [{that: tasks.due >= on, say: too early}]
    ---
    on: 12/9/2019
    tasks:
      - {what: a, due: 20/9/2019}
      - {what: b}
      - {what: c, due: 02/9/2019}
    """
    found = written.complaint()

    assert "too early (tasks.due = 02/09/2019, on = 12/09/2019)" in found.message
    assert str(found.origin).endswith("data.yaml:6:20")


def test_the_year_of_a_day_and_of_a_school_year(written: Written) -> None:
    """
    fields: {on: date, school_year: text, other: text}
    figures: {day: year(on), first: year(school_year), none: year(other)}
    ---
    on: 12/9/2019
    school_year: năm học 2018 - 2019 (học kỳ I)
    other: học kỳ I
    """
    figures = written.study().figures.named

    assert [figures[name].value for name in ("day", "first", "none")] == [2019, 2018, None]


def test_there_is_no_year_of_a_number(written: Written) -> None:
    """
    fields: {round: count}
    figures: {odd: year(round)}
    ---
    round: 2019
    """
    assert written.complaint().code == "formula-types"
    assert written.place() == ("kind.yaml", 2, 16)
