"""The engines of ``rivals.py``: how each is run, what it fills, and whether it is there."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from measuring.dialects import html, typst, word
from measuring.turns import ENVIRONMENT
from measuring.works import Line, Work, parts

ROOT: Final = Path(__file__).parents[2]
SIDES: Final = ROOT / "benchmarks" / "sides"
RIVALS: Final = ROOT / "benchmarks" / ".rivals"
"""Where ``rivals.sh`` installs them."""

_PYTHON, _NODE = RIVALS / "python", RIVALS / "node_modules"
_RUN: Final = (
    f"import runpy, sys; sys.path[:0] = {[str(ROOT / 'benchmarks'), str(ROOT)]!r}; "
    f"sys.path.append({str(_PYTHON)!r}); script = sys.argv.pop(1); runpy.run_path(script)"
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a process took for all papers of a job: seconds, the peak of its memory in MB, bytes made."""

    cpu: float
    wall: float
    peak: float
    size: int


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine: its script, the package it needs, how its template is written.

    It is ``quick``, and makes more, at one sort of work or at ALL; it is asked for so many rows at ``most``.
    """

    name: str
    script: str
    package: str
    template: Callable[[Work], bytes]
    suffix: str
    quick: str = ""
    reading: bool = False
    most: int = 1_000_000

    @property
    def on_node(self) -> bool:
        """Tell that it runs on Node.js."""
        return self.script.endswith(".mjs")

    @property
    def version(self) -> str:
        """Tell its version, or nothing where it is not installed."""
        if self.on_node:
            said = _NODE / self.package / "package.json"
            there = said.is_file() and shutil.which("node")
            return str(json.loads(said.read_text(encoding="utf-8"))["version"]) if there else ""
        if self.package == "reportgen":
            return "this tree"
        found = [
            one.version for one in metadata.distributions(name=self.package, path=[*sys.path, str(_PYTHON)])
        ]
        return found[0] if found else ""

    def run(self, job: Path) -> Result:
        """Do a job in a process of its own.

        Raises:
            SystemExit: it failed.

        """
        script = SIDES / self.script
        mode = ["read"] if self.reading else []
        command: list[str | Path] = ["node", script] if self.on_node else [sys.executable, "-c", _RUN, script]
        environment = {**ENVIRONMENT, "NODE_PATH": str(_NODE)}
        done = subprocess.run(
            [*command, job, *mode], capture_output=True, text=True, check=False, env=environment
        )
        if done.returncode:
            raise SystemExit(f"{self.name} failed:\n{done.stderr[-2000:]}")
        return Result(**json.loads(done.stdout.splitlines()[-1]))


def _blocks(work: Work) -> bytes:
    """Describe a page for reportlab, which has no templates."""
    blocks: list[Mapping[str, Any]] = [
        {"parts": list(parts(one.text)), "middle": one.middle} if isinstance(one, Line) else one._asdict()
        for one in work.blocks
    ]
    return json.dumps({"blocks": blocks, "font": _font()}).encode()


def _font() -> str:
    command = ["fc-match", "-f", "%{file}", "Liberation Serif:style=Regular:lang=vi"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _page(face: str) -> Callable[[Work], bytes]:
    return lambda work: html(work, face)


def _word(dialect: str) -> Callable[[Work], bytes]:
    return lambda work: word(work, dialect)


ALL: Final = "all"
_CERTIFICATE: Final = "certificate"
PRESS: Final = "reportgen, press"
DOCX: Final = (
    Engine(PRESS, "rival_ours.py", "reportgen", _word("jinja"), "docx", quick=ALL),
    Engine(
        "reportgen, read back", "rival_ours.py", "reportgen", _word("jinja"), "docx", quick=ALL, reading=True
    ),
    Engine("docxtpl", "rival_docxtpl.py", "docxtpl", _word("jinja"), "docx"),
    Engine("docx-mailmerge2", "rival_mailmerge.py", "docx-mailmerge2", _word("fields"), "docx"),
    Engine(
        "docxtemplater",
        "rival_docxtemplater.mjs",
        "docxtemplater",
        _word("braces"),
        "docx",
        quick=_CERTIFICATE,
    ),
    Engine(
        "easy-template-x",
        "rival_easy_template_x.mjs",
        "easy-template-x",
        _word("braces"),
        "docx",
        quick=_CERTIFICATE,
    ),
    Engine("Carbone", "rival_carbone.mjs", "carbone", _word("carbone"), "docx"),
)
PDF: Final = (
    Engine(PRESS, "rival_ours.py", "reportgen", _page("reportgen serif"), "html", quick=_CERTIFICATE),
    Engine(
        "reportgen, read back",
        "rival_ours.py",
        "reportgen",
        _page("reportgen serif"),
        "html",
        quick=_CERTIFICATE,
        reading=True,
    ),
    Engine("WeasyPrint", "rival_weasyprint.py", "weasyprint", _page("Liberation Serif"), "html", most=2000),
    Engine("typst", "rival_typst.py", "typst", typst, "typ", quick=ALL),
    Engine("reportlab", "rival_reportlab.py", "reportlab", _blocks, "json", quick=ALL),
)
