"""How the sheets of each kind are measured, in millimetres: what no page's words can tell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from reportgen.model.decree import MEASURES
from tools.word.styles import FIGURES

SEAL: Final = 91
"""How many points a certificate leaves between title and name of who signs: a seal is 36 mm wide."""


EDGE: Final = 11 + 1.59 + 8
"""How far a certificate's text begins below the edge of the sheet: its margin, its frame, the room in it."""

LEVEL: Final = 1.9
"""How many points lower the smaller letters at the left begin, to stand level with the day at the right."""

HEAD: Final = 6.5
"""How many points the drawn lines of the head take in Word and not on the page."""

SINGLE: Final = 1.149
"""How high a single line of Times New Roman is, as a multiple of its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper: its margins, the left column of the form's head, and what is drawn around the text.

    ``changes`` say, by a style's id, what differs from `styles`.
    """

    width: float = field(default_factory=lambda: MEASURES["sheet-width"].ours)
    height: float = field(default_factory=lambda: MEASURES["sheet-height"].ours)
    top: float = field(default_factory=lambda: MEASURES["margin-top"].ours)
    bottom: float = field(default_factory=lambda: MEASURES["margin-bottom"].ours)
    left: float = field(default_factory=lambda: MEASURES["margin-left"].ours)
    right: float = field(default_factory=lambda: MEASURES["margin-right"].ours)
    header: float = 5
    numbered: bool = True
    framed: bool = False
    head_left: float = 66.5
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def text(self) -> float:
        """Tell how wide the text is."""
        return self.width - self.left - self.right

    def appendix(self, *, wide: bool) -> "Sheet":
        """Give the sheet of an appendix, turned where that is ``wide``."""
        return replace(self, width=self.height, height=self.width) if wide else self

    @property
    def signature_left(self) -> float:
        """Tell how wide the left of two signatures is, or the list of recipients."""
        return self.text * 0.4

    def widths(self, first: Sequence[float], count: int) -> list[float]:
        """Give the width of each column of a table."""
        rest = (self.text - sum(first)) / (count - len(first))
        return [*first, *[rest] * (count - len(first))]


def _certificate(
    *, title: float, holder: float, line: float, room: Mapping[str, float], seal: float
) -> Sheet:
    """Measure a certificate as its style sheet does: sizes, lines as multiples of single spacing, rooms."""
    text = {"size": 15, "line": line}
    return Sheet(
        width=297, height=210, top=EDGE, bottom=14, left=30.59, right=30.59, header=5,
        numbered=False, framed=True, head_left=100, changes={
            "GiayTen": {"size": title, "before": room["title"] - HEAD},
            "GiayNguoi": {"size": holder, "before": room["holder"]},
            "GiayNoiDung": {**text, "before": room["text"]},
            "GiayNoiDungKet": {**text, "before": room["text"], "after": room["signatures"]},
            "GiayNgay": {"line": line},
            "GiayCanCu": {"line": line, "before": LEVEL, "after": room["entry"]},
            "GiayVaoSo": {"line": line, "before": LEVEL},
            "HoTen": {"before": seal},
        },
    )  # fmt: skip


def _report() -> Sheet:
    return Sheet(changes={style: {"size": 11} for style in FIGURES})


def _school_certificate() -> Sheet:
    room = {"title": 10, "text": 5, "holder": 6, "signatures": 10, "entry": 4}
    return _certificate(title=26, holder=19, line=1.2 / SINGLE, room=room, seal=SEAL)


def _person_certificate() -> Sheet:
    room = {"title": 18, "text": 7, "holder": 8, "signatures": 14, "entry": 10}
    return _certificate(title=30, holder=24, line=1.25 / SINGLE, room=room, seal=SEAL)


SHEETS: Final[Mapping[str, Callable[[], Sheet]]] = {
    "minutes": Sheet,
    "round-report": _report,
    "district-report": _report,
    "school-certificate": _school_certificate,
    "person-certificate": _person_certificate,
}
"""The kinds that have a Word template, and what makes the sheet of each."""
