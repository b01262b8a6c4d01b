"""A workbook is a whole document: what its kind lays out, people fill in, and every value has its cell."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.batch import Order, build
from reportgen.kinds import Shelf, read_kind
from reportgen.load import load_yaml_mapping
from reportgen.model.dataset import Dataset
from reportgen.model.kind import Kind
from reportgen.study import Study, examine
from reportgen.workbooks import form

ROOT = Path(__file__).parents[1]
KINDS = sorted(path.name for path in (ROOT / "templates").iterdir() if path.is_dir())
SAMPLES = [path.relative_to(ROOT) for path in sorted((ROOT / "data").rglob("*.yaml"))]
DAY = dt.date(2026, 1, 1)
SHELF = Shelf([ROOT / "templates"])
SOFFICE = shutil.which("soffice")


def kind_called(name: str) -> Kind:
    return read_kind(ROOT / "templates" / name)


def example_of(name: str) -> Path:
    return next((ROOT / "templates" / name / "examples").glob("*.yaml"))


def in_workbook(data: Path, target: Path) -> Path:
    """Write a data file as a workbook."""
    values = load_yaml_mapping(data).values
    target.write_bytes(form(kind_called(str(values["kind"])), values, target.name))
    return target


def said(dataset: Dataset) -> dict[str, Any]:
    """All that a dataset says, without the places."""
    return {
        "kind": dataset.kind,
        "values": dataset.values,
        "given": dataset.given,
        "tables": {
            name: {column: list(cells.values) for column, cells in table.columns.items()}
            for name, table in dataset.tables.items()
        },
        "claims": {(claim.path, claim.text, claim.value, claim.places) for claim in dataset.claims},
        "assumed": dataset.assumed,
        "for_each": dataset.for_each and (dataset.for_each.of, dataset.for_each.by),
        "earlier": [said(one) for one in dataset.earlier],
    }


def figures(found: Study) -> dict[str, object]:
    return {name: figure.value for name, figure in found.figures.named.items()}


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
def test_the_documents_are_the_same_to_the_byte(name: str, tmp_path: Path) -> None:
    text = Path(shutil.copy(example_of(name), tmp_path / "a.yaml"))
    book = in_workbook(text, tmp_path / "a.xlsx")
    made = {}
    for data in (text, book):
        folder = tmp_path / data.suffix[1:]
        build([data], Order(SHELF, DAY, (), folder))
        made[data] = {
            path.relative_to(folder): path.read_bytes()
            for path in folder.rglob("*.*")
            if ".reportgen" not in str(path)
        }

    assert made[book]
    assert made[book] == made[text]


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
LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
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
