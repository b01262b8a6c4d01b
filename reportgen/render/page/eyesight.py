"""Words that stand on a page and that no eye can read: pale, tiny, cut off, pressed together, overlaid.

The layer of text in a PDF says nothing of it: a style sheet whose boxes are too small loses half a name there
without a trace.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.matrix import Matrix

from reportgen.model.phrase import phrase

_SMALLEST: Final = 4
"""Letters of fewer points nobody reads."""

_POINT: Final = 4 / 3
"""CSS pixels."""

_CONTRAST: Final = 1.25
"""How much brighter one of two colours must be than the other; light grey on white has 1.3."""

_TIGHTEST: Final = -0.15
"""How far letters may be pressed together, in parts of their size."""

_INK: Final = (-0.66, 0.2)
"""From where to where most letters reach, from their line, in parts of their size."""

_CUT: Final = 0.12
_OVERLAID: Final = 0.3
"""How much of a letter's size may be cut off, or lie upon other letters: accents may touch."""

_GAMMA: Final = 2.2
_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
"""How much of a screen's red, green and blue the eye sees."""

_WHITE: Final = (1.0, 1.0, 1.0)

Rect = tuple[float, float, float, float]
Colour = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Sight:
    """How what is in a box is seen: on which paper, how opaque, cut off by what, and turned."""

    paper: Colour | None = _WHITE
    opacity: float = 1
    windows: tuple[tuple[Rect, bool], ...] = ()
    turned: Any = None


@dataclass(frozen=True, slots=True)
class _Words:
    """Some words on a line, and the rectangle of their ink."""

    text: str
    ink: Rect
    size: float
    line: int


