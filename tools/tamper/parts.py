"""Ways to alter what a Word file holds beside its body: margins, charts, pictures, the manifest."""

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from reportgen.model.manifest import NAMESPACE
from tools.tamper.forge import FORGERIES, Forgery, forged
from tools.tamper.word import Parts

Alter = Callable[[Parts], None]


class NothingToAlter(Exception):  # noqa: N818  (no fault: a paper has none of this)
    """The paper has nothing of the sort."""


def manifest_part(parts: Parts) -> str:
    """Name the part that holds the manifest."""
    return next(name for name, content in parts.items() if NAMESPACE.encode() in content and "item" in name)


def _in(part: str, pattern: bytes, new: bytes) -> Alter:
    def alter(parts: Parts) -> None:
        for name in sorted(parts):
            if re.fullmatch(part, name) and re.search(pattern, parts[name]):
                parts[name] = re.sub(pattern, new, parts[name], count=1)
                return
        raise NothingToAlter

    return alter


def _media(parts: Parts) -> list[str]:
    """Name the pictures that the body shows."""
    lines = etree.fromstring(parts["word/_rels/document.xml.rels"])
    body = parts["word/document.xml"].decode()
    shown = (line.get("Target", "") for line in lines if f'"{line.get("Id")}"' in body)
    found = sorted(f"word/{target}" for target in shown if target.startswith("media/"))
    if not found:
        raise NothingToAlter
    return found


def _other_picture(parts: Parts) -> None:
    name = _media(parts)[-1]
    parts[name] += b"\0"


def _no_picture(parts: Parts) -> None:
    _media(parts)
    _in(r"word/document\.xml", rb"<w:drawing.*?</w:drawing>", b"")(parts)


def with_json(change: Callable[[str], str]) -> Alter:
    """Change the manifest."""

    def alter(parts: Parts) -> None:
        part = manifest_part(parts)
        root = etree.fromstring(parts[part])
        texts = root.findall(f"{{{NAMESPACE}}}json")
        text = change("".join(one.text or "" for one in texts))
        texts[0].text = text
        for one in texts[1:]:
            root.remove(one)
        parts[part] = etree.tostring(root)

    return alter


def _resealed(forgery: Forgery) -> Alter:
    return with_json(lambda text: forged(text, forgery))


def _no_manifest(parts: Parts) -> None:
    _in(r"word/_rels/document\.xml\.rels", rb"<Relationship [^>]*customXml[^>]*/>", b"")(parts)


PARTS: Final[dict[str, Alter]] = {
    "words in a header or footer": _in(
        r"word/(header|footer)\d*\.xml", rb"<w:t>[^<\d]+</w:t>", b"<w:t>990</w:t>"
    ),
    "a number shown in a chart": _in(r"word/charts/.*\.xml", rb"<c:v>0\.\d+</c:v>", b"<c:v>0.99</c:v>"),
    "a number in what is said of a drawing": _in(
        r"word/document\.xml", rb'(<wp:docPr [^>]*descr="[^"]*)"', rb'\g<1> 990"'
    ),
    "a picture exchanged": _other_picture,
    "a picture taken out": _no_picture,
    "the text that a control is bound to": _in(
        r"customXml/item\d+\.xml", rb">(\d)([\d.,%]*)</(?!json)", rb">9\g<1>\2</"
    ),
    "the manifest edited": with_json(lambda text: re.sub(r'"data":"', '"data":"x', text, count=1)),
    "the manifest taken out": _no_manifest,
    **{f"the manifest forged, with its seal: {name}": _resealed(one) for name, one in FORGERIES.items()},
}
