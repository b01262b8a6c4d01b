"""Commands that say their help, and what was typed wrongly, in the reader's language."""

import inspect
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from reportgen.cli.errors import no_room_told
from reportgen.cli.language import Language, chosen, in_front, language, say, speaking, worded

_ENTRY = re.compile(r"(?P<help>.*?)(?:  \[(?P<more>[^\[\]]*)\])?", re.DOTALL)
_SORTS = {"<list[Path]>": "<file>", "<list[docx|pdf]>": "<docx|pdf>", "<int range>": "<number>"} | {
    "<path>": "<file>", "<str>": "<text>",
}  # fmt: skip
"""What typer calls values, in words of people who do not write Python."""

_MISSING = re.compile(r"^(Missing argument '|Invalid value for )([^':]+)")
_MISUSE: Any = typer.BadParameter.__bases__[0]
"""What is raised at a wrong command line; typer does not name it."""


class _Speaking:
    """Formats help as typer does, but for the language."""

    help: str | None
    params: Any
    get_params: Any
    collect_usage_pieces: Any

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        pieces = (worded(piece) for piece in self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=say("Usage: "))

    def format_help_text(self, _: Any, formatter: Any) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_help(self.help))

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002  (the first sentence, of any length)
        """Give the first sentence of what the command does."""
        return _help(self.help).partition("\n\n")[0].replace("\n", " ")

    def format_parameters(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options, each with what it is for."""
        for sort, heading in (("argument", say("Arguments")), ("option", say("Options"))):
            params = [param for param in self.get_params(ctx) if param.param_type_name == sort]
            entries = [entry for param in params if (entry := param.get_help_record(ctx))]
            if entries:
                with formatter.section(heading):
                    formatter.write_dl([(_name(name), _entry(text)) for name, text in entries])


class Command(_Speaking, TyperCommand):
    """One command."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options."""
        self.format_parameters(ctx, formatter)


class Program(_Speaking, TyperGroup):
    """All commands; the language is chosen before anything is said."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run in the reader's language."""
        typed = sys.argv[1:] if args is None else args
        with speaking(chosen(typed, os.environ, _locale() if os.name == "nt" else "")):
            return super().main(args, *more, **options)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the language from wherever it was typed."""
        return super().parse_args(ctx, in_front(args))

    def make_context(self, *names: Any, **options: Any) -> Any:
        """Read the arguments of the program."""
        with _misuse_told(), no_room_told():
            return super().make_context(*names, **options)

    def invoke(self, ctx: Any) -> Any:
        """Read the arguments of the command, and run it."""
        with _misuse_told(), no_room_told():
            return super().invoke(ctx)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write options, then the commands."""
        self.format_parameters(ctx, formatter)
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, worded(about)) for name, about in self.shown()])

    def shown(self) -> list[tuple[str, str]]:
        """Name the commands that the page of help speaks of, each with the first paragraph of its help."""
        every = self.commands.items()
        return [(name, _paragraphs(one.help)[0]) for name, one in every if not one.hidden]


class _Misuse(typer.BadParameter):
    """A wrong command line, told in another language than typer's."""

    def __init__(self, said: Any) -> None:
        super().__init__(said.format_message(), ctx=said.ctx)

    def show(self, file: Any = None) -> None:
        """Say how the command is called, where to read more, and what was wrong."""
        if self.ctx is not None:
            typer.echo(self.ctx.get_usage(), file=file, err=True)
            path = f"{self.ctx.command_path} {self.ctx.help_option_names[0]}"
            typer.echo(say("Try '{command}' for help.", command=path) + "\n", file=file, err=True)
        typer.echo(say("Error: {what}", what=_reworded(self.message)), file=file, err=True)


@contextmanager
def _misuse_told() -> Iterator[None]:
    try:
        yield
    except _MISUSE as error:
        if language() is Language.EN or isinstance(error, _Misuse) or _is_help(error):
            raise
        raise _Misuse(error) from None


def _is_help(error: Any) -> bool:
    """Ask whether nothing was typed at all, which typer answers with help."""
    return error.ctx is not None and error.message == error.ctx.get_help()


def _reworded(message: str) -> str:
    from reportgen.cli.vietnamese import MISUSES  # noqa: PLC0415  (English waits for no other language)
    from reportgen.model.phrase import reworded  # noqa: PLC0415

    named = _MISSING.sub(lambda found: found[1] + worded(found[2]), message)
    return reworded(named, MISUSES)


def _help(text: str | None) -> str:
    """Say a help text paragraph by paragraph."""
    return "\n\n".join(worded(paragraph) for paragraph in _paragraphs(text))


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in inspect.cleandoc(text or "").split("\n\n")]


def _entry(text: str) -> str:
    """Say what a parameter is for, and the notes in brackets: that it is required, what it is by default."""
    found = _ENTRY.fullmatch(text)
    if found is None or found["more"] is None:
        return worded(text)
    notes = (note.partition(": ") for note in found["more"].split("; "))
    more = "; ".join(worded(name) + colon + value for name, colon, value in notes)
    return f"{worded(found['help'])}  [{more}]"


def _name(name: str) -> str:
    """Say what stands for a value, such as ``<dir>``."""
    for typed, plain in _SORTS.items():
        name = name.replace(typed, plain)
    return " ".join(worded(part) for part in name.split(" "))


def _locale() -> str:
    """Ask Windows, where the environment says nothing."""
    import locale  # noqa: PLC0415  (few are asked)

    return locale.setlocale(locale.LC_CTYPE)
