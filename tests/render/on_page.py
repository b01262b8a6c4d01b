"""What the tests of pages share."""

from pathlib import Path

from reportgen.model.context import Shape
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.reading import Reading
from reportgen.readback.pdf import read_pdf
from tests.helpers.pressing import pressed

HEADER = '{{ header("UBND QUẬN HỒNG BÀNG", office, "Số: 05/BC-PGDĐT", place) }}'


def place(diagnostic: Diagnostic) -> tuple[str, int | None]:
    assert diagnostic.origin is not None
    return diagnostic.origin.file, diagnostic.origin.line


def read(template: Path, **values: object) -> Reading:
    return read_pdf(pressed(template, **values).content)


SHAPE = Shape(
    "mapping", {"n": Shape("scalar", quotable=True), "units": Shape("rows", {"name": Shape("scalar")})}
)
