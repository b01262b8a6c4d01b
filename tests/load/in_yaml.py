"""What the tests of YAML files share."""

import textwrap
from pathlib import Path

import pytest

from reportgen.load import load
from reportgen.model.errors import DataError


def written(folder: Path, text: str, name: str = "data.yaml") -> Path:
    path = folder / name
    path.write_text(textwrap.dedent(text).removeprefix("\n"), encoding="utf-8", newline="")
    return path


def complaints(path: Path) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(DataError) as caught:
        load(path)
    found = caught.value.diagnostics
    assert all(one.message and one.origin and one.origin.file == str(path) for one in found)
    assert all("{" not in one.hint.replace("{from", "") for one in found)
    return [(one.code, one.origin.line, one.origin.column) for one in found if one.origin]
