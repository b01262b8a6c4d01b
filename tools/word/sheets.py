"""How the sheets of each kind are measured, in millimetres: what no page's words can tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from tools.word.styles import FIGURES


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper: its margins, the left column of the form's head, and what is drawn around the text.

    ``columns`` gives by a table's class the widths of its first columns; the others share what is left.
    ``long`` names the classes of tables that may go on to the next page.
    ``changes`` say, by a style's id, what differs from `styles`.
    """

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    header: float = 8
    numbered: bool = True
    framed: bool = False
    head_left: float = 66.5
    columns: Mapping[str, Sequence[float]] = field(default_factory=dict)
    long: Sequence[str] = ()
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def text(self) -> float:
        """Tell how wide the text is."""
        return self.width - self.left - self.right

    @property
    def signature_left(self) -> float:
        """Tell how wide the left of two signatures is, or the list of recipients."""
        return self.text * 0.4

    def widths(self, sort: str, count: int) -> list[float]:
        """Give the width of each column of a table."""
        usual = max(self.text * 0.28, self.text - 27 * (count - 1))
        first = list(self.columns.get(sort, (usual,)))
        rest = (self.text - sum(first)) / (count - len(first))
        return first + [rest] * (count - len(first))


_CERTIFICATE: Final = Sheet(
    width=297, height=210, top=22, bottom=16, left=30, right=30, header=5,
    numbered=False, framed=True, head_left=100,
)  # fmt: skip
_REPORT: Final = Sheet(
    columns={
        "districts": (27,), "groups": (33,),
        "classes": (55, 55), "sectors": (22, 13), "schools": (10, 48, 20),
    },
    long=("schools",),
    changes={style: {"size": 11} for style in FIGURES},
)  # fmt: skip

SHEETS: Final[Mapping[str, Sheet]] = {
    "minutes": Sheet(),
    "round-report": _REPORT,
    "district-report": _REPORT,
    "school-certificate": replace(
        _CERTIFICATE,
        changes={
            "GiayTen": {"size": 26},
            "GiayNguoi": {"size": 19},
            "GiayNoiDung": {"size": 15, "before": 6},
            "HoTen": {"before": 62},
        },
    ),
    "person-certificate": replace(_CERTIFICATE, changes={"GiayTen": {"before": 20, "after": 8}}),
}
"""The kinds that have a Word template, and the sheet of each."""
