"""JSON, read strictly: exact numbers, no name twice, an address for each name and value."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from fractions import Fraction
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import Final, NoReturn

from reportgen.load.odd_letters import tell_odd, tell_odd_in
from reportgen.load.text import nfc, refuse_bad, refuse_bad_in
from reportgen.model.diagnostics import Complaints
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import Foreign, phrase
from reportgen.model.plain import LONGEST_NUMBER, Exact

DEEPEST: Final = 40
"""How many objects and lists may stand inside one another."""

MOST_VALUES: Final = 1_000_000
"""How many values a file may hold."""

_SPACE: Final = re.compile(r"[ \t\n]*")
_NUMBER: Final = re.compile(r"(-?(?:0|[1-9]\d*)(?:\.\d+)?)(?:[eE]([-+]?\d+))?(?![\w.])", re.ASCII)
_WORD: Final = re.compile(r"true|false|null")
_WORDS: Final[Mapping[str, bool | None]] = {"true": True, "false": False, "null": None}


def read_json(text: str, file: str, complaints: Complaints) -> tuple[object, Sources]:
    """Read one value; complaints are added, and raised where nothing more can be read."""
    clean = refuse_bad(text, file, complaints)
    tell_odd(clean, file, complaints)
    reader = _Reader(clean, file, complaints)
    return reader.document(), reader.sources


class _Reader:
    """Goes through the text once."""

    __slots__ = ("at", "complaints", "file", "lines", "read", "sources", "text")

    def __init__(self, text: str, file: str, complaints: Complaints) -> None:
        self.text = text
        self.file = file
        self.complaints = complaints
        self.sources = Sources(file)
        self.at = self.read = 0
        self.lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def document(self) -> object:
        """Read the only value."""
        self.pass_space()
        value = self.value(())
        self.pass_space()
        if self.at < len(self.text):
            self.fail(phrase("something follows the end"))
        return value

    def value(self, path: DataPath) -> object:
        """Read what begins here."""
        self.sources.values[path] = origin = self.here()
        self.read += 1
        if self.read > MOST_VALUES:
            self.fail(phrase("more than {most} values stand in it", most=MOST_VALUES))
        match self.text[self.at : self.at + 1]:
            case "{":
                return self.mapping(path)
            case "[":
                return self.items(path)
            case '"':
                return self.string(origin)
        if found := _WORD.match(self.text, self.at):
            self.at = found.end()
            return _WORDS[found.group()]
        return self.number()

    def mapping(self, path: DataPath) -> Mapping[str, object]:
        """Read names and values."""
        self.go_down(path)
        found: dict[str, object] = {}
        while not self.ended("}", first=not found):
            origin = self.here()
            if self.text[self.at : self.at + 1] != '"':
                self.fail(phrase("a name in double quotes is missing here"))
            key = self.string(origin)
            place = (*path, key)
            self.refuse_twin(place, origin, key)
            self.sources.keys.setdefault(place, origin)
            self.pass_sign(":")
            found[key] = self.value(place)
        return found

    def items(self, path: DataPath) -> list[object]:
        """Read one value after the other."""
        self.go_down(path)
        items: list[object] = []
        while not self.ended("]", first=not items):
            items.append(self.value((*path, len(items))))
        return items

    def string(self, origin: Origin) -> str:
        """Read a text in double quotes."""
        begin = self.at + 1
        try:
            value, self.at = scanstring(self.text, begin, True)  # noqa: FBT003  # takes no keywords
        except JSONDecodeError as error:
            self.at = error.pos
            self.fail(Foreign(error.msg[:1].lower() + error.msg[1:]))
        if "\\" in self.text[begin : self.at]:
            refuse_bad_in(value, origin, self.complaints)
            tell_odd_in(value, self.text[begin : self.at], origin, self.complaints)
        return nfc(value.replace("\r\n", "\n").replace("\r", "\n"))

    def number(self) -> Exact:
        """Read a number exactly."""
        found = _NUMBER.match(self.text, self.at)
        if found is None:
            self.fail(phrase("a value is missing here: a text wants double quotes"))
        power = int(found[2] or 0) if len(found[2] or "") <= len(str(LONGEST_NUMBER)) + 1 else LONGEST_NUMBER
        if len(found[1]) + abs(power) > LONGEST_NUMBER:
            self.fail(phrase("the number has more than {most} digits", most=LONGEST_NUMBER))
        self.at = found.end()
        value = Fraction(found[1]) * Fraction(10) ** power
        return Exact(int(value) if value.denominator == 1 else value, found.group())

    def ended(self, sign: str, *, first: bool) -> bool:
        """Pass what stands before the next item, or the end."""
        self.pass_space()
        if self.text[self.at : self.at + 1] == sign:
            self.at += 1
            return True
        if not first:
            self.pass_sign(",")
        return False

    def pass_sign(self, sign: str) -> None:
        """Pass a sign that must stand here."""
        self.pass_space()
        if self.text[self.at : self.at + 1] != sign:
            self.fail(phrase("'{sign}' is missing here", sign=sign))
        self.at += 1
        self.pass_space()

    def pass_space(self) -> None:
        """Pass white space."""
        if found := _SPACE.match(self.text, self.at):
            self.at = found.end()

    def go_down(self, path: DataPath) -> None:
        """Enter an object or a list."""
        if len(path) >= DEEPEST:
            self.fail(phrase("more than {most} objects and lists stand inside one another", most=DEEPEST))
        self.at += 1

    def refuse_twin(self, place: DataPath, origin: Origin, key: str) -> None:
        """Refuse a name that the object has already."""
        if (first := self.sources.keys.get(place)) is not None:
            related = ((phrase("it first stands here"), first),)
            self.complaints.add("json-key-twice", origin, related=related, key=key)

    def here(self) -> Origin:
        """Tell the place."""
        line = bisect_right(self.lines, self.at)
        return Origin(self.file, line, self.at - self.lines[line - 1] + 1)

    def fail(self, reason: str) -> NoReturn:
        """Give up here."""
        self.complaints.add("json-syntax", self.here(), reason=reason)
        raise DataError(self.complaints)
