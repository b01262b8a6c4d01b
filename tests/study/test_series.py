"""Which earlier files and which reports below belong to a paper: of this place, of their own rounds, once."""

import pytest

from reportgen.study import survey
from tests.helpers.written import Written, written_as

KIND = """
series: {order: round, same: [area, project]}
fields:
  round: {type: count, label: Đợt}
  area: {type: text, label: Địa phương}
  project: text?
  units: {rows: {a: count}, optional: true}
  people: {rows: {name: text}, optional: true}
figures: {before: sum(earlier.units.a), here: count(people)}
---
round: 3
area: Hòa Bình
"""
TWO = f"""{KIND}
earlier: [one.yaml, two.yaml]
--- one.yaml
kind: k
round: 1
area: Hòa Bình
--- two.yaml
kind: k
round: 2
area: Hòa Bình
"""


def told(written: Written) -> list[str]:
    notes = survey(written.data, written.shelf).notes
    return [note.code for note in notes if note.severity in {"error", "warning"}]


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("1", "2", []),
        ("2", "3", ["earlier-not-before"]),
        ("1", "4", ["earlier-not-before"]),
        ("2", "1", ["earlier-not-before"]),
        ("5", "4", ["earlier-not-before", "earlier-not-before"]),
        ("0", "1", ["earlier-forgotten"]),
        ("", "2", []),
    ],
)
@written_as(TWO)
def test_earlier_rounds_count_up_to_this_one(
    written: Written, first: str, second: str, codes: list[str]
) -> None:
    for name, number in (("one", first), ("two", second)):
        text = f"kind: k\nround: {number}\narea: Hòa Bình\n"
        (written.folder / f"{name}.yaml").write_text(text, encoding="utf-8")

    assert told(written) == codes


@written_as(TWO)
def test_the_file_that_is_no_earlier_round_is_named_with_both_numbers(written: Written) -> None:
    (written.folder / "two.yaml").write_text("kind: k\nround: 3\narea: Hòa Bình\n", encoding="utf-8")
    found = written.complaint()

    assert "'two.yaml' is not earlier than 'data.yaml': Đợt is 3 there and 3 in the other" in found.message
    assert str(found.origin).endswith("data.yaml:5:21")
    assert [str(place).rpartition("/")[2] for _, place in found.related] == ["two.yaml:2:8", "data.yaml:2:8"]


@pytest.mark.parametrize(
    ("area", "project", "codes"),
    [
        ("Hoà Bình", "", []),
        ("HÒA BÌNH", "Tăng cường", []),
        ("Sơn La", "", ["earlier-of-another"]),
        ("", "", []),
    ],
)
@written_as(TWO)
def test_earlier_rounds_are_of_the_same_place(
    written: Written, area: str, project: str, codes: list[str]
) -> None:
    text = f"kind: k\nround: 1\narea: {area}\nproject: {project}\n"
    (written.folder / "one.yaml").write_text(text, encoding="utf-8")

    assert told(written) == codes


def test_a_very_great_gap_is_told_in_few_words(written: Written) -> None:
    """
    series: {order: round}
    fields: {round: count}
    ---
    round: 100000000000000
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    round: 1
    """
    (note,) = written.study().notes

    assert note.code == "earlier-forgotten"
    assert "round 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …" in note.message


def test_days_say_an_order_too_and_nothing_lies_between(written: Written) -> None:
    """
    series: {order: on}
    fields: {on: date}
    ---
    on: 20/5/2024
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    on: 20/5/2019
    """
    assert told(written) == []


