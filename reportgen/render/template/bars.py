"""A chart for pages of HTML: a drawing in which letters stay letters, black on white.

Every text begins at its left: the engine puts text that is set otherwise into a group of its own, where a
reader of the page does not find it.
"""

from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import Final

from markupsafe import Markup

from reportgen.model.chart import Bar, Chart
from reportgen.render.chart_frame import BASE, GAP, LETTERS, LINE, WIDTH, Frame, framed, letters_wide
from reportgen.render.fonts import FAMILY
from reportgen.render.template.script import WORDS

_FILLED: Final = 'fill="#bfbfbf"'
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
    frame = framed(chart)
    rows = (_row(frame, bar, chart.target, number) for number, bar in enumerate(chart.bars))
    elements = [element for row in rows for element in row] + list(_keys(frame))
    size = f'width="{WIDTH // 100}mm" height="{frame.high // 100}mm" viewBox="0 0 {WIDTH} {frame.high}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(elements)}</svg>'


def _row(frame: Frame, bar: Bar, target: Bar | None, number: int) -> Iterator[str]:
    """Draw a bar, the hollow one around it that it should reach, its name before both, its number in them."""
    lines, top = frame.names[number], frame.row * number
    first = top + (frame.row - LINE * len(lines)) // 2
    for place, line in enumerate(lines):
        yield _words(frame.left - GAP - letters_wide(line), first + LINE * place, line)
    if bar.value is None:
        return
    above = top + (frame.row - frame.bar) // 2
    yield _box(frame.left, above, _length(frame, bar), frame.bar, _FILLED)
    if target is not None:
        yield _box(frame.left, above, _length(frame, target), frame.bar, _HOLLOW)
    yield _words(frame.left + GAP, top + (frame.row - LINE) // 2, bar.text)


def _keys(frame: Frame) -> Iterator[str]:
    for place, (sort, key) in enumerate(zip((_FILLED, _HOLLOW), frame.keys, strict=False)):
        left, top = frame.key(place), frame.bars + GAP
        yield _box(left, top + (LINE - GAP) // 2, GAP, GAP, sort)
        yield _words(left + GAP + GAP // 2, top, key)


def _length(frame: Frame, bar: Bar) -> int:
    return int(max(bar.value, 0) * frame.room / frame.whole) if bar.value is not None else 0


def _words(left: int, top: int, words: str) -> str:
    place = f'x="{left}" y="{top + BASE}"'
    return f'<text {place} font-family="{FAMILY}" font-size="{LETTERS}">{escape(words)}</text>'


def _box(left: int, top: int, length: int, high: int, sort: str) -> str:
    return f'<rect x="{left}" y="{top}" width="{length}" height="{high}" {sort}/>'
