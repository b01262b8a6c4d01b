#!/usr/bin/env bash
# Draw the README's pictures, docs/pictures/*.png, from the PDF papers that `make demo` has put into out/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

.venv/bin/python - <<'PYTHON'
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

DOTS_PER_INCH = 75
GREYS = 16
PAGES = {
    "minutes-gaps.png": ("bien-ban-Hội nghị tiểu ban*.pdf", 1),
    "minutes-votes.png": ("bien-ban-Hội nghị sơ kết*.pdf", 3),
    "report.png": ("bao-cao-boi-duong-dot-1.pdf", 1),
    "report-table.png": ("bao-cao-boi-duong-dot-1.pdf", 2),
    "certificate.png": ("giay-chung-nhan/huyện Vân Khê/Trường Mầm non Suối Trăng/*Hoàng Thị Lan.pdf", 1),
}

folder = Path("docs/pictures")
folder.mkdir(parents=True, exist_ok=True)
for name, (pattern, page) in PAGES.items():
    (paper,) = Path("out").glob(pattern)
    drawn = pypdfium2.PdfDocument(paper)[page - 1].render(scale=DOTS_PER_INCH / 72).to_pil()
    framed = ImageOps.expand(drawn.convert("L"), border=1, fill=160)
    framed.quantize(GREYS, dither=Image.Dither.NONE).save(folder / name, optimize=True)
    print(f"{folder / name}: {paper.name}, page {page}, {(folder / name).stat().st_size // 1024} KB")
PYTHON
