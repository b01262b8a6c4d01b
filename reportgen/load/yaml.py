"""YAML as people write data: one mapping, every scalar as its text, an address for each key and value."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import yaml

from reportgen.load import yaml_syntax
from reportgen.load.odd_letters import tell_odd, tell_odd_in
from reportgen.load.text import is_composed, lines_ended_alike, nfc, refuse_bad, refuse_bad_in
from reportgen.load.yaml_scalars import refuse_glued, refuse_lost_comment, refuse_odd, tell_curly
from reportgen.model.diagnostics import Complaints, Diagnostic
from reportgen.model.errors import DataError
from reportgen.model.origin import DataPath, Origin, Sources
from reportgen.model.phrase import phrase
from reportgen.model.raw import Raw

DEEPEST = 40
"""How many mappings and lists may stand inside one another."""

MOST_VALUES = 200_000
"""How many values a file may hold; more belong in a table file, which takes a hundredth of the room."""

A_LINE: Final = "kind: round-report"
"""A line that a data file may begin with."""

_MOST_FAULTS = 100
_ENGINE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTES = ("'", '"')
_NOTHING = frozenset(("", "~", "null"))


def read_yaml(
    text: str, file: str, complaints: Complaints, like: str = A_LINE
) -> tuple[Mapping[str, Raw], Sources]:
    """Read one mapping; complaints are added, and raised where nothing more can be read.

    ``like`` is a line that such a file may hold, for whoever wrote none.
    """
    clean = refuse_bad(text, file, complaints)
    tell_odd(clean, file, complaints)
    if not clean.endswith("\n"):
        clean += "\n"  # the parser would take it from the last line of a text that ends with empty ones
    builder = _Builder(clean, file, complaints)
    try:
        values = builder.document(like)
    except yaml.MarkedYAMLError as error:
        yaml_syntax.explain(error, clean, file, complaints)
        raise DataError(in_order(complaints, file)) from error
    return values, builder.sources


def in_order(complaints: Complaints, file: str) -> list[Diagnostic]:
    """Sort what was found in a file from top to bottom, and leave what was found in others after it."""
    return sorted(complaints, key=lambda found: _place(found.origin, file))


def _place(origin: Origin | None, file: str) -> tuple[int, int, int]:
    if origin is None or origin.file != file:
        return (1, 0, 0)
    return (0, origin.line or 0, origin.column or 0)


class _Builder:
    """Turns the parser's events into values, and notes where each stood."""

    __slots__ = ("complaints", "composed", "events", "file", "sources", "text")

    def __init__(self, text: str, file: str, complaints: Complaints) -> None:
        self.text = text
        self.file = file
        self.complaints = complaints
        self.sources = Sources(file)
        self.events: Iterator[Any] = yaml.parse(text, Loader=_ENGINE)
        self.composed = is_composed(text)

    def document(self, like: str) -> Mapping[str, Raw]:
        """Read the only document, which must be a mapping."""
        roots = (event for event in self.events if isinstance(event, yaml.NodeEvent))
        root = next(roots, None)
        if root is None:
            self.complaints.add("yaml-empty", Origin(self.file, 1, 1), like=like)
            return {}
        values = self._node(root, ())
        self._refuse_second()
        if not isinstance(values, Mapping):
            what = _SORTS[type(root)]
            self.complaints.add("yaml-no-mapping", self._origin(root), what=what, like=like)
        return values if isinstance(values, Mapping) else {}

    def _node(self, event: Any, path: DataPath) -> Raw:
        origin = self.sources.values[path] = self._origin(event)
        self._refuse_endless(origin)
        if event.anchor is not None or getattr(event, "tag", None) is not None:
            self._refuse_marks(event, origin)
        if type(event) is yaml.ScalarEvent:
            if event.style in _QUOTES:
                self.sources.quoted.add(path)
            if self._spreads(event):
                self.sources.spread.add(path)
            if not event.style:
                tell_curly(event.value, origin, self.complaints)
            return self._scalar(event, origin)
        if type(event) is yaml.AliasEvent:
            return None
        if len(path) >= DEEPEST:
            self.complaints.add("yaml-too-deep", origin, most=DEEPEST)
            raise DataError(in_order(self.complaints, self.file))
        if event.flow_style:
            refuse_lost_comment(self.text, event, self.file, self.complaints)
        return self._list(path) if type(event) is yaml.SequenceStartEvent else self._mapping(path)

    def _refuse_endless(self, origin: Origin) -> None:
        """Stop where nobody would read on: too many values, or too many mistakes."""
        if len(self.sources.values) > MOST_VALUES:
            self.complaints.add("yaml-too-many-values", origin, most=MOST_VALUES)
        elif len(self.complaints.found) <= _MOST_FAULTS or not self.complaints.serious:
            return
        raise DataError(in_order(self.complaints, self.file))

    def _list(self, path: DataPath) -> Raw:
        items: list[Raw] = []
        while type(event := next(self.events)) is not yaml.SequenceEndEvent:
            items.append(self._node(event, (*path, len(items))))
        self._close(event)
        return items

    def _mapping(self, path: DataPath) -> Raw:
        found: dict[str, Raw] = {}
        while type(event := next(self.events)) is not yaml.MappingEndEvent:
            key = self._key(event, path, found)
            value = next(self.events)
            refuse_glued(self.text, event, value, self.file, self.complaints)
            found[key] = self._node(value, (*path, key))
        self._close(event)
        return found

    def _close(self, event: Any) -> None:
        """Look behind a closing bracket; where there is none, the end has no width."""
        if event.start_mark.index < event.end_mark.index:
            refuse_lost_comment(self.text, event, self.file, self.complaints)

    def _key(self, event: Any, path: DataPath, found: Mapping[str, Raw]) -> str:
        if type(event) is not yaml.ScalarEvent:
            self._node(event, (*path, ""))
            self.complaints.add("yaml-key-no-text", self._origin(event), what=_SORTS[type(event)])
            return ""
        origin = self._origin(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, origin)
        key: str = self._scalar(event, origin) or event.value
        place = (*path, key)
        if key in found:
            first = (
                ((phrase("it first stands here"), self.sources.keys[place]),)
                if place in self.sources.keys
                else ()
            )
            self.complaints.add("yaml-key-twice", origin, related=first, key=key)
        else:
            self._refuse_odd_key(key, origin, plain=not event.style)
            self.sources.keys[place] = origin
        return key

    def _scalar(self, event: Any, origin: Origin) -> str | None:
        value: str = event.value if self.composed else nfc(event.value)
        refuse_odd(self.text, event, origin, self.complaints)
        if not event.style:
            return None if value in _NOTHING else value
        if event.style == '"':
            refuse_bad_in(value, origin, self.complaints)
            written = self.text[event.start_mark.index : event.end_mark.index]
            tell_odd_in(value, written, origin, self.complaints)
            return lines_ended_alike(nfc(value))
        return value

    def _refuse_odd_key(self, key: str, origin: Origin, *, plain: bool) -> None:
        if not key:
            self.complaints.add("yaml-key-empty", origin)
        elif key != key.strip():
            self.complaints.add("yaml-key-spaced", origin, key=key.strip())
        elif key == "<<" and plain:
            self.complaints.add("yaml-merge-key", origin)
        elif key[0] in "“‘" and plain:
            self.complaints.add("yaml-curly-quote", origin, mark=key[0])

    def _refuse_marks(self, event: Any, origin: Origin) -> None:
        if type(event) is yaml.AliasEvent:
            self.complaints.add("yaml-alias", origin, name=event.anchor)
            return
        if event.anchor is not None:
            self.complaints.add("yaml-anchor", origin, name=event.anchor)
        if event.tag is not None:
            self.complaints.add("yaml-tag", origin, tag=event.tag.removeprefix("tag:yaml.org,2002:"))

    def _refuse_second(self) -> None:
        second = next((e for e in self.events if isinstance(e, yaml.DocumentStartEvent)), None)
        if second is not None:
            self.complaints.add("yaml-second-document", self._origin(second))

    def _spreads(self, event: Any) -> bool:
        return bool(event.start_mark.line != event.end_mark.line)

    def _origin(self, event: Any) -> Origin:
        mark = event.start_mark
        return Origin(self.file, mark.line + 1, mark.column + 1)


_SORTS = {
    yaml.ScalarEvent: phrase("a text"),
    yaml.AliasEvent: phrase("an alias"),
    yaml.SequenceStartEvent: phrase("a list"),
    yaml.MappingStartEvent: phrase("a mapping"),
}
