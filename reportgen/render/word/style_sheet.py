"""The styles that a document brings along: by name those of the template, and copies of what it lacks."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from reportgen.render.word.assembly import Assembly
from reportgen.render.word.lists import Lists
from reportgen.render.word.package import Package
from reportgen.render.word.places import WORD, Element, W
from reportgen.render.word.style_names import SORT, all_styles, called

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_EMPTY: Final = f'<w:styles xmlns:w="{WORD}"/>'.encode()
_USES: Final = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_LEADS_TO: Final = ("basedOn", "next", "link")


@dataclass(slots=True)
class Styles:
    """Gives each style of a document its name in the file that takes the document in."""

    package: Package
    assembly: Assembly
    lists: Lists
    known: dict[str, str] = field(default_factory=dict)

    def settle(self, block: Element) -> None:
        """Name the styles and lists of a paragraph or table as the file knows them."""
        for use in list(block.iter(*_USES)):
            self._rename(use)
        self.lists.settle(block)

    def _rename(self, use: Element) -> None:
        found = self._style(use.get(f"{W}val", ""))
        if found is not None:
            use.set(f"{W}val", found)
        elif (holder := use.getparent()) is not None:
            holder.remove(use)

    def _style(self, name: str) -> str | None:
        """Find what a style is called in the file; copy it when there is none of its name."""
        if name in self.known:
            return self.known[name]
        own = next((one for one in all_styles(self._theirs()) if one.get(f"{W}styleId") == name), None)
        if own is None:
            return None
        ours = self.assembly.own_part(SORT, "word/styles.xml", _TYPE, _EMPTY)
        same = next((one for one in all_styles(ours) if called(one) == called(own)), None)
        if same is not None:
            self.known[name] = same.get(f"{W}styleId", "")
        else:
            self._copy(name, own, ours)
        return self.known[name]

    def _copy(self, name: str, own: Element, ours: Element) -> None:
        taken = {one.get(f"{W}styleId") for one in all_styles(ours)}
        new = name
        while new in taken:
            new += "x"
        self.known[name] = new
        copy = deepcopy(own)
        copy.set(f"{W}styleId", new)
        copy.attrib.pop(f"{W}default", "")
        ours.append(copy)
        for use in [one for sort in _LEADS_TO for one in copy.findall(f"{W}{sort}")]:
            self._rename(use)
        self.lists.settle(copy)

    def _theirs(self) -> Element | None:
        return self.package.related_tree(SORT)