def unreadable(pages: Iterable[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Find words that no eye can read, once for each reason on a page."""
    for number, page in enumerate(pages, 1):
        seen: list[_Words] = []
        told: set[str] = set()
        for text, why in [*_faults(page._page_box, _Sight(), seen, 0), *_overlaid(seen)]:  # noqa: SLF001  # nothing public
            if why not in told:
                told.add(why)
                yield "words-unreadable", {"text": text, "page": number, "reason": why}


def _faults(box: Any, sight: _Sight, seen: list[_Words], line: int) -> Iterator[tuple[str, str]]:
    if isinstance(box, TextBox):
        if (text := box.text.strip()) and box.style["visibility"] == "visible":
            words = _Words(text, _ink(box, sight.turned), box.style["font_size"], line)
            seen.append(words)
            yield from ((text, why) for why in _reasons(box, sight, words) if why)
        return
    within = _within(box, sight)
    line = id(box) if isinstance(box, LineBox) else line
    for child in getattr(box, "children", ()):
        yield from _faults(child, within, seen, line)


def _within(box: Any, sight: _Sight) -> _Sight:
    """Tell how what is inside a box is seen."""
    style = box.style
    windows = sight.windows
    if style["position"] == "absolute":
        windows = tuple(window for window in windows if window[1])
    if style["overflow"] != "visible" and hasattr(box, "padding_box_x") and box.element_tag != "html":
        area = (box.padding_box_x(), box.padding_box_y(), box.padding_width(), box.padding_height())
        windows = (*windows, (_spread(area, sight.turned), style["position"] != "static"))
    own = getattr(box, "transformation_matrix", None)
    turned = own if sight.turned is None else (own @ sight.turned if own else sight.turned)
    paper = _paper(box, sight.paper)
    opacity = sight.opacity * style["opacity"]
    if (paper, opacity, windows, turned) == (sight.paper, sight.opacity, sight.windows, sight.turned):
        return sight
    return replace(sight, paper=paper, opacity=opacity, windows=windows, turned=turned)


def _paper(box: Any, below: Colour | None) -> Colour | None:
    """Tell on which colour a box is printed, or nothing where it is a picture."""
    background = getattr(box, "background", None)
    if background is None:
        return below
    if any(layer.image is not None for layer in background.layers):
        return None
    return _mixed(background.color, 1, below or _WHITE)


def _mixed(colour: Any, opacity: float, below: Colour) -> Colour:
    opaque = colour.alpha * opacity
    return tuple(
        over * opaque + under * (1 - opaque)
        for over, under in zip(colour.to("srgb").coordinates, below, strict=True)
    )


def _reasons(box: Any, sight: _Sight, words: _Words) -> Iterator[str]:
    style, size = box.style, box.style["font_size"]
    scale = 1.0
    if sight.turned is not None:
        (a, b, c, d, *_) = sight.turned.values
        scale = abs(a * d - b * c) ** 0.5
        if not _is_upright(a, b, c, d, scale):
            yield phrase("it is mirrored, turned over or pulled out of shape (transform)")
    if size * scale < _SMALLEST * _POINT:
        yield phrase("its letters are smaller than {least} pt", least=_SMALLEST)
    if sight.paper and _contrast(_mixed(style["color"], sight.opacity, sight.paper), sight.paper) < _CONTRAST:
        yield phrase("its letters have the colour of the paper, or none")
    if any(_sticks_out(words, window) for window, _ in sight.windows):
        yield phrase("its box is too small for it and cuts it off (overflow)")
    if min(_length(style["letter_spacing"]), _length(style["word_spacing"]) / 2) < _TIGHTEST * size:
        yield phrase("its letters are pressed together (letter-spacing, word-spacing)")


def _length(spacing: object) -> float:
    return spacing if isinstance(spacing, int | float) else 0


def _is_upright(a: float, b: float, c: float, d: float, scale: float) -> bool:
    """Ask whether words are read as they are, or turned by a quarter at most."""
    close = 0.02 * scale
    return abs(a - d) < close and abs(b + c) < close and a > -close


def _contrast(one: Colour, other: Colour) -> float:
    bright, dark = sorted((_brightness(one), _brightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _brightness(colour: Colour) -> float:
    return sum(weight * float(part**_GAMMA) for weight, part in zip(_WEIGHTS, colour, strict=True))


def _ink(box: Any, turned: Any) -> Rect:
    """Give the rectangle in which a text box has most of its ink."""
    size, line = box.style["font_size"], box.position_y + box.baseline
    above, below = _INK
    return _spread((box.position_x, line + above * size, box.width, (below - above) * size), turned)


def _spread(area: Rect, turned: Any) -> Rect:
    """Give the upright rectangle round one that is turned."""
    if turned is None:
        return area
    x, y, width, height = area
    corners = [
        _moved(turned, *corner)
        for corner in ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
    ]
    across, down = [one for one, _ in corners], [one for _, one in corners]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def _moved(turned: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = turned.values
    return a * x + c * y + e, b * x + d * y + f


def _sticks_out(words: _Words, window: Rect) -> bool:
    slack = _CUT * words.size
    (x, y, width, height), (left, top, room, depth) = words.ink, window
    across = x < left - slack or x + width > left + room + slack
    return across or y < top - slack or y + height > top + depth + slack


def _overlaid(seen: Sequence[_Words]) -> Iterator[tuple[str, str]]:
    """Find words that lie upon others, going down the page."""
    open_ones: list[_Words] = []
    for words in sorted(seen, key=lambda one: one.ink[1]):
        top = words.ink[1]
        open_ones = [one for one in open_ones if one.ink[1] + one.ink[3] > top + _OVERLAID * one.size]
        if other := next((one for one in open_ones if _lie_upon(one, words)), None):
            yield (
                other.text,
                phrase(
                    "it and “{other}” lie upon each other (line-height, height, position)", other=words.text
                ),
            )
        open_ones.append(words)


def _lie_upon(one: _Words, other: _Words) -> bool:
    least = min(one.size, other.size)
    across = min(one.ink[0] + one.ink[2], other.ink[0] + other.ink[2]) - max(one.ink[0], other.ink[0])
    down = min(one.ink[1] + one.ink[3], other.ink[1] + other.ink[3]) - max(one.ink[1], other.ink[1])
    return across > _OVERLAID * least and down > _OVERLAID * least
