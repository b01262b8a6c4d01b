"""How the sheets of each kind are measured, in millimetres: what no page's words can tell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from reportgen.model.decree import MEASURES
from tools.word.styles import FIGURES

SEAL: Final = 91
"""How many points a certificate leaves between title and name of who signs: a seal is 36 mm wide."""


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


def _certificate(changes: Mapping[str, Mapping[str, Any]]) -> Sheet:
    return Sheet(
        width=297, height=210, top=20, bottom=14, left=30, right=30, header=5,
        numbered=False, framed=True, head_left=100, changes=changes,
    )  # fmt: skip


def _report() -> Sheet:
    return Sheet(changes={style: {"size": 11} for style in FIGURES})


def _school_certificate() -> Sheet:
    return _certificate(
        {
            "GiayTen": {"size": 26},
            "GiayNguoi": {"size": 19},
            "GiayNoiDung": {"size": 15, "before": 6},
            "HoTen": {"before": SEAL},
        }
    )


def _person_certificate() -> Sheet:
    return _certificate(
        {
            "GiayTen": {"size": 30, "before": 16, "after": 6},
            "GiayNoiDung": {"size": 15, "before": 8},
            "HoTen": {"before": SEAL},
        }
    )


SHEETS: Final[Mapping[str, Callable[[], Sheet]]] = {
    "minutes": Sheet,
    "round-report": _report,
    "district-report": _report,
    "school-certificate": _school_certificate,
    "person-certificate": _person_certificate,
}
"""The kinds that have a Word template, and what makes the sheet of each."""
