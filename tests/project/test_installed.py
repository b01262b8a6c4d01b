"""What is packed when the program is installed elsewhere than in a checkout."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKED = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]


def test_every_folder_with_modules_is_packed() -> None:
    folders = {module.parent.relative_to(ROOT) for module in (ROOT / "reportgen").rglob("*.py")}

    packed = set(PACKED["packages"]) - set(PACKED["package-dir"])
    assert packed == {".".join(folder.parts) for folder in folders}


def test_every_file_that_is_no_module_is_packed() -> None:
    own = {file for file in (ROOT / "reportgen").rglob("*.*") if file.suffix not in {".py", ".pyc"}}

    packed = {
        file
        for package, patterns in PACKED["package-data"].items()
        for pattern in patterns
        for file in ROOT.joinpath(*package.split(".")).glob(pattern)
    }
    assert own - packed == set()
