"""A paper's whole life, as its office goes through it: ``python -m tools.life out``.

Into ``out/co-quan``: sample minutes are drafted, approved where their kind asks for that, issued, signed by
key by those whom they name, sealed, and verified; sample certificates are issued with a QR code and sealed.
Keys and their authority are made for this run, say TEST, and are worth nothing.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PIN = "2468"
OFFICE = "Phòng Giáo dục và Đào tạo"
SECRETARY, CHAIR = "Lò Văn Bút", "Đỗ Thị Mẫu Đơn"
_APPROVED = "\napprovals:"
_WIDE = 40
DEPARTMENT, DIRECTOR = "Sở Giáo dục và Đào tạo", "Lê Thị Mộc Miên"


@dataclass(frozen=True, slots=True)
class Office:
    """An office's folder, in which commands are given."""

    folder: Path

    def run(self, *arguments: object, fails: bool = False, shown: bool = True) -> str:
        """Give a command as an officer types it, and show it; a PIN that is asked for is typed."""
        words = [str(one) for one in arguments]
        if shown:
            print("$ reportgen", *(f'"{one}"' if " " in one else one for one in words), flush=True)
        done = subprocess.run(
            [sys.executable, "-m", "reportgen", *words],
            cwd=self.folder, input=f"{PIN}\n", capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if done.returncode and not fails:
            raise SystemExit(f"{done.stdout}{done.stderr}")
        return done.stdout

    def told(self, *arguments: object, fails: bool = False) -> Any:
        """Give a command and read its answer."""
        return json.loads(self.run(*arguments, "--format", "json", fails=fails, shown=False))

    def begin(self, name: str, symbol: str, parent: str, signers: Sequence[str]) -> None:
        """Set the office up, with keys for those who sign, whom it trusts."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.folder / "offices.yaml").exists():
            self.run("setup", ".", "--name", name, "--symbol", symbol, "--parent", parent)
        people = [word for one in (*signers, name) for word in ("--for", one)]
        self.run("keys", "test", "khoa", *people)
        trusted = self.folder / "tin-cay"
        trusted.mkdir()
        for one in (self.folder / "khoa").glob("*.pem"):
            shutil.copyfile(one, trusted / one.name)


def minutes(office: Office) -> list[dict[str, Any]]:
    """Take minutes from their draft to a verified paper."""
    office.begin(OFFICE, "PGDĐT", "UBND huyện Vân Khê", [SECRETARY, CHAIR])
    data = (ROOT / "data" / "so-ket-van-khe" / "bien-ban.yaml").read_text(encoding="utf-8")
    lines = [line for line in data.splitlines(keepends=True) if not line.startswith("number:")]
    (office.folder / "bien-ban.yaml").write_text("".join(lines), encoding="utf-8")
    office.run("build", "bien-ban.yaml")
    if _APPROVED in (ROOT / "templates" / "minutes" / "kind.yaml").read_text(encoding="utf-8"):
        _approved(office, "bien-ban.yaml")
    office.run("issue", "bien-ban.yaml")
    (paper,) = _issued(office)
    for field, who in (("secretary", SECRETARY), ("chair", CHAIR), ("seal", OFFICE)):
        office.run("sign", paper, "--field", field, "--key", f"khoa/TEST-{who}.p12")
    return _verified(office)


def certificates(office: Office) -> list[dict[str, Any]]:
    """Issue a list of certificates with QR codes, signed and sealed with one opening of each key."""
    office.begin(DEPARTMENT, "SGDĐT", "UBND tỉnh Đồi Thông", [DIRECTOR])
    shutil.copy(ROOT / "templates" / "person-certificate" / "examples" / "ca-nhan.yaml", office.folder)
    office.run("keys", "new", "--owner", DEPARTMENT)
    office.run("issue", "ca-nhan.yaml")
    papers = _issued(office)
    for field, who in (("signer", DIRECTOR), ("seal", DEPARTMENT)):
        office.run("sign", *papers, "--field", field, "--key", f"khoa/TEST-{who}.p12")
    return _verified(office)


def _approved(office: Office, data: str) -> None:
    """Hand a paper in, and let those approve it whom it names, in their order."""
    office.run("submit", data)
    while waits := office.told("status", data)["papers"][0]["waits_for"]:
        office.run("approve", data, "--by", waits["who"] or f"{waits['role']} của {OFFICE}")


def _issued(office: Office) -> list[Path]:
    return sorted(path.relative_to(office.folder) for path in office.folder.glob("ban-hanh/*/*/*.pdf"))


def _told(found: dict[str, Any]) -> tuple[str, ...]:
    """Write a line of what was made: paper, number, state, who signed, what is to be believed."""
    signed = "; ".join(f"{one['role']}: {one['name']}" for one in found["signatures"])
    return Path(found["file"]).stem[:_WIDE], found["number"], found["state"], signed, found["verdict"]


def _verified(office: Office) -> list[dict[str, Any]]:
    """Verify all that was issued; keys of a test authority leave the exit code at 10."""
    papers = _issued(office)
    print(office.run("verify", papers[0], fails=True), end="")
    found = office.told("verify", *papers, fails=True)["files"]
    print(office.run("register", "verify"), end="")
    return [{**one, "office": office.folder.name} for one in found]


def main() -> None:
    """Live all lives, and tell in a table what was made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    folder = parser.parse_args().out / "co-quan"
    shutil.rmtree(folder, ignore_errors=True)
    found = minutes(Office(folder / "phong")) + certificates(Office(folder / "so"))
    lines = [("paper", "number", "state", "signed by", "verdict"), *map(_told, found)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print()
    for line in lines:
        print("  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip())
    print("\nThe verdict is TEST: the keys are made for trying, and worth nothing in law.")


if __name__ == "__main__":
    main()
