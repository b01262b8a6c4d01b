"""Many PDFs in one, to be printed in one go: their pages as they are, and bookmarks to find a paper by."""

import io
from collections.abc import Iterable, Sequence

import pikepdf

Trail = Sequence[str]
"""The bookmarks that lead to a paper, its own last."""


def merge(papers: Iterable[tuple[Trail, bytes]], title: str) -> tuple[bytes, int]:
    """Put papers together; give the file, and how many pages it has.

    What a paper carries beside its pages, its manifest and structure, stays with the paper.
    """
    marks: list[tuple[Trail, int]] = []
    with pikepdf.new() as whole:
        for trail, content in papers:
            marks.append((trail, len(whole.pages)))
            with pikepdf.open(io.BytesIO(content)) as paper:
                for page in paper.pages:
                    _leave_structure(page.obj)
                whole.pages.extend(paper.pages)
        _mark(whole, marks)
        whole.docinfo[pikepdf.Name.Title] = title
        return _saved(whole), len(whole.pages)


def _leave_structure(page: pikepdf.Object) -> None:
    """Take out what points into a paper's structure, which the pages leave behind."""
    for holder in (page, *page.get("/Annots", pikepdf.Array())):
        for name in ("/StructParents", "/StructParent"):
            if name in holder:
                del holder[name]


def _mark(whole: pikepdf.Pdf, marks: Sequence[tuple[Trail, int]]) -> None:
    """Let bookmarks lead to the papers, those of one folder below its name."""
    with whole.open_outline() as outline:
        above: list[pikepdf.OutlineItem] = []
        for (*folders, own), page in marks:
            kept = _in_common([item.title for item in above], folders)
            del above[kept:]
            for name in folders[kept:]:
                above.append(_put(outline, above, name, page))
                above[-1].is_closed = True
            _put(outline, above, own, page)
    whole.Root.PageMode = pikepdf.Name.UseOutlines


def _put(
    outline: pikepdf.Outline, above: Sequence[pikepdf.OutlineItem], title: str, page: int
) -> pikepdf.OutlineItem:
    item = pikepdf.OutlineItem(title, page)
    (above[-1].children if above else outline.root).append(item)
    return item


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count how many names two ways begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _saved(whole: pikepdf.Pdf) -> bytes:
    finished = io.BytesIO()
    whole.save(finished, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return finished.getvalue()
