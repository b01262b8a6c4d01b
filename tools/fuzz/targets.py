"""What is fed with random bytes. Each returns or says what is wrong; any other exception is a find."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from reportgen.audit.explain import explained
from reportgen.compose import figure_text
from reportgen.compute import again, formula
from reportgen.lint import lint
from reportgen.load import LOADERS, load_plain
from reportgen.load.fixed import ENCODINGS, Fixed
from reportgen.model.context import Context, Quantity, Shape
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import ReportgenError
from reportgen.model.manifest_text import ManifestError, read_manifest, written
from reportgen.model.origin import Origin
from reportgen.model.plain import Exact
from reportgen.prose.find import find_quantities
from reportgen.render import docx, pictures
from reportgen.render.template import pages
from reportgen.render.template.script import read_sheet
from reportgen.validate.misread import Misread
from reportgen.validate.scalars import READERS

Target = Callable[[bytes], object]

_PLACE: Final = Path(tempfile.mkdtemp(prefix="fuzz-"))
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROWS: Final = ({"t": "chữ", "k": Exact(1, "1")}, {"t": "A & B <c>", "k": Exact(2, "2")})
_VALUES: Final[Mapping[str, object]] = {
    "a": "chữ", "b": "Sở GD&ĐT", "n": Exact(7, "7"), "g": {"k": "x"}, "l": _ROWS, "f": True, "z": None,
    "q": Quantity(2960, "2.960"),
}  # fmt: skip
_SHAPE: Final = Shape(
    "mapping",
    {
        **dict.fromkeys("abnq", Shape("scalar")),
        "g": Shape("mapping", {"k": Shape("scalar")}),
        "l": Shape("rows", {"t": Shape("scalar"), "k": Shape("scalar")}),
        "f": Shape("flag"),
    },
)
_CONTEXT: Final = Context(_VALUES, _SHAPE, {"upper": lambda text: str(text).upper()}, str, free=True)


def run(name: str, content: bytes) -> None:
    """Feed a target, and take its own complaints for an answer."""
    try:
        TARGETS[name](content)
    except ReportgenError as told:
        for diagnostic in told.diagnostics:
            diagnostic.said_in("vi")


def _file(suffix: str) -> Target:
    path = _PLACE / f"fed{suffix}"

    def read(content: bytes) -> object:
        path.write_bytes(content)
        return load_plain(path)

    return read


def _encoded(content: bytes) -> object:
    """Read a table in an encoding that the first byte chooses."""
    path = _PLACE / "fed.csv"
    path.write_bytes(content[1:])
    names = sorted(set(ENCODINGS.values()))
    return LOADERS[".csv"](path, path.name, Fixed(encoding=names[(content or b"\0")[0] % len(names)]))


def _sheet(content: bytes) -> object:
    """Read a workbook whose sheet holds these bytes."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName='
        '"/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_BOOK}" xmlns:r="{_OFFICE}"><sheets><sheet name="S" '
        'sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_BOOK}"><sheetData>',
    }
    path = _PLACE / "fed.xlsx"
    path.write_bytes(_zipped(parts, "xl/worksheets/sheet1.xml", content, b"</sheetData></worksheet>"))
    return load_plain(path)


_BOOK: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _relation(sort: str, target: str) -> str:
    line = f'<Relationship Id="rId1" Type="{_OFFICE}/{sort}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{line}</Relationships>'


