"""At which column of a line a template's mistake stands: Jinja counts lines only."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reportgen.model.origin import Origin

_TAG: Final = re.compile(r"{[{%].*?[}%]}")
_SAID: Final = ("name", "called", "operator", "tag", "shown", "reason")
"""The values of a diagnostic that may name what stands in the tag."""


def pointed(file: str, line: int | None, path: Path, values: Mapping[str, str]) -> Origin:
    """Point into a line: at what the mistake names, else at the only tag, else at the line as a whole."""
    text = _line(path, line)
    tags = list(_TAG.finditer(text))
    for word in (values[name] for name in _SAID if name in values):
        named = re.compile(rf"(?<!\w){re.escape(_bare(word))}(?!\w)")
        for tag in tags:
            if found := named.search(text, *tag.span()):
                return Origin(file, line, found.start() + 1)
    return Origin(file, line, tags[0].start() + 1 if len(tags) == 1 else None)


def _bare(word: str) -> str:
    """Take a name out of its quotes: ``'units', a list``."""
    return word[1:].partition("'")[0] if word.startswith("'") else word


def _line(path: Path, line: int | None) -> str:
    if line is None or not path.is_file():
        return ""
    lines = path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    return lines[line - 1] if line <= len(lines) else ""
