"""The QR code of a text."""

import io
from typing import Final

import segno

from reportgen.model.claims import Symbol

_LEVEL: Final = "M"
"""The error level: an eighth of a code may be covered or worn off."""

_POINTS: Final = 6
"""Points of the picture for each module: over 400 to the inch where a code is printed 20 mm wide."""


def symbol_of(text: str) -> Symbol:
    """Draw a text as a QR code without its margin: the page leaves that free."""
    code = segno.make_qr(text, error=_LEVEL, boost_error=False)
    rows = tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=_POINTS, border=0)
    return Symbol(rows, picture.getvalue())
