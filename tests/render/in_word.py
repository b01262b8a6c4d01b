"""What the tests of the press for Word share: values, a filled template, and its mistakes."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document
from hypothesis import strategies as st

from reportgen.model.artifact import Artifact
from reportgen.model.context import Context, Quantity, Rows, Shape
from reportgen.render.docx import names, render

DATE = dt.date(2020, 1, 19)
TEXT = Shape("scalar", quotable=True)
SHAPE = Shape(
    "mapping",
    {
        "managers": TEXT,
        "venue": TEXT,
        "online": Shape("flag"),
        "units": Shape(
            "rows",
            {"district": TEXT, "trained": TEXT},
            total=Shape("mapping", {"trained": Shape("scalar")}),
            quotable=True,
        ),
    },
)
UNITS = Rows(
    [
        {"district": "Hồng Bàng", "trained": Quantity(5, "5")},
        {"district": "Lê Chân & An Dương", "trained": Quantity(15, "15")},
    ],
    {"trained": Quantity(20, "20")},
)
LOOP = (
    ["Quận", "Đã bồi dưỡng"],
    ["{%tr for u in units %}", ""],
    ["{{ u.district }}", "{{ u.trained }}"],
    ["{%tr endfor %}", ""],
    ["Tổng số", "{{ units.total.trained }}"],
)


def context(**values: object) -> Context:
    known = {"managers": Quantity(2960, "2.960"), "venue": "Sở GD&ĐT", "online": False, "units": UNITS}
    return Context(known | values, SHAPE, {"upper": lambda value: str(value).upper()}, str)


def press(template: Path, **values: object) -> Artifact:
    return render(template, context(**values), title="Báo cáo & phụ lục", date=DATE)


def opened(artifact: Artifact) -> Document:
    return docx.Document(io.BytesIO(artifact.content))


def lines(artifact: Artifact) -> list[str]:
    return [paragraph.text for paragraph in opened(artifact).paragraphs]


def script(artifact: Artifact) -> list[str]:
    return "".join(text for text, _ in artifact.script.pieces).split()


def complaints(template: Path) -> list[tuple[str, str]]:
    found, _ = names(template, "minutes.docx", SHAPE, ["upper"])
    return [(one.code, str(one.origin)) for one in found]


# what the file says of itself


def part(artifact: Artifact, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(artifact.content)) as archive:
        return archive.read(name).decode()


words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]) | st.sampled_from("<&>\"'\n\t"), max_size=20
)
