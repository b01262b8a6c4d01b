"""Printing pages for the archive with typst: a compiler for all, PDF/A-3a and UA-1, the manifest attached."""

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

_PAGE = """#set document(title: "Giấy chứng nhận", date: datetime(year: 2020, month: 1, day: 19))
#set page(paper: "a4", flipped: true, margin: 2cm)
#set text(lang: "vi", font: "Liberation Serif", size: 14pt)
#pdf.attach("manifest.json", relationship: "data", mime-type: "application/json", description: "manifest")
#let d = json(bytes(sys.inputs.data))
#for line in d [ #align(center, line) ]
"""


def printed(lines: Sequence[str], manifest: bytes) -> bytes:
    """Set some lines, one below the other."""
    compiler, folder = _compiler()
    (folder / "manifest.json").write_bytes(manifest)
    made: bytes = compiler.compile(
        format="pdf",
        sys_inputs={"data": json.dumps(lines, ensure_ascii=False)},
        pdf_standards=["a-3a", "ua-1"],
    )
    return made


@lru_cache
def _compiler() -> tuple[Any, Path]:
    folder = Path(mkdtemp())
    (folder / "page.typ").write_text(_PAGE, encoding="utf-8")
    (folder / "manifest.json").write_bytes(b"{}")
    return import_module("typst").Compiler(folder / "page.typ", sys_inputs={"data": "[]"}), folder
