"""Values and figures as they are told to people outside a document: in lists and explanations."""

import datetime as dt
from fractions import Fraction
from typing import Any

from reportgen.compose.filters import shown
from reportgen.compose.numbers import exact_text
from reportgen.compose.printing import figure_value, rounded_text
from reportgen.model.figure import Figure
from reportgen.model.phrase import phrase
from reportgen.model.values import Blank, Hole

_ABSENT = phrase("(not given)")
_BLANK = phrase("(still missing)")
_FAILED = phrase("(could not be computed)")
_STATES = {"absent": _ABSENT, "blank": _BLANK, "failed": _FAILED}


def figure_text(figure: Figure) -> str:
    """Tell a figure as it prints, or why it does not."""
    if figure.state in _STATES:
        return _STATES[figure.state]
    if figure.state == "known" and figure.shown is not None:
        return rounded_text(figure.spec, figure.shown)
    return shown(figure_value(figure, figure.spec.name))


def value_text(value: Any) -> str:
    """Tell any value exactly."""
    match value:
        case None:
            return _ABSENT
        case Blank():
            return _BLANK
        case Hole():
            return phrase("(nothing)") if value is Hole.NOTHING else _FAILED
        case bool():
            return "có" if value else "không"
        case int() | Fraction():
            return exact_text(value)
        case dt.date() | dt.time() | str():
            return shown(value)
        case _:
            return phrase("({count} entries)", count=len(value)) if hasattr(value, "__len__") else str(value)
