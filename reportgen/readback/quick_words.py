"""The words of a page by their marks, read from the bytes by which it is drawn.

A page's stream is read step by step, from its first byte to its last. Where it says anything that is not
known here (words that are turned, drawings in drawings, other ways of showing words), or where words may
stand out of the page, nothing is read of that page.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from unicodedata import normalize

from reportgen.readback.quick_faces import DIGITS, Face

_N: Final = r"-?(?:\d++(?:\.\d*+)?|\.\d++)"
_NAME: Final = r"/([^\s/<>()\[\]{}%]+)"
_MARK: Final = r"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC\s+"
_SHOWN: Final = (
    rf"1 0 0 -1 ({_N}) ({_N}) Tm\s*(?:{_NAME} ({_N}) Tf\s*)?"
    r"\[(?:<((?:[\da-fA-F]{4})+)>|([<>\da-fA-F.\s-]*))\]\s*TJ\s+"
)
_STEP: Final = re.compile(
    rf"(?P<cell>{_MARK}BT\s+{_SHOWN}ET\s+EMC\s*)"
    rf"|(?P<shown>{_SHOWN})"
    rf"|(?P<mark>{_MARK})"
    r"|(?P<ends>(?:ET\s+)?EMC\s*)"
    rf"|(?P<plain>(?:(?:{_N}\s+)+(?:m|l|re|c|w|RG|rg|G|g)\s+|(?:BT|ET|S|f|n|h)\s+|{_NAME} gs\s+)+)"
    r"|(?P<aside>/Artifact\s+(?:BMC|<<[^<>()]*>>\s*BDC)\s+)"
    r"|(?P<kept>q\s+)|(?P<back>Q\s*)"
    rf"|(?P<moved>{_N} 0 0 {_N} {_N} {_N} cm\s+)"
    rf"|(?P<face>{_NAME} {_N} Tf\s+)"
)
"""All that is known; what is drawn beside words is passed over."""

_RUNS: Final = re.compile(rf"\s*(?:{_N}\s*)?(?:<(?:[\da-fA-F]{{4}})*>\s*(?:{_N}\s*)?)*")
_GLYPHS: Final = re.compile(r"<([\da-fA-F]*)>")
_ASIDE: Final = -1
"""The mark of what is no word of the paper."""

_EM: Final = 1000

_TALL: Final = 1.5
"""So far above and below their line letters may reach, in parts of their size."""


Place = tuple[float, float]
"""Where words begin, in points from the left and from below."""


class NotKnownError(Exception):
    """A page says something that is not known here."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a page in points, one of its corners at nothing, and its faces by their names on it."""

    width: float
    height: float
    faces: Mapping[str, Face]


@dataclass(frozen=True, slots=True)
class _Manner:
    """How things are drawn: scaled and moved, and in which face of which size."""

    scale: tuple[float, float] = (1, 1)
    shift: tuple[float, float] = (0, 0)
    face: str = ""
    size: float = 0


