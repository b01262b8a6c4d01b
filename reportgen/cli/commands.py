"""The commands by their names; each is read when it is called, so that ``--help`` waits for none of them."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any, NamedTuple

import typer

from reportgen.cli.program import Command, Program


class Entry(NamedTuple):
    """A command: the first paragraph of its help, and where the rest of it stands."""

    about: str
    module: str = ""
    """The module of ``cli/``, by default that of the command's name."""

    what: str = "run"
    hidden: bool = False
    """Whether few need it: the first page of help does not speak of it, that of ``issue`` does."""


COMMANDS = {
    "build": Entry("Make the documents that the data files ask for."),
    "check": Entry("Find every mistake: all that build does, but nothing is written."),
    "issue": Entry(
        "Make final papers: number and date given, no draft mark, filed in the "
        "office's folder and its register.",
    ),
    "sign": Entry(
        "Sign issued PDF papers with a key; the PIN is asked for once, never kept, and never tried again.",
        hidden=True,
    ),
    "status": Entry("Tell where papers stand, from draft to issued, and what each of them waits for."),
    "reissue": Entry(
        "Issue a paper of the same form, under a number of its own, in the "
        "place of one with a mistake in it.",
    ),
    "revoke": Entry("Revoke a paper that was issued; it stays in the register, with the reason."),
    "fill": Entry("Fill any docxtpl template or HTML page with any data, no kind needed."),
    "figures": Entry(
        "Print every figure of a data file: its name, what it prints as, its formula and where that stands.",
    ),
    "why": Entry("Explain a figure: formula, inputs with values and origins down to rows, and the rounding."),
    "diff": Entry(
        "Tell what changed between two data files: figures, fields, rows, claims, and where each stands."
    ),
    "audit": Entry(
        "Compute the figures of finished papers again, and see whether their pages still say what they said.",
    ),
    "verify": Entry(
        "Tell what may be believed of papers, or of a certificate's QR code; no network is needed."
    ),
    "lint": Entry("Hold finished Word and PDF files, whoever made them, against Decree 30/2020/NĐ-CP."),
    "kinds": Entry("List the document kinds, or tell what one of them wants and computes."),
    "setup": Entry(
        "Write an office's offices.yaml: data files then leave out what every paper has in common."
    ),
    "doctor": Entry("See whether everything is there to make documents, and what to do where it is not."),
    "submit": Entry(
        "Hand papers in to those who must approve them, as their kind says; "
        "all are printed first, for trial.",
        module="review",
        what="submit",
    ),
    "approve": Entry(
        "Approve papers that were handed in: all of a list, or none.", module="review", what="approve"
    ),
    "reject": Entry(
        "Send papers back to be put right; whatever was approved of them before counts no more.",
        module="review",
        what="reject",
    ),
    "withdraw": Entry(
        "Withdraw a draft that was handed in or printed for the pen, and that nobody wants any more."
    ),
    "register": Entry("Look into the office's register of issued papers, check it, copy it.", what="app"),
    "keys": Entry(
        "Look at keys, make some to try signing out with, and make the office's key for QR codes.",
        what="app",
        hidden=True,
    ),
}


class Front(Program):
    """The program itself, whose commands wait in their modules."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "commands": _Waiting()})

    def shown(self) -> list[tuple[str, str]]:
        """Name the commands of the first page of help, each with what it does."""
        return [(name, one.about) for name, one in COMMANDS.items() if not one.hidden]


class _Waiting(MutableMapping[str, Any]):
    """The commands by their names, each read when somebody asks for it."""

    def __init__(self) -> None:
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = _command(name, COMMANDS[name])
        return self._read[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._read[name] = command

    def __delitem__(self, name: str) -> None:
        del self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def _command(name: str, entry: Entry) -> Any:
    """Read a command's module; typer then looks at the options of that one alone."""
    found = getattr(import_module(f"reportgen.cli.{entry.module or name}"), entry.what)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    alone.command(name, cls=Command, hidden=entry.hidden)(found)
    return typer.main.get_command(alone)
