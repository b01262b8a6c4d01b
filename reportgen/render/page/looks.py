"""What is looked for on pages that are laid out: words that do not stand where they were meant to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from weasyprint.formatting_structure.boxes import BlockBox, TableRowGroupBox, TextBox

from reportgen.render.page.eyesight import unreadable
from reportgen.render.page.tags import boxes

_EDGE: Final = 1
"""How far, in CSS pixels, text may stick out of its page: slanted letters overhang."""

_SLACK: Final = 0.5
"""The same of a box on a blank."""

_SHEET: Final = "certificate"
"""The class of what stays on one sheet."""

BOX: Final = "box-"
"""How the names of the boxes on a blank begin."""


def _faults(pages: Iterable[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Find text that leaves its page, or that a style sheet spells otherwise than the data."""
    for number, page in enumerate(pages, 1):
        for box in boxes(page):
            if not isinstance(box, TextBox) or not (text := box.text.strip()):
                continue
            if (how := box.style["text_transform"]) != "none":
                yield "letters-changed", {"text": text, "how": how}
            if not _is_on(page, box):
                yield "off-page", {"text": text, "page": number}


def _is_on(page: Any, box: Any) -> bool:
    across = box.position_x >= -_EDGE and box.position_x + box.width <= page.width + _EDGE
    down = box.position_y >= -_EDGE and box.position_y + box.height <= page.height + _EDGE
    return bool(across and down)


def _broken_rows(pages: Iterable[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Find rows of tables that are taller than a page: cut in two, they would read criss-cross."""
    begun: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        for group in boxes(page):
            if isinstance(group, TableRowGroupBox) and not (group.is_header or group.is_footer):
                for row in group.children:
                    text = _first_words(row)
                    if text and begun.setdefault(id(row.element), number) != number:
                        yield "row-too-tall", {"text": text, "page": number}


def _second_sheets(pages: Iterable[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Find certificates that go on: whoever frames one has one sheet in mind."""
    begun: dict[int, int] = {}
    for number, page in enumerate(pages, 1):
        for box in filter(_is_sheet, boxes(page)):
            if begun.setdefault(id(box.element), number) != number and (text := _first_words(box)):
                yield "second-sheet", {"text": text, "page": number}


def _is_sheet(box: Any) -> bool:
    if not isinstance(box, BlockBox) or box.element is None:  # the engine's own box round footnotes has none
        return False
    return _SHEET in (box.element.get("class") or "").split()


LOOKS: Final = (_faults, unreadable, _broken_rows, _second_sheets)
"""What is looked for on the pages."""


def overfull(pages: Iterable[Any], lines: Mapping[int, int]) -> Iterator[int]:
    """List the boxes of a blank, by number, whose words take more lines than there are, or are too wide."""
    for page in pages:
        for box in boxes(page):
            identifier = (box.element.get("id") or "") if isinstance(box, BlockBox) else ""
            if identifier.startswith(BOX) and box.element_tag == "p":
                number = int(identifier.removeprefix(BOX))
                if len(box.children) > lines[number] or _is_beyond(box):
                    yield number


def _is_beyond(box: Any) -> bool:
    """Tell whether any words stick out of a box at its sides."""
    inner = [one for one in box.descendants() if isinstance(one, TextBox)]
    left, right = box.position_x - _SLACK, box.position_x + box.width + _SLACK
    return any(one.position_x < left or one.position_x + one.width > right for one in inner)


def _first_words(box: Any) -> str:
    texts = (inner.text.strip() for inner in box.descendants() if isinstance(inner, TextBox))
    return next((text for text in texts if text), "")
