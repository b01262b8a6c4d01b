"""The catalogue of messages: how they read, and that every call gives each the values it talks about."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportgen.model.diagnostics import Severity
from reportgen.model.messages import MESSAGES, ROOMS
from reportgen.model.messages.in_workbooks import WAYS

PACKAGE = Path(__file__).parents[2] / "reportgen"
PROPER_NAMES = {"Excel"}
NO_IMPERATIVES = {"a", "an", "are", "is", "it", "please", "that", "the", "there", "this", "you", "your"}

ADDED = {
    ("write", "complain"): {"name"},
    ("write", "return"): {"name"},
    ("batch", "told"): {"name"},
    ("compute", "complain"): {"formula"},
    ("compute", "return"): {"name", "formula"},
    ("compute", "_complain"): {"name", "formula"},
    ("compute", "Objection"): {"name", "part"},
    ("compute", "Problem"): {"name"},
    ("compute", "yield"): {"formula"},
    ("prose", "_complain"): {"name"},
    ("render", "Loss"): {"text"},
}
"""By room and callable, the values that are put in on the way from the call to the message."""

HANDED_ON = {"Misread", "UnprintableError", "_known", "_tell", "decode", "get", "next", "sort"}
"""Callables that are given a code alone; the gallery shows that its values are put in."""

TABLED = {"Fault", "Problem", "return", "yield"}
"""What takes the values as a mapping or as pairs."""

UNPRINTED = {"origin", "related", "value"}
"""Keywords of a call that no text needs: the value is underlined in the line, the others are places."""


@dataclass(frozen=True)
class Call:
    """A place in the program that names a code together with its values."""

    place: str
    code: str
    given: frozenset[str]
    added: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.place} {self.code}"


def names_in(code: str) -> set[str]:
    message = MESSAGES[code]
    parts = string.Formatter().parse(f"{message.text} {message.hint} {WAYS.get(code, '')}")
    return {name for _, name, _, _ in parts if name is not None}


@cache
def calls() -> tuple[Call, ...]:
    """List the places in the program that name codes."""
    return tuple(found_calls())


def found_calls() -> Iterator[Call]:
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0]
        source = path.read_text(encoding="utf-8")
        if "messages" in path.parts or MESSAGES.keys().isdisjoint(
            re.findall(r"[\"']([a-z0-9-]+)[\"']", source)
        ):
            continue
        for node in ast.walk(ast.parse(source)):
            if (found := _found(node)) is not None:
                code, called, given = found
                added = frozenset(ADDED.get((room, called), ()))
                yield Call(f"{path.relative_to(PACKAGE)}:{node.lineno}", code, frozenset(given), added)  # type: ignore[attr-defined]


def _found(node: ast.AST) -> tuple[str, str, set[str]] | None:
    """Give code, callable and names of values where they stand together in one call or tuple."""
    match node:
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)):
            parts, keywords = node.args, node.keywords
        case ast.Yield(value=ast.Tuple(elts=parts)):
            called, keywords = "yield", []
        case ast.Return(value=ast.Tuple(elts=parts)):
            called, keywords = "return", []
        case _:
            return None
    codes = [part.value for part in parts if isinstance(part, ast.Constant) and part.value in MESSAGES]
    pairs = called == "Problem"
    tables = [_keys(part) for part in parts if isinstance(part, ast.Dict) or (pairs and _is_pairs(part))]
    elsewhere = any(keyword.arg is None for keyword in keywords)
    if len(codes) != 1 or elsewhere or called in HANDED_ON or (called in TABLED and not tables):
        return None
    return codes[0], called, {keyword.arg or "" for keyword in keywords}.union(*tables)


def _is_pairs(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple) and all(isinstance(pair, ast.Tuple) for pair in node.elts)


def _keys(node: ast.expr) -> set[str]:
    """Read the names of a literal mapping, or of a tuple of pairs."""
    pairs = node.elts if isinstance(node, ast.Tuple) else []
    keys = node.keys if isinstance(node, ast.Dict) else [p.elts[0] for p in pairs if isinstance(p, ast.Tuple)]
    return {str(key.value) for key in keys if isinstance(key, ast.Constant)}


def test_no_code_stands_in_two_rooms() -> None:
    assert sum(len(room.MESSAGES) for room in ROOMS) == len(MESSAGES)


def test_messages_read_alike() -> None:
    assert {code: told for code in MESSAGES if (told := list(odd(code)))} == {}


def odd(code: str) -> Iterator[str]:
    """Say in what a message is not as all others."""
    message = MESSAGES[code]
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) or message.severity not in set(Severity):
        yield "its code or its weight"
    for text in filter(None, (message.text, message.hint)):
        if text[:1].isupper() and text.split(" ")[0] not in PROPER_NAMES:
            yield f"begins with a capital: {text}"
        if text.endswith((".", "!", " ")) or "\n" in text:
            yield f"ends, or goes on, as no message does: {text}"
    if not all(name.isidentifier() for name in names_in(code)):
        yield f"the names of its values: {names_in(code)}"
    if not (message.hint or message.severity == "note") or message.hint.split(" ")[0] in NO_IMPERATIVES:
        yield f"says not what to do: {message.hint}"


def test_calls_are_found() -> None:
    found = {call.code for call in calls()}
    assert len(calls()) > 150
    assert {"not-a-table", "yaml-colon", "part-over-whole", "file-exists", "word-text-lost"} <= found


def test_a_call_gives_the_values_that_its_message_talks_about() -> None:
    wanted = {call: names_in(call.code) for call in calls()}

    assert {str(call): left for call in calls() if (left := wanted[call] - call.given - call.added)} == {}
    assert {str(call): more for call in calls() if (more := call.given - wanted[call] - UNPRINTED)} == {}


def test_every_code_is_named_by_the_program() -> None:
    files = (path for path in PACKAGE.rglob("*.py") if "messages" not in path.parts)
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    words = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert set(MESSAGES) - words == set()
