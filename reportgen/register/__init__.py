"""The register: which numbers were given to which papers, and what became of them. SQLite, or PostgreSQL."""

from reportgen.register.chain import IDENTITY, SAYS, Drawn
from reportgen.register.pen import Pen
from reportgen.register.registry import Registry, new_paper, open_registry

__all__ = ["IDENTITY", "SAYS", "Drawn", "Pen", "Registry", "new_paper", "open_registry"]
