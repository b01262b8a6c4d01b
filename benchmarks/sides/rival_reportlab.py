"""A reportlab loop: paragraphs and long tables, by hand from the same description; cells do not wrap."""

import io
import json
from collections.abc import Iterator, Mapping
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

from measuring.inside import Make, make_all


def _load(name: str) -> Any:
    return import_module(f"reportlab.{name}")


pages, styles, tables = (_load(f"platypus.{name}") for name in ("doctemplate", "paragraph", "tables"))
_FACE = "Serif"


def start(path: Path) -> Make:
    """Register the font once; the template is a list of blocks."""
    job = json.loads(path.read_text(encoding="utf-8"))
    fonts = _load("pdfbase.pdfmetrics")
    fonts.registerFont(_load("pdfbase.ttfonts").TTFont(_FACE, job["font"]))
    sheet = _load("lib.styles").ParagraphStyle
    looks = [
        sheet(name, fontName=_FACE, fontSize=13, leading=16, alignment=at)
        for name, at in (("l", 0), ("m", 1))
    ]

    def make(values: Mapping[str, Any]) -> bytes:
        target = io.BytesIO()
        pages.SimpleDocTemplate(target).build(list(_story(job["blocks"], values, looks)))
        return target.getvalue()

    return make


def _story(blocks: list[Any], values: Mapping[str, Any], looks: list[Any]) -> Iterator[Any]:
    lines = tables.TableStyle(
        [("FONT", (0, 0), (-1, -1), _FACE, 10), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    )
    for block in blocks:
        if "parts" in block:
            text = "".join(values[part] if is_value else part for part, is_value in block["parts"])
            yield styles.Paragraph(escape(text), looks[block["middle"]])
        else:
            rows = [[row[name] for name in block["columns"]] for row in values[block["rows"]]]
            yield tables.LongTable([list(block["columns"].values()), *rows], repeatRows=1, style=lines)


make_all(start)
