"""What docxtpl would lose or garble in silence: each looked for in the tags as they were typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from reportgen.model.phrase import phrase
from reportgen.render.word.fields import Fault, field_faults
from reportgen.render.word.places import CELL, PARAGRAPH, RUN, TAG, TEXT, Element, Paragraph, Tag, W
from reportgen.render.word.retyping import CELL_TAGS
from reportgen.render.word.sight import unseen

ENDS: Final[Mapping[str, str]] = {
    name: f"end{name}"
    for name in ("for", "if", "macro", "call", "filter", "with", "block", "autoescape", "raw")
}
_BRANCHES: Final = frozenset({"else", "elif"})
_NO_PARTS: Final = phrase("a Word template has no parts")
_UNSUPPORTED: Final[Mapping[str, str]] = {
    "include": _NO_PARTS,
    "import": _NO_PARTS,
    "from": _NO_PARTS,
    "extends": _NO_PARTS,
    "block": _NO_PARTS,
}
_OPEN_TAG: Final = re.compile(r"{[{%#]")
_TAG_END: Final = re.compile(r"[}%#]}")
_SMART: Final = re.compile("[“”„‟‘’‚‛«»″′]")
_TRIMMED: Final = re.compile(r"^{%[-+]|[-+]%}$")
_OWN: Final = re.compile(r"\|\s*(cell|whole)_")
_THINGS: Final[Mapping[str, str]] = {
    f"{W}drawing": phrase("a picture"),
    f"{W}pict": phrase("a picture"),
    f"{W}object": phrase("an embedded object"),
    f"{W}footnoteReference": phrase("a footnote"),
    f"{W}endnoteReference": phrase("an endnote"),
}


def faults(found: Sequence[Paragraph], tags: Sequence[Tag]) -> list[Fault]:
    """List what is wrong with a part's tags and fields, before anything is filled."""
    spread = (fault for one in found for guard in (_loose_ends, field_faults) for fault in guard(one))
    each = (fault for tag in tags for guard in _EACH_TAG for fault in guard(tag))
    return [*spread, *each, *_block_ends(tags)]


def _loose_ends(paragraph: Paragraph) -> Iterator[Fault]:
    """Find tags that begin or end alone in their paragraph."""
    rest = TAG.sub(lambda tag: " " * len(tag.group()), paragraph.text)
    for code, pattern in (("word-tag-open", _OPEN_TAG), ("word-tag-end", _TAG_END)):
        for found in pattern.finditer(rest):
            yield Fault(code, paragraph.at(*found.span()), {"tag": found.group()})


def _smart_quotes(tag: Tag) -> Iterator[Fault]:
    if (found := _SMART.search(tag.text)) and not tag.text.startswith("{#"):
        yield Fault("word-smart-quote", tag.place, {"tag": tag.text, "quote": found.group()})


def _unsupported(tag: Tag) -> Iterator[Fault]:
    reason = _UNSUPPORTED.get(tag.keyword)
    if tag.text.startswith("{{") and tag.prefix not in {"", "p", "r"}:
        reason = phrase("it prints a text where no text can stand")
    elif _OWN.search(tag.text):
        reason = phrase("filters that begin so are reportgen's own")
    elif _TRIMMED.search(tag.text) and tag.prefix:
        reason = phrase("it takes the words beside it away")
    if reason is not None:
        yield Fault("word-tag-unsupported", tag.place, {"tag": tag.text, "reason": reason})


def _outside_table(tag: Tag) -> Iterator[Fault]:
    if tag.holder is None or (
        tag.keyword in CELL_TAGS and next(tag.texts[0].iterancestors(CELL), None) is None
    ):
        yield Fault("word-tag-outside-table", tag.place, {"tag": tag.text})


def _beside(tag: Tag) -> Iterator[Fault]:
    """Find what stands in the paragraph, row or cell that a tag replaces."""
    if tag.prefix not in {"p", "tr", "tc"} or tag.holder is None:
        return
    rest = _text(tag.holder).replace(tag.text, "", 1).strip()
    for text in ([f"'{rest}'"] if rest else []) + _things(tag.holder):
        yield Fault("word-text-beside", tag.place, {"tag": tag.text, "text": text})


