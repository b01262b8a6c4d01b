"""Fields of a Word template, which Word computes itself: what they would show, and what they would run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.render.word.places import Paragraph, W

_CHANGING: Final = re.compile(
    r"\s*(=|(DATE|TIME|(SAVE|PRINT|CREATE)DATE|EDITTIME|FILENAME|FILESIZE|AUTHOR|LASTSAVEDBY|USERNAME|TITLE"
    r"|DOCPROPERTY|MERGEFIELD|NUMWORDS|NUMCHARS)\b)",
    re.IGNORECASE,
)
"""Fields that show today's date, somebody's name or a sum of Word's own."""

_OUTSIDE: Final = re.compile(
    r"\s*(DDE|DDEAUTO|LINK|INCLUDE\w*|IMPORT|DATABASE|RD|MACROBUTTON|PRINT|ADDIN|EMBED|CONTROL|HTMLACTIVEX"
    r"|AUTOTEXT\w*|GLOSSARY|QUOTE)\b",
    re.IGNORECASE,
)
"""Fields that take in something from elsewhere, run something, or hide what they say."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in the tags of a part: the diagnostic's code, its place, and other places that matter."""

    code: str
    place: str
    values: Mapping[str, str]
    others: tuple[tuple[str, str], ...] = ()


def field_faults(paragraph: Paragraph) -> Iterator[Fault]:
    """Find fields that Word computes or writes anew, so that the page would not say what the paper says."""
    for found in _field_codes(paragraph):
        if found.made or _OUTSIDE.match(found.code):
            yield Fault("word-field-outside", paragraph.at(0, 0), {"field": found.code.strip()})
        elif _CHANGING.match(found.code):
            yield Fault("word-field-changes", paragraph.at(0, 0), {"field": found.code.strip()})


@dataclass(slots=True)
class _Field:
    """A field's code as far as it was read; ``made`` if other fields or paragraphs make up a part of it."""

    code: str
    coding: bool = True
    made: bool = False


def _field_codes(paragraph: Paragraph) -> list[_Field]:
    found: list[_Field] = []
    begun: list[_Field] = []
    for element in paragraph.element.iter(f"{W}fldChar", f"{W}instrText", f"{W}fldSimple"):
        sort = element.get(f"{W}fldCharType")
        if element.tag == f"{W}fldSimple" or sort == "begin":
            if begun:
                begun[-1].made = begun[-1].made or begun[-1].coding
            found.append(_Field(element.get(f"{W}instr", "")))
            begun += found[-1:] if sort == "begin" else []
        elif element.tag == f"{W}instrText" and begun:
            begun[-1].code += element.text or ""
        elif element.tag == f"{W}instrText":
            found.append(_Field(element.text or "", made=True))
        elif begun and sort == "separate":
            begun[-1].coding = False
        elif begun:
            begun.pop()
    return found
