"""What is not settled yet in a Word file: changes that nobody has accepted or refused, and comments."""

from collections.abc import Iterator
from typing import Any, Final

from reportgen.readback.word_package import body, opened, related, tree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGES: Final = ("header", "footer", "footnotes", "endnotes")
_TRACKED: Final = frozenset(
    f"{_W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
        "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange",
    )
)  # fmt: skip


def tracked_changes(content: bytes) -> Iterator[str]:
    """List the words of each change that is only proposed: who opens the file sees more than one text."""
    with opened(content) as archive:
        main = body(archive)
        parts = [main, *(name for sort, name, _ in related(archive, main) if sort in _PAGES)]
        for part in parts:
            root = tree(archive, part)
            yield from (_words(one) or _around(one) for one in root.iter(*_TRACKED))


def comments(content: bytes) -> Iterator[str]:
    """List what each comment says."""
    with opened(content) as archive:
        for sort, part, _ in related(archive, body(archive)):
            if sort == "comments":
                yield from (_words(one) for one in tree(archive, part).iter(f"{_W}comment"))


def _words(element: Any) -> str:
    texts = (one.text or "" for one in element.iter(f"{_W}t", f"{_W}delText"))
    return " ".join("".join(texts).split())


def _around(element: Any) -> str:
    """Give the words of the paragraph, or the row, whose look or end was changed."""
    around = next(element.iterancestors(f"{_W}p", f"{_W}tr"), None)
    return "" if around is None else _words(around)
