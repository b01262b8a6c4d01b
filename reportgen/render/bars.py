"""A chart for pages of HTML: a drawing in which letters stay letters, black on white.

Every text begins at its left: the engine puts text that is set otherwise into a group of its own, where a
reader of the page does not find it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from html import escape
from textwrap import wrap
from typing import Final

from markupsafe import Markup

from reportgen.model.chart import Bar, Chart
from reportgen.render.fonts import FAMILY
from reportgen.render.script import WORDS

WIDTH: Final = 16_000
"""All lengths are in hundredths of a millimetre; this is the text of a portrait page."""

_LETTERS: Final = 390
_LETTER: Final = 195
"""The size of letters (11 points), and how wide one of them is on the average."""

_LINE: Final = 440
_GAP: Final = 200
_LONGEST: Final = 38
"""How many letters of a name stand in a line."""

_NUMBER: Final = 1_500
_FILLED: Final = 'fill="#595959"'
_HOLLOW: Final = 'fill="none" stroke="black" stroke-width="25"'


def in_html(chart: Chart) -> Markup:
    """Write a chart as an element of a page, with the words that can be read on it."""
    words = escape("\n".join(chart.words), quote=True)
    source, alt = drawn(chart)[0], escape(chart.alt, quote=True)
    return Markup(f'<img class="chart" src="{source}" {WORDS}="{words}" alt="{alt}">')  # noqa: S704  # escaped


def drawn(chart: Chart) -> tuple[str, bytes]:
    """Draw a chart; give the address under which the page asks for it, and the drawing."""
    content = _drawing(chart).encode()
    return f"https://data.invalid/{sha256(content).hexdigest()[:16]}.svg", content


def _drawing(chart: Chart) -> str:
    frame = _framed(chart)
    elements: list[str] = []
    top = 0
    for bar in chart.bars:
        name = wrap(bar.label, _LONGEST)
        elements += [_words(0, top + _LINE * line, words) for line, words in enumerate(name)]
        elements += frame.bar(bar, chart.target, top)
        top += _LINE * len(name) + _GAP
    for sort, key in zip((_FILLED, _HOLLOW), chart.keys, strict=False):
        elements += [_box(0, top + _GAP, _LINE, sort), _words(_LINE + _GAP, top + _GAP, key)]
        top += _LINE + _GAP
    size = f'width="{WIDTH // 100}mm" height="{top // 100 + 3}mm" viewBox="0 0 {WIDTH} {top + 300}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(elements)}</svg>'


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where bars begin, how long the longest may be, and what it stands for."""

    left: int
    room: int
    whole: Fraction

    def bar(self, bar: Bar, target: Bar | None, top: int) -> Iterator[str]:
        """Draw a bar, the hollow one around it that it should reach, and its number behind both."""
        filled, hollow = (self._length(one) for one in (bar, target))
        if bar.value is None:
            return
        yield _box(self.left, top, filled, _FILLED)
        if target is not None:
            yield _box(self.left, top, hollow, _HOLLOW)
        yield _words(self.left + max(filled, hollow) + _GAP, top, bar.text)

    def _length(self, bar: Bar | None) -> int:
        value = bar.value if bar else None
        return int(max(value, 0) * self.room / self.whole) if value else 0


def _framed(chart: Chart) -> _Frame:
    names = (line for bar in chart.bars for line in wrap(bar.label, _LONGEST))
    left = max(map(len, names)) * _LETTER + _GAP
    bars = [*chart.bars, *([chart.target] if chart.target else [])]
    longest = max((bar.value for bar in bars if bar.value is not None), default=1)
    return _Frame(left, WIDTH - left - _NUMBER, Fraction(longest) if longest > 0 else Fraction(1))


def _words(left: int, top: int, words: str) -> str:
    place = f'x="{left}" y="{top + _LETTERS * 4 // 5}"'
    return f'<text {place} font-family="{FAMILY}" font-size="{_LETTERS}">{escape(words)}</text>'


def _box(left: int, top: int, length: int, sort: str) -> str:
    return f'<rect x="{left}" y="{top}" width="{length}" height="{_LETTERS}" {sort}/>'
