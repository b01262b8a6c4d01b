"""What Decree 30/2020/NĐ-CP sets in sizes and lengths, once: pages are drawn from it and held against it.

Each value stands under the rule that sets it; what a rule wants in words, its source and since when it is in
force stand in ``form/rules.py``. ``ours`` is what our own papers have.
"""

from dataclasses import dataclass
from typing import Final

from reportgen.model.layout import BOTH, CENTRE

FONT: Final = "Times New Roman"
"""P-5; faces of the same widths may stand in for it where it is not installed."""

TWINS: Final = ("Liberation Serif", "Tinos", "reportgen-serif")
"""Such faces, as they are named in a PDF; the last is what the press calls the one that it found."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a component is set: the first and the last size in points; ``None`` where the decree is silent."""

    sizes: tuple[int, int]
    bold: bool | None = False
    italic: bool | None = False
    capitals: bool = False
    align: str | None = None

    @property
    def ours(self) -> int:
        """Take the larger size, which reads more easily."""
        return self.sizes[1]


@dataclass(frozen=True, slots=True)
class Measure:
    """A length in millimetres, a distance in points, or lines as multiples of single spacing."""

    rule: str
    least: float
    most: float
    ours: float


SETTINGS: Final[dict[str, Setting]] = {
    "H-1": Setting((12, 13), bold=True, capitals=True, align=CENTRE),
    "H-2": Setting((13, 14), bold=True, align=CENTRE),
    "H-3": Setting((12, 13), capitals=True, align=CENTRE),
    "H-4": Setting((12, 13), bold=True, capitals=True, align=CENTRE),
    "H-5": Setting((13, 13), align=CENTRE),
    "H-6": Setting((13, 14), italic=True, align=CENTRE),
    "H-7": Setting((13, 14), bold=True, capitals=True, align=CENTRE),
    "H-8": Setting((13, 14), bold=True, align=CENTRE),
    "H-9": Setting((12, 13), align=CENTRE),
    "B-1": Setting((13, 14), italic=True),
    "B-2": Setting((13, 14), bold=None, italic=None),
    "S-1": Setting((13, 14), bold=True, capitals=True, align=CENTRE),
    "S-2": Setting((13, 14), bold=True, align=CENTRE),
    "N-1": Setting((13, 14)),
    "N-2": Setting((12, 12), bold=True, italic=True),
    "N-3": Setting((11, 11)),
    "A-1": Setting((14, 14), bold=True, align=CENTRE),
    "A-2": Setting((13, 14), bold=True, capitals=True, align=CENTRE),
    "A-3": Setting((13, 14), italic=True, align=CENTRE),
    "X-1": Setting((13, 14), align=CENTRE),
    "X-2": Setting((13, 14), bold=True, capitals=True),
    "X-3": Setting((13, 14), bold=True, capitals=True),
}
"""Appendix I, section V: the components whose letters the decree sets."""

TEXT_ALIGN: Final = BOTH
"""B-2."""

MEASURES: Final[dict[str, Measure]] = {
    "sheet-width": Measure("P-1", 210, 210, 210),
    "sheet-height": Measure("P-1", 297, 297, 297),
    "margin-top": Measure("P-3", 20, 25, 20),
    "margin-bottom": Measure("P-3", 20, 25, 20),
    "margin-left": Measure("P-3", 30, 35, 30),
    "margin-right": Measure("P-3", 15, 20, 15),
    "indent": Measure("B-3", 10, 12.7, 10),
    "between-paragraphs": Measure("B-4", 6, 24, 6),
    "lines": Measure("B-5", 1, 1.5, 1.1),
}
"""Appendix I, sections I and II.6: the sheet, and how paragraphs stand on it. An indent is one of the two."""
