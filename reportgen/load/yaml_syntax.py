"""What libyaml says about a broken file, in the words of whoever wrote it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import Origin
from reportgen.model.phrase import Foreign, phrase

_LONGEST = 60


def explain(error: yaml.MarkedYAMLError, text: str, file: str, complaints: Complaints) -> None:
    """Add what is wrong, unless it only follows from a complaint about the same line."""
    scene = _Scene.of(error, text, file)
    follows = any(found.origin and found.origin.line == scene.place.line for found in complaints)
    if not follows:
        code, place, values = _case(error)(scene)
        related = scene.related(place) if code == "yaml-indent" else ()
        complaints.add(code, place, related=related, **values)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The place where the parser gave up, the line there, and the place where the broken part began."""

    place: Origin
    began: Origin | None
    line: str
    first_line: str
    problem: str

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, text: str, file: str) -> "_Scene":
        mark = error.problem_mark or error.context_mark
        place = _origin(mark, file) or Origin(file, 1, 1)
        began = _origin(error.context_mark, file)
        lines = [*text.split("\n"), ""]
        first = lines[(began or place).line - 1]  # type: ignore[operator]  # both have lines
        return cls(place, began, lines[(place.line or 1) - 1], first, error.problem or "")

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


def _case(error: yaml.MarkedYAMLError) -> _Case:
    said = f"{error.context or ''}: {error.problem or ''}"
    return next(case for pattern, case in _CASES if re.search(pattern, said))


def _unclosed_quote(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    began = scene.began or scene.place
    return "yaml-unclosed-quote", began, {"value": _short(scene.first_line[(began.column or 1) - 1 :])}


def _escape(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-escape", scene.place, {}


def _colon(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    key, colon, start = scene.before.partition(": ")
    if not colon:
        return "yaml-goes-on", scene.place, {"text": _short(scene.before.strip())}
    value = (start + scene.after).strip()
    return "yaml-colon", scene.place, {"value": _short(value), "key": key.strip(), "quoted": _quoted(value)}


def _dash(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-dash", scene.place, {}


def _tab(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-tab", scene.place, {}


def _odd_start(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    if scene.after.startswith("\t"):
        return _tab(scene)
    if scene.began and scene.began.line == scene.place.line and scene.began.column:
        value = scene.line[scene.began.column - 1 :].strip()
        return "yaml-odd-start", scene.began, {"start": value[:1], "quoted": _quoted(value)}
    value = scene.after.strip()
    return "yaml-odd-start", scene.place, {"start": value[:1], "quoted": _quoted(value)}


def _no_colon(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-no-colon", scene.began or scene.place, {"text": _short(scene.first_line.strip())}


def _bracket(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    began = scene.began or scene.place
    return "yaml-bracket", began, {"bracket": scene.first_line[(began.column or 1) - 1 :][:1]}


def _indent(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    if scene.after.startswith(":"):
        return "yaml-key-empty", scene.place, {}
    if scene.before.strip(" -"):
        return "yaml-after-value", scene.place, {"text": _short(scene.after.strip())}
    return "yaml-indent", scene.place, {}


def _other(scene: _Scene) -> tuple[str, Origin, Mapping[str, Any]]:
    return "yaml-syntax", scene.place, {"problem": Foreign(scene.problem)}


_CASES: tuple[tuple[str, _Case], ...] = (
    (r"quoted scalar: found unexpected", _unclosed_quote),
    (r"quoted scalar:", _escape),
    (r"mapping values are not allowed", _colon),
    (r"sequence entries are not allowed", _dash),
    (r"tab character|'\\t'", _tab),
    (r"cannot start any token", _odd_start),
    (r"(tag|alias|anchor|directive|block scalar):", _odd_start),
    (r"node content", _odd_start),
    (r"could not find expected ':'", _no_colon),
    (r"flow (sequence|mapping):", _bracket),
    (r"block (mapping|collection):", _indent),
    (r"document start", _indent),
    (r"", _other),
)
"""Patterns over "context: problem", of libyaml and of PyYAML's own parser; the first that fits counts."""


def _origin(mark: Any, file: str) -> Origin | None:
    return Origin(file, mark.line + 1, mark.column + 1) if mark is not None else None


def _short(value: str) -> str:
    return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"


def _quoted(value: str) -> str:
    short = _short(value)
    if '"' in short or "\\" in short:
        return "'" + short.replace("'", "''") + "'"
    return f'"{short}"'
