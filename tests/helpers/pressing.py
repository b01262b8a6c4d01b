"""What the press's tests share: a kind's folder with a page in it, a context, and text without its spaces."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from reportgen.model.artifact import Artifact
from reportgen.model.context import Context, Quantity, Shape
from reportgen.proof import faults
from reportgen.render.pdf import render

PARTS = '{% from "official.html" import header, title, kinh_gui, signatures, signature, noi_nhan %}\n'


def context(**values: object) -> Context:
    """Give values to a page as the layout desk does, with one filter."""
    return Context(values, Shape("mapping"), {"upper": str.upper}, shown)


def shown(value: object) -> str:
    if isinstance(value, str | int | Quantity) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"{value!r} does not print")


def page(folder: Path, body: str, css: str = "") -> Path:
    """Write a page whose first line is the document's head, so that line 2 is the body's first."""
    template = folder / "paper.html"
    template.write_text(f"<!doctype html><html><body>\n{body}\n</body></html>\n", encoding="utf-8")
    if css:
        template.with_suffix(".css").write_text(css, encoding="utf-8")
    return template


def pressed(template: Path, **values: object) -> Artifact:
    """Print a page on a fixed day; whatever it is, it is fit for the archive and for a screen reader."""
    artifact = render(template, context(**values), title="Báo cáo", date=dt.date(2020, 1, 19))
    assert faults(artifact.content) == []
    return artifact


def solid(pieces: Iterable[str]) -> str:
    """Join text and take all white space out."""
    return "".join("".join(pieces).split())
