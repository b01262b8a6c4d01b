"""Signatures a second on one core, through the whole command: certificates sealed with one opening of a key.

An office issues the certificates of the sample list; each is signed and sealed by EC keys (P-256, B-B), with
the owners' pictures. What is counted is the CPU time of the process ``reportgen sign``, its start included.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from PIL import Image, ImageDraw

PIN = b"2468\n"
DATA = Path(__file__).parents[1] / "data" / "chung-nhan"
OWNERS = {"signer": "Bùi Đoan Trang Thư", "seal": "Sở Giáo dục và Đào tạo"}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        office = Path(shutil.copytree(DATA, Path(folder) / "office"))
        run(office, "issue", "ca-nhan.yaml", "--date", "22/11/2026")
        run(office, "keys", "test", "keys", *(word for name in OWNERS.values() for word in ("--for", name)))
        papers = sorted(str(one) for one in office.rglob("ban-hanh/**/*.pdf"))
        for field, name in OWNERS.items():
            draw(office / "picture.png", field)
            words = ("--field", field, "--key", f"keys/TEST-{name}.p12", "--image", "picture.png")
            spent = run(office, "sign", *papers, *words)
            size = sum(Path(one).stat().st_size for one in papers) / len(papers)
            print(
                f"{field}: {len(papers)} papers, {size / 1000:.0f} kB each afterwards: "
                f"{spent / len(papers) * 1000:.1f} ms of CPU, {len(papers) / spent:.0f} a second"
            )


def run(office: Path, *words: str) -> float:
    """Run the program in an office; give the CPU seconds that it took."""
    before = getrusage(RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "reportgen", *words]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    subprocess.run(command, cwd=office, env=environment, input=PIN, check=True, stdout=subprocess.DEVNULL)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def draw(path: Path, field: str) -> None:
    """Draw what an owner would give."""
    picture = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    if field == "seal":
        pen.ellipse([10, 10, 390, 390], outline=(220, 0, 0, 255), width=14)
    else:
        pen.line([(20, 300), (150, 60), (380, 90)], fill=(20, 40, 200, 255), width=12)
    picture.save(path)


if __name__ == "__main__":
    main()
