"""How the engine laid out some rows: where their cells are, how tall they get, and where their words stand.

Imported only when a PDF is made: the engine loads Pango.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox

from reportgen.render.rows.reasons import LaidOut, NotWrittenError

_PLAIN: Final = {
    "text_decoration_line": ("none",),
    "text_transform": ("none",),
    "letter_spacing": ("normal",),
    "word_spacing": (0,),
    "white_space": ("normal", "nowrap"),
    "direction": ("ltr",),
    "visibility": ("visible",),
    "hyphens": ("none", "manual"),
    "text_align_all": ("left", "start", "center", "right", "end"),
    "opacity": (1,),
    "position": ("static",),
    "float": ("none",),
    "vertical_align": (0, "baseline"),
}
"""The styles of words that can be set."""

_CELL: Final = {
    "opacity": (1,),
    "position": ("static",),
    "float": ("none",),
    "overflow": ("visible",),
    "visibility": ("visible",),
    "transform": ((),),
    "bookmark_level": ("none",),
    "string_set": ("none",),
}
"""The styles of cells and rows in which they stand."""

_WITHIN: Final = {"opacity": (1,), "position": ("static",), "float": ("none",), "transform": ((),)}
"""The styles of what stands in a line."""

_SIDES: Final = ("top", "right", "bottom", "left")
_NEAR: Final = 0.01
"""So many CSS pixels are none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a cell, in CSS pixels.

    ``left`` is the left edge of its content; ``above`` and ``below`` are its borders and paddings; lines are
    ``line`` high, their letters stand ``baseline`` below a line's top.
    """

    left: float
    above: float
    below: float
    align: str
    least: float = 0
    """How tall its content is, if its words are not taller."""

    line: float = 0
    baseline: float = 0

    def height(self, lines: int) -> float:
        """Tell how tall the cell is with so many lines."""
        return self.above + max(lines * self.line, self.least) + self.below

    def rise(self, lines: int) -> float:
        """Tell how far below the cell's top its first letters stand, or it ends where it has none."""
        return self.above + self.baseline if lines else self.above + self.least


def place_of(cell: Any) -> Place:
    """Measure a cell that is laid out.

    Raises:
        NotWrittenError: it holds more than plain words, or has looks of its own.

    """
    style = cell.style
    paddings = style["padding_top"], style["padding_bottom"]
    if not is_plain(style, _CELL) or any(one.unit != "px" for one in paddings):
        raise NotWrittenError(LaidOut.STYLE)
    above, below = cell.border_top_width + paddings[0].value, cell.border_bottom_width + paddings[1].value
    align = style["vertical_align"] if style["vertical_align"] in {"top", "middle", "bottom"} else "baseline"
    left, least = cell.content_box_x(), cell.computed_height
    least = 0 if least == "auto" else least
    if not cell.children:
        return Place(left, above, below, align, least)
    heights, rises = {line.height for line in cell.children}, {line.baseline for line in cell.children}
    if max(heights) - min(heights) > _NEAR or max(rises) - min(rises) > _NEAR:
        raise NotWrittenError(LaidOut.STYLE)
    return Place(left, above, below, align, least, cell.children[0].height, min(rises))


def texts_of(line: Any) -> list[Any]:
    """Take the texts of a line, also of what has a look of its own in it."""
    if not isinstance(line, LineBox) or line.style["text_indent"].value:
        raise NotWrittenError(LaidOut.STYLE)
    return list(_texts(line))


def _texts(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, TextBox) and is_plain(child.style, _PLAIN):
            yield from [child] if child.text else []
        elif isinstance(child, InlineBox) and _is_plain_inline(child):
            yield from _texts(child)
        else:
            raise NotWrittenError(LaidOut.STYLE)


def _is_plain_inline(box: Any) -> bool:
    """Ask whether a part of a line has only looks that its words have as well."""
    lengths = (box.style[f"{what}_{side}"] for what in ("margin", "padding") for side in _SIDES)
    framed = any(box.style[f"border_{side}_width"] for side in _SIDES)
    is_bare = box.style["background_color"].alpha == 0 and box.style["background_image"] == (("none", None),)
    return is_bare and not framed and not any(one.value for one in lengths) and is_plain(box.style, _WITHIN)


def drop_of(text: Any, line: Any) -> float:
    """Tell how far below the line that letters stand on those of a text do."""
    return float(text.position_y + text.baseline - line.position_y - line.baseline)


def is_plain(style: Any, allowed: Any) -> bool:
    """Ask whether a style has only values that are known."""
    return all(style[name] in values for name, values in allowed.items())


def is_plain_row(row: Any) -> bool:
    """Ask whether a row has no looks of its own."""
    return is_plain(row.style, _CELL) and row.style["break_inside"].startswith("avoid")


def stacked(places: Sequence[Place], counts: Sequence[int], least: float) -> tuple[float, list[float]]:
    """Stack the lines of a row's cells: how tall it is (``least`` or more), how far down they begin."""
    based = [place.align == "baseline" for place in places]
    rise = max((p.rise(n) for p, n, b in zip(places, counts, based, strict=True) if b), default=0)
    heights = [
        place.height(lines) + (rise - place.rise(lines) if is_based else 0)
        for place, lines, is_based in zip(places, counts, based, strict=True)
    ]
    tall = max(*heights, least)
    return tall, [
        _top(place, tall - height, lines) if not is_based else rise
        for place, height, lines, is_based in zip(places, heights, counts, based, strict=True)
    ]


def _top(place: Place, spare: float, lines: int) -> float:
    share = {"top": 0, "middle": 0.5, "bottom": 1}[place.align]
    within = max(place.least - lines * place.line, 0)
    return place.above + place.baseline + share * (spare + within)
