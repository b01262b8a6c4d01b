"""What the disk says of a data file: it is not there, forbidden, huge, or none."""

import os
from pathlib import Path

import pytest

from reportgen.load import load
from reportgen.load.files import LIMIT, explain
from reportgen.model.errors import DataError
from tests.load.in_yaml import written

# --- what the disk says ------------------------------------------------------------------------------------


def only_code(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        load(path)
    (found,) = caught.value.diagnostics
    assert str(found.origin) == str(path)
    return found.code


def test_a_missing_file_is_told_with_similar_names(tmp_path: Path) -> None:
    written(tmp_path, "a: 1\n", "report.yaml")

    assert only_code(tmp_path / "raport.yaml") == "file-missing"
    with pytest.raises(DataError) as caught:
        load(tmp_path / "raport.yaml")
    assert '"report.yaml"' in caught.value.diagnostics[0].hint


def test_folders_pipes_and_loops_are_no_data_files(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")

    assert only_code(tmp_path / "folder.yaml") == "file-is-folder"
    assert only_code(tmp_path / "pipe.yaml") == "file-unreadable"
    assert only_code(tmp_path / "loop.yaml") == "file-unreadable"
    assert only_code(tmp_path / ("x" * 300 + ".yaml")) == "file-unreadable"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(LIMIT + 1)

    assert only_code(path) == "file-too-large"


def test_a_forbidden_file_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a: 1\n")
    path.chmod(0)

    if os.access(path, os.R_OK):  # root may read everything
        assert explain(PermissionError(), path, "data.yaml").code == "file-forbidden"
    else:
        assert only_code(path) == "file-forbidden"


def test_tables_and_other_files_are_no_data_files(tmp_path: Path) -> None:
    assert only_code(written(tmp_path, "a\n", "units.csv")) == "table-as-data"
    assert only_code(written(tmp_path, "a\n", "units.json")) == "data-format"
