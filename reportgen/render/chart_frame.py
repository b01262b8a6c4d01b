"""Where names, bars, numbers and the key of a chart stand: alike in a PDF's drawing and in Word's own chart.

All lengths are in hundredths of a millimetre.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from textwrap import wrap
from typing import Final

from reportgen.model.chart import Chart
from reportgen.render.advances import text_width

WIDTH: Final = 16_000
"""The text of a portrait page."""

POINTS: Final = 11
LETTERS: Final = 390
LINE: Final = 440
BASE: Final = 350
GAP: Final = 200
"""The size of letters, the height of a line, where letters stand in it, and what lies between two."""

GAP_WIDTH: Final = 64
"""How much room lies between two bars, in percent of a bar."""

_LONGEST: Final = 38
"""How many letters of a name stand in a line."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The names of the bars in lines and how wide they are, what the longest bar stands for, and the keys."""

    names: Sequence[Sequence[str]]
    left: int
    whole: Fraction
    keys: Sequence[str]

    @property
    def room(self) -> int:
        """Tell how long the longest bar is."""
        return WIDTH - self.left - GAP

    @property
    def row(self) -> int:
        """Tell how high a bar is with the room around it: as high as the longest name wants."""
        return LINE * max(map(len, self.names)) + GAP

    @property
    def bar(self) -> int:
        """Tell how high a bar is."""
        return self.row * 100 // (100 + GAP_WIDTH)

    @property
    def bars(self) -> int:
        """Tell how high all bars are together."""
        return self.row * len(self.names)

    @property
    def high(self) -> int:
        """Tell how high the chart is with its keys in a line below."""
        return self.bars + GAP + LINE + GAP

    def key(self, number: int) -> int:
        """Tell where the sign of a key stands; its words stand a step behind it."""
        return GAP + sum(letters_wide(key) + 4 * GAP for key in self.keys[:number])


def framed(chart: Chart) -> Frame:
    """Measure a chart."""
    names = [wrap(bar.label, _LONGEST) for bar in chart.bars]
    widest = max((letters_wide(line) for lines in names for line in lines), default=0)
    bars = [*chart.bars, *([chart.target] if chart.target else [])]
    longest = max((Fraction(bar.value) for bar in bars if bar.value is not None), default=Fraction(1))
    return Frame(names, widest + GAP, longest if longest > 0 else Fraction(1), chart.keys)


def letters_wide(text: str) -> int:
    """Measure a text."""
    return round(text_width(text, POINTS) * 100)
