"""Values that YAML reads without complaint and otherwise than the person meant."""

import re
from typing import Any

from reportgen.load.text import called
from reportgen.load.yaml_habits import BULLETS, HYPHEN
from reportgen.model.diagnostics import Complaints
from reportgen.model.origin import Origin

LONGEST = 60
"""How much of a value is shown."""

_APART = re.compile(r"(?:[ \t]+|,[ \t]*)#(?=[^\s#!])")
_GLUED = re.compile(r",?[ \t]*#(?=[^\s#!])")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_DECIMAL_COMMA = re.compile(r",(?=\d)")
_CURLY = {"“": "”", "„": "“", "‘": "’"}


def refuse_odd(text: str, event: Any, origin: Origin, complaints: Complaints) -> None:
    """Complain of a name or a value that is not all of what was meant, or more."""
    if event.start_mark.index and text[event.start_mark.index - 1] == "?":
        complaints.add("yaml-odd-start", origin.shifted(-1), start="?", quoted=quoted("?" + event.value))
    if not event.style:
        if not _refuse_open_curly(event.value, origin, complaints):
            _refuse_lost_tail(text, event, origin, complaints)
            _refuse_bullets(text, event, origin, complaints)
    elif event.style in "'\"":
        refuse_lost_comment(text, event, origin.file, complaints)
        _refuse_going_on(text, event, origin, complaints)


def refuse_lost_comment(text: str, event: Any, file: str, complaints: Complaints) -> None:
    """Complain of a comment that begins right behind a quotation mark or a bracket, and so is none."""
    _lost(_GLUED.match(text, event.end_mark.index), text, _end(event, file), complaints)


def refuse_glued(text: str, key: Any, value: Any, file: str, complaints: Complaints) -> None:
    """Complain of ``{name:value}``, which is a name without a value."""
    plain = not getattr(key, "style", "?") and getattr(value, "value", None) == ""
    if plain and ":" in key.value and text[key.end_mark.index : key.end_mark.index + 1] != ":":
        before, _, after = key.value.partition(":")
        complaints.add("yaml-no-space", _colon(text, key, file), before=f"{before}:", text=after)


def _colon(text: str, key: Any, file: str) -> Origin:
    """Find the first colon of a name, which may go over several lines."""
    begin = key.start_mark
    *above, last = _BREAK.split(text[begin.index : text.index(":", begin.index)])
    return Origin(file, begin.line + len(above) + 1, len(last) + 1 + (0 if above else begin.column))


def quoted(value: str) -> str:
    """Show how a value is written in quotes."""
    short = shortened(value)
    if '"' in short or "\\" in short:
        return "'" + short.replace("'", "''") + "'"
    return f'"{short}"'


def shortened(value: str) -> str:
    """Cut a value that is too long to be shown."""
    return value if len(value) <= LONGEST else value[:LONGEST] + "…"


def tell_curly(value: str, origin: Origin, complaints: Complaints) -> None:
    """Tell of curly marks round a value, which YAML may have been meant to take away."""
    if (closing := _CURLY.get(value[:1])) and value.find(closing) == len(value) - 1:
        complaints.add("yaml-curly-kept", origin, value=shortened(value), quoted=quoted(value))


def _refuse_open_curly(value: str, origin: Origin, complaints: Complaints) -> bool:
    """Complain of a curly mark that is never closed: something cut the value in two."""
    is_open = value[:1] in _CURLY and _CURLY[value[0]] not in value
    if is_open:
        complaints.add("yaml-curly-quote", origin, mark=value[0])
    return is_open


def _refuse_lost_tail(text: str, event: Any, origin: Origin, complaints: Complaints) -> None:
    """Complain of what the person meant as part of a plain value and YAML does not."""
    end, place = event.end_mark.index, _end(event, origin.file)
    if not _lost(_APART.match(text, end), text, place, complaints) and (
        event.value[-1:].isdigit() and _DECIMAL_COMMA.match(text, end)
    ):
        complaints.add("yaml-comma-in-list", place, value=event.value)


def _refuse_bullets(text: str, event: Any, origin: Origin, complaints: Complaints) -> None:
    """Complain of lines that each begin with the same bullet: YAML would make one line of them."""
    lines = text[event.start_mark.index : event.end_mark.index].split("\n")
    sign = event.value[:1]
    if sign and sign in BULLETS and any(line.lstrip().startswith(sign) for line in lines[1:]):
        complaints.add("yaml-odd-sign", origin, character=called(sign), wanted=HYPHEN)


def _lost(found: re.Match[str] | None, text: str, place: Origin, complaints: Complaints) -> bool:
    if found is None:
        return False
    lost = text[found.end() - 1 :].partition("\n")[0].rstrip()
    complaints.add("yaml-lost-comment", place.shifted(len(found[0]) - 1), lost=shortened(lost))
    return True


def _refuse_going_on(text: str, event: Any, origin: Origin, complaints: Complaints) -> None:
    """Complain of a quoted value that takes in lines which look as if they were not part of it."""
    start, end = event.start_mark, event.end_mark
    if start.line == end.line:
        return
    before = text[text.rfind("\n", 0, start.index) + 1 : start.index]
    indent = len(before) - len(before.lstrip(" "))
    lines = text[start.index : end.index].split("\n")
    if before.strip() and any(_indent(line) <= indent for line in lines[1:] if line.strip()):
        value = shortened(lines[0].rstrip())
        complaints.add("yaml-quote-goes-on", origin, value=value, line=str(end.line + 1))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _end(event: Any, file: str) -> Origin:
    mark = event.end_mark
    return Origin(file, mark.line + 1, mark.column + 1)
