"""What came of reading the texts of a document."""

from dataclasses import dataclass

from reportgen.model.dataset import Dataset
from reportgen.model.diagnostics import Diagnostic
from reportgen.model.formula import Name
from reportgen.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Said:
    """One number that a text says, and what stands behind it.

    ``how`` is ``named`` (the writer named the figure), ``found`` (it is the only number of the document that
    prints so), ``share`` (it follows from the ratio before it), ``source`` (the writer said whose it is),
    ``inserted`` (the figure itself is printed) or ``unexplained``; ``by`` the name, the names or the source.
    """

    origin: Origin
    text: str
    how: str
    by: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A document's data with its texts as they print, and all that there is to say of the numbers in them.

    ``read`` are the names that the texts quote.
    """

    dataset: Dataset
    said: tuple[Said, ...]
    diagnostics: tuple[Diagnostic, ...]
    read: frozenset[Name]
