"""Our press, from a context to bytes; ``read`` after the job: each paper is read back and compared too."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from measuring.inside import Make, make_all

from reportgen.compose import plain_context
from reportgen.model.context import Context
from reportgen.model.origin import Sources
from reportgen.model.plain import PlainData
from reportgen.pipeline import refuse_losses
from reportgen.render import press
from reportgen.render.docx import fill
from reportgen.render.word.core_properties import About
from reportgen.render.word.template import read_template

_ABOUT = About("t", "", None)
for late in ("render.pdf", "render.page.weasy", "render.rows.writer", "readback.docx", "readback.pdf"):
    import_module(f"reportgen.{late}")  # loaded when used; imports of other engines do not count either


def context_of(values: Mapping[str, Any]) -> Context:
    """Name the values as a kind's are named."""
    return replace(plain_context(PlainData("data.json", values, Sources("data.json"))), free=False)


def start(path: Path) -> Make:
    """Read, prove and compile a Word template; for a page there is nothing to do beforehand."""
    if path.suffix == ".html":
        pdf = press("pdf")
        return lambda context: pdf.render(path, context, title="t", date=None).content
    template = read_template(path.read_bytes(), str(path))
    return lambda context: fill(template, context, _ABOUT).content


def start_reading(path: Path) -> Make:
    """Print with the press that everybody uses, and read each paper back."""
    one = press("pdf" if path.suffix == ".html" else "docx")

    def make(context: Context) -> bytes:
        artifact = one.render(path, context, title="t", date=None)
        refuse_losses(artifact, path)
        return artifact.content

    return make


make_all(start_reading if sys.argv[2:] == ["read"] else start, context_of)