def _zipped(parts: Mapping[str, str], name: str, content: bytes, end: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part, text in parts.items():
            archive.writestr(part, text.encode() + (content + end if part == name else b""))
    return target.getvalue()


def _scalars(content: bytes) -> object:
    """Read a text as each type that a field may have."""
    text = content.decode("utf-8", "replace")
    read: list[object] = []
    for reader in READERS.values():
        try:
            read.append(reader(text))
        except Misread as error:
            read.append(error)
    return read


def _formula(content: bytes) -> object:
    return formula.parse_formula(content.decode("utf-8", "replace"), Origin("k", 1, 1), Complaints())


def _page(content: bytes) -> object:
    """Look over and fill a page, up to where it would be laid out."""
    path = _PLACE / "fed.html"
    path.write_bytes(content)
    found, _ = pages.names(path, path.name, _SHAPE, _CONTEXT.filters, free=True)
    return found or read_sheet(pages.fill(path, _CONTEXT).html)


def _filled(content: bytes) -> object:
    """Fill a page that nobody looked over: the sandbox alone must hold."""
    path = _PLACE / "fed.html"
    path.write_bytes(content)
    return pages.fill(path, _CONTEXT)


def _word(content: bytes) -> object:
    """Look over and fill a Word file with a paragraph for each line."""
    lines = content.decode("utf-8", "replace").split("\n")
    return _body("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines).encode())


def _bodied(content: bytes) -> Path:
    """Make a Word file whose body is these bytes."""
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Override '
        f'PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": _relation("officeDocument", "word/document.xml"),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>',
    }
    path = _PLACE / "fed.docx"
    path.write_bytes(_zipped(parts, "word/document.xml", content, b"</w:body></w:document>"))
    return path


def _layout(content: bytes) -> object:
    """Hold a Word file whose body is these bytes against the decree."""
    return lint([_bodied(content)], measured=False)


def _body(content: bytes) -> object:
    """Look over and fill a Word file whose body is these bytes."""
    path = _bodied(content)
    found, _ = docx.names(path, path.name, _SHAPE, _CONTEXT.filters, free=True)
    return found or docx.render(path, _CONTEXT, title="", date=None)


def _package(content: bytes) -> object:
    path = _PLACE / "fed.docx"
    path.write_bytes(content)
    return docx.names(path, path.name, _SHAPE, _CONTEXT.filters, free=True)


def _manifest(content: bytes) -> object:
    """Read what a paper carries, compute it again and explain it."""
    try:
        manifest, _ = read_manifest(content.decode("utf-8", "replace"))
    except ManifestError:
        return None
    computed = {name: figure_text(figure) for name, figure in again(manifest).items()}
    return computed, explained(manifest, [figure.name for figure in manifest.figures]), written(manifest)


_RECORDED: Final = (
    {"name": "f", "formula": "share(a, b)", "as": "percent", "places": 1, "at": [
        {"printed": "50,0%", "value": {"number": "1/2"}, "reads": {"a": 1, "b": 2}, "adds": []},
    ]},
    {"name": "t.f", "formula": "sum(u.x)+1", "as": "number", "fit": "f", "at": [
        {"row": "1", "value": 3, "reads": {}, "adds": [{"what": "sum(u.x)", "gives": 2, "rows": 2}]},
    ]},
    {"name": "d", "formula": "a", "as": "date", "at": [
        {"printed": "x", "value": {"date": "2020-02-01"}, "reads": {"a": {"date": "2020-02-01"}}, "adds": []},
    ]},
)  # fmt: skip
"""Figures as manifests record them."""


def _seed(figure: object) -> str:
    kind = {"name": "k", "title": "t", "version": 1, "declared": ""}
    rest: dict[str, object] = {
        "program": "1",
        "kind": kind,
        "data": "d",
        "date": None,
        "office": {},
        "assumed": {},
        "rows": [],
    }
    return json.dumps({"figures": [figure], "format": 1, **rest, "page": ["a", ["2", "f"]]})


TARGETS: Final[Mapping[str, Target]] = {
    "csv": _file(".csv"),
    "encoded": _encoded,
    "yaml": _file(".yaml"),
    "json": _file(".json"),
    "xlsx": _file(".xlsx"),
    "sheet": _sheet,
    "scalars": _scalars,
    "formula": _formula,
    "page": _page,
    "filled": _filled,
    "word": _word,
    "body": _body,
    "package": _package,
    "picture": pictures.unfit,
    "layout": _layout,
    "manifest": _manifest,
    "sentence": lambda content: find_quantities(content.decode("utf-8", "replace")),
}
"""All that reads what others wrote, by name."""

SEEDS: Final[Mapping[str, Sequence[str]]] = {
    "manifest": tuple(map(_seed, _RECORDED)),
    "csv": ('Họ và tên;Tuổi\nLê Thị Hòa;1.234,5\n"x";"y""z"\nTổng cộng;3\n', "sep=,\na,b\n1,2\n"),
    "encoded": ("\0hä tªn,tuæi\nNguyÔn,3\n",),
    "yaml": ("a: x\nb:\n  - {c: 1, d: 'y'}\n  - |\n    z\n# q\n", 'a: "\\u0041"\n? b\n: &x [*x, !!int 3]\n'),
    "json": ('{"a": [1, 2.50, 1e3, "x\\u0041", true, null], "b": {"c": -0.1}}',),
    "sheet": (
        (
            '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
            '<row r="2"><c r="A2"><v>1</v></c></row>'
        ),
    ),
    "scalars": ("1.234.567,89", "41,9%", "19/01/2020", "7h30", "07 giờ 30 phút", "2020-01-19", "có"),
    "formula": (
        'sum(units.trained, where=units.sector == "công lập") / 3 + share(a, b)',
        "not a and 0.1 <= b",
    ),
    "page": (
        "<p>{{ a }}{% for r in l %}{{ r.t|upper }}{{ loop.index }}{% endfor %}</p>",
        "{% set x = n * 2 + 1 %}{{ x }}{{ g.k ~ a }}",
        "{% if f and n > 3 %}{{ l|map(attribute='t')|join(', ') }}{% endif %}",
        "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(a) }}<table><tr><td colspan=2>",
    ),
    "word": (
        "{{ a }} và {{ b }}\n{%p for r in l %}\n{{ r.t }}\n{%p endfor %}\n{{ n + 1 }}{% raw %}{{{% endraw %}",
    ),
    "body": ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{%tr for r in l %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",),
    "layout": ("<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>CỘNG HÒA XÃ HỘI</w:t></w:r></w:p>",),
    "sentence": ("Có 1 tỷ 234 triệu, 2 000/3 100 trẻ, từ 9 đến 10%, gần hai phần ba, 22/24 trường.",),
    "picture": (
        "<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/></svg>",
        "GIF89a",
        "\x89PNG\r\n\x1a\n",
    ),
}
"""What to begin with."""
