"""Read a Word file's text as somebody who opens it sees it, by its XML alone, without the press's code.

The order is body, footnotes, endnotes, headers, footers. Left out are the numbers of pages, hidden text,
deleted text, and what Word keeps a second time for older programs.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from reportgen.model.chart_part import chart_words
from reportgen.model.reading import Reading
from reportgen.readback.word_archive import Archive
from reportgen.readback.word_colours import scheme
from reportgen.readback.word_eye import Eye
from reportgen.readback.word_frames import Frame, Frames, Memory
from reportgen.readback.word_package import body, content_of, opened, parsed, related, tree
from reportgen.readback.word_paragraphs import read_tree
from reportgen.readback.word_rows import lean
from reportgen.readback.word_styles import Styles, theme_fonts

_NOTES: Final = ("footnotes", "endnotes")
_MARGINS: Final = ("header", "footer")


def read_docx(content: bytes) -> Reading:
    """Read what a Word file shows, a piece for each paragraph."""
    with opened(content) as archive:
        return _read(archive, None)


def read_legible(content: bytes) -> Reading:
    """Read what of a Word file can be read and is not struck out, with digits that are symbols."""
    with opened(content) as archive:
        return _read(archive, eye_for(archive, body(archive)))


def eye_for(archive: Archive, main: str) -> Eye:
    """Give an eye for the styles of a file."""
    parts = {sort: part for sort, part, _ in related(archive, main)}
    styles, theme = (tree(archive, parts[sort]) if sort in parts else None for sort in ("styles", "theme"))
    return _eye(styles, theme)


@lru_cache(maxsize=2)
def _eye(styles: Any, theme: Any) -> Eye:
    """Look a tree of styles through once: papers of a batch have the same."""
    return Eye(Styles(styles, theme_fonts(theme)), scheme(theme))


def _read(archive: Archive, eye: Eye | None) -> Reading:
    main = body(archive)
    if eye is None and (found := framed(archive, main)):
        frame, words = found
        inner, outer = _BESIDE.of(frame, main, archive, lambda: _beside(archive, main, None))
        pieces = frame.read(words)
    else:
        inner, outer = _beside(archive, main, eye)
        pieces = read_part(archive, main, eye)
    return Reading([*pieces, *inner, *outer], body=len(pieces) + len(inner))


def framed(archive: Archive, main: str) -> tuple[Frame, Sequence[str]] | None:
    """Find the frame in which the body of a file stands; with charts it says more than its words."""
    if any(sort == "chart" for sort, _, _ in related(archive, main)):
        return None
    return _FRAMES.find(content_of(archive, main))


def _beside(archive: Archive, main: str, eye: Eye | None) -> tuple[list[str], list[str]]:
    """Read notes, and margins."""
    inner = [piece for part in _parts(archive, main, _NOTES) for piece in read_part(archive, part, eye)]
    outer = [piece for part in _parts(archive, main, _MARGINS) for piece in read_part(archive, part, eye)]
    return inner, outer


def _parts(archive: Archive, main: str, kinds: Iterable[str]) -> Iterator[str]:
    """Name the parts that hold text and belong to the body, in the order of the names."""
    others = list(related(archive, main))
    for kind in kinds:
        yield from sorted(
            (part for sort, part, _ in others if sort == kind), key=lambda part: (len(part), part)
        )


def read_part(archive: Archive, part: str, eye: Eye | None = None) -> list[str]:
    """Read one part, a piece for each paragraph."""
    charts = {name: chart for sort, chart, name in related(archive, part) if sort == "chart"}
    words = {name: chart_words(tree(archive, chart)) for name, chart in charts.items()}
    if eye is None and (found := lean(content_of(archive, part))):
        return found.read(words)
    return read_tree(tree(archive, part), eye, words)


_FRAMES: Final = Frames(parsed, lambda root: read_tree(root, None, {}))
_BESIDE: Final[Memory[tuple[list[str], list[str]]]] = Memory()
"""The frames of papers that were read, and what stands beside their bodies."""
