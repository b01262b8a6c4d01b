"""Filling a Word template as docxtpl's guide has it: one document, nothing looked at before or after."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup

from reportgen.compose import FILTERS, shown


def fill(template: Path, values: Mapping[str, Any]) -> bytes:
    """Fill a template with the values that reportgen fills it with."""
    environment = Environment(autoescape=True, finalize=lambda v: v if isinstance(v, Markup) else shown(v))
    environment.filters |= {**FILTERS, "unprinted": shown}
    document = DocxTemplate(template)
    document.render(dict(values), environment, autoescape=True)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
