"""The numbered and bulleted lists that a document brings along: they begin anew, and go on with no other."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Final

from reportgen.render.word.assembly import Assembly
from reportgen.render.word.package import Package
from reportgen.render.word.places import WORD, Element, W

SORT: Final = "numbering"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_EMPTY: Final = f'<w:numbering xmlns:w="{WORD}"/>'.encode()
_ITS_OWN: Final = ("nsid", "tmpl", "styleLink", "numStyleLink", "pStyle", "lvlPicBulletId")
"""By these Word would take a list for another one."""


@dataclass(slots=True)
class Lists:
    """Gives each list of a document its number in the file that takes the document in."""

    package: Package
    assembly: Assembly
    known: dict[str, str] = field(default_factory=dict)

    def settle(self, block: Element) -> None:
        """Give the lists of a paragraph, a table or a style the numbers that they have in the file."""
        for use in list(block.iter(f"{W}numId")):
            number = _said(use) or "0"
            found = "0" if number == "0" else self._number(number)
            if found is not None:
                use.set(f"{W}val", found)
            elif (holder := use.getparent()) is not None:
                holder.remove(use)

    def _number(self, number: str) -> str | None:
        if number not in self.known:
            theirs = self.package.related_tree(SORT)
            own = _numbered(theirs, "num", "numId", number)
            form = None if own is None else self._form(theirs, own)
            if own is None or form is None:
                return None
            self.known[number] = self._copy(own, form)
        return self.known[number]

    def _form(self, theirs: Element | None, own: Element) -> Element | None:
        named = own.find(f"{W}abstractNumId")
        return None if named is None else _numbered(theirs, "abstractNum", "abstractNumId", _said(named))

    def _copy(self, own: Element, form: Element) -> str:
        """Add a list and how it looks; all looks stand before all lists."""
        ours = self.assembly.own_part(SORT, "word/numbering.xml", _TYPE, _EMPTY)
        look, new = _anonymous(form), deepcopy(own)
        look.set(f"{W}abstractNumId", _next(ours, "abstractNum", "abstractNumId"))
        new.set(f"{W}numId", _next(ours, "num", "numId"))
        for named in new.iter(f"{W}abstractNumId"):
            named.set(f"{W}val", look.get(f"{W}abstractNumId", ""))
        lists = ours.findall(f"{W}num")
        ours.insert(ours.index(lists[0]) if lists else len(ours), look)
        ours.insert(ours.index(lists[-1] if lists else look) + 1, new)
        return new.get(f"{W}numId", "")


def _anonymous(form: Element) -> Element:
    """Copy how a list looks, without what ties it to other lists, styles and pictures."""
    look = deepcopy(form)
    for one in list(look.iter(*(f"{W}{name}" for name in _ITS_OWN))):
        if (holder := one.getparent()) is not None:
            holder.remove(one)
    return look


def _said(element: Element) -> str:
    return element.get(f"{W}val", "")


def _numbered(root: Element | None, sort: str, name: str, number: str) -> Element | None:
    found = [] if root is None else root.findall(f"{W}{sort}")
    return next((one for one in found if one.get(f"{W}{name}") == number), None)


def _next(root: Element, sort: str, name: str) -> str:
    taken = (int(one.get(f"{W}{name}", "0")) for one in root.findall(f"{W}{sort}"))
    return str(max(taken, default=0) + 1)
