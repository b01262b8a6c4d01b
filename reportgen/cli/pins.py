"""Asking for a PIN, which nobody sees, keeps, or tries twice."""

import sys
from contextlib import suppress

import typer

from reportgen.cli.language import say


def ask_pin(*, again: bool = False) -> str:
    """Ask for a PIN; ``again`` asks a second time, of whoever chooses one. What is no terminal sends a line.

    Raises:
        FinishError: nobody is there to be asked.

    """
    _leave_no_dump()
    if sys.stdin.isatty():
        twice = say("the PIN again") if again else False
        typed = typer.prompt(
            say("PIN"), hide_input=True, confirmation_prompt=twice, default="", show_default=False, err=True
        )
        return str(typed)
    line = sys.stdin.readline()
    if not line:
        from reportgen.model.diagnostics import report  # noqa: PLC0415  (the first page of help must not wait)
        from reportgen.model.errors import FinishError  # noqa: PLC0415

        raise FinishError([report("pin-missing")])
    return line.rstrip("\r\n")


def _leave_no_dump() -> None:
    """Have the system write nothing of the memory to the disk, in which the PIN is now, whatever happens."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
