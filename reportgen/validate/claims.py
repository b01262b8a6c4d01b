"""Claims: printed numbers that a data file holds against what is computed."""

from typing import Any

from reportgen.model.dataset import Claim
from reportgen.model.kind import FigureSpec
from reportgen.model.origin import DataPath, Origin
from reportgen.validate.desk import Desk
from reportgen.validate.scalars import READERS, Misread, read_number, read_percent

_READERS: dict[str, Any] = READERS | {"number": read_number, "percent": lambda text: read_percent(text) * 100}


def read_claim(desk: Desk, spec: FigureSpec, text: str, path: DataPath, origin: Origin) -> Claim | None:
    """Read a claim as the figure prints, remembering to how many decimal places it was given."""
    try:
        value = _READERS[spec.shown_as](text)
    except Misread as misread:
        decimal, thousands = text.replace(".", ","), text.replace(".", "")
        desk.complaints.add(
            misread.code, origin, value=text, name=spec.title, decimal=decimal, thousands=thousands
        )
        return None
    _, comma, decimals = text.rstrip("% ").partition(",")
    return Claim(path, text, value, len(decimals) if comma else 0, origin)
