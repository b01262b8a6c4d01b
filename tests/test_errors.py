"""The gallery: an example of every message, with all that the program says about it."""

import os
import re
import shlex
import subprocess
import sys
from contextlib import ExitStack, chdir
from pathlib import Path

import pytest
from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.messages import MESSAGES
from reportgen.model.messages.entry import Text
from tests.circumstances.machine import Machine
from tests.circumstances.said import brought_about
from tests.helpers.cases import split, write
from tests.helpers.english import left_over
from tools import errors_doc

GALLERY = Path(__file__).parent / "errors"
CLUSTER = "tcp://10.0.0.5:8786"
MODULE = "/usr/lib/softhsm/libsofthsm2.so"
TIMES = "http://tsa.example.vn"
"""What the examples call the cluster that is started for them, and each of its workers."""

_LOCAL = re.compile(r"tcp://127\.0\.0\.1:\d+")
THEIR_OWN = {"check-failed", "check-warns", "word-broken"}
"""Examples in which English comes from a kind or an engine."""

NOT_HEARD = {"no-pango", "no-room", "press-too-slow"}
"""Examples in which it is another process that tells."""

USUAL = "$ reportgen check data.yaml\n"
ROOT = str(Path(__file__).parents[1])


WARM = """$ reportgen build data.yaml
--- templates/k/kind.yaml
title: warm
fields: {a: text}
outputs: {pdf: page.html}
file_name: paper
--- templates/k/page.html
<p>{{ a }}</p>
--- data.yaml
kind: k
a: "1"
"""


@pytest.fixture(scope="module", autouse=True)
def warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Load what is loaded when it is used, before any example takes rights or space away."""
    assert told(WARM, tmp_path_factory.mktemp("warm") / "out").endswith("exit 0\n")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write down in Vietnamese whatever the program finds while it says that in English."""
    said_in, lines = Diagnostic.said_in, list[str]()

    def in_both(found: Diagnostic, language: str) -> Text:
        words = said_in(found, "vi")
        places = [what for what, _ in found.places_in("vi")]
        lines.extend([f"[{found.code}]", words.text, words.hint, *places])
        return said_in(found, language)

    monkeypatch.setattr(Diagnostic, "said_in", in_both)
    return lines


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_says(code: str, tmp_path: Path, pytestconfig: pytest.Config, heard: list[str]) -> None:
    case = GALLERY / code
    said = told(case.joinpath("case.txt").read_text(encoding="utf-8"), tmp_path / "bao-cao")

    if pytestconfig.getoption("update"):
        (case / "expected.txt").write_text(said, encoding="utf-8")
    assert said == (case / "expected.txt").read_text(encoding="utf-8")
    assert f"[{code}]" in said
    assert f"[{code}]" in heard or code in NOT_HEARD
    words = (line.replace(str(tmp_path), "~") for line in heard)
    assert code in THEIR_OWN or not {word for line in words for word in left_over(line)}, heard


def test_every_folder_is_a_code() -> None:
    assert {folder.name for folder in GALLERY.iterdir()} == set(MESSAGES)


def test_the_documentation_shows_the_gallery() -> None:
    pages = errors_doc.pages()
    for page, text in pages.items():
        assert page.read_text(encoding="utf-8") == text, "make docs"
    assert set((errors_doc.DOCS / "errors").iterdir()) == set(pages) - {errors_doc.DOCS / "errors.md"}


def told(case: str, folder: Path) -> str:
    """Play an example in a folder, line by line: what was said on standard error, and how it ended."""
    folder.mkdir()
    script, files = split(case)
    write(folder, files)
    machine = Machine(folder)
    with ExitStack() as stack:
        stack.enter_context(chdir(folder))
        for line in (script or USUAL).splitlines():
            if line.startswith("$ reportgen "):
                run(shlex.split(line)[2:], machine)
            else:
                stack.enter_context(brought_about(line.removeprefix("! "), machine))
    said = _LOCAL.sub(CLUSTER, machine.said.replace(str(folder), "~")) if machine.cluster else machine.said
    for here, there in ((machine.stamps, TIMES), (machine.module, MODULE)):
        said = said.replace(here, there) if here else said
    return f"{said.replace(str(folder), '~')}exit {machine.code}\n"


def run(arguments: list[str], machine: Machine) -> None:
    """Run the program, in a process of its own where its environment is odd."""
    local = {CLUSTER: machine.cluster, TIMES: machine.stamps}
    arguments = [
        local.get(argument) or argument.replace(MODULE, machine.module or MODULE) for argument in arguments
    ]
    if not machine.environment:
        result = CliRunner().invoke(app, arguments, input=machine.typed, catch_exceptions=False)
        machine.say(result.stderr, result.exit_code)
        return
    environment = {**os.environ, "PYTHONPATH": ROOT, **machine.environment}
    command = [sys.executable, "-m", "reportgen", *arguments]
    done = subprocess.run(
        command, cwd=machine.folder, env=environment, capture_output=True, check=False, text=True
    )
    machine.say(done.stderr, done.returncode)
