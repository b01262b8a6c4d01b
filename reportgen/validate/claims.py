"""Claims: printed numbers that a data file holds against what is computed."""

from typing import Any

from reportgen.model.dataset import Claim
from reportgen.model.kind import FigureSpec
from reportgen.model.origin import DataPath, Origin
from reportgen.model.phrase import phrase
from reportgen.validate.decimals import NUMERIC, guessed
from reportgen.validate.desk import Desk
from reportgen.validate.misread import Misread
from reportgen.validate.numerals import Shape, shape, with_comma
from reportgen.validate.scalars import READERS, read_number, read_percent

_READERS: dict[str, Any] = READERS | {"number": read_number, "percent": lambda text: read_percent(text) * 100}


def read_claim(desk: Desk, spec: FigureSpec, raw: Any, path: DataPath, origin: Origin) -> Claim | None:
    """Read a claim as the figure prints, remembering to how many decimal places it was given."""
    if raw is None:
        return None
    if not isinstance(raw, str):
        desk.complaints.add("not-a-single-value", origin, name=spec.title, type=phrase(spec.shown_as))
        return None
    text = raw.strip()
    if not text or text == spec.if_nothing:
        return Claim(path, text, None, 0, origin) if text else None
    if spec.shown_as in NUMERIC and shape(text) is Shape.POINT:
        desk.complaints.add("decimal-guessed", origin, **guessed(spec.title, text))
        text = with_comma(text)
    try:
        value = _READERS[spec.shown_as](text)
    except Misread as misread:
        desk.complaints.add(misread.code, origin, value=text, name=spec.title, **misread.values)
        return None
    _, comma, decimals = text.removesuffix("%").rstrip().partition(",")
    return Claim(path, text, value, len(decimals) if comma else 0, origin)
