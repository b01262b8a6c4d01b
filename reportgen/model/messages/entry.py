"""One entry of the catalogue, and what a language keeps."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """What is wrong, and what to do, in one language; ``{names}`` are filled with the diagnostic's values.

    Both texts are lower case and have no full stop; the hint is an imperative, or empty where the message
    says it all.
    """

    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Message(Text):
    """An entry in English, which alone says how much it weighs.

    ``severity`` is ``error``, ``warning``, ``missing`` or ``note``.
    """

    severity: str = "error"


class Form(StrEnum):
    """What a document's data stand in: what to do is said accordingly."""

    DATA_FILE = "data file"
    WORKBOOK = "workbook"
    TABLE = "table"
    """A table file alone, with nothing beside it that could say how it is meant."""


@dataclass(frozen=True, slots=True)
class Words:
    """All that a language says: messages by code, phrases by their English, and what engines say.

    ``engines`` are patterns of an engine's English, each with what to say instead; ``places`` are the words
    for places in a Word file; ``ways`` what to do instead, by form of the data and code.
    """

    messages: Mapping[str, Text]
    phrases: Mapping[str, str] = field(default_factory=dict)
    engines: tuple[tuple[re.Pattern[str], str], ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    ways: Mapping[Form, Mapping[str, str | Text]] = field(default_factory=dict)

    def entry(self, code: str, form: Form | None = None) -> Text:
        """Give the text of a message as it reads for a data file, or for another form of the data."""
        usual, way = self.messages[code], self.ways.get(form, {}).get(code) if form else None
        if way is None:
            return usual
        if isinstance(way, Text):
            return way
        return Text(usual.text, way) if usual.hint else Text(way)
