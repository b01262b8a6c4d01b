"""What goes wrong when a template is compiled or filled: the diagnostic's code, and words for people."""

import re
from collections.abc import Mapping
from typing import Final

from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from reportgen.model.phrase import Foreign, Phrase, phrase
from reportgen.render.template.budget import TooMuchError
from reportgen.render.template.limits import TooLargeError
from reportgen.render.template.problems import OWN_ONLY


class UnprintableError(TemplateRuntimeError):
    """A template prints something that is no text; ``code`` is the diagnostic's."""

    def __init__(self, code: str, shown: str) -> None:
        self.code = code
        self.shown = shown
        super().__init__(f"{code}: {shown}")


class UnplainError(TemplateRuntimeError):
    """A value is more than its words, where nothing else can be printed."""


class UnfitError(TemplateRuntimeError):
    """A filter cannot print what it was given."""


_COMPARED: Final = re.compile(
    r"'(?P<operator>.+)' not supported between instances of '(?P<left>\w+)' and '(?P<right>\w+)'"
)
_TYPES: Final[Mapping[str, str]] = {
    "str": phrase("a text"),
    "Worded": phrase("a text"),
    "int": phrase("a number"),
    "Fraction": phrase("a number"),
    "Quantity": phrase("a number"),
    "Exact": phrase("a number"),
    "float": phrase("a number"),
    "date": phrase("a date"),
    "time": phrase("a time"),
    "bool": phrase("a yes or no"),
    "dict": phrase("a group"),
    "Rows": phrase("a table"),
    "tuple": phrase("a list"),
    "Blank": phrase("a gap"),
    "NoneType": phrase("nothing"),
}

FAILURES: Final = (TemplateError, TypeError, RecursionError, SyntaxError)
"""What a template's own mistakes raise, when it is compiled or filled; Python cannot compile every depth."""

_CODES: Final[Mapping[type[Exception], str]] = {
    TemplateNotFound: "unknown-part",
    TooLargeError: "template-too-large",
    TemplateSyntaxError: "template-syntax",
    UndefinedError: "undefined-value",
    SecurityError: "call-refused",
    UnfitError: "filter-unfit",
    TooMuchError: "template-too-much",
    RecursionError: "template-syntax",
    SyntaxError: "template-syntax",
    TemplateRuntimeError: "template-syntax",
}


def failure(error: Exception) -> tuple[str, dict[str, str]]:
    """Name the diagnostic of one of `FAILURES`, and what it talks about."""
    if isinstance(error, UnprintableError):
        return error.code, {"shown": error.shown}
    code = next((code for sort, code in _CODES.items() if isinstance(error, sort)), "template-type")
    reason = _reason(error)
    called = phrase("what cannot be called ({reason})", reason=reason)
    return code, {"reason": reason, "advice": OWN_ONLY, "called": called}


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError | SyntaxError):
        return phrase("its tags are nested too deeply, or a macro calls itself without end")
    return _syntax(error) if isinstance(error, TemplateSyntaxError) else _in_words(str(error))


def _syntax(error: TemplateSyntaxError) -> str:
    """Say on one line what Jinja says in several sentences."""
    said = error.message or ""
    if isinstance(said, Phrase):
        return said
    sentences = said.rstrip(".").split(". ")
    return Foreign("; ".join(sentence[:1].lower() + sentence[1:] for sentence in sentences))


def type_in_words(value: object) -> str:
    """Call a value's type as people do."""
    return _TYPES.get(type(value).__name__, phrase("a value"))


def _in_words(reason: str) -> str:
    """Say what Python could not compare as people call it."""
    if isinstance(reason, Phrase):
        return reason
    if (found := _COMPARED.fullmatch(reason)) is None:
        return Foreign(reason.rstrip("."))
    left, right = (_TYPES.get(sort, sort) for sort in (found["left"], found["right"]))
    return phrase("{left} {operator} {right}", left=left, operator=found["operator"], right=right)


def line_of(error: BaseException) -> tuple[str | None, int | None]:
    """Find the template's file and line where a rendering failed: the innermost, such as a macro's."""
    place: tuple[str | None, int | None] = (None, None)
    trace = error.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place
