"""A PDF of one page, frozen as it was written, in which some runs of words can be replaced.

The engine's own parts do the work: its writer puts the file together (`pydyf.PDF.write`), its fonts' builder
makes the faces of the letters that are used (`build_fonts_dictionary`). What does not change is kept as the
bytes that it is.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine
from weasyprint import DEFAULT_OPTIONS
from weasyprint.pdf import VARIANTS
from weasyprint.pdf.fonts import Font, build_fonts_dictionary

from reportgen.render.page.archive import VARIANT
from reportgen.render.stamp.lines import Run, unused

_OPTIONS: Final = {**DEFAULT_OPTIONS, **VARIANTS[VARIANT][1]}
"""What the engine writes a paper of the archive with."""


class NotPlainError(Exception):
    """A file is not made as a plate must be; its text says why, for whoever looks after the program."""


class _Frozen(pydyf.Object):  # type: ignore[misc]  # the engine has no types
    """An object of a PDF with its bytes."""

    def __init__(self, thawed: Any) -> None:
        super().__init__()
        self.number, self.generation, self.free = thawed.number, thawed.generation, thawed.free
        self._packs, self._data = thawed.compressible, b"" if thawed.free == "f" else thawed.data
        self._whole: bytes = b"" if self._packs or thawed.free == "f" else super().indirect

    @property
    def data(self) -> bytes:
        """Give what it says."""
        return self._data

    @property
    def indirect(self) -> bytes:
        """Give it with its number."""
        return self._whole

    @property
    def compressible(self) -> bool:
        """Tell whether it may be packed together with others."""
        return bool(self._packs)


class _Face(Font):  # type: ignore[misc]
    """A face that remembers how it was last cut down to a set of letters: some never change."""

    def __init__(self, face: Any, cut: dict[str, tuple[frozenset[int], bytes]]) -> None:
        self.__dict__.update(vars(unused(face)), cut=cut)

    def subset(self, to_unicode: Mapping[int, str], hinting: bool) -> None:  # noqa: FBT001  # the engine's
        """Cut the face down."""
        wanted = frozenset(to_unicode)
        known, content = self.cut.get(self.hash, (None, b""))
        if known == wanted:
            self.file_content = content
        else:
            super().subset(to_unicode, hinting)
            self.cut[self.hash] = wanted, self.file_content


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a run of words stands in the page's stream."""

    start: int
    end: int
    run: Run


class Plate:
    """A frozen file, its page's stream, and the runs of words in it in the order in which they are drawn."""

    def __init__(self, pdf: Any, objects: Sequence[Any], runs: Sequence[Run]) -> None:
        """Freeze a file with the objects that it had when it was about to be written.

        Raises:
            NotPlainError: it has more than one page, or a run of words is not found in it exactly once.

        """
        self.catalog, self.info, self.pages = pdf.catalog, pdf.info, pdf.pages
        page = _only_page(pdf, objects)
        self.contents = _number(page["Contents"])
        self.stream = list(objects[self.contents].stream)
        self.cuts = sorted((_find(self.stream, run) for run in runs), key=lambda cut: cut.start)
        if len(self.cuts) != self.stream.count(b"BT"):
            raise NotPlainError("something else than the page's own words is drawn with letters")
        self.objects = [_Frozen(one) for one in objects]
        last = _number(objects[_number(page["Resources"])]["Font"])
        self.cut: dict[str, tuple[frozenset[int], bytes]] = {}
        self.made = self._faces([cut.run for cut in self.cuts], 0)
        self.faces = range(last - len(self.made), last)

    def place(self, run: Run) -> int:
        """Tell as which a run is drawn.

        Raises:
            NotPlainError: it is none of the page.

        """
        for place, cut in enumerate(self.cuts):
            if cut.run is run:
                return place
        raise NotPlainError("the run is none of the page")

    def written(self, changed: Mapping[int, Run]) -> bytes | None:
        """Write the file with other runs in some places; nothing where it would not be the engine's own."""
        runs = [changed.get(place, cut.run) for place, cut in enumerate(self.cuts)]
        if not _agree(runs) or any(run.key != cut.run.key for run, cut in zip(runs, self.cuts, strict=True)):
            return None
        made = self._faces(runs, self.faces.start)
        if len(made) != len(self.faces):
            return None
        objects = list(self.objects)
        for place, one, before in zip(self.faces, made, self.made, strict=True):
            if not _is_same(one, before):
                objects[place] = _Frozen(one)
        objects[self.contents] = self._page(runs)
        return self._file(objects)

    def _page(self, runs: Sequence[Run]) -> _Frozen:
        ends = [0, *(cut.end for cut in self.cuts)]
        starts = [*(cut.start for cut in self.cuts), len(self.stream)]
        between = [self.stream[end:start] for end, start in zip(ends, starts, strict=True)]
        words = chain.from_iterable(zip(between, [*(run.items for run in runs), []], strict=True))
        stream = pydyf.Stream(list(chain.from_iterable(words)), compress=True)
        stream.number = self.contents
        return _Frozen(stream)

    def _faces(self, runs: Sequence[Run], first: int) -> list[Any]:
        """Make the faces of some runs, numbered from a place on; the first run of a glyph says its letter."""
        faces: dict[Any, Any] = {}
        for run in runs:
            if run.key not in faces:
                faces[run.key] = _Face(run.face, self.cut)
            own = faces[run.key]
            for glyph, text in run.face.to_unicode.items():
                own.to_unicode.setdefault(glyph, text)
            own.widths.update(run.face.widths)
        part = pydyf.PDF()
        part.objects = [None] * first
        build_fonts_dictionary(part, faces, True, True, _OPTIONS)  # noqa: FBT003  # the engine's
        return list(part.objects[first:])

    def _file(self, objects: list[Any]) -> bytes:
        pdf, target = pydyf.PDF(), BytesIO()
        pdf.objects, pdf.catalog, pdf.info, pdf.pages = objects, self.catalog, copy(self.info), self.pages
        pdf.write(target, _OPTIONS["pdf_version"], _OPTIONS["pdf_identifier"], compress=True)
        return target.getvalue()


def _agree(runs: Sequence[Run]) -> bool:
    """Ask whether all runs take each glyph to be as wide as the others do: the engine asks only the first."""
    widths: dict[tuple[Any, int], int] = {}
    return all(
        widths.setdefault((run.key, glyph), width) == width
        for run in runs
        for glyph, width in run.face.widths.items()
    )


def _is_same(one: Any, other: Any) -> bool:
    """Ask whether a stream says the same as another; of all else that is soon written anew."""
    return isinstance(one, pydyf.Stream) and (one.stream, one.extra) == (other.stream, other.extra)


def _only_page(pdf: Any, objects: Sequence[Any]) -> Any:
    if pdf.pages["Count"] != 1:
        raise NotPlainError("it has more than one page")
    return objects[pdf.pages["Kids"][0]]


def _number(reference: Any) -> int:
    """Read the number of a reference (``12 0 R``)."""
    return int(bytes(reference).split()[0])


def _find(stream: Sequence[Any], run: Run) -> Cut:
    """Find a run in the page's stream: where it stands tells it from all others."""
    places = [place for place, item in enumerate(stream) if item == run.items[1]]
    start = places[0] - 1 if len(places) == 1 else -1
    end = start + len(run.items)
    if start < 0 or list(stream[start:end]) != list(run.items):
        raise NotPlainError("a run of words is not drawn as it stands")
    return Cut(start, end, run)
