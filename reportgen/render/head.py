"""The head of a paper, measured: which of the decree's sizes lets every line stand unbroken, and where.

The office's names stand at the left, the nation's at the right, as wide as they need; what is left over is
shared. Both presses ask here, so that Word and PDF look alike.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from reportgen.model.decree import MEASURES, SETTINGS
from reportgen.model.diagnostics import Diagnostic, report
from reportgen.model.names import folded
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase
from reportgen.render.advances import text_width

OFFICE: Final = ("H-3", "H-4")
NATION: Final = ("H-1", "H-2")
NUMBER: Final = "H-5"
DATE: Final = "H-6"
COMPONENTS: Final = (*OFFICE, *NATION, NUMBER, DATE)
"""What stands in a head, by the rules that set it: names side by side, number and date below them."""

_APART: Final = 3.0
_WELL_APART: Final = 6.0
"""So many millimetres lie between the columns at least, and so many where the larger size is taken."""

_NATION: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_SLANT: Final = 0.7
_HAIR: Final = 0.2
"""So much more than it measures a line is given where its column is made for it: columns are rounded."""
_PARENT: Final = "H-3"
_COMMITTEE: Final = folded("ỦY BAN")

RULED: Final[Mapping[str, float]] = {"H-2": 1, "H-4": 0.4, "H-8": 0.4}
"""How long the drawn line below a component is: as long as the text, or a third to a half of it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, and the rule that sets it."""

    text: str
    rule: str

    def width(self, *, large: bool) -> float:
        """Tell how wide it is at the larger or the smaller of the decree's sizes."""
        return set_width(self.text, self.rule, large=large)


@dataclass(frozen=True, slots=True)
class Head:
    """How a head is set: at which of the decree's two sizes, and how wide its left column is.

    ``beyond`` is how far place and date reach over to the left, where only a number stands.
    """

    large: bool
    left: float
    beyond: float = 0

    def size(self, rule: str) -> int:
        """Give a component's size in points."""
        return SETTINGS[rule].sizes[self.large]


@dataclass(frozen=True, slots=True)
class Overlong:
    """The two lines that do not fit side by side, at the smaller sizes, and the room that there is."""

    left: Line
    right: Line
    room: float

    def told(self, place: Origin) -> Diagnostic:
        """Say that it does not fit."""
        room = self.room - _APART
        return report(
            "head-too-wide",
            place,
            left=self.left.text,
            left_width=_millimetres(self.left.width(large=False)),
            right=self.right.text,
            right_width=_millimetres(self.right.width(large=False)),
            room=_millimetres(room),
            way=_way_out(self.left, _millimetres(room - self.right.width(large=False))),
        )


def fit(lines: Sequence[Line], room: float) -> Head | Overlong:
    """Choose the larger sizes where all fits, else the smaller ones, else tell what is too long."""
    office, nation = _longest(lines, (*OFFICE, NUMBER)), _longest(lines, NATION)
    number, date = _longest(lines, (NUMBER,)), _longest(lines, (DATE,))
    overlong = Overlong(office, nation, room)
    for large in (True, False):
        left, right = office.width(large=large), nation.width(large=large)
        apart = _WELL_APART if large else _APART
        if left + right + apart <= room:
            wanted = date.width(large=large) + _HAIR
            right = max(right + (room - left - right) / 2, min(wanted, room - left - apart))
            head = Head(large, room - right, _beyond(date.width(large=large), right))
            if head.beyond == 0 or (head.left - number.width(large=large)) / 2 >= head.beyond + _APART:
                return head
            overlong = Overlong(number, date, room)
    return overlong


def beside_nation() -> float:
    """Tell how wide a line at the left of an upright sheet may be, at the smaller sizes, in millimetres."""
    sides = sum(MEASURES[name].ours for name in ("margin-left", "margin-right"))
    nation = set_width(_NATION, "H-1", large=False)
    return MEASURES["sheet-width"].ours - sides - nation - _APART


def ruled(text: str, rule: str, *, large: bool, within: float) -> float:
    """Tell how long the line below a text is, which may take several lines itself."""
    lines = (line for part in text.split("\n") for line in _wrapped(part, rule, large=large, within=within))
    return RULED[rule] * max(lines)


def set_width(text: str, rule: str, *, large: bool) -> float:
    """Measure a text as the decree sets its component."""
    setting = SETTINGS[rule]
    style = "bold" if setting.bold else "italic" if setting.italic else "regular"
    return text_width(text, setting.sizes[large], style)


def _way_out(line: Line, most: str) -> str:
    """Say how the line at the left becomes shorter: what nobody has done yet."""
    committee, *rest = line.text.partition("NHÂN DÂN ")
    if line.rule == NUMBER:
        return phrase("shorten the symbol, or the name of the place")
    if line.rule == _PARENT and folded(committee) == _COMMITTEE:
        return phrase("shorten it to “{short}”", short=f"UBND {rest[-1]}")
    return phrase("write it in several lines, each of {most} mm at most", most=most)


def _wrapped(text: str, rule: str, *, large: bool, within: float) -> list[float]:
    """Measure the lines that a text takes."""
    words = [set_width(word, rule, large=large) for word in text.split()]
    space = set_width(" ", rule, large=large)

    def together(line: float, word: float) -> float:
        return line + space + word if line + space + word <= within else word

    return list(accumulate(words, together)) or [0]


def _beyond(length: float, room: float) -> float:
    """Tell how far a line reaches over, a little more than it measures; slanted letters overhang."""
    return length - room + _SLANT if length + _HAIR > room else 0


def _longest(lines: Sequence[Line], rules: Collection[str]) -> Line:
    """Find the widest of some components; where there is none, nothing stands."""
    found = (line for line in lines if line.rule in rules)
    return max(found, key=lambda line: line.width(large=False), default=Line("", NUMBER))


def _millimetres(length: float) -> str:
    return f"{length:.1f}".replace(".", ",")
