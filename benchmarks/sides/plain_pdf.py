"""Printing a page as WeasyPrint's guide has it: one document, nothing looked at before or after."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from weasyprint import CSS, HTML

import reportgen.render
from reportgen.compose import FILTERS, shown

PARTS = Path(reportgen.render.__file__).with_name("parts")
SHEET = (PARTS / "official.css").read_text(encoding="utf-8").replace("reportgen serif", "Liberation Serif")
"""The decree's style sheet with a font by its installed name, as people name fonts."""


def fill(template: Path, values: Mapping[str, Any], *, tags: bool = False) -> bytes:
    """Fill a page with the values that reportgen fills it with, and print it."""
    environment = Environment(
        loader=FileSystemLoader([template.parent, PARTS]),
        autoescape=True,
        finalize=lambda value: value if isinstance(value, Markup) else shown(value),
    )
    environment.filters |= {**FILTERS, "unprinted": shown}
    page = environment.get_template(template.name).render(values)
    own = [template.with_suffix(".css")] if "stylesheet" not in page else []
    html = HTML(string=page, base_url=f"{template.parent}/")
    written: bytes = html.write_pdf(stylesheets=[CSS(string=SHEET), *own], pdf_tags=tags)
    return written
