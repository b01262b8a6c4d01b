"""A Word file that somebody changed, made final: the mark of a draft goes, number and date are put in."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

from reportgen.finish.fields import places_of
from reportgen.model.manifest import Signer
from reportgen.model.reading import DRAFT_MARK
from reportgen.packing import Bundle, packed

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_PAGES: Final = tuple(f"{_W}{name}" for name in ("document", "footnotes", "endnotes", "hdr", "ftr"))

_BOXES: Final = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    f"{_W}drawing",
    f"{_W}pict",
)

_FREE: Final = 900_000
"""Numbers that no bookmark of a document has."""

Line = tuple[str, str]
"""What a paragraph says in the draft, and what it is to say."""


def made_final(content: bytes, lines: Iterable[Line]) -> tuple[bytes, list[str]]:
    """Let paragraphs say what they are to say, each once and in order; give also those that are not there.

    All else of the file stays as it is.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    waiting: dict[str, list[Line]] = {}
    for old, new in lines:
        waiting.setdefault(_letters(old), []).append((old, new))
    changed = dict(_changed(parts, waiting))
    members = (packed(name, changed.get(name, part)) for name, part in parts.items())
    left = [old for same in waiting.values() for old, _ in same]
    return Bundle().with_members(members).archive(), left


def with_places(content: bytes, signers: Sequence[Signer]) -> bytes:
    """Mark where the names of signers stand, so that the pages made of the file can be signed above them.

    Whoever signs stands below the text: of paragraphs that say nothing but a name the last ones count.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, root in _pages(parts).items():
        if root.tag == _PAGES[0]:
            _mark(root, signers)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Bundle().with_members(packed(name, part) for name, part in parts.items()).archive()


def _mark(root: Any, signers: Sequence[Signer]) -> None:
    paragraphs: dict[str, list[Any]] = {}
    for one in root.iter(f"{_W}p"):
        paragraphs.setdefault(_letters("".join(text.text or "" for text in _texts(one))), []).append(one)
    numbers = {n: _letters(one.who) for n, one in enumerate(signers) if one.who and not one.over}
    for number, who in reversed(numbers.items()):
        if found := paragraphs.get(who):
            _mark_name(found.pop(), number)


def _mark_name(paragraph: Any, number: int) -> None:
    """Put an empty bookmark before and behind a name."""
    properties = paragraph.find(f"{_W}pPr")
    for place, name in zip(
        (0 if properties is None else 1, len(paragraph) + 2), places_of(number), strict=True
    ):
        own = f"{_FREE + 2 * number + (place > 1)}"
        begin = etree.Element(f"{_W}bookmarkStart", {f"{_W}id": own, f"{_W}name": name})
        end = etree.Element(f"{_W}bookmarkEnd", {f"{_W}id": own})
        paragraph.insert(place, begin)
        paragraph.insert(place + 1, end)


def _changed(parts: Mapping[str, bytes], waiting: Mapping[str, list[Line]]) -> Iterator[tuple[str, bytes]]:
    """Change the parts that pages are made of, the body first."""
    for name, root in sorted(_pages(parts).items(), key=lambda one: _PAGES.index(one[1].tag)):
        for paragraph in list(root.iter(f"{_W}p")):
            texts = list(_texts(paragraph))
            said = "".join(one.text or "" for one in texts)
            if root.tag == f"{_W}hdr" and " ".join(said.split()) == DRAFT_MARK:
                _take_out(paragraph, texts)
            elif same := waiting.get(_letters(said)):
                _rewrite(texts, same.pop(0)[1])
        yield name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _pages(parts: Mapping[str, bytes]) -> dict[str, Any]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    roots = {
        name: etree.fromstring(part, parser)
        for name, part in parts.items()
        if name.startswith("word/") and name.endswith(".xml") and part.strip()
    }
    return {name: root for name, root in roots.items() if root.tag in _PAGES}


def _letters(text: str) -> str:
    return "".join(text.split())


def _texts(paragraph: Any) -> Iterator[Any]:
    """Give the texts of a paragraph, without those of a box that is anchored in it."""
    for text in paragraph.iter(f"{_W}t"):
        if next(text.iterancestors(f"{_W}p")) is paragraph:
            yield text


def _take_out(paragraph: Any, texts: Iterable[Any]) -> None:
    """Take a paragraph out of a header, with the box in which another program put it.

    Where it is all that a header, or a box, has, only its words go.
    """
    box = next(reversed(list(paragraph.iterancestors(*_BOXES))), None)
    parent = paragraph.getparent()
    if box is not None and box.getparent() is not None and _says_only_so(box):
        box.getparent().remove(box)
    elif parent is not None and parent.tag == f"{_W}hdr" and len(parent.findall(f"{_W}p")) > 1:
        parent.remove(paragraph)
    else:
        for text in texts:
            text.text = ""


def _says_only_so(box: Any) -> bool:
    """Ask whether a box holds nothing but the mark, however often it keeps it."""
    words = " ".join(one.text or "" for one in box.iter(f"{_W}t"))
    return not "".join(words.split()).replace(_letters(DRAFT_MARK), "")


def _rewrite(texts: Sequence[Any], new: str) -> None:
    """Change the letters that are others, in the run in which the first of them stands."""
    old = [(text, at) for text in texts for at, letter in enumerate(text.text) if not letter.isspace()]
    places = [at for at, letter in enumerate(new) if not letter.isspace()]
    said, wanted = [text.text[at] for text, at in old], [new[at] for at in places]
    head = _alike(said, wanted)
    tail = min(_alike(said[::-1], wanted[::-1]), len(said) - head, len(wanted) - head)
    cut = old[head : len(old) - tail]
    words = new[places[head] : places[len(places) - tail - 1] + 1] if head + tail < len(places) else ""
    first, at = old[head] if head < len(old) else (old[-1][0], old[-1][1] + 1)
    ends = dict(cut)
    for text, place in ends.items():
        start = next(one for other, one in cut if other is text)
        text.text = text.text[:start] + text.text[place + 1 :]
    first.text = first.text[:at] + words + first.text[at:]
    first.set(_SPACE, "preserve")


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the letters that both begin with."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