def test_rows_of_one_table_file_are_counted_in_one_round_only(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}, people: {rows: {name: text}, optional: true}}
    figures: {before: sum(earlier.units.a), there: count(people)}
    ---
    units: [{from: b.csv}, {from: nop/*.csv}]
    people: {from: people.csv}
    earlier: [one.yaml, two.yaml]
    --- one.yaml
    kind: k
    units: {from: nop/a.csv}
    people: {from: people.csv}
    --- two.yaml
    kind: k
    units: [{from: nop/a.csv}, {a: 3}]
    --- nop/a.csv
    a
    1
    --- b.csv
    a
    2
    --- people.csv
    name
    Lan
    """
    first, second = written.complaints()

    assert [found.code for found in (first, second)] == ["earlier-same-rows"] * 2
    assert "'one.yaml' and 'data.yaml' both take their rows from a.csv" in first.message
    assert str(second.origin).endswith("data.yaml:4:21")


def test_two_sheets_of_one_workbook_are_two_tables(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: {from: units.xlsx, sheet: "2"}
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    units: {from: units.xlsx, sheet: "1"}
    """
    import openpyxl  # noqa: PLC0415  (other tests need none)

    book = openpyxl.Workbook()
    for name, number in (("1", 5), ("2", 7)):
        sheet = book.create_sheet(name)
        sheet.append(["a"])
        sheet.append([number])
    book.save(written.folder / "units.xlsx")

    assert written.study().figures.named["before"].value == 5


@pytest.mark.parametrize(
    ("round_below", "area_below", "codes"),
    [
        ("2", "Hoà Bình", []),
        ("1", "Hòa Bình", ["below-of-another"]),
        ("1", "Sơn La", ["below-of-another", "below-of-another"]),
        ("", "Hòa Bình", []),
    ],
)
@written_as("""
fields:
  round: {type: count, label: Đợt}
  area: text
  units: {rows: {a: count}, roll_up: {below: {round: round, area: area, a: a}}}
---
round: 2
area: Hòa Bình
units: [{from: below.yaml}]
--- templates/below/kind.yaml
title: below
outputs: {pdf: page.html}
fields: {round: count, area: text, a: count}
--- templates/below/page.html
<p>x</p>
""")
def test_a_report_below_is_of_the_same_round(
    written: Written, round_below: str, area_below: str, codes: list[str]
) -> None:
    text = f"kind: below\nround: {round_below}\narea: {area_below}\na: 4\n"
    (written.folder / "below.yaml").write_text(text, encoding="utf-8")

    assert told(written) == codes


@pytest.mark.parametrize(
    ("series", "column"),
    [("{order: area}", 17), ("{order: units}", 17), ("{same: units}", 16), ("{same: [area, x]}", 16)],
)
@written_as("""
series: {order: area}
fields: {area: text, units: {rows: {a: count}}}
---
area: Hòa Bình
""")
def test_only_single_fields_can_be_compared(written: Written, series: str, column: int) -> None:
    path = written.folder / "templates/k/kind.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{order: area}", series), encoding="utf-8")
    found = written.complaint()

    assert (found.code, found.origin and found.origin.column) == ("kind-wrong-series", column)


def alike(written: Written) -> list[tuple[str, str]]:
    found = (note for note in written.study().notes if note.code == "earlier-alike")
    return [(str(note.origin).rpartition("/")[2], note.message) for note in found]


def test_the_rows_of_an_earlier_round_that_are_a_copy_of_this_one_are_told(written: Written) -> None:
    """
    fields: {units: {rows: {school: text, a: count}}}
    figures: {all: sum(earlier.units.a) + sum(units.a)}
    ---
    units: {from: round-2.csv}
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    units: {from: round-1.csv}
    --- round-1.csv
    school,a
    Lan,5
    --- round-2.csv
    school,a
    Lan,5
    """
    ((place, said),) = alike(written)

    assert place == "data.yaml:3:11"
    assert "round-1.csv" in said
    assert "round-2.csv" in said

    (written.folder / "round-2.csv").write_text("school,a\nLan,6\n", encoding="utf-8")
    assert alike(written) == []


def test_a_data_file_that_is_a_copy_but_for_its_round_is_told(written: Written) -> None:
    """
    fields: {round: count, units: {rows: {school: text, a: count}}}
    figures: {all: sum(earlier.units.a) + sum(units.a)}
    ---
    round: 2
    units: [{school: Lan, a: 5}, {school: Hoa, a: 6}]
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    round: 1
    units: [{school: Lan, a: 5}, {school: Hoa, a: 6}]
    """
    assert [place for place, _ in alike(written)] == ["data.yaml:4:11"]


def test_a_sheet_that_is_a_copy_of_the_last_round_s_is_told(written: Written) -> None:
    """
    fields: {units: {rows: {a: count}}}
    figures: {before: sum(earlier.units.a)}
    ---
    units: {from: units.xlsx, sheet: "2"}
    earlier: [one.yaml]
    --- one.yaml
    kind: k
    units: {from: units.xlsx, sheet: "1"}
    """
    import openpyxl  # noqa: PLC0415  (other tests need none)

    book = openpyxl.Workbook()
    for name in ("1", "2"):
        sheet = book.create_sheet(name)
        sheet.append(["a"])
        sheet.append([5])
    book.save(written.folder / "units.xlsx")

    ((_, said),) = alike(written)
    assert "units.xlsx:1" in said
    assert "units.xlsx:2" in said
