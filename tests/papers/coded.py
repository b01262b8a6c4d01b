"""Certificates with codes: an office that issues a few, and what their symbols must say."""

import base64
import datetime as dt
import json
from pathlib import Path

from typer.testing import CliRunner

from reportgen.audit.paper import open_paper
from reportgen.cli.app import app
from reportgen.model.claims import DIGEST, WORDS, Claims
from reportgen.model.manifest_text import digest_of
from reportgen.papers.keys import FILE
from reportgen.token import public_key_of, signed

DATA = Path(__file__).parents[2] / "data" / "chung-nhan"
SECRET, OTHER = bytes(range(32)), bytes(range(1, 33))
OWNER = "Phòng Giáo dục và Đào tạo huyện Vân Khê"
CLAIMS = Claims(
    "07/GCN", dt.date(2026, 11, 22),
    {"name": "Nguyễn Thị Hoa", "unit": "Trường Suối Trăng", "programme": "10 mô đun", "result": "hoàn thành"},
    bytes(range(16)), bytes(range(7)),
)  # fmt: skip
KEY = public_key_of(SECRET, OWNER)
PEOPLE = 4


def run(*arguments: object, code: int = 0) -> str:
    """Run the program; give what it said."""
    done = CliRunner().invoke(app, [str(one) for one in arguments], catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.stdout


def issued(folder: Path) -> Path:
    """Issue a few certificates in an office with a key."""
    lines = (DATA / "participants.csv").read_text(encoding="utf-8-sig").splitlines()[: PEOPLE + 1]
    (folder / "participants.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    data = (DATA / "ca-nhan.yaml").read_text(encoding="utf-8")
    (folder / "ca-nhan.yaml").write_text(
        f"{data}\nsigner: Nguyễn Văn An\nsigner_position: Trưởng phòng\nplace: Vân Khê\n", encoding="utf-8"
    )
    run("setup", folder, "--name", "Phòng Giáo dục và Đào tạo", "--symbol", "PGDĐT", "--parent", "UBND huyện")
    run("keys", "new", "--owner", OWNER, "--office", folder)
    (folder / "khoa.txt").write_text(run("keys", "export", "--office", folder), encoding="utf-8")
    run("issue", folder / "ca-nhan.yaml", "--office", folder, "--date", "22/11/2026")
    return folder


def papers(office: Path, suffix: str) -> list[Path]:
    """List the issued papers of a format, in the order of their numbers."""
    return sorted((office / "ban-hanh" / "2026" / "GCN").glob(f"*.{suffix}"))


def expected_symbol(office: Path, paper: Path) -> tuple[str, str]:
    """Sign anew what a paper says, from its manifest and the register."""
    manifest = open_paper(paper).manifest
    assert manifest.registered is not None
    standing = next(
        one
        for one in json.loads(run("register", "list", "--format", "json", "--office", office))
        if one["number"] == manifest.registered.number
    )
    words = {name: standing["told"][name] for name in WORDS}
    entry = bytes.fromhex(manifest.registered.head)[:7]
    claims = Claims(standing["number"], dt.date(2026, 11, 22), words, digest_of(manifest)[:DIGEST], entry)
    (line,) = (office / FILE).read_text(encoding="utf-8").splitlines()
    return signed(claims, base64.b64decode(line.split()[1])), claims.code
