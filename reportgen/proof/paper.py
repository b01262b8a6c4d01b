"""A PDF that was opened, and what is drawn on its pages, read once for all checks."""

from dataclasses import dataclass

import pikepdf

from reportgen.proof.content import Page


@dataclass(frozen=True, slots=True)
class Paper:
    """The file and its pages."""

    pdf: pikepdf.Pdf
    pages: list[Page]
