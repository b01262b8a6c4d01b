"""The QR code of a text."""

from reportgen.model.claims import Symbol
from reportgen.token.modules import rows_of


def symbol_of(text: str) -> Symbol:
    """Draw a text as a QR code without its margin: the page leaves that free."""
    return Symbol(rows_of(text))
