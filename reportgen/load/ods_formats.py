"""Number formats of OpenDocument, written as Excel writes its own: they say the same in more words."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from reportgen.load.markup import END, START, TEXT, Event, events

Formats = Mapping[str, str]
"""The number format of each cell style, by the style's name."""

_DATA_STYLES: Final = frozenset(
    f"datastyle:{sort}-style"
    for sort in ("number", "percentage", "currency", "date", "time", "boolean", "text")
)
_LETTERS: Final[Mapping[str, tuple[str, str]]] = {
    "datastyle:day": ("d", "dd"),
    "datastyle:month": ("m", "mm"),
    "datastyle:year": ("yy", "yyyy"),
    "datastyle:hours": ("h", "hh"),
    "datastyle:minutes": ("m", "mm"),
    "datastyle:seconds": ("s", "ss"),
    "datastyle:day-of-week": ("ddd", "dddd"),
}
_LITERAL: Final = ("datastyle:text", "datastyle:currency-symbol")
_LINES: Final = ("style:text-line-through-style", "style:text-line-through-type")
_MOST_DIGITS = 100


@dataclass(slots=True)
class OdsStyles:
    """What the styles of a workbook say about its cells and sheets."""

    formats: dict[str, str] = field(default_factory=dict)
    hidden_tables: set[str] = field(default_factory=set)
    struck: set[str] = field(default_factory=set)
    """The styles of cells that a line goes through."""

    @classmethod
    def of(cls, archive: zipfile.ZipFile) -> "OdsStyles":
        """Read the common styles, then those of the sheets."""
        reader = _Reader()
        for part in ("styles.xml", "content.xml"):
            if part in archive.namelist():
                for event in _until_body(archive, part):
                    reader.hear(*event)
        struck = {name for name in reader.styles if reader.is_struck(name)}
        return cls({name: reader.format_of(name) for name in reader.styles}, reader.hidden, struck)


def _until_body(archive: zipfile.ZipFile, part: str) -> Iterator[Event]:
    with archive.open(part) as stream:
        for event in events(stream):
            if event[1] == "office:body":
                return
            yield event


@dataclass(slots=True)
class _Reader:
    """Hears the events of styles: number formats, styles of cells that use them, hidden sheets."""

    codes: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    lines: dict[str, bool] = field(default_factory=dict)
    name: str = ""
    code: "_Code | None" = None

    def hear(self, kind: str, name: str, attributes: Mapping[str, str]) -> None:
        """Take one event in."""
        if name in _DATA_STYLES and kind == START:
            self.name, self.code = (
                attributes.get("style:name", ""),
                _Code(name == "datastyle:percentage-style"),
            )
            self.code.parts += ["BOOLEAN"] if name == "datastyle:boolean-style" else []
        elif name in _DATA_STYLES and self.code is not None:
            shown = self.codes.get(self.code.instead) or "".join(self.code.parts)
            self.codes[self.name], self.code = shown or "General", None
        elif self.code is not None:
            self.code.hear(kind, name, attributes)
        elif kind == START and name == "style:style":
            self._style(attributes)
        elif kind == START and name == "style:text-properties":
            self._line(attributes)
        elif kind == START and attributes.get("table:display") == "false":
            self.hidden.add(self.name)

    def format_of(self, style: str) -> str:
        """Find a cell style's number format, its own or an ancestor's."""
        own = (data for name in self._with_ancestors(style) if (data := self.styles[name][0]) is not None)
        return self.codes.get(next(own, ""), "General")

    def is_struck(self, style: str) -> bool:
        """Tell whether a cell style, or the nearest ancestor that says so, draws a line through the text."""
        return next((self.lines[name] for name in self._with_ancestors(style) if name in self.lines), False)

    def _with_ancestors(self, style: str) -> Iterator[str]:
        seen = set()
        name: str | None = style
        while name in self.styles and name not in seen:
            seen.add(name)
            yield name
            name = self.styles[name][1]

    def _line(self, attributes: Mapping[str, str]) -> None:
        said = [attributes[key] for key in _LINES if key in attributes]
        if said and self.name in self.styles:
            self.lines[self.name] = any(each != "none" for each in said)

    def _style(self, attributes: Mapping[str, str]) -> None:
        self.name = attributes.get("style:name", "")
        if attributes.get("style:family") == "table-cell":
            data, parent = (attributes.get(f"style:{key}-style-name") for key in ("data", "parent"))
            self.styles[self.name] = (data, parent)


@dataclass(slots=True)
class _Code:
    """One number format; ``instead`` names the one that shows numbers from nothing up."""

    percent: bool
    parts: list[str] = field(default_factory=list)
    instead: str = ""
    inside: str = ""
    zeros: str = ""
    between: list[tuple[int, str]] = field(default_factory=list)
    position: int = 0

    def hear(self, kind: str, name: str, attributes: Mapping[str, str]) -> None:
        """Take one event in."""
        if kind == TEXT:
            self._literal(name)
        elif kind == END:
            self._end(name)
        elif name in _LETTERS:
            short, long = _LETTERS[name]
            self.parts.append(long if attributes.get("datastyle:style") == "long" else short)
        elif name == "datastyle:number":
            self.zeros, self.between = _zeros(attributes), []
        elif name == "datastyle:embedded-text":
            self.position = int(attributes.get("datastyle:position", 0))
        elif name == "style:map" and attributes.get("style:condition", "").startswith("value()>"):
            self.instead = self.instead or attributes.get("style:apply-style-name", "")
        self.inside = name if kind == START else ""

    def _literal(self, text: str) -> None:
        bare = text.replace('"', "")
        if self.inside == "datastyle:embedded-text":
            self.between.append((self.position, f'"{bare}"'))
        elif self.inside in _LITERAL:
            signs = bare.split("%") if self.percent else [bare]
            self.parts.append("%".join(f'"{sign}"' if sign else "" for sign in signs))

    def _end(self, name: str) -> None:
        """Set what stands between digits where it belongs, counted from the last digit."""
        if name == "datastyle:number":
            digits = list(self.zeros)
            for position, text in sorted(self.between, reverse=True):
                digits.insert(max(len(digits) - position, 0), text)
            self.parts.append("".join(digits))


def _zeros(attributes: Mapping[str, str]) -> str:
    """Write the digits that are always shown, and a sign that others are grouped."""
    whole, decimals = (
        min(int(attributes.get(f"datastyle:{key}", 0)), _MOST_DIGITS)
        for key in ("min-integer-digits", "decimal-places")
    )
    grouped = "#," if attributes.get("datastyle:grouping") == "true" else ""
    return grouped + "0" * whole + ("." + "0" * decimals if decimals else "")
