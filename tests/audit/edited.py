"""A report in both formats, and what somebody does to it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
from typer.testing import CliRunner

from reportgen.audit import Audited
from reportgen.cli.app import app
from reportgen.model.manifest import FILE_NAME

FILES = """
--- templates/k/kind.yaml
title: Báo cáo
fields:
  round: count
  units: {rows: {district: text, staff: count, trained: count}, key: district}
tables:
  by_district:
    of: units
    by: district
    figures:
      staff: sum(units.staff)
      reached: {formula: "share(sum(units.trained), staff)", as: percent, places: 1}
figures:
  staff: {formula: sum(units.staff), label: Tổng số CBQL}
  trained: {formula: sum(units.trained), label: CBQL đã bồi dưỡng}
  progress: {formula: "share(trained, staff)", as: percent, places: 1, label: Tỷ lệ}
outputs: {docx: paper.docx, pdf: paper.html}
file_name: "dot-{round}"
--- templates/k/paper.docx
Báo cáo đợt {{ round }}
Cả huyện có {{ staff }} cán bộ quản lý, đã bồi dưỡng {{ trained }} người ({{ progress }}).
{% for d in by_district %}{{ d.district }}: {{ d.staff }} người, đạt {{ d.reached }}; {% endfor %}
Tổng cộng {{ by_district.total.staff }} người.
--- templates/k/paper.html
<p>Báo cáo đợt {{ round }}</p>
<p>Cả huyện có {{ staff }} cán bộ quản lý, đã bồi dưỡng {{ trained }} người ({{ progress }}).</p>
<p>{% for d in by_district %}{{ d.district }}: {{ d.staff }} người, đạt {{ d.reached }}; {% endfor %}</p>
<p>Tổng cộng {{ by_district.total.staff }} người.</p>
--- dot-1.yaml
kind: k
round: 1
units: [{district: An Lão, staff: 1214, trained: 903}, {district: Cát Hải, staff: 26, trained: 26}]
--- dot-2.yaml
kind: k
round: 2
units: [{district: An Lão, staff: 1220, trained: 317}, {district: Cát Hải, staff: 31, trained: 5}]
"""


def run(*arguments: str) -> int:
    return CliRunner().invoke(app, arguments, catch_exceptions=False).exit_code


def rewritten(paper: Path, folder: Path, part: str, *changes: tuple[str, str]) -> Path:
    """Change a part of a Word file, each text once."""
    target = folder / paper.name
    with zipfile.ZipFile(paper) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name).decode()
            for old, new in changes if name == part else ():
                assert content.count(old) == 1, content
                content = content.replace(old, new)
            copy.writestr(name, content)
    return target


def attached(paper: Path, folder: Path, change: Callable[[bytes], bytes | None]) -> Path:
    """Change the manifest of a PDF, or take it out."""
    with pikepdf.open(paper) as pdf:
        content = change(pdf.attachments[FILE_NAME].get_file().read_bytes())
        del pdf.attachments[FILE_NAME]
        if content is not None:
            pdf.attachments[FILE_NAME] = _spec(pdf, content)
        pdf.save(folder / paper.name)
    return folder / paper.name


def _spec(pdf: pikepdf.Pdf, content: bytes) -> pikepdf.AttachedFileSpec:
    said = dict.fromkeys(("description", "mime_type", "creation_date", "mod_date"), "")
    return pikepdf.AttachedFileSpec(pdf, content, filename=FILE_NAME, **said)


def manifest_in(paper: Path) -> bytes:
    with pikepdf.open(paper) as pdf:
        return bytes(pdf.attachments[FILE_NAME].get_file().read_bytes())


def codes(found: Audited) -> list[str]:
    return [one.code for one in found.findings]


# --- why, from a paper alone --------------------------------------------------------------------------------


def asked(*arguments: object) -> tuple[str, int]:
    done = CliRunner().invoke(app, ["why", *map(str, arguments)], catch_exceptions=False)
    return done.stdout, done.exit_code
