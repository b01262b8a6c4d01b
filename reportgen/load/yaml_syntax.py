"""What libyaml says about a broken file, in the words of whoever wrote it."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.load.yaml_habits import block_above, habit
from reportgen.load.yaml_scalars import quoted, shortened
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase


def explain(error: yaml.MarkedYAMLError, text: str, file: str, complaints: Complaints) -> None:
    """Add what is wrong, unless it only follows from a complaint about the same line."""
    scene = _Scene.of(error, text, file)
    code, place, values = _case(error)(scene)
    known = {found.origin.line for found in complaints if found.origin}
    if known.isdisjoint((scene.place.line, place.line)):
        related = scene.related(place) if code == "yaml-indent" else ()
        complaints.add(code, place, related=related, **values)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The place where the parser gave up, the line there, and the place where the broken part began."""

    place: Origin
    began: Origin | None
    lines: list[str]
    problem: str

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, text: str, file: str) -> "_Scene":
        mark = error.problem_mark or error.context_mark
        place = _origin(mark, file) or Origin(file, 1, 1)
        began = _origin(error.context_mark, file)
        return cls(place, began, [*text.split("\n"), ""], error.problem or "")

    @property
    def line(self) -> str:
        """The line where the parser gave up."""
        return self.lines[self.number]

    @property
    def number(self) -> int:
        """The number of that line, from 0."""
        return (self.place.line or 1) - 1

    @property
    def first_line(self) -> str:
        """The line where the broken part began."""
        return self.lines[((self.began or self.place).line or 1) - 1]

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.line[: (self.place.column or 1) - 1]

    @property
    def after(self) -> str:
        """The line from the place on."""
        return self.line[(self.place.column or 1) - 1 :]

    def related(self, place: Origin) -> tuple[tuple[str, Origin], ...]:
        """Point at the beginning of the broken part where that is not the place itself."""
        if self.began is None or self.began == place or not self.began.line or self.began.line == place.line:
            return ()
        return ((phrase("what it belongs to begins here"), self.began),)


_Case = Callable[[_Scene], tuple[str, Origin, Mapping[str, Any]]]


def _by_habit(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]] | None:
    """Look for a habit in the line where the parser gave up, and first in that from which it went on."""
    above = next((n for n in range(scene.number - 1, -1, -1) if scene.lines[n].strip()), scene.number)
    for number in (above, scene.number):
        if found := habit(scene.lines, number):
            return found.code, Origin(scene.place.file, number + 1, found.index + 1), found.values
    return None


def _or_habit(case: _Case) -> _Case:
    return lambda scene: _by_habit(scene) or case(scene)


def _case(error: yaml.MarkedYAMLError) -> _Case:
    said = f"{error.context or ''}: {error.problem or ''}"
    return next(case for pattern, case in _CASES if re.search(pattern, said))


def _unclosed_quote(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    began = scene.began or scene.place
    value = scene.first_line[(began.column or 1) - 1 :]
    if (mark := value.rstrip()[-1:]) in "“”‘’":
        return "yaml-curly-quote", began.shifted(len(value.rstrip()) - 1), {"mark": mark}
    return "yaml-unclosed-quote", began, {"value": shortened(value)}


def _escape(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-escape", scene.place, {}


def _colon(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    key, colon, start = scene.before.partition(": ")
    if not colon:
        return "yaml-goes-on", scene.place, {"text": shortened(scene.before.strip())}
    value = (start + scene.after).strip()
    if value[:1] in "“‘":
        return "yaml-curly-quote", scene.place.shifted(-len(start)), {"mark": value[:1]}
    return "yaml-colon", scene.place, {"value": shortened(value), "key": key.strip(), "quoted": quoted(value)}


def _dash(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-dash", scene.place, {}


def _tab(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-tab", scene.place, {}


def _odd_start(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    if scene.after.startswith("\t"):
        return _tab(scene)
    if scene.number >= len(scene.lines) - 2 and not scene.line:
        return _left_open(scene)
    if scene.began and scene.began.line == scene.place.line and scene.began.column:
        value = scene.line[scene.began.column - 1 :].strip()
        return "yaml-odd-start", scene.began, {"start": value[:1], "quoted": quoted(value)}
    value = scene.after.strip()
    return "yaml-odd-start", scene.place, {"start": value[:1], "quoted": quoted(value)}


def _left_open(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    """Point at the bracket that the end of the file leaves open."""
    opened: list[Any] = []
    with suppress(yaml.MarkedYAMLError):
        for token in yaml.scan("\n".join(scene.lines), Loader=yaml.SafeLoader):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token.start_mark)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                opened.pop()
    place = (_origin(opened[-1], scene.place.file) if opened else None) or scene.place
    return (
        "yaml-bracket",
        place,
        {"bracket": scene.lines[(place.line or 1) - 1][(place.column or 1) - 1 :][:1]},
    )


def _no_colon(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    if scene.began and block_above(scene.lines, (scene.began.line or 1) - 1):
        return "yaml-block", scene.began, {}
    return "yaml-no-colon", scene.began or scene.place, {"text": shortened(scene.first_line.strip())}


def _bracket(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    began = scene.began or scene.place
    return "yaml-bracket", began, {"bracket": scene.first_line[(began.column or 1) - 1 :][:1]}


def _indent(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    if scene.after.startswith(":"):
        return "yaml-key-empty", scene.place, {}
    if scene.before.strip(" -"):
        return "yaml-after-value", scene.place, {"text": shortened(scene.after.strip())}
    if block_above(scene.lines, scene.number):
        return "yaml-block", scene.place, {}
    return "yaml-indent", scene.place, {}


def _next_document(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    above = next((line.strip() for line in reversed(scene.lines[: scene.number]) if line.strip()), "")
    return ("yaml-second-document", scene.place, {}) if above == "..." else _indent(scene)


def _other(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-syntax", scene.place, {"problem": Foreign(scene.problem)}


_CASES: tuple[tuple[str, _Case], ...] = (
    (r"quoted scalar: found unexpected", _unclosed_quote),
    (r"quoted scalar:", _escape),
    (r"mapping values are not allowed", _or_habit(_colon)),
    (r"sequence entries are not allowed", _dash),
    (r"tab character|'\\t'", _tab),
    (r"cannot start any token", _odd_start),
    (r"(tag|alias|anchor|directive|block scalar):", _odd_start),
    (r"node content", _odd_start),
    (r"could not find expected ':'", _or_habit(_no_colon)),
    (r"flow (sequence|mapping):", _bracket),
    (r"block (mapping|collection):", _or_habit(_indent)),
    (r"document start", _or_habit(_next_document)),
    (r"", _other),
)
"""Patterns over "context: problem", of libyaml and of PyYAML's own parser; the first that fits counts."""


def _origin(mark: Any, file: str) -> Origin | None:
    return Origin(file, mark.line + 1, mark.column + 1) if mark is not None else None
