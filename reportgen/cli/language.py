"""Which language the front door speaks, and how it says its own words and those that come from inside."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum

OPTION = "--lang"
"""May stand anywhere on the command line, as may its value behind ``=``."""

_VARIABLES = ("REPORTGEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""Asked in this order where no option says it; the first that is set decides."""


class Language(StrEnum):
    """The languages that are spoken."""

    VI = "vi"
    EN = "en"


_SPOKEN: ContextVar[Language] = ContextVar("language", default=Language.EN)


def language() -> Language:
    """Tell which language is spoken."""
    return _SPOKEN.get()


@contextmanager
def speaking(spoken: Language) -> Iterator[None]:
    """Speak a language until the context is left."""
    before = _SPOKEN.set(spoken)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def chosen(arguments: Sequence[str], environment: Mapping[str, str], locale: str = "") -> Language:
    """Choose by the option, else by the environment, else by what the system calls its locale."""
    asked = _option(arguments)
    if asked in set(Language):
        return Language(asked)
    set_ones = (value for name in _VARIABLES if (value := environment.get(name)))
    return Language.VI if next(set_ones, locale).casefold().startswith("vi") else Language.EN


def in_front(arguments: Sequence[str]) -> list[str]:
    """Bring the option to the front, where the program takes it, from wherever it was typed."""
    own: list[str] = []
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            return [*own, *rest, argument, *left]
        if argument == OPTION:
            own = [argument, *([value] if (value := next(left, None)) is not None else [])]
        elif argument.startswith(f"{OPTION}="):
            own = [argument]
        else:
            rest.append(argument)
    return [*own, *rest]


def say(pattern: str, /, **values: object) -> str:
    """Say the front door's own words; what fills them is said in the same language."""
    return worded(pattern).format_map({name: said_here(str(value)) for name, value in values.items()})


def worded(text: str) -> str:
    """Say a text of the front door that has no blanks to fill."""
    if language() is Language.EN:
        return text
    from reportgen.cli.vietnamese import TEXTS  # noqa: PLC0415  (English waits for no other language)

    return TEXTS.get(text, text)


def counted(number: int, one: str, many: str, /, **values: object) -> str:
    """Say how many there are; English tells one from many."""
    return say(one if number == 1 else many, count=number, **values)


def said_here(text: str) -> str:
    """Say what comes from inside the program, such as a phrase, in the language that is spoken."""
    if language() is Language.EN:
        return text
    from reportgen.model.phrase import said  # noqa: PLC0415  (see above)

    return said(text, language())


def _option(arguments: Sequence[str]) -> str | None:
    match in_front(arguments):
        case [first, second, *_] if first == OPTION:
            return second
        case [first, *_] if first.startswith(f"{OPTION}="):
            return first.partition("=")[2]
        case _:
            return None
