"""Words of the program that stand inside a message, a place or an explanation: English, and translatable."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from reportgen.model.messages import words
from reportgen.model.messages.entry import Form
from reportgen.model.values import told


class Phrase(str):
    """A text of the program's own that other languages can say too; ``str`` of it keeps that.

    ``pattern`` is the English text with its blanks, under which a language keeps its own; ``values`` fill
    them, and may be phrases themselves.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: Mapping[str, str]

    def __new__(cls, pattern: str, values: Mapping[str, str]) -> Self:
        """Write the English text."""
        self = super().__new__(cls, pattern.format_map(values))
        self.pattern, self.values = pattern, values
        return self

    def __getnewargs__(self) -> tuple[str, Mapping[str, str]]:  # type: ignore[override]  # str has its own
        """Keep the pattern when copied or sent to another process."""
        return self.pattern, self.values

    def __str__(self) -> str:
        """Stay what it is inside an exception or a list of values."""
        return self


class Foreign(str):
    """What an engine or the system said, in its English; a language knows the frequent ones."""

    __slots__ = ()

    def __str__(self) -> str:
        """Stay what it is inside an exception or a list of values."""
        return self


class Called(str):
    """What kind.yaml calls something; ``label`` is what stands on the sheets of a workbook instead.

    Who fills in a workbook has never seen the names of kind.yaml, who writes a data file uses them.
    """

    __slots__ = ("label", "name")

    name: str
    label: str

    def __new__(cls, name: str, label: str) -> Self:
        """Keep both, and be the name; each may be a phrase."""
        self = super().__new__(cls, name)
        self.name, self.label = name, label
        return self

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # str has its own
        """Keep the label when copied or sent to another process."""
        return self.name, self.label

    def __str__(self) -> str:
        """Stay what it is inside a list of values."""
        return self


def phrase(pattern: str, /, **values: object) -> Phrase:
    """Fill a pattern with the values it talks about."""
    return Phrase(pattern, {name: told(value) for name, value in values.items()})


def strung(separator: str, parts: Iterable[str]) -> Phrase:
    """Put texts in a row; each of them, and what stands between them, may be a phrase."""
    values = {f"part_{number}": part for number, part in enumerate(parts)}
    return Phrase("{separator}".join(f"{{{name}}}" for name in values), {"separator": separator, **values})


def shortened(places: Sequence[str], most: int) -> str:
    """List places, only the first of them where there are too many."""
    shown, more = ", ".join(places[:most]), len(places) - most
    return phrase("{places} and {count} more", places=shown, count=more) if more > 0 else shown


def likewise(places: Sequence[str], count: int) -> str:
    """List where more of the same stands as at the first of some places; ``count`` is of all."""
    shown = ", ".join(places[1:])
    if count > len(places):
        return phrase("; likewise {count} more: {places} …", count=count - 1, places=shown)
    return phrase("; likewise {places}", places=shown) if shown else ""


def said(text: str, language: str, form: Form | None = None) -> str:
    """Say a text in a language, as far as it is the program's own or an engine's; ``form`` is the data's."""
    match text:
        case Phrase():
            pattern = words(language).phrases.get(text.pattern, text.pattern)
            values = {name: said(value, language, form) for name, value in text.values.items()}
            return pattern.format_map(values)
        case Called():
            return said(text.label if form is Form.WORKBOOK else text.name, language, form)
        case Foreign():
            return reworded(text, words(language).engines)
        case _:
            return text


def said_place(place: str, language: str) -> str:
    """Say a place in a Word file: ``body, table 1, row 2``, and the words that stand there as they are."""
    known = words(language).places
    where, mark, quoted = place.partition(', "')
    if not known or "/" in where:
        return place
    pattern = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    return re.sub(rf"\b({pattern})\b", lambda found: known[found[0]], where) + mark + quoted


def reworded(text: str, known: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """Put what an engine said into other words, where they are known."""
    for pattern, other in known:
        if found := pattern.fullmatch(text):
            return found.expand(other)
    return str.__str__(text)
