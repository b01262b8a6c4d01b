"""What may go wrong in the quick ways of printing, and is then left to the engine."""

from typing import Final

FAULTS: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""A mistake of a quick way is none of the paper's: the engine lays it out, which is counted and told."""
