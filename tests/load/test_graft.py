"""``{from: units.csv}`` takes a table in, or names a report that is still to be read."""

import pickle
import unicodedata
from pathlib import Path
from typing import Literal

import openpyxl
import pytest

from reportgen.load import load
from reportgen.model.errors import DataError
from reportgen.model.raw import Graft, Loaded, Raw, RawTable

Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, Form] = ("NFC", "NFD")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand above a folder ``data`` that holds a table, a workbook, and more below it."""
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "data"
    (data / "below").mkdir(parents=True)
    for name in ("units.csv", "below/units.csv", "../outside.csv"):
        (data / name).write_text("district,staff\nLê Chân,12\n", encoding="utf-8")
    (data / "units.tsv").write_text("district\tstaff\nLê Chân\t12\n", encoding="utf-8")
    workbook = openpyxl.Workbook()
    workbook["Sheet"].append(["district", "staff"])
    workbook.create_sheet("Quý 3").append(["quarter"])
    workbook.save(data / "units.xlsx")
    return data


def written(folder: Path, text: str, name: str = "q3.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return Path("data") / name


def items(loaded: Loaded) -> list[Raw]:
    units = loaded.values["units"]
    assert isinstance(units, list)
    return units


def complaints(path: Path) -> list[tuple[str, str]]:
    try:
        found = load(path).notes
    except DataError as error:
        found = error.diagnostics
    stopping = [one for one in found if one.stops]
    assert all(one.message and one.hint for one in stopping)
    return [(one.code, str(one.origin)) for one in stopping]


@pytest.mark.parametrize(
    "name", ["units.csv", "./units.csv", "units.tsv", "below/units.csv", "below/../units.csv"]
)
def test_a_table_hangs_where_it_was_named(folder: Path, name: str) -> None:
    loaded = load(written(folder, f"round: 1\nunits: {{from: {name}}}\n"))

    table = loaded.values["units"]
    assert isinstance(table, RawTable)
    assert (table.columns, table.rows) == (["district", "staff"], [["Lê Chân", "12"]])
    assert loaded.values["round"] == "1"


def test_origins_lead_into_the_table_named_as_the_user_would(folder: Path) -> None:
    loaded = load(written(folder, "units: {from: below/units.csv}\n"))

    sources = loaded.sources
    assert str(sources.origin(("units",))) == "data/q3.yaml:1:8"
    assert str(sources.origin(("units", 0, "staff"))) == "data/below/units.csv:2:9"
    assert str(sources.key_origin(("units", "staff"))) == "data/below/units.csv:1:10"
    assert str(sources.nearest(("units", 0, "missing"))) == "data/below/units.csv:2:1"


def test_a_table_is_named_beside_the_name_that_is_shown_for_the_data_file(folder: Path) -> None:
    path = written(folder, "units: {from: units.csv}\n")

    origin = load(path, shown="upload/q3.yaml").sources.origin(("units", 0, "staff"))
    assert str(origin) == "upload/units.csv:2:9"


def test_a_sheet_of_a_workbook_can_be_named(folder: Path) -> None:
    text = "first: {from: units.xlsx, sheet: Sheet}\nthird: {from: units.xlsx, sheet: Quý 3}\n"
    loaded = load(written(folder, text))

    first, third = loaded.values["first"], loaded.values["third"]
    assert isinstance(first, RawTable)
    assert isinstance(third, RawTable)
    assert (first.columns, third.columns) == (["district", "staff"], ["quarter"])
    assert str(loaded.sources.key_origin(("third", "quarter"))) == "data/units.xlsx:Quý 3!A1"


def test_a_report_is_named_and_not_read(folder: Path) -> None:
    (folder / "below" / "le-chan.yaml").write_text("this: is: no YAML", encoding="utf-8")

    loaded = load(written(folder, "units:\n  - {from: below/le-chan.yaml}\n"))
    graft = items(loaded)[0]
    assert isinstance(graft, Graft)
    assert graft.file == "data/below/le-chan.yaml"
    assert str(graft.origin) == "data/q3.yaml:2:12"


def test_a_list_of_several_things_stays_a_list(folder: Path) -> None:
    path = written(folder, "units:\n  - {district: Kiến An}\n  - from: units.csv\n  - {from: q3.yaml}\n")

    loaded = load(path)
    row, table, graft = items(loaded)
    assert row == {"district": "Kiến An"}
    assert isinstance(table, RawTable)
    assert isinstance(graft, Graft)
    assert str(loaded.sources.origin(("units", 0, "district"))) == "data/q3.yaml:2:16"
    assert str(loaded.sources.origin(("units", 1, 0, "staff"))) == "data/units.csv:2:9"


def test_earlier_files_are_left_as_text(folder: Path) -> None:
    loaded = load(written(folder, "earlier: [round-1.yaml]\nprevious: {from: units.csv}\n"))

    assert loaded.values["earlier"] == ["round-1.yaml"]
    assert isinstance(loaded.values["previous"], RawTable)


def test_a_data_file_with_its_tables_can_be_sent_to_another_process(folder: Path) -> None:
    loaded = load(written(folder, "units: {from: units.csv}\n"))

    again = pickle.loads(pickle.dumps(loaded))  # noqa: S301  # our own
    assert str(again.sources.origin(("units", 0, "staff"))) == "data/units.csv:2:9"


@pytest.mark.parametrize("stored", FORMS)
@pytest.mark.parametrize("named", FORMS)
def test_accents_may_be_stored_otherwise_on_the_disk(folder: Path, stored: Form, named: Form) -> None:
    below = folder / unicodedata.normalize(stored, "số liệu")
    below.mkdir()
    (below / unicodedata.normalize(stored, "quận.csv")).write_text("a\n1\n", encoding="utf-8")

    path = written(folder, f"units: {{from: {unicodedata.normalize(named, 'số liệu/quận.csv')}}}\n")
    loaded = load(path)
    assert isinstance(loaded.values["units"], RawTable)
    assert str(loaded.sources.origin(("units", 0, "a"))) == "data/số liệu/quận.csv:2:1"


def test_a_link_to_a_file_in_the_folder_is_followed(folder: Path) -> None:
    (folder / "link.csv").symlink_to("below/units.csv")

    assert isinstance(load(written(folder, "units: {from: link.csv}\n")).values["units"], RawTable)


@pytest.mark.parametrize(
    "name",
    [
        "../outside.csv",
        "below/../../outside.csv",
        "/etc/passwd",
        "C:units.csv",
        "C:\\units.csv",
        "below\\units.csv",
        "link.csv",
        "linked/outside.csv",
        "file:///etc/passwd",
    ],
)
def test_nothing_is_taken_in_from_outside_the_folder(folder: Path, name: str) -> None:
    (folder / "link.csv").symlink_to("../outside.csv")
    (folder / "linked").symlink_to("..")

    path = written(folder, f"units: {{from: '{name}'}}\n")
    assert complaints(path) == [("graft-outside", "data/q3.yaml:1:15")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("u: {from: units.csv, where: x}\n", ("graft-with-others", "data/q3.yaml:1:22")),
        ("u: {from: }\n", ("graft-no-name", "data/q3.yaml:1:11")),
        ("u: {from: ''}\n", ("graft-no-name", "data/q3.yaml:1:11")),
        ("u: {from: [units.csv]}\n", ("graft-no-name", "data/q3.yaml:1:11")),
        ("u: {from: units.xlsx, sheet: [a]}\n", ("graft-no-name", "data/q3.yaml:1:30")),
        ("u: {from: units.csv, sheet: a}\n", ("sheet-without-workbook", "data/q3.yaml:1:29")),
        ("u: {from: q3.yaml, sheet: a}\n", ("setting-without-table", "data/q3.yaml:1:20")),
        ("u: {from: units.xlsx, sheet: Quý 4}\n", ("sheet-missing", "data/q3.yaml:1:30")),
        ("u: {from: below}\n", ("graft-format", "data/q3.yaml:1:11")),
        ("u: {from: missing.csv}\n", ("graft-missing", "data/q3.yaml:1:11")),
        ("u: [{a: {from: missing.csv}}]\n", ("graft-missing", "data/q3.yaml:1:16")),
        ("u: {from: nowhere/units.csv}\n", ("graft-missing", "data/q3.yaml:1:11")),
        (f"u: {{from: {'x' * 300}.csv}}\n", ("graft-missing", "data/q3.yaml:1:11")),
    ],
)
def test_what_cannot_be_taken_in_is_told_where_it_is_named(
    folder: Path, text: str, expected: tuple[str, str]
) -> None:
    assert complaints(written(folder, text)) == [expected]


def test_similar_names_are_told(folder: Path) -> None:
    path = written(folder, "u: {from: Unit.CSV}\nv: {from: units.xlsx, sheet: quy 3}\n")

    missing, sheet = (one for one in load(path).notes if one.stops)
    assert '"units.csv"' in missing.hint
    assert '"Quý 3"' in sheet.hint


def test_mistakes_of_the_data_file_and_its_tables_are_told_in_one_run(folder: Path) -> None:
    (folder / "bad.csv").write_text("a,a\n1,2,3\n", encoding="utf-8")
    path = written(folder, "a: &x 1\nu: {from: bad.csv}\nv: {from: ../x.csv}\na: 2\n")

    assert sorted(complaints(path)) == [
        ("graft-outside", "data/q3.yaml:3:11"),
        ("heading-twice", "data/bad.csv:1:3"),
        ("too-many-cells", "data/bad.csv:2:5"),
        ("yaml-anchor", "data/q3.yaml:1:4"),
        ("yaml-key-twice", "data/q3.yaml:4:1"),
    ]


def test_a_file_read_from_within_its_folder_names_tables_plainly(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(folder, "units: {from: units.csv}\n")
    monkeypatch.chdir(folder)

    assert str(load(Path("q3.yaml")).sources.origin(("units", 0))) == "units.csv:2:1"
