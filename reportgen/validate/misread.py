"""How a reader of single values says that a text is not what it should be."""

from typing import Any


class Misread(Exception):  # noqa: N818  (it is carried to a diagnostic, never raised to a user)
    """A text is not what it should be: the code of a diagnostic, and what that needs besides the text."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class PointOnly(Misread):
    """A text is a number only if its point stands before the decimals."""
