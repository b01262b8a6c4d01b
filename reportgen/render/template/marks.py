"""The marks round every printed value, so that its exact place is known until the page is finished."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import md5
from itertools import chain
from typing import Final

OPEN: Final = "\ue000"
CLOSE: Final = "\ue001"
"""Stand around each printed value in the rendered text, so that its exact place is known; never on a page."""

NAMED: Final = "\ue009"
"""Parts the name of a printed value, where it has one, from its text."""

SIGNS: Final = re.compile("[\ue000-\ue009]")
"""These, and what else stands for something until a page is finished: no template and no data has them."""

_EMITTED: Final = re.compile(f"{OPEN}(?:([^{OPEN}{CLOSE}{NAMED}]*){NAMED})?([^{CLOSE}]*){CLOSE}")
_MARKS: Final = re.compile(f"{OPEN}(?:[^{OPEN}{CLOSE}{NAMED}]*{NAMED})?|{CLOSE}")


def marked(text: str, name: str = "") -> str:
    """Put a printed value between its marks."""
    return f"{OPEN}{name}{NAMED}{text}{CLOSE}" if name else f"{OPEN}{text}{CLOSE}"


def pieces(text: str) -> Iterator[tuple[str, bool, str]]:
    """Take a rendered text apart: words, whether they are a printed value, and the name of the value."""
    words, *rest = _EMITTED.split(text)
    if words:
        yield strip_marks(words), False, ""
    for name, value, after in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        yield strip_marks(value), True, name or ""
        if after:
            yield strip_marks(after), False, ""


Frame = tuple[str | None, ...]
"""A filled template without its printed values: its own text, the name of a value or none, its own text, …"""


def apart(text: str) -> tuple[Frame, tuple[str, ...]]:
    """Take a filled template apart: its frame, and the printed values in their order, as they are written."""
    parts = _EMITTED.split(text)
    values = tuple(parts[2::3])
    del parts[2::3]
    return tuple(parts), values


@dataclass(frozen=True)
class Filled:
    """A filled template, and what it consists of: a page of long tables is taken apart if somebody asks."""

    html: str
    known: tuple[Frame, tuple[str, ...]] | None = field(default=None, compare=False)

    @cached_property
    def parts(self) -> tuple[Frame, tuple[str, ...]]:
        """Give its frame and its values."""
        return self.known or apart(self.html)

    @property
    def frame(self) -> Frame:
        """Give what stands around its values."""
        return self.parts[0]

    @property
    def values(self) -> tuple[str, ...]:
        """Give its values as they are written."""
        return self.parts[1]


def between(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Take a rendered text apart: its own words round the printed values, their names, and the values."""
    parts = _EMITTED.split(text)
    return tuple(parts[::3]), tuple(name or "" for name in parts[1::3]), tuple(parts[2::3])


def filled(frame: Sequence[str | None], values: Sequence[str]) -> str:
    """Put values into a frame, each between its marks."""
    first, *rest = frame
    names, texts = rest[::2], rest[1::2]
    between = (
        (marked(value, name or ""), text or "")
        for value, name, text in zip(values, names, texts, strict=True)
    )
    return "".join(chain([first or ""], chain.from_iterable(between)))


def identifier_of(text: str) -> bytes:
    """Tell files apart by the rendered text that they are made of (ISO 32000-1, 14.4)."""
    return md5(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest().encode()


def emitted_in(text: str) -> list[str]:
    """List the printed values in a rendered text."""
    return [value for _, value in _EMITTED.findall(text)]


def strip_marks(text: str) -> str:
    """Take the marks out of a rendered text."""
    return _MARKS.sub("", text)
