"""The faces of a file: cut down to its letters and packed, once for all files that show the same ones.

The engine cuts them down to the letters of each page when it writes it, and packs them twice. Those of pages
that are printed by the thousand would be cut and packed a thousand times, and once more for their alphabets
(`letters`). So faces stay whole while the engine writes, and are cut and packed before the file is finished.
"""

from collections.abc import Hashable, Iterable, Mapping
from copy import copy
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]  # it has no types, as the engine
from weasyprint import DEFAULT_OPTIONS
from weasyprint.pdf import VARIANTS
from weasyprint.pdf.fonts import Font, build_fonts_dictionary

from reportgen.render.page.archive import VARIANT

OPTIONS: Final = {**DEFAULT_OPTIONS, **VARIANTS[VARIANT][1]}
"""What the engine writes a paper of the archive with."""

_MOST_KNOWN: Final = 64

_CUT: dict[Hashable, bytes] = {}
_PACKED: dict[Hashable, bytes] = {}


class Whole(dict[Any, Any]):
    """The faces of a file, by the engine's keys, whole for now."""

    def __setitem__(self, key: Any, face: Any) -> None:
        """Take a face in that the engine opened."""
        super().__setitem__(key, _Whole(face))


class _Whole(Font):  # type: ignore[misc]  # the engine has no types
    """A face that is cut down later."""

    def __init__(self, face: Any) -> None:
        self.__dict__.update(vars(face))

    def clean(self, to_unicode: Mapping[int, str], hinting: bool) -> None:  # noqa: FBT001  # the engine's
        """Leave it as it is."""


class Face(Font):  # type: ignore[misc]  # the engine has no types
    """A face of a file with the glyphs of some letters; what it was cut down to is remembered.

    ``files`` are those that faces come from.
    """

    def __init__(
        self, face: Any, files: Hashable, to_unicode: Mapping[int, str], widths: Mapping[int, int]
    ) -> None:
        self.__dict__.update(vars(face), files=files)
        self.to_unicode, self.widths = dict(to_unicode), dict(widths)

    def subset(self, to_unicode: Mapping[int, str], hinting: bool) -> None:  # noqa: FBT001  # the engine's
        """Cut the face down."""
        key = (self.files, self.hash, frozenset(to_unicode), hinting, bool(self.missing))
        if key not in _CUT:
            super().subset(to_unicode, hinting)
            _remember(_CUT, key, self.file_content)
        self.file_content: bytes = _CUT[key]


class _Packed(pydyf.Stream):  # type: ignore[misc]  # the engine has no types
    """A stream that is packed once for all files that have it."""

    @property
    def data(self) -> bytes:
        """Give what it says."""
        key = (pydyf.Dictionary(self.extra).data, *self.stream)
        if key not in _PACKED:
            _remember(_PACKED, key, super().data)
        return _PACKED[key]


def unused(face: Any) -> Any:
    """Take a face in which no word was drawn yet."""
    fresh = copy(face)
    fresh.to_unicode, fresh.widths = {}, {}
    return fresh


def put_in(pdf: Any, whole: Mapping[Any, Any], faces: Mapping[Any, Face]) -> None:
    """Put faces into a file, before it is finished, in the place of whole ones."""
    first, last = _first(pdf, whole.values()), _number_of_fonts(pdf)
    if first is not None:
        pdf.objects[first:last] = built(faces, first)


def count_of_objects(faces: Iterable[Any]) -> int:
    """Tell how many objects faces take: one for each file, and four for each face."""
    hashes = [face.hash for face in faces]
    return len(set(hashes)) + 4 * len(hashes)


def built(faces: Mapping[Any, Any], first: int) -> list[Any]:
    """Make the objects of faces, numbered from a place on."""
    part = pydyf.PDF()
    part.objects = [None] * first
    build_fonts_dictionary(part, faces, True, True, OPTIONS)  # noqa: FBT003  # the engine's
    return [_packed_once(one) for one in part.objects[first:]]


def _packed_once(one: Any) -> Any:
    if not isinstance(one, pydyf.Stream):
        return one
    packed = _Packed(one.stream, one.extra, one.compress)
    packed.number = one.number
    return packed


def _first(pdf: Any, faces: Iterable[Any]) -> int | None:
    """Find the number of the first file of faces: nothing where there is none."""
    contents = {id(face.file_content) for face in faces}
    streams = ((number, getattr(one, "stream", None)) for number, one in enumerate(pdf.objects))
    return next((number for number, stream in streams if stream and id(stream[0]) in contents), None)


def _number_of_fonts(pdf: Any) -> int:
    """Find the number of the list of the faces of all pages: it follows them."""
    page = pdf.objects[pdf.pages["Kids"][0]]
    resources = pdf.objects[int(bytes(page["Resources"]).split()[0])]
    return int(bytes(resources["Font"]).split()[0])


def _remember(known: dict[Hashable, bytes], key: Hashable, content: bytes) -> None:
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known[key] = content