@dataclass(slots=True)
class _Page:
    """A page that is gone through: runs of glyphs by their faces, each with its mark, in their order."""

    paper: Paper
    manner: _Manner = field(default_factory=_Manner)
    kept: list[_Manner] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    runs: list[tuple[int, str]] = field(default_factory=list)
    glyphs: dict[str, list[str]] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)

    def cell(self, step: re.Match[str]) -> None:
        """Take a mark with words on one line."""
        if self.marks:
            raise NotKnownError
        self._take(int(step[2]), step.group(3, 4, 5, 6, 7, 8))

    def shown(self, step: re.Match[str]) -> None:
        """Take words."""
        (mark,) = self.marks
        if mark != _ASIDE:
            self._take(mark, step.group(10, 11, 12, 13, 14, 15))
        elif step[12]:
            self.manner = replace(self.manner, face=step[12], size=float(step[13]))

    def _take(self, mark: int, said: Sequence[str]) -> None:
        across, down, face, size, bare, mixed = said
        if face:
            self.manner = replace(self.manner, face=face, size=float(size))
        face = self.manner.face
        if face not in self.paper.faces:
            raise NotKnownError
        back, forth = 0.0, 0.0
        if bare is None:
            bare, back, forth = _taken_apart(mixed)
        place, known = self._placed(float(across), float(down)), self.paper.faces[face]
        at_most = len(bare) / DIGITS * known.widest + forth
        if not self._is_within(place, back, at_most) and not self._is_within(
            place, back, known.width(bare) + forth
        ):
            raise NotKnownError
        self.places.append(place)
        self.runs.append((mark, face))
        self.glyphs.setdefault(face, []).append(bare)

    def _placed(self, across: float, down: float) -> Place:
        (right, up), (x, y) = self.manner.scale, self.manner.shift
        return across * right + x, down * up + y

    def _is_within(self, place: Place, back: float, wide: float) -> bool:
        """Ask whether words stand on the page; near its edges others have to look."""
        (right, up), size, (left, base) = self.manner.scale, self.manner.size, place
        room, tall, paper = size * right, _TALL * abs(size * up), self.paper
        return (
            room > 0
            and (back + 1) * room < left < paper.width - (wide + 1) * room
            and tall < base < paper.height - tall
        )

    def mark(self, step: re.Match[str]) -> None:
        """Begin a mark."""
        self.marks.append(int(step[17]))

    def aside(self, _: re.Match[str]) -> None:
        """Begin what is no word of the paper."""
        self.marks.append(_ASIDE)

    def ends(self, _: re.Match[str]) -> None:
        """End a mark."""
        self.marks.pop()

    def keep(self, _: re.Match[str]) -> None:
        """Note how things are drawn."""
        self.kept.append(self.manner)

    def back(self, _: re.Match[str]) -> None:
        """Draw as before."""
        self.manner = self.kept.pop()

    def moved(self, step: re.Match[str]) -> None:
        """Scale and move what is drawn next."""
        across, _, _, down, x, y = map(float, step["moved"].split()[:6])
        (right, up), (left, top) = self.manner.scale, self.manner.shift
        self.manner = replace(
            self.manner, scale=(right * across, up * down), shift=(left + right * x, top + up * y)
        )

    def face(self, step: re.Match[str]) -> None:
        """Take a face."""
        name, size, _ = step["face"].split()
        self.manner = replace(self.manner, face=name.removeprefix("/"), size=float(size))

    def plain(self, _: re.Match[str]) -> None:
        """Pass over what is drawn beside words."""

    def texts(self) -> dict[int, list[str]]:
        """Give the words by their marks, a text for each run, unless some lie upon others."""
        if len(set(self.places)) < len(self.places):
            raise NotKnownError
        faces = self.paper.faces
        read = {face: iter(faces[face].read(glyphs)) for face, glyphs in self.glyphs.items()}
        texts: dict[int, list[str]] = {}
        for mark, face in self.runs:
            text = next(read[face])
            texts.setdefault(mark, []).append(text if text.isascii() else normalize("NFC", text))
        return texts


_TAKES: Final[Mapping[str | None, Callable[[_Page, re.Match[str]], None]]] = {
    "cell": _Page.cell,
    "shown": _Page.shown,
    "mark": _Page.mark,
    "aside": _Page.aside,
    "ends": _Page.ends,
    "kept": _Page.keep,
    "back": _Page.back,
    "moved": _Page.moved,
    "face": _Page.face,
    "plain": _Page.plain,
}


def words_of(stream: str, paper: Paper) -> dict[int, list[str]]:
    """Read the words of a page by the marks in which they stand, a text for each run.

    Raises:
        NotKnownError: it is drawn in a way that is not known here.

    """
    page, end = _Page(paper), 0
    try:
        for step in _STEP.finditer(stream):
            if step.start() != end:
                raise NotKnownError
            end = step.end()
            _TAKES[step.lastgroup](page, step)
        if end != len(stream) or page.marks:
            raise NotKnownError
        return page.texts()
    except (IndexError, ValueError) as error:  # what ends was not begun, or is no glyph
        raise NotKnownError from error


def _taken_apart(mixed: str) -> tuple[str, float, float]:
    """Take the glyphs of a run out, and tell how far they are moved back and forth, in parts of a size."""
    if not _RUNS.fullmatch(mixed):
        raise NotKnownError
    moves = [float(move) / _EM for move in _GLYPHS.sub(" ", mixed).split()]
    back, forth = sum(move for move in moves if move > 0), -sum(move for move in moves if move < 0)
    return "".join(_GLYPHS.findall(mixed)), back, forth
