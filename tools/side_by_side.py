"""Lay Word and PDF papers beside each other, page by page: ``python -m tools.side_by_side [FOLDER]``.

FOLDER is ``out`` where none is given. The pictures, Word on the left as LibreOffice shows it, go to
``build/pictures``, a folder for each paper; a page that only one of the two has stands beside an empty place.
"""

import subprocess
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pypdfium2
from PIL import Image, ImageOps

DOTS_PER_INCH: Final = 90
TARGET: Final = Path("build/pictures")
_GREY: Final = 160


def main() -> None:
    """Draw the pictures of all papers in a folder and name them."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
    words = sorted(folder.rglob("*.docx"))
    if not words:
        sys.exit(f"{folder}: there is no Word paper")
    with TemporaryDirectory() as scratch:
        _convert(words, Path(scratch))
        for number, word in enumerate(words):
            pictures = TARGET / word.relative_to(folder).with_suffix("")
            pictures.mkdir(parents=True, exist_ok=True)
            for place, pair in enumerate(
                _pairs(Path(scratch) / f"{number}.pdf", word.with_suffix(".pdf")), 1
            ):
                path = pictures / f"{place}.png"
                pair.save(path)
                print(path)


def _convert(words: list[Path], scratch: Path) -> None:
    """Let LibreOffice open all papers at once; numbers stand for their names, which may be alike."""
    numbered = [scratch / f"{number}.docx" for number in range(len(words))]
    for path, word in zip(numbered, words, strict=True):
        path.write_bytes(word.read_bytes())
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(scratch)]
    subprocess.run([*command, *numbered], check=True, capture_output=True)


def _pairs(left: Path, right: Path) -> Iterator[Image.Image]:
    for pages in zip_longest(_drawn(left), _drawn(right)):
        shown = [page for page in pages if page is not None]
        size = shown[0].size
        pair = Image.new("L", (2 * size[0], max(page.height for page in shown)), _GREY)
        for column, page in enumerate(pages):
            if page is not None:
                pair.paste(page, (column * size[0], 0))
        yield pair


def _drawn(path: Path) -> Iterator[Image.Image]:
    if path.is_file():
        for page in pypdfium2.PdfDocument(path):
            drawn = page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L")
            yield ImageOps.expand(drawn, border=1, fill=_GREY)


if __name__ == "__main__":
    main()
