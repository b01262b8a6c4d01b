"""Engines that are not as they were, each in a process of its own.

``python -m tests.render.stamp.altered_engine FOLDER``: the engine is loaded, altered, and only then met by
the stamps. Some papers are printed as a batch does and each alone; what is printed says how many were
stamped, why others were not, and whether all were equal.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint.draw import text as drawing
from weasyprint.layout import inline
from weasyprint.text.fonts import FontConfiguration

NAMES: Final = ["Lê An", "Võ Ân", "Lê Ân", "To Wa", "Lê An"]


def unaltered() -> None:
    """Leave it as it is."""


def other_version() -> None:
    """Say that it is the next one."""
    weasyprint.VERSION = "71.0"


def lines_broken_otherwise() -> None:
    """Break lines, when one paragraph is asked for, where they are broken in a narrower one."""
    right = inline.iter_line_boxes

    def narrower(context: Any, box: Any, *rest: Any) -> Iterator[Any]:
        block = rest[3].copy()
        block.width -= 90
        return iter(list(right(context, box, *rest[:3], block, *rest[4:])))

    inline.iter_line_boxes = narrower


def words_drawn_aside() -> None:
    """Draw words, when they are asked for one by one, a hair to the right."""
    right = drawing.draw_text

    def aside(stream: Any, box: Any, *rest: Any) -> None:
        box.position_x += 0.01
        right(stream, box, *rest)

    drawing.draw_text = aside


def words_placed_otherwise() -> None:
    """Centre words a little to the left of the middle."""
    right = inline.text_align

    def left(*given: Any, **named: Any) -> float:
        return float(right(*given, **named)) * 0.99

    inline.text_align = left


def kerning_lost() -> None:
    """Set letters without kerning, on pages as well as one by one: an engine that agrees with itself."""
    right = drawing.draw_first_line

    def unkerned(*given: Any, **named: Any) -> Any:
        stream = given[0]
        shown = stream.show_text
        stream.show_text = lambda text: shown(text.replace(">55<", ""))
        try:
            return right(*given, **named)
        finally:
            del stream.show_text

    drawing.draw_first_line = unkerned


class OtherFonts(FontConfiguration):  # type: ignore[misc]
    """A configuration of fonts which is somebody's own."""


def own_fonts() -> None:
    """Choose fonts by a class of one's own, as a library beside this one might."""
    weasyprint.text.fonts.FontConfiguration = OtherFonts


def shorter_numbers() -> None:
    """Write where words stand with fewer digits, on pages as well as one by one."""
    right = pydyf.Stream.set_text_matrix
    pydyf.Stream.set_text_matrix = lambda self, *six: right(self, *(round(one, 2) for one in six))


ALTERATIONS: Final[list[Callable[[], None]]] = [
    unaltered, other_version, lines_broken_otherwise, words_drawn_aside, words_placed_otherwise, kerning_lost,
    own_fonts, shorter_numbers,
]  # fmt: skip


def printed(folder: Path) -> dict[str, Any]:
    """Print papers both ways."""
    from reportgen.render.fonts import find_faces  # noqa: PLC0415
    from tests.helpers.pressing import page  # noqa: PLC0415
    from tests.render.both_ways import alone, quick  # noqa: PLC0415  # what comes after the alteration

    template = page(folder, '<p style="text-align: center">{{ a }}</p>' + "<p>Trường {{ a }} học.</p>" * 2)
    ways: Counter[str] = Counter()
    same = True
    for name in NAMES:
        made, laid = (way(template, {"a": name}, find_faces()) for way in (quick, alone))
        ways[made.detours.get("page", "stamped")] += 1
        same &= made.content == laid.content
    return {"ways": ways, "same": same}


if __name__ == "__main__":
    for alteration in ALTERATIONS:
        if not (child := os.fork()):
            alteration()
            told = printed(Path(sys.argv[1]))
            sys.stdout.write(json.dumps({"name": alteration.__name__, **told}) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(child, 0)
