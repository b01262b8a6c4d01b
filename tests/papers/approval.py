"""An office whose papers must be approved: what the tests of approval begin with."""

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from typer.testing import CliRunner

from reportgen.cli.app import app

DAY = ["--date", "22/11/2026"]
KIND = """title: Biên bản
about: phiên bản 0
fields:
  number: code
  office: {type: text, from_office: "{office}"}
  symbol: {type: code, from_office: "BB-{symbol}"}
  issued_on: date?
  venue: {type: text, label: Địa điểm}
  secretary: text
  people: {rows: {name: text, invited: count, present: count}, key: name}
figures: {absent: sum(people.invited) - sum(people.present)}
register: {number: number, date: issued_on, series: "{symbol}", sort: Biên bản, subject: "họp tại {venue}"}
approvals:
  content: {role: Đơn vị soạn thảo}
  secretary: {role: Thư ký, who: "{secretary}"}
outputs: {docx: bien-ban.docx}
file_name: bien-ban
"""
DATA = """kind: hop
venue: phòng 0
secretary: Lò Văn Bút
people:
  - {name: Tổ 0, invited: 9, present: 7}
"""
OFFICE = "own: Phòng Một\noffices: [{name: Phòng Một, symbol: S0}]\n"

DRAFTER, SECRETARY, OTHER = "Hà Thị Mực", "Lò Văn Bút", "Vàng A Sách"


def run(*arguments: object) -> tuple[int, str]:
    """Run the program; give its exit code and what it said."""
    done = CliRunner().invoke(app, [str(one) for one in arguments], catch_exceptions=False)
    return done.exit_code, done.output


def told(*arguments: object) -> dict[str, Any]:
    """Run the program; give what it said to machines."""
    done = CliRunner().invoke(app, [*map(str, arguments), "--format", "json"], catch_exceptions=False)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def codes(*arguments: object) -> set[str]:
    """Run the program; give the codes of what was wrong."""
    return {one["code"] for one in told(*arguments)["diagnostics"] if "code" in one}


def set_up(folder: Path) -> None:
    """Make an office with a paper that two people must approve."""
    kind = folder / "templates" / "hop"
    kind.mkdir(parents=True)
    (kind / "kind.yaml").write_text(KIND, encoding="utf-8")
    (folder / "offices.yaml").write_text(OFFICE, encoding="utf-8")
    (folder / "bien-ban.yaml").write_text(DATA, encoding="utf-8")
    (kind / "bien-ban.docx").write_bytes(drawn(0))


@cache
def drawn(version: int) -> bytes:
    """Draw a version of the template; drawn again, a Word file is another one."""
    template, file = docx.Document(), BytesIO()
    template.add_paragraph("Số: {{ number }}/{{ symbol }}{% if issued_on %}, {{ issued_on }}{% endif %}")
    template.add_paragraph("{{ office }} họp tại {{ venue }}, thư ký {{ secretary }}, vắng {{ absent }}.")
    template.add_paragraph(f"Mẫu {version}{{% if replaces %}}, thay thế {{{{ replaces }}}}{{% endif %}}")
    template.save(file)
    return file.getvalue()


def approved(*more: object) -> None:
    """Hand the paper in and approve it."""
    assert run("submit", "bien-ban.yaml", *more, *DAY)[0] == 0
    for name in (DRAFTER, SECRETARY):
        assert run("approve", "bien-ban.yaml", "--by", name, *DAY)[0] == 0
