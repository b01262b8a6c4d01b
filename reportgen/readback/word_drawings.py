"""What a Word file shows beside its text: digests of its margins, and of each picture and chart, in order.

Of a chart only what it shows is digested, its names and exact values: other programs write its parts anew.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from reportgen.model.chart_part import chart_values
from reportgen.readback.docx import framed
from reportgen.readback.word_archive import Archive
from reportgen.readback.word_frames import Memory
from reportgen.readback.word_margins import margins
from reportgen.readback.word_package import body, content_of, opened, related, tree
from reportgen.readback.word_rows import lean
from reportgen.readback.word_worked import SHAPES, worked

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_AGAIN: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ART: Final = "{urn:schemas-microsoft-com:vml}textpath"
_GRAPHIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_SHAPES: Final = (_GRAPHIC, *(f"{{urn:schemas-microsoft-com:vml}}{name}" for name in SHAPES))
_TAKEN_IN: Final = ("aFChunk", "subDocument")
_SORTS: Final = ("image", "chart")
_KNOWN: Final[Memory[tuple[str, ...]]] = Memory()


def drawn_in_word(content: bytes) -> tuple[str, ...]:
    """Digest margins, pictures, charts, the rest: ``margins 5c1d…``, ``picture 0f3a…``, ``worked 9e02…``.

    Raises:
        DataError: it is no Word file that can be read.

    """
    with opened(content) as archive:
        main = body(archive)
        if found := framed(archive, main):
            frame, _ = found
            return _KNOWN.of(frame, main, archive, lambda: _drawn(archive, main, frame.tree))
        long = lean(content_of(archive, main))
        return _drawn(archive, main, long.tree if long else tree(archive, main))


def _drawn(archive: Archive, main: str, root: Any) -> tuple[str, ...]:
    """Digest it; of the body's tree the mark-up counts, no words."""
    parts = {name: part for sort, part, name in related(archive, main) if sort in _SORTS}
    said = [sorted(texts) for texts in margins(archive, main, root)]
    beside = sorted(_beside(archive, main, root))
    return (
        f"margins {_digest(repr(said).encode())}",
        *_digests(archive, root, parts),
        f"beside {_digest(repr(beside).encode())}",
        worked(archive, main, root),
    )


def _beside(archive: Archive, main: str, root: Any) -> Iterator[str]:
    """List what a page shows and no text of it says: shapes, WordArt, comments, files that are taken in."""
    for sort, part, _ in related(archive, main):
        if sort in _TAKEN_IN:
            yield f"{sort} {_digest(archive.read(part) if part in archive.entries else b'')}"
        elif sort == "comments":
            yield from (f"comment {''.join(''.join(one.itertext()).split())}" for one in tree(archive, part))
    shapes = (one for one in root.iter(*_SHAPES) if _is_shape(one))
    yield f"shapes {sum(1 for _ in shapes)}"
    around = (part for sort, part, _ in related(archive, main) if sort in ("header", "footer"))
    for one in (root, *(tree(archive, part) for part in around)):
        yield from (f"art {art.get('string', '')}" for art in one.iter(_ART))


def _is_shape(element: Any) -> bool:
    """Tell a shape from pictures and charts, which are digested by themselves."""
    if next(element.iterancestors(_AGAIN), None) is not None:
        return False
    return element.tag != _GRAPHIC or not element.get("uri", "").endswith(("/picture", "/chart"))


def _digests(archive: Archive, root: Any, parts: dict[str, str]) -> Iterator[str]:
    for element in root.iter(_PICTURE, _CHART):
        if next(element.iterancestors(_AGAIN), None) is not None:
            continue
        if element.tag == _PICTURE:
            part = parts.get(element.get(f"{_R}embed", ""), "")
            yield f"picture {_digest(archive.read(part) if part in archive.entries else b'')}"
        else:
            part = parts.get(element.get(f"{_R}id", ""), "")
            yield f"chart {_digest(repr(chart_values(tree(archive, part)) if part else '').encode())}"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:32]
