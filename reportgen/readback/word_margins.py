"""What the margins of a Word file say, section by section, in however many parts another program keeps it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any, Final

from reportgen.readback.docx import eye_for, read_part
from reportgen.readback.word_archive import Archive
from reportgen.readback.word_eye import Eye
from reportgen.readback.word_package import related, tree
from reportgen.readback.word_paragraphs import read_tree
from reportgen.readback.word_styles import W, is_on

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SORTS: Final = ("header", "footer")


def margins(archive: Archive, main: str, root: Any) -> list[frozenset[str]]:
    """Give the texts in the margins of each section, numbers of pages aside; alike ones count once."""
    related_to = {name: (sort, part) for sort, part, name in related(archive, main)}
    eye = eye_for(archive, main)
    texts = {name: _text(archive, part, eye) for name, (sort, part) in related_to.items() if sort in _SORTS}
    settings = next((part for sort, part in related_to.values() if sort == "settings"), None)
    even = settings is not None and tree(archive, settings).find(f"{W}evenAndOddHeaders") is not None
    return [found for found, _ in groupby(_sections(root, texts, even=even))]


def _text(archive: Archive, part: str, eye: Eye) -> str:
    """Give what a margin says; boxes in it are told in whatever order."""
    if related(archive, part):
        return _squeezed(read_part(archive, part, eye))
    return _alone(tree(archive, part), eye)


@lru_cache(maxsize=32)
def _alone(root: Any, eye: Eye) -> str:
    """Read a margin that draws on no other part once for all papers of a template."""
    return _squeezed(read_tree(root, eye, {}))


def _squeezed(pieces: Iterable[str]) -> str:
    return "\n".join(sorted(filter(None, ("".join(one.split()) for one in pieces))))


def _sections(root: Any, texts: Mapping[str, str], *, even: bool) -> Iterator[frozenset[str]]:
    """Go through the sections; what one does not say it takes over from the one before."""
    said: dict[tuple[str, str], str] = {}
    for section in root.iter(f"{W}sectPr"):
        for sort in _SORTS:
            for reference in section.iterfind(f"{W}{sort}Reference"):
                kind = reference.get(f"{W}type", "default")
                said[sort, kind] = texts.get(reference.get(f"{_R}id", ""), "")
        first = section.find(f"{W}titlePg")
        own = first is not None and is_on({"titlePg": {"val": first.get(f"{W}val", "1")}}, "titlePg")
        in_force = {"default", *(["first"] if own else []), *(["even"] if even else [])}
        yield frozenset(text for (_, kind), text in said.items() if text and kind in in_force)
