"""Tables as offices lay them out: what is read of them, told and refused."""

from pathlib import Path

from reportgen.kinds import Shelf
from tests.helpers.written import Written, write_kind

KIND = """
fields:
  units:
    rows:
      school: {type: text, label: Tên đơn vị}
      managers: {type: count, label: CBQL}
      trained: {type: count, default: 0, label: Đã bồi dưỡng}
figures: {all: sum(units.managers), trained: sum(units.trained), schools: count(units)}
"""
HEADING = "STT;Tên đơn vị;CBQL;Đã bồi dưỡng\n"
ROWS = "1;Hoa Ban;12;1\n2;Bản Đông;30;2\n"


def table(folder: Path, text: str, beside: str = "") -> Written:
    write_kind(folder, "k", KIND.removeprefix("\n"))
    (folder / "units.csv").write_text(text, encoding="utf-8")
    (folder / "data.yaml").write_text(
        f'kind: k\nunits: {{from: units.csv, delimiter: ";"{beside}}}\n', encoding="utf-8"
    )
    return Written(folder, folder / "data.yaml", Shelf([folder / "templates"]))


def told(written: Written) -> list[tuple[str, str]]:
    """Give what is told of rows, with the place in the table file."""
    notes = written.study().notes
    return [
        (one.code, str(one.origin).rpartition("units.")[2].partition(":")[2])
        for one in notes
        if one.code != "column-not-used"
    ]


def refused(written: Written) -> list[tuple[str, str]]:
    return [
        (one.code, str(one.origin).rpartition("units.")[2].partition(":")[2]) for one in written.complaints()
    ]
