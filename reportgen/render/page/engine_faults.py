"""What the engine stumbles over: sizes such as ``font-size: 1e9pt`` end in its own exceptions."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final

from reportgen.model.diagnostics import report
from reportgen.model.errors import RenderError
from reportgen.model.origin import Origin
from reportgen.model.phrase import phrase

_ENGINE: Final = "weasyprint"
_STUMBLES: Final = (ArithmeticError, LookupError, ValueError, TypeError, AttributeError, AssertionError)


@contextmanager
def stumbling_told(place: Origin) -> Iterator[None]:
    """Tell of the page what the engine itself did not get through; a mistake of this program stays one."""
    try:
        yield
    except _STUMBLES as error:
        if not _is_of_engine(error.__traceback__):
            raise
        told = f"{type(error).__name__}: {error}"
        reason = phrase("it gave up; a size may be far too large or far too small ({error})", error=told)
        raise RenderError([report("engine-warning", place, reason=reason)]) from error


def _is_of_engine(trace: TracebackType | None) -> bool:
    """Tell whether the innermost code that was running is the engine's."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and _ENGINE in trace.tb_frame.f_globals.get("__name__", "").split(".")
