"""A page with a long table, written row by row; whoever prints does not know.

Imported only when a PDF is made: the engine loads Pango.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure.boxes import TableRowBox

from reportgen.model.artifact import Script
from reportgen.render.page.archive import VARIANT
from reportgen.render.page.tags import boxes
from reportgen.render.rows.cut import Long
from reportgen.render.rows.file import File, add_all
from reportgen.render.rows.forms import Form, Spelling, form_of
from reportgen.render.rows.gaps import Shared
from reportgen.render.rows.ink import Pen
from reportgen.render.rows.margins import Number, numbers
from reportgen.render.rows.pages import Pages
from reportgen.render.rows.plan import Plan
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.rows.sample import sampled, widest
from reportgen.render.rows.tree import Tagger, Tree

_COUNTING: Final = re.compile(
    r":(?:nth|first-|last-|only-|empty)|\btr\b[^{},]*[+~]|[+~]\s*tr\b|counters?\(\s*pages|@import",
    re.IGNORECASE,
)
"""What of a style sheet makes rows look otherwise by their place, or counts pages."""

Finish = Callable[[Any, Any], None]
"""Completes a file of the engine's before it is written."""


def plan_of(long: Long, sheet: Path) -> Plan:
    """Begin with a long table: read its forms, choose the rows to look at.

    Raises:
        NotWrittenError: its rows are not plain enough.

    """
    spelling = Spelling()
    forms = [form_of(own, spelling) for own in long.forms]
    words = [forms[row.form].words(row) for row in long.rows]
    chosen = widest(long.rows, words)
    plan = Plan(long, forms, words, sampled(long, chosen), chosen)
    _refuse_sheets(plan.sample.root, sheet)
    return plan


def _refuse_sheets(root: Element, own: Path) -> None:
    """Refuse style sheets by which rows look otherwise by their place, and those that name others."""
    texts = [one.text or "" for one in root.iter("style")]
    texts += [own.read_text("utf-8", errors="replace")] if own.is_file() else []
    if any(map(_COUNTING.search, texts)) or any(root.iter("link")):
        raise NotWrittenError(LaidOut.SHEET)


def script_of(plan: Plan) -> Script:
    """Give what the page must show, all rows in their place."""
    rows = list(chain.from_iterable(plan.forms[row.form].pieces(row) for row in plan.long.rows))
    before, after = plan.sample.before, plan.sample.after
    pieces = (*before.pieces, *(piece for piece, _ in rows), *after.pieces)
    return Script(pieces, (*before.names, *(name for _, name in rows), *after.names))


def write(plan: Plan, document: Any, finish: Finish) -> bytes:
    """Let the engine write the pages that it laid out, and write the rows into them and between.

    Raises:
        NotWrittenError: the pages are not alike.

    """
    shared = plan.shared
    between = _numbers(shared, document)
    document.fonts.update(shared.made.hands.fonts)
    seen: list[tuple[Any, Sequence[Any]]] = []

    def see(document: Any, pdf: Any) -> None:
        finish(document, pdf)
        seen.append((pdf, tuple(pdf.objects)))

    document.write_pdf(BytesIO(), pdf_variant=VARIANT, finisher=see)
    ((pdf, objects),) = seen
    return Writer(shared, plan.forms, document, pdf, objects).written(between)


def _numbers(shared: Shared, document: Any) -> Sequence[Number]:
    """Find the page numbers, and set those of all pages that are copies."""
    if not shared.skipped:
        return ()
    first, last = (document.pages[shared.first + place] for place in (1, 2))
    found = numbers(first, last, len(shared.skipped) + 1, shared.made.hands)
    for number in found:
        for step in range(len(shared.skipped)):
            number.at(int(number.text) + step + 1)
    return found


@dataclass(slots=True)
class Writer:
    """Puts the file together."""

    shared: Shared
    forms: Sequence[Form]
    document: Any
    pdf: Any
    objects: Sequence[Any]

    def written(self, between: Sequence[Number]) -> bytes:
        """Write everything, with page numbers on the pages that are copies."""
        tree, file = Tree(self.pdf), File(last=max(one.number for one in self.objects))
        gaps = self.shared.gaps
        for gap, hole in zip(gaps, self._holes(), strict=True):
            tree.take(gap.page, hole)
        tagger = Tagger(file, tree.table.number, self.forms)
        pages = Pages(self.shared, self.pdf, file, tree, tagger, self._pen())
        copy = pages.copy_of(gaps[1].page, between) if self.shared.skipped else None
        for number, gap in enumerate(gaps):
            pages.fill(gap)
            if number == 1 and copy is not None:
                pages.add_copies(copy, gap)
        pages.close(gaps[min(1, len(gaps) - 1)])
        add_all(file, self.objects, frozenset(tree.dropped))
        info = file.number()
        file.pack([(info, self.pdf.info.data)])
        return file.finish(self.pdf.catalog.reference, b"%d 0 R" % info)

    def _holes(self) -> list[Any]:
        """Find the cells of the gaps, which know their tags."""
        found = {id(box.element): box for box in boxes(*self.document.pages) if isinstance(box, TableRowBox)}
        return [found[id(hole)].children[0] for hole, _ in self.shared.holes]

    def _pen(self) -> Pen:
        inks = {spot: setter.ink for spot, setter in self.shared.made.setters.items()}
        return Pen(self.shared.made, self.forms, inks)
