"""Lines of a paper's head that the laid-out page breaks where nobody asked for it.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, ParentBox

from reportgen.render.page.head import CLASSES


def wrapped_lines(boxes: Iterable[Any]) -> Iterator[str]:
    """Find paragraphs of a head that take more lines than they were written in."""
    for box in boxes:
        if _is_of_head(box) and _lines(box) > 1 + sum(inner.tag == "br" for inner in box.element.iter()):
            yield " ".join(" ".join(box.element.itertext()).split())


def _is_of_head(box: Any) -> bool:
    paragraph = isinstance(box, ParentBox) and not isinstance(box, LineBox) and box.element_tag == "p"
    return paragraph and box.element.get("class") in CLASSES


def _lines(box: Any) -> int:
    """Count lines; those of a text with a line drawn below it stand in a block of their own."""
    blocks = [box, *(inner for inner in box.descendants() if isinstance(inner, ParentBox))]
    return max(sum(isinstance(child, LineBox) for child in block.children) for block in blocks)
