"""Rich text on a page: stretches of words that look different, as runs of Word."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from reportgen.model.plain import Stretch, exact_number
from reportgen.render.template.rich import BEGIN, STRETCH, colour
from reportgen.render.word.assembly import R
from reportgen.render.word.places import RUN, TEXT, Element, W

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_ORDER: Final = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
"""The properties of a run in the order that Word wants."""


def spread(root: Element, stretches: Sequence[Stretch], linked: Callable[[str], str]) -> None:
    """Give every stretch a run of its own that looks as the tag's run, and as the stretch says.

    ``linked`` relates the part to an address and gives the relation's name.
    """
    if not stretches:
        return
    for run in list(root.iter(RUN)):
        if any(BEGIN in (text.text or "") for text in run.iterchildren(TEXT)):
            _split(run, stretches, linked)


def _split(run: Element, stretches: Sequence[Stretch], linked: Callable[[str], str]) -> None:
    place = run
    for child, stretch in _children(run, stretches):
        copy = etree.Element(RUN)
        if (properties := run.find(f"{W}rPr")) is not None:
            copy.append(deepcopy(properties))
        if stretch is not None:
            _dress(copy, stretch.looks)
        copy.append(child)
        if stretch is not None and (address := stretch.looks.get("link")):
            copy = _link(copy, linked(address))
        place.addnext(copy)
        place = copy
    if (holder := run.getparent()) is not None:
        holder.remove(run)


def _link(run: Element, relation: str) -> Element:
    link = etree.Element(f"{W}hyperlink", {f"{R}id": relation})
    link.append(run)
    return link


def _children(run: Element, stretches: Sequence[Stretch]) -> Iterator[tuple[Element, Stretch | None]]:
    """Take a run apart into its things and the pieces of its text."""
    for child in [one for one in run if one.tag != f"{W}rPr"]:
        if child.tag != TEXT:
            yield child, None
            continue
        before, *rest = STRETCH.split(child.text or "")
        if before:
            yield _text(before), None
        for number, words, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            yield _text(words), stretches[int(number)]
            if after:
                yield _text(after), None


def _text(words: str) -> Element:
    element = etree.Element(TEXT)
    element.text = words
    element.set(_SPACE, "preserve")
    return element


def _dress(run: Element, looks: Mapping[str, Any]) -> None:
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    for name, look in looks.items():
        for tag, values in _PROPERTIES[name](look) if name in _PROPERTIES else ():
            for old in properties.findall(f"{W}{tag}"):
                properties.remove(old)
            etree.SubElement(properties, f"{W}{tag}", {f"{W}{key}": said for key, said in values.items()})
    properties[:] = sorted(properties, key=_place)


def _place(property_: Element) -> int:
    name = etree.QName(property_).localname
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


_Property = tuple[str, dict[str, str]]


def _half_points(look: object) -> str:
    return str(int((exact_number(look) or 0) * 2))


def _underline(look: object) -> str:
    return "single" if look is True else str(look)


_PROPERTIES: Final[Mapping[str, Callable[[Any], list[_Property]]]] = {
    "bold": lambda _: [("b", {}), ("bCs", {})],
    "italic": lambda _: [("i", {}), ("iCs", {})],
    "strike": lambda _: [("strike", {})],
    "subscript": lambda _: [("vertAlign", {"val": "subscript"})],
    "superscript": lambda _: [("vertAlign", {"val": "superscript"})],
    "underline": lambda look: [("u", {"val": _underline(look)})],
    "color": lambda look: [("color", {"val": colour(look)})],
    "highlight": lambda look: [("shd", {"val": "clear", "color": "auto", "fill": colour(look)})],
    "size": lambda look: [("sz", {"val": _half_points(look)}), ("szCs", {"val": _half_points(look)})],
    "font": lambda look: [("rFonts", dict.fromkeys(("ascii", "hAnsi", "cs"), str(look)))],
    "style": lambda look: [("rStyle", {"val": str(look)})],
}