def _things(holder: Element) -> list[str]:
    breaks = (one.get(f"{W}type") for one in holder.iter(f"{W}br"))
    page: list[str] = [phrase("a page break")] if "page" in breaks else []
    return [name for sort, name in _THINGS.items() if next(holder.iter(sort), None) is not None] + page


def _text(holder: Element) -> str:
    return "".join(" " if one.tag == PARAGRAPH else one.text or "" for one in holder.iter(TEXT, PARAGRAPH))


def _split(tag: Tag) -> Iterator[Fault]:
    """Find tags that begin in one link, control or text box and end in another, or have a thing inside."""
    holders = {_run_holder(text) for text in tag.texts}
    if len(holders) > 1 or _thing_inside(tag):
        yield Fault("word-tag-split", tag.place, {"tag": tag.text})


def _thing_inside(tag: Tag) -> bool:
    paragraph = next(tag.texts[0].iterancestors(PARAGRAPH), None)
    if paragraph is None or len(tag.texts) == 1:
        return False
    order = list(paragraph.iter(TEXT, f"{W}fldChar", *_THINGS))
    inside = order[order.index(tag.texts[0]) : order.index(tag.texts[-1])]
    return any(element.tag != TEXT for element in inside)


def _bound(tag: Tag) -> Iterator[Fault]:
    """Find tags in content controls whose text Word takes from elsewhere, such as the file's title."""
    for control in tag.texts[0].iterancestors(f"{W}sdt"):
        if control.find(f"{W}sdtPr/{W}dataBinding") is not None:
            reason = phrase("Word writes the text of its content control anew, from data of the file")
            yield Fault("word-tag-unsupported", tag.place, {"tag": tag.text, "reason": reason})


def _run_holder(text: Element) -> Element | None:
    run = next(text.iterancestors(RUN), None)
    return run.getparent() if run is not None else None


_EACH_TAG: Final = (_smart_quotes, _unsupported, _outside_table, _beside, _split, _bound, unseen)


def _block_ends(tags: Iterable[Tag]) -> Iterator[Fault]:
    """Match beginnings and ends of blocks, and ask whether they stand where they fit each other."""
    begun: list[Tag] = []
    for tag in tags:
        if tag.keyword in {"vm", "hm"} and not any(one.keyword == "for" for one in begun):
            reason = phrase("it stands in no loop")
            yield Fault("word-tag-unsupported", tag.place, {"tag": tag.text, "reason": reason})
        elif tag.keyword in ENDS:
            begun.append(tag)
        elif tag.keyword in _BRANCHES or tag.keyword in ENDS.values():
            yield from _against(tag, begun)
            if begun and tag.keyword == ENDS[begun[-1].keyword]:
                begun.pop()
    for tag in begun:
        yield Fault("word-block-open", tag.place, {"tag": tag.text, "end": ENDS[tag.keyword]})


def _against(tag: Tag, begun: Sequence[Tag]) -> Iterator[Fault]:
    if not begun or tag.keyword not in {*_BRANCHES, ENDS[begun[-1].keyword]}:
        yield Fault("word-block-end", tag.place, {"tag": tag.text})
    elif not _fit(begun[-1], tag):
        others = ((phrase("it begins here"), begun[-1].place),)
        yield Fault("word-block-crossed", tag.place, {"tag": tag.text, "begin": begun[-1].text}, others)


def _fit(begin: Tag, end: Tag) -> bool:
    """Ask whether both stand on one level: rows of one table, paragraphs of one cell, runs of one link."""
    if begin.holder is None or end.holder is None:
        return True  # outside every table: that was told already
    if _level(begin) != _level(end):
        return False
    if _level(begin) == "r" and begin.holder is end.holder:
        return _run_holder(begin.texts[0]) is _run_holder(end.texts[0])
    if _level(begin) == "r" and any(_run_holder(tag.texts[0]) is not tag.holder for tag in (begin, end)):
        return False
    return begin.holder.getparent() is end.holder.getparent()


def _level(tag: Tag) -> str:
    return tag.prefix or "r"
