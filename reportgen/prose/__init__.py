"""The proof room: numbers in sentences, held against the figures. Pure, no IO."""

from reportgen.prose.numbers import Printing
from reportgen.prose.outcome import Prose, Said
from reportgen.prose.read import read_prose

__all__ = ["Printing", "Prose", "Said", "read_prose"]
