"""The exceptions, each named after who must act.

::

    ReportgenError(diagnostics)
    ├── KindError          3   the author of the document kind (kind.yaml)
    ├── DataError          4   whoever keeps the data
    ├── RenderError        5   the author of the template
    ├── FinishError        6   whoever holds the keys and the profile
    ├── OutputError        7   the operator: disk, permissions, an existing file
    └── MissingToolError   8   the operator: something to install

0 is success, 1 a bug, 2 wrong usage, 9 "some documents of a batch failed",
10 "audit, verify or lint says no".
"""

from collections.abc import Iterable
from enum import IntEnum

from reportgen.model.diagnostics import Diagnostic


class ExitCode(IntEnum):
    """What the process tells the shell; published, stable."""

    OK = 0
    BUG = 1
    USAGE = 2
    KIND = 3
    DATA = 4
    RENDER = 5
    FINISH = 6
    OUTPUT = 7
    MISSING_TOOL = 8
    SOME_FAILED = 9
    SAYS_NO = 10


class ReportgenError(Exception):
    """Mistakes that somebody can mend, all of those found in one run."""

    exit_code = ExitCode.BUG

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(*self.diagnostics)

    def __reduce__(self) -> tuple[type["ReportgenError"], tuple[tuple[Diagnostic, ...]]]:
        """Stay whole on the way from another process."""
        return type(self), (self.diagnostics,)

    def __str__(self) -> str:
        """Print one line per mistake."""
        return "\n".join(str(diagnostic) for diagnostic in self.diagnostics)


class KindError(ReportgenError):
    """The author of the document kind must act."""

    exit_code = ExitCode.KIND


class DataError(ReportgenError):
    """Whoever keeps the data must act."""

    exit_code = ExitCode.DATA


class RenderError(ReportgenError):
    """The author of the template must act."""

    exit_code = ExitCode.RENDER


class FinishError(ReportgenError):
    """Whoever holds the keys and the profile must act."""

    exit_code = ExitCode.FINISH


class OutputError(ReportgenError):
    """The operator must act: disk, permissions, an existing file."""

    exit_code = ExitCode.OUTPUT


class MissingToolError(ReportgenError):
    """The operator must install something."""

    exit_code = ExitCode.MISSING_TOOL
