"""What the tests of pages share."""

from pathlib import Path

import pytest

from reportgen.model.context import Shape
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.errors import RenderError
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


def complaint(template: Path, **values: object) -> Diagnostic:
    """Print what cannot be printed; give the one complaint."""
    with pytest.raises(RenderError) as caught:
        pressed(template, **values)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def words(diagnostic: Diagnostic) -> dict[str, str]:
    return dict(diagnostic.values)
