"""A school that prints certificates on blanks: what the tests of blanks begin with."""

import datetime as dt
from pathlib import Path

import openpyxl

from reportgen.batch import Order, build_on_blanks
from reportgen.batch.records import Outcome
from reportgen.kinds import Shelf
from reportgen.model.diagnostics import Diagnostic
from tests.helpers.written import write_kind

KIND = """
fields:
  issued_on: date
  people: {rows: {name: text, born: date, school: text}, key: [name, born]}
each: {of: people}
file_name: "giay/{each.school}/{each.name}"
"""
DATA = """\
kind: giay
for_each: people
issued_on:
people:
  - {name: Cầm Thị Nụ, born: 2/4/1988, school: Hoa Ban}
  - {name: Lò Văn Bút, born: 19/11/1979, school: Hoa Ban}
  - {name: Cầm Thị Nụ, born: 30/7/1992, school: Hoa Ban}
"""
BLANK = """\
size: 190 x 130
shift: {right: 1.5, down: -0.5}
letters: 14
boxes:
  - {print: "{{ each.name }}", left: 60, down: 52, width: 100}
  - {print: "{{ each.born | long_date }}", left: 60, down: 62, width: 60, align: right, letters: 12}
  - {print: "{{ each.school }}", left: 20, down: 80, width: 150, align: center, bold: có, italic: yes}
"""
STOCK = """\
serials:
  stock: [A 0008 - A 0011]
  spoiled: [SPOILED]
"""


class Desk:
    """A folder with a kind, data, and a blank; what is built goes into ``out``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_kind(folder, "giay", KIND)
        self.data, self.blank = folder / "data.yaml", folder / "phoi.yaml"
        self.data.write_text(DATA, encoding="utf-8")
        self.blank.write_text(BLANK, encoding="utf-8")
        self.order = Order(Shelf.usual(folder / "templates"), dt.date(2026, 11, 22), output=folder / "out")

    def stock(self, *spoiled: str) -> None:
        """Say which blanks lie there."""
        lines = ", ".join(f"{{serial: {one}, why: kẹt giấy, on: 22/11/2026}}" for one in spoiled)
        self.blank.write_text(BLANK + STOCK.replace("SPOILED", lines), encoding="utf-8")

    def build(self) -> Outcome:
        """Build what the data file asks for."""
        (outcome,) = build_on_blanks([self.data], self.order, self.blank).outcomes
        return outcome

    def names(self) -> list[str]:
        """Build, and list the papers in the order of a list of files."""
        outcome = self.build()
        assert outcome.error is None, outcome.error
        return sorted(made.path.name for made in outcome.made)

    def complaints(self) -> list[Diagnostic]:
        """Build, and tell what stops it."""
        outcome = self.build()
        assert outcome.error is not None
        assert not list(self.folder.glob("out/**/*.pdf"))
        return [one for one in outcome.error.diagnostics if one.stops]

    def complaint(self) -> Diagnostic:
        """Give the only mistake there is."""
        (one,) = self.complaints()
        return one

    def record(self) -> list[tuple[str, ...]]:
        """Read the record as Excel shows it, without its headings and without the text."""
        sheet = openpyxl.load_workbook(self.folder / "phoi-so-theo-doi.xlsx").worksheets[0]
        rows = [
            tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True)
        ]
        return [(row[0], row[1].rpartition("/")[2], *row[4:]) for row in rows]

    def change(self, old: str, new: str, path: Path | None = None) -> None:
        """Change the data, or another file."""
        path = path or self.data
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
