"""Figures on a Word page as content controls, bound to what the file carries.

A control has no frame and no lock: who types beside it or in it notices nothing. Word keeps a second copy of
its text in the file's own data. LibreOffice loses attributes there: so a figure is an element of its own, and
is known by the path that leads to it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from reportgen.model.manifest import NAMESPACE, STORE, binding
from reportgen.render.word.places import RUN, TEXT, Element, W

Piece = tuple[str, bool, str]
"""Words, whether they are a printed value, and its name."""

_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_2012: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
_SPACES: Final = {"mc": _COMPATIBILITY, "w15": WORD_2012}
_IGNORABLE: Final = f"{{{_COMPATIBILITY}}}Ignorable"
HOLDERS: Final = (f"{W}p", f"{W}hyperlink")
CONTROL: Final = f"{W}sdt"
FIRST: Final = 730_000_000
"""Numbers of controls must not be those that a template has; Word makes up its own over the whole range."""

_LONGEST: Final = 64
"""Letters that Word takes for the name of a control."""


@dataclass(slots=True)
class Controls:
    """The controls of one file: ``labels`` are what people call the figures that get one, by name."""

    labels: Mapping[str, str] = field(default_factory=dict)
    made: int = 0

    def can_bind(self, text: Element, pieces: Iterable[Piece]) -> bool:
        """Tell whether a figure is printed here, and a control may stand here."""
        if not any(self.is_bound(name) for _, _, name in pieces):
            return False
        run = text.getparent()
        holder = None if run is None or run.tag != RUN else run.getparent()
        return (
            holder is not None and holder.tag in HOLDERS and next(text.iterancestors(CONTROL), None) is None
        )

    def bind(self, text: Element, pieces: Sequence[Piece], write: Callable[[Element, str], None]) -> None:
        """Take a run apart into words and controls; ``write`` gives an element its text."""
        run = next(text.iterancestors(RUN))
        look = run.find(f"{W}rPr")
        place, children = run.index(text), list(run)
        before = [one for one in children[:place] if one is not look]
        after = children[place + 1 :]
        parts = [*_run_if(look, before), *self._parts(look, pieces, write), *_run_if(look, after)]
        for part in reversed(parts):
            run.addnext(part)
        if (holder := run.getparent()) is not None:
            holder.remove(run)

    def declare(self, root: Element) -> None:
        """Let older programs pass over what they do not know of a control."""
        ignorable = root.get(_IGNORABLE, "").split()
        known = [*filter(None, root.nsmap)]
        etree.cleanup_namespaces(root, top_nsmap=_SPACES, keep_ns_prefixes=[*known, *_SPACES])
        if "w15" not in ignorable:
            root.set(_IGNORABLE, " ".join([*ignorable, "w15"]))

    def _parts(
        self, look: Element | None, pieces: Sequence[Piece], write: Callable[[Element, str], None]
    ) -> Iterator[Element]:
        for words, _, name in pieces:
            element = etree.Element(TEXT)
            run = _run(look, [element])
            write(element, words)
            yield self.control(name, look, run) if self.is_bound(name) else run

    def is_bound(self, name: str) -> bool:
        """Tell whether a value of this name is a figure that gets a control."""
        return name in self.labels and _is_element(name)

    def control(self, name: str, look: Element | None, run: Element) -> Element:
        """Put a run into a control of its own."""
        self.made += 1
        control = etree.Element(CONTROL)
        said = etree.SubElement(control, f"{W}sdtPr")
        if look is not None:
            said.append(deepcopy(look))
        _say(said, "alias", val=self.labels[name][:_LONGEST])
        _say(said, "tag", val=name[:_LONGEST])
        _say(said, "id", val=str(FIRST + self.made))
        spaces = f"xmlns:m='{NAMESPACE}'"
        _say(said, "dataBinding", prefixMappings=spaces, xpath=binding(name), storeItemID=STORE)
        etree.SubElement(said, f"{{{WORD_2012}}}appearance", {f"{{{WORD_2012}}}val": "hidden"})
        _say(said, "text")
        etree.SubElement(control, f"{W}sdtContent").append(run)
        return control


@lru_cache(maxsize=256)
def _is_element(name: str) -> bool:
    """Tell whether XML takes a name: nearly every identifier is one."""
    try:
        etree.QName(NAMESPACE, name)
    except ValueError:
        return False
    return True


def _say(holder: Element, tag: str, **attributes: str) -> None:
    etree.SubElement(holder, f"{W}{tag}", {f"{W}{name}": value for name, value in attributes.items()})


def _run_if(look: Element | None, children: Sequence[Element]) -> list[Element]:
    return [_run(look, children)] if children else []


def _run(look: Element | None, children: Sequence[Element]) -> Element:
    run = etree.Element(RUN)
    if look is not None:
        run.append(deepcopy(look))
    run.extend(children)
    return run
