"""The register as a workbook, or as pages in the layout of the registers that offices keep on paper."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen import __version__
from reportgen.compose import FILTERS, shown
from reportgen.model.context import Context, Rows, Shape
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.errors import DataError, OutputError
from reportgen.model.origin import Origin
from reportgen.model.registry import Entry, Standing
from reportgen.papers.office import OfficeFolder
from reportgen.papers.sheets import CERTIFICATES, STATE, STATES, Sheet, lines, sheet_of
from reportgen.pipeline import refuse_losses
from reportgen.render import press
from reportgen.render.template.pages import find_part
from reportgen.workbooks import listing
from reportgen.write import Written, open_folder

_WHERE: Final = {False: "", True: " (--certificates)"}
_SUFFIXES: Final = frozenset({".xlsx", ".pdf"})


@dataclass(frozen=True, slots=True)
class Choice:
    """Which papers are wanted: of which register, and of a year or a series where they are named."""

    sheet: Sheet
    year: int | None = None
    series: str = ""

    def takes(self, one: Standing) -> bool:
        """Tell whether a paper is wanted."""
        named = one.number.series
        return (
            sheet_of(one) is self.sheet
            and self.year in {None, named.year}
            and self.series in {"", named.name}
        )


def export(office: OfficeFolder, file: Path, choice: Choice) -> Written:
    """Write the register into a file.

    Raises:
        DataError: no paper of the register is wanted.
        OutputError: it cannot be read, or the file cannot be written.

    """
    if file.suffix.lower() not in _SUFFIXES:
        raise OutputError([report("export-format", Origin(str(file)), name=file.name)])
    with office.reading() as registry:
        standings, last = registry.standings(), registry.last()
    wanted = sorted((one for one in standings if choice.takes(one)), key=_order)
    if not wanted and standings:
        raise DataError([_nothing(choice, standings, Origin(str(office.register)))])
    make = _workbook if file.suffix.lower() == ".xlsx" else _pages
    content = make(choice, wanted, last)
    with open_folder(file.parent) as folder:
        record = {"source": str(office.register), "version": __version__}
        return folder.write(PurePosixPath(file.name), content, overwrite=False, record=record)


def _nothing(choice: Choice, standings: Sequence[Standing], place: Origin) -> Diagnostic:
    """Tell that no paper is wanted, and which papers there are."""
    counts = Counter((sheet_of(one) is CERTIFICATES, str(one.number.series)) for one in standings)
    known = (f"{series}{_WHERE[which]}: {count}" for (which, series), count in sorted(counts.items()))
    title = choice.sheet.title.capitalize()
    return report("export-nothing", place, title=title, known="; ".join(known))


def _order(one: Standing) -> tuple[int, str, int]:
    number = one.number
    return number.series.year, number.series.name, number.number


def _workbook(choice: Choice, wanted: Sequence[Standing], _: Entry | None) -> bytes:
    rows = [[*line, STATES[one.state]] for line, one in zip(lines(choice.sheet, wanted), wanted, strict=True)]
    return listing(choice.sheet.title.capitalize()[:31], [*choice.sheet.cells, STATE], rows)


def _pages(choice: Choice, wanted: Sequence[Standing], last: Entry | None) -> bytes:
    """Print the register; its foot carries the head of the chain, so that a cut tail is found out later."""
    sheet = choice.sheet
    template = find_part("register.html")
    if template is None:
        raise FileNotFoundError("register.html")
    years = sorted({one.number.series.year for one in wanted})
    values = {
        "office": wanted[0].number.series.office if wanted else "",
        "title": sheet.title,
        "years": f"{years[0]}" if len(years) == 1 else f"{years[0]} - {years[-1]}" if years else "",
        "columns": Rows(
            [
                {"heading": heading, "wide": f"{wide}", "place": f"({place})"}
                for place, (heading, wide) in enumerate(zip(sheet.cells, sheet.wide, strict=True), 1)
            ]
        ),
        "lines": Rows([{"cells": Rows([{"text": text} for text in line])} for line in lines(sheet, wanted)]),
        "foot": Rows([{"who": who} for who in sheet.foot]),
        "entries": f"{last.entry}" if last else "0",
        "head": last.hash if last else "",
    }
    context = Context(values, Shape("mapping"), FILTERS, shown)
    artifact = press("pdf").render(template, context, title=sheet.title.capitalize(), date=None)
    refuse_losses(artifact, template)
    return artifact.content
