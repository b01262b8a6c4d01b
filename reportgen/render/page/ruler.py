"""What is drawn around a blank that is tried on plain paper: millimetres along its edges, and a grid."""

from collections.abc import Iterator
from typing import Final

from reportgen.model.blank import Blank

GRID: Final = "https://blank.invalid/grid.svg"
"""The address of the grid on the page; it leads nowhere."""

_TEN: Final = 10
_TICKS: Final = {10: 4, 5: 3, 1: 2}
"""How long the ticks are, by what they are a multiple of."""


def grid(blank: Blank) -> bytes:
    """Draw the edge, a tick at every millimetre, and a line through every tenth."""
    width, height = int(blank.width), int(blank.height)
    ticks = "".join([*_across(width, height), *_down(width, height)])
    size = f'width="{float(blank.width)}mm" height="{float(blank.height)}mm"'
    box = f'viewBox="0 0 {float(blank.width)} {float(blank.height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box}>{ticks}</svg>'.encode()


def numbers(blank: Blank) -> str:
    """Write the tens of millimetres along the upper and the left edge."""
    across = (f"left: {at + 0.5}mm; top: 3mm" for at in range(_TEN, int(blank.width), _TEN))
    down = (f"left: 4.5mm; top: {at + 0.5}mm" for at in range(_TEN, int(blank.height), _TEN))
    return "".join(
        f'<p class="ruler" style="{style}">{number * _TEN}</p>'
        for styles in (across, down)
        for number, style in enumerate(styles, 1)
    )


def _across(width: int, height: int) -> Iterator[str]:
    for at in range(width + 1):
        if at % _TEN == 0:
            yield _line(at, 0, at, height, "#ddd")
        yield _line(at, 0, at, _long(at), "#000")


def _down(width: int, height: int) -> Iterator[str]:
    for at in range(height + 1):
        if at % _TEN == 0:
            yield _line(0, at, width, at, "#ddd")
        yield _line(0, at, _long(at), at, "#000")


def _long(at: int) -> int:
    return next(length for step, length in _TICKS.items() if at % step == 0)


def _line(left: int, top: int, right: int, bottom: int, colour: str) -> str:
    return f'<path d="M{left} {top}L{right} {bottom}" stroke="{colour}" stroke-width=".1"/>'
