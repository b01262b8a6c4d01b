"""A workbook is a whole document: what its kind lays out, people fill in, and every value has its cell."""

import datetime as dt
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from reportgen.batch import Order, build
from reportgen.cli.app import app
from reportgen.kinds import Shelf, read_kind
from reportgen.load import load_yaml_mapping
from reportgen.model.artifact import DOCX, PDF
from reportgen.model.manifest import Entry, Manifest
from reportgen.model.manifest_text import read_manifest
from reportgen.readback.manifest import carried
from reportgen.study import examine
from reportgen.workbooks import form
from tests.helpers.cases import workbook
from tests.workbooks.documents import (
    ROOT,
    SHELF,
    a_report,
    example_of,
    figures,
    in_workbook,
    kind_called,
    said,
)

KINDS = sorted(path.name for path in (ROOT / "templates").iterdir() if path.is_dir())
SAMPLES = [
    path.relative_to(ROOT) for path in sorted((ROOT / "data").rglob("*.yaml")) if path.name != "offices.yaml"
]
DAY = dt.date(2026, 1, 1)
SOFFICE = shutil.which("soffice")


# --- there and back -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_the_example_of_a_kind_says_the_same_in_a_workbook(name: str, tmp_path: Path) -> None:
    text, book = examine(example_of(name), SHELF), in_workbook(example_of(name), tmp_path / "a.xlsx")

    assert said(examine(book, SHELF).dataset) == said(text.dataset)
    assert figures(examine(book, SHELF)) == figures(text)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_a_data_file_says_the_same_in_a_workbook(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    text = examine(tmp_path / sample, SHELF)
    book = examine(in_workbook(tmp_path / sample, (tmp_path / sample).with_suffix(".xlsx")), SHELF)

    assert said(book.dataset) == said(text.dataset)
    assert figures(book) == figures(text)
    assert sorted(note.code for note in book.notes) == sorted(note.code for note in text.notes)


@pytest.mark.parametrize("name", KINDS)
def test_the_documents_are_the_same_but_for_where_their_data_stood(name: str, tmp_path: Path) -> None:
    text = Path(shutil.copy(example_of(name), tmp_path / "a.yaml"))
    book = in_workbook(text, tmp_path / "a.xlsx")
    made = {}
    for data in (text, book):
        folder = tmp_path / data.suffix[1:]
        build([data], Order(SHELF, DAY, (), folder))
        made[data] = {
            path.relative_to(folder): [*PRINTED[path.suffix](path), without_places(path)]
            for path in folder.rglob("*.*")
            if ".reportgen" not in str(path)
        }

    assert made[book]
    assert made[book] == made[text]


def parts_of_word(path: Path) -> list[object]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.startswith("customXml/")]
        return [(name, archive.read(name)) for name in names]


def pages_of_pdf(path: Path) -> list[object]:
    with pikepdf.open(path) as pdf:
        return [page.Contents.read_bytes() for page in pdf.pages]


PRINTED = {".docx": parts_of_word, ".pdf": pages_of_pdf}
MEDIA = {".docx": DOCX, ".pdf": PDF}


def without_places(path: Path) -> Manifest:
    """The manifest of a paper, without the name of its data file and the places in it."""
    found = carried(path.read_bytes(), MEDIA[path.suffix])
    assert found is not None
    manifest, _ = read_manifest(found.text)
    figures = tuple(
        replace(figure, entries=tuple(without_rows(entry) for entry in figure.entries))
        for figure in manifest.figures
    )
    return replace(manifest, maker=replace(manifest.maker, source=""), figures=figures)


def without_rows(entry: Entry) -> Entry:
    return replace(entry, aggregates=tuple(replace(one, first="", last="") for one in entry.aggregates))


@pytest.mark.parametrize("name", KINDS)
def test_a_blank_workbook_is_wrong_in_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(form(kind_called(name), {}, "a.xlsx"))
    notes = examine(tmp_path / "a.xlsx", SHELF).notes

    assert {str(note.severity) for note in notes} == {"missing"}
    assert all(note.origin and note.origin.cell for note in notes)


