"""Kinds and data files with any of their nodes wrong: mistakes are told at a place, and that is all."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.batch import Order, make_plan
from reportgen.cli.findings import described
from reportgen.cli.kinds import _described as told
from reportgen.figures import explain_figure, list_figures
from reportgen.kinds import Shelf, data_schema, example_text, read_kind
from reportgen.model.errors import DataError, KindError, ReportgenError
from reportgen.study import examine
from tests.kinds.structure import damaged, dump, read

ROOT = Path(__file__).parents[2]
KINDS = sorted(path.name for path in (ROOT / "templates").iterdir() if path.is_dir())
SAMPLES = [
    path.relative_to(ROOT) for path in sorted((ROOT / "data").rglob("*.yaml")) if path.name != "offices.yaml"
]
DAY = dt.date(2026, 1, 1)

bounded = settings(max_examples=15)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy kinds and samples to where they may be damaged."""
    folder = tmp_path_factory.mktemp("office")
    for name in ("templates", "data"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize("name", KINDS)
@bounded
@given(data=st.data())
def test_a_damaged_kind_is_read_or_refused_at_a_place(name: str, office: Path, data: st.DataObject) -> None:
    folder = office / "templates" / name
    text = dump(data.draw(damaged(read(ROOT / "templates" / name / "kind.yaml"))))
    (folder / "kind.yaml").write_text(text, encoding="utf-8")

    try:
        kind = read_kind(folder)
    except KindError as error:
        told_at_places(error)
        return
    finally:
        shutil.copy(ROOT / "templates" / name / "kind.yaml", folder)
    assert told(kind)
    assert data_schema(kind)
    assert example_text(kind)


@pytest.mark.parametrize("name", KINDS)
@bounded
@given(data=st.data())
def test_an_example_is_read_or_refused_by_a_damaged_kind(
    name: str, office: Path, data: st.DataObject
) -> None:
    folder = office / "templates" / name
    text = dump(data.draw(damaged(read(ROOT / "templates" / name / "kind.yaml"))))
    (folder / "kind.yaml").write_text(text, encoding="utf-8")

    try:
        all_there_is_to_say(next((folder / "examples").iterdir()), office)
    except ReportgenError as error:
        told_at_places(error)
    finally:
        shutil.copy(ROOT / "templates" / name / "kind.yaml", folder)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@bounded
@given(data=st.data())
def test_a_damaged_data_file_is_read_or_refused_at_a_place(
    sample: Path, office: Path, data: st.DataObject
) -> None:
    text = dump(data.draw(damaged(read(ROOT / sample))))
    (office / sample).write_text(text, encoding="utf-8")

    try:
        all_there_is_to_say(office / sample, office)
    except DataError as error:
        told_at_places(error)
    finally:
        shutil.copy(ROOT / sample, office / sample)


def all_there_is_to_say(data: Path, office: Path) -> None:
    """Go as far as one can without printing."""
    shelf = Shelf([office / "templates"])
    study = examine(data, shelf)
    assert len(list_figures(study)) >= len(study.figures.named)
    for name in [*study.kind.figures][:2]:
        assert explain_figure(study, name)
    make_plan(data, Order(shelf, DAY))


def told_at_places(error: ReportgenError) -> None:
    """Insist that every finding has a place that is there, and that none is told twice."""
    assert error.diagnostics
    told = {(str(found), found.related) for found in error.diagnostics}
    assert len(told) == len(error.diagnostics)
    for found in error.diagnostics:
        assert described(found)
        assert found.origin is not None
        file = Path(found.origin.file)
        if found.origin.line is not None and file.suffix in {".yaml", ".csv"} and file.is_file():
            assert 1 <= found.origin.line <= max(1, len(file.read_bytes().splitlines()))
