"""A docxtpl loop as its guide has it: a new object for each document."""

import io
from pathlib import Path

from docxtpl import DocxTemplate
from measuring.inside import Make, make_all


def start(path: Path) -> Make:
    """Nothing is shared between documents."""

    def make(values: object) -> bytes:
        document = DocxTemplate(path)
        document.render(values, autoescape=True)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return make


make_all(start)
