"""A small office with a paper that three must sign, and their keys: what tests of signing begin with."""

from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from reportgen.cli.app import app
from reportgen.seal.authority import Authority

OFFICE = "Phòng Văn hóa - Xã hội phường Kỳ Lừa"
PIN = "2468"
_KIND = """title: Biên bản
date: held_on
fields: {number: code, symbol: code, held_on: date?, office: text, secretary: text, chair: text}
register: {number: number, series: "{symbol}", sort: Biên bản, subject: "họp của {office}"}
signatures:
  secretary: {role: Thư ký, who: "{secretary}"}
  chair: {role: Chủ tọa, who: "{chair}"}
  seal: {role: Con dấu của cơ quan, who: "{office}", over: chair}
outputs: {pdf: meeting.html}
file_name: bien-ban
"""
_PAGE = """{% from "official.html" import signature, signatures %}
<p>Số: {{ number | two_digits }}/{{ symbol }}. {{ office }}{%
  if held_on %}, {{ held_on | long_date }}{% endif %}.</p>
{{ signatures(
  signature("THƯ KÝ", secretary, field="secretary"),
  signature("CHỦ TỌA", chair, field="chair")) }}
"""
NAMES = {"secretary": "Nông Văn Dền", "chair": "Hoàng Thị Mỷ", "seal": OFFICE}


def run(*arguments: object, code: int = 0, typed: str = "") -> str:
    """Run the program; give what it said."""
    done = CliRunner().invoke(app, [str(one) for one in arguments], input=typed, catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.output


@dataclass(frozen=True)
class Desk:
    """An office's folder and its keys."""

    office: Path
    keys: Path
    authority: Authority

    @property
    def paper(self) -> Path:
        """Find the paper that was issued."""
        (found,) = (self.office / "ban-hanh").rglob("*.pdf")
        return found

    def sign(self, paper: Path, field: str, *more: object, code: int = 0) -> str:
        """Sign a paper in a field, by the key of whom it expects there."""
        key = self.keys / f"{field}.p12"
        return run("sign", paper, "--field", field, "--key", key, *more, code=code, typed=f"{PIN}\n")


def issued(folder: Path, authority: Authority, address: str = "") -> Desk:
    """Issue a paper in an office that trusts a test authority; its register may be at an address."""
    office, keys = folder / "office", folder / "keys"
    for name, text in {
        "offices.yaml": f"own: {OFFICE}\noffices:\n  - {{name: {OFFICE}, symbol: VHXH}}\n",
        "templates/meeting/kind.yaml": _KIND,
        "templates/meeting/meeting.html": _PAGE,
        "data.yaml": f"kind: meeting\nsymbol: BB-VHXH\noffice: {OFFICE}\n"
        f"secretary: {NAMES['secretary']}\nchair: {NAMES['chair']}\n",
    }.items():
        (office / name).parent.mkdir(parents=True, exist_ok=True)
        (office / name).write_text(text, encoding="utf-8")
    keys.mkdir()
    for field, name in NAMES.items():
        (keys / f"{field}.p12").write_bytes(authority.packed(authority.holder(name), PIN))
    trusted = office / "tin-cay"
    trusted.mkdir()
    (trusted / "root.pem").write_bytes(authority.anchor())
    for number, content in enumerate(authority.revoked()):
        (trusted / f"{number}.crl").write_bytes(content)
    if address:
        (office / "so-dang-ky.url").write_text(f"{address}\n", encoding="utf-8")
    kinds = ("--templates", office / "templates")
    run("issue", office / "data.yaml", "--office", office, "--date", "22/11/2026", *kinds)
    return Desk(office, keys, authority)
