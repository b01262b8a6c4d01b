"""Decimal numbers of a template, kept as they are written: the nearest that a machine knows is another."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from typing import Final

from jinja2 import Environment
from jinja2.lexer import TOKEN_FLOAT, Lexer, Token

from reportgen.model.phrase import phrase
from reportgen.render.template.limits import TooLargeError

_MOST_PLACES: Final = 300
"""Digits before the point, and behind it."""


class Literal(float):
    """A decimal number of a template, with the way in which it is written."""

    __slots__ = ("written",)

    written: str


class ExactLexer(Lexer):
    """Reads templates as Jinja does, and decimal numbers as `Literal`."""

    def wrap(
        self, stream: Iterable[tuple[int, str, str]], name: str | None = None, filename: str | None = None
    ) -> Iterator[Token]:
        """Give each decimal number what it says."""
        for line, sort, text in stream:
            if sort == TOKEN_FLOAT:
                yield Token(line, sort, _literal(text.replace("_", ""), line, name, filename))  # type: ignore[arg-type]  # Jinja's own numbers are no texts either
            else:
                yield from super().wrap([(line, sort, text)], name, filename)


@cache
def exact_lexer() -> ExactLexer:
    """Give the one lexer of all templates: they all have the same signs."""
    return ExactLexer(Environment(autoescape=True))


def _literal(text: str, line: int, name: str | None, filename: str | None) -> Literal:
    digits, _, exponent = text.lower().partition("e")
    if abs(int(exponent or 0)) > _MOST_PLACES or not _fits(Fraction(f"{digits}e{exponent or 0}")):
        why = phrase(
            "it has a number of more than {most} digits before or behind the point", most=_MOST_PLACES
        )
        raise TooLargeError(why, line, name, filename)
    found = Literal(text)
    found.written = text
    return found


def _fits(number: Fraction) -> bool:
    return bool(number < 10**_MOST_PLACES) and 10**_MOST_PLACES % number.denominator == 0
