"""The head of a paper that a plate prints: only its beginning is read as a tree, and once for equal heads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from reportgen.render.plate.detours import Detour, UnprovenError
from reportgen.render.word.assembly import Assembly
from reportgen.render.word.head import fit_head
from reportgen.render.word.package import parse
from reportgen.render.word.template import WordTemplate

_MOST_KNOWN: Final = 256

Fitted = tuple[str, Mapping[str, bytes]]
"""The beginning of a page with its head as it fits, and the parts that say how it is set."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of one part; ``closing`` is what is still open where its beginning ends."""

    template: WordTemplate
    closing: str
    known: dict[str, Fitted] = field(default_factory=dict)

    def fitted(self, beginning: str) -> Fitted:
        """Set the head of a page.

        Raises:
            UnprovenError: it does not fit, or wants more than another look.

        """
        if beginning not in self.known:
            if len(self.known) == _MOST_KNOWN:
                self.known.clear()
            self.known[beginning] = self._fitted(beginning)
        return self.known[beginning]

    def _fitted(self, beginning: str) -> Fitted:
        root = parse(f"{beginning}{self.closing}".encode())
        assembly = Assembly(self.template.package)
        overlong = list(fit_head(root, self.template, assembly))
        if overlong or assembly.kinds:
            raise UnprovenError(Detour.HEAD)
        text = etree.tostring(root, encoding="unicode")
        return text.removesuffix(self.closing), assembly.applied({})
