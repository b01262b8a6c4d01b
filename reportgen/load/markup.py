"""XML read as a stream of events, so that nothing is kept of what is passed over."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import IO, Any, Final
from xml.parsers import expat

START: Final = "start"
END: Final = "end"
TEXT: Final = "text"

Event = tuple[str, str, Mapping[str, str]]
"""A kind, a name (or the text itself), and the attributes of what starts."""

_CHUNK = 1 << 16
_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
_NOTHING: Final[Mapping[str, str]] = {}


MOST_ELEMENTS = 10_000_000
"""How many elements are read of one part; a million cells need three or four each."""


class TooLongError(ValueError):
    """A part goes on and on, with next to nothing in it."""


class DoctypeError(ValueError):
    """A file declares a document type: no office program does, and entities could fill the memory."""


def events(stream: IO[bytes]) -> Iterator[Event]:
    """Read XML from a stream.

    Raises:
        DoctypeError: the file declares a document type.
        TooLongError: it has more elements than anybody fills in.
        expat.ExpatError: it is no XML.

    """
    found: list[Event] = []
    heard = 0
    parser = _parser(found)
    while chunk := stream.read(_CHUNK):
        parser.Parse(chunk)
        heard += len(found)
        if heard > MOST_ELEMENTS * 2:
            raise TooLongError
        yield from found
        found.clear()
    parser.Parse(b"", True)  # noqa: FBT003  # it takes no keyword
    yield from found


def _parser(found: list[Event]) -> Any:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: Mapping[str, str]) -> None:
        found.append((START, _short(name), {_short(key): value for key, value in attributes.items()}))

    def refuse(*_: object) -> None:
        raise DoctypeError

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: found.append((END, _short(name), _NOTHING))
    parser.CharacterDataHandler = lambda text: found.append((TEXT, text, _NOTHING))
    parser.StartDoctypeDeclHandler = refuse
    return parser


@lru_cache(maxsize=1024)
def _short(name: str) -> str:
    """Keep the usual prefix in OpenDocument, whose namespaces share names; elsewhere the name alone."""
    space, _, local = name.rpartition(" ")
    if space.startswith(_OPEN_DOCUMENT) or ":calcext:" in space:
        return f"{space.split(':')[-2]}:{local}"
    return local
