"""One rule of a standard that a file breaks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A clause (``ISO 19005-3 6.2.8``), what stands there instead, and the page if it is on one, from 1."""

    clause: str
    what: str
    page: int | None = None

    def __str__(self) -> str:
        """Print as one line."""
        return f"{f'page {self.page}: ' if self.page else ''}{self.clause}: {self.what}"
