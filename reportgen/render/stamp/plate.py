"""A PDF of one page, frozen as it was written, in which some runs of words can be replaced.

The engine's own parts do the work: its writer puts the file together (`pydyf.PDF.write`), its fonts' builder
makes the faces of letters that only some pages have (`letters.built`). What does not change is kept as the
bytes that it is.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Any, Final, Protocol

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine

from reportgen.render.page.faces import OPTIONS, built, count_of_objects, unused
from reportgen.render.page.letters import Alphabet, packed, stream_of, widened
from reportgen.render.stamp.run import Run

_MOST_HELD: Final = 1024


class NotPlainError(Exception):
    """A file is not made as a plate must be; its text says why, for whoever looks after the program."""


class Seen(Protocol):
    """A file as it was about to be written.

    ``alphabets`` are the glyphs that its faces have whatever it says, ``faces`` the files of these.
    """

    pdf: Any
    objects: Sequence[Any]
    alphabets: Mapping[Any, Alphabet]
    faces: Hashable


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


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a run of words stands in the page's stream."""

    start: int
    end: int
    run: Run


class Plate:
    """A frozen file, its page's stream, and the runs of words in it in the order in which they are drawn."""

    def __init__(self, seen: Seen, runs: Sequence[Run]) -> None:
        """Freeze a file with the objects that it had when it was about to be written.

        Raises:
            NotPlainError: it has more than one page, or a run of words is not found in it exactly once.

        """
        self.seen, objects = seen, seen.objects
        page = _only_page(seen)
        self.contents = _number(page["Contents"])
        stream = list(objects[self.contents].stream)
        self.cuts = sorted((Cut(*_find(stream, run), run) for run in runs), key=lambda cut: cut.start)
        if len(self.cuts) != stream.count(b"BT"):
            raise NotPlainError("something else than the page's own words is drawn with letters")
        ends, starts = [0, *(cut.end for cut in self.cuts)], [*(cut.start for cut in self.cuts), len(stream)]
        self.between = [stream_of(stream[end:start]) for end, start in zip(ends, starts, strict=True)]
        self.forms: dict[tuple[int, ...], bytes] = {}
        self.held: dict[Run, bool] = {}
        self.usual = all(map(self.has, runs))
        self.objects = [_Frozen(one) for one in objects]
        last = _number(objects[_number(page["Resources"])]["Font"])
        known = {cut.run.key: cut.run.face for cut in self.cuts}
        self.first = last - count_of_objects(known.values())

    def place(self, run: Run) -> int:
        """Tell as which a run is drawn.

        Raises:
            NotPlainError: it is none of the page.

        """
        for place, cut in enumerate(self.cuts):
            if cut.run is run:
                return place
        raise NotPlainError("the run is none of the page")

    def stream(self, changed: Mapping[int, Run]) -> bytes:
        """Give the page's stream with other runs in some places."""
        places = tuple(sorted(changed))
        form = self.forms.get(places) or self._form(places)
        return form % tuple([changed[place].drawn for place in places])

    def _form(self, places: Collection[int]) -> bytes:
        """Join all that is drawn, but for the runs in some places: they are changed in every paper."""
        runs = [
            b"%b" if place in places else cut.run.drawn.replace(b"%", b"%%")
            for place, cut in enumerate(self.cuts)
        ]
        between = [piece.replace(b"%", b"%%") for piece in self.between]
        pieces = chain.from_iterable(zip(between, [*runs, b""], strict=True))
        self.forms[tuple(places)] = form = b"\n".join(piece for piece in pieces if piece)
        return form

    def agrees(self, changed: Mapping[int, Run]) -> bool:
        """Ask whether other runs in some places are drawn in the same faces, whose alphabets have them.

        Then nothing of the file changes beside the page's stream.
        """
        return self.usual and all(self._is_like(run, self.cuts[place].run) for place, run in changed.items())

    def _is_like(self, run: Run, other: Run) -> bool:
        return run.key == other.key and (run.drawn == other.drawn or self.has(run))

    def has(self, run: Run) -> bool:
        """Ask whether the alphabet of its face has all letters of a run."""
        if run.late:
            return True
        if run not in self.held:
            if len(self.held) >= _MOST_HELD:
                self.held.clear()
            self.held[run] = self._holds(run)
        return self.held[run]

    def _holds(self, run: Run) -> bool:
        alphabet = self.seen.alphabets.get(run.key)
        return alphabet is not None and alphabet.holds(run.face.to_unicode, run.face.widths)

    def written(self, changed: Mapping[int, Run], identifier: bytes) -> bytes | None:
        """Write the file with other runs in some places; nothing where it would not be the engine's own."""
        runs = [changed.get(place, cut.run).whole for place, cut in enumerate(self.cuts)]
        if any(run.key != cut.run.key for run, cut in zip(runs, self.cuts, strict=True)):
            return None
        if self.agrees(changed):
            return self.put_together(changed, identifier)
        return (
            self.put_together(changed, identifier, built(self._faces(runs), self.first))
            if _agree(runs)
            else None
        )

    def put_together(self, changed: Mapping[int, Run], identifier: bytes, faces: Sequence[Any] = ()) -> bytes:
        """Write the file with other runs in some places, and with other faces if there are any."""
        objects = list(self.objects)
        objects[self.first : self.first + len(faces)] = map(_Frozen, faces)
        objects[self.contents] = self._page(self.stream(changed))
        return self._file(objects, identifier)

    def _page(self, content: bytes) -> _Frozen:
        stream = pydyf.Stream([content])
        stream.number = self.contents
        return _Frozen(packed(stream))

    def _faces(self, runs: Sequence[Run]) -> dict[Any, Any]:
        """Gather the faces of some runs; the first run of a glyph says its letter."""
        faces: dict[Any, Any] = {}
        for run in runs:
            own = faces.setdefault(run.key, unused(run.face))
            for glyph, text in run.face.to_unicode.items():
                own.to_unicode.setdefault(glyph, text)
            own.widths.update(run.face.widths)
        return {key: self._widened(key, face) for key, face in faces.items()}

    def _widened(self, key: Any, face: Any) -> Any:
        return widened(face, self.seen.faces, self.seen.alphabets.get(key, Alphabet()))

    def _file(self, objects: list[Any], identifier: bytes) -> bytes:
        pdf, target = pydyf.PDF(), BytesIO()
        pdf.objects, pdf.catalog, pdf.pages = objects, self.seen.pdf.catalog, self.seen.pdf.pages
        pdf.info = copy(self.seen.pdf.info)
        pdf.write(target, OPTIONS["pdf_version"], identifier, compress=True)
        return target.getvalue()


def _agree(runs: Sequence[Run]) -> bool:
    """Ask whether all runs take each glyph to be as wide as the others do: the engine asks only the first."""
    widths: dict[tuple[Any, int], int] = {}
    return all(
        widths.setdefault((run.key, glyph), width) == width
        for run in runs
        for glyph, width in run.face.widths.items()
    )


def _only_page(seen: Seen) -> Any:
    if seen.pdf.pages["Count"] != 1:
        raise NotPlainError("it has more than one page")
    return seen.objects[seen.pdf.pages["Kids"][0]]


def _number(reference: Any) -> int:
    """Read the number of a reference (``12 0 R``)."""
    return int(bytes(reference).split()[0])


def _find(stream: Sequence[Any], run: Run) -> tuple[int, int]:
    """Find a run in the page's stream: where it stands tells it from all others."""
    places = [place for place, item in enumerate(stream) if item == run.items[1]]
    start = places[0] - 1 if len(places) == 1 else -1
    end = start + len(run.items)
    if start < 0 or list(stream[start:end]) != list(run.items):
        raise NotPlainError("a run of words is not drawn as it stands")
    return start, end