WORDS = st.sampled_from((
    "Tổ", "mẫu", "giáo", "đề", "nghị", "thêm", "Đồ", "dùng", "07", "2.960", "3/4", "=1+1", "-5", "+84", "@",
    "'", '"', "#", ",", ":", "…",
))  # fmt: skip
LINES = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: " ".join([*words, "Tổ"]))
"""Texts that do not end with a sign which the form sets behind them."""

OPINION = st.fixed_dictionaries({"who": LINES, "says": LINES})
ITEM = st.fixed_dictionaries(
    {"title": LINES},
    optional={
        "presenter": LINES,
        "decision": LINES,
        "report": st.lists(LINES, min_size=1, max_size=3),
        "opinions": st.lists(OPINION, min_size=1, max_size=3),
    },
)


@settings(max_examples=25, deadline=None)
@given(agenda=st.lists(ITEM, min_size=1, max_size=4))
def test_lists_in_lists_come_back_as_they_were(
    agenda: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = tmp_path_factory.mktemp("book") / "a.xlsx"
    book.write_bytes(form(kind_called("minutes"), {"agenda": agenda}, "a.xlsx"))
    read = examine(book, SHELF).dataset.values["agenda"]

    assert isinstance(read, tuple)
    kept = [{key: value for key, value in item.items() if value is not None} for item in read]
    assert kept == [{key: fixed(value) for key, value in item.items()} for item in agenda]


def fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


# --- the workbook itself ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_no_cell_is_a_formula_and_the_same_kind_gives_the_same_bytes(name: str) -> None:
    values = {**load_yaml_mapping(example_of(name)).values, "office": "=1+1", "parent": "@SUM(A1)"}
    made = form(kind_called(name), values, "a.xlsx")

    assert form(kind_called(name), values, "a.xlsx") == made
    assert {cell.data_type for cell in cells_of(made)} <= {"s", "n", "inlineStr"}


def cells_of(content: bytes) -> list[Any]:
    import io  # noqa: PLC0415

    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]


def test_the_command_line_writes_a_workbook_and_keeps_what_was_filled_in(tmp_path: Path) -> None:
    book = tmp_path / "hop.xlsx"
    first = CliRunner().invoke(app, ["kinds", "minutes", "--example", str(book)])
    again = CliRunner().invoke(app, ["kinds", "minutes", "--example", str(book)])
    filled = openpyxl.load_workbook(book)
    filled["Thông tin"]["B6"] = "07"
    filled.save(book)
    kept = CliRunner().invoke(app, ["kinds", "minutes", "--example", str(book)])

    assert (first.exit_code, first.stdout) == (0, f"{book} (written)\n")
    assert again.stdout == f"{book} (unchanged)\n"
    assert (kept.exit_code, "file-exists" in kept.stderr) == (7, True)
    assert examine(book, SHELF).dataset.values["number"] == "07"


def test_a_file_without_example_is_a_misuse(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["kinds", "minutes", str(tmp_path / "a.xlsx")]).exit_code == 2


def test_a_yaml_file_can_be_written_too(tmp_path: Path) -> None:
    for options in ([], ["--blank"]):
        data = tmp_path / f"{len(options)}.yaml"
        assert CliRunner().invoke(app, ["kinds", "minutes", "--example", str(data), *options]).exit_code == 0
        assert load_yaml_mapping(data).values["kind"] == "minutes"


