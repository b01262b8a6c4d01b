"""A Word template drawn from a kind's page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reportgen.render.word.package import pack
from tools.word.blocks import Block, Command, Part, Section
from tools.word.headers import headers, section
from tools.word.official import PROOF, drawn, ended
from tools.word.package import package
from tools.word.page import Page, read_page
from tools.word.sheets import SHEETS, Sheet
from tools.word.style_part import styles_part
from tools.word.xml import Element, w, written

PARTS: Final = Path(__file__).parents[2] / "reportgen" / "render" / "parts"
KINDS: Final = tuple(SHEETS)


def draw(templates: Path, kind: str) -> bytes:
    """Draw the template of a kind; the same page gives the same bytes."""
    sheet = SHEETS[kind]()
    page = read_page((templates / kind / f"{kind}.html").read_text("utf-8"))
    parts = {
        "word/document.xml": written(_document(page, sheet)),
        "word/styles.xml": written(styles_part(sheet.changes)),
        **{f"word/{name}.xml": written(header) for name, header in headers(page.sample, sheet).items()},
    }
    if any(isinstance(block, Part) and _shows_code(block) for block in page.blocks):
        parts[f"word/media/{PROOF}"] = find_picture(PROOF)
    return pack(package(parts))


def _document(page: Page, sheet: Sheet) -> Element:
    main, appendices = _parted(page.blocks)
    between = [ended(sheet)] if appendices else []
    blocks = [*drawn(main, sheet), *between, *drawn(appendices, sheet)]
    return w("document", w("body", *blocks, section(sheet)))


def _shows_code(part: Part) -> bool:
    """Look for a QR code among the parts of the form, and in them."""
    inside = (block for given in part.given for block in given.blocks)
    return part.name == "proof" or any(isinstance(block, Part) and _shows_code(block) for block in inside)


def find_picture(name: str) -> bytes:
    """Read a picture of the press."""
    return (PARTS / name).read_bytes()


def _begins(block: Block) -> bool:
    return isinstance(block, Command) and block.text.startswith("if ")


def _parted(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Part the paper from its appendices; a condition belongs to the appendix that it stands before."""
    first = next((place for place, block in enumerate(blocks) if isinstance(block, Section)), len(blocks))
    while first < len(blocks) and _begins(blocks[first - 1]):
        first -= 1
    return blocks[:first], blocks[first:]
