"""Tests stand where tests/__init__.py says: in folders that are called as the rooms are."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
OF_NO_ROOM = {"hostile", "project", "whole"}


def test_a_folder_of_tests_is_called_as_a_room() -> None:
    rooms = {one.parent.relative_to(ROOT / "reportgen") for one in ROOT.glob("reportgen/**/__init__.py")}
    folders = {one.parent.relative_to(ROOT / "tests") for one in ROOT.glob("tests/**/test_*.py")}

    assert {folder.as_posix() for folder in folders - rooms} == OF_NO_ROOM
