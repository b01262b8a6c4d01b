"""An office with three kinds of papers, and the keys of two people."""

from pathlib import Path
from typing import Final

import docx

from reportgen.seal.authority import Authority

PIN: Final = "2468"
SECRETARY, CHAIR, OFFICE = "Nông Văn Dền", "Hoàng Thị Mỷ", "Phòng Văn hóa"
_MEETING = """title: Biên bản
fields: {number: code, symbol: code, venue: text, secretary: text, chair: text}
register: {number: number, series: "{symbol}", sort: Biên bản, subject: "họp tại {venue}"}
approvals: {chair: {role: Chủ tọa, who: "{chair}"}}
signatures:
  secretary: {role: Thư ký, who: "{secretary}"}
  chair: {role: Chủ tọa, who: "{chair}"}
outputs: {pdf: page.html}
file_name: bien-ban
"""
_PAGE = """{% from "official.html" import signature, signatures %}
<p>Số: {{ number | two_digits }}/{{ symbol }}. Họp tại {{ venue }}.
{% if replaces %}Thay {{ replaces }}{% endif %}</p>
{{ signatures(
  signature("THƯ KÝ", secretary, field="secretary"), signature("CHỦ TỌA", chair, field="chair")) }}
"""
_LETTER = """title: Thư
fields: {number: code, symbol: code, words: text}
register: {number: number, series: "{symbol}", sort: Thư, subject: "{words}"}
outputs: {docx: thu.docx}
file_name: thu
"""
_LIST = """title: Giấy
fields:
  people: {rows: {name: text, entry_number: code?}, key: name}
each: {of: people}
register: {number: entry_number, series: GCN, name: "{each.name}"}
signatures: {signer: {role: Giám đốc, who: "Hoàng Thị Mỷ"}}
outputs: {pdf: page.html}
file_name: "{each.name}"
"""
_SHEET = """{% from "official.html" import signature, signatures %}
<p>Số {{ each.entry_number }}. {{ each.name }}</p>
{{ signatures("", signature("GIÁM ĐỐC", "Hoàng Thị Mỷ", field="signer")) }}
"""


def set_up(folder: Path, authority: Authority, address: str = "") -> None:
    """Make an office with three kinds of papers and the keys of two people."""
    for name, text in {
        "offices.yaml": f"own: {OFFICE}\noffices: [{{name: {OFFICE}}}]\n",
        "templates/meeting/kind.yaml": _MEETING,
        "templates/meeting/page.html": _PAGE,
        "templates/letter/kind.yaml": _LETTER,
        "templates/list/kind.yaml": _LIST,
        "templates/list/page.html": _SHEET,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    template = docx.Document()
    template.add_paragraph("Số: {{ number|two_digits }}/{{ symbol }}")
    template.add_paragraph("{{ words }} Thảo luận sôi nổi.")
    template.save(str(folder / "templates/letter/thu.docx"))
    (folder / "khoa").mkdir()
    for who in (SECRETARY, CHAIR):
        (folder / "khoa" / f"{who}.p12").write_bytes(authority.packed(authority.holder(who), PIN))
    (folder / "tin-cay").mkdir()
    (folder / "tin-cay" / "root.pem").write_bytes(authority.anchor())
    if address:
        (folder / "so-dang-ky.url").write_text(address, encoding="utf-8")