def test_spellings_come_back_from_a_workbook(tmp_path: Path) -> None:
    kind = a_report(tmp_path)
    (tmp_path / "a.yaml").write_text(
        "kind: report\nsame_as: {Hoà Bình: Hòa Bình, MN Sao Mai: Sao Mai}\n"
        "units:\n- {school: Hoà Bình, managers: 3}\n- {school: MN Sao Mai, managers: 5}\n",
        encoding="utf-8",
    )
    (tmp_path / "a.xlsx").write_bytes(form(kind, load_yaml_mapping(tmp_path / "a.yaml").values, "a.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Cách viết tên"]
    text, book = (examine(tmp_path / name, Shelf([tmp_path])) for name in ("a.yaml", "a.xlsx"))

    assert list(sheet.values) == [
        ("Tên ghi trong bảng", "Tên được dùng"), ("Hoà Bình", "Hòa Bình"), ("MN Sao Mai", "Sao Mai"),
    ]  # fmt: skip
    assert said(book.dataset) == said(text.dataset)
    assert list(book.dataset.tables["units"].columns["school"].values) == ["Hòa Bình", "Sao Mai"]


# --- with real programs -------------------------------------------------------------------------------------


@pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice")
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_what_libreoffice_saved_says_the_same(suffix: str, tmp_path: Path) -> None:
    for name in ("minutes", "round-report"):
        in_workbook(example_of(name), tmp_path / f"{name}.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    books = [str(path) for path in sorted(tmp_path.glob("*.xlsx"))]
    command = [
        str(SOFFICE),
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(tmp_path / "saved"),
        *books,
    ]
    subprocess.run(command, check=True, capture_output=True)

    for name in ("minutes", "round-report"):
        saved = examine(tmp_path / f"saved/{name}.{suffix}", SHELF).dataset
        assert said(saved) == said(examine(example_of(name), SHELF).dataset)


def test_drop_downs_and_formats_are_there(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(in_workbook(example_of("minutes"), tmp_path / "a.xlsx"))
    facts, votes, options = book["Thông tin"], book["Biểu quyết"], book["Danh mục"]
    (lists,) = [rule for rule in facts.data_validations.dataValidation if rule.sqref == "B8"]
    rows = [[cell.value for cell in row] for row in options.iter_rows()]

    assert facts["A8"].value == "Loại"
    assert (lists.type, lists.formula1) == ("list", "'Danh mục'!$B$1:$B$3")
    assert [row[1] for row in rows[:3]] == ["Cuộc họp", "Hội nghị", "Hội thảo"]
    assert options.sheet_state == "hidden"
    assert (facts["B6"].number_format, facts["B10"].number_format) == ("@", "@")
    assert (votes["B2"].value, votes.freeze_panes) == (33, "A2")
    assert votes.column_dimensions["A"].number_format == "@"


def test_titles_of_sheets_and_headings_are_never_alike(tmp_path: Path) -> None:
    (tmp_path / "k").mkdir()
    (tmp_path / "k/p.html").write_text("<p>a</p>", encoding="utf-8")
    label = "Kết quả: đạt / chưa đạt [theo từng đơn vị trực thuộc]"
    (tmp_path / "k/kind.yaml").write_text(
        f"""title: k
fields:
  a: {{list: text, optional: true, label: "{label}"}}
  b: {{list: text, optional: true, label: "{label}"}}
  kind_of: {{type: text, optional: true, label: Loại văn bản}}
  person: {{group: {{name: text, office: text?}}, optional: true, label: Người ký}}
outputs: {{pdf: p.html}}
""", encoding="utf-8"
    )  # fmt: skip
    values: dict[str, Any] = {"a": ["một"], "b": ["hai"], "kind_of": "x", "person": {"name": "Mỷ"}}
    (tmp_path / "a.xlsx").write_bytes(form(read_kind(tmp_path / "k"), values, "a.xlsx"))
    sheets = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    dataset = examine(tmp_path / "a.xlsx", Shelf([tmp_path])).dataset

    assert len({name.casefold() for name in sheets}) == len(sheets)
    assert max(map(len, sheets)) <= 31
    assert dataset.values == {
        "a": ("một",),
        "b": ("hai",),
        "kind_of": "x",
        "person": {"name": "Mỷ", "office": None},
    }


def test_the_sheet_of_those_who_must_report_is_about_schools_and_not_about_numbered_classes(
    tmp_path: Path,
) -> None:
    text = "! sheet Thông tin\nLoại văn bản | district-report\n"
    text += "! sheet Số liệu theo trường, nhóm lớp\nTrường, nhóm lớp | Loại cơ sở | Loại hình | CBQL | "
    text += "CBQL đã bồi dưỡng | GVMN | GVMN đã bồi dưỡng\nSơn Ca | trường | công lập | 3 | 2 | 22 | 11\n"
    text += "! sheet Đơn vị phải nộp\nĐơn vị\nSơn Ca\nHoa Mai\n"
    (tmp_path / "b.xlsx").write_bytes(workbook(text.splitlines()))

    (missing,) = (note for note in examine(tmp_path / "b.xlsx", SHELF).notes if note.code == "units-missing")
    assert str(missing.origin).endswith("b.xlsx:Đơn vị phải nộp!A3")
    assert missing.message.startswith("1 of 2 that are expected in Số liệu theo trường")
