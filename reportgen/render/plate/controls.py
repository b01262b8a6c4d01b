"""Figures that a plate prints become controls, as `Controls` makes them of a tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from reportgen.render.plate.detours import Detour, UnprovenError
from reportgen.render.word.controls import FIRST, WORD_2012, Controls
from reportgen.render.word.package import parse
from reportgen.render.word.places import RUN, TEXT, Element

_TEXT: Final = '<w:t xml:space="preserve">'
_FIGURE: Final = "0"
_MOST_KNOWN: Final = 1024


@dataclass(frozen=True, slots=True)
class Frames:
    """The mark-up around figures, by names, labels and looks; ``root`` is the first tag of their part."""

    root: str
    known: dict[tuple[str, str, str], tuple[str, str, str]] = field(default_factory=dict)

    def framed(self, controls: Controls, name: str, look: str, text: str) -> str:
        """Put a figure into a control of its own, between two halves of the run in which it stands."""
        key = name, controls.labels[name], look
        if key not in self.known:
            if len(self.known) == _MOST_KNOWN:
                self.known.clear()
            self.known[key] = _frame(self.root, *key)
        before, between, after = self.known[key]
        controls.made += 1
        return f"{before}{FIRST + controls.made}{between}{text}{after}"

    def declared(self, text: bytes) -> bytes:
        """Let the part say what older programs may pass over."""
        return text.replace(self.root.encode(), _declared(self.root).encode(), 1)

    def without_empty_runs(self, text: bytes, looks: Iterable[str]) -> bytes:
        """Leave out the halves of runs in which nothing stands."""
        for look in looks:
            text = text.replace(f"<w:r>{look}{_TEXT}</w:t></w:r>".encode(), b"")
        return text


@lru_cache(maxsize=256)
def _declared(root: str) -> str:
    page = _page(root, "")
    Controls().declare(page)
    if page.nsmap.get("w15") != WORD_2012:
        raise UnprovenError(Detour.MARK_UP)
    return etree.tostring(page, encoding="unicode").removesuffix("/>") + ">"


def _frame(root: str, name: str, label: str, look: str) -> tuple[str, str, str]:
    """Make a control of a figure, and take it apart at its number and at its text."""
    page = _page(_declared(root), look)
    run, text = etree.Element(RUN), etree.Element(TEXT)
    text.text = _FIGURE
    run.append(text)
    controls = Controls({name: label})
    control = controls.control(name, page[0] if look else None, run)
    page.append(control)
    before, _, rest = _bare(control).partition(f'"{FIRST + controls.made}"')
    between, _, after = rest.rpartition(f"<w:r><w:t>{_FIGURE}</w:t>")
    half = f"<w:r>{look}{_TEXT}"
    return f'</w:t></w:r>{before}"', f'"{between}{half}', f"</w:t>{after}{half}"


def _page(root: str, inside: str) -> Element:
    tag = root[1:].split(maxsplit=1)[0].rstrip(">")
    return parse(f"{root}{inside}</{tag}>".encode())


def _bare(element: Element) -> str:
    """Write an element without the names of spaces, which its page has declared."""
    text = etree.tostring(element, encoding="unicode")
    for prefix, space in element.nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{space}"', "")
    return text
