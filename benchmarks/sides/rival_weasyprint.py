"""A WeasyPrint loop: Jinja, and the same sort of PDF as ours."""

from pathlib import Path

from jinja2 import Environment
from measuring.inside import Make, make_all
from weasyprint import HTML


def start(path: Path) -> Make:
    """Compile the page once; all else is done for each document."""
    page = Environment(autoescape=True).from_string(path.read_text(encoding="utf-8"))

    def make(values: object) -> bytes:
        made: bytes = HTML(string=page.render(values)).write_pdf(pdf_variant="pdf/a-3a", pdf_tags=True)
        return made

    return make


make_all(start)
