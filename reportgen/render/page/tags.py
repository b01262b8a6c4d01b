"""What the engine leaves out of a PDF's tags.

WeasyPrint 70 tags a heading that is printed again on each page once more, leaves the text of margin boxes in
marks that belong to no element (ISO 14289-1, 7.1 wants an artifact), and does not say whether a cell heads a
row or a column (7.5).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from weasyprint.formatting_structure.boxes import TableBox, TableCellBox, TableRowGroupBox

from reportgen.model.reading import REPEATED

_SCOPES: Final = {"row": "/Row", "rowgroup": "/Row"}


def boxes(*pages: Any) -> Iterator[Any]:
    """Go through everything that is laid out on pages."""
    for page in pages:
        yield from page._page_box.descendants(placeholders=True)  # noqa: SLF001  # nothing public


def mark_repeats(pages: Iterable[Any]) -> None:
    """Rename the headings of tables that go on, and the footings of tables that will."""
    headed: set[int] = set()
    footed: dict[int, Any] = {}
    for table in (box for box in boxes(*pages) if isinstance(box, TableBox)):
        for group in (child for child in table.children if isinstance(child, TableRowGroupBox)):
            if group.is_header and id(table.element) in headed:
                group.element_tag = REPEATED
            if group.is_header:
                headed.add(id(table.element))
            if group.is_footer:
                if earlier := footed.get(id(table.element)):
                    earlier.element_tag = REPEATED
                footed[id(table.element)] = group


def complete_tags(document: Any, pdf: Any) -> None:
    """Finish the tags of a file that is about to be written."""
    _title_repeats(pdf)
    _say_scopes(document.pages)
    _release_margins(pdf)


def _title_repeats(pdf: Any) -> None:
    """Give the renamed groups their tag back, with a title by which a reader knows them."""
    for table in pdf.objects:
        if isinstance(table, dict) and table.get("S") == "/Table":
            for group in (at(pdf, reference) for reference in table["K"]):
                if group["S"] == "/NonStruct":
                    group["S"] = "/THead"
                    group["T"] = f"({REPEATED})"


def _say_scopes(pages: Iterable[Any]) -> None:
    for box in boxes(*pages):
        if isinstance(box, TableCellBox) and box.element_tag == "th" and hasattr(box, "mark"):
            box.mark["A"]["Scope"] = _SCOPES.get(box.element.get("scope", ""), "/Column")


def _release_margins(pdf: Any) -> None:
    """Make artifacts of what no element of the tree holds."""
    root = at(pdf, pdf.catalog["StructTreeRoot"])
    held = set(_held(pdf, root["K"]))
    numbers = at(pdf, root["ParentTree"])["Nums"]
    for place, page in enumerate(pdf.page_references):
        elements = numbers[2 * place + 1]
        loose = [mark for mark, element in enumerate(elements) if element not in held]
        for mark in loose:
            elements[mark] = "null"
        release(at(pdf, at(pdf, page)["Contents"]).stream, loose)


def release(stream: list[Any], loose: Sequence[int]) -> None:
    """Begin an artifact where a loose mark begins; tag, properties and operator stand one after the other."""
    for place, item in enumerate(stream):
        if isinstance(item, dict) and item.get("MCID") in loose:
            stream[place - 1 : place + 2] = ["/Artifact", b"BMC", b""]


def _held(pdf: Any, references: Iterable[Any]) -> Iterator[Any]:
    """List every element below, by its reference."""
    for reference in references:
        if not isinstance(reference, int):
            yield reference
            yield from _held(pdf, at(pdf, reference).get("K", ()))


def at(pdf: Any, reference: Any) -> Any:
    """Follow a reference (``12 0 R``)."""
    text = reference.decode() if isinstance(reference, bytes) else str(reference)
    return pdf.objects[int(text.split()[0])]
