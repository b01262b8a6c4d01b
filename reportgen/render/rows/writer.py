"""A page with long tables, written row by row; whoever prints does not know.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from weasyprint.formatting_structure.boxes import TableRowBox

from reportgen.render.page.archive import VARIANT
from reportgen.render.page.tags import boxes
from reportgen.render.rows.cut import Cut, Long
from reportgen.render.rows.file import File, add_all
from reportgen.render.rows.forms import Form, Spelling, form_of
from reportgen.render.rows.gaps import Shared
from reportgen.render.rows.ink import Pen
from reportgen.render.rows.letters import Hands
from reportgen.render.rows.lines import Setter
from reportgen.render.rows.margins import Number, numbers
from reportgen.render.rows.measure import table_on
from reportgen.render.rows.nodes import Mixed
from reportgen.render.rows.pages import Pages
from reportgen.render.rows.plan import Plan, Plans
from reportgen.render.rows.reasons import LaidOut, NotWrittenError
from reportgen.render.rows.sample import sampled, shown, widest
from reportgen.render.rows.sheets import sheets_of
from reportgen.render.rows.tree import Tagger, Tree
from reportgen.render.template.script import read_sheet

Finish = Callable[[Any, Any], None]
"""Completes a file of the engine's before it is written."""


def plans_of(cut: Cut, sheet: Path, *, beside: bool) -> Plans:
    """Begin with long tables: read the forms of their rows, choose the rows to look at.

    Rows are told apart by those ``beside`` them where the lines between them are not all alike.

    Raises:
        NotWrittenError: rows are not plain enough.

    """
    spelling, hands = Spelling(), Hands()
    sheets = sheets_of(read_sheet("".join(cut.texts)).root, sheet)
    cut = Cut(cut.texts, [sheets.looks(table, beside=beside) for table in cut.tables])
    forms = [_forms_of(table, spelling) for table in cut.tables]
    words = [
        [own[row.form].words(row) for row in table.rows] for table, own in zip(cut.tables, forms, strict=True)
    ]
    chosen = [set(widest(table.rows, own)) for table, own in zip(cut.tables, words, strict=True)]
    lengths = [len(table.rows) for table in cut.tables]
    numbers = [shown(own, length, beside=beside) for own, length in zip(chosen, lengths, strict=True)]
    samples, scripts = sampled(cut, numbers)
    parts = zip(cut.tables, forms, words, samples, chosen, strict=True)
    if len({id(sample.table) for sample in samples}) < len(samples):
        raise NotWrittenError(LaidOut.PLACE)
    plans = [Plan(*part, numbers[place], beside, hands, sheets, place) for place, part in enumerate(parts)]
    for plan in plans:
        plan.mark(plan.sample.body, plan.numbers)
    sheets.mark_all(samples[0].root, [sample.body for sample in samples])
    sheets.reword(samples[0].root)
    return Plans(plans, scripts, hands, sheets)


def _forms_of(table: Long, spelling: Spelling) -> list[Form]:
    """Read the forms of a table's rows, each once."""
    known = {own: form_of(own, spelling) for own in dict.fromkeys(table.forms)}
    return [known[own] for own in table.forms]


def write(plans: Plans, document: Any, finish: Finish) -> bytes:
    """Let the engine write the pages that it laid out, and write the rows into them and between.

    Raises:
        NotWrittenError: the pages are not alike.

    """
    between = [_numbers(plan.shared, document) for plan in plans.tables]
    document.fonts.update(plans.hands.fonts)
    seen: list[tuple[Any, Sequence[Any]]] = []

    def see(document: Any, pdf: Any) -> None:
        finish(document, pdf)
        seen.append((pdf, tuple(pdf.objects)))

    document.write_pdf(BytesIO(), pdf_variant=VARIANT, finisher=see)
    ((pdf, objects),) = seen
    return Writer(plans.tables, document, pdf, objects).written(between)


def _numbers(shared: Shared, document: Any) -> Sequence[Number]:
    """Find the page numbers, and set those of all pages that are copies."""
    if not shared.skipped:
        return ()
    first, last = (document.pages[shared.first + place] for place in (1, 2))
    found = numbers(first, last, len(shared.skipped) + 1, shared.made.hands)
    for number in found:
        for step in range(len(shared.skipped)):
            number.at(number.number + step + 1)
    return found


@dataclass(slots=True)
class Writer:
    """Puts the file together."""

    plans: Sequence[Plan]
    document: Any
    pdf: Any
    objects: Sequence[Any]

    def written(self, between: Sequence[Sequence[Number]]) -> bytes:
        """Write everything, with page numbers on the pages that are copies."""
        file, dropped = File(max(one.number for one in self.objects)), set[int]()
        references = self.pdf.page_references
        trees = [Tree(self.pdf, references, dropped) for _ in self.plans]
        for plan, tree in zip(self.plans, trees, strict=True):
            for gap, hole in zip(plan.shared.gaps, self._holes(plan.shared), strict=True):
                tree.take(gap.page, hole)
            for page, part in table_on(self.document.pages, plan.sample.table):
                tree.rest(page, part.children[-1].children[0].children[0])
        for plan, own, tree in zip(self.plans, between, trees, strict=True):
            self._fill(plan, own, file, tree)
        add_all(file, self.objects, frozenset(dropped))
        info = file.number()
        file.pack([(info, self.pdf.info.data.decode("latin-1"))])
        return file.finish(self.pdf.catalog.reference, b"%d 0 R" % info)

    def _fill(self, plan: Plan, between: Sequence[Number], file: File, tree: Tree) -> None:
        shared, gaps = plan.shared, plan.shared.gaps
        setters = shared.made.setters.items()
        inks = {spot: setter.ink for spot, setter in setters if isinstance(setter, Setter)}
        mixed = {spot: setter for spot, setter in setters if isinstance(setter, Mixed)}
        pen, tagger = Pen(shared.made, plan.forms, inks, mixed), Tagger(file, tree.table.number, plan.forms)
        pages = Pages(shared, self.pdf, file, tree, tagger, pen)
        copy = pages.copy_of(gaps[1].page, between) if shared.skipped else None
        beside_each = zip([None, *gaps[:-1]], [*gaps[1:], None], strict=True)
        for number, (gap, beside) in enumerate(zip(gaps, beside_each, strict=True)):
            pages.fill(gap, *beside)
            if number == 1 and copy is not None:
                pages.add_copies(copy, gap)
        pages.close(gaps[min(1, len(gaps) - 1)])

    def _holes(self, shared: Shared) -> list[Any]:
        """Find the cells of the gaps, which know their tags."""
        found = {id(box.element): box for box in boxes(*self.document.pages) if isinstance(box, TableRowBox)}
        return [found[id(hole)].children[0] for hole, _ in shared.holes]
