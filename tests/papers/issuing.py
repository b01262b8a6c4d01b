"""Papers issued on the command line, by who may die in between."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.write import Cabinet

DAY = ["--date", "22/11/2026"]


def run(*arguments: object, code: int = 0) -> str:
    """Run the program; give what it said."""
    done = CliRunner().invoke(app, [str(one) for one in arguments], catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.stdout


def told(*filters: object) -> list[dict[str, Any]]:
    """List the register."""
    found: list[dict[str, Any]] = json.loads(run("register", "list", "--format", "json", *filters))
    return found


class Death(BaseException):
    """Stands for kill -9: nothing of the program's own runs after it but what the system does."""


def dying(step: Callable[..., Any], after: int) -> Callable[..., Any]:
    """Let a step be the last one after some."""
    left = iter(range(after))

    def last(*arguments: Any, **options: Any) -> Any:
        if next(left, None) is None:
            raise Death
        return step(*arguments, **options)

    return last


def die(*arguments: str, at: tuple[type, str] = (Cabinet, "file"), after: int = 0) -> None:
    """Issue, and die before a step, unless the run ends before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*at, dying(getattr(*at), after))
        try:
            run("issue", *arguments)
        except Death:
            return


def change(paper: Path, old: str, new: str) -> Path:
    """Let the head change words."""
    with zipfile.ZipFile(paper) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(old, new).encode()
    with zipfile.ZipFile(paper, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return paper
