"""A formula, parsed once, that knows which names it reads."""

import ast
from dataclasses import dataclass, field

from reportgen.model.origin import Origin

Name = tuple[str, ...]
"""A dotted name as written: ``("round",)``, ``("units", "managers")``, ``("earlier", "units", "x")``."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula's text, where it stands, its tree (an allow-listed part of Python's own) and its names."""

    text: str
    origin: Origin
    tree: ast.expr = field(repr=False, compare=False)
    names: tuple[Name, ...]

    def __hash__(self) -> int:
        """Hash by what it says: for every figure of every paper it is looked up what is known of it."""
        return hash(self.text)

    def at(self, node: ast.AST) -> Origin:
        """Tell where a part of the formula stands, counting in code points."""
        offset = getattr(node, "col_offset", 0)
        return self.origin.shifted(len(self.text.encode()[:offset].decode(errors="ignore")))
