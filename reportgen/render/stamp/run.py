"""Words on one line as the page's stream has them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

_GLYPHS: Final = re.compile(rb"<([0-9a-f]*)>")
_DIGITS: Final = 4
_UNKNOWN: Final = "\ufffd"


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Words on one line as they are drawn: what the page's stream says, and the face that it says it in.

    The face knows of these words alone which text a glyph stands for (``to_unicode``), and how wide it is
    (``widths``, in thousandths of the letters' size), in the order in which glyphs are met; ``key`` is the
    one under which the engine keeps it. ``drawn`` are the ``items`` as they are written, ``text`` is what
    readers of the file make of them.
    """

    items: Sequence[Any]
    key: Any
    face: Any
    drawn: bytes
    text: str
    late: "Callable[[], Run] | None" = None
    """Of usual letters: gives the same with the face, which few ask for."""

    @classmethod
    def of(cls, items: Sequence[Any], key: Any, face: Any) -> "Run":
        """Write and read what is drawn."""
        return cls(items, key, face, b"\n".join(items), as_read(items[-2], face))

    @property
    def whole(self) -> "Run":
        """Give it with its face."""
        return self.late() if self.late else self

    def __eq__(self, other: object) -> bool:
        """Ask whether other words are drawn the same, with the same letters."""
        return isinstance(other, Run) and self._said == other._said

    def __hash__(self) -> int:
        """Agree with that."""
        return hash(self.drawn)

    @property
    def _said(self) -> tuple[Any, ...]:
        face = self.whole.face
        return self.key, self.drawn, self.text, list(face.to_unicode.items()), list(face.widths.items())


def as_read(shown: bytes, face: Any) -> str:
    """Read words as readers of the file do: glyph by glyph, each the text that it stands for."""
    glyphs = b"".join(_GLYPHS.findall(shown))
    numbers = (int(glyphs[place : place + _DIGITS], 16) for place in range(0, len(glyphs), _DIGITS))
    return "".join(face.to_unicode.get(number, _UNKNOWN) for number in numbers)
